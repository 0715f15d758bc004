"""What moderators decided about an author; it holds for whoever writes under that address, proven or not."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission


@rule("standing.watched", family="standing", version=1)
def author_watched(submission: Submission) -> Iterator[Finding]:
    """Find an author whose every comment a person wants to see first."""
    if submission.author.standing == "watched":
        yield Finding()


@rule("standing.suspended", family="standing", version=1)
def author_suspended(submission: Submission) -> Iterator[Finding]:
    """Find an author who may not comment for a while."""
    if submission.author.standing == "suspended":
        yield Finding()


@rule("standing.banned", family="standing", version=1)
def author_banned(submission: Submission) -> Iterator[Finding]:
    """Find an author who may not comment any more."""
    if submission.author.standing == "banned":
        yield Finding()
