"""Measure what judging a comment costs: `python -m benchmarks.rules [--terms FILE] FILE.csv[.gz]...`.

Every file is CSV with a column `text`. For folding, terms, every rule and the whole of it: microseconds of processor
time per comment (median, 99th percentile, worst), and the sum over all texts as a multiple of splitting them into
words, which can be compared between machines. Then inputs built to be slow, at the longest length that the form
takes, with the growth from half that length: about 2 is linear. `--terms` takes a list with one term a line.
"""

import argparse
import csv
import gzip
import importlib
import pkgutil
import statistics
import time
from collections.abc import Callable, Iterator
from inspect import isfunction
from pathlib import Path

from moderation import rules as rooms
from moderation.pipeline import examine
from moderation.policy import Policy
from moderation.presets import BALANCED
from moderation.rules import Rule
from moderation.submission import Submission
from moderation.text.folding import fold, fold_key
from moderation.text.term_matching import TermEntry, TermMatcher

LONGEST = 5_000
MICROSECONDS = 1_000_000
POLICY = Policy.from_data(BALANCED)

# Each is repeated up to the length that is asked for.
SLOW = {
    "one word": "a",
    "spaced-out letters": "a ",
    "spaced-out words": "a.b.c  ",
    "dashes in a word": "a-",
    "marks on marks": "a" + "\u0301\u0337" * 20,
    "marks that join nothing": "क़\u093f\u093f",
    "invisible characters": "a\u200b",
    "expanding ligatures": "\ufdfa",
    "mixed alphabets": "аa",
    "words in mixed alphabets": "vіаgrа cаsinо ",
    "mathematical letters": "𝓪𝓫𝓬 ",
    "leet": "p0rn5 ",
    "signs in words": "a!|",
    "dots": "a.",
    "name that never ends": "a-b.",
    "links": "http://a.bc ",
    "bare names": "a.com ",
    "anchors": "<a href=http://a.bc>",
    "anchors never closed": "<a ",
    "anchors with quotes": "<a href=' ",
    "schemes": "http://",
    "tags": "<b>",
    "half a comment": "<!--",
    "half a reference": "&a",
    "references": "&#118;",
    "nine of each": "zzzzzzzzzy",
    "capitals": "A",
    "emoji": "👨‍👩‍👧",
    "Chinese": "赌场",
    "white space": " \n",
}


def main() -> None:
    options = _options()
    matcher, seconds, terms = _matcher(options.terms)
    print(f"{terms} terms, loaded in {seconds:.2f} s")
    parts = _parts(matcher)
    for path in options.files:
        texts = list(_texts(path))
        print(f"\n{path.name}: {len(texts)} comments, median {statistics.median(map(len, texts)):.0f} characters")
        _print_parts(parts, texts)
    _print_slow(parts["all together"], options.at_most)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--terms", type=Path, help="a list with one term a line")
    parser.add_argument("--at-most", type=float, help="fail when an input takes more milliseconds than this")
    return parser.parse_args()


def _matcher(path: Path | None) -> tuple[TermMatcher, float, int]:
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    started = time.perf_counter()
    matcher = TermMatcher.build(TermEntry(line, "suspect") for line in lines)
    return matcher, time.perf_counter() - started, len(lines)


def _texts(path: Path) -> Iterator[str]:
    csv.field_size_limit(10**9)
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["text"][:LONGEST]


def _rules() -> list[Rule]:
    modules = [
        importlib.import_module(f"{rooms.__name__}.{room.name}") for room in pkgutil.iter_modules(rooms.__path__)
    ]
    return [
        value for module in modules for value in vars(module).values() if isfunction(value) and hasattr(value, "family")
    ]


def _parts(matcher: TermMatcher) -> dict[str, Callable[[str], object]]:
    rules = _rules()

    def judge(text: str) -> object:
        hits = matcher.hits(fold(text))
        return examine(Submission.of(body=text, term_hits=hits), rules, POLICY)

    def alone(rule: Rule) -> Callable[[str], object]:
        return lambda text: list(rule(Submission.of(body=text)))

    return {
        "splitting into words": str.split,
        "folding": fold,
        "key of repeats": fold_key,
        "folding and terms": lambda text: matcher.hits(fold(text)),
        **{rule.code: alone(rule) for rule in rules},
        "all together": judge,
    }


def _microseconds(judge: Callable[[str], object], text: str) -> float:
    started = time.thread_time()
    judge(text)
    return (time.thread_time() - started) * MICROSECONDS


def _print_parts(parts: dict[str, Callable[[str], object]], texts: list[str]) -> None:
    print(f"{'':28}{'median':>9}{'p99':>9}{'worst':>9}{'ratio':>9}")
    baseline = 0.0
    for name, judge in parts.items():
        costs = sorted(_microseconds(judge, text) for text in texts)
        baseline = baseline or sum(costs)
        p99 = costs[int(len(costs) * 0.99)]
        print(f"{name:28}{statistics.median(costs):9.1f}{p99:9.1f}{costs[-1]:9.1f}{sum(costs) / baseline:9.1f}")


def _print_slow(judge: Callable[[str], object], at_most: float | None) -> None:
    print(f"\n{f'slow inputs, {LONGEST} characters':28}{'ms':>9}{'growth':>9}{'ratio':>9}")
    worst = 0.0
    for name, unit in SLOW.items():
        text = unit * (LONGEST // len(unit))
        cost = min(_microseconds(judge, text) for _ in range(3))
        half = min(_microseconds(judge, text[: LONGEST // 2]) for _ in range(3))
        baseline = min(_microseconds(str.split, text) for _ in range(3))
        worst = max(worst, cost / 1000)
        print(f"{name:28}{cost / 1000:9.2f}{cost / half:9.1f}{cost / baseline:9.0f}")
    if at_most is not None and worst > at_most:
        raise SystemExit(f"An input took {worst:.1f} ms.")


if __name__ == "__main__":
    main()
