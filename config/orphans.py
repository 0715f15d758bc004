"""See to it that no process outlives the one that started it, even when that one is killed and can do nothing more."""

import ctypes
import os
import signal
import sys

# From <linux/prctl.h>. The request survives exec(), but not fork().
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def end_with_parent(parent: int | None = None, by: signal.Signals = signal.SIGTERM) -> None:
    """Ask Linux to send this process a signal when its parent ends; elsewhere, do nothing.

    Call it in the child. `parent` is the parent's pid, which tells that it had not ended before we asked. The signal
    comes when the parent's *thread* ends that started us, so start such children from a thread that stays.
    """
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, by)
    if parent is not None and os.getppid() != parent:
        os.kill(os.getpid(), by)
