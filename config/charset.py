"""Refusing what is sent in another charset than UTF-8, before Django reads it."""

from collections.abc import Iterable
from email.message import Message
from http import HTTPStatus
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

PAGE = b"<!doctype html><html lang=en><title>Not UTF-8</title><h1>Please send text as UTF-8.</h1></html>"


class OnlyUtf8:
    """Pass on to the application what names UTF-8 or no charset at all.

    Django decodes a form and an address by any codec that Python knows. Some raise where a request is made, which no
    middleware of Django's can mend, and some give what is no text.
    """

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if names_utf8(environ.get("CONTENT_TYPE", "")):
            return self.application(environ, start_response)
        status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))]
        start_response(f"{status.value} {status.phrase}", headers)
        return [PAGE]


def names_utf8(content_type: str) -> bool:
    """Whether a Content-Type leaves the charset to us or names the one that we read."""
    message = Message()
    message["Content-Type"] = content_type.replace("\r", "").replace("\n", "")
    charsets = [value for name, value in message.get_params([]) if name.lower() == "charset"]
    # One that is itself encoded comes as a tuple.
    return all(isinstance(value, str) and value.lower().replace("-", "") == "utf8" for value in charsets)
