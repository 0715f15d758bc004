"""Comments and their revisions."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models.authors import Author
from comments.models.threads import Thread

# No vowels, so that no word appears; no digit that looks like a letter. 14 of 28 are 67 bits.
PUBLIC_ID_ALPHABET = "bcdfghjkmnpqrstvwxyz23456789"
PUBLIC_ID_LENGTH = 14


def new_public_id() -> str:
    """Draw the id by which the world names a comment; it tells neither order nor number."""
    return "".join(secrets.choice(PUBLIC_ID_ALPHABET) for _ in range(PUBLIC_ID_LENGTH))


class Status(models.TextChoices):
    """Where a revision, and through it its comment, stands."""

    PENDING = "pending", pgettext_lazy("status", "pending")
    HELD = "held", pgettext_lazy("status", "held")
    PUBLISHED = "published", pgettext_lazy("status", "published")
    REJECTED = "rejected", pgettext_lazy("status", "rejected")


class CommentQuerySet(models.QuerySet["Comment"]):
    def public(self) -> "CommentQuerySet":
        """Those that readers may read: published, and neither withdrawn nor erased."""
        return self.filter(status=Status.PUBLISHED, withdrawn_at=None, erased_at=None)


class Comment(models.Model):
    """An author's place in a thread; what it says stands in its revisions.

    `html` is what readers are shown, empty unless the comment is public: reading a page never touches a revision, and
    so cannot show one that was not examined. Only `comments.publication` writes `status`, `visible`, `html`,
    `published_at` and `public_revision`.
    """

    public_id = models.CharField(_("id"), max_length=20, unique=True, default=new_public_id, editable=False)
    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="comments", verbose_name=_("thread"))
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="comments", verbose_name=_("author"))
    root = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", editable=False)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies", editable=False)
    depth = models.PositiveSmallIntegerField(default=0, editable=False)
    position = models.CharField(max_length=64, blank=True, editable=False)
    name = models.CharField(_("name"), max_length=100)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PENDING, editable=False)
    visible = models.BooleanField(_("visible"), default=False, editable=False)
    html = models.TextField(blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    latest_revision = models.ForeignKey(
        "Revision", on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    public_revision = models.ForeignKey(
        "Revision", on_delete=models.PROTECT, null=True, related_name="+", editable=False
    )
    submission_key = models.CharField(max_length=80, editable=False)
    created_at = models.DateTimeField(_("posted"), default=timezone.now, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    erased_at = models.DateTimeField(_("erased"), null=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            models.UniqueConstraint(fields=["thread", "submission_key"], name="comments_comment_submission"),
            models.CheckConstraint(condition=models.Q(status__in=Status.values), name="comments_comment_status_known"),
            models.CheckConstraint(
                condition=models.Q(html="") | models.Q(status="published", withdrawn_at=None, erased_at=None),
                name="comments_comment_html_only_when_public",
            ),
            models.CheckConstraint(
                condition=models.Q(parent=None, root=None) | models.Q(parent__isnull=False, root__isnull=False),
                name="comments_comment_root_with_parent",
            ),
        ]
        indexes = [
            models.Index(
                fields=["thread", "-id"], name="comments_visible_roots", condition=models.Q(parent=None, visible=True)
            ),
            models.Index(
                fields=["root", "position"], name="comments_visible_replies", condition=models.Q(visible=True)
            ),
            models.Index(fields=["status", "-id"], name="comments_by_status"),
            models.Index(fields=["author", "-id"], name="comments_by_author"),
            models.Index(fields=["thread", "created_at"], name="comments_thread_created"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.created_at:%Y-%m-%d %H:%M}"

    @property
    def is_public(self) -> bool:
        """Whether readers may read it."""
        return self.status == Status.PUBLISHED and self.withdrawn_at is None and self.erased_at is None


class Revision(models.Model):
    """One version of a comment's text: what is examined, decided and shown.

    `body` is the text as submitted and never changes; a worker writes `html`. While `due_at` is set the row is the
    message that asks for an examination, to begin then or later; `attempts` counts those begun since the last that came
    to an end.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="revisions", verbose_name=_("comment"))
    number = models.PositiveSmallIntegerField(_("number"), default=1, editable=False)
    body = models.TextField(_("text as submitted"), editable=False)
    body_hash = models.CharField(
        max_length=64, editable=False, help_text=_("SHA-256 of the text as submitted, in hexadecimal.")
    )
    html = models.TextField(_("text as shown"), blank=True, editable=False)
    markup_version = models.PositiveSmallIntegerField(default=0, editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.PENDING, editable=False)
    honeypot_filled = models.BooleanField(_("hidden field filled"), default=False, editable=False)
    seconds_to_fill = models.FloatField(_("seconds to fill the form"), null=True, editable=False)
    created_at = models.DateTimeField(_("submitted"), default=timezone.now, editable=False)
    attempts = models.PositiveSmallIntegerField(_("examinations begun"), default=0, editable=False)
    due_at = models.DateTimeField(_("examination due"), default=timezone.now, null=True, editable=False)
    examined_at = models.DateTimeField(_("examined"), null=True, editable=False)

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(fields=["comment", "number"], name="comments_revision_number"),
            models.CheckConstraint(condition=models.Q(status__in=Status.values), name="comments_revision_status_known"),
            models.CheckConstraint(
                condition=~models.Q(status="published") | models.Q(examined_at__isnull=False),
                name="comments_revision_examined_before_published",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="comments_revision_waiting", condition=models.Q(due_at__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}.{self.number}"
