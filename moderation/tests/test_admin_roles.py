"""Every page and every change of the admin, for every role."""

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from moderation.models import Membership
from moderation.tests.admin_changes import CHANGES, Change
from moderation.tests.admin_pages import Page, names_of_all_pages, pages
from moderation.tests.admin_world import ROLES, level_of, make_world
from moderation.tests.staff import client_of

pytestmark = pytest.mark.django_db

LOGIN = reverse("admin:login")


@pytest.fixture
def world():
    return make_world()


def refused(role: str, response) -> bool:
    """To the login for strangers, 403 or 404 for staff."""
    if role == "anonymous":
        return response.status_code == 302 and response["Location"].startswith(LOGIN)
    return response.status_code in (403, 404, 405)


def test_the_table_knows_every_address_of_the_admin():
    assert {page.name for page in pages()} == names_of_all_pages()


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_each_page_opens_for_those_who_may_open_it_and_for_nobody_else(world, page: Page):
    for role in ROLES:
        level = level_of("lead" if role == "elsewhere" and not page.about_site else role)
        response = client_of(world.people[role]).get(page.url(world))
        if level >= page.opened_by:
            assert response.status_code == 200, role
        else:
            assert refused(role, response), (role, response.status_code)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_each_change_is_made_by_those_who_may_make_it_and_by_nobody_else(world, change: Change, role):
    assert not change.made(world)
    response = client_of(world.people[role]).post(change.url(world), change.data(world))
    assert change.made(world) == (level_of(role) >= change.made_by), response.status_code
    if response.status_code not in (200, 302):
        assert refused(role, response)


def test_strangers_are_sent_to_the_login_and_staff_without_a_site_see_nothing_of_ours(world):
    assert client_of(None).get(reverse("admin:index"))["Location"].startswith(LOGIN)
    index = client_of(world.people["staff"]).get(reverse("admin:index")).content.decode()
    assert "/admin/comments/" not in index
    assert "/admin/moderation/" not in index


@pytest.mark.parametrize(
    "loss",
    [
        lambda user: Membership.objects.filter(user=user).delete(),
        lambda user: User.objects.filter(pk=user.pk).update(is_active=False),
        lambda user: User.objects.filter(pk=user.pk).update(is_staff=False),
    ],
    ids=["membership", "account", "staff"],
)
def test_a_lost_role_is_lost_at_the_next_request(world, loss):
    alice = world.people["moderator"]
    client = client_of(alice)
    url = reverse("admin:comments_comment_change", args=[world.comment.pk])
    assert client.get(url).status_code == 200
    loss(alice)
    response = client.post(url, {"version": world.comment.version, "to": "published"})
    assert response.status_code in (302, 403, 404)
    world.comment.refresh_from_db()
    assert world.comment.status == "held"


def test_a_new_login_gets_a_new_session(world):
    client = client_of(None)
    client.get(LOGIN)
    client.session["planted"] = "by somebody else"
    client.session.save()
    before = client.session.session_key
    client.post(LOGIN, {"username": "alice", "password": "a password for the tests"})
    assert client.session.session_key != before
    assert client.get(reverse("admin:comments_comment_changelist")).status_code == 200
