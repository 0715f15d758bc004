"""What becomes public, and what follows from it for readers.

The only writer of a comment's status, html and visibility, and of its thread's version and count.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from comments.models import Comment, Revision, Status, Thread


class Stale(Exception):
    """The comment has changed since it was read."""


@dataclass(frozen=True, slots=True)
class Publication:
    """Whether readers could read the comment before, and whether they can now."""

    before: bool
    after: bool


@transaction.atomic
def set_status(comment: Comment, revision: Revision, to_status: str, *, edit_only: bool, now: datetime) -> Publication:
    """Move a revision, and through it its comment, to a status.

    `comment` is as the caller read it: raises Stale when its version is no longer that one. With `edit_only` an edit
    that does not pass leaves in public what was public before; without it, the whole comment moves.
    """
    before = comment.is_public
    if to_status == Status.PUBLISHED:
        comment.public_revision = revision
        comment.published_at = comment.published_at or now
    elif not edit_only or comment.public_revision_id == revision.pk:
        comment.public_revision = None
    comment.status = Status.PUBLISHED if comment.public_revision_id else to_status
    revision.status, revision.due_at, revision.attempts = to_status, None, 0
    revision.save(update_fields=["status", "html", "markup_version", "examined_at", "due_at", "attempts"])
    _store(comment)
    return Publication(before, comment.is_public)


@transaction.atomic
def withdraw(comment: Comment, now: datetime) -> None:
    """Take the comment back for its author. Raises Stale when it has changed since it was read."""
    comment.withdrawn_at = now
    _store(comment)


def _store(comment: Comment) -> None:
    """Write what the comment has become, and carry what changes for readers to its thread and its ancestors."""
    shown = Comment.objects.only("html", "visible", "status", "withdrawn_at", "erased_at").get(pk=comment.pk)
    comment.html = comment.public_revision.html if comment.is_public and comment.public_revision else ""
    comment.visible = comment.is_public or _keeps_its_place(comment)
    changed = Comment.objects.filter(pk=comment.pk, version=comment.version).update(
        status=comment.status,
        public_revision=comment.public_revision,
        published_at=comment.published_at,
        withdrawn_at=comment.withdrawn_at,
        html=comment.html,
        visible=comment.visible,
        version=F("version") + 1,
    )
    if not changed:
        raise Stale
    comment.version += 1
    if (shown.html, shown.visible) == (comment.html, comment.visible):
        return
    gained = int(comment.is_public) - int(shown.is_public)
    Thread.objects.filter(pk=comment.thread_id).update(
        version=F("version") + 1, published_count=F("published_count") + gained
    )
    if shown.visible != comment.visible:
        _revisit_parent(comment)


def _keeps_its_place(comment: Comment) -> bool:
    """Whether a comment that is not public any more leaves a placeholder, for the sake of the replies under it."""
    return comment.published_at is not None and comment.replies.filter(visible=True).exists()


def _revisit_parent(comment: Comment) -> None:
    """Show or drop the placeholder of an ancestor whose last visible reply came or went."""
    parent = comment.parent
    if parent is None or parent.is_public:
        return
    visible = _keeps_its_place(parent)
    if visible != parent.visible:
        Comment.objects.filter(pk=parent.pk).update(visible=visible)
        parent.visible = visible
        _revisit_parent(parent)
