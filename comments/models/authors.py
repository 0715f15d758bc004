"""Authors: who comments on a site, and how that is proven."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models.sites import Site


class Author(models.Model):
    """Who comments on a site, and how that is proven.

    A typed e-mail address proves nothing: without proof, one row gathers all who claim the same address, so that what
    they did wrong can be counted, while trust never attaches to it.
    """

    class Proof(models.TextChoices):
        NONE = "none", pgettext_lazy("proof", "not proven")
        COOKIE = "cookie", pgettext_lazy("proof", "same device")
        EMAIL = "email", pgettext_lazy("proof", "confirmed e-mail")
        TOKEN = "token", pgettext_lazy("proof", "account of the site")
        USER = "user", pgettext_lazy("proof", "signed in here")

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="authors", verbose_name=_("site"))
    proof = models.CharField(_("proof"), max_length=10, choices=Proof, default=Proof.NONE)
    proof_key = models.CharField(
        max_length=200,
        help_text=_("What names the author under that proof: a keyed hash, a device, a subject, a user."),
        editable=False,
    )
    name = models.CharField(_("name"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    email_hash = models.CharField(max_length=80, blank=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="comment_authors",
        verbose_name=_("user"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        constraints = [
            models.UniqueConstraint(fields=["site", "proof", "proof_key"], name="comments_author_proof"),
            models.CheckConstraint(
                condition=models.Q(proof__in=["none", "cookie", "email", "token", "user"]),
                name="comments_author_proof_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["site", "email_hash"], name="comments_author_email", condition=~models.Q(email_hash="")
            ),
        ]

    def __str__(self) -> str:
        return self.name or f"#{self.pk}"

    @property
    def proven(self) -> bool:
        """Whether trust may attach to this author."""
        return self.proof != self.Proof.NONE
