"""Show where in a text the findings stand."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from moderation.findings import JSON

# What is seen as nothing and tells of disguise: zero-width spaces, soft hyphens, turned directions, tags. The joiners
# are left alone, since Persian, Hindi and emoji are written with them.
INVISIBLE = frozenset(
    map(chr, (0xAD, 0x180E, 0x200B, *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xE0000, 0xE0080)))
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that the same findings mark.

    `marks` numbers those findings, `ends` those whose mark ends here. `invisible` says what stands there unseen.
    """

    text: str
    marks: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    invisible: str = ""


def marked(text: str, spans_by_number: Iterable[tuple[int, Sequence[JSON]]]) -> list[Piece]:
    """Cut a text where marks begin and end, so that they may overlap; joined, the pieces are the text.

    Each number comes with its spans: pairs of code points, start and end. What lies beyond the text is left out.
    """
    spans = [
        (max(int(start), 0), min(int(end), len(text)), number)
        for number, found in spans_by_number
        for start, end in found
    ]
    spans = [span for span in spans if span[0] < span[1]]
    cuts = sorted({0, len(text), *(start for start, _end, _number in spans), *(end for _start, end, _number in spans)})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        marks = sorted({number for first, last, number in spans if first <= start and end <= last})
        ends = sorted({number for first, last, number in spans if last == end and first < end})
        pieces += _with_invisible_shown(Piece(text[start:end], tuple(marks), tuple(ends)))
    return pieces


def _with_invisible_shown(piece: Piece) -> Iterator[Piece]:
    groups = [(unseen, "".join(run)) for unseen, run in groupby(piece.text, key=INVISIBLE.__contains__)]
    for position, (unseen, run) in enumerate(groups, start=1):
        ends = piece.ends if position == len(groups) else ()
        yield Piece(run, piece.marks, ends, _names(run) if unseen else "")


def _names(run: str) -> str:
    """Name unseen characters, each kind once."""
    return ", ".join(unicodedata.name(character, f"U+{ord(character):04X}") for character in dict.fromkeys(run))
