"""Keeping what is one reader's own out of every shared cache."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers, patch_vary_headers


def mark_personal(request: HttpRequest) -> None:
    """Note that the page being rendered holds something that only this reader may see."""
    request.anteroom_personal = True  # type: ignore[attr-defined]


class PrivateWhenPersonal:
    """Forbid caches to keep a page that was marked as personal while it was rendered."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if getattr(request, "anteroom_personal", False):
            add_never_cache_headers(response)
            patch_vary_headers(response, ["Cookie"])
        return response
