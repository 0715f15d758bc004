"""Fold a text, so that one spelling stands for all the ways in which the same words can be written.

Two views, each with a map back to the submitted text:

- `plain` is safe in every language: markup and invisible characters gone, case and compatibility forms folded, marks
  that pile up on letters taken off, white space made one space;
- `skeleton` goes further: spaced-out words joined, look-alike letters and leet made one letter. It would mangle
  ordinary writing, so what is found in it counts only where it touches a `disguised` word: one that was spaced out,
  mixes alphabets, stands in another alphabet than most of the text, or has digits or signs among its letters.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from moderation.text.characters import combined, fold_character, is_combining
from moderation.text.disguise import disguised_words, skeleton_of, spaced_out_words
from moderation.text.words import is_word_character

# Elements that end a line where they stand; all others leave the word around them whole.
_BLOCKS = {"br", "p", "li", "ul", "ol", "div", "hr", "pre", "blockquote", "table", "tr", "td", "th", "h1", "h2", "h3"}
# Comments, tags without attributes (an address in an attribute is worth reading) and character references.
_MARKUP = re.compile(r"<!--.{0,200}?-->|</?([a-z][a-z0-9]{0,15})\s{0,9}/?>|&(?:#?[a-z0-9]{1,31});", re.I | re.S)
_UNEVEN_SPACE = re.compile(r"[^\S ]|  |[\x00-\x1f\x7f]")
_DOTTED_AND_DOTLESS = str.maketrans("Iİ", "ıi")


@dataclass(frozen=True, slots=True)
class MappedText:
    """Hold a text and, for each of its characters, where in the submitted text what it stands for starts and ends."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the submitted text that `text[start:end]` stands for."""
        return self.starts[start], self.ends[end - 1]


@dataclass(frozen=True, slots=True)
class FoldedText:
    """Hold both views of a text; `disguised` and, among them, `spaced_out` are spans of the skeleton, in order."""

    plain: MappedText
    skeleton: MappedText
    disguised: tuple[tuple[int, int], ...]
    spaced_out: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        return self.plain.text


def fold(text: str, language: str = "") -> FoldedText:
    """Fold a text; `language` matters to Turkish and Azeri, whose capital I is that of the dotless letter."""
    plain = _plain(text.translate(_DOTTED_AND_DOTLESS) if language[:2].lower() in ("tr", "az") else text)
    joined, spaced_out = _joined(plain)
    skeleton = MappedText(skeleton_of(joined.text), joined.starts, joined.ends)
    disguised = tuple(sorted({*spaced_out, *disguised_words(joined.text)}))
    return FoldedText(plain, skeleton, disguised, tuple(spaced_out))


def fold_key(text: str) -> str:
    """Return what is equal for texts that say the same in other dress: for hashing repeated comments."""
    folded = fold(text)
    letters = [character if is_word_character(character) else " " for character in folded.skeleton.text]
    return " ".join("".join(letters).split()) or folded.text.strip()


def _plain(text: str) -> MappedText:
    if text.isascii() and "<" not in text and "&" not in text and not _UNEVEN_SPACE.search(text):
        return MappedText(text.lower(), range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for character, start, end in _without_markup(text):
        for letter in fold_character(character):
            before = letters[-1] if letters else " "
            replacement = _merged(before, letter)
            if replacement is None:
                letters.append(letter)
                starts.append(start)
                ends.append(end)
            elif letters:
                letters[-1], ends[-1] = replacement, end
    return MappedText("".join(letters), starts, ends)


def _merged(before: str, letter: str) -> str | None:
    """Return what stands for both characters together, None when they stay two."""
    if letter == " ":
        return " " if before == " " else None
    return combined(before, letter) if letter > "\u02ff" and is_combining(letter) else None


def _without_markup(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the characters that a reader would see, each with its place in the text."""
    done = 0
    for match in _MARKUP.finditer(text):
        yield from zip(text[done : match.start()], range(done, len(text)), range(done + 1, len(text) + 1), strict=False)
        done = match.end()
        if match[0][0] == "&":
            yield from ((character, *match.span()) for character in unescape(match[0]))
        elif (match[1] or "").lower() in _BLOCKS:
            yield " ", *match.span()
    yield from zip(text[done:], range(done, len(text)), range(done + 1, len(text) + 1), strict=True)


def _joined(plain: MappedText) -> tuple[MappedText, list[tuple[int, int]]]:
    """Join spaced-out words; return the text and where the joined words stand in it."""
    kept: list[int] = []
    words: list[tuple[int, int]] = []
    done = 0
    for letters in spaced_out_words(plain.text, plain.starts, plain.ends):
        kept.extend(range(done, letters[0]))
        words.append((len(kept), len(kept) + len(letters)))
        kept.extend(letters)
        done = letters[-1] + 1
    if not words:
        return plain, words
    kept.extend(range(done, len(plain.text)))
    text = "".join([plain.text[index] for index in kept])
    return MappedText(text, [plain.starts[i] for i in kept], [plain.ends[i] for i in kept]), words
