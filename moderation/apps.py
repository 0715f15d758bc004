"""The moderation app: what follows from what readers do."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    name = "moderation"
    verbose_name = _("Moderation")

    def ready(self) -> None:
        # The checks know the models, which cannot be imported before now.
        import_module("moderation.checks")
