"""Deciding many comments at once."""

import pytest
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, Status
from comments.posting import From, edit_comment
from comments.tests.builders import make_comment, make_site, make_thread
from moderation import as_seen
from moderation.admin import each_alone
from moderation.models import Decision
from moderation.reviewing import review
from moderation.tests.staff import client_of, make_lead, make_moderator

pytestmark = pytest.mark.django_db

LIST = reverse("admin:comments_comment_changelist")


@pytest.fixture
def client():
    make_site("daily")
    return client_of(make_moderator())


@pytest.fixture
def comments():
    return [make_comment(status=Status.HELD, name=name, email=f"{name}@mail.example") for name in ("Ann", "Ben", "Cat")]


def act(client, action, comments, reason="", **more):
    """Tick comments in the list as it was read, and act on them."""
    versions = {f"version-{comment.pk}": comment.version for comment in comments}
    ticked = {ACTION_CHECKBOX_NAME: [comment.pk for comment in comments], "index": 0}
    return client.post(LIST, {"action": action, "reason": reason} | ticked | versions | more, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


def statuses(comments):
    return [Comment.objects.get(pk=comment.pk).status for comment in comments]


@pytest.mark.parametrize(
    ("action", "status"),
    [("approve_selected", "published"), ("reject_selected", "rejected")],
)
def test_each_of_the_ticked_comments_gets_a_decision_of_its_own(client, comments, action, status):
    response = act(client, action, comments, reason="spam")
    assert statuses(comments) == [status] * 3
    assert Decision.objects.filter(to_status=status, source="moderator").count() == 3
    assert said(response) == [f"3 comments are now “{status}”."]


def test_published_comments_are_held_again(client):
    comment = make_comment(status=Status.PUBLISHED)
    act(client, "hold_selected", [comment])
    assert statuses([comment]) == ["held"]


def test_only_what_is_ticked_is_decided(client, comments):
    act(client, "approve_selected", comments[:1])
    assert statuses(comments) == ["published", "held", "held"]


def test_a_rejection_needs_a_reason(client, comments):
    assert said(act(client, "reject_selected", comments)) == ["Choose a reason for the rejection."]
    assert statuses(comments) == ["held"] * 3


def test_a_reason_is_recorded_with_its_ground(client, comments):
    act(client, "reject_selected", comments[:1], reason="illegal")
    assert Decision.objects.values_list("reason", "ground").get() == ("illegal", "law")


def test_what_another_decided_meanwhile_is_told_and_the_rest_go_on(client, comments):
    taken = Comment.objects.select_related("thread__site", "latest_revision").get(pk=comments[1].pk)
    review(taken, to_status=Status.REJECTED, by=make_lead(), now=timezone.now(), reason="spam")
    response = act(client, "approve_selected", comments)
    assert statuses(comments) == ["published", "rejected", "published"]
    summary, refused, refusal = said(response)
    assert (summary, refused) == ("2 comments are now “published”.", "1 comment was not decided.")
    assert refusal.startswith("<bdi>Ben</bdi>: Decided by bob as “rejected” (spam)")


def test_an_edit_that_was_not_on_the_page_is_not_approved(client):
    comment = make_comment()
    edit_comment(comment.pk, "Another text.", From(), timezone.now())
    response = act(client, "approve_selected", [comment])
    assert statuses([comment]) == ["pending"]
    assert "Its author has changed it since." in said(response)[1]


def test_an_error_at_one_comment_is_told_and_the_rest_go_on(client, comments, monkeypatch):
    real = as_seen.review

    def fails_for_ben(comment, **ruling):
        if comment.name == "Ben":
            raise RuntimeError("a bug")
        return real(comment, **ruling)

    monkeypatch.setattr(as_seen, "review", fails_for_ben)
    response = act(client, "approve_selected", comments)
    assert statuses(comments) == ["published", "held", "published"]
    assert said(response)[-1] == "<bdi>Ben</bdi>: An error got in the way; it stays as it is."


def test_many_refusals_are_counted_and_some_are_told(client):
    comments = [make_comment(status=Status.HELD, email=f"{number}@mail.example") for number in range(12)]
    words = said(act(client, "hold_selected", comments))
    assert words[0] == "12 comments were not decided."
    assert len(words) == 1 + each_alone.REFUSALS_TOLD


def test_all_that_the_list_holds_may_be_chosen_but_only_so_many_at_once(client, comments, monkeypatch):
    monkeypatch.setattr(each_alone, "MOST_AT_ONCE", 2)
    response = act(client, "approve_selected", comments[:1], select_across=1)
    assert sorted(statuses(comments)) == ["held", "published", "published"]
    assert said(response)[-1] == "These were as many as are decided at once; some may be left."


def test_another_sites_comment_among_the_ticked_stops_the_whole_and_tells_nothing_of_it(client, comments):
    foreign = make_comment(make_thread(make_site("weekly")), status=Status.HELD, name="Foreign")
    response = act(client, "approve_selected", [*comments, foreign])
    assert response.status_code == 403
    assert statuses([*comments, foreign]) == ["held"] * 4
    assert "Foreign" not in response.content.decode()


@pytest.mark.parametrize(
    "pk", ["x", "", "1 OR 1=1", "\0", "-1", "1.0", "9" * 30, "5d0f4e0e-9c0b-4b0e-8b0e-000000000000", "٣"]
)
def test_what_is_no_id_is_refused(client, comments, pk):
    response = client.post(LIST, {"action": "approve_selected", ACTION_CHECKBOX_NAME: [pk, comments[0].pk], "index": 0})
    assert response.status_code == 400
    assert statuses(comments) == ["held"] * 3


def test_an_id_of_nothing_is_refused(client, comments):
    response = client.post(LIST, {"action": "approve_selected", ACTION_CHECKBOX_NAME: [0], "index": 0})
    assert response.status_code == 403
