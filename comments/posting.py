"""Storing what a reader sends, as pending, and nudging on commit."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.crypto import get_random_string
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_naive, make_aware

from comments.addresses import Address, network_block, reader_block
from comments.form_token import ThreadFacts
from comments.identity import fold_email, keyed_hash
from comments.models import Author, Comment, Mode, Revision, Sender, Site, Status, Thread
from comments.nudging import nudge_on_commit

POSITION_WIDTH = 12


class Closed(Exception):
    """The thread or its site takes no new comments."""


class UnknownParent(Exception):
    """The comment to reply to is not one that the reader can see in this thread."""


class UnknownSite(Exception):
    """No site has this key."""


class NotEditable(Exception):
    """The comment cannot be edited any more, or by this way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class From:
    """Where a text comes from."""

    address: Address | None = None
    user_agent: str = ""
    referrer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewComment:
    """A reader's comment, of valid shape.

    `device` is the mark of a device that remembers its reader, `nonce` that of a form rendered for one reader alone.
    """

    thread: ThreadFacts
    described_at: datetime
    name: str
    email: str
    body: str
    sender: From
    parent: str = ""
    device: str = ""
    nonce: str = ""
    honeypot_filled: bool = False
    seconds_to_fill: float | None = None

    @property
    def key(self) -> str:
        """What a second sending of the same form shares with the first, and nothing else does."""
        if self.nonce:
            return "n:" + _digest(self.nonce, self.parent, self.body)
        client = [reader_block(self.sender.address), self.sender.user_agent, self.name, fold_email(self.email)]
        return "t:" + _digest(*client, self.parent, self.body)


def sent_before(new: NewComment) -> Comment | None:
    """The comment that an earlier sending of the same form made."""
    thread = {"thread__site__key": new.thread.site, "thread__external_id": new.thread.id}
    return Comment.objects.filter(**thread, submission_key=new.key).first()


def post_comment(new: NewComment, now: datetime) -> Comment:
    """Store a comment as pending; a form sent twice gives the comment of its first sending.

    Raises UnknownSite, Closed or UnknownParent.
    """
    try:
        return _store(new, now)
    except IntegrityError:
        # The other half of a double click was faster.
        if earlier := sent_before(new):
            return earlier
        raise


@transaction.atomic
def _store(new: NewComment, now: datetime) -> Comment:
    thread = _thread(new)
    if thread.effective_mode == Mode.CLOSED:
        raise Closed
    parent = _parent(new.parent, thread)
    comment = Comment.objects.create(
        thread=thread,
        author=_author(new, thread.site),
        parent=parent,
        root_id=(parent.root_id or parent.pk) if parent else None,
        depth=min(parent.depth + 1, settings.COMMENTS_MAX_DEPTH) if parent else 0,
        name=new.name,
        submission_key=new.key,
        created_at=now,
    )
    comment.position = _position(comment.pk, parent)
    _add_revision(comment, new.body, new.sender, now, new.honeypot_filled, new.seconds_to_fill)
    return comment


@transaction.atomic
def edit_comment(comment_id: int, body: str, sender: From, now: datetime) -> Revision:
    """Store a new version of the text; what is public stays so until the new version has passed.

    Raises NotEditable once COMMENTS_EDIT_MINUTES have passed, or for a comment that was withdrawn, held or rejected.
    """
    comment = Comment.objects.select_for_update(of=("self",)).select_related("latest_revision").get(pk=comment_id)
    editable = comment.status in (Status.PENDING, Status.PUBLISHED) and not (comment.withdrawn_at or comment.erased_at)
    if not editable or now - comment.created_at > timedelta(minutes=settings.COMMENTS_EDIT_MINUTES):
        raise NotEditable
    earlier = comment.latest_revision
    if earlier is not None and earlier.body == body:
        return earlier
    # What was superseded before anybody examined it never will be.
    comment.revisions.update(due_at=None)
    return _add_revision(comment, body, sender, now)


def _add_revision(
    comment: Comment,
    body: str,
    sender: From,
    now: datetime,
    honeypot_filled: bool = False,
    seconds_to_fill: float | None = None,
) -> Revision:
    revision = Revision.objects.create(
        comment=comment,
        number=comment.latest_revision.number + 1 if comment.latest_revision else 1,
        body=body,
        body_hash=hashlib.sha256(body.encode()).hexdigest(),
        honeypot_filled=honeypot_filled,
        seconds_to_fill=seconds_to_fill,
        created_at=now,
        due_at=now,
    )
    Sender.objects.create(
        revision=revision,
        address=str(sender.address) if sender.address else None,
        address_hash=keyed_hash("address", reader_block(sender.address)),
        network_hash=keyed_hash("network", network_block(sender.address)),
        user_agent=_fit(sender.user_agent),
        referrer=_fit(sender.referrer),
        created_at=now,
    )
    comment.latest_revision = revision
    Comment.objects.filter(pk=comment.pk).update(
        latest_revision=revision, position=comment.position, version=F("version") + 1
    )
    nudge_on_commit(comment.pk)
    return revision


def _thread(new: NewComment) -> Thread:
    """Find or make the thread; a page that was rendered later than the one before tells its facts anew."""
    site = Site.objects.filter(key=new.thread.site).first()
    if site is None:
        raise UnknownSite
    facts = {
        "url": new.thread.url,
        "title": new.thread.title,
        "section": new.thread.section,
        "language": new.thread.language,
        "article_published_at": _moment(new.thread.published),
        "article_authors": new.thread.authors,
    }
    described = {**facts, "described_at": new.described_at}
    thread, created = Thread.objects.select_related("site").get_or_create(
        site=site, external_id=new.thread.id, defaults=described
    )
    stale = any(getattr(thread, name) != value for name, value in facts.items())
    if not created and stale and thread.described_at < new.described_at:
        Thread.objects.filter(pk=thread.pk).update(**described)
    return thread


def _author(new: NewComment, site: Site) -> Author:
    email_hash = keyed_hash("email", fold_email(new.email)) if new.email else ""
    proof, key = Author.Proof.NONE, email_hash or get_random_string(22)
    if new.device:
        proof, key = Author.Proof.COOKIE, new.device
    known = {"name": new.name, "email": new.email, "email_hash": email_hash}
    author, _created = Author.objects.get_or_create(site=site, proof=proof, proof_key=key, defaults=known)
    return author


def _parent(public_id: str, thread: Thread) -> Comment | None:
    if not public_id:
        return None
    parent = Comment.objects.public().filter(public_id=public_id, thread=thread).first()
    if parent is None:
        raise UnknownParent
    return parent


def _position(pk: int, parent: Comment | None) -> str:
    """Where the comment stands in its tree: sorting by this text gives the order of reading.

    Each level adds one number of fixed width; below the deepest level, replies follow one another in order of arrival.
    """
    above = parent.position[: settings.COMMENTS_MAX_DEPTH * POSITION_WIDTH] if parent else ""
    return f"{above}{pk:0{POSITION_WIDTH}d}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def _fit(text: str, length: int = 500) -> str:
    """Cut a header to what its column holds, without the characters that no database stores."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()[:length]


def _moment(text: str) -> datetime | None:
    moment = parse_datetime(text) if text else None
    return make_aware(moment) if moment and is_naive(moment) else moment
