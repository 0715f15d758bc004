"""Whether a browser sends a form from a page that may send it."""

from collections.abc import Collection

from django.conf import settings
from django.http import HttpRequest


def may_post(request: HttpRequest, origins: Collection[str]) -> bool:
    """Whether a post comes from our own pages or from one of `origins` (exact, such as `https://news.example`).

    Browsers say where a form was sent from and pages cannot forge it. What says nothing is no browser that a foreign
    page could misuse, and an anonymous post carries no authority that it could borrow.
    """
    origin = request.headers.get("Origin", "")
    if request.headers.get("Sec-Fetch-Site") in ("same-origin", "none"):
        return True
    if not origin:
        return "Sec-Fetch-Site" not in request.headers
    own = f"{request.scheme}://{request.get_host()}"
    return origin in (own, settings.SITE_URL) or origin in origins
