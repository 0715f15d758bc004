"""Start the processes of the Procfile, show what they print, and end them all together."""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from datetime import datetime
from functools import partial

from honcho.colour import get_colours
from honcho.printer import Message, Printer

from config.orphans import end_with_parent

# Longer than the slowest task and the slowest request that may still be under way.
STOP_SECONDS = 12


class Supervisor:
    """Run shell commands, each in a process group of its own, until `stop` is called.

    A command that starts with `exec` gets our signals itself; else only its shell does.

    Honcho's own manager is not used: it forks a copy of the caller for each command, signals workers together with the
    master that should stop them, and leaves everything running when it is killed itself. Start it from the main
    thread; what it started ends with that thread at the latest.
    """

    def __init__(self, commands: dict[str, str], environment: dict[str, str]) -> None:
        self.commands = commands
        self.environment = environment
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._relays: list[threading.Thread] = []
        self._printer = Printer(sys.stdout, width=max(map(len, commands)))
        self._printing = threading.Lock()

    def start(self) -> None:
        for (name, command), colour in zip(self.commands.items(), get_colours(), strict=False):
            process = subprocess.Popen(  # noqa: S602 - the Procfile is ours, and its lines are for a shell
                command,
                shell=True,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=partial(end_with_parent, os.getpid()),
            )
            self._processes[name] = process
            relay = threading.Thread(target=self._relay, args=(name, process, colour), daemon=True)
            relay.start()
            self._relays.append(relay)

    def ended(self) -> str | None:
        """Say which process has ended by itself and how, if one has."""
        for name, process in self._processes.items():
            if (code := process.poll()) is not None:
                how = f"was killed by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"
                return f"{name} {how}"
        return None

    def stop(self) -> None:
        """Ask each process to stop its own children and itself; after STOP_SECONDS, kill what is left."""
        for process in self._processes.values():
            process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for process in self._processes.values():
            with suppress(subprocess.TimeoutExpired):
                process.wait(max(0, deadline - time.monotonic()))
            # Its children too, whom it may have left behind.
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for relay in self._relays:
            relay.join(1)

    def _relay(self, name: str, process: subprocess.Popen[bytes], colour: str) -> None:
        for line in process.stdout or ():
            # Whoever looked at our output may be gone; the process must not wait for them.
            with self._printing, suppress(OSError):
                self._printer.write(Message("line", line, datetime.now(), name, colour))  # noqa: DTZ005 - local time
