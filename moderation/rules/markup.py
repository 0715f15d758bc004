"""What became of the comment's HTML."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission


@rule("markup.disputed", family="markup", version=1)
def html_disputed(submission: Submission) -> Iterator[Finding]:
    """Find HTML that one sanitiser let pass and a second one would still change."""
    if submission.html_disputed:
        yield Finding()
