"""Campaigns: comments that say nearly the same, and the sketches by which they are found."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models import Comment, Revision, Site


class Campaign(models.Model):
    """Comments on one site that say nearly the same; the counts of its spread are those of its latest members.

    Two comments are enough for a row; from how many on it is spoken of as a campaign is the rule's to say.
    """

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("campaign", "open")
        ACCEPTED = "accepted", pgettext_lazy("campaign", "accepted: its comments wait no more")
        REJECTED = "rejected", pgettext_lazy("campaign", "rejected")

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="campaigns", verbose_name=_("site"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    size = models.PositiveIntegerField(_("comments"), default=0, editable=False)
    authors = models.PositiveIntegerField(_("authors"), default=0, editable=False)
    networks = models.PositiveIntegerField(_("networks"), default=0, editable=False)
    threads = models.PositiveIntegerField(_("articles"), default=0, editable=False)
    first_seen_at = models.DateTimeField(_("first seen"), editable=False)
    last_seen_at = models.DateTimeField(_("last seen"), editable=False)

    class Meta:
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["open", "accepted", "rejected"]), name="moderation_campaign_status_known"
            ),
        ]
        indexes = [
            models.Index(fields=["last_seen_at"], name="moderation_campaign_age"),
            models.Index(fields=["site", "status", "-last_seen_at"], name="moderation_campaign_of_site"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class CampaignMember(models.Model):
    """A comment's place in a campaign, with what its spread is counted by."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="members")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    author_id = models.BigIntegerField()
    thread_id = models.BigIntegerField()
    network_hash = models.CharField(max_length=80, blank=True)
    seen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "comment"], name="moderation_campaign_member_once"),
        ]
        indexes = [models.Index(fields=["campaign", "-seen_at"], name="moderation_campaign_latest")]

    def __str__(self) -> str:
        return f"#{self.campaign_id}: #{self.comment_id}"


class TextSketch(models.Model):
    """The sketch of a revision's text: by it, nearly the same text is known again."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="+")
    sketch = models.BinaryField()
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="+")
    campaign = models.ForeignKey(Campaign, on_delete=models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["created_at"], name="moderation_sketch_age")]

    def __str__(self) -> str:
        return f"#{self.pk}"


class SketchBand(models.Model):
    """One hash under which a sketch is looked up.

    The newest sketches of a hash are the last entries of its range in the index: a look-up reads so many of them,
    however long the range.
    """

    pk = models.CompositePrimaryKey("shingle_hash", "sketch_id")
    shingle_hash = models.IntegerField()
    sketch = models.ForeignKey(TextSketch, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.shingle_hash}: #{self.sketch_id}"
