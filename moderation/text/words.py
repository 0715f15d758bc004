"""Tell words apart in any script: what belongs to one, where it ends, how many there are."""

import re
import unicodedata
from functools import lru_cache

# Scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, kana, Chinese characters (Unicode blocks).
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
CHARACTERS_PER_UNSPACED_WORD = 2


@lru_cache(maxsize=4096)
def is_word_character(character: str) -> bool:
    """Say whether a character is a letter, a digit or a mark on one; Python's `\\w` leaves out most marks."""
    return unicodedata.category(character)[0] in "LMN"


@lru_cache(maxsize=16384)
def parts_words(before: str, after: str) -> bool:
    """Say whether a word can end with `before` and another begin with `after`: in scripts without spaces, always."""
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return True
    return not (is_word_character(before) and is_word_character(after))


def is_boundary(text: str, position: int) -> bool:
    """Say whether a word can begin or end before `position`."""
    return not 0 < position < len(text) or parts_words(text[position - 1], text[position])


def word_count(text: str) -> int:
    """Return about how many words a text has; scripts without spaces count two characters as one."""
    spaced, unspaced = _UNSPACED.subn(" ", text)
    words = sum(1 for token in spaced.split() if any(map(str.isalnum, token)))
    return words + -(-unspaced // CHARACTERS_PER_UNSPACED_WORD)
