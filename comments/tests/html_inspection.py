"""Find in a piece of HTML whatever a comment must not hold; written without a look at the sanitiser's own lists."""

import re
from html.parser import HTMLParser

ELEMENTS = {"a", "b", "blockquote", "br", "code", "del", "em", "i", "li", "ol", "p", "pre", "strong", "ul"}
DESTINATION = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?|mailto:[^\s@?%\\]+@[^\s@?%\\]+")
REL = "nofollow ugc noopener"

# Every tag that may be in it, letter by letter; what is left over may hold no angle bracket at all.
WRITTEN_TAGS = re.compile(rf'</?(?:{"|".join(sorted(ELEMENTS))})>|<a href="[^"<>\s]+" rel="{REL}">')


def offences(html: str) -> list[str]:
    """List what is wrong, empty when nothing is."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError as error:  # the parser's way to give up on "<!["
        reader.found.append(f"unreadable: {error}")
    if re.search("[<>]", WRITTEN_TAGS.sub("", html)):
        reader.found.append("markup: something that is not one of the tags as they must be written")
    return reader.found


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag not in ELEMENTS:
            self.found.append(f"element: {tag}")
        names = [name for name, _ in attrs]
        if names not in ([], ["href", "rel"]) or (names and tag != "a"):
            self.found.append(f"attributes: {tag} {names}")
        self.found += [f"href: {value}" for name, value in attrs if name == "href" and not leads_outside(value)]
        self.found += [f"rel: {value}" for name, value in attrs if name == "rel" and value != REL]

    def handle_endtag(self, tag):
        if tag not in ELEMENTS:
            self.found.append(f"end: {tag}")

    def handle_comment(self, data):
        self.found.append(f"comment: {data}")

    handle_decl = handle_pi = unknown_decl = handle_comment


def leads_outside(href):
    """Say whether a link has one of the three schemes, spelt out, and somewhere to go."""
    return bool(DESTINATION.fullmatch(href or ""))
