from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from comments.addresses import parse_address
from comments.limits import Poster, parse_rate, seconds_until_allowed
from comments.models import Comment
from comments.tests.builders import make_comment, make_site, make_thread

pytestmark = pytest.mark.django_db
OFF = {"address": "", "network": "", "email": "", "thread": "", "site": ""}


def poster(address="203.0.113.7", email="alice@mail.example", site="daily", thread="article"):
    return Poster(parse_address(address), email, site, thread)


def wait(who: Poster, now=None) -> int:
    return seconds_until_allowed(RequestFactory().post("/"), who, now or timezone.now())


@pytest.fixture(params=["redis", "database"])
def post(request, settings):
    """Post as somebody, and say how long they had to wait: counted by Redis, and by the database when Redis is away."""
    if request.param == "database":
        unreachable = settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1"}
        settings.CACHES = {"default": unreachable}

    def post_as(who: Poster) -> int:
        seconds = wait(who)
        if not seconds:
            thread = make_thread(make_site(who.site_key), who.external_id)
            make_comment(thread, address=str(who.address), email=who.email)
        return seconds

    return post_as


@pytest.mark.parametrize(
    ("limit", "same", "other"),
    [
        ("address", poster(email="b@mail.example"), poster(address="203.0.113.8")),
        ("address", poster(address="::ffff:203.0.113.7"), poster(address="::ffff:203.0.113.8")),
        ("email", poster(address="198.51.100.1", email="ALICE@mail.example"), poster(email="bob@mail.example")),
        ("thread", poster(address="198.51.100.1", email="b@mail.example"), poster(thread="other")),
        ("site", poster(address="198.51.100.1", thread="other"), poster(site="weekly")),
    ],
)
def test_a_limit_counts_what_it_is_named_after(settings, post, limit, same, other):
    settings.RATE_LIMITS = OFF | {limit: "2/d"}
    assert [post(poster()), post(same)] == [0, 0]
    assert 0 < post(same) <= 86_400
    assert post(other) == 0


def test_ipv6_readers_are_counted_by_64_and_by_48(settings, post):
    settings.RATE_LIMITS = OFF | {"address": "1/d", "network": "2/d"}
    assert post(poster("2001:db8:1:1::1")) == 0
    assert post(poster("2001:db8:1:1::2")) > 0
    assert post(poster("2001:db8:1:2::1")) == 0
    assert post(poster("2001:db8:1:3::1")) > 0
    assert post(poster("2001:db8:2:1::1")) == 0


def test_a_limit_that_is_off_limits_nothing(settings, post):
    settings.RATE_LIMITS = OFF
    assert [post(poster()) for _ in range(5)] == [0] * 5


def test_without_redis_the_wait_ends_when_the_oldest_is_out_of_the_window(settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1"}}
    settings.RATE_LIMITS = OFF | {"address": "1/m"}
    comment = make_comment()
    Comment.objects.filter(pk=comment.pk).update(created_at=timezone.now() - timedelta(seconds=40))
    assert 15 <= wait(poster()) <= 21
    assert wait(poster(), timezone.now() + timedelta(seconds=30)) == 0


@pytest.mark.parametrize(
    ("rate", "parsed"), [("5/m", (5, 60)), ("100/12h", (100, 43_200)), ("1/s", (1, 1)), ("9/d", (9, 86_400))]
)
def test_rates_are_read(rate, parsed):
    assert parse_rate(rate) == parsed


@pytest.mark.parametrize("rate", ["", "5", "0/m", "5/0m", "5/w", "-1/m", "5/m ", "many/m", "5//m"])
def test_other_rates_are_refused(rate):
    with pytest.raises(ValueError, match="is not a rate"):
        parse_rate(rate)
