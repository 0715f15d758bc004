"""Read what readers write, and write it out with the tags they may use and nothing else: the rest are words.

Everything here is linear in the length of the text; the sanitisers, which are not, see only what passed these bounds.
"""

import re
from collections import Counter
from html import escape, unescape

from comments.markup.paragraphs import BLANK_LINES

ALLOWED_TAGS = frozenset(
    {"a", "b", "blockquote", "br", "code", "del", "em", "i", "li", "ol", "p", "pre", "strong", "ul"}
)

MAX_LENGTH = 20_000
MAX_MARKS = 1_000  # tags, entities, links and line ends, which bleach looks at one by one: some 15 microseconds each
MAX_DEPTH = 20  # bleach's time is quadratic in it, and laying out paragraphs takes some stack for each level

_MARK = re.compile(r"[<>&\n]|://|www\.", re.IGNORECASE)

# Quantifiers are possessive so that no text is read twice. ASCII, or the long s and the Kelvin sign would pass for
# letters of tag names.
_ATTRIBUTE = r"""[\s/]++([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"<>]*+)"|'([^'<>]*+)'|([^\s"'=<>`]++)))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE, re.ASCII)
_TAG = re.compile(
    rf"<(?P<end>/?)(?P<name>{'|'.join(sorted(ALLOWED_TAGS))})(?P<attributes>(?:{_ATTRIBUTE})*+)\s*+/?>",
    re.ASCII | re.IGNORECASE,
)

# Bounded, since int() refuses numbers of thousands of digits.
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

_CONTROLS = {
    **dict.fromkeys([*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)]),
    0x0C: " ",
    0x0D: "\n",
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
}

# Tags whose start ends an open one of their kind, or that hold nothing: they nest no deeper when they are repeated.
_FLAT = frozenset({"br", "li", "p"})


def write_out(body: str) -> str | None:
    """Return ``body`` with known tags, at most an href on them, and all else escaped; None when beyond the bounds."""
    if len(body) > MAX_LENGTH or sum(1 for _ in _MARK.finditer(body)) > MAX_MARKS:
        return None
    written: list[str] = []
    nesting: Counter[str] = Counter()
    position = 0
    for tag in _TAG.finditer(body):
        written += [_words(body[position : tag.start()]), _written_tag(tag)]
        position = tag.end()
        _follow(tag, nesting)
        if nesting.total() > MAX_DEPTH:
            return None
    return "".join([*written, _words(body[position:])])


def as_words(body: str) -> str:
    """Return ``body`` as HTML that shows every character of its markup, in paragraphs with their line breaks."""
    paragraphs = (paragraph.strip() for paragraph in BLANK_LINES.split(_words(body)))
    return "".join("<p>" + paragraph.replace("\n", "<br>") + "</p>" for paragraph in paragraphs if paragraph)


def _words(text: str) -> str:
    """Escape text, of which entities are taken as the characters they mean, as a browser would."""
    characters = _ENTITY.sub(lambda entity: unescape(entity[0]), text.replace("\r\n", "\n"))
    return escape(characters.translate(_CONTROLS), quote=False)


def _written_tag(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if tag["end"]:
        return f"</{name}>"
    href = _href(tag["attributes"]) if name == "a" else None
    return f"<{name}>" if href is None else f'<a href="{escape(href)}">'


def _href(attributes: str) -> str | None:
    for name, *values in _ATTRIBUTES.findall(attributes):
        if name.lower() == "href":
            return _ENTITY.sub(lambda entity: unescape(entity[0]), "".join(values))
    return None


def _follow(tag: re.Match[str], nesting: Counter[str]) -> None:
    name = tag["name"].lower()
    if name in _FLAT:
        return
    if not tag["end"]:
        nesting[name] += 1
    elif nesting[name]:
        nesting[name] -= 1
