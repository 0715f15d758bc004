"""Memberships: which sites a moderator works for, and as what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models import Site


class Membership(models.Model):
    """A person's role on a site. Administrators are Django's superusers and need none."""

    class Role(models.TextChoices):
        MODERATOR = "moderator", pgettext_lazy("role", "moderator")
        LEAD = "lead", pgettext_lazy("role", "lead moderator")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("user")
    )
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("site"))
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.MODERATOR)
    sees_personal_data = models.BooleanField(
        _("sees personal data"),
        default=False,
        help_text=_("E-mail addresses and network addresses of the site's authors."),
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "site"], name="moderation_membership_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=["moderator", "lead"]), name="moderation_membership_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.site}"
