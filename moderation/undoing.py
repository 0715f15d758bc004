"""Undo a decision: by another one, which names the one that it reverses."""

from dataclasses import dataclass

from comments.models import Comment, Status
from moderation.models import Decision


@dataclass(frozen=True, slots=True)
class Undo:
    """What undoing the latest decision would do; `reason` and `clause` are those of the status it returns to."""

    decision: Decision
    to_status: str
    reason: str = ""
    clause: str = ""

    @property
    def status_label(self) -> str:
        """The status it returns to, in words."""
        return str(Status(self.to_status).label)


def undo_of(comment: Comment, decisions: list[Decision]) -> Undo | None:
    """What undoing the latest of a comment's decisions would do; None where there is nothing to return to.

    `decisions` are all of the comment's, the latest first. What was not examined yet returns to a person's desk.
    """
    latest = decisions[0] if decisions else None
    if latest is None or latest.revision_id != comment.latest_revision_id:
        return None
    to_status = Status.HELD if latest.from_status == Status.PENDING else latest.from_status
    if to_status == latest.to_status:
        return None
    earlier = next((each for each in decisions[1:] if each.to_status == to_status), None)
    return Undo(latest, to_status, earlier.reason if earlier else "", earlier.clause if earlier else "")
