"""Authors and how they are treated."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from comments.models import Author
from moderation.access import Level, access_for
from moderation.admin.comment_page import counts_by_status
from moderation.admin.display import isolated
from moderation.admin.filters import AuthorSiteFilter, SiteFilter, StatusFilter
from moderation.admin.scoping import SitePermissions, SiteScopedAdmin
from moderation.models import Standing

PERSONAL = ["email", "user"]


class StandingInline(SitePermissions, admin.StackedInline):
    """How the author is treated, set on the author's own page."""

    model = Standing
    added_by = changed_by = deleted_by = Level.LEAD
    fields = ["kind", "until", "set_by", "set_at"]
    readonly_fields = ["set_by", "set_at"]


@admin.register(Author)
class AuthorAdmin(SiteScopedAdmin):
    """An author is what readers' proofs made of them; people only say how they are treated."""

    changed_by = Level.LEAD
    inlines = [StandingInline]
    list_display = ["name_shown", "proof", "site", "standing_shown", "created_at"]
    list_filter = [SiteFilter, "proof", "standing__kind"]
    ordering = ["-pk"]
    sortable_by = ()
    search_fields = ["name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).select_related("site", "standing", "user")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Author], search_term: str
    ) -> tuple[QuerySet[Author], bool]:
        """Search names; a whole e-mail address also finds its author, for those who may see it."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if "@" not in search_term:
            return found, duplicates
        personal = access_for(request).within_personal(self.site_path)
        return found | queryset.filter(personal, email__iexact=search_term.strip()), duplicates

    def get_fields(self, request: HttpRequest, obj: Author | None = None) -> list[Any]:
        personal = PERSONAL if obj and self.access(request).sees_personal_data(obj.site_id) else []
        return ["name_shown", *personal, "site", "proof", "created_at", "comments_by_status"]

    def get_readonly_fields(self, request: HttpRequest, obj: Author | None = None) -> list[Any]:
        return self.get_fields(request, obj)

    def save_model(self, request: HttpRequest, obj: Author, form: Any, change: bool) -> None:
        """Leave the author alone: the page changes the standing only."""

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        for standing in formset.save(commit=False):
            standing.set_by = request.user
            standing.save()
        for standing in formset.deleted_objects:
            standing.delete()

    @admin.display(description=_("name"))
    def name_shown(self, author: Author) -> str:
        return isolated(str(author))

    @admin.display(description=_("standing"))
    def standing_shown(self, author: Author) -> str:
        return str(author.standing.get_kind_display()) if hasattr(author, "standing") else ""

    @admin.display(description=_("comments"))
    def comments_by_status(self, author: Author) -> str:
        changelist = reverse("admin:comments_comment_changelist")
        links = (
            (f"{changelist}?author={author.pk}&{StatusFilter.parameter_name}={status}", count, label)
            for status, label, count in counts_by_status(author)
        )
        return format_html('<ul class="counts">{}</ul>', format_html_join("", '<li><a href="{}">{} {}</a></li>', links))


@admin.register(Standing)
class StandingAdmin(SiteScopedAdmin):
    """Everybody who is treated in a way of their own; new standings are given on the author's page."""

    site_path = "author__site_id"
    changed_by = deleted_by = Level.LEAD
    fields = ["author", "kind", "until", "set_by", "set_at"]
    readonly_fields = ["author", "set_by", "set_at"]
    list_display = ["author_name", "site", "kind", "until", "set_at", "set_by"]
    list_filter = [AuthorSiteFilter, "kind"]
    search_fields = ["author__name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Standing]:
        return super().get_queryset(request).select_related("author__site", "set_by")

    def save_model(self, request: HttpRequest, obj: Standing, form: Any, change: bool) -> None:
        obj.set_by = request.user  # type: ignore[assignment]
        obj.save()

    @admin.display(description=_("author"))
    def author_name(self, standing: Standing) -> str:
        return isolated(str(standing.author))

    @admin.display(description=_("site"))
    def site(self, standing: Standing) -> str:
        return standing.author.site.name
