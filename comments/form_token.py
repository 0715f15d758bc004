"""The token that a form carries: for which thread it was rendered, signed, and the same for every reader of a page."""

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core import signing
from django.utils.crypto import get_random_string

ROUND_TO_SECONDS = 3600


class BadToken(Exception):
    """The token is missing, was changed, or is not ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadFacts:
    """What the embedding page says of its thread. `published` is ISO 8601 or empty."""

    site: str
    id: str
    url: str
    title: str
    section: str = ""
    language: str = ""
    published: str = ""
    authors: list[str] = field(default_factory=list)


def sign_thread(facts: ThreadFacts, now: datetime) -> str:
    """Sign the facts, with the time rounded down to the hour so that renderings of a page stay byte for byte alike."""
    issued = int(now.timestamp()) // ROUND_TO_SECONDS * ROUND_TO_SECONDS
    return signing.Signer(salt="comments.form").sign_object({**asdict(facts), "issued": issued}, compress=True)


def read_thread(token: str) -> tuple[ThreadFacts, datetime]:
    """Read the facts and when they were signed.

    Raises BadToken for whatever we did not sign. An old token is still read: only its age is for the caller to judge.
    """
    try:
        values = signing.Signer(salt="comments.form").unsign_object(token)
        issued = datetime.fromtimestamp(values.pop("issued"), UTC)
        return ThreadFacts(**values), issued
    except (signing.BadSignature, KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadToken from error


def expired(issued: datetime, now: datetime) -> bool:
    """Whether a token signed then is too old to post with."""
    lifetime = timedelta(hours=settings.COMMENTS_FORM_VALID_HOURS, seconds=ROUND_TO_SECONDS)
    return now - issued > lifetime


def new_nonce(now: datetime | None) -> str:
    """Draw a nonce for one rendering of a private page; it says when that was where that tells of the pace."""
    seconds = str(int(now.timestamp())) if now else ""
    return _nonce_signer().sign(f"{get_random_string(16)}.{seconds}")


def is_nonce(nonce: str) -> bool:
    """Whether a nonce is ours."""
    try:
        _nonce_signer().unsign(nonce)
    except signing.BadSignature:
        return False
    return True


def rendered_at(nonce: str) -> datetime | None:
    """When the page with this nonce was rendered; None where it does not say, or is no nonce of ours."""
    try:
        return datetime.fromtimestamp(int(_nonce_signer().unsign(nonce).rpartition(".")[2]), UTC)
    except (signing.BadSignature, ValueError):
        return None


def _nonce_signer() -> signing.Signer:
    return signing.Signer(salt="comments.nonce")
