"""What the admin's own pages show of ours."""

from typing import Any

from django import template
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.models import Comment, Status
from moderation.access import access_for
from moderation.admin.filters import StatusFilter, held_edits

register = template.Library()


@register.inclusion_tag("moderation/waiting.html", takes_context=True)
def waiting(context: dict[str, Any]) -> dict[str, Any]:
    """How many comments of the person's sites wait, each number a link to those; nothing for who moderates nowhere."""
    access = access_for(context["request"])
    if not access.highest:
        return {"queues": []}
    own = Comment.objects.filter(access.within("thread__site_id"))
    waiting = own.filter(status__in=[Status.HELD, Status.PENDING]).order_by()
    counts = dict(waiting.values_list("status").annotate(Count("pk")))
    return {
        "queues": [
            _queue(Status.HELD, _("held for a person"), counts.get(Status.HELD, 0)),
            _queue(StatusFilter.EDITED, _("edits of published comments, held"), held_edits(own).count()),
            _queue(Status.PENDING, _("not examined yet"), counts.get(Status.PENDING, 0)),
        ]
    }


def _queue(status: str, words: str, count: int) -> dict[str, Any]:
    url = reverse("admin:comments_comment_changelist", query={StatusFilter.parameter_name: status})
    return {"words": words, "count": count, "url": url}
