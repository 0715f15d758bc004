"""What the thread and its site demand of every comment."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission


@rule("thread.held", family="thread", version=1)
def everything_held(submission: Submission) -> Iterator[Finding]:
    """Find a thread or a site set to hold everything."""
    if submission.hold_everything:
        yield Finding(params={"by": submission.hold_everything})
