"""Proof of authorship: keyed hashes, signed cookies and links."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

REMEMBERED_COOKIE = "anteroom_remembered"
REMEMBERED_DAYS = 365
OWN_COOKIE = "anteroom_own"
OWN_COMMENTS_KEPT = 20


@cache
def identity_keys(pairs: tuple[str, ...]) -> dict[str, bytes]:
    """Read "id:secret" pairs, the current key first.

    Raises ValueError for a pair without an id or with a secret under 16 characters.
    """
    keys = {}
    for pair in pairs:
        key_id, _, secret = pair.partition(":")
        if not key_id or len(key_id) > 8 or len(secret) < 16:
            raise ValueError("Each identity key is written id:secret, the id 1 to 8 characters, the secret 16 or more.")
        keys[key_id] = secret.encode()
    if not keys:
        raise ValueError("There must be at least one identity key.")
    return keys


def keyed_hash(purpose: str, value: str) -> str:
    """Hash a personal value so that equal ones can be matched; carries the id of its key, as in "k1:9f86…"."""
    return next(_hashes(purpose, value))


def keyed_hashes(purpose: str, value: str) -> list[str]:
    """Every hash under which the value may be stored: with the current key and with those that it replaced."""
    return list(_hashes(purpose, value))


def _hashes(purpose: str, value: str) -> Iterator[str]:
    message = f"{purpose}\0{value}".encode()
    for key_id, secret in identity_keys(tuple(settings.IDENTITY_KEYS)).items():
        yield f"{key_id}:{hmac.new(secret, message, hashlib.sha256).hexdigest()}"


def fold_email(email: str) -> str:
    """The form of an e-mail address by which it is matched."""
    return email.strip().casefold()


def own_page_token(comment_id: int) -> str:
    """The unguessable part of the address of the author's own page."""
    return signing.Signer(salt="comments.own_page").sign(str(comment_id)).replace(":", ".", 1)


def comment_of_own_page(token: str) -> int | None:
    """The comment that an own-page token opens, or None for a token that is not ours."""
    try:
        return int(signing.Signer(salt="comments.own_page").unsign(token.replace(".", ":", 1)))
    except (signing.BadSignature, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a reader asked this device to remember."""

    name: str
    email: str
    device: str


def remembered(request: HttpRequest) -> Remembered | None:
    """What this device remembers of the reader; None when nothing, or nothing that we signed."""
    cookie = request.COOKIES.get(REMEMBERED_COOKIE, "")
    try:
        values = signing.loads(cookie, salt="comments.remembered", max_age=REMEMBERED_DAYS * 86_400)
        return Remembered(**values)
    except (signing.BadSignature, TypeError, ValueError):
        return None


def remember(response: HttpResponse, reader: Remembered) -> None:
    """Ask the device to remember the reader."""
    value = signing.dumps(asdict(reader), salt="comments.remembered", compress=True)
    _set_cookie(response, REMEMBERED_COOKIE, value, max_age=REMEMBERED_DAYS * 86_400)


def forget(response: HttpResponse) -> None:
    """Ask the device to forget the reader."""
    response.delete_cookie(REMEMBERED_COOKIE, samesite="Lax")


def own_comments(request: HttpRequest) -> list[int]:
    """The latest comments posted from this browser session, newest last."""
    try:
        ids = json.loads(signing.Signer(salt="comments.own").unsign(request.COOKIES.get(OWN_COOKIE, "")))
    except (signing.BadSignature, ValueError):
        return []
    return [value for value in ids if isinstance(value, int)]


def add_own_comment(request: HttpRequest, response: HttpResponse, comment_id: int) -> None:
    """Let this browser session recognise the comment as its own."""
    ids = [value for value in own_comments(request) if value != comment_id] + [comment_id]
    value = signing.Signer(salt="comments.own").sign(json.dumps(ids[-OWN_COMMENTS_KEPT:], separators=(",", ":")))
    _set_cookie(response, OWN_COOKIE, value, max_age=None)


def _set_cookie(response: HttpResponse, name: str, value: str, max_age: int | None) -> None:
    response.set_cookie(name, value, max_age=max_age, secure=settings.BEHIND_TLS, httponly=True, samesite="Lax")
