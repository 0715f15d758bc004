"""Threads: articles and their comments."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Thread
from moderation.access import Level
from moderation.admin.display import isolated, link_to
from moderation.admin.filters import SiteFilter, StatusFilter
from moderation.admin.scoping import SiteScopedAdmin, save_changed_fields


@admin.register(Thread)
class ThreadAdmin(SiteScopedAdmin):
    """A thread is described by its page; people only say what becomes of its new comments."""

    changed_by = Level.LEAD
    fields = ["title_shown", "address", "site", "section", "language", "mode", "published_count", "comments_link"]
    readonly_fields = ["title_shown", "address", "site", "section", "language", "published_count", "comments_link"]
    list_display = ["title_shown", "site", "section", "mode_shown", "published_count", "created_at"]
    list_filter = [SiteFilter, "mode"]
    ordering = ["-pk"]
    sortable_by = ["published_count"]
    search_fields = ["title", "url", "external_id"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Thread]:
        return super().get_queryset(request).select_related("site")

    def save_model(self, request: HttpRequest, obj: Thread, form: Any, change: bool) -> None:
        save_changed_fields(obj, form.changed_data)

    @admin.display(description=gettext_lazy("title"))
    def title_shown(self, thread: Thread) -> str:
        return isolated(str(thread))

    @admin.display(description=gettext_lazy("address"))
    def address(self, thread: Thread) -> str:
        return link_to(thread.url)

    @admin.display(description=gettext_lazy("new comments"))
    def mode_shown(self, thread: Thread) -> str:
        return str(thread.get_mode_display()) if thread.mode else _("as the site says")

    @admin.display(description=gettext_lazy("comments"))
    def comments_link(self, thread: Thread) -> str:
        url = reverse(
            "admin:comments_comment_changelist",
            query={"thread": thread.pk, StatusFilter.parameter_name: StatusFilter.ALL},
        )
        return format_html('<a href="{}">{}</a>', url, _("All comments here"))
