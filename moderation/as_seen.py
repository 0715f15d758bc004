"""Review a comment as a person saw it, and tell them why not when it has changed meanwhile."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from comments.models import Comment, Status
from moderation.decisions import Conflict, NotAllowed
from moderation.history import what_changed
from moderation.models import Decision
from moderation.reviewing import review


class NotDecided(Exception):
    """Nothing was written; the words say why, for the person who tried."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def review_as_seen(
    comment: Comment, version: int | None, *, to_status: str, by: AbstractBaseUser, now: datetime, **ruling: Any
) -> Decision:
    """Decide for a person who saw `version` of the comment; None for the one that was read just now.

    `ruling` is what `review` takes besides. Raises NotDecided, and then `comment` is not to be shown any more.
    """
    if version is not None and version != comment.version:
        raise NotDecided(what_changed(comment, now))
    before = comment.status
    try:
        return review(comment, to_status=to_status, by=by, now=now, **ruling)
    except Conflict:
        raise NotDecided(what_changed(Comment.objects.get(pk=comment.pk), now)) from None
    except NotAllowed:
        raise NotDecided(_("It is “%(status)s” already.") % {"status": Status(before).label}) from None
