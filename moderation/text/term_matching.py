"""Find listed words and phrases in folded text; the cost depends on the text and hardly on the number of terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, Self

import ahocorasick

from moderation.text.disguise import skeleton_of
from moderation.text.folding import FoldedText, MappedText, fold
from moderation.text.term_hit import TermHit
from moderation.text.words import is_boundary, parts_words

TermList = Literal["banned", "suspect"]
Field = Literal["body", "name"]


class TermEntry(NamedTuple):
    """Hold one line of a list: a word or phrase, `*` at an end for any beginning or ending; "" is any language."""

    text: str
    list: TermList
    language: str = ""
    id: int | None = None


class _Pattern(NamedTuple):
    entry: TermEntry
    open_start: bool
    open_end: bool
    language: str


@dataclass(slots=True)
class _Key:
    length: int
    open_start: bool = False
    patterns: list[_Pattern] = field(default_factory=list)


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
            pattern = _Pattern(entry, written.startswith("*"), written.endswith("*"), _primary(entry.language))
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
    text, spoken = view.text, ("", _primary(language))
    for last, key in automaton.iter(text):
        start, end = last + 1 - key.length, last + 1
        # Most of what the automaton finds are letters within a word: those fall here, at the least cost.
        starts = not start or parts_words(text[start - 1], text[start])
        if not starts and not key.open_start:
            continue
        ends = is_boundary(text, end)
        for pattern in key.patterns:
            bounded = (starts or pattern.open_start) and (ends or pattern.open_end)
            if bounded and (not language or pattern.language in spoken):
                yield _Place(start, end, view.span(start, end), pattern.entry)


def _add(automaton: Any, spelling: str, pattern: _Pattern) -> None:
    if spelling not in automaton:
        automaton.add_word(spelling, _Key(len(spelling)))
    key = automaton.get(spelling)
    key.patterns.append(pattern)
    key.open_start |= pattern.open_start


def _order(place: tuple[tuple[int, int], TermEntry]) -> tuple[tuple[int, int], str]:
    return place[0], place[1].text


def _primary(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()
