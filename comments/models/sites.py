"""Sites: the publications that embed comments."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.languages import LANGUAGE_MAX_LENGTH, validate_language


class Mode(models.TextChoices):
    """What becomes of a new comment on a site or thread."""

    EXAMINE = "examine", pgettext_lazy("mode", "Examine, then publish what passes")
    HOLD = "hold", pgettext_lazy("mode", "Hold everything for a moderator")
    CLOSED = "closed", pgettext_lazy("mode", "Closed: no new comments")


def validate_origins(origins: object) -> None:
    """Refuse whatever is not a list of exact origins such as `https://news.example:8443`."""
    if not isinstance(origins, list) or not all(isinstance(origin, str) for origin in origins):
        raise ValidationError(_("Give a list of origins."))
    for origin in origins:
        try:
            parts = urlsplit(origin)
            canonical = f"{parts.scheme}://{parts.netloc}"
            valid = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and origin == canonical
        except ValueError:
            valid = False
        if not valid or "@" in origin:
            raise ValidationError(
                _("“%(origin)s” is not an origin: scheme, host and port only."), params={"origin": origin}
            )


class Site(models.Model):
    """A publication that embeds comments; owns threads, moderators and policy."""

    key = models.SlugField(
        _("key"), max_length=50, unique=True, help_text=_("Names the site in templates and addresses.")
    )
    name = models.CharField(_("name"), max_length=200)
    origins = models.JSONField(
        _("origins"),
        default=list,
        blank=True,
        validators=[validate_origins],
        help_text=_(
            "Where the site's articles live, such as [“https://news.example”]. Links to these hosts are its own."
        ),
    )
    language = models.CharField(
        _("language"), max_length=LANGUAGE_MAX_LENGTH, default="en", validators=[validate_language]
    )
    mode = models.CharField(_("new comments"), max_length=10, choices=Mode, default=Mode.EXAMINE)
    guidelines = models.TextField(
        _("community guidelines"), blank=True, help_text=_("Simple HTML, shown behind a link at the form.")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=models.Q(mode__in=Mode.values), name="comments_site_mode_known"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def hosts(self) -> frozenset[str]:
        """The host names of its origins, without ports."""
        return frozenset(filter(None, (urlsplit(origin).hostname for origin in self.origins)))
