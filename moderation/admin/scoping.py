"""What every page of ours in the admin shares: each person sees and does only what their sites allow."""

import re
from typing import Any

from django.contrib import admin
from django.contrib.admin import ShowFacets, SimpleListFilter, helpers
from django.core.exceptions import BadRequest
from django.db.models import ForeignKey, Model, QuerySet
from django.forms import ModelChoiceField
from django.http import Http404, HttpRequest, HttpResponse

from comments.models import Site
from moderation.access import Access, Level, access_for

# Longer ones overflow the column, which SQLite answers with an error.
PRIMARY_KEY = re.compile("[0-9]{1,18}")


class SitePermissions:
    """Answer Django's questions about permissions from memberships, for pages and for the inlines in them.

    `site_path` leads from a row to its site's id, in the manner of lookups. A level of None means that nobody may.
    """

    site_path = "site_id"
    viewed_by: Level | None = Level.MODERATOR
    added_by: Level | None = None
    changed_by: Level | None = None
    deleted_by: Level | None = None
    decided_by: Level | None = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.may(request, self.viewed_by, None)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may(request, self.viewed_by, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may(request, self.added_by, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may(request, self.changed_by, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may(request, self.deleted_by, obj)

    def has_decide_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Asked by Django for actions with permissions=["decide"], and by us for each row."""
        return self.may(request, self.decided_by, obj)

    def site_id_of(self, row: Any) -> int | None:
        """The id of the site that a row belongs to, None for what belongs to every site."""
        for name in self.site_path.split("__"):
            row = getattr(row, name)
        return row  # type: ignore[no-any-return]

    def may(self, request: HttpRequest, level: Level | None, row: Any) -> bool:
        if level is None:
            return False
        access = access_for(request)
        return (access.highest if row is None else access.level_on(self.site_id_of(row))) >= level


class SiteScopedAdmin(SitePermissions, admin.ModelAdmin):
    """A ModelAdmin that shows each person the rows of their own sites, and leaves no side door to the others.

    With `shared`, rows that belong to every site are shown too. Filters are those of `list_filter` alone: Django would
    take any field of the table from the address, and a moderator could guess at e-mail addresses letter by letter.
    """

    shared = False
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        access = access_for(request)
        return super().get_queryset(request).filter(access.within(self.site_path, shared=self.shared))

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        found = super().get_object(request, object_id, from_field)
        if found is None:
            raise Http404
        return found

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        return any(lookup in _parameters(each) for each in self.get_list_filter(request))  # type: ignore[arg-type]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        selected = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
        if not all(PRIMARY_KEY.fullmatch(pk) for pk in selected):
            raise BadRequest("What was selected is no row.")
        heading = {"title": str(self.opts.verbose_name_plural).capitalize()}
        return super().changelist_view(request, heading | (extra_context or {}))

    def formfield_for_foreignkey(self, db_field: ForeignKey, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer only those sites for which the person may add rows; administrators alone may leave the site empty."""
        if db_field.related_model is not Site:
            return super().formfield_for_foreignkey(db_field, request, **kwargs)
        access = access_for(request)
        formfield = super().formfield_for_foreignkey(
            db_field, request, queryset=access.sites(self.added_by or Level.ADMINISTRATOR), **kwargs
        )
        if isinstance(formfield, ModelChoiceField) and not access.administrator:
            formfield.required = True
        return formfield

    def access(self, request: HttpRequest) -> Access:
        """What the person behind the request may do."""
        return access_for(request)


def save_changed_fields(row: Model, changed: list[str]) -> None:
    """Write only what the form changed: counters and versions beside it move without us."""
    if changed:
        row.save(update_fields=changed)


def _parameters(list_filter: Any) -> set[str]:
    """The names under which a filter appears in the address."""
    if isinstance(list_filter, type) and issubclass(list_filter, SimpleListFilter):
        return {str(list_filter.parameter_name)}
    return {str(list_filter), f"{list_filter}__exact"}
