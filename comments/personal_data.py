"""Every field that holds personal data, declared once: what for, how long, and what becomes of it.

A field that looks personal and is not declared here fails a test.
"""

from dataclasses import dataclass
from enum import StrEnum


class Erasure(StrEnum):
    """What erasing a person's data does to a field."""

    EMPTY = "empty"
    DELETE_ROW = "delete row"
    KEEP = "keep"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalField:
    """One declared field. `days_setting` names the setting that says how long; empty means as long as the row itself.

    `exported` says whether a person who asks for their data gets it; `held` whether a legal hold stops its removal.
    """

    purpose: str
    erasure: Erasure
    exported: bool = True
    held: bool = True
    days_setting: str = ""


NAME = PersonalField(purpose="signs the comments", erasure=Erasure.EMPTY)
EMAIL = PersonalField(
    purpose="lets the site write to the author, who alone may see it beside its moderators", erasure=Erasure.EMPTY
)
MATCHING = PersonalField(
    purpose="finds what else came from the same place or person", erasure=Erasure.EMPTY, exported=False
)
WORDS = PersonalField(purpose="is the comment", erasure=Erasure.EMPTY)
SENDER = PersonalField(
    purpose="limits floods and campaigns", erasure=Erasure.DELETE_ROW, days_setting="COMMENTS_SENDER_DAYS"
)
ACTOR = PersonalField(purpose="says which member of staff acted", erasure=Erasure.KEEP, exported=False)
SKETCH = PersonalField(
    purpose="finds campaigns", erasure=Erasure.DELETE_ROW, exported=False, days_setting="MODERATION_CAMPAIGN_DAYS"
)

PERSONAL_DATA: dict[str, PersonalField] = {
    "comments.Author.name": NAME,
    "comments.Author.proof_key": MATCHING,
    "comments.Author.email": EMAIL,
    "comments.Author.email_hash": MATCHING,
    "comments.Author.user": PersonalField(purpose="ties comments to an account", erasure=Erasure.EMPTY),
    "comments.Comment.name": NAME,
    "comments.Comment.html": WORDS,
    "comments.Comment.submission_key": MATCHING,
    "comments.Revision.body": WORDS,
    "comments.Revision.body_hash": PersonalField(
        purpose="proves what was decided", erasure=Erasure.KEEP, exported=False
    ),
    "comments.Revision.html": WORDS,
    "comments.Sender.address": SENDER,
    "comments.Sender.address_hash": SENDER,
    "comments.Sender.network_hash": SENDER,
    "comments.Sender.user_agent": SENDER,
    "comments.Sender.referrer": SENDER,
    "comments.Thread.article_authors": PersonalField(purpose="marks the article's authors", erasure=Erasure.KEEP),
    "moderation.CampaignMember.network_hash": PersonalField(
        purpose="tells a campaign from one sender's doing",
        erasure=Erasure.DELETE_ROW,
        exported=False,
        days_setting="MODERATION_CAMPAIGN_DAYS",
    ),
    "moderation.Decision.actor_id": ACTOR,
    "moderation.Decision.revision_hash": PersonalField(
        purpose="proves what was decided", erasure=Erasure.KEEP, exported=False
    ),
    "moderation.FindingRecord.params": PersonalField(purpose="explains the decision", erasure=Erasure.DELETE_ROW),
    "moderation.Fingerprint.folded_hash": PersonalField(
        purpose="finds repeated texts", erasure=Erasure.DELETE_ROW, exported=False
    ),
    "moderation.Membership.user": ACTOR,
    "moderation.PolicyVersion.created_by": ACTOR,
    "moderation.SketchBand.shingle_hash": SKETCH,
    "moderation.Standing.set_by": ACTOR,
    "moderation.TextSketch.sketch": SKETCH,
}
