"""What is known of the author."""

from collections.abc import Iterator
from functools import lru_cache

from disposable_email_domains import blocklist

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission
from moderation.text.folding import fold_key
from moderation.text.mailboxes import domain_of, mailbox_of

# One rejection may be a mistake; from this many on, more often than not, it is a record.
FEWEST_REJECTIONS = 2
BAD_RATE = 0.5


@rule("author.first_comment", family="author", version=1)
def first_comment(submission: Submission) -> Iterator[Finding]:
    """Find an author of whom nothing good is known yet, or who has not proven to be the one who is known."""
    if submission.author.is_newcomer:
        yield Finding(params={"proven": submission.author.proven})


@rule("author.rejections", family="author", version=1)
def recent_rejections(submission: Submission) -> Iterator[Finding]:
    """Find an author whose recent comments were rejected more often than not."""
    rejected, decided = submission.author.rejected_recently, submission.author.decided_recently
    if rejected >= FEWEST_REJECTIONS and rejected >= BAD_RATE * decided:
        yield Finding(params={"rejected": rejected, "decided": max(decided, rejected)})


ESTABLISHED_AFTER = 3


@rule("author.few_published", family="author", version=1)
def few_published(submission: Submission) -> Iterator[Finding]:
    """Find a proven author with one published comment or two: for composites, and for who looks."""
    if submission.author.proven and 0 < submission.author.published < ESTABLISHED_AFTER:
        yield Finding(params={"published": submission.author.published})


@rule("author.disposable_email", family="author", version=1)
def disposable_email(submission: Submission) -> Iterator[Finding]:
    """Find an e-mail address at a provider of mailboxes that are thrown away after use, or at a part of its domain."""
    labels = domain_of(submission.email).split(".")
    domain = next((name for name in map(".".join, _tails(labels)) if name in blocklist), None)
    if domain:
        yield Finding(params={"domain": domain})


def _tails(labels: list[str]) -> Iterator[list[str]]:
    return (labels[start:] for start in range(len(labels) - 1))


@rule("author.address_variant", family="author", version=1)
def address_variant(submission: Submission) -> Iterator[Finding]:
    """Find another spelling of a mailbox under whose plain address comments were rejected."""
    if submission.around.variant_rejected:
        params = {"mailbox": mailbox_of(submission.email), "rejected": submission.around.variant_rejected}
        yield Finding(params=params)


@rule("author.imitation", family="author", version=1)
def imitation(submission: Submission) -> Iterator[Finding]:
    """Find a name that reads as the site's or a moderator's, or is made to look like an earlier author's.

    Exactly the name of another author, or a moderator's single name, is no imitation: there are many called Maria.
    """
    name, around = submission.name, submission.around
    key = _key(name)
    full_names = [other for other in around.staff_names if len(other.split()) > 1]
    taken = [other for other in (around.site_name, *full_names) if other and _key(other) == key]
    plain = " ".join(name.casefold().split())
    taken += [other for other in (*around.staff_names, *around.names_in_thread) if _looks_like(other, plain, key)]
    if key and taken:
        yield Finding(params={"name": taken[0]})


def _looks_like(other: str, plain: str, key: str) -> bool:
    return " ".join(other.casefold().split()) != plain and _key(other) == key


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return fold_key(name)


RESERVED = """
admin, administrator, moderator, moderators, webmaster, editor, editorial team, editors, staff, support
official, system, root, redaktion, redakteur, administrateur, modérateur, rédaction, administrador, moderador
redacción, redação, amministratore, moderatore, redazione, redakcja, админ, администратор, модератор, редакция
модератори, адміністратор, yönetici, moderatör, editör, مدير, مشرف, المشرف, הנהלה, מנהל, מערכת, 管理员, 管理員
版主, 관리자, 운영자, 管理人, 編集部, ผู้ดูแล, quản trị viên
"""
_RESERVED = frozenset(fold_key(name) for line in RESERVED.strip().splitlines() for name in line.split(","))


@rule("author.reserved_name", family="author", version=1)
def reserved_name(submission: Submission) -> Iterator[Finding]:
    """Find a name that claims an office, in any of some twenty languages and however disguised."""
    if submission.name and fold_key(submission.name) in _RESERVED:
        yield Finding()
