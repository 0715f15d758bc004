"""Putting comments on a page of any site: `{% comment_section site=… id=… url=… title=… %}`."""

from datetime import datetime
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from comments.form_token import ThreadFacts
from comments.models import Site
from comments.sections import Section, section_for

register = template.Library()


@register.simple_tag(takes_context=True)
def comment_section(context: Context, site: str, id: str, url: str, title: str, **options: Any) -> SafeString:
    """Render the section with the comments on an article and the form.

    `id` is the site's own, lasting name of the article. Optional: `section`, `language`, `published` (a datetime or ISO
    8601), `authors` (a list or comma-separated names), `private` (the page is rendered for one reader alone).
    Raises TemplateSyntaxError for another option, a missing value, or a site that nobody has set up.
    """
    section = build_section(context, site=site, id=id, url=url, title=title, **options)
    with translation.override(section.language):
        return render_to_string("comments/_section.html", {"section": section}, request=_request(context))


@register.simple_tag(takes_context=True)
def build_section(context: Context, **options: Any) -> Section:
    """Gather the section that `comments/section.html` renders, from the values that an `{% include %}` gave."""
    private = bool(options.pop("private", False))
    facts = _facts(options)
    try:
        return section_for(_request(context), facts, timezone.now(), private=private)
    except Site.DoesNotExist:
        raise template.TemplateSyntaxError(
            f"There is no site {facts.site!r}: create it in the admin or with `manage.py add_site {facts.site}`."
        ) from None


def _request(context: Context) -> HttpRequest:
    """The request, which `{% include … only %}` takes out of the variables but not off the context."""
    request = getattr(context, "request", None) or context.get("request")
    if not isinstance(request, HttpRequest):
        raise template.TemplateSyntaxError("Comments need the request: render the template with it.")
    return request


def _facts(options: dict[str, Any]) -> ThreadFacts:
    given = {name: value for name, value in options.items() if value not in (None, "")}
    missing = [name for name in ("site", "id", "url", "title") if name not in given]
    unknown = given.keys() - ThreadFacts.__dataclass_fields__.keys()
    if missing or unknown:
        raise template.TemplateSyntaxError(
            f"Comments need site, id, url and title (missing: {', '.join(missing) or 'none'}; "
            f"unknown: {', '.join(sorted(unknown)) or 'none'})."
        )
    authors = given.pop("authors", [])
    published = given.pop("published", "")
    return ThreadFacts(
        **{name: str(value) for name, value in given.items()},
        published=published.isoformat() if isinstance(published, datetime) else str(published),
        authors=[name.strip() for name in authors.split(",")] if isinstance(authors, str) else list(map(str, authors)),
    )
