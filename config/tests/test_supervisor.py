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
    supervise(web="echo one; echo two >&2", worker="echo three").stop()

    printed = capfd.readouterr().out
    assert "web    | one" in printed
    assert "web    | two" in printed
    assert "worker | three" in printed


def test_it_tells_which_process_has_ended_and_how(supervise):
    supervisor = supervise(web="sleep 60", worker="sh -c 'exit 3'")

    assert wait_until(supervisor.ended, 5)
    assert supervisor.ended() == "worker ended with exit code 3"


def test_nothing_has_ended_while_all_run(supervise):
    assert supervise(web="sleep 60").ended() is None


def test_stopping_ends_even_a_process_that_will_not_and_the_children_it_left(supervise, monkeypatch):
    monkeypatch.setattr(supervision, "STOP_SECONDS", 0.5)
    before = set(descendants(os.getpid()))
    supervisor = supervise(web="sh -c 'trap \"\" TERM; sleep 60 & while :; do sleep 1; done'")
    assert wait_until(lambda: len(set(descendants(os.getpid())) - before) >= 2, 5)
    family = set(descendants(os.getpid())) - before

    supervisor.stop()

    assert wait_until(lambda: not any(alive(pid) for pid in family), 2)
