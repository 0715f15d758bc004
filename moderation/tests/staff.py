"""People who work here, for tests: alice moderates the daily, bob leads it, charlie is the administrator."""

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.test import Client

from comments.models import Site
from comments.tests.builders import make_site
from moderation.models import Membership


def make_staff(username: str, site: Site | None = None, role: str = "", **membership: Any) -> User:
    """Somebody who may log in to the admin, with a role on a site if one is given."""
    user = get_user_model().objects.create_user(username, password="a password for the tests", is_staff=True)
    if role:
        Membership.objects.create(user=user, site=site or make_site(), role=role, **membership)
    return user


def make_moderator(username: str = "alice", site: Site | None = None, **membership: Any) -> User:
    return make_staff(username, site, Membership.Role.MODERATOR, **membership)


def make_lead(username: str = "bob", site: Site | None = None, **membership: Any) -> User:
    return make_staff(username, site, Membership.Role.LEAD, **membership)


def make_administrator(username: str = "charlie") -> User:
    return get_user_model().objects.create_superuser(username, password="a password for the tests")


def client_of(user: User | None) -> Client:
    """A browser in which somebody is logged in, or nobody."""
    client = Client()
    if user:
        client.force_login(user)
    return client
