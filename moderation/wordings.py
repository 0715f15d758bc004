"""The words for the reasons of decisions: a site's own, or else ours."""

from collections.abc import Iterable

from moderation.models import Reason, ReasonWording


def reason_choices(site_ids: Iterable[int]) -> list[tuple[str, str]]:
    """Every reason with its words; a site's own only where it is the only site."""
    sites = list(site_ids)
    own = ReasonWording.objects.filter(site_id=sites[0]) if len(sites) == 1 else ReasonWording.objects.none()
    labels = dict(own.values_list("reason", "label"))
    return [(reason.value, labels.get(reason.value) or str(reason.label)) for reason in Reason]
