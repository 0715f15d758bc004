"""What is configured, and whether each part answers."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

from celery import current_app
from django.conf import settings
from django.core.cache import cache
from django.core.checks import run_checks
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from kombu import Connection, Queue

from comments.models import Comment, Revision, Site, Status
from moderation.models import Term
from moderation.policies import policy_for
from moderation.rule_list import configured_rules

PING_SECONDS = 1
OVERDUE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Report:
    """What one part says of itself."""

    part: str
    well: bool
    words: str


def diagnose() -> Iterator[Report]:
    """Ask every part in turn; one that raises is not well, and its error is what it says."""
    for part, question in PARTS.items():
        began = time.perf_counter()
        try:
            words = question()
        except Exception as error:
            yield Report(part, False, f"{type(error).__name__}: {error}".splitlines()[0])
        else:
            milliseconds = (time.perf_counter() - began) * 1000
            yield Report(part, True, f"{words} ({milliseconds:.0f} ms)")


def without_password(url: str) -> str:
    """An address as it may be shown."""
    parts = urlsplit(url)
    return url.replace(f":{parts.password}@", ":***@") if parts.password else url


def _versions() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("Django", "celery", "bleach", "nh3"))
    return f"Python {'.'.join(map(str, sys.version_info[:3]))}, {packages}"


def _settings() -> str:
    problems = [message for message in run_checks() if message.is_serious()]
    if problems:
        raise RuntimeError("; ".join(str(problem.msg) for problem in problems))
    mode = "development" if settings.DEVELOPMENT else "production"
    return f"{mode}, {settings.SITE_URL}, {settings.TRUSTED_PROXIES} trusted proxies, data in {settings.DATA_DIR}"


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        raise RuntimeError(f"{len(missing)} migrations are missing: run manage.py migrate")
    return f"{connection.display_name} {'.'.join(map(str, connection.get_database_version()))}"


def _cache() -> str:
    cache.set("doctor", "well", timeout=5)
    if cache.get("doctor") != "well":
        raise RuntimeError("forgets what it was told")
    return without_password(settings.CACHE_URL)


def _broker() -> str:
    with current_app.connection_for_write() as broker:
        broker.ensure_connection(max_retries=1, timeout=PING_SECONDS)
        return f"{without_password(settings.BROKER_URL)}, {_queue_length(broker, 'examine')} examinations asked for"


def _queue_length(broker: Connection, name: str) -> int:
    # Not passively: with a key prefix, kombu 5.7.0 says then that the queue does not exist.
    declared: Any = Queue(name, channel=broker.default_channel).queue_declare()
    return int(declared.message_count)


def _workers() -> str:
    answers = current_app.control.ping(timeout=PING_SECONDS)
    if not answers:
        raise RuntimeError("none answers: comments wait until one is started")
    return f"{len(answers)} answer"


def _waiting() -> str:
    pending = Comment.objects.filter(status=Status.PENDING).count()
    held = Comment.objects.filter(status=Status.HELD).count()
    oldest = Revision.objects.filter(status=Status.PENDING, due_at__isnull=False).order_by("created_at").first()
    age = (timezone.now() - oldest.created_at).total_seconds() if oldest else 0
    if age > OVERDUE_SECONDS:
        raise RuntimeError(f"{pending} pending, the oldest for {age:.0f} seconds; are workers and beat running?")
    return f"{pending} pending, {held} held for a moderator"


def _judgement() -> str:
    in_force = policy_for(None)
    policy = f"policy version {in_force.version_id}" if in_force.version_id else "the shipped policy"
    return f"{len(configured_rules())} rules, {policy}, {Term.objects.count()} terms"


def _sites() -> str:
    keys = list(Site.objects.values_list("key", flat=True)[:10])
    return ", ".join(keys) if keys else "none yet: manage.py add_site"


PARTS: dict[str, Callable[[], str]] = {
    "versions": _versions,
    "settings": _settings,
    "database": _database,
    "cache": _cache,
    "broker": _broker,
    "workers": _workers,
    "waiting": _waiting,
    "judgement": _judgement,
    "sites": _sites,
}
