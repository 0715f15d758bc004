"""How a text looks, whatever it says."""

import re
from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission

# Below this many letters capitals are an abbreviation, a name, a cheer.
FEWEST_CASED_LETTERS = 20
SHOUTING_SHARE = 0.8

SHORTEST_RUN = 10
# Dots, dashes and emoji draw lines, so letters, digits and exclamations count. Laughter and tears do not, as they are
# typed in English, Portuguese, Spanish, Turkish, Thai, Japanese, Chinese, Korean, Arabic, Hebrew, Russian and Greek,
# nor does Arabic's stretching stroke.
_HARMLESS = "ـhaejkswx5哈呵笑草ㅋㅎㅠㅜهחхаχ"
_RUN = re.compile(rf"(?![{_HARMLESS}])([^\W_]|[!?])\1{{{SHORTEST_RUN - 1},}}", re.IGNORECASE)


@rule("shape.shouting", family="shape", version=1)
def shouting(submission: Submission) -> Iterator[Finding]:
    """Find a text in capitals, in scripts that have them."""
    capitals = sum(map(str.isupper, submission.body))
    cased = capitals + sum(map(str.islower, submission.body))
    if cased >= FEWEST_CASED_LETTERS and capitals >= SHOUTING_SHARE * cased:
        yield Finding(params={"percent": round(100 * capitals / cased)})


@rule("shape.repeated_characters", family="shape", version=1)
def repeated_characters(submission: Submission) -> Iterator[Finding]:
    """Find a letter, digit or exclamation that is held down."""
    runs = list(_RUN.finditer(submission.body))
    if runs:
        longest = max(runs, key=lambda run: len(run[0]))
        params = {"character": longest[1], "times": len(longest[0])}
        yield Finding(params=params, spans=[run.span() for run in runs])
