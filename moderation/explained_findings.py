"""Put what the rules saw in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils.translation import ngettext

from comments.models import Comment
from moderation.explanations import explain
from moderation.models import FindingRecord

# Read with the comments of a list, so that no line of it asks for its own.
WITH_FINDINGS = Prefetch("latest_revision__findings", queryset=FindingRecord.objects.order_by("-points", "code", "id"))


@dataclass(frozen=True, slots=True)
class ExplainedFinding:
    """A finding in words, with the number by which the text refers to it."""

    number: int
    record: FindingRecord
    words: str

    @property
    def points(self) -> str:
        """The points in words; they may be fractions, of which no language has a singular."""
        points = self.record.points
        return ngettext("%(points)s point", "%(points)s points", 1 if points == 1 else 2) % {"points": f"{points:g}"}


def latest_findings(comment: Comment) -> list[FindingRecord]:
    """What the latest examination of a comment's latest revision saw, the heaviest first."""
    if comment.latest_revision is None:
        return []
    records = list(comment.latest_revision.findings.all())
    latest = max((record.decision_id for record in records), default=None)
    return [record for record in records if record.decision_id == latest]


def explained(records: Sequence[FindingRecord]) -> list[ExplainedFinding]:
    """The findings in words, what counted first."""
    ordered = sorted(records, key=lambda record: not record.counted)
    return [
        ExplainedFinding(number, record, explain(record.code, record.params))
        for number, record in enumerate(ordered, start=1)
    ]


def score_of(records: Sequence[FindingRecord]) -> float:
    """What counted, together."""
    return sum(record.points for record in records if record.counted)
