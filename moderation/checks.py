"""System checks of what judges comments."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string


@register
def check_rules(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Each of MODERATION_RULES leads to a rule, and no code has two."""
    problems, codes = [], set()
    for path in settings.MODERATION_RULES:
        try:
            code = import_string(path).code
        except ImportError as error:
            problems.append(f"{path} cannot be imported: {error}")
        except AttributeError:
            problems.append(f"{path} is no rule: label it with moderation.rules.rule")
        else:
            if code in codes:
                problems.append(f"{path} has the code {code}, which another rule has")
            codes.add(code)
    return [Error(f"MODERATION_RULES: {problem}.", id="moderation.E001") for problem in problems]


@register
def check_time_limits(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """The limits of an examination stand in an order in which each can do its work."""
    soft, hard = settings.EXAMINATION_SOFT_SECONDS, settings.EXAMINATION_HARD_SECONDS
    if 0 < soft < hard < settings.EXAMINATION_LEASE_SECONDS and settings.EXAMINATION_MAX_ATTEMPTS > 0:
        return []
    message = (
        "EXAMINATION_SOFT_SECONDS, EXAMINATION_HARD_SECONDS and EXAMINATION_LEASE_SECONDS must rise in this order, and "
        "EXAMINATION_MAX_ATTEMPTS must be at least 1."
    )
    return [Error(message, id="moderation.E002")]
