"""The published thread for a page."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings

from comments.models import Comment, Status, Thread

SHOWN = (
    "public_id",
    "name",
    "html",
    "status",
    "withdrawn_at",
    "erased_at",
    "created_at",
    "depth",
    "root_id",
    "parent_id",
)


@dataclass(frozen=True, slots=True)
class Conversation:
    """A comment that opens a conversation, and the visible replies in order of reading."""

    root: Comment
    replies: Sequence[Comment]


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a thread, newest conversations first. `after` continues it; empty on the last page."""

    conversations: Sequence[Conversation]
    after: str


def find_thread(site_key: str, external_id: str) -> Thread | None:
    """The thread of an article, if anybody has commented on it yet."""
    return Thread.objects.select_related("site").filter(site__key=site_key, external_id=external_id).first()


def read_page(thread: Thread, after: str = "") -> Page:
    """Read a page of what is public, in two queries on one table, whatever the thread's size.

    `after` is a value of `Page.after`; raises ValueError for anything else.
    """
    roots = Comment.objects.filter(thread=thread, parent=None, visible=True).order_by("-id").only(*SHOWN)
    if after:
        roots = roots.filter(pk__lt=int(after))
    found = list(roots[: settings.COMMENTS_PAGE_SIZE + 1])
    shown = found[: settings.COMMENTS_PAGE_SIZE]
    replies = defaultdict(list)
    for reply in Comment.objects.filter(root__in=shown, visible=True).order_by("root", "position").only(*SHOWN):
        replies[reply.root_id].append(reply)
    more = str(shown[-1].pk) if len(found) > len(shown) else ""
    return Page([Conversation(root, replies[root.pk]) for root in shown], more)


def own_waiting(thread: Thread, comment_ids: Sequence[int]) -> list[Comment]:
    """Of these comments, those in the thread that still wait for their publication, oldest first."""
    waiting = Comment.objects.filter(pk__in=comment_ids, thread=thread, withdrawn_at=None, erased_at=None)
    return list(
        waiting.filter(status__in=[Status.PENDING, Status.HELD]).select_related("latest_revision").order_by("pk")
    )
