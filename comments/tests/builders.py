"""Sites, threads and comments for tests, in any status, made by the code that makes them in earnest."""

import itertools
from typing import Any

from django.utils import timezone

from comments.addresses import parse_address
from comments.form_token import ThreadFacts
from comments.markup import to_safe_html
from comments.models import Author, Comment, Revision, Site, Status, Thread
from comments.posting import From, NewComment, post_comment
from comments.publication import set_status

_numbers = itertools.count(1)


def make_site(key: str = "daily", **fields: Any) -> Site:
    """A site; the same one for the same key."""
    defaults = {"name": key.title(), "origins": [f"https://{key}.example"]} | fields
    return Site.objects.get_or_create(key=key, defaults=defaults)[0]


def thread_facts(site: str = "daily", id: str = "article", **fields: Any) -> ThreadFacts:
    """What a page says of its thread."""
    facts = {"url": f"https://{site}.example/{id}", "title": "An article"} | fields
    return ThreadFacts(site=site, id=id, **facts)


def make_thread(site: Site | None = None, external_id: str = "article", **fields: Any) -> Thread:
    """A thread without comments; the same one for the same site and id."""
    site = site or make_site()
    defaults = {"url": f"https://{site.key}.example/{external_id}", "title": "An article"} | fields
    return Thread.objects.get_or_create(site=site, external_id=external_id, defaults=defaults)[0]


def new_comment(thread: Thread | None = None, body: str = "A fine article.", **fields: Any) -> NewComment:
    """A comment as a reader sends it; everyone is alice at one address unless told otherwise."""
    thread = thread or make_thread()
    facts = fields.pop("facts", None) or thread_facts(
        thread.site.key, thread.external_id, url=thread.url, title=thread.title
    )
    address = fields.pop("address", "203.0.113.7")
    defaults = {
        "thread": facts,
        "described_at": thread.described_at,
        "name": "Alice",
        "email": "alice@mail.example",
        "body": body,
        "sender": From(address=parse_address(address), user_agent="Browser/1"),
    }
    return NewComment(**(defaults | fields))


def make_comment(
    thread: Thread | None = None,
    body: str = "",
    status: str = Status.PENDING,
    parent: Comment | None = None,
    **fields: Any,
) -> Comment:
    """A stored comment, in any status; without a body, one that no other comment has."""
    body = body or f"Remark number {next(_numbers)}."
    new = new_comment(thread, body, parent=parent.public_id if parent else "", **fields)
    comment = post_comment(new, timezone.now())
    if status != Status.PENDING:
        move(comment, status)
    return Comment.objects.select_related("thread__site", "author", "latest_revision").get(pk=comment.pk)


def move(comment: Comment, status: str) -> None:
    """Bring a comment's latest revision to a status, without a decision."""
    revision = Revision.objects.get(pk=comment.latest_revision_id)
    revision.html, revision.examined_at = to_safe_html(revision.body).html, timezone.now()
    fresh = Comment.objects.select_related("public_revision").get(pk=comment.pk)
    set_status(fresh, revision, status, edit_only=False, now=timezone.now())


def make_author(site: Site | None = None, proof: str = Author.Proof.COOKIE, **fields: Any) -> Author:
    """An author who has proven to be one."""
    defaults = {"proof_key": f"device-{next(_numbers)}", "name": "Bob"} | fields
    return Author.objects.create(site=site or make_site(), proof=proof, **defaults)
