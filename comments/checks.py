"""System checks: every setting of ours that can be wrong says so before the first reader does."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ValidationError
from django.utils.module_loading import import_string

from comments.identity import identity_keys
from comments.limits import LIMIT_NAMES, parse_rate
from comments.models.sites import validate_origins


@register
def check_examiner(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """COMMENTS_EXAMINER leads to something that can be called."""
    path = settings.COMMENTS_EXAMINER
    try:
        if callable(import_string(path)):
            return []
        problem = "is not callable"
    except ImportError as error:
        problem = f"cannot be imported: {error}"
    return [
        Error(
            f"COMMENTS_EXAMINER, {path!r}, {problem}.",
            hint="Without it every comment stays pending. Anteroom's own is moderation.tasks.ask_to_examine.",
            id="comments.E001",
        )
    ]


@register
def check_rates(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """RATE_LIMITS names limits that exist, in rates that can be read."""
    problems = [f"{name!r} is no limit" for name in settings.RATE_LIMITS if name not in LIMIT_NAMES]
    for name, rate in settings.RATE_LIMITS.items():
        try:
            if rate:
                parse_rate(rate)
        except ValueError as error:
            problems.append(f"{name}: {error}")
    return [Error(f"RATE_LIMITS: {problem}.", id="comments.E002") for problem in problems]


@register
def check_identity_keys(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """IDENTITY_KEYS can be read, and none of them is Django's own secret."""
    try:
        keys = identity_keys(tuple(settings.IDENTITY_KEYS))
    except ValueError as error:
        return [Error(f"IDENTITY_KEYS: {error}", id="comments.E003")]
    if settings.SECRET_KEY.encode() in keys.values():
        hint = "SECRET_KEY is rotated for other reasons than the keys by which people are matched."
        return [Error("IDENTITY_KEYS holds SECRET_KEY.", hint=hint, id="comments.E004")]
    return []


@register
def check_addresses(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """SITE_URL is an origin, and TRUSTED_PROXIES a number of proxies."""
    messages: list[CheckMessage] = []
    try:
        validate_origins([settings.SITE_URL])
    except ValidationError:
        hint = "Such as https://comments.news.example, without a path."
        messages.append(Error(f"SITE_URL, {settings.SITE_URL!r}, is no origin.", hint=hint, id="comments.E008"))
    if settings.TRUSTED_PROXIES < 0:
        hint = "Readers could choose the address that limits count."
        messages.append(Error("TRUSTED_PROXIES is negative.", hint=hint, id="comments.E009"))
    return messages


@register
def check_lengths(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """A comment of the greatest length fits in a post of the greatest size, however it is encoded."""
    if not 1 <= settings.COMMENTS_MIN_LENGTH <= settings.COMMENTS_MAX_LENGTH:
        return [Error("COMMENTS_MIN_LENGTH must be at least 1 and not above COMMENTS_MAX_LENGTH.", id="comments.E005")]
    # A code point outside the basic plane takes twelve bytes in a form.
    if settings.COMMENTS_MAX_LENGTH * 12 > settings.COMMENTS_MAX_POST_BYTES:
        message = "A comment of COMMENTS_MAX_LENGTH characters may not fit into COMMENTS_MAX_POST_BYTES."
        return [Warning(message, hint="Allow twelve bytes for each character.", id="comments.W001")]
    return []


@register
def check_cache(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The cache that counts for the rate limits is shared by all processes."""
    backend = settings.CACHES["default"]["BACKEND"]
    if backend.rpartition(".")[2] in ("LocMemCache", "DummyCache"):
        message = f"{backend} counts rate limits in each process by itself, or not at all."
        return [Error(message, hint="Use Redis: set CACHE_URL or REDIS_URL.", id="comments.E006")]
    return []


@register
def check_middleware(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The middleware that keeps personal pages out of caches is installed."""
    path = "comments.middleware.PrivateWhenPersonal"
    if path in settings.MIDDLEWARE:
        return []
    hint = "Without it a shared cache may show one reader's waiting comment to others."
    return [Error(f"{path} is not in MIDDLEWARE.", hint=hint, id="comments.E007")]
