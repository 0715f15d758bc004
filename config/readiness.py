"""Wait until what was started really answers."""

import http.client
import time
from collections.abc import Callable

from config.celery import app
from config.preconditions import CannotStart

READY_SECONDS = 60


def wait_until_ready(port: int, ended: Callable[[], str | None]) -> None:
    """Return once the web process and a worker answer; raise CannotStart when one ends first or takes too long."""
    for name, answers in {"web": lambda: _web_answers(port), "worker": _worker_answers}.items():
        deadline = time.monotonic() + READY_SECONDS
        while not answers():
            if why := ended():
                raise CannotStart(f"{why} before it was ready; see above")
            if time.monotonic() > deadline:
                raise CannotStart(f"{name} does not answer after {READY_SECONDS} seconds; see above")
            time.sleep(0.05)


def _web_answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _worker_answers() -> bool:
    return bool(app.control.ping(timeout=0.5, limit=1))
