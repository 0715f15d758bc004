"""Pages of another site, with the section with the comments in them."""

import re

from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory

WITH = 'site="daily" id="article" url="https://daily.example/article" title="An article"'
INCLUDE = f'{{% include "comments/section.html" with {WITH} %}}'
TAG = f"{{% load comments %}}{{% comment_section {WITH} %}}"


def render(source: str, request: HttpRequest | None = None, **variables: object) -> str:
    """Render a template of the site as its own view would."""
    return engines["django"].from_string(source).render(variables, request or RequestFactory().get("/"))


def token_of(html: str) -> str:
    """The token in the form."""
    return re.search(r'name="token" value="([^"]+)"', html)[1]


def text_of(html: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())
