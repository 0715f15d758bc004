"""How often comments are accepted. The only file that imports django_ratelimit.

django-ratelimit counts in Redis. When Redis does not answer it raises, whatever its settings say; the count is then
taken from the comments themselves (docs/adr/0003-limits-without-redis.md).
"""

import logging
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django_ratelimit.core import get_usage

from comments.addresses import Address, network_block, reader_block
from comments.identity import fold_email, keyed_hash, keyed_hashes
from comments.models import Comment
from comments.redis_breaker import RedisAway, redis_breaker

logger = logging.getLogger(__name__)

RATE = re.compile(r"(?P<count>[1-9]\d*)/(?P<times>[1-9]\d*)?(?P<unit>[smhd])")
UNIT_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
LIMIT_NAMES = ("address", "network", "email", "thread", "site")


@dataclass(frozen=True, slots=True)
class Poster:
    """Whom a post counts towards."""

    address: Address | None
    email: str
    site_key: str
    external_id: str


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `count` posts in `seconds`, of those that share `value`; `rows` asks the comments table for the same."""

    name: str
    count: int
    seconds: int
    value: str
    rows: Q


def parse_rate(rate: str) -> tuple[int, int]:
    """Read a rate such as `5/m` or `100/12h` as a count and a number of seconds.

    Raises ValueError for anything else.
    """
    match = RATE.fullmatch(rate)
    if not match:
        raise ValueError(f"{rate!r} is not a rate such as 5/m or 100/12h")
    return int(match["count"]), int(match["times"] or 1) * UNIT_SECONDS[match["unit"]]


def seconds_until_allowed(request: HttpRequest, poster: Poster, now: datetime) -> int:
    """Count this post, and say how many seconds its poster must wait; 0 when it is welcome.

    The narrowest limit that is reached ends the counting, so that one reader's flood does not use up what a thread or a
    site takes from everybody.
    """
    try:
        with redis_breaker.guard():
            return _first_wait(_wait_by_redis(request, limit) for limit in _limits(poster))
    except RedisAway:
        logger.warning("Redis is away: rate limits are counted from the comments table")
        return _first_wait(_wait_by_database(limit, now) for limit in _limits(poster))


def _first_wait(waits: Iterator[int]) -> int:
    return next((wait for wait in waits if wait), 0)


def _limits(poster: Poster) -> Iterator[Limit]:
    """Those of RATE_LIMITS that are switched on and have something to count by."""
    reader, network, email = reader_block(poster.address), network_block(poster.address), fold_email(poster.email)
    rows = {
        "address": Q(revisions__sender__address_hash__in=keyed_hashes("address", reader)),
        "network": Q(revisions__sender__network_hash__in=keyed_hashes("network", network)),
        "email": Q(author__email_hash__in=keyed_hashes("email", email)),
        "thread": Q(thread__site__key=poster.site_key, thread__external_id=poster.external_id),
        "site": Q(thread__site__key=poster.site_key),
    }
    values = {
        "address": reader,
        "network": network,
        # Hashed under our key: what an address book could be checked against does not go to Redis.
        "email": email and keyed_hash("email", email),
        "thread": f"{poster.site_key} {poster.external_id}",
        "site": poster.site_key,
    }
    for name in LIMIT_NAMES:
        if settings.RATE_LIMITS.get(name) and values[name]:
            count, seconds = parse_rate(settings.RATE_LIMITS[name])
            yield Limit(name, count, seconds, values[name], rows[name])


def _wait_by_redis(request: HttpRequest, limit: Limit) -> int:
    usage = get_usage(
        request,
        group=f"comments.{limit.name}",
        key=lambda group, request: limit.value,
        rate=(limit.count, limit.seconds),
        increment=True,
    )
    if usage is None or not usage["should_limit"]:
        return 0
    # A negative time left is django-ratelimit's word for a cache that did not count.
    return max(1, usage["time_left"]) if usage["time_left"] >= 0 else limit.seconds


def _wait_by_database(limit: Limit, now: datetime) -> int:
    latest = _posted_since(limit, now - timedelta(seconds=limit.seconds))[: limit.count]
    times = list(latest.values_list("created_at", flat=True))
    if len(times) < limit.count:
        return 0
    return max(1, math.ceil(limit.seconds - (now - times[-1]).total_seconds()))


def _posted_since(limit: Limit, since: datetime) -> QuerySet[Comment]:
    return Comment.objects.filter(limit.rows, created_at__gt=since).order_by("-created_at")
