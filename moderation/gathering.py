"""Gathering: the only place where the facts that rules see are fetched."""

from datetime import datetime, timedelta
from typing import cast

from django.db.models import Count, Max, Q

from comments.models import Author, Comment, Mode, Revision, Status
from moderation.campaigns.facts import campaign_facts
from moderation.repeats import count_repeats
from moderation.submission import AuthorRecord, Submission
from moderation.submission import Standing as AuthorStanding
from moderation.surroundings import circumstances_of
from moderation.term_lists import term_hits

RECORD_WINDOW = timedelta(days=30)
ESTABLISHED_AFTER = 3


def submission_for(comment: Comment, revision: Revision, *, html_disputed: bool, now: datetime) -> Submission:
    """Gather every fact about a revision, once."""
    thread, site = comment.thread, comment.thread.site
    repeats = count_repeats(comment, revision.body, now)
    language = thread.effective_language
    return Submission.of(
        body=revision.body,
        name=comment.name,
        email=comment.author.email,
        language=language,
        site=site.key,
        thread=thread.external_id,
        site_domains=site.hosts,
        submitted_at=revision.created_at,
        honeypot_filled=revision.honeypot_filled,
        seconds_to_fill=revision.seconds_to_fill,
        html_disputed=html_disputed,
        hold_everything=_hold_everything(comment),
        author=author_record(comment.author, comment.pk, now),
        term_hits=term_hits(site.pk, revision.body, comment.name, language),
        repeats_by_author=repeats.by_author,
        repeats_by_others=repeats.by_others,
        around=circumstances_of(comment, revision, now),
        campaign=campaign_facts(comment, revision),
    )


def author_record(author: Author, apart_from: int, now: datetime) -> AuthorRecord:
    """What is known of an author: from their comments, `apart_from` the one in hand, and from what people said."""
    others, recent = ~Q(pk=apart_from), Q(created_at__gt=now - RECORD_WINDOW)
    in_force = Q(author__standing__until=None) | Q(author__standing__until__gt=now)
    found = author.comments.aggregate(
        published=Count("pk", filter=others & Q(status=Status.PUBLISHED)),
        rejected_recently=Count("pk", filter=others & recent & Q(status=Status.REJECTED)),
        decided_recently=Count("pk", filter=others & recent & Q(status__in=[Status.PUBLISHED, Status.REJECTED])),
        said=Max("author__standing__kind", filter=in_force),
    )
    standing = _standing(author, found.pop("said"), found["published"])
    return AuthorRecord(proven=author.proven, standing=standing, **found)


def _standing(author: Author, said: str | None, published: int) -> AuthorStanding:
    if said:
        return cast(AuthorStanding, said)
    return "established" if author.proven and published >= ESTABLISHED_AFTER else "new"


def _hold_everything(comment: Comment) -> str:
    if comment.thread.mode == Mode.HOLD:
        return "thread"
    return "site" if comment.thread.effective_mode == Mode.HOLD else ""
