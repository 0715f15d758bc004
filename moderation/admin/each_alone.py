"""Deciding several comments alike, each of them alone: a bad one is reported, and the rest go on."""

import logging
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Comment, Status
from moderation.access import access_for
from moderation.admin.display import isolated
from moderation.admin.scoping import SiteScopedAdmin
from moderation.as_seen import NotDecided, review_as_seen

logger = logging.getLogger(__name__)

# As many as one request should take on: some seconds' work.
MOST_AT_ONCE = 1_000
REFUSALS_TOLD = 10


class EachAlone(SiteScopedAdmin):
    """Decide comments for the person behind a request, who must be one to decide on the site of each."""

    def decide_each(self, request: HttpRequest, comments: QuerySet[Comment], **ruling: Any) -> None:
        """Decide the comments, so many at most, and tell the person what became of them."""
        decided = 0
        refusals: list[str] = []
        for comment in comments[:MOST_AT_ONCE]:
            refusal = self._decide_one(request, comment, **ruling)
            decided += not refusal
            if refusal:
                refusals.append(format_html("{}: {}", isolated(comment.name), refusal))
        self._report(request, decided, Status(ruling["to_status"]), refusals)
        if decided + len(refusals) == MOST_AT_ONCE:
            self.message_user(request, _("These were as many as are decided at once; some may be left."), messages.INFO)

    def _decide_one(self, request: HttpRequest, comment: Comment, **ruling: Any) -> str:
        """Decide one of them; say why not, or nothing when it is done."""
        if self.decided_by is None or access_for(request).level_on(comment.thread.site_id) < self.decided_by:
            raise PermissionDenied
        by = cast(AbstractUser, request.user)
        try:
            review_as_seen(comment, _version_seen(request, comment), by=by, now=timezone.now(), **ruling)
        except NotDecided as refused:
            return refused.words
        except Exception:
            logger.exception("Comment %d could not be decided", comment.pk)
            return _("An error got in the way; it stays as it is.")
        return ""

    def _report(self, request: HttpRequest, decided: int, status: Status, refusals: list[str]) -> None:
        if decided:
            words = ngettext(
                "%(count)d comment is now “%(status)s”.", "%(count)d comments are now “%(status)s”.", decided
            )
            self.message_user(request, words % {"count": decided, "status": status.label}, messages.SUCCESS)
        if refusals:
            words = ngettext(
                "%(count)d comment was not decided.", "%(count)d comments were not decided.", len(refusals)
            )
            self.message_user(request, words % {"count": len(refusals)}, messages.WARNING)
        for refusal in refusals[:REFUSALS_TOLD]:
            self.message_user(request, refusal, messages.WARNING)


def _version_seen(request: HttpRequest, comment: Comment) -> int | None:
    """The version that stood on the page; none for what was beyond it."""
    version = request.POST.get(f"version-{comment.pk}", "")
    return int(version) if version.isascii() and version.isdecimal() else None
