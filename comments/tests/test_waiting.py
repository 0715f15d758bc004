from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Revision, Status
from comments.tests.builders import make_comment
from comments.waiting import claim, look_again_at, overdue, wait_until

pytestmark = pytest.mark.django_db
LEASE = timedelta(seconds=12)


@pytest.fixture
def revision() -> Revision:
    return make_comment().latest_revision


def test_one_of_two_who_claim_gets_it_and_the_attempt_is_counted_first(revision):
    now = timezone.now()
    assert claim(revision.pk, now, LEASE)
    assert not claim(revision.pk, now, LEASE)
    revision.refresh_from_db()
    assert (revision.attempts, revision.due_at) == (1, now + LEASE)


def test_a_claim_without_an_end_is_over_after_its_lease(revision):
    now = timezone.now()
    claim(revision.pk, now, LEASE)
    assert not claim(revision.pk, now + LEASE - timedelta(seconds=1), LEASE)
    assert claim(revision.pk, now + LEASE, LEASE)


def test_what_is_decided_is_claimed_by_nobody():
    comment = make_comment(status=Status.PUBLISHED)
    assert not claim(comment.latest_revision_id, timezone.now() + LEASE, LEASE)


def test_a_claim_is_given_back_with_or_without_its_attempt(revision):
    now = timezone.now()
    claim(revision.pk, now, LEASE)
    wait_until(revision.pk, now)
    assert claim(revision.pk, now, LEASE)
    wait_until(revision.pk, now, finished=True)
    revision.refresh_from_db()
    assert revision.attempts == 0


def test_what_was_decided_meanwhile_does_not_wait_again():
    comment = make_comment(status=Status.PUBLISHED)
    wait_until(comment.latest_revision_id, timezone.now())
    assert overdue(timezone.now() + LEASE, timedelta(), 10) == []


def test_the_overdue_are_found_longest_first_and_through_their_index():
    now = timezone.now()
    first, second, _fresh = make_comment(), make_comment(), make_comment()
    make_comment(status=Status.HELD)
    for comment, age in ((first, 60), (second, 30)):
        Revision.objects.filter(comment=comment).update(due_at=now - timedelta(seconds=age))
    with CaptureQueriesContext(connection) as queries:
        assert overdue(now, timedelta(seconds=5), 10) == [first.pk, second.pk]
    assert overdue(now, timedelta(seconds=5), 1) == [first.pk]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("EXPLAIN QUERY PLAN " + queries[0]["sql"])
            assert "comments_revision_waiting" in str(cursor.fetchall())


def test_a_held_revision_can_be_looked_at_again():
    comment, now = make_comment(status=Status.HELD), timezone.now()
    look_again_at(comment.latest_revision_id, now)
    assert overdue(now + LEASE, timedelta(), 10) == [comment.pk]
