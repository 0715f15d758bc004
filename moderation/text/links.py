"""Find the links in a comment as it was submitted: HTML anchors, addresses and bare domain names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

# Endings under which a bare name is read as a link. Country codes that are also words or file endings (me, py, so, is,
# in, it, to, no, at, be, de as in "z.B.de") are left out unless "www." or a scheme stands before.
_ENDINGS = (
    "com|net|org|info|biz|online|site|store|shop|xyz|top|club|vip|win|bet|casino|live|click|link|space|website|tech|"
    "pro|icu|fun|loan|app|dev|blog|ru|su|рф|ua|cn|uk|fr|pl|nl|br|tk|ml|ga|cf|gq|cc|ws|ly|gl|io|co|gd"
)
# Product names of the shape of a domain.
_NAMES = r"(?:asp|ado|vb|ml|socket|node|next|vue)\.(?:net|io|js)"
# What ends an address in running text: white space, quotes, brackets, the punctuation of Chinese and Japanese.
_REST = r"""[^\s<>"'\]\[()«»“”„‘’、。，；：！？（）「」『』【】《》]{0,2000}"""
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
# Every repetition is bounded and every start is anchored, so that no text takes more than linear time.
_LINK = re.compile(
    rf"""
    <a\s(?P<attributes>[^<>]{{0,2000}})>(?P<content>(?:(?!<a\s|</a\b).){{0,500}})
    |(?P<url>(?<![^\W_])(?:https?|ftp)://(?:\[[0-9a-f:.]{{2,45}}\]|[^\W_]){_REST})
    |(?P<bare>(?<![\w.@/-])(?!{_NAMES}\b)(?:www\.(?:{_LABEL}\.){{1,4}}[^\W\d_]{{2,24}}|(?:{_LABEL}\.){{1,4}}(?:{_ENDINGS}))
      (?![\w@-])(?!\.\w)(?:[:/?]{_REST})?)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_HREF = re.compile(r"""\bhref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_WEB = ("http", "https", "ftp", "")


@dataclass(frozen=True, slots=True)
class Link:
    """Hold a link: where it leads, its host in lower case ("" when it cannot be read), its words and its place."""

    href: str
    host: str
    text: str
    span: tuple[int, int]


def find_links(text: str) -> Iterator[Link]:
    """Yield the links of a text in order; an anchor whose text is an address is one link."""
    for match in _LINK.finditer(text):
        if match["attributes"] is not None:
            yield from _anchor(match)
        else:
            shown = match[0].rstrip(".,;:!?*_'\"")
            href = shown if match["url"] else f"http://{shown}"
            yield Link(href, host_of(href), shown, (match.start(), match.start() + len(shown)))


def _anchor(match: re.Match[str]) -> Iterator[Link]:
    href = _HREF.search(match["attributes"])
    if href is None:
        return
    address = unescape(href[1] or href[2] or href[3] or "").strip()
    if host := host_of(address):
        yield Link(address, host, unescape(_TAG.sub("", match["content"])), match.span())


def host_of(href: str) -> str:
    """Return the host of a web address in lower case, "" when it has none or is of another kind, such as mailto."""
    try:
        parts = urlsplit(href)
        return (parts.hostname or "").rstrip(".") if parts.scheme.lower() in _WEB else ""
    except ValueError:
        return ""
