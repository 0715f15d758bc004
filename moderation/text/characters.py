"""Fold single characters and the marks that follow them."""

import unicodedata
from functools import lru_cache

from moderation.text.look_alikes import ORNAMENTAL

# Seen as nothing, though Unicode calls them letters or marks: Hangul fillers, variation selectors, Arabic's stretching
# stroke, which is typed for looks.
_INVISIBLE = {"\u115f", "\u1160", "\u3164", "\uffa0", "\u034f", "\u0640"}
_INVISIBLE.update(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810))))
# Seen as nothing with a width; the signs after a word are no part of it.
_BLANK = {"\u2800", "™", "℠", "©", "®"}

# Marks that any letter can wear. Most composed letters swallow theirs; what is left over was piled up.
_LOOSE = ((0x300, 0x370), (0x483, 0x48A), (0x1AB0, 0x1B00), (0x1DC0, 0x1E00), (0x20D0, 0x2100), (0xFE20, 0xFE30))
# Vowel and reading signs of Hebrew and Arabic, which ordinary writing leaves out.
_OPTIONAL = (
    (0x591, 0x5BE),
    (0x5BF, 0x5C8),
    (0x610, 0x61B),
    (0x64B, 0x653),
    (0x656, 0x660),
    (0x670, 0x671),
    (0x6D6, 0x6EE),
)
LONGEST_EXPANSION = 4
_MEDIAL_JAMO = ("\u1161", "\u11ff")


@lru_cache(maxsize=8192)
def fold_character(character: str) -> str:
    """Return what stands for a character in folded text: mostly one character, "" for an invisible one."""
    if character.isspace() or character in _BLANK:
        return " "
    if character in _INVISIBLE or unicodedata.category(character) in ("Cf", "Cc"):
        return ""
    if character in ORNAMENTAL:
        return ORNAMENTAL[character]
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    # Spacing accents such as "´" would become a space with a mark on it, Arabic ligatures such as "ﷺ" whole sentences.
    if folded.startswith(" ") or len(folded) > LONGEST_EXPANSION:
        return character
    return folded.replace("i\u0307", "i")  # the dot of the Turkish capital


@lru_cache(maxsize=8192)
def is_combining(character: str) -> bool:
    """Say whether a character joins the one before it: a mark, or the vowel and end of a Korean syllable."""
    first, last = _MEDIAL_JAMO
    return unicodedata.category(character)[0] == "M" or first <= character <= last


@lru_cache(maxsize=8192)
def combined(before: str, mark: str) -> str | None:
    """Return what takes the place of `before` when `mark` follows it, None when the mark stands for itself."""
    composed = unicodedata.normalize("NFC", before + mark)
    if len(composed) == 1:
        return composed
    if _is_in(mark, _LOOSE):
        return unicodedata.normalize("NFD", before)[0]
    return before if mark == before or _is_in(mark, _OPTIONAL) else None


def _is_in(character: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(start <= ord(character) < end for start, end in ranges)
