"""Write the page that tells how well and at what cost rules judge."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from benchmarks.costs import Cost


class Held(Protocol):
    texts: int
    established: float
    new: float


HEAD = """# Accuracy

How well rules and policy judge by themselves, without a learned model, listed terms or anything known but
the text. Every text is judged by all rules under the policy *balanced*, once as an established author's comment and
once as somebody's first. One command writes this page, and fails when a figure is worse than its floor in
`benchmarks/judgement_floors.json`:

    python -m benchmarks.judgement FOLDER --terms LIST

The folder holds collections of labelled comments, each text with the group of near-duplicates that it belongs to. Each
collection is cut in two by a hash of the group. Rules were written from general knowledge of how advertising is written
and by reading texts of the first half; the figures are those of the second, of 3,000 texts at most.

Two collections are so small that they were read whole before rules were written: `stackexchange_smoke` (28 texts) and
`contactform_price_spam` (45). Their figures tell that the rules do what they were written for, not how they will do on
other texts of the kind. The question for "your price" is known in many more languages than that collection has.
"""

WANTED = """
## Held by mistake

What people had approved or found inoffensive, and what share of it the rules would hold. Some of it is advertising that
moderators let pass.

| collection | texts | established author | first comment |
| --- | ---: | ---: | ---: |
"""

UNWANTED = """
## Caught

What people had called spam, and what share of it the rules would hold.

| collection | texts | established author | first comment |
| --- | ---: | ---: | ---: |
"""

COSTS = """
## Costs

Microseconds of processor time per comment, on the machine that wrote this page. Reading a text (folding it, finding
links, words and phrases) happens once and is part of the last line only. {terms} listed terms were loaded in
{seconds:.1f} s.

| step | median | 99th percentile | worst |
| --- | ---: | ---: | ---: |
"""

SLOW = """
## Inputs built to be slow

Each is repeated up to 5,000 characters, the longest that the form takes. Growth is from half that length: 2 is linear.

| input | milliseconds | growth |
| --- | ---: | ---: |
"""


def page(
    wanted: Mapping[str, Held],
    unwanted: Mapping[str, Held],
    costs: Mapping[str, Cost],
    slow: Mapping[str, tuple[float, float]],
    terms: int,
    seconds: float,
) -> str:
    return "".join(
        [
            HEAD,
            WANTED,
            *_rows(
                (name, held.texts, f"{held.established:.2f} %", f"{held.new:.2f} %") for name, held in wanted.items()
            ),
            UNWANTED,
            *_rows(
                (name, held.texts, f"{held.established:.1f} %", f"{held.new:.1f} %") for name, held in unwanted.items()
            ),
            COSTS.format(terms=f"{terms:,}", seconds=seconds),
            *_rows(
                (name, f"{cost.median:.0f}", f"{cost.p99:.0f}", f"{cost.worst:.0f}") for name, cost in costs.items()
            ),
            SLOW,
            *_rows((name, f"{milliseconds:.1f}", f"{growth:.1f}") for name, (milliseconds, growth) in slow.items()),
        ]
    )


def _rows(rows: Iterable[tuple[object, ...]]) -> Iterable[str]:
    return ["| " + " | ".join(map(str, row)) + " |\n" for row in rows]
