"""Every address of the admin, and who may open it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.urls import URLPattern, URLResolver, reverse

from comments.models import Comment
from moderation.tests.admin_world import ADMINISTRATOR, LEAD, MODERATOR, NOBODY, STAFF, World, again, page, page_of_row

# For each of our models, who may open the list, the form for a new one, and one's page, its removal and its history.
# Lists are open to whoever moderates anywhere; what they hold is another test.
OURS = {
    "comments_site": (MODERATOR, ADMINISTRATOR, MODERATOR, NOBODY),
    "comments_thread": (MODERATOR, NOBODY, MODERATOR, NOBODY),
    "comments_author": (MODERATOR, NOBODY, MODERATOR, NOBODY),
    "comments_comment": (MODERATOR, NOBODY, MODERATOR, NOBODY),
    "moderation_campaign": (MODERATOR, NOBODY, MODERATOR, NOBODY),
    "moderation_decision": (MODERATOR, NOBODY, MODERATOR, NOBODY),
    "moderation_policyversion": (MODERATOR, LEAD, MODERATOR, NOBODY),
    "moderation_standing": (MODERATOR, NOBODY, MODERATOR, LEAD),
    "moderation_term": (MODERATOR, LEAD, MODERATOR, LEAD),
    "moderation_reasonwording": (MODERATOR, LEAD, MODERATOR, LEAD),
    "moderation_membership": (ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR),
}
DJANGOS = {"auth_user": "dora", "auth_group": ""}


@dataclass(frozen=True)
class Page:
    """One address: who may open it, and whether it is about the world's site, so that leading another is of no use."""

    name: str
    url: Callable[[World], str]
    opened_by: int
    about_site: bool = False


def pages() -> list[Page]:
    """Every page that a GET may ask for."""
    found = [
        Page("index", lambda world: reverse("admin:index"), STAFF),
        Page("jsi18n", lambda world: reverse("admin:jsi18n"), STAFF),
        Page("password_change", lambda world: reverse("admin:password_change"), STAFF),
        Page("password_change_done", lambda world: reverse("admin:password_change_done"), STAFF),
        Page("view_on_site", _view_on_site, NOBODY),
        Page("autocomplete", _autocomplete, MODERATOR),
        Page("moderation_policyversion_again", lambda world: again(world.policyversion), NOBODY),
        *(Page("app_list", _app_list(app), MODERATOR) for app in ("comments", "moderation")),
        Page("app_list", _app_list("auth"), ADMINISTRATOR),
        Page("auth_user_password_change", _auth_page("user_password_change"), ADMINISTRATOR),
    ]
    for name, (listed, added, opened, removed) in OURS.items():
        found += [
            Page(f"{name}_changelist", page(name, "changelist"), listed),
            Page(f"{name}_add", page(name, "add"), added),
            Page(f"{name}_change", page_of_row(name, "change"), opened, True),
            Page(f"{name}_delete", page_of_row(name, "delete"), removed, True),
            Page(f"{name}_history", page_of_row(name, "history"), opened, True),
        ]
    for model in ("user", "group"):
        found += [
            Page(f"auth_{model}_{verb}", page(f"auth_{model}", verb), ADMINISTRATOR) for verb in ("changelist", "add")
        ]
    found += [
        Page(f"auth_user_{verb}", _auth_page(f"user_{verb}"), ADMINISTRATOR) for verb in ("change", "delete", "history")
    ]
    return found


# Open to everybody, or asked by POST alone, or of a group, of which we have none.
ELSEWHERE_TESTED = {"login", "logout", "auth_group_change", "auth_group_delete", "auth_group_history"}


def names_of_all_pages() -> set[str]:
    """The name of every address that the admin knows."""
    return set(_names(admin.site.get_urls())) - ELSEWHERE_TESTED


def _names(patterns: list[URLPattern | URLResolver]) -> list[str]:
    names = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            names += _names(pattern.url_patterns)
        elif pattern.name:
            names.append(pattern.name)
    return names


def _auth_page(name: str) -> Callable[[World], str]:
    return lambda world: reverse(f"admin:auth_{name}", args=[world.membership.user_id])


def _app_list(app: str) -> Callable[[World], str]:
    return lambda world: reverse("admin:app_list", args=[app])


def _view_on_site(world: World) -> str:
    return reverse("admin:view_on_site", args=[ContentType.objects.get_for_model(Comment).pk, world.comment.pk])


def _autocomplete(world: World) -> str:
    return reverse(
        "admin:autocomplete", query={"app_label": "moderation", "model_name": "standing", "field_name": "author"}
    )
