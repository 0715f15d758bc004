"""The same text again: remembering texts and counting their repetition."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from comments.models import Comment, Revision
from moderation.models import Fingerprint
from moderation.text.folding import fold_key

REPEAT_WINDOW = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Repeats:
    """How many other comments lately said the same, after folding."""

    by_author: int
    by_others: int


def count_repeats(comment: Comment, body: str, now: datetime) -> Repeats:
    """Count other comments of the last REPEAT_WINDOW with the same folded text."""
    same = Fingerprint.objects.filter(folded_hash=_folded_hash(body), created_at__gt=now - REPEAT_WINDOW)
    own = Q(author_id=comment.author_id)
    counts = same.exclude(comment_id=comment.pk).aggregate(
        by_author=Count("comment_id", filter=own, distinct=True),
        by_others=Count("comment_id", filter=~own, distinct=True),
    )
    return Repeats(counts["by_author"], counts["by_others"])


def remember_text(comment: Comment, revision: Revision) -> None:
    """Let later comments be compared with this one."""
    fingerprint = Fingerprint(
        revision=revision,
        folded_hash=_folded_hash(revision.body),
        comment_id=comment.pk,
        author_id=comment.author_id,
        created_at=revision.created_at,
    )
    Fingerprint.objects.bulk_create([fingerprint], ignore_conflicts=True)


def _folded_hash(body: str) -> str:
    return hashlib.sha256(fold_key(body).encode()).hexdigest()
