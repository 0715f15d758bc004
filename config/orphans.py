"""See to it that no process outlives the one that started it, even when that one is killed and can do nothing more."""

import ctypes
import os
import signal
import sys

# From <linux/prctl.h>. The request survives exec(), but not fork().
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def end_with_parent(parent: int | None = None) -> None:
    """Ask Linux to kill this process when its parent ends; elsewhere, do nothing.

    Not by a request to stop: a process that hangs on its way out, or is paused, has nobody left to insist. Call it in
    the child. `parent` is the parent's pid, which tells that it had not ended before we asked. The signal comes when
    the parent's *thread* ends that started us, so start such children from a thread that stays.
    """
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if parent is not None and os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
