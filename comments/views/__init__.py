"""The pages that readers meet."""

from comments.views.pages import guidelines, own, thread
from comments.views.posting import post

__all__ = ["guidelines", "own", "post", "thread"]
