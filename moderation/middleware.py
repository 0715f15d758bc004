"""The language of the staff's own pages."""

from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.urls import reverse
from django.utils import translation


class StaffLanguage(LocaleMiddleware):
    """Give the admin the language that its reader's browser asks for, and no other page.

    What all readers share speaks its thread's language; varying by header would only split the caches.
    """

    def process_request(self, request: HttpRequest) -> None:
        # A language stays with the thread that served the request before.
        translation.deactivate()
        if _is_staff_page(request):
            super().process_request(request)

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        return super().process_response(request, response) if _is_staff_page(request) else response


def _is_staff_page(request: HttpRequest) -> bool:
    return request.path_info.startswith(reverse("admin:index"))
