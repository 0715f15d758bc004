"""The Celery application; its options are in `config/celeryconfig.py`."""

import os

from celery import Celery
from celery.signals import setup_logging

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("anteroom")

# By name, so that importing this package asks for no settings yet: the runner has first to write them.
app.config_from_object("config.celeryconfig")
app.autodiscover_tasks()


@setup_logging.connect
def _keep_the_logging_of_settings(**_: object) -> None:
    """Celery replaces the root logger's handlers unless somebody listens here."""
