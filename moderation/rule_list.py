"""The rules that MODERATION_RULES names."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from moderation.rules import Rule


def configured_rules() -> tuple[Rule, ...]:
    """Import the rules that MODERATION_RULES names, in its order. Raises ImportError for a path that leads nowhere."""
    return _load(tuple(settings.MODERATION_RULES))


@cache
def _load(paths: tuple[str, ...]) -> tuple[Rule, ...]:
    return tuple(import_string(path) for path in paths)
