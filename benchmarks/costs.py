"""Measure what judging a comment costs, in microseconds of processor time, rule by rule and for the worst of inputs."""

import importlib
import pkgutil
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import isfunction
from pathlib import Path

from moderation import rules as rooms
from moderation.pipeline import examine
from moderation.policy import Policy
from moderation.presets import BALANCED
from moderation.rules import Rule
from moderation.submission import Submission
from moderation.text.folding import fold
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
    "digits": "+1 ",
    "half a number": "+1.2.3.4.5.6.7 ",
    "handles": "@abcd ",
    "half an address": "a.b.c@",
    "addresses with signs": "ab(at)cd(dot)",
    "Base58": "1BoatSLRHtKNngkdXEeobR76b53LETtpy",
    "names": "with Anna Kay ",
    "sums": "$5 a day ",
    "sums that lead nowhere": "$5 a ",
    "BBCode": "[url=http://a.bc]",
    "quoted lines": "> a\n",
    "quotations never closed": "<blockquote>",
    "misread letters": "Ã©",
    "full-width letters": "ｆ ",
    "raised letters": "ᵃ",
    "marked letters": "a\u0332",
    "advertising": "casino bitcoin discount telegram ",
    "letters at random": "qwxzjkvbfh ",
    "greetings": "hello, what price, know ",
    "Chinese": "赌场",
    "white space": " \n",
}


@dataclass(frozen=True, slots=True)
class Cost:
    """Hold what a step costs: microseconds per text."""

    median: float
    p99: float
    worst: float


def all_rules() -> list[Rule]:
    """Return every rule that there is, whether or not the settings list it."""
    modules = [
        importlib.import_module(f"{rooms.__name__}.{room.name}") for room in pkgutil.iter_modules(rooms.__path__)
    ]
    return [
        value for module in modules for value in vars(module).values() if isfunction(value) and hasattr(value, "family")
    ]


def matcher_of(path: Path | None) -> tuple[TermMatcher, int, float]:
    """Build a matcher of a list with one term a line; return it, how many there are and the seconds that it took."""
    lines = path.read_text(encoding="utf-8").splitlines() if path else []
    started = time.perf_counter()
    matcher = TermMatcher.build(TermEntry(line, "suspect") for line in lines)
    return matcher, len(lines), time.perf_counter() - started


def costs_by_step(texts: list[str], matcher: TermMatcher) -> dict[str, Cost]:
    """Return the cost of reading a text, of every rule on a text that was read, and of the whole."""
    judge = judge_with(matcher)
    judge("warm")
    read = [_read(text) for text in texts]
    return {
        "folding": _cost(fold, texts),
        "listed terms": _cost(matcher.hits, [submission.folded for submission in read]),
        **{rule.code: _cost(lambda submission, rule=rule: list(rule(submission)), read) for rule in all_rules()},
        "all together": _cost(judge, texts),
    }


def slow_inputs(matcher: TermMatcher) -> dict[str, tuple[float, float]]:
    """Return for each input built to be slow its milliseconds and the growth from half its length; 2 is linear."""
    judge, found = judge_with(matcher), {}
    for name, unit in SLOW.items():
        text = unit * (LONGEST // len(unit))
        whole = min(_microseconds(judge, text) for _ in range(3))
        half = min(_microseconds(judge, text[: LONGEST // 2]) for _ in range(3))
        found[name] = (whole / 1000, whole / half)
    return found


def judge_with(matcher: TermMatcher) -> Callable[[str], object]:
    """Return what judges a text: all rules, listed terms and the balanced policy."""
    rules = all_rules()

    def judge(text: str) -> object:
        submission = Submission.of(body=text, term_hits=matcher.hits(fold(text)))
        return examine(submission, rules, POLICY)

    return judge


def _read(text: str) -> Submission:
    submission = Submission.of(body=text)
    _ = submission.folded, submission.mentions, submission.links, submission.word_count
    return submission


def _cost(step: Callable[..., object], inputs: Iterable[object]) -> Cost:
    costs = sorted(_microseconds(step, value) for value in inputs)
    return Cost(statistics.median(costs), costs[int(len(costs) * 0.99)], costs[-1])


def _microseconds(step: Callable[..., object], value: object) -> float:
    started = time.thread_time()
    step(value)
    return (time.thread_time() - started) * MICROSECONDS
