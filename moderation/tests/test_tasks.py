"""The tasks, with the real broker and no worker: what is nudged stays in the queue, where it can be counted."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from comments.models import Comment, Revision, Status
from comments.redis_breaker import redis_breaker
from comments.tests.builders import make_comment
from moderation import tasks
from moderation.tasks import examine, examine_overdue

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def broker():
    """A connection to the broker, with nothing in the queue."""
    with examine.app.connection_for_write() as connection:
        connection.default_channel.queue_purge("examine")
        yield connection
        connection.default_channel.queue_purge("examine")


def unread(broker):
    return broker.default_channel.client.llen("examine")


def make_overdue(count):
    """Comments that wait although nobody was ever told: copies of one, for the sake of speed."""
    model = make_comment()
    due_at = timezone.now() - timedelta(seconds=settings.EXAMINATION_SWEEP_SECONDS + 1)
    Revision.objects.update(due_at=due_at)
    copies = [
        Comment(thread=model.thread, author=model.author, submission_key=f"copy-{number}") for number in range(1, count)
    ]
    Comment.objects.bulk_create(copies)
    Revision.objects.bulk_create(Revision(comment=copy, body="A copy.", due_at=due_at) for copy in copies)


def test_a_comment_is_examined():
    comment = make_comment()
    examine(comment.pk)
    comment.refresh_from_db()
    assert comment.status == Status.PUBLISHED


def test_a_sweep_asks_again_for_what_nobody_was_told_of(broker):
    make_overdue(3)
    examine_overdue()
    assert unread(broker) == 3


def test_a_sweep_leaves_alone_what_was_posted_a_moment_ago(broker):
    make_comment()
    examine_overdue()
    assert unread(broker) == 0


def test_sweeps_do_not_pile_up_what_workers_have_no_time_for(broker):
    make_overdue(3_000)
    for _ in range(4):
        examine_overdue()
    assert unread(broker) == tasks.UNREAD_AT_MOST


def test_a_sweep_fills_up_what_workers_have_done(broker):
    make_overdue(3_000)
    examine_overdue()
    with broker.SimpleQueue("examine") as queue:
        for _ in range(100):
            queue.get_nowait().ack()
    examine_overdue()
    assert unread(broker) == tasks.UNREAD_AT_MOST


def test_a_sweep_while_redis_is_away_is_no_error(broker, monkeypatch):
    make_overdue(1)
    monkeypatch.setattr(redis_breaker, "_may_try", lambda: False)
    examine_overdue()
    assert unread(broker) == 0
