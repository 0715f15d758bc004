"""Codes of languages, as HTML and Django write them."""

import re

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

LANGUAGE_MAX_LENGTH = 35
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

validate_language = RegexValidator(
    re.compile(rf"^{LANGUAGE.pattern}\Z"), _("A language is a code such as “en” or “pt-br”."), code="language"
)
