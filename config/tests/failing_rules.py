"""Rules that fail as rules can, each at its word in a comment; and the settings of an installation that has them.

DJANGO_SETTINGS_MODULE=config.tests.settings_with_failing_rules adds them to the real ones.
"""

import hashlib
import os
import signal
import time

from django.conf import settings

from moderation.rules import rule

EXAMINED = "examined.txt"


@rule("test.noted", family="test", version=1)
def noted(submission):
    """Note every examination that begins, outside of any transaction, so that a test can count them."""
    with (settings.DATA_DIR / EXAMINED).open("a") as file:
        file.write(f"{submission.body.split()[0]}\n")
    return ()


@rule("test.slow", family="test", version=1)
def slow(submission):
    """Leave time for somebody else to take the same comment."""
    if "dawdle" in submission.body:
        time.sleep(0.2)
    return ()


@rule("test.raises", family="test", version=1)
def raises(submission):
    if "stumble" in submission.body:
        raise RuntimeError("a bug")
    return ()


@rule("test.hangs", family="test", version=1)
def hangs(submission):
    if "oversleep" in submission.body:
        time.sleep(3600)
    return ()


@rule("test.swallows", family="test", version=1)
def swallows(submission):
    """Go on whatever happens, the soft time limit included, which is an Exception as well."""
    while "insist" in submission.body:
        try:
            time.sleep(3600)
        except Exception:
            continue
    return ()


@rule("test.deaf", family="test", version=1)
def deaf(submission):
    """Be busy in C, where Python handles no signal."""
    if "brood" in submission.body:
        hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 2**31 - 1)
    return ()


@rule("test.poison", family="test", version=1)
def poison(submission):
    """Take the whole process along, as a crash in C or the kernel's out-of-memory killer would."""
    if "perish" in submission.body:
        os.kill(os.getpid(), signal.SIGKILL)
    return ()
