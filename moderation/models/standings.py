"""Standings: how an author is treated."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models import Author


class Standing(models.Model):
    """How an author is treated because a person said so. Without a row, new or established by their own record."""

    class Kind(models.TextChoices):
        TRUSTED = "trusted", pgettext_lazy("standing", "trusted")
        WATCHED = "watched", pgettext_lazy("standing", "watched: always held")
        SUSPENDED = "suspended", pgettext_lazy("standing", "suspended")
        BANNED = "banned", pgettext_lazy("standing", "banned")

    author = models.OneToOneField(Author, on_delete=models.CASCADE, related_name="standing", verbose_name=_("author"))
    kind = models.CharField(_("standing"), max_length=10, choices=Kind)
    until = models.DateTimeField(_("until"), null=True, blank=True, help_text=_("Empty: until somebody changes it."))
    set_at = models.DateTimeField(_("since"), auto_now=True)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("standing")
        verbose_name_plural = _("standings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["trusted", "watched", "suspended", "banned"]),
                name="moderation_standing_known",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
