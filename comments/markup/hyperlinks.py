"""Decide which links a reader may set, and recognise the addresses that readers type as plain words."""

import re

#: What every link carries: no credit from search engines, "user-generated content", no handle on the opening page.
LINK_REL = "nofollow ugc noopener"

MAX_HREF_LENGTH = 2_000

_NOT_IN_URL = r"""\s<>"`\\^{|}()\u2000-\u206f\u3000-\u303f\uff00-\uff20"""

#: A web address typed as words. It ends before quotes, CJK and general punctuation, an unbalanced parenthesis and the
#: marks that end a sentence. Its cost is linear, unlike that of bleach's own pattern: a text is not read twice.
BARE_URL = re.compile(
    rf"""(?<![A-Za-z0-9@./_-])
        (?:https?://|www\.)
        (?:[^{_NOT_IN_URL}]|\([^{_NOT_IN_URL}]*+\))+
        (?<![!?.,:;'*_~])""",
    re.IGNORECASE | re.VERBOSE,
)

# The authority has no "@": what stands before it is shown first and goes nowhere, which serves deception alone. The
# optional colon takes a port of digits, and only after a host.
_WEB = re.compile(r"(https?)(://[\w-][\w.-]*(?::[0-9]{1,5})?(?:[/?#].*)?)", re.IGNORECASE)

# A lone address. No "?": it would let the link choose subject, copies and text of the mail; no "%" to write one with.
_MAIL = re.compile(r"(mailto)(:[A-Za-z0-9._+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)", re.IGNORECASE)

_TO_ENCODE = re.compile(r"""[ "'<>`\\]""")

# "&copy;" within an address would come out of bleach's serialiser as the sign and not as the six letters.
_LIKE_AN_ENTITY = re.compile(r"(&#?\w+);")


def destination(href: str) -> str | None:
    """Return the address that a link to ``href`` may have, or None when there is none.

    ``href`` is the attribute's value with its entities resolved. Only explicit http, https and mailto survive: browsers
    drop tabs and line breaks inside a scheme and take backslashes before the host for slashes, so an address with any
    of these, or with an invisible or direction-changing character, is refused and not repaired.
    """
    href = href.strip(" \t\r\n\f")
    if len(href) > MAX_HREF_LENGTH or not href.isprintable():
        return None
    address = _WEB.fullmatch(href) or _MAIL.fullmatch(href)
    if address is None:
        return None
    rest = _TO_ENCODE.sub(lambda character: f"%{ord(character[0]):02X}", address[2])
    return address[1].lower() + _LIKE_AN_ENTITY.sub(r"\1%3B", rest)
