"""What the section under an article shows: the thread, the form, and what is the reader's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse

from comments.branches import Branch, grow
from comments.form_token import ThreadFacts, new_nonce, sign_thread
from comments.forms import CommentForm
from comments.identity import Remembered, own_comments, remembered
from comments.middleware import mark_personal
from comments.models import Comment, Mode, Site, Thread
from comments.reading import Page, find_thread, own_waiting, read_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Everything that `comments/section.html` shows."""

    facts: ThreadFacts
    site: Site
    thread: Thread | None
    page: Page
    waiting: Sequence[Comment]
    form: CommentForm
    token: str
    nonce: str
    closed: bool

    @property
    def language(self) -> str:
        """The language of its own words: what the page said, or else the thread's or the site's."""
        stored = self.thread.effective_language if self.thread else self.site.language
        return self.facts.language or stored

    @property
    def branches(self) -> list[Branch]:
        """The conversations of the page, each nested as it is shown."""
        return [grow(conversation.root, conversation.replies) for conversation in self.page.conversations]

    @property
    def more_url(self) -> str:
        """Where the thread goes on."""
        return reverse(
            "comments:thread", query={"site": self.facts.site, "id": self.facts.id, "after": self.page.after}
        )

    @property
    def count(self) -> int:
        """How many comments are published."""
        return self.thread.published_count if self.thread else 0


def section_for(
    request: HttpRequest, facts: ThreadFacts, now: datetime, after: str = "", private: bool = False
) -> Section:
    """Gather the section for one article.

    A reader who has posted or asked to be remembered gets their own version of the page, marked as personal; everybody
    else gets the same bytes. `private` says that the page is rendered for this reader alone anyway, so that the form
    may carry a nonce. Raises Site.DoesNotExist for a site that nobody has set up.
    """
    site = Site.objects.get(key=facts.site)
    thread = find_thread(facts.site, facts.id)
    own, reader = own_comments(request), remembered(request)
    if own or reader or private:
        mark_personal(request)
    mode = thread.effective_mode if thread else site.mode
    return Section(
        facts=facts,
        site=site,
        thread=thread,
        page=read_page(thread, after) if thread else Page([], ""),
        waiting=own_waiting(thread, own) if thread and own else [],
        form=CommentForm(initial=_initial(reader), auto_id="comment-form-%s"),
        token=sign_thread(facts, now),
        nonce=new_nonce(now) if own or reader or private else "",
        closed=mode == Mode.CLOSED,
    )


def _initial(reader: Remembered | None) -> dict[str, object]:
    return {"name": reader.name, "email": reader.email, "remember": True} if reader else {}
