import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from comments import posting
from comments.form_token import ThreadFacts
from comments.models import Comment, Mode, Revision, Status, Thread
from comments.posting import From, edit_comment, post_comment
from comments.tests.builders import make_comment, make_site, make_thread, move, new_comment

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def nudged(settings, monkeypatch):
    """The comments that moderation was asked to examine."""
    asked: list[int] = []
    settings.COMMENTS_EXAMINER = "comments.tests.test_posting.examiner"
    monkeypatch.setattr("comments.tests.test_posting.examiner", asked.append, raising=False)
    return asked


def examiner(comment_id):
    raise ConnectionError("nobody to ask")


def test_a_comment_waits_with_its_text_as_it_came():
    body = "  <b>Bold</b>\u202e & \u200b✓\n"
    comment = post_comment(new_comment(body=body), NOW)
    revision = comment.latest_revision
    assert revision.body == body
    assert (comment.status, revision.status, revision.due_at, revision.html) == (
        Status.PENDING,
        Status.PENDING,
        NOW,
        "",
    )


def test_the_nudge_goes_out_when_the_row_is_committed_and_not_before(nudged, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        comment = post_comment(new_comment(), NOW)
        assert nudged == []
    assert nudged == [comment.pk]


def test_a_rolled_back_comment_is_nobodys_task(nudged, committing):
    make_thread()
    with transaction.atomic():
        post_comment(new_comment(), NOW)
        transaction.set_rollback(True)
    assert not Comment.objects.exists()
    assert nudged == []


def test_a_nudge_that_fails_costs_the_reader_nothing(settings, committing):
    settings.COMMENTS_EXAMINER = "comments.tests.test_posting.examiner"
    comment = post_comment(new_comment(), NOW)
    assert Comment.objects.get().pk == comment.pk


def test_an_examiner_that_does_not_exist_leaves_the_comment_pending(settings, committing):
    settings.COMMENTS_EXAMINER = "moderation.gone.nobody"
    post_comment(new_comment(), NOW)
    assert Comment.objects.get().status == Status.PENDING


def test_two_halves_of_a_double_click_at_once_make_one_comment(committing):
    make_thread()
    new, ids, barrier = new_comment(), [], threading.Barrier(4)

    def click():
        barrier.wait()
        ids.append(post_comment(new, NOW).pk)
        connection.close()

    threads = [threading.Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ids) == 4
    assert len(set(ids)) == Comment.objects.count() == Revision.objects.count() == 1


def test_a_later_rendering_tells_the_threads_facts_anew_and_an_earlier_one_does_not():
    thread = make_thread(title="Old title")
    later = thread.described_at + timedelta(hours=1)
    facts = ThreadFacts(site="daily", id="article", url=thread.url, title="New title")
    post_comment(new_comment(thread, "One.", facts=facts, described_at=later), NOW)
    assert Thread.objects.get().title == "New title"
    stale = ThreadFacts(site="daily", id="article", url=thread.url, title="From an old cache")
    post_comment(new_comment(thread, "Two.", facts=stale, described_at=later - timedelta(minutes=5)), NOW)
    assert Thread.objects.get().title == "New title"


def test_unknown_site_and_closed_thread_are_told_apart():
    with pytest.raises(posting.UnknownSite):
        post_comment(new_comment(make_thread(), facts=ThreadFacts(site="gone", id="1", url="", title="")), NOW)
    thread = make_thread(make_site("closed", mode=Mode.CLOSED))
    with pytest.raises(posting.Closed):
        post_comment(new_comment(thread), NOW)


def test_replies_sort_as_they_are_read():
    root = make_comment(status=Status.PUBLISHED)
    first = make_comment(parent=root, status=Status.PUBLISHED)
    second = make_comment(parent=root, status=Status.PUBLISHED)
    below_first = make_comment(parent=first, status=Status.PUBLISHED)
    deep = make_comment(parent=below_first, status=Status.PUBLISHED)
    deeper = make_comment(parent=deep, status=Status.PUBLISHED)
    deepest = make_comment(parent=deeper, status=Status.PUBLISHED)
    in_order = Comment.objects.filter(root=root).order_by("position")
    assert list(in_order) == [first, below_first, deep, deeper, deepest, second]
    assert [comment.depth for comment in in_order] == [1, 2, 3, 3, 3, 1]


def test_who_types_the_same_address_shares_a_record_and_proves_nothing():
    one = post_comment(new_comment(body="One.", email="A@mail.example"), NOW)
    two = post_comment(new_comment(body="Two.", email="a@mail.example", name="Somebody else"), NOW)
    assert one.author == two.author
    assert not one.author.proven
    assert two.name == "Somebody else"


def test_headers_of_any_length_and_content_are_stored():
    sender = From(user_agent="x" * 5_000 + "\udcff\0", referrer="\0")
    comment = post_comment(new_comment(sender=sender), NOW)
    assert comment.latest_revision.sender.address is None
    assert len(comment.latest_revision.sender.user_agent) == 500


def test_an_edit_waits_while_the_old_text_stays_public(nudged, django_capture_on_commit_callbacks):
    comment = make_comment(body="Old.", status=Status.PUBLISHED)
    with django_capture_on_commit_callbacks(execute=True):
        revision = edit_comment(comment.pk, "New.", From(), timezone.now())
    comment.refresh_from_db()
    assert (comment.status, comment.html) == (Status.PUBLISHED, "<p>Old.</p>")
    assert comment.latest_revision == revision
    assert revision.number == 2
    assert nudged[-1] == comment.pk
    move(comment, Status.PUBLISHED)
    comment.refresh_from_db()
    assert comment.html == "<p>New.</p>"


def test_an_unexamined_text_that_was_edited_is_examined_by_nobody():
    comment = make_comment(body="Old.")
    edit_comment(comment.pk, "New.", From(), timezone.now())
    assert [revision.due_at is None for revision in comment.revisions.order_by("number")] == [True, False]


def test_the_same_text_again_is_no_edit():
    comment = make_comment(body="Same.")
    edit_comment(comment.pk, "Same.", From(), timezone.now())
    assert comment.revisions.count() == 1


@pytest.mark.parametrize("status", [Status.HELD, Status.REJECTED])
def test_what_a_person_must_look_at_or_rejected_is_not_editable(status):
    comment = make_comment(status=status)
    with pytest.raises(posting.NotEditable):
        edit_comment(comment.pk, "New.", From(), timezone.now())


def test_after_some_minutes_a_comment_is_not_editable():
    comment = make_comment()
    with pytest.raises(posting.NotEditable):
        edit_comment(comment.pk, "New.", From(), timezone.now() + timedelta(minutes=6))
