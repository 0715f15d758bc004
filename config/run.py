"""Prepare a checkout and run all of Anteroom: `python -m config.run`, which is what `make run` does.

PORT, DATA_DIR, DATABASE_URL and REDIS_URL are honoured. What keeps it from starting is said in one line.
"""

import os
import signal
import sys
import time
from contextlib import ExitStack, suppress
from importlib import import_module
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connections
from honcho.environ import parse_procfile

from config import development
from config.embedded_redis import EmbeddedRedis, EmbeddedRedisError
from config.preconditions import CannotStart, check_database, check_port, check_redis, claim_folder, port_from
from config.readiness import wait_until_ready
from config.supervisor import Supervisor

ROOT = Path(__file__).resolve().parent.parent
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    for number in SIGNALS:
        # nohup, for one, has asked us to live on when the terminal closes.
        if signal.getsignal(number) != signal.SIG_IGN or number != signal.SIGHUP:
            signal.signal(number, signal.default_int_handler)
    try:
        with ExitStack() as ending:
            try:
                run(ending)
            finally:
                # Once is enough: whatever is running is being stopped now.
                for number in SIGNALS:
                    signal.signal(number, signal.SIG_IGN)
    except (CannotStart, EmbeddedRedisError) as error:
        print(f"anteroom: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
    return 0


def run(ending: ExitStack) -> None:
    """Start everything, in order, and return never: it ends by CannotStart or by a signal."""
    began, on_terminal = time.monotonic(), os.isatty(0)
    for name in ("PORT", "DATA_DIR", "DATABASE_URL", "REDIS_URL"):
        if os.environ.get(name) == "":
            del os.environ[name]
    port = port_from(os.environ)
    data_dir = Path(os.environ.get("DATA_DIR", ROOT / "var")).absolute()
    ending.enter_context(claim_folder(data_dir))
    check_port(port)
    redis = prepare_environment(data_dir, port, ending)
    prepare_database()
    say("Starting the web process and the worker ...")
    supervisor = start_processes(ending)
    wait_until_ready(port, supervisor.ended)
    announce(port, time.monotonic() - began)
    watch(supervisor, redis, on_terminal)


def prepare_environment(data_dir: Path, port: int, ending: ExitStack) -> EmbeddedRedis | None:
    """Set every variable that the settings need, start the Redis that one of them names, and load the settings."""
    path = data_dir / "development.env"
    os.environ.update(DATA_DIR=str(data_dir), PORT=str(port))
    redis = None
    try:
        development.read_or_create(path)
        os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{port}")
        if "REDIS_URL" not in os.environ:
            say("Starting Redis ...")
            redis = ending.enter_context(EmbeddedRedis(data_dir / "redis"))
            os.environ["REDIS_URL"] = redis.url
        development.share(path)
        (data_dir / "static").mkdir(exist_ok=True)
    except OSError as error:
        raise CannotStart(f"cannot write to DATA_DIR: {error}") from error
    load_settings()
    return redis


def load_settings() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except (ImproperlyConfigured, KeyError, ValueError) as error:
        raise CannotStart(f"a setting is wrong: {error!r}") from error
    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise CannotStart(f"a setting is wrong: {error}") from error


def prepare_database() -> None:
    """Bring the tables up to date and load the demonstration, unless something that we need is away."""
    say("Preparing the database ...")
    check_redis()
    check_database()
    try:
        call_command("migrate", verbosity=0, interactive=False)
        call_command("load_demonstration")
    except (DatabaseError, CommandError) as error:
        raise CannotStart(f"cannot prepare the database: {error}") from error
    connections.close_all()


def start_processes(ending: ExitStack) -> Supervisor:
    commands = parse_procfile((ROOT / "Procfile").read_text()).processes
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    supervisor = Supervisor(commands, os.environ | {"PATH": path})
    ending.callback(supervisor.stop)
    supervisor.start()
    return supervisor


def announce(port: int, seconds: float) -> None:
    address = f"http://127.0.0.1:{port}/"
    say(
        f"\nAnteroom is ready after {seconds:.1f} seconds.\n"
        f"  The demonstration article: {address}\n"
        f"  The moderators' admin:     {address}admin/\n"
        f"    user moderator, password {os.environ['MODERATOR_PASSWORD']}\n"
        "Ctrl-C stops everything.\n"
    )


def watch(supervisor: Supervisor, redis: EmbeddedRedis | None, on_terminal: bool) -> None:
    """Return never: raise CannotStart, which ends the rest, as soon as one process has ended by itself."""
    while True:
        # A terminal that goes away tells its first process alone, and that may be make, which would wait for us.
        if on_terminal and not os.isatty(0):
            raise KeyboardInterrupt
        if ended := supervisor.ended():
            raise CannotStart(f"{ended}, so everything is stopped")
        if redis and not redis.running:
            raise CannotStart(f"the embedded Redis has ended, so everything is stopped; its log is {redis.log}")
        time.sleep(0.2)


def say(words: str) -> None:
    # The terminal may be closed already; that is no reason to stop before everything else has.
    with suppress(OSError):
        print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())
