"""Turn the blank lines and line breaks that readers type into paragraphs and breaks.

Streams are html5lib's: the tokens of a well-formed tree, as bleach hands them to its filters.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile
from typing import Any

Token = dict[str, Any]
Node = Sequence[Token]  # one piece of text, or an element from its start to its end

BLOCKS = frozenset({"blockquote", "li", "ol", "p", "pre", "ul"})

BLANK_LINES = re.compile(r"\n\s*\n")

START: Token = {"type": "StartTag", "name": "p", "data": {}}
END: Token = {"type": "EndTag", "name": "p"}
BREAK: Token = {"type": "EmptyTag", "name": "br", "data": {}}


def set_paragraphs(source: Iterable[Token]) -> Iterator[Token]:
    """Put the loose words of body and quotations in paragraphs, and keep the line breaks of all but preformatted text.

    A blank line ends a paragraph; within a list item or a paragraph of the reader's own it becomes two breaks.
    """
    return _flow(list(source), wrap=True)


def _flow(tokens: Sequence[Token], *, wrap: bool) -> Iterator[Token]:
    loose: list[Token] = []
    for node in _nodes(tokens):
        if _holds_block(node):
            yield from _written(loose, wrap)
            loose = []
            yield from _block(node)
        else:
            loose.extend(node)
    yield from _written(loose, wrap)


def _nodes(tokens: Sequence[Token]) -> Iterator[Node]:
    depth = start = 0
    for index, token in enumerate(tokens):
        depth += (token["type"] == "StartTag") - (token["type"] == "EndTag")
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def _holds_block(node: Node) -> bool:
    return any(token["type"] == "StartTag" and token["name"] in BLOCKS for token in node)


def _block(node: Node) -> Iterator[Token]:
    if node[0]["name"] == "pre":
        yield from node
    else:
        yield node[0]
        yield from _flow(node[1:-1], wrap=node[0]["name"] == "blockquote")
        yield node[-1]


def _written(loose: Iterable[Token], wrap: bool) -> Iterator[Token]:
    separate = False
    for paragraph in _split(loose):
        words = _trimmed(paragraph)
        if not words:
            continue
        if separate:
            yield from (BREAK, BREAK)
        yield from (START, *words, END) if wrap else words
        separate = not wrap


def _split(loose: Iterable[Token]) -> Iterator[list[Token]]:
    """Yield the paragraphs of inline tokens: a blank line ends one, unless it stands within an element."""
    paragraph: list[Token] = []
    depth = 0
    for token in loose:
        depth += (token["type"] == "StartTag") - (token["type"] == "EndTag")
        if not _is_text(token):
            paragraph.append(token)
            continue
        first, *others = BLANK_LINES.split(token["data"]) if depth == 0 else [token["data"]]
        paragraph.extend(_lines(first, after=paragraph))
        for other in others:
            yield paragraph
            paragraph = list(_lines(other, after=[]))
    yield paragraph


def _lines(text: str, after: Sequence[Token]) -> Iterator[Token]:
    if after and after[-1]["type"] == "EmptyTag":
        text = text.removeprefix("\n")  # "<br>" at the end of a typed line is one break, not two
    for number, line in enumerate(text.split("\n")):
        if number:
            yield BREAK
        if line:
            yield {"type": "Characters", "data": line}


def _trimmed(paragraph: list[Token]) -> list[Token]:
    start = list(dropwhile(_is_blank, paragraph))
    return list(dropwhile(_is_blank, start[::-1]))[::-1]


def _is_text(token: Token) -> bool:
    return token["type"] in {"Characters", "SpaceCharacters"}


def _is_blank(token: Token) -> bool:
    return token["type"] == "EmptyTag" or (_is_text(token) and not token["data"].strip())
