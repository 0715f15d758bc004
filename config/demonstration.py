"""The demonstration article: a page of a site's own design that includes the comments."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def article(request: HttpRequest) -> HttpResponse:
    """Show the article."""
    return render(request, "demonstration/article.html", {"article_url": request.build_absolute_uri("/")})


urlpatterns = [path("", article, name="demonstration")]
