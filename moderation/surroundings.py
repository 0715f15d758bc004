"""Gather what happened around a comment: three queries, a fourth for a mailbox of several spellings."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Count, Q

from comments.identity import fold_email, keyed_hashes
from comments.models import Comment, Revision, Sender, Status
from moderation.circumstances import Circumstances
from moderation.models import Membership
from moderation.text.mailboxes import mailbox_of

BURST = timedelta(minutes=10)
SPIKE = timedelta(hours=1)
USUAL = timedelta(days=1)
# So many of a thread's latest comments are looked at: enough to see a spike, whatever the thread's size.
MOST_COMMENTS = 300


def circumstances_of(comment: Comment, revision: Revision, now: datetime) -> Circumstances:
    """Gather what was posted lately around a comment."""
    posted = list(
        Comment.objects.filter(thread=comment.thread_id, created_at__gt=now - USUAL)
        .order_by("-created_at")
        .values_list("author_id", "name", "created_at")[:MOST_COMMENTS]
    )
    name = comment.name.casefold()
    within_hour = sum(1 for _author, _name, created_at in posted if created_at > now - SPIKE)
    return Circumstances(
        by_author=sum(1 for author, _name, at in posted if author == comment.author_id and at > now - BURST),
        authors_of_name=len({author for author, other, _at in posted if other.casefold() == name}),
        thread_hour=within_hour,
        thread_usual=(len(posted) - within_hour) / (USUAL / SPIKE - 1),
        names_in_thread=_distinct(other for author, other, _at in posted if author != comment.author_id),
        staff_names=_staff_names(comment),
        site_name=comment.thread.site.name,
        variant_rejected=_variant_rejected(comment),
        **_by_origin(revision, now),
    )


def _by_origin(revision: Revision, now: datetime) -> dict[str, int]:
    sender = getattr(revision, "sender", None)
    if sender is None:
        return {}
    same_address, same_network = Q(address_hash=sender.address_hash), Q(network_hash=sender.network_hash)
    lately = Sender.objects.filter(same_address | same_network, created_at__gt=now - BURST)
    return lately.aggregate(
        by_address=Count("pk", filter=same_address),
        by_network=Count("pk", filter=same_network),
    )


def _staff_names(comment: Comment) -> tuple[str, ...]:
    members = Membership.objects.filter(site=comment.thread.site_id).exclude(user=comment.author.user_id)
    names = members.values_list("user__username", "user__first_name", "user__last_name")
    return _distinct(name for login, first, last in names for name in (login, f"{first} {last}".strip()) if name)


def _variant_rejected(comment: Comment) -> int:
    email = fold_email(comment.author.email)
    mailbox = mailbox_of(email)
    if not email or mailbox == email:
        return 0
    hashes = keyed_hashes("email", mailbox)
    known = Comment.objects.filter(author__site=comment.thread.site_id, author__email_hash__in=hashes)
    return known.filter(status=Status.REJECTED).count()


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
