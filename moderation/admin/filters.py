"""By what the lists of the admin may be narrowed. Choices never name what a person may not see."""

from datetime import timedelta
from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.db.models import Exists, F, Model, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models import Author, Comment, Status, Thread
from moderation.access import access_for
from moderation.models import FindingRecord
from moderation.policies import policy_for
from moderation.rule_list import configured_rules

EVERY_SITE = "none"


class SiteFilter(SimpleListFilter):
    """By site: those of the person alone; nothing to choose where there is one."""

    title = _("site")
    parameter_name = "site"
    path = "site_id"
    shared = False

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[Any, str]]:
        sites: list[tuple[Any, str]] = [(site.pk, site.name) for site in access_for(request).sites()]
        shared = [(EVERY_SITE, str(_("every site")))] if self.shared else []
        return [*sites, *shared] if len(sites) > 1 or self.shared else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value == EVERY_SITE and self.shared:
            return queryset.filter(**{self.path: None})
        chosen = {str(pk) for pk, _name in self.lookup_choices}
        return queryset.filter(**{self.path: value}) if value in chosen else queryset


class SharedSiteFilter(SiteFilter):
    """By site, where rows may also belong to every site."""

    shared = True


class ThreadSiteFilter(SiteFilter):
    """By the site of a comment's thread."""

    path = "thread__site_id"


class AuthorSiteFilter(SiteFilter):
    """By the site of an author."""

    path = "author__site_id"


class StatusFilter(SimpleListFilter):
    """By status; what is held comes first, since that is what a moderator comes for. A search looks at everything."""

    title = _("status")
    parameter_name = "status"
    EDITED = "edited"
    ALL = "all"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[Any, str]]:
        edited = (self.EDITED, str(pgettext_lazy("status", "published, its edit held")))
        return [
            (Status.HELD.value, str(Status.HELD.label)),
            edited,
            *((status.value, str(status.label)) for status in Status if status != Status.HELD),
            (self.ALL, str(_("all"))),
        ]

    def value(self) -> str:
        chosen = super().value()
        default = self.ALL if self.request.GET.get(SEARCH_VAR) else Status.HELD.value
        return chosen if chosen in [value for value, _label in self.lookup_choices] else default

    def choices(self, changelist: ChangeList) -> Any:
        # Django's first choice is "All", for no parameter at all; ours stands in the list.
        return list(super().choices(changelist))[1:]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value == self.ALL:
            return queryset
        return held_edits(queryset) if value == self.EDITED else queryset.filter(status=value)


def held_edits(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """Published comments of which a later version is held: readers see the earlier one meanwhile."""
    edited = comments.filter(status=Status.PUBLISHED).exclude(latest_revision=F("public_revision"))
    return edited.filter(latest_revision__status=Status.HELD)


class AgeFilter(SimpleListFilter):
    """By when a comment was posted."""

    title = _("age")
    parameter_name = "age"
    AGES = {
        "hour": (pgettext_lazy("age", "the last hour"), timedelta(hours=1), "gte"),
        "day": (pgettext_lazy("age", "the last day"), timedelta(days=1), "gte"),
        "week": (pgettext_lazy("age", "the last week"), timedelta(days=7), "gte"),
        "older-than-day": (pgettext_lazy("age", "older than a day"), timedelta(days=1), "lt"),
        "older-than-week": (pgettext_lazy("age", "older than a week"), timedelta(days=7), "lt"),
    }

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[Any, str]]:
        return [(value, str(label)) for value, (label, _age, _way) in self.AGES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() not in self.AGES:
            return queryset
        _label, age, way = self.AGES[str(self.value())]
        return queryset.filter(**{f"created_at__{way}": timezone.now() - age})


class RuleFilter(SimpleListFilter):
    """By what a rule found in the latest version of the text."""

    title = _("rule")
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[Any, str]]:
        composites = [composite.code for composite in policy_for(None).policy.composites]
        technical = ["rule.failed", "examination.unfinished"]
        return [(code, code) for code in [*(rule.code for rule in configured_rules()), *composites, *technical]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        code = self.value()
        if not code:
            return queryset
        found = FindingRecord.objects.filter(revision_id=OuterRef("latest_revision_id"), code=code)
        return queryset.filter(Exists(found))


class LinkedFilter(SimpleListFilter):
    """By one row that a link on another page names; offers no choices of its own."""

    row: type[Model]
    site_path = "site_id"
    found: Model | None = None

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> list[tuple[Any, str]]:
        pk = self.value()
        if not pk:
            return []
        if pk.isascii() and pk.isdecimal():
            own = self.row._default_manager.filter(access_for(request).within(self.site_path))
            self.found = own.filter(pk=pk).first()
        return [(pk, str(self.found or "#" + pk))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.value():
            return queryset
        return queryset.filter(**{str(self.parameter_name): self.found}) if self.found else queryset.none()


class AuthorFilter(LinkedFilter):
    """By author."""

    title = _("author")
    parameter_name = "author"
    row = Author


class ThreadFilter(LinkedFilter):
    """By thread."""

    title = _("thread")
    parameter_name = "thread"
    row = Thread
