"""Decisions: the append-only record that a status changed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models import Status


class Source(models.TextChoices):
    """Where a decision comes from."""

    MACHINE = "machine", pgettext_lazy("source", "machine")
    MODERATOR = "moderator", pgettext_lazy("source", "moderator")
    REPORT = "report", pgettext_lazy("source", "readers' reports")
    NOTICE = "notice", pgettext_lazy("source", "notice of illegal content")
    ORDER = "order", pgettext_lazy("source", "order of an authority")
    AUTHOR = "author", pgettext_lazy("source", "author")
    IMPORT = "import", pgettext_lazy("source", "import")


class Reason(models.TextChoices):
    """Why a comment was held or rejected. A site may word each for itself."""

    SPAM = "spam", pgettext_lazy("reason", "spam")
    ADVERTISING = "advertising", pgettext_lazy("reason", "advertising")
    INSULT = "insult", pgettext_lazy("reason", "insult")
    HATE = "hate", pgettext_lazy("reason", "hate")
    THREAT = "threat", pgettext_lazy("reason", "threat")
    SEXUAL = "sexual", pgettext_lazy("reason", "sexual")
    PERSONAL_DATA = "personal_data", pgettext_lazy("reason", "personal data")
    OFF_TOPIC = "off_topic", pgettext_lazy("reason", "off topic")
    ILLEGAL = "illegal", pgettext_lazy("reason", "illegal")
    DUPLICATE = "duplicate", pgettext_lazy("reason", "duplicate")
    OTHER = "other", pgettext_lazy("reason", "other")


class Ground(models.TextChoices):
    """What a restriction rests on, as a statement of reasons must say."""

    LAW = "law", pgettext_lazy("ground", "law")
    GUIDELINES = "guidelines", pgettext_lazy("ground", "community guidelines")


class Decision(models.Model):
    """The record that a revision's status changed: by whom or what, why, under which policy.

    Entries are never edited or removed, and triggers in the database refuse both. They therefore hold plain ids instead
    of enforced foreign keys, none of the reader's words and no free text: findings and notes stand in erasable tables
    beside.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True)
    site_id = models.BigIntegerField()
    thread_id = models.BigIntegerField()
    comment_id = models.BigIntegerField()
    author_id = models.BigIntegerField()
    revision_id = models.BigIntegerField()
    revision_hash = models.CharField(max_length=64)
    comment_version = models.PositiveIntegerField(help_text=_("The comment's version that was decided about."))
    from_status = models.CharField(_("from"), max_length=10, choices=Status)
    to_status = models.CharField(_("to"), max_length=10, choices=Status)
    public_before = models.BooleanField(_("public before"))
    public_after = models.BooleanField(_("public after"))
    reverses_id = models.BigIntegerField(_("reverses"), null=True)
    source = models.CharField(_("source"), max_length=10, choices=Source)
    actor_id = models.BigIntegerField(_("user"), null=True)
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    ground = models.CharField(_("ground"), max_length=10, choices=Ground, blank=True)
    clause = models.CharField(_("clause"), max_length=100, blank=True)
    automated_detection = models.BooleanField(_("detected by machine"))
    automated_decision = models.BooleanField(_("decided by machine"))
    technical = models.BooleanField(_("for technical findings only"), default=False)
    score = models.FloatField(_("score"), null=True)
    policy_version_id = models.BigIntegerField(_("policy version"), null=True)
    rule_versions = models.JSONField(_("rule versions"), default=dict)
    model_versions = models.JSONField(_("model versions"), default=dict)
    scope = models.CharField(_("scope"), max_length=100, default="comment")
    ends_at = models.DateTimeField(_("ends"), null=True)
    decided_at = models.DateTimeField(_("decided"))

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to_status__in=Status.values), name="moderation_decision_to_known"
            ),
            models.CheckConstraint(
                condition=models.Q(source__in=Source.values), name="moderation_decision_source_known"
            ),
            # The same examination twice changes nothing the second time, whatever the code believes.
            models.UniqueConstraint(
                fields=["comment_id", "comment_version"], name="moderation_decision_one_per_version"
            ),
        ]
        indexes = [
            models.Index(fields=["comment_id", "-id"], name="moderation_decision_comment"),
            models.Index(fields=["site_id", "-decided_at"], name="moderation_decision_site"),
            models.Index(fields=["author_id", "-decided_at"], name="moderation_decision_author"),
            models.Index(fields=["actor_id", "-decided_at"], name="moderation_decision_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.from_status} → {self.to_status}"
