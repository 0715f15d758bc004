import fcntl
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from config.tests.processes import alive, descendants, free_port, wait_until

pytestmark = pytest.mark.processes

ROOT = Path(__file__).resolve().parents[2]
# What the suite has set for itself, and a fresh checkout has not.
OURS = {"DATABASE_URL", "DATA_DIR", "DEBUG", "DEVELOPMENT", "IDENTITY_KEYS", "PORT", "REDIS_KEY_PREFIX", "REDIS_URL"}
OURS |= {"SECRET_KEY", "SITE_URL", "PYTEST_XDIST_WORKER"}


def environment(data_dir, **more):
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    return kept | {"DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1"} | more


class Running:
    """A `make run` that has said it is ready."""

    def __init__(self, process, output, port, data_dir):
        self.process, self.output, self.port, self.data_dir = process, output, port, data_dir
        self.family = descendants(process.pid)

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path)
        return connection.getresponse()

    def manage(self, *words):
        return subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=environment(self.data_dir),
            capture_output=True,
            text=True,
            timeout=60,
        )

    def survivors(self):
        return [pid for pid in self.family if alive(pid)]


@contextmanager
def running(data_dir, stdin=subprocess.DEVNULL):
    port = free_port()
    errors = data_dir.with_suffix(".errors")
    with errors.open("w") as stderr:
        process = subprocess.Popen(
            [sys.executable, "-m", "config.run"],
            # Whoever runs the tests under nohup ignores it, and the runner would rightly do the same.
            preexec_fn=partial(signal.signal, signal.SIGHUP, signal.SIG_DFL),
            cwd=ROOT,
            env=environment(data_dir, PORT=str(port)),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    try:
        output = ""
        for line in process.stdout:
            output += line
            if "Ctrl-C" in line:
                break
        assert process.poll() is None, f"{output}\n{errors.read_text()}"
        yield Running(process, output, port, data_dir)
    finally:
        process.send_signal(signal.SIGTERM)
        process.stdout.close()
        process.wait(30)


def refusal(data_dir, **more):
    """Run it where it cannot start; return what it says about that."""
    result = subprocess.run(
        [sys.executable, "-m", "config.run"],
        cwd=ROOT,
        env=environment(data_dir, **{"PORT": str(free_port())} | more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert result.returncode == 1
    [line] = result.stderr.splitlines()
    return line


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    with running(tmp_path_factory.mktemp("run") / "data") as run:
        yield run


def test_it_serves_the_article_and_says_how_to_log_in(run):
    password = re.search(r"user moderator, password (\S+)", run.output)[1]

    assert f"http://127.0.0.1:{run.port}/" in run.output
    assert run.get("/").status == 200
    assert run.get("/admin/login/").status == 200
    assert run.manage("shell", "-c", LOGS_IN.format(password=password)).stdout.endswith("True\n")


LOGS_IN = (
    "from django.contrib.auth import authenticate; "
    "print(authenticate(username='moderator', password='{password}') is not None)"
)


def test_a_second_terminal_finds_its_database_and_its_redis(run):
    asks_the_worker = "from config.celery import app; print(sorted(app.control.ping(timeout=2)[0]))"

    assert run.manage("migrate", "--check").returncode == 0
    assert "['celery@" in run.manage("shell", "-c", asks_the_worker).stdout


def test_its_secrets_are_kept_and_nobody_else_reads_them(tmp_path):
    kept = tmp_path / "data" / "development.env"
    with running(tmp_path / "data"):
        first = kept.read_text()
    with running(tmp_path / "data"):
        pass

    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.read_text().split("SITE_URL")[0] == first.split("SITE_URL")[0]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_a_signal_stops_every_process(tmp_path, number):
    with running(tmp_path / "data") as run:
        assert len(run.survivors()) >= 7, "redis, gunicorn and two of its own, celery, its two and its scheduler"

        run.process.send_signal(number)

        assert run.process.wait(20) == 0
        assert run.survivors() == []


def test_a_terminal_that_goes_away_stops_every_process_even_if_no_signal_comes(tmp_path):
    ours, theirs = os.openpty()
    with running(tmp_path / "data", stdin=theirs) as run:
        os.close(theirs)
        os.close(ours)

        assert run.process.wait(20) == 0
        assert run.survivors() == []


def test_two_run_side_by_side_and_killing_one_takes_only_its_own_processes(tmp_path):
    with running(tmp_path / "one") as one, running(tmp_path / "two") as two:
        one.process.kill()

        assert wait_until(lambda: not one.survivors(), 20)
        assert two.get("/").status == 200
        assert two.survivors() == two.family

    # Each was sent SIGTERM here.
    assert two.survivors() == []


def test_when_one_process_dies_the_rest_is_stopped_and_the_reason_told(tmp_path):
    with running(tmp_path / "data") as run:
        [web] = [pid for pid in run.family if "gunicorn" in command(pid) and os.getsid(pid) == pid]
        os.kill(web, signal.SIGKILL)

        assert run.process.wait(20) == 1
        assert run.survivors() == []

    assert (tmp_path / "data.errors").read_text() == ("anteroom: web was killed by SIGKILL, so everything is stopped\n")


def command(pid):
    return Path(f"/proc/{pid}/cmdline").read_text()


def test_a_busy_port(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        assert f"port {port} cannot be used (Address already in use)" in refusal(tmp_path, PORT=str(port))


@pytest.mark.parametrize("port", ["http", "70000"])
def test_a_port_that_is_none(tmp_path, port):
    assert "PORT must be a number from 1 to 65535" in refusal(tmp_path, PORT=port)


def test_an_unreachable_redis(tmp_path):
    line = refusal(tmp_path, REDIS_URL=f"redis://127.0.0.1:{free_port()}/0")

    assert "cannot reach Redis" in line
    assert "refused" in line


def test_a_redis_that_hangs(tmp_path):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()

        assert "cannot reach Redis" in refusal(tmp_path, REDIS_URL=f"redis://127.0.0.1:{silent.getsockname()[1]}/0")


@pytest.mark.parametrize("url", ["postgres://nobody:secret@127.0.0.1:{port}/none", "sqlite:////nowhere/at/all.sqlite3"])
def test_an_unreachable_database(tmp_path, url):
    line = refusal(tmp_path, DATABASE_URL=url.format(port=free_port()))

    assert "cannot reach the database" in line
    assert "secret" not in line


@pytest.mark.parametrize("wrong", [{"DATABASE_URL": "nonsense://here"}, {"TRUSTED_PROXIES": "nonsense"}])
def test_a_setting_that_is_wrong(tmp_path, wrong):
    line = refusal(tmp_path, **wrong)

    assert "a setting is wrong" in line
    assert "nonsense" in line


def test_a_data_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").touch()

    assert "cannot write to DATA_DIR" in refusal(tmp_path / "file" / "data")


def test_a_data_folder_that_is_in_use(tmp_path):
    with (tmp_path / "run.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        assert f"another run uses {tmp_path}" in refusal(tmp_path)
