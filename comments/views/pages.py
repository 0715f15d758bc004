"""The pages that readers read."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from comments.form_token import ThreadFacts
from comments.identity import comment_of_own_page
from comments.markup import to_safe_html
from comments.models import Comment, Site
from comments.reading import find_thread
from comments.sections import section_for


@never_cache
@require_safe
def own(request: HttpRequest, token: str) -> HttpResponse:
    """Show an author their own comment, wherever it stands. Only the unguessable link leads here."""
    comment = get_object_or_404(
        Comment.objects.select_related("thread__site", "latest_revision", "public_revision"),
        pk=comment_of_own_page(token),
        erased_at=None,
    )
    language = comment.thread.effective_language
    with translation.override(language):
        response = render(request, "comments/own.html", {"comment": comment, "language": language})
    # The address is the key: it must reach neither the article's site nor a search engine.
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def thread(request: HttpRequest) -> HttpResponse:
    """Show a thread on a page of its own: `?site=…&id=…`, and `after` for its further pages."""
    site_key, external_id = request.GET.get("site", ""), request.GET.get("id", "")
    found = None if "\0" in site_key + external_id else find_thread(site_key, external_id)
    if found is None:
        raise Http404
    facts = ThreadFacts(
        site=found.site.key,
        id=found.external_id,
        url=found.url,
        title=found.title,
        section=found.section,
        language=found.effective_language,
        published=found.article_published_at.isoformat() if found.article_published_at else "",
        authors=found.article_authors,
    )
    try:
        section = section_for(request, facts, timezone.now(), after=request.GET.get("after", ""))
    except ValueError:
        raise Http404 from None
    with translation.override(section.language):
        return render(request, "comments/thread.html", {"section": section, "language": section.language})


@require_safe
def guidelines(request: HttpRequest, key: str) -> HttpResponse:
    """Show the community guidelines of a site."""
    site = get_object_or_404(Site, key=key)
    with translation.override(site.language):
        html = to_safe_html(site.guidelines).html if site.guidelines else ""
        return render(request, "comments/guidelines.html", {"site": site, "html": html, "language": site.language})
