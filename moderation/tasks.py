"""What Celery runs: each task takes ids, calls one function and is safe to run twice."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from comments.nudging import nudge
from comments.redis_breaker import RedisAway, redis_breaker
from comments.waiting import overdue
from moderation.campaigns import retention
from moderation.examination import examine_comment

# Nudges that lie in the broker unread: with more of them, a sweep would only ask again for what has been asked for.
UNREAD_AT_MOST = 1_000


def ask_to_examine(comment_id: int) -> None:
    """Ask a worker to examine a comment. Raises RedisAway when the broker cannot be asked."""
    with redis_breaker.guard():
        # One try: the sweep over the database is the retry.
        examine.apply_async((comment_id,), retry=False)


@shared_task
def examine(comment_id: int) -> None:
    """Examine a comment."""
    examine_comment(comment_id, timezone.now())


@shared_task
def forget_campaigns() -> None:
    """Forget old texts that were kept for comparison, and the campaigns made of them."""
    retention.forget_campaigns(timezone.now())


@shared_task
def examine_overdue() -> None:
    """Ask again for whatever has waited too long: its nudge was lost, or its worker died.

    Where many nudges lie unread, comments wait because workers are busy; then few are sent, or none.
    """
    try:
        room = UNREAD_AT_MOST - _unread()
    except RedisAway:
        return
    grace = timedelta(seconds=settings.EXAMINATION_SWEEP_SECONDS)
    for comment_id in overdue(timezone.now(), grace, max(0, room)):
        nudge(comment_id)


def _unread() -> int:
    """Count the nudges that no worker has taken yet. Raises RedisAway."""
    queue = examine.app.amqp.router.route({}, examine.name)["queue"]
    with redis_breaker.guard(), examine.app.connection_or_acquire() as connection:
        # Not passively: with a key prefix, kombu 5.7.0 says then that the queue does not exist.
        return int(queue(connection.default_channel).queue_declare().message_count)
