"""What waits for its examination: claiming it, giving it back, finding what was forgotten."""

from datetime import datetime, timedelta

from django.db.models import F

from comments.models import Revision


def claim(revision_id: int, now: datetime, lease: timedelta) -> bool:
    """Take a waiting revision for one examination, and count the attempt before any work starts.

    False when somebody else has it, its next attempt is not due yet, or it does not wait any more. A claim that ends
    without a decision is over after `lease`.
    """
    waiting = Revision.objects.filter(pk=revision_id, due_at__lte=now)
    return bool(waiting.update(attempts=F("attempts") + 1, due_at=now + lease))


def wait_until(revision_id: int, due_at: datetime | None, *, finished: bool = False) -> None:
    """Say when the next examination of a claimed revision is due; None for never.

    `finished` says that this one came to its end, so that it does not count among the attempts that did not.
    """
    waiting = Revision.objects.filter(pk=revision_id, due_at__isnull=False)
    waiting.update(due_at=due_at, **({"attempts": 0} if finished else {}))


def look_again_at(revision_id: int, due_at: datetime) -> None:
    """Ask for another examination of a revision that does not wait for one."""
    Revision.objects.filter(pk=revision_id).update(due_at=due_at)


def overdue(now: datetime, grace: timedelta, limit: int) -> list[int]:
    """The comments whose examination has been due for longer than `grace`, longest first.

    Reads a partial index that holds waiting revisions only, however large the table.
    """
    waiting = Revision.objects.filter(due_at__lt=now - grace)
    return list(waiting.order_by("due_at").values_list("comment_id", flat=True)[:limit])
