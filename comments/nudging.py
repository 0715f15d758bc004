"""The nudge: telling moderation that a comment waits."""

import logging

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)


def nudge_on_commit(comment_id: int) -> None:
    """Ask for the comment's examination as soon as the running transaction has committed."""

    # A function and not a partial: Django 5.2 fails to log the failure of a robust callback that has no name.
    def nudge_now() -> None:
        nudge(comment_id)

    transaction.on_commit(nudge_now, robust=True)


def nudge(comment_id: int) -> None:
    """Ask for the comment's examination; whatever goes wrong is logged, for the row itself is the message."""
    try:
        import_string(settings.COMMENTS_EXAMINER)(comment_id)
    except Exception:
        logger.exception("Asking for the examination of comment %d failed; the sweep will find it", comment_id)
