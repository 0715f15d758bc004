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
from moderation.admin.findings import WITH_FINDINGS, explained, latest_findings, score_of
from moderation.admin.scoping import SiteScopedAdmin
from moderation.history import ago

FINDINGS_IN_LIST = 2


@admin.register(Comment)
class CommentAdmin(BulkDecisions, DecidingPage, SiteScopedAdmin):
    """Comments are decided here and changed nowhere: no form of the admin writes to them."""

    site_path = "thread__site_id"
    decided_by = Level.MODERATOR
    list_display = ["text", "author_name", "thread_title", "status_shown", "age", "top_findings", "score"]
    list_display_links = ["text"]
    list_filter = [StatusFilter, ThreadSiteFilter, AgeFilter, RuleFilter, AuthorFilter, ThreadFilter]
    ordering = ["-pk"]
    sortable_by = ["age"]
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

    def has_decide_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        """Asked by Django for actions with permissions=["decide"], and by us for each comment."""
        return self.may(request, self.decided_by, obj)

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

    @admin.display(description=gettext_lazy("author"))
    def author_name(self, comment: Comment) -> str:
        return isolated(comment.name)

    @admin.display(description=gettext_lazy("thread"))
    def thread_title(self, comment: Comment) -> str:
        return format_html(
            '{}<br><span class="quiet">{}</span>', isolated(str(comment.thread)), isolated(comment.thread.site.name)
        )

    @admin.display(description=gettext_lazy("status"))
    def status_shown(self, comment: Comment) -> str:
        # The version goes along, so that a bulk decision is about what the person saw.
        return format_html(
            '{}<input type="hidden" name="version-{}" value="{}">',
            status_badge(comment.status, comment.get_status_display()),
            comment.pk,
            comment.version,
        )

    @admin.display(description=gettext_lazy("posted"), ordering="pk")
    def age(self, comment: Comment) -> str:
        return format_html(
            '<time datetime="{}">{}</time>', comment.created_at.isoformat(), ago(comment.created_at, timezone.now())
        )

    @admin.display(description=gettext_lazy("findings"))
    def top_findings(self, comment: Comment) -> str:
        findings = explained(latest_findings(comment))
        if not findings:
            return ""
        lines = [(finding.words,) for finding in findings[:FINDINGS_IN_LIST]]
        if more := len(findings) - FINDINGS_IN_LIST:
            lines += [(_("and %(count)s more") % {"count": more},)] if more > 0 else []
        return format_html('<ul class="findings-in-list">{}</ul>', format_html_join("", "<li>{}</li>", lines))

    @admin.display(description=gettext_lazy("score"))
    def score(self, comment: Comment) -> str:
        if comment.latest_revision is None or comment.latest_revision.examined_at is None:
            return ""
        return f"{score_of(latest_findings(comment)):g}"
