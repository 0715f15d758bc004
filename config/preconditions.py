"""What must be true before anything is started; each failure is told in one line."""

import fcntl
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import redis
from django.conf import settings
from django.db import DatabaseError
from django.db.utils import ConnectionHandler

from config.redis_urls import for_django

TIMEOUT_SECONDS = 3


class CannotStart(Exception):
    """Say in one line why Anteroom does not run, or runs no longer."""

    def __str__(self) -> str:
        return " ".join(super().__str__().split())


def port_from(environment: Mapping[str, str]) -> int:
    given = environment.get("PORT", "8000")
    if not (given.isdecimal() and 0 < int(given) < 2**16):
        raise CannotStart(f"PORT must be a number from 1 to 65535, not {given!r}")
    return int(given)


def check_port(port: int) -> None:
    with socket.socket() as probe:
        # As the web server will do: connections that were closed a moment ago do not make a port busy.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CannotStart(f"port {port} cannot be used ({error.strerror}); choose another: PORT=8001") from error


@contextmanager
def claim_folder(folder: Path) -> Iterator[None]:
    """Make the data folder, and keep a second `make run` out of it: the two would share a scheduler and a Redis."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "run.lock").open("w")
    except OSError as error:
        raise CannotStart(f"cannot write to DATA_DIR: {error}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CannotStart(f"another run uses {folder}; stop it, or choose another DATA_DIR") from error
        yield


def check_redis() -> None:
    for url in {settings.CACHE_URL, for_django(settings.BROKER_URL)}:
        try:
            with redis.Redis.from_url(
                url, socket_timeout=TIMEOUT_SECONDS, socket_connect_timeout=TIMEOUT_SECONDS
            ) as client:
                client.ping()
        except (redis.RedisError, ValueError) as error:
            raise CannotStart(f"cannot reach Redis: {error}") from error


def check_database() -> None:
    """Connect once, past the pool of the settings, which would try for long and log each time."""
    database = settings.DATABASES["default"]
    options = {"connect_timeout": TIMEOUT_SECONDS} if database["ENGINE"].endswith("postgresql") else {}
    connection = ConnectionHandler({"default": database | {"OPTIONS": options}})["default"]
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        raise CannotStart(f"cannot reach the database: {error}") from error
    finally:
        connection.close()
