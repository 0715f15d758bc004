from datetime import timedelta

import pytest
from django.utils import timezone

from comments.models import Comment, Status
from comments.posting import From, edit_comment
from comments.tests.builders import make_comment
from moderation import as_seen
from moderation.as_seen import NotDecided, review_as_seen
from moderation.models import Decision
from moderation.tests.staff import make_lead, make_moderator

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def alice():
    return make_moderator()


@pytest.fixture
def bob():
    return make_lead()


@pytest.fixture
def comment():
    return make_comment(status=Status.HELD)


def fresh(comment):
    related = ("thread__site", "author", "latest_revision", "public_revision")
    return Comment.objects.select_related(*related).get(pk=comment.pk)


def test_what_was_seen_is_decided(alice, comment):
    decision = review_as_seen(
        fresh(comment), comment.version, to_status=Status.REJECTED, by=alice, now=NOW, reason="spam"
    )
    assert (decision.actor_id, decision.reason, decision.ground) == (alice.pk, "spam", "guidelines")
    assert fresh(comment).status == Status.REJECTED


def test_the_second_of_two_is_told_who_decided_what_and_when(alice, bob, comment):
    review_as_seen(fresh(comment), comment.version, to_status=Status.REJECTED, by=bob, now=NOW, reason="spam")
    with pytest.raises(NotDecided) as refused:
        review_as_seen(
            fresh(comment), comment.version, to_status=Status.PUBLISHED, by=alice, now=NOW + timedelta(seconds=5)
        )
    assert refused.value.words == "Decided by bob as “rejected” (spam), 5 seconds ago."
    assert Decision.objects.count() == 1


def test_so_is_who_comes_second_at_the_very_same_moment(alice, bob, comment, monkeypatch):
    review = as_seen.review

    def outrun(*args, **kwargs):
        monkeypatch.undo()
        review(fresh(comment), to_status=Status.PUBLISHED, by=bob, now=NOW)
        return review(*args, **kwargs)

    monkeypatch.setattr(as_seen, "review", outrun)
    with pytest.raises(NotDecided, match="Decided by bob as “published”"):
        review_as_seen(fresh(comment), comment.version, to_status=Status.REJECTED, by=alice, now=NOW, reason="spam")
    assert fresh(comment).status == Status.PUBLISHED


def test_an_edit_meanwhile_is_not_decided_unread(alice):
    comment = make_comment()
    edit_comment(comment.pk, "Another text.", From(), NOW)
    with pytest.raises(NotDecided, match="Its author has changed it since"):
        review_as_seen(fresh(comment), comment.version, to_status=Status.PUBLISHED, by=alice, now=NOW)
    assert not Decision.objects.exists()


def test_what_is_so_already_stays_so(alice, comment):
    with pytest.raises(NotDecided, match="It is “held” already"):
        review_as_seen(fresh(comment), comment.version, to_status=Status.HELD, by=alice, now=NOW)


def test_somebody_whose_account_is_gone_is_not_named(alice, bob, comment):
    review_as_seen(fresh(comment), comment.version, to_status=Status.REJECTED, by=bob, now=NOW, reason="spam")
    bob.delete()
    with pytest.raises(NotDecided, match="Decided by somebody who has left"):
        review_as_seen(fresh(comment), comment.version, to_status=Status.PUBLISHED, by=alice, now=NOW)
