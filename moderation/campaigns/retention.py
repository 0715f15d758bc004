"""Forgetting texts once nothing new is to be compared with them."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from moderation.models import Campaign, CampaignMember, SketchBand, TextSketch

BATCH = 1_000
BATCHES_AT_ONCE = 20


def forget_campaigns(now: datetime) -> int:
    """Delete sketches older than MODERATION_CAMPAIGN_DAYS, and campaigns that ended so long ago; say how many rows.

    In batches, each its own transaction, so that nobody waits long for a lock; and no more than a task has time for.
    """
    before = now - timedelta(days=settings.MODERATION_CAMPAIGN_DAYS)
    deleted = 0
    for _ in range(BATCHES_AT_ONCE):
        batch = _forget_batch(before)
        deleted += batch
        if batch < BATCH:
            break
    return deleted


@transaction.atomic
def _forget_batch(before: datetime) -> int:
    sketches = TextSketch.objects.filter(created_at__lt=before).order_by("created_at")
    pks = list(sketches.values_list("pk", flat=True)[:BATCH])
    SketchBand.objects.filter(sketch_id__in=pks).delete()
    TextSketch.objects.filter(pk__in=pks).delete()
    ended = Campaign.objects.filter(last_seen_at__lt=before).order_by("last_seen_at")
    members = CampaignMember.objects.filter(campaign__in=ended)
    member_pks = list(members.values_list("pk", flat=True)[: BATCH - len(pks)])
    CampaignMember.objects.filter(pk__in=member_pks).delete()
    empty = list(ended.filter(members=None).values_list("pk", flat=True)[: BATCH - len(pks)])
    Campaign.objects.filter(pk__in=empty).delete()
    return len(pks) + len(member_pks)
