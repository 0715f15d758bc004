import os

import pytest

from config import supervisor as supervision
from config.supervisor import Supervisor
from config.tests.processes import alive, descendants, wait_until

pytestmark = pytest.mark.processes


@pytest.fixture
def supervise():
    started = []

    def start(**commands):
        supervisor = Supervisor(commands, dict(os.environ))
        started.append(supervisor)
        supervisor.start()
        return supervisor

    yield start
    for supervisor in started:
        supervisor.stop()


def test_it_shows_what_each_process_prints_under_its_name(supervise, capfd):
    expected = {"web    | one", "web    | two", "worker | three"}
    shown = set()
    supervise(web="echo one; echo two >&2; exec sleep 60", worker="echo three; exec sleep 60")

    def all_shown():
        shown.update(line.split(maxsplit=1)[1] for line in capfd.readouterr().out.splitlines())
        return shown >= expected

    assert wait_until(all_shown, 5), shown


def test_it_tells_which_process_has_ended_and_how(supervise):
    supervisor = supervise(web="exec sleep 60", worker="exit 3")

    assert wait_until(supervisor.ended, 5)
    assert supervisor.ended() == "worker ended with exit code 3"


def test_nothing_has_ended_while_all_run(supervise):
    assert supervise(web="exec sleep 60").ended() is None


def test_stopping_ends_even_a_process_that_will_not_and_the_children_it_left(supervise, monkeypatch):
    monkeypatch.setattr(supervision, "STOP_SECONDS", 0.5)
    before = set(descendants(os.getpid()))
    supervisor = supervise(web="trap '' TERM; sleep 60 & while :; do sleep 1; done")
    assert wait_until(lambda: len(set(descendants(os.getpid())) - before) >= 2, 5)
    family = set(descendants(os.getpid())) - before

    supervisor.stop()

    assert wait_until(lambda: not any(alive(pid) for pid in family), 2)
