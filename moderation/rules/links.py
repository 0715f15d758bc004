"""Links, for which most comment spam is written."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission
from moderation.text.links import find_links

MANY = 3
# A long text may well have sources; below this many words a link there is not much text beside them.
WORDS_A_LINK = 20


@rule("links.present", family="links", version=1)
def links_present(submission: Submission) -> Iterator[Finding]:
    """Find any link to elsewhere: ordinary by itself, a reason to look in a newcomer's comment."""
    if submission.links:
        yield Finding(params={"links": len(submission.links)}, spans=[link.span for link in submission.links])


@rule("links.many", family="links", version=1)
def many_links(submission: Submission) -> Iterator[Finding]:
    """Find three links or more: by a newcomer always, by anybody else but the trusted when there are few words."""
    links, author = submission.links, submission.author
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
