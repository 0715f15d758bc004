"""How fast the form was filled in."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission

# Name, address and two words, typed by a practised hand with the browser's help.
SHORTEST_SECONDS = 3.0


@rule("pace.too_fast", family="pace", version=1)
def too_fast(submission: Submission) -> Iterator[Finding]:
    """Find a form that came back sooner than a person can fill it in, whatever the length: a text may be pasted."""
    seconds = submission.seconds_to_fill
    if seconds is not None and seconds < SHORTEST_SECONDS:
        yield Finding(params={"seconds": round(seconds, 1)})
