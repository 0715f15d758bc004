"""Deciding: one transaction writes the decision, its findings and the status that follows."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from comments.models import Comment, Revision, Status
from comments.publication import Stale, set_status
from moderation.campaigns.membership import remember
from moderation.findings import Outcome, ScoredFinding, Verdict
from moderation.models import Decision, FindingRecord, Ground, Source
from moderation.repeats import remember_text

STATUS_OF_OUTCOME = {
    Outcome.PUBLISH: Status.PUBLISHED,
    Outcome.HOLD: Status.HELD,
    Outcome.REJECT: Status.REJECTED,
}


class Conflict(Exception):
    """Somebody or something else has decided, or the author has edited, since the comment was read.

    `decision` is the latest one on the comment, None when there is none.
    """

    def __init__(self, decision: Decision | None) -> None:
        super().__init__("The comment has changed since it was read.")
        self.decision = decision


class NotAllowed(Exception):
    """The status does not move this way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What somebody or something wants a comment's latest revision to become, and why."""

    to_status: str
    source: str
    actor_id: int | None = None
    reason: str = ""
    ground: str = ""
    clause: str = ""
    reverses_id: int | None = None
    verdict: Verdict | None = None
    policy_version_id: int | None = None
    model_versions: dict[str, str] = field(default_factory=dict)

    @property
    def by_machine(self) -> bool:
        """Whether nobody looked."""
        return self.source == Source.MACHINE


def machine_ruling(verdict: Verdict, policy_version_id: int | None) -> Ruling:
    """The ruling that a verdict amounts to."""
    return Ruling(
        to_status=STATUS_OF_OUTCOME[verdict.outcome],
        source=Source.MACHINE,
        ground="" if verdict.outcome is Outcome.PUBLISH else Ground.GUIDELINES,
        verdict=verdict,
        policy_version_id=policy_version_id,
    )


def latest_decision(comment_id: int) -> Decision | None:
    """The latest decision on a comment."""
    return Decision.objects.filter(comment_id=comment_id).order_by("-id").first()


@transaction.atomic
def decide(comment: Comment, ruling: Ruling, now: datetime) -> Decision:
    """Move the comment's latest revision, and record it.

    `comment` is as the caller read it, with the version that its ruling is about. Raises Conflict when it has changed
    since, NotAllowed when the status does not move this way. A machine never overturns a person.
    """
    revision = comment.latest_revision
    if revision is None:
        raise NotAllowed
    before, version = revision.status, comment.version
    _see_that_it_may(comment, revision, ruling)
    try:
        publication = set_status(comment, revision, ruling.to_status, edit_only=ruling.by_machine, now=now)
    except Stale:
        raise Conflict(latest_decision(comment.pk)) from None
    decision = Decision.objects.create(
        site_id=comment.thread.site_id,
        thread_id=comment.thread_id,
        comment_id=comment.pk,
        author_id=comment.author_id,
        revision_id=revision.pk,
        revision_hash=revision.body_hash,
        comment_version=version,
        from_status=before,
        to_status=ruling.to_status,
        public_before=publication.before,
        public_after=publication.after,
        reverses_id=ruling.reverses_id,
        source=ruling.source,
        actor_id=ruling.actor_id,
        reason=ruling.reason,
        ground=ruling.ground,
        clause=ruling.clause,
        automated_detection=ruling.by_machine,
        automated_decision=ruling.by_machine,
        technical=bool(ruling.verdict and ruling.verdict.technical),
        score=ruling.verdict.score if ruling.verdict else None,
        policy_version_id=ruling.policy_version_id,
        rule_versions=_rule_versions(ruling.verdict),
        model_versions=ruling.model_versions,
        decided_at=now,
    )
    if before == Status.PENDING:
        remember_text(comment, revision)
        remember(comment, revision)
    if ruling.verdict:
        FindingRecord.objects.bulk_create(_records(decision, ruling.verdict.findings))
    return decision


def _see_that_it_may(comment: Comment, revision: Revision, ruling: Ruling) -> None:
    """Hold to the table of statuses: the machine once per revision, and again only over its own technical hold."""
    if not ruling.by_machine:
        if ruling.to_status == Status.PENDING or (ruling.to_status == revision.status == comment.status):
            raise NotAllowed
        return
    if revision.status == Status.PENDING:
        return
    last = latest_decision(comment.pk)
    technical_hold = last is not None and last.technical and last.source == Source.MACHINE
    if revision.status != Status.HELD or not technical_hold:
        raise NotAllowed


def _rule_versions(verdict: Verdict | None) -> dict[str, int]:
    """Which version of each rule found something; a rule that found nothing said nothing."""
    findings = [scored.finding for scored in verdict.findings] if verdict else []
    return {finding.code: finding.version for finding in findings}


def _records(decision: Decision, findings: tuple[ScoredFinding, ...]) -> list[FindingRecord]:
    return [
        FindingRecord(
            revision_id=decision.revision_id,
            decision_id=decision.pk,
            code=scored.finding.code,
            family=scored.finding.family,
            rule_version=scored.finding.version,
            params=dict(scored.finding.params),
            spans=[list(span) for span in scored.finding.spans],
            strength=scored.finding.strength,
            points=scored.points,
            counted=scored.counted,
        )
        for scored in findings
    ]
