"""What a page says of its article when it asks for the comments on it, and how that is read."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils.dateparse import parse_datetime

from comments.form_token import ThreadFacts
from comments.languages import LANGUAGE, LANGUAGE_MAX_LENGTH

REQUIRED = ("site", "id", "url", "title")
KNOWN = frozenset(field.name for field in fields(ThreadFacts))
ID_MAX_LENGTH = 200
URL_MAX_LENGTH = 2000
TITLE_MAX_LENGTH = 500
SECTION_MAX_LENGTH = 100


class BadDescription(ValueError):
    """The page says something of its article that cannot be right; the words are for whoever writes the page."""


def describe_thread(values: Mapping[str, Any]) -> ThreadFacts:
    """Read the values that a page gave; None and empty text count as not given.

    What is only shown (title, section) is cut to its length. Raises BadDescription for whatever else does not fit.
    """
    given = {name: value for name, value in values.items() if value is not None and str(value).strip()}
    _check_names(given, values)
    return ThreadFacts(
        site=_identifier("site", given),
        id=_identifier("id", given),
        url=_address(str(given["url"])),
        title=_shown(given["title"], TITLE_MAX_LENGTH),
        section=_shown(given.get("section", ""), SECTION_MAX_LENGTH),
        language=_language(str(given.get("language", ""))),
        published=_moment(given.get("published", "")),
        authors=_names(given.get("authors", [])),
    )


def _check_names(given: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    missing = [name for name in REQUIRED if name not in given]
    unknown = sorted(values.keys() - KNOWN)
    if missing:
        raise BadDescription(f"Comments need site, id, url and title, by name; missing or empty: {', '.join(missing)}.")
    if unknown:
        raise BadDescription(f"Comments know no {', '.join(unknown)}, only {', '.join(sorted(KNOWN))}, private.")


def _identifier(name: str, given: Mapping[str, Any]) -> str:
    text = str(given[name])
    if len(text) > ID_MAX_LENGTH or text != _storable(text):
        raise BadDescription(f"The {name} is valid text of at most {ID_MAX_LENGTH} characters, not {text[:50]!r}…")
    return text


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        valid = False
    if not valid or len(text) > URL_MAX_LENGTH or text != _storable(text):
        raise BadDescription(
            f"The url of an article is a whole address, http:// or https://, of at most {URL_MAX_LENGTH} characters: "
            f"{text[:100]!r}."
        )
    return text


def _language(text: str) -> str:
    if text and (len(text) > LANGUAGE_MAX_LENGTH or not LANGUAGE.fullmatch(text)):
        raise BadDescription(f"The language of an article is a code such as “en” or “pt-br”, not {text[:50]!r}.")
    return text.lower()


def _moment(value: object) -> str:
    text = value.isoformat() if isinstance(value, date | datetime) else str(value)
    try:
        moment = parse_datetime(text)
        # At the edges of time, another time zone has no name for the moment.
        valid = not text or (moment is not None and 1 < moment.year < 9999)
    except ValueError:
        valid = False
    if not valid:
        raise BadDescription(f"When an article was published is a datetime or ISO 8601, not {text[:50]!r}.")
    return text


def _names(value: str | Iterable[object]) -> list[str]:
    if not isinstance(value, Iterable):
        raise BadDescription(f"The authors of an article are a list of names or text with commas, not {value!r}.")
    names = value.split(",") if isinstance(value, str) else map(str, value)
    return [_shown(name, TITLE_MAX_LENGTH) for name in names if name.strip()]


def _shown(value: object, length: int) -> str:
    return _storable(str(value).strip())[:length]


def _storable(text: str) -> str:
    """The text without what no database stores."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
