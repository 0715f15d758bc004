"""Threads: what comments hang on."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models.sites import Mode, Site


class Thread(models.Model):
    """What comments hang on: an article, named by its site and the site's own id for it.

    `version` rises when, and only when, what readers see changes.
    """

    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="threads", verbose_name=_("site"))
    external_id = models.CharField(_("external id"), max_length=200)
    url = models.URLField(_("address"), max_length=2000)
    title = models.CharField(_("title"), max_length=500)
    section = models.CharField(_("section"), max_length=100, blank=True)
    language = models.CharField(_("language"), max_length=35, blank=True)
    article_published_at = models.DateTimeField(_("article published"), null=True, blank=True)
    article_authors = models.JSONField(_("article's authors"), default=list, blank=True)
    mode = models.CharField(
        _("new comments"), max_length=10, choices=Mode, blank=True, help_text=_("Empty: as the site says.")
    )
    version = models.PositiveBigIntegerField(_("version"), default=0, editable=False)
    published_count = models.PositiveIntegerField(_("published comments"), default=0, editable=False)
    described_at = models.DateTimeField(
        _("described"), default=timezone.now, editable=False, help_text=_("When the page last told its facts.")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("thread")
        verbose_name_plural = _("threads")
        constraints = [
            models.UniqueConstraint(fields=["site", "external_id"], name="comments_thread_site_external_id"),
            models.CheckConstraint(condition=models.Q(mode__in=["", *Mode.values]), name="comments_thread_mode_known"),
        ]

    def __str__(self) -> str:
        return self.title or self.external_id

    @property
    def effective_mode(self) -> str:
        """The thread's own mode, or else its site's."""
        return self.mode or self.site.mode

    @property
    def effective_language(self) -> str:
        """The thread's own language, or else its site's."""
        return self.language or self.site.language
