"""Remembering texts, and gathering in campaigns what says nearly the same."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Count, F, Q

from comments.models import Comment, Revision, Sender
from moderation.campaigns.matching import BANDS, Match, matches, packed, revision_sketch
from moderation.models import Campaign, CampaignMember, SketchBand, TextSketch

# Of a campaign of any size, the spread is counted among so many.
LATEST_MEMBERS = 1_000


@transaction.atomic
def remember(comment: Comment, revision: Revision) -> None:
    """Let later comments be compared with this one, and add it to the campaign that it belongs to."""
    sketch = revision_sketch(comment, revision)
    if sketch is None or TextSketch.objects.filter(pk=revision.pk).exists():
        return
    found = matches(sketch, comment.pk)
    campaign = _join(comment, revision, found) if found else None
    TextSketch.objects.create(
        revision=revision,
        sketch=packed(sketch),
        comment=comment,
        campaign=campaign,
        created_at=revision.created_at,
    )
    SketchBand.objects.bulk_create(SketchBand(shingle_hash=band, sketch_id=revision.pk) for band in sketch[:BANDS])


def campaign_among(found: Iterable[Match]) -> Campaign | None:
    """The campaign to which most of the matches belong; None when they stand alone."""
    campaigns = {match.sketch.campaign_id: match.sketch.campaign for match in found}
    counts = Counter(match.sketch.campaign_id for match in found if match.sketch.campaign_id)
    return campaigns[counts.most_common(1)[0][0]] if counts else None


def _join(comment: Comment, revision: Revision, found: list[Match]) -> Campaign:
    seen_at = revision.created_at
    campaign = campaign_among(found) or Campaign.objects.create(
        site_id=comment.thread.site_id, first_seen_at=seen_at, last_seen_at=seen_at
    )
    # One at a time, so that none is counted twice.
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    lone = list(
        TextSketch.objects.select_for_update(of=("self",))
        .filter(pk__in=[match.sketch.pk for match in found], campaign=None)
        .select_related("comment")
        .order_by("pk")
    )
    TextSketch.objects.filter(pk__in=[each.pk for each in lone]).update(campaign=campaign)
    networks = _networks([*(each.pk for each in lone), revision.pk])
    members = [_member(campaign, each.comment, each.created_at, networks.get(each.pk, "")) for each in lone]
    members.append(_member(campaign, comment, revision.created_at, networks.get(revision.pk, "")))
    _add(campaign, members)
    return campaign


def _add(campaign: Campaign, members: list[CampaignMember]) -> None:
    """Store the members that are new, each comment once, and count them; the caller holds the campaign's lock."""
    known = campaign.members.filter(comment_id__in=[member.comment_id for member in members])
    known_ids = set(known.values_list("comment_id", flat=True))
    new = {member.comment_id: member for member in members if member.comment_id not in known_ids}
    CampaignMember.objects.bulk_create(new.values())
    spread = campaign.members.order_by("-seen_at")[:LATEST_MEMBERS].aggregate(
        authors=Count("author_id", distinct=True),
        networks=Count("network_hash", distinct=True, filter=~Q(network_hash="")),
        threads=Count("thread_id", distinct=True),
    )
    seen = [campaign.first_seen_at, campaign.last_seen_at, *(member.seen_at for member in members)]
    Campaign.objects.filter(pk=campaign.pk).update(
        size=F("size") + len(new), first_seen_at=min(seen), last_seen_at=max(seen), **spread
    )


def _member(campaign: Campaign, comment: Comment, seen_at: datetime, network_hash: str) -> CampaignMember:
    return CampaignMember(
        campaign=campaign,
        comment=comment,
        author_id=comment.author_id,
        thread_id=comment.thread_id,
        network_hash=network_hash,
        seen_at=seen_at,
    )


def _networks(revision_ids: list[int]) -> dict[int, str]:
    return dict(Sender.objects.filter(pk__in=revision_ids).values_list("pk", "network_hash"))
