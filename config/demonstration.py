"""The demonstration: two articles on pages of a site's own design, each of which includes the comments on it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe


@require_safe
def article(request: HttpRequest, template: str) -> HttpResponse:
    """Show an article. Its address comes from the settings: readers can ask for it under any host's name."""
    return render(request, template, {"article_url": settings.SITE_URL + request.path})


urlpatterns = [
    path("", article, {"template": "demonstration/english.html"}, name="demonstration"),
    path("ar/", article, {"template": "demonstration/arabic.html"}, name="demonstration-arabic"),
]
