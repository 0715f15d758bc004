"""What the tests of every room share."""

from collections.abc import Iterator

import pytest
import redis
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, sync_playwright

from comments.redis_breaker import redis_breaker
from comments.tests.html_in_browser import ARGUMENTS, chromium_path
from moderation import append_only, term_lists


@pytest.fixture(autouse=True)
def _fresh_process_state() -> None:
    """Every test begins as a new process would: nothing counted, nothing loaded, nothing known of Redis."""
    redis_breaker.reset()
    term_lists.forget()
    # Not cache.clear(), which empties the whole Redis, under other processes' tests and for whoever else uses it.
    with redis.Redis.from_url(settings.CACHE_URL) as client:
        if keys := client.keys(f"{settings.REDIS_KEY_PREFIX}*"):
            client.delete(*keys)


@pytest.fixture(autouse=True)
def _append_only_again(request) -> None:
    """Put back the triggers that a test with real commits had to take away; those that are there stay."""
    if request.node.get_closest_marker("django_db"):
        request.getfixturevalue("_django_db_helper")
        append_only.install(connection)


@pytest.fixture
def committing(transactional_db) -> Iterator[None]:
    """Real commits, for what happens on commit or between two connections.

    Afterwards the tables are emptied, which the triggers on decisions refuse; so they go first.
    """
    append_only.install(connection)
    yield
    append_only.remove(connection)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A real browser; for tests with the marker `browser`.

    No wider than a module, since Playwright cannot run twice at a time and other modules may start their own.
    """
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, in which Django would refuse to ask the database.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        yield browser
        browser.close()
