"""What the rules saw, beside the decision that it led to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models import Revision


class FindingRecord(models.Model):
    """One thing that a rule saw in a revision: a code and its parameters, rendered in words when it is shown.

    Parameters and spans may quote the reader, so these rows go when the comment is erased; the decision stays.
    """

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="findings")
    decision_id = models.BigIntegerField(db_index=True)
    code = models.CharField(_("code"), max_length=60)
    family = models.CharField(_("family"), max_length=30)
    rule_version = models.PositiveSmallIntegerField(_("rule version"))
    params = models.JSONField(default=dict)
    spans = models.JSONField(default=list)
    strength = models.FloatField(_("strength"), default=1.0)
    points = models.FloatField(_("points"), default=0.0)
    counted = models.BooleanField(_("counted"), default=True)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["-points", "code", "id"]
        indexes = [models.Index(fields=["code", "-id"], name="moderation_finding_code")]

    def __str__(self) -> str:
        return self.code
