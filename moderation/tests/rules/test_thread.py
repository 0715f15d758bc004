import pytest

from moderation.rules.thread import everything_held
from moderation.tests.rules.verbs import TRUSTED, hits, misses


@pytest.mark.parametrize("by", ["site", "thread"])
def test_everything_is_held_whoever_writes(by):
    assert hits(everything_held, "Danke", hold_everything=by, author=TRUSTED).params == {"by": by}


def test_an_open_thread():
    misses(everything_held, "Danke", hold_everything="")
