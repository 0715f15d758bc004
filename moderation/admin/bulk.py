"""Deciding many comments at once, each of them alone: a bad one is reported, and the rest go on."""

import logging
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, ActionForm
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comments.models import Comment, Status
from moderation.admin.display import isolated
from moderation.admin.scoping import SiteScopedAdmin
from moderation.as_seen import NotDecided, review_as_seen
from moderation.forms import CHOOSE_REASON
from moderation.models import Reason

logger = logging.getLogger(__name__)

# As many as one request should take on: some seconds' work.
MOST_AT_ONCE = 1_000
REFUSALS_TOLD = 10


class ReasonActionForm(ActionForm):
    """Beside the action, the reason that a rejection needs."""

    reason = forms.ChoiceField(
        label="",
        required=False,
        choices=[CHOOSE_REASON, *Reason.choices],
        widget=forms.Select(attrs={"aria-label": gettext_lazy("Reason for a rejection")}),
    )


class BulkDecisions(SiteScopedAdmin):
    """Approve, reject or hold what is selected in the list."""

    action_form = ReasonActionForm
    actions = ["approve_selected", "reject_selected", "hold_selected"]

    @admin.action(permissions=["decide"], description=gettext_lazy("Approve"))
    def approve_selected(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        self._decide_each(request, queryset, to_status=Status.PUBLISHED)

    @admin.action(permissions=["decide"], description=gettext_lazy("Reject, with a reason"))
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        reason = request.POST.get("reason", "")
        if reason not in Reason:
            self.message_user(request, _("Choose a reason for the rejection."), messages.ERROR)
            return
        self._decide_each(request, queryset, to_status=Status.REJECTED, reason=reason)

    @admin.action(permissions=["decide"], description=gettext_lazy("Hold"))
    def hold_selected(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        self._decide_each(request, queryset, to_status=Status.HELD)

    def _decide_each(self, request: HttpRequest, queryset: QuerySet[Comment], **ruling: Any) -> None:
        decided = 0
        refusals: list[str] = []
        for comment in self._chosen(request, queryset)[:MOST_AT_ONCE]:
            refusal = self._decide_one(request, comment, **ruling)
            decided += not refusal
            if refusal:
                refusals.append(format_html("{}: {}", isolated(comment.name), refusal))
        self._report(request, decided, Status(ruling["to_status"]), refusals)
        if decided + len(refusals) == MOST_AT_ONCE:
            self.message_user(request, _("These were as many as are decided at once; some may be left."), messages.INFO)

    def _chosen(self, request: HttpRequest, filtered: QuerySet[Comment]) -> QuerySet[Comment]:
        """What was ticked, even if it has left the filtered list, so that its refusal is told; or all of the list.

        Comments do not go away: one that the person may not see was not in any list of theirs.
        """
        if request.POST.get("select_across") == "1":
            return filtered
        ticked = set(request.POST.getlist(ACTION_CHECKBOX_NAME))
        found = self.get_queryset(request).filter(pk__in=ticked)
        if found.count() != len(ticked):
            raise PermissionDenied
        return found

    def _decide_one(self, request: HttpRequest, comment: Comment, **ruling: Any) -> str:
        """Decide one of them; say why not, or nothing when it is done."""
        if not self.has_decide_permission(request, comment):
            raise PermissionDenied
        by = cast(AbstractUser, request.user)
        try:
            review_as_seen(comment, _version_seen(request, comment), by=by, now=timezone.now(), **ruling)
        except NotDecided as refused:
            return refused.words
        except Exception:
            logger.exception("Comment %d could not be decided", comment.pk)
            return _("An error got in the way; it stays as it is.")
        return ""

    def _report(self, request: HttpRequest, decided: int, status: Status, refusals: list[str]) -> None:
        if decided:
            words = ngettext(
                "%(count)d comment is now “%(status)s”.", "%(count)d comments are now “%(status)s”.", decided
            )
            self.message_user(request, words % {"count": decided, "status": status.label}, messages.SUCCESS)
        if refusals:
            words = ngettext(
                "%(count)d comment was not decided.", "%(count)d comments were not decided.", len(refusals)
            )
            self.message_user(request, words % {"count": len(refusals)}, messages.WARNING)
        for refusal in refusals[:REFUSALS_TOLD]:
            self.message_user(request, refusal, messages.WARNING)


def _version_seen(request: HttpRequest, comment: Comment) -> int | None:
    """The version that stood in the list; none for what was selected beyond the page."""
    version = request.POST.get(f"version-{comment.pk}", "")
    return int(version) if version.isascii() and version.isdecimal() else None
