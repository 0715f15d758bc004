"""Settings and entry points. Loads the Celery application, so that tasks published by the web process find it."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
