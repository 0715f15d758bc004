"""Terms: the banned and the suspect words and phrases."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest

from moderation.access import Level
from moderation.admin.filters import SharedSiteFilter
from moderation.admin.scoping import SiteScopedAdmin
from moderation.forms import TermForm
from moderation.models import Term
from moderation.term_lists import terms_changed


@admin.register(Term)
class TermAdmin(SiteScopedAdmin):
    """Every change lets the workers load the terms anew, in the same transaction."""

    shared = True
    added_by = changed_by = deleted_by = Level.LEAD
    form = TermForm
    list_display = ["text", "list", "site", "language", "created_at"]
    list_filter = ["list", SharedSiteFilter]
    list_select_related = ["site"]
    search_fields = ["text"]

    @transaction.atomic
    def save_model(self, request: HttpRequest, obj: Term, form: Any, change: bool) -> None:
        obj.save()
        terms_changed()

    @transaction.atomic
    def delete_model(self, request: HttpRequest, obj: Term) -> None:
        obj.delete()
        terms_changed()

    @transaction.atomic
    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Term]) -> None:
        queryset.delete()
        terms_changed()
