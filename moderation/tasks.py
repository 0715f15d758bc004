"""What Celery runs: each task takes ids, calls one function and is safe to run twice."""

from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from comments.nudging import nudge
from comments.redis_breaker import redis_breaker
from comments.waiting import overdue
from moderation.examination import examine_comment

SWEEP_AT_MOST = 1_000


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
def examine_overdue() -> None:
    """Ask again for whatever has waited too long: its nudge was lost, or its worker died."""
    grace = timedelta(seconds=settings.EXAMINATION_SWEEP_SECONDS)
    for comment_id in overdue(timezone.now(), grace, SWEEP_AT_MOST):
        nudge(comment_id)
