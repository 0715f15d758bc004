"""Words and phrases that moderators listed."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission, TermHit

# What a moderator reads of them, and what is stored; a list of one-letter terms would hit thousands of times.
MOST_TERMS = 10
MOST_SPANS = 100


@rule("terms.banned", family="terms", version=1)
def banned_terms(submission: Submission) -> Iterator[Finding]:
    """Find terms of the banned list in text or name."""
    yield from _found([hit for hit in submission.term_hits if hit.list == "banned"])


@rule("terms.suspect", family="terms", version=1)
def suspect_terms(submission: Submission) -> Iterator[Finding]:
    """Find terms of the suspect list in text or name."""
    yield from _found([hit for hit in submission.term_hits if hit.list == "suspect"])


def _found(hits: list[TermHit]) -> Iterator[Finding]:
    if hits:
        terms = list(dict.fromkeys(hit.term for hit in hits))
        spans = list(dict.fromkeys(hit.span for hit in hits if hit.field == "body"))
        in_name = any(hit.field == "name" for hit in hits)
        params = {"terms": terms[:MOST_TERMS], "count": len(terms), "in_name": in_name}
        yield Finding(params=params, spans=spans[:MOST_SPANS])
