"""Campaigns in the admin: seen as groups, decided as one, each comment alone."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, Status
from comments.tests.builders import make_site
from moderation.models import Campaign, Decision
from moderation.reviewing import review
from moderation.tests.staff import client_of, make_lead, make_moderator
from moderation.tests.test_campaigns import SPINS, examine, post

pytestmark = pytest.mark.django_db

LIST = reverse("admin:moderation_campaign_changelist")


@pytest.fixture
def campaign() -> Campaign:
    """Four comments, of which two were published before there were enough of them."""
    for number, body in enumerate(SPINS):
        examine(post(number, body))
    return Campaign.objects.get()


@pytest.fixture
def alice(campaign):
    return client_of(make_moderator())


def url(campaign: Campaign) -> str:
    return reverse("admin:moderation_campaign_change", args=[campaign.pk])


def comments(campaign: Campaign) -> list[Comment]:
    return [member.comment for member in campaign.members.order_by("comment_id").select_related("comment")]


def statuses(campaign: Campaign) -> list[str]:
    return [comment.status for comment in comments(campaign)]


def as_seen(campaign: Campaign) -> dict[str, int]:
    """What the page tells of the comments as they stand."""
    versions = {f"version-{comment.pk}": comment.version for comment in comments(campaign)}
    return versions | {"version": campaign.members.latest("pk").pk}


def decide(client, campaign: Campaign, to: str, seen: dict[str, int] | None = None, **more) -> list[str]:
    data = (seen or as_seen(campaign)) | {"to": to} | more
    return [str(message) for message in get_messages(client.post(url(campaign), data).wsgi_request)]


def test_the_list_shows_a_sample_and_the_spread(campaign, alice):
    shown = alice.get(LIST).content.decode()
    assert SPINS[3][:60] in shown
    assert "4 authors, 4 networks, 4 articles" in shown


def test_two_alike_are_not_listed_yet(alice):
    Campaign.objects.update(size=2)
    assert "0 campaigns" in alice.get(LIST).content.decode()


def test_the_page_shows_every_comment_in_full(campaign, alice):
    shown = alice.get(url(campaign)).content.decode()
    assert all(body in shown for body in SPINS)


def test_all_are_rejected_with_one_reason_and_each_has_its_own_decision(campaign, alice):
    told = decide(alice, campaign, "rejected", reason="spam")
    assert statuses(campaign) == [Status.REJECTED] * 4
    assert told == ["4 comments are now “rejected”."]
    decisions = Decision.objects.filter(source="moderator")
    assert {(decision.reason, decision.to_status) for decision in decisions} == {("spam", "rejected")}
    assert decisions.count() == 4
    campaign.refresh_from_db()
    assert campaign.status == Campaign.Status.REJECTED
    assert examine(post(9, SPINS[0])).status == Status.HELD


def test_what_is_accepted_stays_accepted(campaign, alice):
    decide(alice, campaign, "published")
    assert statuses(campaign) == [Status.PUBLISHED] * 4
    assert Decision.objects.filter(source="moderator").count() == 2
    assert examine(post(9, SPINS[0])).status == Status.PUBLISHED


def test_all_are_held(campaign, alice):
    decide(alice, campaign, "held")
    assert statuses(campaign) == [Status.HELD] * 4


def test_a_rejection_needs_a_reason(campaign, alice):
    response = alice.post(url(campaign), as_seen(campaign) | {"to": "rejected"})
    assert response.status_code == 400
    assert "Choose a reason" in response.content.decode()
    assert Status.REJECTED not in statuses(campaign)


def test_what_somebody_decided_meanwhile_is_left_and_told(campaign, alice):
    seen = as_seen(campaign)
    first = Comment.objects.get(pk=comments(campaign)[0].pk)
    review(first, to_status=Status.HELD, by=make_lead(), now=timezone.now())
    told = decide(alice, campaign, "rejected", seen, reason="spam")
    assert statuses(campaign) == [Status.HELD] + [Status.REJECTED] * 3
    assert told[:2] == ["3 comments are now “rejected”.", "1 comment was not decided."]
    assert "bob" in told[2]


def test_what_joined_after_the_page_was_opened_is_not_decided_with_it(campaign, alice):
    seen = as_seen(campaign)
    late = examine(post(9, SPINS[0]))
    decide(alice, campaign, "published", seen)
    late.refresh_from_db()
    assert late.status == Status.HELD


@pytest.mark.parametrize("version", ["", "x", "-1", "1.5", "9" * 30])
def test_a_forged_version_decides_nothing_more(campaign, alice, version):
    other = examine(post(77, "A word of my own on the old bridge, which was built in 1911 and has never been painted."))
    response = alice.post(url(campaign), {"version": version, "to": "rejected", "reason": "spam"})
    assert response.status_code in (302, 400)
    other.refresh_from_db()
    assert other.status == Status.PUBLISHED


def test_moderators_of_other_sites_neither_see_nor_decide(campaign):
    erin = client_of(make_lead("erin", make_site("weekly")))
    assert SPINS[3][:60] not in erin.get(LIST).content.decode()
    assert erin.get(url(campaign)).status_code == 404
    assert erin.post(url(campaign), as_seen(campaign) | {"to": "published"}).status_code == 404
    assert statuses(campaign) == [Status.PUBLISHED] * 2 + [Status.HELD] * 2


def test_evil_texts_are_shown_as_they_are():
    evil = " <script>alert(1)</script> <img src=x onerror=alert(1)>"
    for number, body in enumerate(SPINS):
        examine(post(number, body + evil, name="<b>Eve</b>"))
    shown = client_of(make_moderator()).get(url(Campaign.objects.get())).content.decode()
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "<b>Eve" not in shown
    assert "&lt;script&gt;alert(1)" in shown


def test_the_page_asks_the_same_number_of_questions_however_many_comments(
    campaign, alice, django_assert_max_num_queries
):
    for number in range(10, 25):
        examine(post(number, SPINS[0]))
    with django_assert_max_num_queries(12):
        alice.get(url(campaign))
    with django_assert_max_num_queries(12):
        alice.get(LIST)
