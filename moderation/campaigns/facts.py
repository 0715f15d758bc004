"""What a rule sees of the campaign that a text belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from comments.models import Comment, Revision, Sender, Status
from moderation.campaigns.matching import Match, matches, revision_sketch
from moderation.campaigns.membership import LATEST_MEMBERS, campaign_among
from moderation.models import Campaign
from moderation.submission import CampaignFacts

# What comes within these days is one wave; what came before is the site's history.
WAVE = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A comment that says nearly the same."""

    comment_id: int
    author_id: int
    thread_id: int
    network_hash: str
    seen_at: datetime
    published: bool


def campaign_facts(comment: Comment, revision: Revision) -> CampaignFacts | None:
    """What is known of the campaign that this text belongs to; None when it stands alone, or people accepted it."""
    sketch = revision_sketch(comment, revision)
    found = matches(sketch, comment.pk) if sketch else []
    if not found:
        return None
    campaign = campaign_among(found)
    if campaign and campaign.status == Campaign.Status.ACCEPTED:
        return None
    earlier = {each.comment_id: each for each in [*_members(campaign), *_lone(found)] if each.comment_id != comment.pk}
    return _facts([*earlier.values(), _own(comment, revision)], revision.created_at)


def _facts(sightings: Sequence[_Sighting], now: datetime) -> CampaignFacts:
    wave = [each for each in sightings if each.seen_at > now - WAVE]
    seen = [each.seen_at for each in wave]
    return CampaignFacts(
        size=len(wave),
        authors=len({each.author_id for each in wave}),
        networks=len({each.network_hash for each in wave} - {""}),
        threads=len({each.thread_id for each in wave}),
        hours=round((max(seen) - min(seen)).total_seconds() / 3600, 1),
        published_before=sum(each.published for each in sightings if each.seen_at <= now - WAVE),
    )


def _members(campaign: Campaign | None) -> list[_Sighting]:
    if campaign is None:
        return []
    latest = campaign.members.order_by("-seen_at")[:LATEST_MEMBERS]
    rows = latest.values_list("comment_id", "author_id", "thread_id", "network_hash", "seen_at", "comment__status")
    return [
        _Sighting(comment_id, author_id, thread_id, network_hash, seen_at, status == Status.PUBLISHED)
        for comment_id, author_id, thread_id, network_hash, seen_at, status in rows
    ]


def _lone(found: Sequence[Match]) -> list[_Sighting]:
    """Texts that are alike and belong to no campaign yet."""
    lone = [match.sketch for match in found if match.sketch.campaign_id is None]
    networks = dict(Sender.objects.filter(pk__in=[each.pk for each in lone]).values_list("pk", "network_hash"))
    return [_sighting(each.comment, each.created_at, networks.get(each.pk, "")) for each in lone]


def _own(comment: Comment, revision: Revision) -> _Sighting:
    sender = getattr(revision, "sender", None)
    return _sighting(comment, revision.created_at, sender.network_hash if sender else "")


def _sighting(comment: Comment, seen_at: datetime, network_hash: str) -> _Sighting:
    published = comment.status == Status.PUBLISHED
    return _Sighting(comment.pk, comment.author_id, comment.thread_id, network_hash, seen_at, published)
