"""Turn what readers write into HTML that may be shown: known tags, plain links, everything else as words.

Three walls, none of which trusts another: the text is written out with known tags alone (``source_text``), bleach
builds a tree of that and keeps what is allowed, and nh3 must then find nothing to remove.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape

import nh3
from bleach.linkifier import LinkifyFilter
from bleach.sanitizer import Cleaner

from comments.markup.hyperlinks import BARE_URL, LINK_REL, destination
from comments.markup.outline import Part, outline
from comments.markup.paragraphs import BLOCKS, Token, set_paragraphs
from comments.markup.source_text import ALLOWED_TAGS, as_words, write_out

#: Raised whenever the same text may come out as other HTML than before.
MARKUP_VERSION = 1

ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})

# What tags are in plain text.
_SPACING = {(kind, tag): "\n\n" for kind in ("start", "end") for tag in BLOCKS - {"li"}}
_SPACING |= {("start", "li"): "\n", ("start", "br"): "\n"}

_HREF = (None, "href")
_REL = (None, "rel")

_nh3 = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    clean_content_tags=set(),
    attributes={"a": {"href"}, "*": set()},  # without the star it allows lang and title everywhere
    tag_attribute_values={"a": {"rel": {LINK_REL}}},
    link_rel=None,
    url_schemes=ALLOWED_SCHEMES,
    url_relative="deny",
)


@dataclass(frozen=True, slots=True)
class SafeHtml:
    """Hold the HTML made of a comment, and whether the second sanitiser found fault with it."""

    html: str
    disputed: bool


def to_safe_html(body: str) -> SafeHtml:
    """Make the HTML that readers may be shown of a comment's text. Whatever the text, it raises nothing.

    ``disputed`` says that nh3 would remove or move something that bleach let through. Such a comment is for a person
    to judge, and its HTML shows the text's markup as words.
    """
    written = write_out(body)
    if written is None:
        return SafeHtml(as_words(body), disputed=False)
    cleaned = _clean(written)
    if _shown(cleaned) != _shown(_nh3.clean(cleaned)):
        return SafeHtml(as_words(body), disputed=True)
    return SafeHtml(cleaned, disputed=False)


def plain_text(html: str) -> str:
    """Return the words of HTML made by ``to_safe_html``, in paragraphs and lines, for mail, feeds and excerpts."""
    text = "".join(part.text if part.kind == "text" else _SPACING.get(part[:2], "") for part in outline(html))
    return re.sub(r"\n\s*\n", "\n\n", text).strip()


def _clean(written: str) -> str:
    # A cleaner for each text: bleach keeps the state of its parser in it, which threads must not share.
    cleaner = Cleaner(
        tags=ALLOWED_TAGS,
        attributes={"a": _is_link},
        protocols=ALLOWED_SCHEMES,
        filters=[
            partial(_Links, callbacks=[_plain_link], skip_tags={"code", "pre"}, url_re=BARE_URL),
            set_paragraphs,
        ],
    )
    return str(cleaner.clean(written))


class _Links(LinkifyFilter):  # type: ignore[misc]  # bleach declares no types
    """Link bare addresses; entities were resolved before, and a second time would turn "&amp;lt;" into "<"."""

    def extract_entities(self, token: Token) -> Iterator[Token]:
        yield token


def _is_link(tag: str, name: str, value: str) -> bool:
    return name == "href" and destination(unescape(value)) is not None


def _plain_link(attributes: dict, is_new: bool = False) -> dict | None:
    """Give a link its one form; an address found in the words is not a link at all when it leads nowhere."""
    href = attributes.get(_HREF, "")
    address = destination(href if is_new else unescape(href))
    if address is None:
        return None if is_new else attributes
    return attributes | {_HREF: address, _REL: LINK_REL}


def _shown(html: str) -> list[Part]:
    """Return the tree of ``html`` but for white space, which the two sanitisers lay out each in its way."""
    parts = (part._replace(text=" ".join(part.text.split())) for part in outline(html))
    return [part for part in parts if part.text or part.kind == "other"]
