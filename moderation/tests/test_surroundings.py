from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from comments.models import Comment, Sender, Status
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.gathering import author_record, submission_for
from moderation.models import Membership, Standing
from moderation.surroundings import circumstances_of
from moderation.term_lists import term_hits

pytestmark = pytest.mark.django_db


def around(comment, now=None):
    comment = Comment.objects.select_related("thread__site", "author", "latest_revision__sender").get(pk=comment.pk)
    return circumstances_of(comment, comment.latest_revision, now or timezone.now())


def test_gathering_everything_takes_few_queries(django_assert_max_num_queries):
    for number in range(20):
        make_comment(body=f"Comment {number}, of some length so that it can be compared with others.")
    comment = make_comment(body="Another one, of some length so that it can be compared with others.")
    comment = Comment.objects.select_related("thread__site", "author", "latest_revision__sender").get(pk=comment.pk)
    term_hits(comment.thread.site_id, "", "", "")  # loads the terms, which takes effect once per version and process
    with django_assert_max_num_queries(6):
        submission_for(comment, comment.latest_revision, html_disputed=False, now=timezone.now())


def test_what_was_posted_lately_is_counted():
    make_comment(body="One.", email="bob@mail.example", name="Bob", address="198.51.100.9")
    make_comment(body="Two.")
    found = around(make_comment(body="Three."))
    assert (found.by_author, found.by_address, found.by_network) == (2, 2, 2)
    assert (found.thread_hour, found.thread_usual) == (3, 0)
    assert found.names_in_thread == ("Bob",)
    assert found.authors_of_name == 1


def test_other_threads_count_for_the_address_alone():
    make_comment(make_thread(external_id="other"), body="One.")
    found = around(make_comment(body="Two."))
    assert (found.by_author, found.by_address, found.thread_hour) == (1, 2, 1)


def test_what_is_long_ago_counts_no_more():
    old = make_comment(body="One.")
    then = timezone.now() - timedelta(hours=2)
    Comment.objects.filter(pk=old.pk).update(created_at=then)
    Sender.objects.update(created_at=then)
    found = around(make_comment(body="Two."))
    assert (found.by_author, found.by_address, found.thread_hour) == (1, 1, 1)
    assert found.thread_usual == pytest.approx(1 / 23)


def test_one_name_used_by_several_authors():
    for person in ("bob", "charlie"):
        make_comment(body="Hello.", name="alice", email=f"{person}@mail.example")
    assert around(make_comment(body="Hello again.")).authors_of_name == 3


def test_names_that_a_comment_could_be_taken_for():
    user = get_user_model().objects.create_user("bob", first_name="Bob", last_name="Brown")
    Membership.objects.create(user=user, site=make_site())
    found = around(make_comment())
    assert found.staff_names == ("bob", "Bob Brown")
    assert found.site_name == "Daily"


def test_a_moderator_is_not_taken_for_oneself():
    user = get_user_model().objects.create_user("bob")
    Membership.objects.create(user=user, site=make_site())
    comment = make_comment(name="bob")
    comment.author.user = user
    comment.author.save()
    assert around(comment).staff_names == ()


def test_another_spelling_of_a_rejected_mailbox():
    make_comment(body="Bad.", email="alice@mail.example", status=Status.REJECTED)
    assert around(make_comment(body="New.", email="alice+2@mail.example")).variant_rejected == 1
    assert around(make_comment(body="Own.", email="alice@mail.example")).variant_rejected == 0
    assert around(make_comment(body="None.", email="")).variant_rejected == 0


def test_a_sender_that_was_forgotten_counts_nothing():
    comment = make_comment()
    Sender.objects.all().delete()
    assert around(comment).by_address == 0


def test_what_a_moderator_said_of_an_author_counts_while_it_lasts():
    comment = make_comment()
    Standing.objects.create(author=comment.author, kind="watched", until=timezone.now() + timedelta(days=1))
    assert author_record(comment.author, comment.pk, timezone.now()).standing == "watched"
    assert author_record(comment.author, comment.pk, timezone.now() + timedelta(days=2)).standing == "new"
