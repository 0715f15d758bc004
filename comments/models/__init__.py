"""What is stored of sites, threads, authors and their comments."""

from comments.models.authors import Author
from comments.models.comments import Comment, Revision, Status
from comments.models.senders import Sender
from comments.models.sites import Mode, Site
from comments.models.threads import Thread

__all__ = ["Author", "Comment", "Mode", "Revision", "Sender", "Site", "Status", "Thread"]
