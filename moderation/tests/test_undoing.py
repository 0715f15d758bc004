import pytest
from django.utils import timezone

from comments.models import Comment, Status
from comments.posting import From, edit_comment
from comments.tests.builders import make_comment
from moderation.examination import examine_comment
from moderation.history import decisions_on
from moderation.reviewing import review
from moderation.tests.staff import make_moderator
from moderation.undoing import undo_of

pytestmark = pytest.mark.django_db


def fresh(comment):
    related = ("thread__site", "author", "latest_revision", "public_revision")
    return Comment.objects.select_related(*related).get(pk=comment.pk)


def undo(comment):
    return undo_of(fresh(comment), list(decisions_on(comment)))


@pytest.fixture
def alice():
    return make_moderator()


def test_undoing_returns_to_where_the_latest_decision_came_from(alice):
    comment = make_comment(status=Status.HELD)
    decision = review(fresh(comment), to_status=Status.PUBLISHED, by=alice, now=timezone.now())
    assert undo(comment).decision == decision
    assert undo(comment).to_status == Status.HELD


def test_what_nobody_had_examined_returns_to_a_persons_desk(alice):
    comment = make_comment()
    examine_comment(comment.pk, timezone.now())
    assert undo(comment).to_status == Status.HELD


def test_where_a_decision_was_never_made_or_moved_nothing_there_is_nothing_to_undo(alice):
    comment = make_comment()
    assert undo(comment) is None
    review(fresh(comment), to_status=Status.HELD, by=alice, now=timezone.now())
    assert undo(comment) is None


def test_returning_to_a_rejection_returns_to_its_reason(alice):
    comment = make_comment(status=Status.HELD)
    review(fresh(comment), to_status=Status.REJECTED, by=alice, now=timezone.now(), reason="illegal", clause="§ 1")
    review(fresh(comment), to_status=Status.PUBLISHED, by=alice, now=timezone.now())
    assert (undo(comment).to_status, undo(comment).reason, undo(comment).clause) == ("rejected", "illegal", "§ 1")


def test_a_decision_on_an_earlier_version_of_the_text_is_past_undoing(alice):
    comment = make_comment(status=Status.HELD)
    review(fresh(comment), to_status=Status.PUBLISHED, by=alice, now=timezone.now())
    edit_comment(comment.pk, "Another text.", From(), timezone.now())
    assert undo(comment) is None
