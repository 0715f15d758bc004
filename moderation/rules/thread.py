"""What the thread and its site demand of every comment, and what happens in the thread."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission

# A rush that brings a quiet thread this many comments in an hour, and this many times as many as usual.
FEWEST_IN_SPIKE = 30
SPIKE_FACTOR = 10


@rule("thread.held", family="thread", version=1)
def everything_held(submission: Submission) -> Iterator[Finding]:
    """Find a thread or a site set to hold everything."""
    if submission.hold_everything:
        yield Finding(params={"by": submission.hold_everything})


@rule("thread.spike", family="thread", version=1)
def sudden_spike(submission: Submission) -> Iterator[Finding]:
    """Find a thread that suddenly gets many more comments than in the day before: news, or a call to arms elsewhere."""
    count, usual = submission.around.thread_hour, submission.around.thread_usual
    if count >= FEWEST_IN_SPIKE and count >= SPIKE_FACTOR * usual:
        yield Finding(params={"count": count})
