"""The page on which one comment is decided."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.admin.templatetags.admin_urls import add_preserved_filters
from django.contrib.auth.models import AbstractUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _

from comments.models import Comment, Status
from moderation.access import access_for
from moderation.admin.comment_page import CommentPage
from moderation.admin.display import isolated
from moderation.admin.scoping import SiteScopedAdmin
from moderation.as_seen import NotDecided, review_as_seen
from moderation.forms import DecisionForm, UndoForm
from moderation.history import decisions_on
from moderation.models import Decision
from moderation.undoing import undo_of
from moderation.wordings import reason_choices


class DecidingPage(SiteScopedAdmin):
    """Show a comment with everything that speaks for and against it, and decide it."""

    def show(
        self, request: HttpRequest, comment: Comment, form: DecisionForm | None = None, refusal: str = ""
    ) -> HttpResponse:
        """Render the page: 409 with the reason when a decision was refused, 400 when it could not be read."""
        context = {
            **self.admin_site.each_context(request),
            "title": _("Comment by %(name)s") % {"name": comment.name},
            "opts": self.opts,
            "page": CommentPage(comment, access_for(request), timezone.now()),
            "form": form or self._form(comment),
            "refusal": refusal,
            "list_url": self._list_url(request),
        }
        status = 409 if refusal else 400 if form else 200
        response = TemplateResponse(request, "admin/comments/comment/decide.html", context, status=status)
        # A link in the comment shall not tell its target where moderators work.
        response["Referrer-Policy"] = "same-origin"
        return response

    def decide(self, request: HttpRequest, comment: Comment) -> HttpResponse:
        """Decide as the form says, about the version that the person saw."""
        form = self._form(comment, request.POST)
        if not form.is_valid():
            return self.show(request, comment, form)
        given = form.cleaned_data
        return self._review(request, comment, given["version"], to_status=given["to"], reason=given["reason"])

    def undo(self, request: HttpRequest, comment: Comment) -> HttpResponse:
        """Return to where the latest decision came from, if it is still the one that the person saw."""
        form = UndoForm(request.POST)
        undo = undo_of(comment, list(decisions_on(comment)))
        if not form.is_valid() or undo is None or undo.decision.pk != form.cleaned_data["undo"]:
            return self.show(request, comment, refusal=_("That decision is not the latest any more."))
        return self._review(
            request,
            comment,
            form.cleaned_data["version"],
            to_status=undo.to_status,
            reason=undo.reason,
            clause=undo.clause,
            reverses_id=undo.decision.pk,
        )

    def _review(self, request: HttpRequest, comment: Comment, version: int, **ruling: Any) -> HttpResponse:
        by = cast(AbstractUser, request.user)
        try:
            decision = review_as_seen(comment, version, by=by, now=timezone.now(), **ruling)
        except NotDecided as refused:
            now_stored = self.get_queryset(request).get(pk=comment.pk)
            return self.show(request, now_stored, refusal=refused.words)
        messages.success(request, _done(comment, decision))
        return HttpResponseRedirect(self._list_url(request))

    def _form(self, comment: Comment, data: Any = None) -> DecisionForm:
        reasons = reason_choices([comment.thread.site_id])
        return DecisionForm(data, reasons=reasons, initial={"version": comment.version})

    def _list_url(self, request: HttpRequest) -> str:
        """The list as it was filtered when the person came from it."""
        filters: dict[str, Any] = {"preserved_filters": self.get_preserved_filters(request), "opts": self.opts}
        return add_preserved_filters(filters, reverse("admin:comments_comment_changelist"))


def _done(comment: Comment, decision: Decision) -> str:
    return format_html(
        _("The comment by {name} is now “{status}”. {link}"),
        name=isolated(comment.name),
        status=Status(decision.to_status).label,
        link=format_html(
            '<a href="{}">{}</a>',
            reverse("admin:comments_comment_change", args=[comment.pk]),
            _("Look at it again, or undo"),
        ),
    )
