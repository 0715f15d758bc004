"""The comments app: what readers do."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")

    def ready(self) -> None:
        # The checks know the models, which cannot be imported before now.
        import_module("comments.checks")
