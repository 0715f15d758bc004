"""Where every address of the installation leads."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("comments/", include("comments.urls")),
    path("admin/", admin.site.urls),
]
if settings.DEMONSTRATION:
    urlpatterns.append(path("", include("config.demonstration")))
