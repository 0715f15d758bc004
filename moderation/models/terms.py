"""Terms: words and phrases on the banned or the suspect list."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.languages import LANGUAGE_MAX_LENGTH, validate_language
from comments.models import Site


class Term(models.Model):
    """A word or phrase on the banned or the suspect list; `*` at an end stands for any letters."""

    class List(models.TextChoices):
        BANNED = "banned", pgettext_lazy("list", "banned")
        SUSPECT = "suspect", pgettext_lazy("list", "suspect")

    site = models.ForeignKey(
        Site,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="terms",
        verbose_name=_("site"),
        help_text=_("Empty: on every site."),
    )
    list = models.CharField(_("list"), max_length=10, choices=List)
    text = models.CharField(_("word or phrase"), max_length=200)
    language = models.CharField(
        _("language"),
        max_length=LANGUAGE_MAX_LENGTH,
        blank=True,
        validators=[validate_language],
        help_text=_("Empty: in every language."),
    )
    created_at = models.DateTimeField(_("added"), auto_now_add=True)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(fields=["site", "list", "text", "language"], name="moderation_term_once"),
            models.UniqueConstraint(
                fields=["list", "text", "language"], condition=models.Q(site=None), name="moderation_term_once_for_all"
            ),
        ]

    def __str__(self) -> str:
        return self.text


class TermsVersion(models.Model):
    """One row whose number rises with every change of the terms, so that every process knows when to load them anew."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="moderation_terms_version_one_row")]

    def __str__(self) -> str:
        return str(self.number)
