"""Putting comments on a page of any site: `{% comment_section site=… id=… url=… title=… %}`."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from comments.embedding import BadDescription, describe_thread
from comments.models import Site
from comments.sections import Section, section_for

register = template.Library()


@register.simple_tag(takes_context=True)
def comment_section(context: Context, **options: Any) -> SafeString:
    """Render the section with the comments on an article and the form.

    Needs `site`, `id` (the site's own, lasting name of the article), the article's whole `url`, and its `title`.
    Optional: `section`, `language`, `published` (a datetime or ISO 8601), `authors` (a list or comma-separated names),
    `private` (the page is rendered for one reader alone). Raises TemplateSyntaxError for any other option, a value that
    cannot be right, or a site that nobody has set up.
    """
    return _render(_request(context), options)


@register.simple_tag(takes_context=True)
def included_comment_section(context: Context) -> SafeString:
    """Render the section for `{% include "comments/section.html" with … %}`.

    Only what stands after `with` counts: the page's own variables may bear the same names for something else.
    """
    return _render(_request(context), context.dicts[-1])


def _render(request: HttpRequest, options: Mapping[str, Any]) -> SafeString:
    section = _section(request, dict(options))
    with translation.override(section.language):
        return render_to_string("comments/_section.html", {"section": section}, request=request)


def _section(request: HttpRequest, options: dict[str, Any]) -> Section:
    private = bool(options.pop("private", False))
    try:
        facts = describe_thread(options)
        return section_for(request, facts, timezone.now(), private=private)
    except BadDescription as error:
        raise template.TemplateSyntaxError(str(error)) from None
    except Site.DoesNotExist:
        raise template.TemplateSyntaxError(
            f"There is no site {facts.site!r}: create it in the admin or with `manage.py add_site {facts.site}`."
        ) from None


def _request(context: Context) -> HttpRequest:
    """The request, which `{% include … only %}` takes out of the variables but not off the context."""
    request = getattr(context, "request", None) or context.get("request")
    if not isinstance(request, HttpRequest):
        raise template.TemplateSyntaxError("Comments need the request: render the page with render(request, …).")
    return request
