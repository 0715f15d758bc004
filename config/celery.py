"""The Celery application; its options are in `config/celeryconfig.py`."""

import os

from celery import Celery
from celery.signals import setup_logging, worker_process_init
from kombu.transport.redis import Channel

from config.orphans import end_with_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("anteroom")

# By name, so that importing this package asks for no settings yet: the runner has first to write them.
app.config_from_object("config.celeryconfig")
app.autodiscover_tasks()

# Nor does a worker give back what it has in hand when its connection breaks: with Redis away, that ends it, too.
Channel.do_restore = False


@setup_logging.connect
def _keep_the_logging_of_settings(**_: object) -> None:
    """Celery replaces the root logger's handlers unless somebody listens here."""


@worker_process_init.connect
def _end_with_the_worker(**_: object) -> None:
    """A killed worker leaves no process that no time limit holds any more, not even one that handles no signal."""
    end_with_parent()
