"""Fingerprints: by what a repeated text is known again."""

from django.db import models

from comments.models import Revision


class Fingerprint(models.Model):
    """The hash of a revision's folded text, by which the same text is found again whoever wrote it and wherever."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, primary_key=True, related_name="fingerprint")
    folded_hash = models.CharField(max_length=64)
    comment_id = models.BigIntegerField()
    author_id = models.BigIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["folded_hash", "created_at"], name="moderation_fingerprint_text")]

    def __str__(self) -> str:
        return self.folded_hash
