import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from comments.models import Comment, Revision, Status, Thread
from comments.posting import From, edit_comment
from comments.publication import Stale, set_status, withdraw
from comments.tests.builders import make_comment, make_thread, move

pytestmark = pytest.mark.django_db


def thread_state() -> tuple[int, int]:
    thread = Thread.objects.get()
    return thread.version, thread.published_count


def fresh(comment: Comment) -> Comment:
    return Comment.objects.select_related("public_revision", "latest_revision", "parent").get(pk=comment.pk)


def test_what_is_published_is_shown_and_counted():
    comment = make_comment(body="Hello.")
    assert thread_state() == (0, 0)
    move(comment, Status.PUBLISHED)
    shown = fresh(comment)
    assert (shown.html, shown.visible, shown.status) == ("<p>Hello.</p>", True, Status.PUBLISHED)
    assert thread_state() == (1, 1)


@pytest.mark.parametrize("status", [Status.HELD, Status.REJECTED])
def test_what_readers_never_saw_changes_nothing_for_them(status):
    move(make_comment(), status)
    assert thread_state() == (0, 0)


def test_what_is_taken_down_is_gone_and_comes_back_whole():
    comment = make_comment(body="Hello.", status=Status.PUBLISHED)
    published_at = comment.published_at
    move(comment, Status.REJECTED)
    gone = fresh(comment)
    assert (gone.html, gone.visible) == ("", False)
    assert thread_state() == (2, 0)
    move(comment, Status.PUBLISHED)
    assert fresh(comment).html == "<p>Hello.</p>"
    assert fresh(comment).published_at == published_at
    assert thread_state() == (3, 1)


def test_who_read_an_older_version_changes_nothing():
    comment = make_comment()
    stale = fresh(comment)
    edit_comment(comment.pk, "Edited meanwhile.", From(), timezone.now())
    revision = Revision.objects.get(pk=stale.latest_revision_id)
    revision.examined_at = timezone.now()
    with pytest.raises(Stale):
        set_status(stale, revision, Status.PUBLISHED, edit_only=False, now=timezone.now())
    assert fresh(comment).status == Status.PENDING
    assert Revision.objects.get(pk=revision.pk).status == Status.PENDING


def test_an_edit_that_does_not_pass_leaves_the_old_text_public():
    comment = make_comment(body="Old.", status=Status.PUBLISHED)
    edit_comment(comment.pk, "Buy now!", From(), timezone.now())
    edited = fresh(comment)
    set_status(edited, edited.latest_revision, Status.HELD, edit_only=True, now=timezone.now())
    assert (fresh(comment).status, fresh(comment).html) == (Status.PUBLISHED, "<p>Old.</p>")
    assert fresh(comment).latest_revision.status == Status.HELD
    assert thread_state() == (1, 1)


def test_a_person_who_rejects_takes_the_old_text_down_too():
    comment = make_comment(body="Old.", status=Status.PUBLISHED)
    edit_comment(comment.pk, "Buy now!", From(), timezone.now())
    edited = fresh(comment)
    set_status(edited, edited.latest_revision, Status.REJECTED, edit_only=False, now=timezone.now())
    assert (fresh(comment).status, fresh(comment).html) == (Status.REJECTED, "")


def test_a_withdrawn_comment_is_gone_whatever_its_status_becomes():
    comment = make_comment(status=Status.PUBLISHED)
    withdraw(fresh(comment), timezone.now())
    assert (fresh(comment).html, fresh(comment).visible) == ("", False)
    assert thread_state() == (2, 0)
    waiting = make_comment()
    withdraw(fresh(waiting), timezone.now())
    move(waiting, Status.PUBLISHED)
    assert not fresh(waiting).visible
    assert thread_state() == (2, 0)


def test_a_withdrawn_comment_keeps_its_place_while_replies_are_visible():
    root = make_comment(status=Status.PUBLISHED)
    middle = make_comment(parent=root, status=Status.PUBLISHED)
    leaf = make_comment(parent=middle, status=Status.PUBLISHED)
    for comment in (root, middle):
        withdraw(fresh(comment), timezone.now())
        assert (fresh(comment).visible, fresh(comment).html) == (True, "")
    move(leaf, Status.REJECTED)
    assert not Comment.objects.filter(visible=True).exists()
    move(leaf, Status.PUBLISHED)
    assert Comment.objects.filter(visible=True).count() == 3
    assert thread_state()[1] == 1


def test_the_database_itself_refuses_what_must_not_be():
    make_thread()
    comment = make_comment()
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(html="<p>Unexamined.</p>")
    with pytest.raises(IntegrityError), transaction.atomic():
        Revision.objects.filter(comment=comment).update(status=Status.PUBLISHED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(status="deleted")
