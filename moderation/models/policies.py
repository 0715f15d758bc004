"""Policies: what findings weigh, versioned."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models import Site
from moderation.policy import Policy, PolicyError


def validate_policy(data: Any) -> None:
    """Refuse data that is no policy, and say where it goes wrong."""
    try:
        Policy.from_data(data)
    except PolicyError as error:
        raise ValidationError(str(error)) from error


class PolicyVersion(models.Model):
    """One version of a policy. The highest number is in force; going back means adding the old data anew."""

    site = models.ForeignKey(
        Site,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="policy_versions",
        verbose_name=_("site"),
        help_text=_("Empty: for every site without a policy of its own."),
    )
    number = models.PositiveIntegerField(_("number"), editable=False)
    data = models.JSONField(_("policy"), validators=[validate_policy])
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("policy version")
        verbose_name_plural = _("policy versions")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["site", "number"], name="moderation_policy_number"),
            models.UniqueConstraint(
                fields=["number"], condition=models.Q(site=None), name="moderation_policy_number_for_all"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.site or _('every site')} · {self.number}"
