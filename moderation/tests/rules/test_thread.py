import pytest

from moderation.rules.thread import everything_held, sudden_spike
from moderation.tests.rules.verbs import TRUSTED, hits, misses


@pytest.mark.parametrize("by", ["site", "thread"])
def test_everything_is_held_whoever_writes(by):
    assert hits(everything_held, "Danke", hold_everything=by, author=TRUSTED).params == {"by": by}


def test_an_open_thread():
    misses(everything_held, "Danke", hold_everything="")


def test_a_thread_that_suddenly_gets_many_comments():
    assert hits(sudden_spike, "да", around={"thread_hour": 40, "thread_usual": 2.0}).params == {"count": 40}
    hits(sudden_spike, around={"thread_hour": 30})


def test_a_thread_as_lively_as_ever():
    misses(sudden_spike, around={"thread_hour": 200, "thread_usual": 100.0})
    misses(sudden_spike, around={"thread_hour": 29})
