"""Decisions: the record, to be read only."""

from django.contrib import admin
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from comments.models import Comment
from moderation.admin.display import isolated, status_badge
from moderation.admin.filters import SiteFilter
from moderation.admin.scoping import SiteScopedAdmin
from moderation.history import actor_of, with_names
from moderation.models import Decision


@admin.register(Decision)
class DecisionAdmin(SiteScopedAdmin):
    """Who or what decided what, when and why."""

    list_display = ["decided", "comment", "change", "actor", "reason", "ground", "score", "policy"]
    list_display_links = ["decided"]
    list_filter = [SiteFilter, "source", "to_status", "reason"]
    ordering = ["-pk"]
    sortable_by = ()
    fields = [
        ("decided", "actor"),
        "comment",
        "change",
        ("reason", "ground", "clause"),
        ("score", "policy"),
        "source",
        ("automated_detection", "automated_decision", "technical"),
        ("public_before", "public_after"),
        "reverses_id",
        ("revision_id", "revision_hash", "comment_version"),
        "rule_versions",
        "model_versions",
        ("scope", "ends_at"),
        "uid",
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Decision]:
        name = Comment.objects.filter(pk=OuterRef("comment_id")).values("name")[:1]
        return with_names(super().get_queryset(request)).annotate(comment_name=Subquery(name))

    @admin.display(description=_("decided"), ordering="pk")
    def decided(self, decision: Decision) -> str:
        return f"{decision.decided_at:%Y-%m-%d %H:%M:%S}"

    @admin.display(description=_("comment"))
    def comment(self, decision: Decision) -> str:
        url = reverse("admin:comments_comment_change", args=[decision.comment_id])
        name = getattr(decision, "comment_name", None) or f"#{decision.comment_id}"
        return format_html('<a href="{}">{}</a>', url, isolated(name))

    @admin.display(description=_("change"))
    def change(self, decision: Decision) -> str:
        return format_html(
            "{} → {}",
            status_badge(decision.from_status, decision.get_from_status_display()),
            status_badge(decision.to_status, decision.get_to_status_display()),
        )

    @admin.display(description=_("by"))
    def actor(self, decision: Decision) -> str:
        return actor_of(decision)

    @admin.display(description=_("policy"))
    def policy(self, decision: Decision) -> str:
        return str(getattr(decision, "policy_number", None) or _("as shipped"))
