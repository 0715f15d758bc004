"""Give the test suite its secrets, its data folder and its Redis, before Django reads its settings.

A pytest plugin, loaded by `-p` in pyproject.toml. DATABASE_URL and REDIS_URL are honoured when they are set; the data
folder is a temporary one, under DATA_DIR if that is set. With pytest-xdist, the first process prepares all this, the
others inherit it, and each has keys of its own in the shared Redis.
"""

import atexit
import os
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings

from comments.tests.html_in_browser import chromium_path
from config.embedded_redis import EmbeddedRedis

SECRETS = {
    "SECRET_KEY": "a key for the tests and for nothing else, long enough for Django",
    "IDENTITY_KEYS": "k1:6a8d2f0c4b7e91d35f60a2c8e4b19d7f",
}
INSTALLATION = {"DEVELOPMENT": "1", "DEBUG": "0", "SITE_URL": "http://testserver"}


def prepare() -> None:
    """Set the environment that the settings read, and start what it names; all of it ends with this process."""
    os.environ.update(SECRETS | INSTALLATION)
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        os.environ["REDIS_KEY_PREFIX"] += f"{worker}:"
        return
    ending = ExitStack()
    atexit.register(ending.close)
    chosen = os.environ.get("DATA_DIR") or None
    folder = Path(ending.enter_context(tempfile.TemporaryDirectory(prefix="anteroom-tests-", dir=chosen)))
    (folder / "static").mkdir()
    os.environ["DATA_DIR"] = str(folder)
    os.environ["REDIS_KEY_PREFIX"] = f"{folder.name}:"
    if not os.environ.get("DATABASE_URL"):
        os.environ.pop("DATABASE_URL", None)
    if not os.environ.get("REDIS_URL"):
        os.environ["REDIS_URL"] = ending.enter_context(EmbeddedRedis(folder / "redis")).url


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None]:
    prepare()
    yield
    # pytest-django has read the settings by now.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    # A file, as in a real installation: several processes share it, and its locks are the real ones.
    settings.DATABASES["default"].setdefault("TEST", {}).setdefault("NAME", None)
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
        settings.DATABASES["default"]["TEST"]["NAME"] = str(settings.DATA_DIR / "test.sqlite3")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where there is no browser, leave out what needs one, unless REQUIRE_BROWSER says that there must be one."""
    if item.get_closest_marker("browser") and not chromium_path():
        give_up = pytest.fail if os.environ.get("REQUIRE_BROWSER") else pytest.skip
        give_up("no Chromium on this machine: apt install chromium")
