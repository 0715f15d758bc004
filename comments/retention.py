"""Forgetting personal data when its time has come."""

from datetime import datetime, timedelta

from django.conf import settings

from comments.models import Sender

BATCH = 1_000
BATCHES_AT_ONCE = 20


def forget_senders(now: datetime) -> int:
    """Delete where comments came from once COMMENTS_SENDER_DAYS have passed; say how many were deleted.

    In batches, each its own transaction, so that nobody waits long for a lock; and no more than a task has time for.
    """
    old = Sender.objects.filter(created_at__lt=now - timedelta(days=settings.COMMENTS_SENDER_DAYS))
    deleted = 0
    for _ in range(BATCHES_AT_ONCE):
        batch = list(old.order_by("created_at").values_list("pk", flat=True)[:BATCH])
        deleted += Sender.objects.filter(pk__in=batch).delete()[0]
        if len(batch) < BATCH:
            break
    return deleted
