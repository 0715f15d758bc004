"""Celery's options, each with its reason beside it. Celery reads them when it first needs one, not before."""

from django.conf import settings

broker_url = settings.BROKER_URL
# Nobody waits for a result: the row in the database is the result.
task_ignore_result = True
# JSON only, and ids only: who reaches the broker can ask for an examination, not hand us one.
accept_content = ["json"]
task_serializer = "json"
# A message counts as in hand until its task has run, so that a worker takes no more than it can begin at once.
task_acks_late = True
# Never put a message back because its worker died: a poison comment would circle for ever. The row counts instead.
task_reject_on_worker_lost = False
task_soft_time_limit = settings.EXAMINATION_SOFT_SECONDS
task_time_limit = settings.EXAMINATION_HARD_SECONDS
# One message at a time: a comment does not wait behind the slow one that its process has reserved.
worker_prefetch_multiplier = 1
# Examining does not wait behind mail and bulk work.
task_default_queue = "bulk"
task_routes = {"moderation.tasks.examine": {"queue": "examine"}}
# A process that has grown is replaced between tasks (kilobytes).
worker_max_memory_per_child = 400_000
worker_cancel_long_running_tasks_on_connection_loss = False
broker_connection_retry_on_startup = True
# For ever: a worker outlives an outage of Redis of any length.
broker_connection_max_retries = None
broker_transport_options = {
    "global_keyprefix": settings.REDIS_KEY_PREFIX,
    # Redis does not remember what it has handed out. The sweep finds what a dead worker had in hand, and sooner; and a
    # worker that cannot settle a message because Redis is away would end (kombu 5.7.0).
    "ack_emulation": False,
    # Without these, publishing to a Redis that hangs waits for ever. The margin lets a worker's one-second BRPOP end.
    "socket_timeout": max(1.5, settings.REDIS_TIMEOUT_SECONDS),
    "socket_connect_timeout": settings.REDIS_TIMEOUT_SECONDS,
    # The database sweep is the retry.
    "max_retries": 0,
}
beat_schedule = {
    "examine-overdue": {
        "task": "moderation.tasks.examine_overdue",
        "schedule": settings.EXAMINATION_SWEEP_SECONDS,
        # A sweep that nobody took before the next one is due is of no use.
        "options": {"expires": settings.EXAMINATION_SWEEP_SECONDS},
    },
    # Often, because one run forgets only so many.
    "forget-senders": {"task": "comments.tasks.forget_senders", "schedule": 600, "options": {"expires": 600}},
    "forget-campaigns": {"task": "moderation.tasks.forget_campaigns", "schedule": 600, "options": {"expires": 600}},
}
beat_schedule_filename = str(settings.DATA_DIR / "celerybeat-schedule")
