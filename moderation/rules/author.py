"""What is known of the author."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission

# One rejection may be a mistake; from this many on, more often than not, it is a record.
FEWEST_REJECTIONS = 2
BAD_RATE = 0.5


@rule("author.first_comment", family="author", version=1)
def first_comment(submission: Submission) -> Iterator[Finding]:
    """Find an author of whom nothing good is known yet, or who has not proven to be the one who is known."""
    if submission.author.is_newcomer:
        yield Finding(params={"proven": submission.author.proven})


@rule("author.rejections", family="author", version=1)
def recent_rejections(submission: Submission) -> Iterator[Finding]:
    """Find an author whose recent comments were rejected more often than not."""
    rejected, decided = submission.author.rejected_recently, submission.author.decided_recently
    if rejected >= FEWEST_REJECTIONS and rejected >= BAD_RATE * decided:
        yield Finding(params={"rejected": rejected, "decided": max(decided, rejected)})
