"""Senders: where a revision came from."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.comments import Revision


class Sender(models.Model):
    """Where a revision came from: kept apart from it, so that it can be forgotten on time.

    Matching uses the keyed hashes; the address itself is there for services that ask for it.
    """

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="sender")
    address = models.GenericIPAddressField(_("address"), null=True, editable=False)
    address_hash = models.CharField(max_length=80, editable=False)
    network_hash = models.CharField(max_length=80, editable=False)
    user_agent = models.CharField(_("user agent"), max_length=500, blank=True, editable=False)
    referrer = models.CharField(_("referrer"), max_length=500, blank=True, editable=False)
    created_at = models.DateTimeField(_("received"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("sender")
        verbose_name_plural = _("senders")
        indexes = [
            models.Index(fields=["address_hash", "created_at"], name="comments_sender_address"),
            models.Index(fields=["network_hash", "created_at"], name="comments_sender_network"),
            models.Index(fields=["created_at"], name="comments_sender_age"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
