"""Reviewing: what people decide."""

from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser

from comments.markup import MARKUP_VERSION, as_words
from comments.models import Comment, Status
from moderation.decisions import Ruling, decide
from moderation.examination import verdict_on
from moderation.findings import Verdict
from moderation.models import Decision, Ground, Reason, Source
from moderation.policies import policy_for


def review(
    comment: Comment,
    *,
    to_status: str,
    by: AbstractBaseUser,
    now: datetime,
    reason: str = "",
    clause: str = "",
    reverses_id: int | None = None,
) -> Decision:
    """Decide a comment for a person, who has seen it as `comment` was read.

    Raises Conflict when it has changed since, NotAllowed when the status does not move this way. Whether this person
    may decide for this site is for the caller to see.
    """
    in_force = policy_for(comment.thread.site)
    verdict = _examined_now(comment, now) if to_status == Status.PUBLISHED else None
    ruling = Ruling(
        to_status=to_status,
        source=Source.MODERATOR,
        actor_id=by.pk,
        reason=reason,
        ground=_ground(to_status, reason),
        clause=clause,
        reverses_id=reverses_id,
        verdict=verdict,
        policy_version_id=in_force.version_id,
    )
    return decide(comment, ruling, now)


def _ground(to_status: str, reason: str) -> str:
    if to_status == Status.PUBLISHED:
        return ""
    return Ground.LAW if reason == Reason.ILLEGAL else Ground.GUIDELINES


def _examined_now(comment: Comment, now: datetime) -> Verdict | None:
    """Examine what no worker has examined yet, for nothing is published before it was."""
    revision = comment.latest_revision
    if revision is None or revision.examined_at:
        return None
    if revision.attempts == 0 and revision.status == Status.PENDING:
        return verdict_on(comment, revision, policy_for(comment.thread.site), now)
    # What workers died of must not run in here: the text goes out as plain words.
    revision.html, revision.markup_version, revision.examined_at = as_words(revision.body), MARKUP_VERSION, now
    return None
