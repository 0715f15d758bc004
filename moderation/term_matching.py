"""Find listed words and phrases in folded text; the cost depends on the text and hardly on the number of terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Self

import ahocorasick

from moderation.disguise import skeleton_of
from moderation.folding import FoldedText, MappedText, fold
from moderation.submission import TermHit
from moderation.words import is_boundary

TermList = Literal["banned", "suspect"]
Field = Literal["body", "name"]


class TermEntry(NamedTuple):
    """Hold one line of a list: a word or phrase, `*` at an end for any beginning or ending; "" is any language."""

    text: str
    list: TermList
    language: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class _Pattern:
    entry: TermEntry
    open_start: bool
    open_end: bool

    def stands_in(self, text: str, start: int, end: int) -> bool:
        """Say whether the place where the letters were found is bounded as the entry demands."""
        return (self.open_start or is_boundary(text, start)) and (self.open_end or is_boundary(text, end))

    def is_for(self, language: str) -> bool:
        return not language or not self.entry.language or _primary(language) == _primary(self.entry.language)


class TermMatcher:
    """Hold all terms in two automata, for plain words and for disguised ones; built once per version of the lists."""

    def __init__(self, plain: Any, skeleton: Any) -> None:
        self._plain = plain
        self._skeleton = skeleton

    @classmethod
    def build(cls, entries: Iterable[tuple[str, TermList, str, int | None]]) -> Self:
        """Build a matcher (Aho and Corasick, 1975); an entry of which folding leaves nothing matches nothing."""
        plain, skeleton = ahocorasick.Automaton(), ahocorasick.Automaton()
        for entry in map(TermEntry._make, entries):
            written = entry.text.strip()
            pattern = _Pattern(entry, written.startswith("*"), written.endswith("*"))
            folded = fold(written.strip("*"), entry.language).text.strip()
            for spelling in {folded, folded.replace(" ", "-")} - {""}:
                _add(plain, spelling, pattern)
                _add(skeleton, skeleton_of(spelling), pattern)
        plain.make_automaton()
        skeleton.make_automaton()
        return cls(plain, skeleton)

    def hits(self, folded: FoldedText, field: Field = "body", language: str = "") -> tuple[TermHit, ...]:
        """Return the terms that stand in a text, in its order; with a language, without those of other languages.

        What is found in the skeleton counts only where it touches a disguised word.
        """
        disguised = {index for start, end in folded.disguised for index in range(start, end)}
        found = list(_found(self._plain, folded.plain, language))
        if disguised:
            skeleton = _found(self._skeleton, folded.skeleton, language)
            found += [hit for hit in skeleton if not disguised.isdisjoint(range(hit.start, hit.end))]
        places = {(place.span, place.entry): None for place in found}
        return tuple(
            TermHit(term=entry.text, list=entry.list, span=span, field=field)
            for span, entry in sorted(places, key=_order)
        )


class _Place(NamedTuple):
    start: int
    end: int
    span: tuple[int, int]
    entry: TermEntry


def _found(automaton: Any, view: MappedText, language: str) -> Iterator[_Place]:
    if len(automaton) == 0:  # make_automaton leaves an empty one unable to search
        return
    for last, (length, patterns) in automaton.iter(view.text):
        start, end = last + 1 - length, last + 1
        for pattern in patterns:
            if pattern.is_for(language) and pattern.stands_in(view.text, start, end):
                yield _Place(start, end, view.span(start, end), pattern.entry)


def _add(automaton: Any, spelling: str, pattern: _Pattern) -> None:
    if spelling not in automaton:
        automaton.add_word(spelling, (len(spelling), []))
    automaton.get(spelling)[1].append(pattern)


def _order(place: tuple[tuple[int, int], TermEntry]) -> tuple[tuple[int, int], str]:
    return place[0], place[1].text


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
