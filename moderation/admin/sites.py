"""Sites, and who works for them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from comments.models import Site
from moderation.access import Level
from moderation.admin.filters import SiteFilter
from moderation.admin.scoping import SiteScopedAdmin, save_changed_fields
from moderation.forms import SiteForm
from moderation.models import Membership, ReasonWording


@admin.register(Site)
class SiteAdmin(SiteScopedAdmin):
    """What a lead may change is how comments are taken; what the site is, administrators alone."""

    site_path = "pk"
    added_by = Level.ADMINISTRATOR
    changed_by = Level.LEAD
    form = SiteForm
    fields = ["name", "key", "origins", "language", "mode", "guidelines"]
    list_display = ["name", "key", "mode", "language"]
    search_fields = ["name", "key"]

    def get_readonly_fields(self, request: HttpRequest, obj: Site | None = None) -> list[str]:
        if obj is None:
            return []
        return ["key"] if self.access(request).administrator else ["name", "key", "origins", "language"]

    def save_model(self, request: HttpRequest, obj: Site, form: Any, change: bool) -> None:
        if change:
            save_changed_fields(obj, form.changed_data)
        else:
            obj.save()


@admin.register(Membership)
class MembershipAdmin(SiteScopedAdmin):
    """Who works where is for administrators alone."""

    viewed_by = added_by = changed_by = deleted_by = Level.ADMINISTRATOR
    list_display = ["user", "site", "role", "sees_personal_data"]
    list_filter = [SiteFilter]
    list_select_related = ["user", "site"]
    search_fields = ["user__username"]


@admin.register(ReasonWording)
class ReasonWordingAdmin(SiteScopedAdmin):
    """A site's own words for the reasons of its decisions."""

    added_by = changed_by = deleted_by = Level.LEAD
    list_display = ["label", "reason", "site"]
    list_filter = [SiteFilter]
    list_select_related = ["site"]
