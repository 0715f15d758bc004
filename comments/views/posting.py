"""Taking a reader's comment."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from comments.addresses import client_address
from comments.form_token import (
    BadToken,
    ThreadFacts,
    expired,
    is_nonce,
    new_nonce,
    read_thread,
    rendered_at,
    sign_thread,
)
from comments.forms import CommentForm
from comments.identity import Remembered, add_own_comment, forget, own_page_token, remember, remembered
from comments.limits import Poster, seconds_until_allowed
from comments.models import Comment, Site
from comments.origins import may_post
from comments.payload import Refused, read_fields
from comments.posting import Closed, From, NewComment, UnknownParent, post_comment, sent_before

logger = logging.getLogger(__name__)

HONEYPOT = "website"
FIELDS = ("name", "email", "comment", "remember", "token", "nonce", "parent", HONEYPOT)


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it arrived, with the thread that it was rendered for."""

    fields: Mapping[str, str]
    facts: ThreadFacts
    language: str
    issued: datetime
    now: datetime

    @property
    def nonce(self) -> str:
        """The nonce of a private page, if this form has one of ours."""
        nonce = self.fields.get("nonce", "")
        return nonce if is_nonce(nonce) else ""

    @property
    def seconds_to_fill(self) -> float | None:
        """How long the reader took, known only of a page that was rendered for them."""
        started = rendered_at(self.nonce) if self.nonce else None
        return max(0.0, (self.now - started).total_seconds()) if started else None


# Anonymous posts carry no authority that a foreign page could borrow; may_post and the form's token stand in for
# Django's token, which a page shared by all readers cannot hold.
@csrf_exempt
@never_cache
@require_POST
def post(request: HttpRequest) -> HttpResponse:
    """Take a reader's comment; answer with a redirect to their own page for it."""
    try:
        sent = _read(request)
        with translation.override(sent.language):
            return _answer(request, sent)
    except Refused as refusal:
        return render(
            request, "comments/refused.html", {"reason": refusal.reason, "kept": refusal.kept}, status=refusal.status
        )


def _read(request: HttpRequest) -> Sent:
    """Read the form and see that it is one that we rendered, on a page that may send it."""
    fields = read_fields(request, FIELDS)
    kept = fields.get("comment", "")
    try:
        facts, issued = read_thread(fields.get("token", ""))
        site = Site.objects.only("origins", "language").get(key=facts.site)
    except (BadToken, Site.DoesNotExist):
        reason = _("The form has lost its connection to the article. Please open the article again.")
        raise Refused(reason, kept=kept) from None
    except DatabaseError:
        logger.exception("The database refused a read")
        raise Refused(_("Comments cannot be saved at the moment."), status=503, kept=kept) from None
    if not may_post(request, site.origins):
        raise Refused(_("The form was sent from a page that may not send it."), status=403, kept=kept)
    return Sent(fields, facts, facts.language or site.language, issued, timezone.now())


def _answer(request: HttpRequest, sent: Sent) -> HttpResponse:
    form = CommentForm(sent.fields, auto_id="comment-form-%s")
    if not form.is_valid():
        return _form_page(request, sent, form, status=422)
    if expired(sent.issued, sent.now):
        form.add_error(None, _("This page was open for very long. Nothing is lost: please send the form again."))
        return _form_page(request, sent, form, status=422)
    new, reader = _new_comment(request, sent, form), _reader(request, form)
    try:
        return _accept(request, form, new, reader, sent)
    except Closed:
        raise Refused(_("This article takes no more comments."), status=403, kept=sent.fields["comment"]) from None
    except UnknownParent:
        reason = _("The comment that you reply to is not in this discussion.")
        raise Refused(reason, kept=sent.fields["comment"]) from None
    except DatabaseError:
        logger.exception("The database refused a comment")
        form.add_error(None, _("Your comment could not be saved. Please send it again in a moment."))
        return _form_page(request, sent, form, status=503)


def _accept(
    request: HttpRequest, form: CommentForm, new: NewComment, reader: Remembered | None, sent: Sent
) -> HttpResponse:
    comment = sent_before(new)
    if comment is None:
        poster = Poster(new.sender.address, new.email, new.thread.site, new.thread.id)
        wait = seconds_until_allowed(request, poster, sent.now)
        if wait:
            return _too_many(request, sent, form, wait)
        comment = post_comment(new, sent.now)
    return _to_own_page(request, comment, reader)


def _too_many(request: HttpRequest, sent: Sent, form: CommentForm, wait: int) -> HttpResponse:
    message = ngettext(
        "Too many comments in a short time. Please send yours again in %(count)d second.",
        "Too many comments in a short time. Please send yours again in %(count)d seconds.",
        wait,
    )
    form.add_error(None, message % {"count": wait})
    response = _form_page(request, sent, form, status=429)
    response["Retry-After"] = str(wait)
    return response


def _new_comment(request: HttpRequest, sent: Sent, form: CommentForm) -> NewComment:
    device = remembered(request)
    return NewComment(
        thread=sent.facts,
        described_at=sent.issued,
        name=form.cleaned_data["name"],
        email=form.cleaned_data["email"],
        body=form.cleaned_data["comment"],
        sender=From(
            address=client_address(request),
            user_agent=request.headers.get("User-Agent", ""),
            referrer=request.headers.get("Referer", ""),
        ),
        parent=sent.fields.get("parent", ""),
        device=device.device if device else "",
        nonce=sent.nonce,
        honeypot_filled=bool(sent.fields.get(HONEYPOT)),
        seconds_to_fill=sent.seconds_to_fill,
    )


def _reader(request: HttpRequest, form: CommentForm) -> Remembered | None:
    """What the device shall remember from now on, if its reader wants that."""
    if not form.cleaned_data["remember"]:
        return None
    before = remembered(request)
    device = before.device if before else get_random_string(22)
    return Remembered(form.cleaned_data["name"], form.cleaned_data["email"], device)


def _to_own_page(request: HttpRequest, comment: Comment, reader: Remembered | None) -> HttpResponse:
    response = HttpResponseRedirect(reverse("comments:own", args=[own_page_token(comment.pk)]), status=303)
    add_own_comment(request, response, comment.pk)
    if reader:
        remember(response, reader)
    elif remembered(request):
        forget(response)
    return response


def _form_page(request: HttpRequest, sent: Sent, form: CommentForm, status: int) -> HttpResponse:
    """The form again, on a page of ours, with what was typed and a token and nonce of its own."""
    context = {
        "form": form,
        "facts": sent.facts,
        "token": sign_thread(sent.facts, sent.now),
        # What stands in the form already is not typed again: how long that takes says nothing.
        "nonce": sent.nonce or new_nonce(None),
        "parent": sent.fields.get("parent", ""),
        "language": sent.language,
    }
    return render(request, "comments/form_page.html", context, status=status)
