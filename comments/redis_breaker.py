"""The circuit breaker that all use of Redis shares, one per process."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

RETRY_AFTER_SECONDS = 2.0
FAILURES = (RedisError, OperationalError, OSError)


class RedisAway(Exception):
    """Redis did not answer, or was not asked because it lately did not."""


class Breaker:
    """Let one caller in a while find out whether Redis is back, and spare everybody else the wait.

    `clock` returns seconds that only rise.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._closed_again_at = 0.0
        self._open = False

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Run the block against Redis.

        Raises RedisAway at once while the circuit is open, and in place of whatever error Redis or the way to it
        raises.
        """
        if not self._may_try():
            raise RedisAway
        try:
            yield
        except FAILURES as error:
            self._trip()
            raise RedisAway from error
        self._open = False

    def reset(self) -> None:
        """Forget what happened before."""
        self._open = False

    def _may_try(self) -> bool:
        with self._lock:
            if not self._open:
                return True
            if self._clock() < self._closed_again_at:
                return False
            self._closed_again_at = self._clock() + RETRY_AFTER_SECONDS
            return True

    def _trip(self) -> None:
        with self._lock:
            self._open = True
            self._closed_again_at = self._clock() + RETRY_AFTER_SECONDS


redis_breaker = Breaker()
