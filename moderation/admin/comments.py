"""Comments: the list in which they wait, and the page on which one is decided."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from comments.models import Comment
from moderation.access import Level, access_for
from moderation.admin.bulk import BulkDecisions
from moderation.admin.deciding import DecidingPage
from moderation.admin.display import excerpt, isolated, status_badge
from moderation.admin.filters import AgeFilter, AuthorFilter, RuleFilter, StatusFilter, ThreadFilter, ThreadSiteFilter
from moderation.admin.scoping import SiteScopedAdmin
from moderation.explained_findings import WITH_FINDINGS, explained, latest_findings, score_of
from moderation.history import ago

FINDINGS_IN_LIST = 2


@admin.register(Comment)
class CommentAdmin(BulkDecisions, DecidingPage, SiteScopedAdmin):
    """Comments are decided here and changed nowhere: no form of the admin writes to them."""

    site_path = "thread__site_id"
    decided_by = Level.MODERATOR
    list_display = ["text", "top_findings", "origin", "state"]
    list_display_links = ["text"]
    list_filter = [StatusFilter, ThreadSiteFilter, AgeFilter, RuleFilter, AuthorFilter, ThreadFilter]
    ordering = ["-pk"]
    sortable_by = ["state"]
    search_fields = ["name", "latest_revision__body"]
    search_help_text = gettext_lazy("Texts and names, whatever the status.")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comment]:
        comments = super().get_queryset(request).select_related("thread__site", "author", "latest_revision")
        return comments.select_related("public_revision").prefetch_related(WITH_FINDINGS)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Comment], search_term: str
    ) -> tuple[QuerySet[Comment], bool]:
        """Search texts and names; a whole e-mail address also finds its author's, for those who may see it."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if "@" not in search_term:
            return found, duplicates
        personal = access_for(request).within_personal(self.site_path)
        return found | queryset.filter(personal, author__email__iexact=search_term.strip()), duplicates

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show one comment; a POST decides it."""
        comment = self.get_object(request, unquote(object_id))
        if not self.has_view_permission(request, comment):
            raise PermissionDenied
        if request.method != "POST":
            return self.show(request, comment)
        if not self.has_decide_permission(request, comment):
            raise PermissionDenied
        return self.undo(request, comment) if "undo" in request.POST else self.decide(request, comment)

    @admin.display(description=pgettext_lazy("of a comment", "text"))
    def text(self, comment: Comment) -> str:
        return excerpt(comment.latest_revision.body if comment.latest_revision else "")

    @admin.display(description=gettext_lazy("findings"))
    def top_findings(self, comment: Comment) -> str:
        """The score, and in words what weighs most."""
        if comment.latest_revision is None or comment.latest_revision.examined_at is None:
            return ""
        records = latest_findings(comment)
        lines = [finding.words for finding in explained(records)[:FINDINGS_IN_LIST]]
        if len(records) > FINDINGS_IN_LIST:
            lines.append(_("and %(count)s more") % {"count": len(records) - FINDINGS_IN_LIST})
        return format_html(
            '<ul class="findings-in-list"><li><strong>{}</strong></li>{}</ul>',
            _("Score %(score)s") % {"score": f"{score_of(records):g}"},
            format_html_join("", "<li><bdi>{}</bdi></li>", ((line,) for line in lines)),
        )

    @admin.display(description=gettext_lazy("from"))
    def origin(self, comment: Comment) -> str:
        return format_html(
            '<strong>{}</strong><br>{}<br><span class="quiet">{}</span>',
            isolated(comment.name),
            isolated(str(comment.thread)),
            isolated(comment.thread.site.name),
        )

    @admin.display(description=gettext_lazy("status"), ordering="pk")
    def state(self, comment: Comment) -> str:
        """The status and the age; the version goes along, so that a bulk decision is about what the person saw."""
        return format_html(
            '{}<br><time datetime="{}">{}</time><input type="hidden" name="version-{}" value="{}">',
            status_badge(comment.status, comment.get_status_display()),
            comment.created_at.isoformat(),
            ago(comment.created_at, timezone.now()),
            comment.pk,
            comment.version,
        )
