"""Gather what a moderator sees of one comment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Count, QuerySet

from comments.models import Author, Comment, Revision, Sender, Status
from moderation.access import Access
from moderation.admin.display import web_address
from moderation.evidence import Piece, marked
from moderation.explained_findings import ExplainedFinding, explained, latest_findings, score_of
from moderation.history import actor_of, ago, decisions_on
from moderation.models import Decision, Standing
from moderation.undoing import Undo, undo_of

EARLIER_COMMENTS = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history."""

    decision: Decision
    actor: str
    ago: str


class CommentPage:
    """Everything on the page of one comment; what the person may not see is not even fetched into it."""

    def __init__(self, comment: Comment, access: Access, now: datetime) -> None:
        self.comment = comment
        self.now = now
        self.sees_personal_data = access.sees_personal_data(comment.thread.site_id)
        self.article_url = web_address(comment.thread.url)

    @cached_property
    def findings(self) -> list[ExplainedFinding]:
        return explained(latest_findings(self.comment))

    @property
    def score(self) -> float:
        return score_of([finding.record for finding in self.findings])

    @property
    def pieces(self) -> list[Piece]:
        """The text as submitted, cut where evidence begins and ends."""
        return marked(self.revision.body, [(finding.number, finding.record.spans) for finding in self.findings])

    @property
    def revision(self) -> Revision:
        """The version in question: the latest."""
        revision = self.comment.latest_revision
        assert revision is not None, "every comment is stored with its first revision"  # noqa: S101 - for the type
        return revision

    @property
    def earlier_revisions(self) -> QuerySet[Revision]:
        return self.comment.revisions.exclude(pk=self.revision.pk).order_by("-number")

    @property
    def edit_of_published(self) -> bool:
        """Whether readers see an earlier version than the one in question."""
        return self.comment.is_public and self.comment.public_revision_id != self.revision.pk

    @cached_property
    def _decisions(self) -> list[Decision]:
        return list(decisions_on(self.comment))

    @property
    def history(self) -> list[Entry]:
        return [Entry(each, actor_of(each), ago(each.decided_at, self.now)) for each in self._decisions]

    @property
    def undo(self) -> Undo | None:
        return undo_of(self.comment, self._decisions)

    @property
    def author(self) -> Author:
        return self.comment.author

    @property
    def standing(self) -> Standing | None:
        return Standing.objects.filter(author=self.author).first()

    @property
    def author_counts(self) -> list[tuple[str, str, int]]:
        """The author's comments by status: the status, its words, how many."""
        return counts_by_status(self.author)

    @property
    def earlier_comments(self) -> QuerySet[Comment]:
        others = self.author.comments.exclude(pk=self.comment.pk).select_related("latest_revision", "thread")
        return others.order_by("-pk")[:EARLIER_COMMENTS]

    @property
    def sender(self) -> Sender | None:
        """Where it came from, for those who may see it."""
        return Sender.objects.filter(revision=self.revision).first() if self.sees_personal_data else None

    @property
    def email(self) -> str:
        """The author's e-mail address, for those who may see it."""
        return self.author.email if self.sees_personal_data else ""


def counts_by_status(author: Author) -> list[tuple[str, str, int]]:
    """An author's comments by status: the status, its words, how many."""
    counts: Mapping[str, int] = dict(author.comments.order_by().values_list("status").annotate(Count("pk")))
    return [(status.value, str(status.label), counts.get(status, 0)) for status in Status]
