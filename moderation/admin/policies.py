"""Policies: what findings weigh. A version is added, never changed."""

import difflib
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from moderation.access import Level
from moderation.admin.filters import SharedSiteFilter
from moderation.admin.scoping import SiteScopedAdmin
from moderation.forms import PolicyForm, pretty
from moderation.models import PolicyVersion
from moderation.policies import policy_for
from moderation.policy import Policy, PolicyError
from moderation.policy_versions import add_version


@admin.register(PolicyVersion)
class PolicyVersionAdmin(SiteScopedAdmin):
    """The page of a version shows it; the form, prefilled with what is in force, makes the next one."""

    shared = True
    added_by = Level.LEAD
    form = PolicyForm
    list_display = ["version", "in_force", "created_at", "created_by"]
    list_filter = [SharedSiteFilter]
    ordering = ["-created_at", "-pk"]
    sortable_by = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[PolicyVersion]:
        versions: QuerySet[PolicyVersion] = super().get_queryset(request).select_related("site", "created_by")
        return versions.annotate(superseded=Exists(_newer()))

    def get_fields(self, request: HttpRequest, obj: PolicyVersion | None = None) -> list[Any]:
        return (
            ["site", "data"] if obj is None else ["version", "in_force", "created_at", "created_by", "text", "changes"]
        )

    def get_readonly_fields(self, request: HttpRequest, obj: PolicyVersion | None = None) -> list[Any]:
        return [] if obj is None else self.get_fields(request, obj)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Begin with the policy in force for the site that the address names, or the person's only one."""
        own = self.access(request).sites(Level.LEAD)
        asked = request.GET.get("site", "")
        site = own.filter(pk=asked).first() if asked.isascii() and asked.isdecimal() else None
        if site is None and not self.access(request).administrator:
            site = own.first()
        return {"site": site, "data": policy_for(site).policy.to_data()}

    def save_model(self, request: HttpRequest, obj: PolicyVersion, form: Any, change: bool) -> None:
        """Make the next version, whatever number the form was filled in beside."""
        made = add_version(obj.site, obj.data, cast(AbstractUser, request.user))
        obj.pk, obj.number = made.pk, made.number

    def get_urls(self) -> list[URLPattern]:
        again = path(
            "<int:pk>/again/",
            self.admin_site.admin_view(self.put_in_force_again),
            name="moderation_policyversion_again",
        )
        return [again, *super().get_urls()]

    def put_in_force_again(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Return to a version: its data become the newest one."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        old: PolicyVersion = self.get_object(request, unquote(str(pk)))
        if not self.may(request, self.added_by, old):
            raise PermissionDenied
        try:
            Policy.from_data(old.data)
        except PolicyError as error:
            messages.error(request, _("This version is no valid policy any more: %(error)s") % {"error": error})
            return HttpResponseRedirect(_url(old))
        made = add_version(old.site, old.data, cast(AbstractUser, request.user))
        self.log_addition(request, made, f"{old} → {made}")
        messages.success(request, _("“%(old)s” is in force again, as “%(new)s”.") % {"old": old, "new": made})
        return HttpResponseRedirect(_url(made))

    @admin.display(description=gettext_lazy("version"))
    def version(self, version: PolicyVersion) -> str:
        return str(version)

    @admin.display(description=gettext_lazy("in force"), boolean=True)
    def in_force(self, version: PolicyVersion) -> bool:
        return not version.superseded  # type: ignore[attr-defined]

    @admin.display(description=gettext_lazy("policy"))
    def text(self, version: PolicyVersion) -> str:
        return format_html('<pre class="policy" dir="ltr">{}</pre>', pretty(version.data))

    @admin.display(description=gettext_lazy("changes"))
    def changes(self, version: PolicyVersion) -> str:
        """What differs from the version before."""
        before = PolicyVersion.objects.filter(site=version.site, number__lt=version.number).first()
        if before is None:
            return _("The first version.")
        lines = difflib.unified_diff(
            pretty(before.data).splitlines(), pretty(version.data).splitlines(), n=1, lineterm=""
        )
        shown = format_html_join("\n", "{}", ((line,) for line in list(lines)[2:]))
        return format_html('<pre class="policy" dir="ltr">{}</pre>', shown) if shown else _("None.")


def _newer() -> QuerySet[PolicyVersion]:
    """Versions with a higher number for the same site, or likewise for every site."""
    versions = PolicyVersion.objects.annotate(scope=Coalesce("site_id", 0))
    return versions.filter(scope=Coalesce(OuterRef("site_id"), 0), number__gt=OuterRef("number"))


def _url(version: PolicyVersion) -> str:
    return reverse("admin:moderation_policyversion_change", args=[version.pk])
