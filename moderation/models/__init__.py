"""What is stored of judgements, of those who make them, and of what they are made by."""

from moderation.models.campaigns import Campaign, CampaignMember, SketchBand, TextSketch
from moderation.models.decisions import Decision, Ground, Reason, Source
from moderation.models.findings import FindingRecord
from moderation.models.fingerprints import Fingerprint
from moderation.models.memberships import Membership
from moderation.models.policies import PolicyVersion
from moderation.models.standings import Standing
from moderation.models.terms import Term, TermsVersion
from moderation.models.wordings import ReasonWording

__all__ = [
    "Campaign",
    "CampaignMember",
    "Decision",
    "FindingRecord",
    "Fingerprint",
    "Ground",
    "Membership",
    "PolicyVersion",
    "Reason",
    "ReasonWording",
    "SketchBand",
    "Source",
    "Standing",
    "Term",
    "TermsVersion",
    "TextSketch",
]
