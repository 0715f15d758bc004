import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from comments.models import Site
from moderation.models import Membership

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def password(monkeypatch):
    monkeypatch.setenv("MODERATOR_PASSWORD", "a password for the test")


def test_there_is_a_site_and_somebody_to_moderate_it(settings):
    call_command("load_demonstration")
    user = authenticate(username="moderator", password="a password for the test")
    assert user.is_staff
    assert not user.is_superuser
    assert Membership.objects.get(user=user).site.origins == [settings.SITE_URL]


def test_again_changes_nothing_but_what_the_environment_says(settings, monkeypatch):
    call_command("load_demonstration")
    settings.SITE_URL = "http://127.0.0.1:8001"
    monkeypatch.setenv("MODERATOR_PASSWORD", "another password")
    call_command("load_demonstration")
    assert Site.objects.get().origins == ["http://127.0.0.1:8001"]
    assert authenticate(username="moderator", password="another password")
    assert Membership.objects.count() == 1


def test_it_is_for_development_only(settings, monkeypatch):
    settings.DEVELOPMENT = False
    with pytest.raises(CommandError, match="development"):
        call_command("load_demonstration")
    settings.DEVELOPMENT = True
    monkeypatch.delenv("MODERATOR_PASSWORD")
    with pytest.raises(CommandError, match="MODERATOR_PASSWORD"):
        call_command("load_demonstration")
