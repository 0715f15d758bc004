"""What the form itself tells of who filled it in."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission


@rule("form.honeypot", family="form", version=1)
def honeypot_filled(submission: Submission) -> Iterator[Finding]:
    """Find a filled honeypot: a field that people do not see and programs fill in."""
    if submission.honeypot_filled:
        yield Finding()
