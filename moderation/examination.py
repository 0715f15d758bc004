"""Examining one comment: gather, sanitise, run all rules, verdict, decision."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from comments.markup import MARKUP_VERSION, to_safe_html
from comments.models import Comment, Revision, Status
from comments.waiting import claim, look_again_at, wait_until
from moderation.decisions import Conflict, NotAllowed, Ruling, decide, latest_decision, machine_ruling
from moderation.findings import TECHNICAL, Finding, Verdict
from moderation.gathering import submission_for
from moderation.models import Decision
from moderation.pipeline import examine
from moderation.policies import PolicyInForce, policy_for
from moderation.rule_list import configured_rules

logger = logging.getLogger(__name__)

RETRY_AFTER = timedelta(seconds=5)
RECHECK_FIRST = timedelta(minutes=1)
RECHECK_SELDOM = timedelta(hours=1)
RECHECK_LAST = timedelta(days=1)


def examine_comment(comment_id: int, now: datetime) -> Decision | None:
    """Examine what waits of a comment, and decide.

    Safe to call twice, at once, late, or for a comment that was edited, decided or withdrawn meanwhile: None when there
    is nothing to do or somebody else does it. An error ends the claim early, so that the next attempt comes soon, and
    is raised; after EXAMINATION_MAX_ATTEMPTS attempts that came to no end the comment is held, with that as its
    finding.
    """
    comment = _waiting_comment(comment_id)
    if comment is None or comment.latest_revision is None:
        return None
    revision = comment.latest_revision
    if not claim(revision.pk, now, timedelta(seconds=settings.EXAMINATION_LEASE_SECONDS)):
        return None
    try:
        if revision.attempts >= settings.EXAMINATION_MAX_ATTEMPTS:
            return _hold_unfinished(comment, revision, now)
        return _judge(comment, revision, now)
    except (Conflict, NotAllowed):
        # Decided, edited or withdrawn while we looked: if something still waits, it is due at once.
        wait_until(revision.pk, now, finished=True)
        return None
    except Exception:
        wait_until(revision.pk, now + RETRY_AFTER)
        raise


def verdict_on(comment: Comment, revision: Revision, in_force: PolicyInForce, now: datetime) -> Verdict:
    """Sanitise the revision's text and judge it; what readers would see is noted on `revision`, not yet stored."""
    safe = to_safe_html(revision.body)
    submission = submission_for(comment, revision, html_disputed=safe.disputed, now=now)
    verdict = examine(submission, configured_rules(), in_force.policy)
    revision.html, revision.markup_version, revision.examined_at = safe.html, MARKUP_VERSION, now
    return verdict


def _waiting_comment(comment_id: int) -> Comment | None:
    comments = Comment.objects.select_related("thread__site", "author", "latest_revision__sender", "public_revision")
    return comments.filter(pk=comment_id, latest_revision__due_at__isnull=False).first()


def _judge(comment: Comment, revision: Revision, now: datetime) -> Decision | None:
    in_force = policy_for(comment.thread.site)
    recheck = revision.status == Status.HELD
    # Outside of any transaction: a rule that hangs must not hold a lock.
    verdict = verdict_on(comment, revision, in_force, now)
    if recheck and verdict.technical:
        wait_until(revision.pk, _next_look(latest_decision(comment.pk), now), finished=True)
        return None
    return _conclude(comment, revision, machine_ruling(verdict, in_force.version_id), now)


@transaction.atomic
def _conclude(comment: Comment, revision: Revision, ruling: Ruling, now: datetime) -> Decision:
    decision = decide(comment, ruling, now)
    if decision.technical:
        look_again_at(revision.pk, now + RECHECK_FIRST)
    return decision


def _next_look(decision: Decision | None, now: datetime) -> datetime | None:
    """When to look again at what only technical findings hold: ever more seldom, and after a day no more."""
    age = now - decision.decided_at if decision else RECHECK_LAST
    return None if age >= RECHECK_LAST else now + min(max(age, RECHECK_FIRST), RECHECK_SELDOM)


def _hold_unfinished(comment: Comment, revision: Revision, now: datetime) -> Decision | None:
    logger.error("Comment %d is held: %d examinations came to no end", comment.pk, revision.attempts)
    if revision.status != Status.PENDING:
        wait_until(revision.pk, None, finished=True)
        return None
    finding = Finding(code="examination.unfinished", family=TECHNICAL, params={"attempts": revision.attempts})
    in_force = policy_for(comment.thread.site)
    verdict = in_force.policy.verdict([finding])
    return decide(comment, machine_ruling(verdict, in_force.version_id), now)
