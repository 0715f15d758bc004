"""Nesting a conversation, which the database gives in order of reading, into lists within lists."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from comments.models import Comment


@dataclass(frozen=True, slots=True)
class Branch:
    """A comment, and the replies that stand indented under it."""

    comment: Comment
    replies: list["Branch"] = field(default_factory=list)

    @property
    def heading_level(self) -> int:
        """How deep its heading stands under the section's, which is of the second level; HTML ends at the sixth."""
        return min(self.comment.depth + 3, 6)


def grow(root: Comment, replies: Iterable[Comment]) -> Branch:
    """Nest replies by their depth; those of the greatest depth stand beside one another."""
    path = [Branch(root)]
    for reply in replies:
        branch = Branch(reply)
        del path[max(1, reply.depth) :]
        path[-1].replies.append(branch)
        path.append(branch)
    return path[0]
