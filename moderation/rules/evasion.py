"""Letters that are written so that filters do not read what people do."""

import re
import unicodedata
from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission
from moderation.text.disguise import alphabets_of
from moderation.text.look_alikes import ORNAMENTAL, SKELETON

MOST_SPANS = 50

# Letters and digits that repeat plain ones in another style: circled, squared, mathematical (Unicode blocks).
_STYLES = "\u249c-\u24e9\U0001f110-\U0001f189\U0001d400-\U0001d7ff" + "".join(ORNAMENTAL)
# Full-width letters are ordinary beside Chinese and Japanese, raised ones in "1ˢᵗ" and "Mᵐᵉ".
_FULL_WIDTH = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
_RAISED = "\u1d2c-\u1d6a\u1d9c-\u1dbf\u02b0-\u02b8\u02e1-\u02e3\u2070-\u209c"
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GAP = r"[\s\u0300-\u036f*._-]{0,3}"
_STYLED = re.compile(
    rf"[{_STYLES}](?:{_GAP}[{_STYLES}{_FULL_WIDTH}]){{2,}}|[A-Za-z][{_STYLES}]{{1,2}}|[{_STYLES}]{{1,2}}[A-Za-z]"
)
_STYLED_IN_OTHER_WAYS = re.compile(
    rf"[{_FULL_WIDTH}](?:{_GAP}[{_FULL_WIDTH}]){{2,}}|[{_RAISED}](?:{_GAP}[{_RAISED}]){{3,}}"
)


@rule("evasion.styled_letters", family="evasion", version=1)
def styled_letters(submission: Submission) -> Iterator[Finding]:
    """Find words in letters that only look like letters, such as mathematical, circled or raised ones."""
    body = submission.body
    if body.isascii():
        return
    runs = list(_STYLED.finditer(body))
    if not _EAST_ASIAN.search(body):
        runs += _STYLED_IN_OTHER_WAYS.finditer(body)
    if runs:
        example = unicodedata.normalize("NFKC", runs[0][0])[:40]
        yield Finding(params={"word": example}, spans=sorted(run.span() for run in runs)[:MOST_SPANS])


SHORTEST_MIXED = 4
# Two words between which something was lost, such as the space or the backslash of a line's end.
_RUN_TOGETHER = re.compile("[a-z][\u0410-\u042f\u0391-\u03a9]|[\u0430-\u044f\u03b1-\u03c9][A-Z]")
_WORD = re.compile(r"[^\W\d_]+")
_ALPHABET_PAIRS = re.compile("(?:[a-z][\u0370-\u03ff\u0400-\u052f])|(?:[\u0370-\u03ff\u0400-\u052f][a-z])")


@rule("evasion.mixed_alphabets", family="evasion", version=1)
def mixed_alphabets(submission: Submission) -> Iterator[Finding]:
    """Find words that borrow look-alike letters of another alphabet; a brand's name with an ending is no such word."""
    plain = submission.folded.plain
    if not _ALPHABET_PAIRS.search(plain.text):
        return
    words = [word for word in _WORD.finditer(plain.text) if len(word[0]) >= SHORTEST_MIXED and _borrows(word[0])]
    spans = [plain.span(*word.span()) for word in words]
    spans = [span for span in spans if not _RUN_TOGETHER.search(submission.body, *span)]
    if len(spans) > 1 or any(len(_ALPHABET_PAIRS.findall(submission.body[slice(*span)].lower())) > 1 for span in spans):
        example = submission.body[slice(*spans[0])][:40]
        yield Finding(params={"words": len(spans), "word": example}, spans=spans[:MOST_SPANS])


def _borrows(word: str) -> bool:
    """Say whether a word has letters of two alphabets, those of the rarer one all such as look like others."""
    by_alphabet: dict[str, list[str]] = {}
    for letter in word:
        for name in alphabets_of(letter) - {"phonetic"}:
            by_alphabet.setdefault(name, []).append(letter)
    if len(by_alphabet) < 2:
        return False
    rarer = min(by_alphabet.values(), key=len)
    return all(ord(letter) in SKELETON or letter in _LENT for letter in rarer)


