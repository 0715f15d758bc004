"""Keep what a development checkout needs to run in `DATA_DIR/development.env`, which the settings read.

Above the marker stand the secrets, written once, and whatever a developer adds; below it, what the latest `make run`
uses, so that `manage.py` in a second terminal finds the same database and the same Redis.
"""

import io
import os
import secrets
from pathlib import Path

import environ

MARKER = "# Rewritten by each `make run`; add your own settings above this line."
SHARED = ("SITE_URL", "DATABASE_URL", "REDIS_URL")


def read_or_create(path: Path) -> None:
    """Put what the file keeps into the environment, where a variable that is set already wins."""
    if not path.exists():
        _write(path, _new_secrets())
    environ.Env.read_env(io.StringIO(_kept(path)))


def share(path: Path) -> None:
    """Write into the file what this process uses of SHARED."""
    shared = [f"{name}={os.environ[name]}\n" for name in SHARED if name in os.environ]
    _write(path, "".join([_kept(path), f"{MARKER}\n", *shared]))


def _kept(path: Path) -> str:
    return path.read_text().partition(f"{MARKER}\n")[0]


def _new_secrets() -> str:
    values = {
        "DEVELOPMENT": "1",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "IDENTITY_KEYS": f"k1:{secrets.token_hex(32)}",
        "MODERATOR_PASSWORD": secrets.token_urlsafe(9),
    }
    return "".join(f"{name}={value}\n" for name, value in values.items())


def _write(path: Path, text: str) -> None:
    """Replace the file at once, so that nobody reads half of it, and nobody else reads it at all."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)
