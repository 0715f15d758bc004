"""Measure what sanitising real comments costs, and how often the two sanitisers disagree about harmless ones.

Run it from the top of the tree, with files of labelled comments (gzipped CSV with the columns id, text and label):

    python -m benchmarks.sanitising [--label ham --label ok] FILE.csv.gz ...

Times are of the processor. The ratio is to nh3 alone over the same texts in the same run, so it can be compared between
machines where the times cannot.
"""

import argparse
import csv
import gzip
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

import nh3

from comments.markup import to_safe_html

COLUMNS = "{:<28}{:>8}{:>10}{:>11}{:>11}{:>8}{:>9}{:>7}"


@dataclass
class Tally:
    """Hold the figures of one file; times in nanoseconds."""

    disputed: list[str] = field(default_factory=list)
    ours: list[int] = field(default_factory=list)
    baseline: list[int] = field(default_factory=list)

    def add(self, comment_id: str, text: str) -> None:
        """Sanitise one comment in both ways."""
        self.baseline.append(processor_time(nh3.clean, text))
        self.ours.append(processor_time(to_safe_html, text))
        if to_safe_html(text).disputed:
            self.disputed.append(comment_id)

    def extend(self, other: "Tally") -> None:
        """Add the figures of another file."""
        self.disputed += other.disputed
        self.ours += other.ours
        self.baseline += other.baseline

    def row(self, name: str) -> str:
        """Lay out the figures, times in microseconds."""
        rows = len(self.ours)
        slowest = quantiles(self.ours, n=100)[-1] if rows > 1 else self.ours[0]
        return COLUMNS.format(
            name,
            rows,
            len(self.disputed),
            f"{1000 * len(self.disputed) / rows:.3f}",
            f"{median(self.ours) / 1000:.0f}",
            f"{slowest / 1000:.0f}",
            f"{median(self.baseline) / 1000:.0f}",
            f"{sum(self.ours) / sum(self.baseline):.1f}",
        )


def processor_time(function: Callable[[str], object], text: str) -> int:
    """Return the nanoseconds that the function takes for the text."""
    start = time.process_time_ns()
    function(text)
    return time.process_time_ns() - start


def labelled(path: Path, labels: set[str]) -> Iterator[tuple[str, str]]:
    """Yield id and text of the comments that bear one of the labels."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["label"] in labels:
                yield row["id"], row["text"]


def main() -> None:
    """Print a row for each file, the sum, and the ids of what was disputed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--label", action="append", help="may be repeated (default: ham and ok)")
    options = parser.parse_args()
    labels = set(options.label or ["ham", "ok"])
    print(COLUMNS.format("file", "rows", "disputed", "per 1,000", "median us", "p99 us", "nh3 us", "ratio"))
    total = Tally()
    for path in options.files:
        tally = Tally()
        for comment_id, text in labelled(path, labels):
            tally.add(comment_id, text)
        if tally.ours:
            print(tally.row(path.name), flush=True)
            total.extend(tally)
    if total.ours:
        print(total.row("all"))
    print("disputed:", " ".join(total.disputed) or "none")


if __name__ == "__main__":
    main()