# Latin letters that stand for Cyrillic and Greek ones of the same shape.
_LENT = frozenset("abcehijkmnoprstuvxyz")

# Zero-width spaces and joiners, word joiner, byte order mark, grapheme joiner, Hangul fillers, tags.
_UNSEEN = "\u200b-\u200d\u2060-\u2064\ufeff\u034f\u115f\u1160\u3164\uffa0\u180e\U000e0020-\U000e007f"
# In these alphabets nothing unseen is needed within a word; in Persian, Hindi and Khmer it is.
_PLAIN_LETTER = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u052f"
_HIDDEN = re.compile(f"(?<=[{_PLAIN_LETTER}])[{_UNSEEN}]+(?=[{_PLAIN_LETTER}])")
_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+")


@rule("evasion.invisible", family="evasion", version=1)
def invisible_characters(submission: Submission) -> Iterator[Finding]:
    """Find characters without any width between the letters of a word, and text written in tags."""
    body = submission.body
    if body.isascii():
        return
    found = [*_HIDDEN.finditer(body), *_TAGS.finditer(body)]
    if found:
        spans = sorted({match.span() for match in found})
        yield Finding(params={"places": len(spans)}, spans=spans[:MOST_SPANS])


_MARK = "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20ff\ufe20-\ufe2f"
_MARKED = re.compile(
    rf"(?:[^\W_][{_MARK}]+[ .]?){{3,}}|[^\W_][{_MARK}]{{3,}}|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1{{3,}}"
)
_HEAP = re.compile(f"[{_MARK}]{{3}}")
FEWEST_MARKS = 3


@rule("evasion.stacked_marks", family="evasion", version=1)
def stacked_marks(submission: Submission) -> Iterator[Finding]:
    """Find marks heaped upon letters; those that belong to a letter, as in Vietnamese, are composed with it first."""
    body = submission.body
    if body.isascii():
        return
    found = [match for match in _MARKED.finditer(body) if match[1] or _is_heaped(match[0])]
    if found:
        yield Finding(params={"places": len(found)}, spans=[match.span() for match in found][:MOST_SPANS])


def _is_heaped(text: str) -> bool:
    composed = unicodedata.normalize("NFC", text)
    letters, left = sum(map(str.isalnum, composed)), len(re.findall(f"[{_MARK}]", composed))
    return bool(_HEAP.search(composed)) or (left >= FEWEST_MARKS and left >= letters)


_OVERRIDES = re.compile("[\u202d\u202e]+")


@rule("evasion.direction", family="evasion", version=1)
def direction_overridden(submission: Submission) -> Iterator[Finding]:
    """Find text whose direction is overridden, so that it is read backwards; Arabic and Hebrew need no such sign."""
    found = [match.span() for match in _OVERRIDES.finditer(submission.body)]
    if found:
        yield Finding(params={"places": len(found)}, spans=found[:MOST_SPANS])


SHORTEST_SPACED_OUT = 4
DOUBTFUL = 0.6


@rule("evasion.spaced_out", family="evasion", version=1)
def spaced_out(submission: Submission) -> Iterator[Finding]:
    """Find words whose letters are set apart: a weak sign by itself, a strong one with digits among the letters."""
    folded = submission.folded
    words = [(folded.skeleton.span(start, end), end - start) for start, end in folded.spaced_out]
    spans = [
        span for span, length in words if length >= SHORTEST_SPACED_OUT and _is_word(submission.body[slice(*span)])
    ]
    if spans:
        certain = any(_has_digits(submission.body[start:end]) for start, end in spans)
        yield Finding(params={"words": len(spans)}, spans=spans[:MOST_SPANS], strength=1.0 if certain else DOUBTFUL)


_LISTED = re.compile(r",|\w\. ")  # "a, b, c", "z. B."


def _is_word(text: str) -> bool:
    """Say whether the letters make a word, not a list such as "a, b, c" or a drawn line such as "x x x"."""
    letters = [character for character in text.casefold() if character.isalpha()]
    return not _LISTED.search(text) and len(set(letters)) > 2 and letters != sorted(letters)


def _has_digits(text: str) -> bool:
    return any(map(str.isdigit, unicodedata.normalize("NFKC", text)))
