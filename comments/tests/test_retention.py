from datetime import timedelta

import pytest
from django.utils import timezone

from comments import retention
from comments.models import Revision, Sender
from comments.tests.builders import make_comment

pytestmark = pytest.mark.django_db


def test_where_a_comment_came_from_is_forgotten_on_time_and_the_comment_stays(settings, monkeypatch):
    monkeypatch.setattr(retention, "BATCH", 2)
    settings.COMMENTS_SENDER_DAYS = 90
    now = timezone.now()
    for days in (0, 89, 91, 100, 400, 500, 600):
        comment = make_comment()
        Sender.objects.filter(revision__comment=comment).update(created_at=now - timedelta(days=days))
    assert retention.forget_senders(now) == 5
    assert Sender.objects.count() == 2
    assert Revision.objects.count() == 7
    assert retention.forget_senders(now) == 0
