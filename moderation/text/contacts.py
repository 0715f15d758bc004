"""Find the ways to reach somebody that a text gives: telephone numbers, addresses, handles, wallets."""

import re
from collections.abc import Iterator
from hashlib import sha256

# A number to be called from anywhere, however it is broken up: "+1 (606) 235-9024", "+ 44 . - 7 . - 4 . - 5".
_SEPARATOR = r"[\s().\-–—_~*/·•\ufffd|]{0,6}"
_INTERNATIONAL = rf"(?<![\w+])(?:\+|00(?=[1-9])){_SEPARATOR}(?:\d{_SEPARATOR}){{7,14}}\d(?!\w)"
# "888-203-9661", "(0171) 123 4567", "0857-3617-8294", "8 (916) 123-45-67": groups as people write them.
_NATIONAL = (
    r"(?<![\w.,:/=+-])(?:[18][-–. ]{0,3})?\(?\d{3}\)?[-–. ]{1,3}\d{3}[-–. ]{1,3}\d{2}[-–. ]?\d{2}(?![\w-])"
    r"|(?<![\w.,:/=+-])\(?0\d{2,4}\)?[-–. /]{1,3}\d{3,4}[-–. ]{0,3}\d{3,5}(?![\w-])"
)
_TELEPHONE = re.compile(f"{_INTERNATIONAL}|{_NATIONAL}")
_DIGIT = re.compile(r"\d")
FEWEST_DIGITS, MOST_DIGITS = 9, 15

# Local part and domain; also "name (at) example dot com" and "name[@]example[.]com".
_AT = r"(?:@|\s?[\[({]\s?(?:@|at)\s?[\])}]\s?)"
_DOT = r"(?:\.|\s?[\[({]\s?(?:\.|dot)\s?[\])}]\s?|\sdot\s)"
_EMAIL = re.compile(
    rf"(?<![\w.+-])[a-z0-9][\w.+-]{{1,63}}{_AT}(?:[a-z0-9-]{{2,63}}{_DOT}){{1,3}}[a-z]{{2,24}}(?![\w-])"
)

_HANDLE = re.compile(r"(?<![\w@./])@[a-z0-9_][a-z0-9_.]{3,31}")
_MESSENGER_LINK = re.compile(
    r"(?<![\w-])(?:t\.me/|telegram\.(?:me|dog)/|wa\.me/|(?:chat|api)\.whatsapp\.com/|wa\.link/|line\.me/|discord\.gg/)[\w+@~/?=-]{1,80}"
)

_WALLET = re.compile(r"(?<!\w)(?:0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{25,71}|[13T][1-9A-HJ-NP-Za-km-z]{25,34})(?!\w)")
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

Span = tuple[int, int]


def telephones(folded: str) -> Iterator[Span]:
    """Yield the places of telephone numbers in folded text; dates, amounts and results of games are none."""
    for match in _TELEPHONE.finditer(folded):
        if FEWEST_DIGITS <= len(_DIGIT.findall(match[0])) <= MOST_DIGITS:
            yield match.span()


def emails(folded: str) -> Iterator[Span]:
    """Yield the places of e-mail addresses in folded text."""
    yield from (match.span() for match in _EMAIL.finditer(folded))


def handles(folded: str) -> Iterator[Span]:
    """Yield the places of handles such as "@name" in folded text."""
    yield from (match.span() for match in _HANDLE.finditer(folded))


def messenger_links(folded: str) -> Iterator[Span]:
    """Yield the places of addresses that open a conversation in a messenger."""
    yield from (match.span() for match in _MESSENGER_LINK.finditer(folded))


def wallets(text: str) -> Iterator[Span]:
    """Yield the places of Bitcoin, Ethereum and Tron addresses in the submitted text: case matters to them."""
    for match in _WALLET.finditer(text):
        if match[0][:2] in ("0x", "bc") or _has_checksum(match[0]):
            yield match.span()


def _has_checksum(address: str) -> bool:
    """Say whether a Base58Check address ends in the checksum of what stands before."""
    number = 0
    for character in address:
        number = number * 58 + _BASE58.index(character)
    if number.bit_length() > 25 * 8:
        return False
    decoded = number.to_bytes(25, "big")
    return sha256(sha256(decoded[:-4]).digest()).digest()[:4] == decoded[-4:]
