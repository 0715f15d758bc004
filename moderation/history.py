"""Tell in words who decided what about a comment, when and why."""

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Comment
from moderation.models import Decision, PolicyVersion, Source


def with_names(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Add `actor_name` and `policy_number`: decisions hold plain ids, so that nothing they name is tied to them."""
    users = get_user_model().objects.filter(pk=OuterRef("actor_id"))
    policies = PolicyVersion.objects.filter(pk=OuterRef("policy_version_id"))
    return decisions.annotate(
        actor_name=Subquery(users.values("username")[:1]),
        policy_number=Subquery(policies.values("number")[:1]),
    )


def decisions_on(comment: Comment) -> QuerySet[Decision]:
    """All decisions on a comment, the latest first, with names."""
    return with_names(Decision.objects.filter(comment_id=comment.pk)).order_by("-id")


def actor_of(decision: Decision) -> str:
    """Who or what decided; `decision` comes from `with_names`."""
    if decision.source == Source.MODERATOR:
        return getattr(decision, "actor_name", None) or _("somebody who has left")
    return decision.get_source_display()


def what_changed(comment: Comment, now: datetime) -> str:
    """Say what last became of a comment: what the latest decision made of it, or that its author changed it since."""
    latest = decisions_on(comment).first()
    if latest is None or latest.comment_version + 1 != comment.version:
        return _("Its author has changed it since.")
    words = {
        "who": actor_of(latest),
        "status": latest.get_to_status_display(),
        "reason": latest.get_reason_display(),
        "ago": ago(latest.decided_at, now),
    }
    if latest.reason:
        return _("Decided by %(who)s as “%(status)s” (%(reason)s), %(ago)s.") % words
    return _("Decided by %(who)s as “%(status)s”, %(ago)s.") % words


def ago(moment: datetime, now: datetime) -> str:
    """Say how long ago something was, to the second while it is fresh."""
    seconds = max(int((now - moment).total_seconds()), 0)
    if seconds < timedelta(minutes=1).total_seconds():
        return ngettext("%(seconds)s second ago", "%(seconds)s seconds ago", seconds) % {"seconds": seconds}
    return _("%(time)s ago") % {"time": timesince(moment, now, depth=1)}
