"""Links, for which most comment spam is written."""

import re
from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission
from moderation.text.domains import registrable_domain
from moderation.text.links import Link, find_links
from moderation.text.words import word_count

MANY = 3
# A long text may well have sources; below this many words a link there is not much text beside them.
WORDS_A_LINK = 12


@rule("links.present", family="links", version=1)
def links_present(submission: Submission) -> Iterator[Finding]:
    """Find any link to elsewhere: ordinary by itself, a reason to look in a newcomer's comment."""
    if submission.links:
        yield Finding(params={"links": len(submission.links)}, spans=[link.span for link in submission.links])


@rule("links.many", family="links", version=2)
def many_links(submission: Submission) -> Iterator[Finding]:
    """Find links to three places or more: by a newcomer always, by anybody else but the trusted among few words."""
    author = submission.author
    links = list({link.href.partition("//")[2].removeprefix("www."): link for link in submission.links}.values())
    if len(links) < MANY or author.is_trusted:
        return
    if author.is_newcomer or submission.word_count < WORDS_A_LINK * len(links):
        yield Finding(params={"links": len(links)}, spans=[link.span for link in links])


@rule("links.in_name", family="links", version=1)
def link_in_name(submission: Submission) -> Iterator[Finding]:
    """Find an address where a name should stand."""
    link = next(find_links(submission.name), None)
    if link is not None:
        yield Finding(params={"host": link.host})


_SHORTENERS = """
bit.ly bitly.com tinyurl.com goo.gl is.gd v.gd ow.ly buff.ly cutt.ly rb.gy rebrand.ly shorturl.at
shorturl.asia tiny.cc t.ly s.id bl.ink short.io soo.gd clck.ru vk.cc qps.ru u.to goo.su clk.sh
adf.ly bc.vc ouo.io shorte.st linkvertise.com exe.io za.gl gestyy.com sh.st q.gs j.gs linktr.ee
heylink.me taplink.cc lnk.bio biolinky.co s.click.aliexpress.com amzn.to dwz.cn url.cn t.cn suo.im
urlz.fr x.co lc.chat kutt.it snip.ly 0rz.tw reurl.cc han.gl vo.la me2.do
"""
SHORTENERS = frozenset(_SHORTENERS.split())


@rule("links.shortener", family="links", version=1)
def shortened_link(submission: Submission) -> Iterator[Finding]:
    """Find a link through a shortener, which hides where it leads."""
    found = [link for link in submission.links if link.host.removeprefix("www.") in SHORTENERS]
    if found:
        yield Finding(params={"host": found[0].host}, spans=[link.span for link in found])


FEWEST_WORDS_BESIDE = 3
_MARKUP = re.compile(r"<[^<>]{0,500}>|&#?\w{1,31};")


@rule("links.only", family="links", version=1)
def only_links(submission: Submission) -> Iterator[Finding]:
    """Find a comment that is a link and hardly a word beside it."""
    links = submission.links
    if not links or submission.author.is_trusted:
        return
    beside, done = [], 0
    for link in links:
        # The words on which a link was laid are words, its address is none.
        beside += [submission.body[done : link.span[0]], "" if next(find_links(link.text), None) else link.text]
        done = link.span[1]
    beside.append(submission.body[done:])
    if word_count(_MARKUP.sub(" ", " ".join(beside))) < FEWEST_WORDS_BESIDE:
        yield Finding(params={"links": len(links)}, spans=[link.span for link in links])


@rule("links.other_host", family="links", version=1)
def other_host_shown(submission: Submission) -> Iterator[Finding]:
    """Find a link whose text is the address of another place than it leads to."""
    for link in submission.links:
        shown = next(find_links(link.text), None)
        if shown and registrable_domain(shown.host) != registrable_domain(link.host):
            yield Finding(params={"shown": shown.host, "host": link.host}, spans=[link.span])
            return


_BBCODE = re.compile(r"\[(?:url|link)(?:=[^\]\s]{1,500})?\]|\[/(?:url|link)\]", re.IGNORECASE)


@rule("links.bbcode", family="links", version=1)
def bbcode_links(submission: Submission) -> Iterator[Finding]:
    """Find links in BBCode, which is written for forums and means that nobody looked where it was posted."""
    spans = [match.span() for match in _BBCODE.finditer(submission.body)]
    if spans:
        yield Finding(params={"links": len(spans)}, spans=spans[:100])


# What referral schemes, hacked sites and droppers have in their paths.
_BAD_PATH = re.compile(
    r"[?&](?:ref|referral|refid|ref_id|aff|affid|aff_id|affiliate|invite|invitecode|inviter|promo|promocode|clickid)="
    r"|/(?:ref|referral|aff|affiliate|invite|invitation)/"
    r"|/(?:register|signup|sign-up|join|reg)\b.*[?&]\w+="
    r"|/wp-(?:content|includes)/[^?]*\.(?:php|html?)\b|/\.well-known/[^?]*\.(?:php|html?)\b"
    r"|\.(?:apk|exe|scr|bat|cmd|msi|jar|vbs)(?:[?#]|$)",
    re.IGNORECASE,
)


@rule("links.bad_path", family="links", version=1)
def bad_path(submission: Submission) -> Iterator[Finding]:
    """Find a link that earns its author a reward, hands out a program, or leads into a broken-into site."""
    for link in submission.links:
        path = link.href.partition("://")[2]
        if match := _BAD_PATH.search(path[:2000]):
            yield Finding(params={"part": match[0][:40]}, spans=[link.span])
            return


FEWEST_SHARED_LETTERS = 6


@rule("links.keyword", family="links", version=1)
def keyword_link(submission: Submission) -> Iterator[Finding]:
    """Find a link laid on a keyword that stands in its own address, as is done to please search engines."""
    found = [link for link in submission.links if _is_keyword(link)]
    if found:
        yield Finding(params={"words": found[0].text[:60], "links": len(found)}, spans=[link.span for link in found])


def _is_keyword(link: Link) -> bool:
    words = re.findall(r"[^\W_]{3,}", link.text[:100].lower())
    if next(find_links(link.text), None):
        return False
    address = re.sub(r"[\W_]", "", link.href.lower())
    return len("".join(words)) >= FEWEST_SHARED_LETTERS and "".join(words) in address


FEWEST_HYPHENS = 2
_SALES = re.compile(
    r"casino|slots?\b|poker|bet(?:ting)?\b|togel|pills?|pharma|viagra|cialis|loans?\b|credit|replica|essay|escort|porn|sex|cam(?:s|girl)"
    r"|seo|backlink|followers|reviews?\b|enhancement|weight-?loss|diet|keto|garcinia|skin-?care|cream|supplement|cheap|discount"
    r"|coupon|crypto|forex|bitcoin|invest|money|cash|earn|hack|spell|support|helpline|download|free\b|best-|buy-|promo",
    re.IGNORECASE,
)


@rule("links.sales_address", family="links", version=1)
def sales_address(submission: Submission) -> Iterator[Finding]:
    """Find a link whose address is made of what it sells, in the host's name or the last part of the path."""
    found = [link for link in submission.links if _SALES.search(link.href[:300])]
    if found:
        yield Finding(params={"host": found[0].host}, spans=[link.span for link in found])
