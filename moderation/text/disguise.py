"""Tell disguised words from ordinary ones in folded text, and see through the disguise."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from moderation.text.look_alikes import ALPHABETS, LEET_SYMBOLS, SKELETON
from moderation.text.words import is_boundary

_LETTER = r"[^\W_]"
# Marks are no separators, or Indian words would fall into letters: only signs, dashes, dots, arrows, emoji.
_SIGN = r"[!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u205e\u2190-\u2bff\u3001-\u3003\u30fb\U0001f300-\U0001faff]"
_SPACED_OUT = re.compile(rf"(?<!{_LETTER}){_LETTER}(?:(?: ?{_SIGN}{{1,3}} ?| ){_LETTER}){{2,}}(?!{_LETTER})")
_SIGNS_FOR_I = re.compile(rf"(?<={_LETTER})[!|]{{1,3}}(?={_LETTER})")
_SYMBOLS = re.escape(LEET_SYMBOLS)
_WORD = re.compile(rf"[@$€]?{_LETTER}+(?:[{_SYMBOLS}]{{1,3}}{_LETTER}+)*[@$€]{{0,3}}")
_LEET = re.compile(rf"[\d{_SYMBOLS}]")
_ALPHABET_OF = [(name, re.compile(f"[{characters}]")) for name, characters in ALPHABETS.items()]
SHORTEST_SPACED_OUT = 3
SIGNS, SIGNS_AND_SPACE, LIST = 0, -1, -2
# "!" and "|" end sentences and part columns: they are letters only inside a word.
_SIGNS_KEPT = {code: letter for code, letter in SKELETON.items() if chr(code) not in "!|"}


def skeleton_of(folded: str) -> str:
    """Return folded text with look-alikes made one, character for character."""
    if "!" in folded or "|" in folded:
        folded = _SIGNS_FOR_I.sub(lambda match: "i" * len(match[0]), folded)
    return folded.translate(_SIGNS_KEPT)


def spaced_out_words(text: str, starts: Sequence[int], ends: Sequence[int]) -> Iterator[list[int]]:
    """Yield the positions of the letters of words such as "v i a" or "v.i-a"; another kind of gap parts two words.

    So the word is seen beside a lone letter that belongs to none. Gaps of white space differ by their width in the
    submitted text, told by `starts` and `ends`: folding makes all white space one. A comma with a space makes a list.
    """
    for match in _SPACED_OUT.finditer(text):
        letters = [index for index in range(*match.span()) if _stands_alone(text, index)]
        gaps = [_kind(text, starts, ends, range(left + 1, right)) for left, right in pairwise(letters)]
        taken = -1
        for kind, run in groupby(range(len(gaps)), key=gaps.__getitem__):
            first, *others = run
            # A letter between two kinds of gaps belongs to the word before it.
            word = [index for index in letters[first : first + len(others) + 2] if index > taken]
            # Digits alone are a telephone number or a score.
            if kind != LIST and len(word) >= SHORTEST_SPACED_OUT and not all(text[index].isdigit() for index in word):
                yield word
                taken = word[-1]


def _stands_alone(text: str, index: int) -> bool:
    """Say whether a letter has no other beside it and no mark either, which the pattern cannot see."""
    return text[index].isalnum() and is_boundary(text, index) and is_boundary(text, index + 1)


def _kind(text: str, starts: Sequence[int], ends: Sequence[int], gap: range) -> int:
    """Tell gaps apart: the width of white space, or SIGNS of any kind, SIGNS_AND_SPACE, or those of a LIST."""
    between = text[gap.start : gap.stop]
    if not between.isspace():
        if " " not in between:
            return SIGNS
        return LIST if "," in between else SIGNS_AND_SPACE
    return sum(ends[index] - starts[index] for index in gap)


def disguised_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of words that mix alphabets, stand in a foreign one, or have leet among their letters."""
    if _LEET.search(text):
        yield from (match.span() for match in _WORD.finditer(text) if is_leet(match[0]))
    if len(alphabets_of(text)) > 1:
        words = [(match.span(), alphabets_of(match[0])) for match in _WORD.finditer(text)]
        usual = {name for name, _ in Counter(name for _, names in words for name in names).most_common(1)}
        yield from (span for span, names in words if len(names) > 1 or (names and names != usual))


def is_leet(word: str) -> bool:
    """Say whether digits or signs stand among a word's letters; a model's name such as A55 or a mention @a is none."""
    if word.isalpha():
        return False
    letters = sum(1 for character in word if _alphabet_of(character))
    digits = sum(map(str.isdigit, word))
    return letters >= (max(2, digits) if digits or word.startswith("@") else 1)


@lru_cache(maxsize=8192)
def _alphabet_of(character: str) -> str:
    return next((name for name, pattern in _ALPHABET_OF if pattern.match(character)), "")


def alphabets_of(text: str) -> frozenset[str]:
    return frozenset(map(_alphabet_of, frozenset(text))) - {""}
