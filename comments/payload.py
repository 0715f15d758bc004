"""What arrives at a public address, read strictly: one value a field, valid Unicode, nothing we did not ask for."""

from collections.abc import Collection
from urllib.parse import parse_qsl

from django.conf import settings
from django.http import HttpRequest
from django.http.multipartparser import MultiPartParserError
from django.http.request import UnreadablePostError
from django.utils.translation import gettext as _


class Refused(Exception):
    """The request cannot be read as our form.

    `reason` says why to a person and `status` to a machine; `kept` is the text to give back.
    """

    def __init__(self, reason: str, status: int = 400, kept: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.kept = kept


def read_fields(request: HttpRequest, allowed: Collection[str]) -> dict[str, str]:
    """Read a form's fields.

    Raises Refused for a body over COMMENTS_MAX_POST_BYTES (before parsing it), invalid UTF-8, NUL, a repeated or
    unknown field, an uploaded file, or a content type that no form of ours has.
    """
    _refuse_large(request)
    pairs = _multipart(request) if request.content_type == "multipart/form-data" else _urlencoded(request)
    fields: dict[str, str] = {}
    for name, value in pairs:
        if name not in allowed:
            raise Refused(_("The form was sent with a field that we do not know."))
        if name in fields:
            raise Refused(_("The form was sent with a field twice."))
        if "\0" in value:
            raise Refused(_("The text contains a character that cannot be stored."))
        fields[name] = value.replace("\r\n", "\n")
    return fields


def _refuse_large(request: HttpRequest) -> None:
    if "CONTENT_LENGTH" not in request.META and "HTTP_TRANSFER_ENCODING" in request.META:
        raise Refused(_("The form was sent without its length."), status=411)
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise Refused(_("The form could not be read.")) from None
    if length > settings.COMMENTS_MAX_POST_BYTES:
        raise Refused(_("The form is too large. Please shorten your comment."), status=413)


def _urlencoded(request: HttpRequest) -> list[tuple[str, str]]:
    if request.content_type != "application/x-www-form-urlencoded":
        raise Refused(_("The form could not be read."), status=415)
    try:
        text = request.body.decode()
        return parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text), errors="strict", max_num_fields=50)
    except (ValueError, UnreadablePostError):
        raise Refused(_("The form could not be read: it is not valid text.")) from None


def _multipart(request: HttpRequest) -> list[tuple[str, str]]:
    try:
        body = request.body
        if request.FILES:
            raise Refused(_("The form was sent with a file."))
        pairs = [(name, value) for name, values in request.POST.lists() for value in values]
        # Django replaces what is not UTF-8 instead of refusing it: what was sent stands in the body as we read it.
        if any(value.encode() not in body for _name, value in pairs):
            raise ValueError
        return pairs
    except (ValueError, MultiPartParserError, UnreadablePostError):
        raise Refused(_("The form could not be read: it is not valid text.")) from None
