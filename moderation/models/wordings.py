"""A site's own words for the reasons of its decisions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models import Site
from moderation.models.decisions import Reason


class ReasonWording(models.Model):
    """What a site calls a reason, and what it tells the author of a comment rejected for it."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="reason_wordings", verbose_name=_("site"))
    reason = models.CharField(_("reason"), max_length=20, choices=Reason)
    label = models.CharField(_("label"), max_length=100)
    explanation = models.TextField(_("explanation for the author"), blank=True)

    class Meta:
        verbose_name = _("wording of a reason")
        verbose_name_plural = _("wordings of reasons")
        constraints = [
            models.UniqueConstraint(fields=["site", "reason"], name="moderation_wording_once"),
            models.CheckConstraint(
                condition=models.Q(reason__in=Reason.values), name="moderation_wording_reason_known"
            ),
        ]

    def __str__(self) -> str:
        return self.label
