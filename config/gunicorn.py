"""Gunicorn's options, each with its reason beside it."""

import os
from pathlib import Path

# Only a proxy on this machine, or nobody, stands before it.
bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
# Gunicorn itself reads WEB_CONCURRENCY for the number of processes.
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Threads, so that a reader who waits for the database keeps nobody else waiting.
worker_class = "gthread"
threads = 4
# The application is imported once, and the processes share its memory.
preload_app = True
# By default its path is one per user, so that two checkouts would fight over it; we have no use for it.
control_socket_disable = True
# By default the headers SCRIPT_NAME and PATH_INFO would be obeyed, whoever sends them.
forwarder_headers = ""
# The processes write their heartbeat there; on a disk, that can hang.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a folder, not a file with a known name
# How long a request may go on after we were told to stop.
graceful_timeout = 5
