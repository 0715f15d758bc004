import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from config.tests.processes import alive, wait_until

pytestmark = pytest.mark.processes

PARENT = """
import os, subprocess, sys, time
from functools import partial
from config.orphans import end_with_parent
child = subprocess.Popen(["sleep", "60"], preexec_fn=partial(end_with_parent, os.getpid()))
print(child.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture
def family():
    root = Path(__file__).resolve().parents[2]
    parent = subprocess.Popen([sys.executable, "-c", PARENT], cwd=root, stdout=subprocess.PIPE, text=True)
    child = int(parent.stdout.readline())
    yield parent, child
    parent.kill()
    parent.communicate()


def test_a_child_lives_while_its_parent_does_and_ends_with_it(family):
    parent, child = family
    assert alive(child)

    parent.kill()

    assert wait_until(lambda: not alive(child), 5)


def test_a_paused_child_ends_too(family):
    parent, child = family
    os.kill(child, signal.SIGSTOP)

    parent.kill()

    assert wait_until(lambda: not alive(child), 5)
