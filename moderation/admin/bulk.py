"""Deciding what is selected in the list of comments."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME, ActionForm
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Comment, Status
from moderation.admin.each_alone import EachAlone
from moderation.forms import CHOOSE_REASON
from moderation.models import Reason


class ReasonActionForm(ActionForm):
    """Beside the action, the reason that a rejection needs."""

    reason = forms.ChoiceField(
        label="",
        required=False,
        choices=[CHOOSE_REASON, *Reason.choices],
        widget=forms.Select(attrs={"aria-label": gettext_lazy("Reason for a rejection")}),
    )


class BulkDecisions(EachAlone):
    """Approve, reject or hold what is selected in the list."""

    action_form = ReasonActionForm
    actions = ["approve_selected", "reject_selected", "hold_selected"]

    @admin.action(permissions=["decide"], description=gettext_lazy("Approve"))
    def approve_selected(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        self._decide_selected(request, queryset, to_status=Status.PUBLISHED)

    @admin.action(permissions=["decide"], description=gettext_lazy("Reject, with a reason"))
    def reject_selected(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        reason = request.POST.get("reason", "")
        if reason not in Reason:
            self.message_user(request, _("Choose a reason for the rejection."), messages.ERROR)
            return
        self._decide_selected(request, queryset, to_status=Status.REJECTED, reason=reason)

    @admin.action(permissions=["decide"], description=gettext_lazy("Hold"))
    def hold_selected(self, request: HttpRequest, queryset: QuerySet[Comment]) -> None:
        self._decide_selected(request, queryset, to_status=Status.HELD)

    def _decide_selected(self, request: HttpRequest, queryset: QuerySet[Comment], **ruling: Any) -> None:
        self.decide_each(request, self._chosen(request, queryset), **ruling)

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
