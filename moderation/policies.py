"""Which policy is in force for a site."""

from dataclasses import dataclass

from comments.models import Site
from moderation.models import PolicyVersion
from moderation.policy import Policy
from moderation.presets import DEFAULT_PRESET, PRESETS


@dataclass(frozen=True, slots=True)
class PolicyInForce:
    """A policy, and the id of its version; None for the shipped preset."""

    policy: Policy
    version_id: int | None


def policy_for(site: Site | None) -> PolicyInForce:
    """The site's own policy, or else the one for every site, or else the shipped preset."""
    versions = PolicyVersion.objects.order_by("-number")
    version = (site and versions.filter(site=site).first()) or versions.filter(site=None).first()
    if version is None:
        return PolicyInForce(Policy.from_data(PRESETS[DEFAULT_PRESET]), None)
    return PolicyInForce(Policy.from_data(version.data), version.pk)
