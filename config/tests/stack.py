"""A running installation for tests: a data folder, a Redis and a database of its own, and its real processes.

Each can be killed, stopped and started by itself, which `config.run` does not offer: there, all end together.
"""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import redis
from celery import Celery
from django.conf import settings
from django.db import connections
from environ import Env
from honcho.environ import parse_procfile
from kombu import pools

from config.embedded_redis import EmbeddedRedis
from config.orphans import end_with_parent
from config.redis_urls import for_celery
from config.supervisor import STOP_SECONDS
from config.tests.processes import alive, children, descendants, free_port, wait_until
from config.tests.readers import NO_ANSWER, Reader

ROOT = Path(__file__).resolve().parents[2]
ALIAS = "stack"
KEY_PREFIX = "stack:"
START_SECONDS = 30

# Readers have each their own address, e-mail and name, but one article stands for a site's thousands.
INSTALLATION = {
    "DEVELOPMENT": "1",
    "DEBUG": "0",
    "SECRET_KEY": "a key for a test's installation and for nothing else",
    "IDENTITY_KEYS": "k1:0d8f6b2ac47e91d35f60a2c8e4b19d7f",
    "MODERATOR_PASSWORD": "for a test",
    "REDIS_KEY_PREFIX": KEY_PREFIX,
    "TRUSTED_PROXIES": "1",
    "RATE_LIMIT_THREAD": "100000/m",
    "RATE_LIMIT_SITE": "100000/m",
}
# Short, so that what takes minutes in earnest takes seconds.
QUICK = {"EXAMINATION_SOFT_SECONDS": "2", "EXAMINATION_HARD_SECONDS": "3", "EXAMINATION_SWEEP_SECONDS": "1"}


class Process:
    """One process of the installation, and the children that it starts."""

    def __init__(self, command, environment, log):
        self.command, self.environment, self.log = command, environment, log
        self._process = None

    @property
    def pid(self):
        return self._process.pid

    def start(self):
        with self.log.open("a") as log:
            self._process = subprocess.Popen(
                self.command,
                shell=True,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=partial(end_with_parent, os.getpid()),
            )

    def stop(self):
        """Ask it to end in good order; like every manager of processes, wait for that, but not for ever."""
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_SECONDS)
        self.end()

    def kill(self):
        """Kill it, and only it: its children have to notice by themselves."""
        family = descendants(self.pid)
        self._process.kill()
        self._process.wait()
        return family

    def kill_a_child(self):
        for child in children(self.pid)[:1]:
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)

    def tail(self):
        """The end of what it has printed, for whoever reads why a test failed."""
        return self.log.read_text()[-5000:]

    def end(self):
        """Leave nothing of it, whatever a test has done to it."""
        if self._process:
            family = descendants(self.pid) if alive(self.pid) else []
            self._process.kill()
            self._process.wait()
            for pid in family:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


class Stack:
    """An installation: `redis`, `web`, `beat`, `worker` and `second_worker` (not running at first)."""

    def __init__(self, folder, environment, redis_server):
        self.folder, self.redis = folder, redis_server
        self.port = int(environment["PORT"])
        self.base = environment["SITE_URL"]
        commands = parse_procfile((ROOT / "Procfile").read_text()).processes
        second = f"{commands['worker']} --hostname second@%h"
        self.web = Process(commands["web"], environment, folder / "web.log")
        self.beat = Process(commands["beat"], environment, folder / "beat.log")
        self.worker = Process(commands["worker"], environment, folder / "worker.log")
        self.second_worker = Process(second, environment, folder / "second_worker.log")
        self.processes = [self.web, self.beat, self.worker, self.second_worker]
        self._environment = environment

    def manage(self, *words):
        command = [sys.executable, "manage.py", *words]
        subprocess.run(command, cwd=ROOT, env=self._environment, check=True, capture_output=True, timeout=60)

    def start_web(self):
        self.web.start()
        assert wait_until(self._web_answers, START_SECONDS), self.web.tail()

    def start_worker(self, worker=None):
        worker = worker or self.worker
        worker.start()
        assert wait_until(lambda: self._worker_answers(worker), START_SECONDS), worker.tail()

    def _web_answers(self):
        with suppress(*NO_ANSWER):
            return Reader(self.base).get("/").status == 200

    def _worker_answers(self, worker):
        name = "second@" if worker is self.second_worker else "celery@"
        with self.celery() as app:
            return any(node.startswith(name) for reply in app.control.ping(timeout=0.5) for node in reply)

    @contextmanager
    def celery(self):
        """A Celery that sends to this installation; the project's own is configured for the test suite."""
        # Connections to a Redis that a test has killed since.
        pools.reset()
        with Celery(broker=for_celery(self.redis.url), set_as_current=False) as app:
            app.conf.broker_transport_options = {"global_keyprefix": KEY_PREFIX, "socket_timeout": 5}
            yield app

    def send(self, task, *arguments, queue="examine", **options):
        with self.celery() as app:
            app.send_task(task, arguments, queue=queue, ignore_result=True, **options)

    @contextmanager
    def redis_client(self):
        with redis.Redis.from_url(self.redis.url, socket_timeout=5) as client:
            yield client


@contextmanager
def running(folder, *, failing_rules=False, worker=True, **more):
    """Run an installation in `folder`; its database is the connection ALIAS."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "static").mkdir()
    port = str(free_port())
    environment = {name: value for name, value in os.environ.items() if name not in ("BROKER_URL", "CACHE_URL")}
    environment |= INSTALLATION | {"DATA_DIR": str(folder), "PORT": port, "SITE_URL": f"http://127.0.0.1:{port}"} | more
    environment["DJANGO_SETTINGS_MODULE"] = (
        "config.tests.settings_with_failing_rules" if failing_rules else "config.settings"
    )
    environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with ExitStack() as ending:
        environment["DATABASE_URL"] = ending.enter_context(database(folder))
        server = ending.enter_context(EmbeddedRedis(folder / "redis"))
        environment["REDIS_URL"] = server.url
        stack = Stack(folder, environment, server)
        for process in stack.processes:
            ending.callback(process.end)
        stack.manage("migrate", "--verbosity", "0")
        stack.manage("load_demonstration")
        stack.start_web()
        stack.beat.start()
        if worker:
            stack.start_worker()
        yield stack


@contextmanager
def database(folder):
    """Make an empty database of the kind that the suite uses, reachable as the connection ALIAS; yield its URL."""
    with ExitStack() as ending:
        if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
            url = ending.enter_context(_postgresql(os.environ["DATABASE_URL"], f"anteroom_{folder.name}".lower()))
            options = {}
        else:
            url, options = f"sqlite:///{folder / 'anteroom.sqlite3'}", settings.DATABASES["default"]["OPTIONS"]
        described = {ALIAS: Env.db_url_config(url) | {"OPTIONS": options}, "default": settings.DATABASES["default"]}
        connections.settings[ALIAS] = connections.configure_settings(described)[ALIAS]
        ending.callback(_forget_connection)
        yield url


@contextmanager
def _postgresql(url, name):
    with psycopg.connect(urlsplit(url)._replace(path="/postgres").geturl(), autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(url)._replace(path=f"/{name}").geturl()
        finally:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _forget_connection():
    connections[ALIAS].close()
    del connections[ALIAS]
    del connections.settings[ALIAS]
