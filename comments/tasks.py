"""What Celery runs: each task calls one function and is safe to run twice."""

from celery import shared_task
from django.utils import timezone

from comments import retention


@shared_task
def forget_senders() -> None:
    """Forget where old comments came from."""
    retention.forget_senders(timezone.now())
