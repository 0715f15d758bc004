"""Read HTML into the flat list of what it holds, to compare two pieces of it or to take its words."""

from html.parser import HTMLParser
from typing import NamedTuple


class Part(NamedTuple):
    """Name one thing in a piece of HTML: ``kind`` is start, end, text or other (comments and the like)."""

    kind: str
    text: str
    attributes: tuple[tuple[str, str | None], ...] = ()


def outline(html: str) -> list[Part]:
    """List the parts of well-formed HTML in their order, which together with the end tags is its tree.

    Entities are resolved and tag names lower-cased, so that serialisers may differ in them.
    """
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # the parser's way to give up on "<!["
        reader.parts.append(Part("other", html))
    return reader.parts


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[Part] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(Part("start", tag, tuple(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(Part("end", tag))

    def handle_data(self, data: str) -> None:
        self.parts.append(Part("text", data))

    def handle_comment(self, data: str) -> None:
        self.parts.append(Part("other", data))

    def handle_decl(self, decl: str) -> None:
        self.parts.append(Part("other", decl))

    def handle_pi(self, data: str) -> None:
        self.parts.append(Part("other", data))

    def unknown_decl(self, data: str) -> None:
        self.parts.append(Part("other", data))
