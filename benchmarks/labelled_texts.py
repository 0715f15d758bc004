"""Read labelled comments, and keep those by which rules were written apart from those by which they are measured."""

import csv
import gzip
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LONGEST = 5_000
UNKNOWN_LANGUAGES = ("und", "mul")


@dataclass(frozen=True, slots=True)
class LabelledText:
    text: str
    language: str


def texts_of(folder: Path, name: str, label: str, most: int, *, for_tuning: bool = False) -> list[LabelledText]:
    """Return at most so many texts of a set and label, from the half for measuring unless told otherwise.

    Groups of near-duplicates stay on one side. The choice among many is by hash: the same at every run.
    """
    rows = [row for row in _rows(folder / f"{name}.csv.gz") if row["label"] == label]
    wanted = [row for row in rows if is_for_tuning(row["group"]) is for_tuning]
    wanted.sort(key=lambda row: _hash(row["id"]))
    return [LabelledText(row["text"][:LONGEST], _language(row["lang"])) for row in wanted[:most]]


def is_for_tuning(group: str) -> bool:
    """Say whether texts of this group may be read by who writes rules."""
    return _hash(group)[0] % 2 == 0


def _rows(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(10**9)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _hash(value: str) -> bytes:
    return hashlib.sha256(value.encode()).digest()


def _language(language: str) -> str:
    return "" if language in UNKNOWN_LANGUAGES else language
