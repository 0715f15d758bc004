"""Shape and length of what a reader sends, and nothing else."""

import unicodedata
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

NAME_MAX_LENGTH = 100
# Code points that show nothing and are no control or format character to Unicode.
BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")


def is_invisible(character: str) -> bool:
    """Whether a character shows nothing by itself: spaces, controls, zero-width and filler characters."""
    return (
        character.isspace()
        or character in BLANK_LETTERS
        or unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


def trim_invisible(text: str) -> str:
    """Cut what shows nothing from both ends."""
    start, end = 0, len(text)
    while start < end and is_invisible(text[start]):
        start += 1
    while end > start and is_invisible(text[end - 1]):
        end -= 1
    return text[start:end]


def _longest_comment() -> str:
    limit = number_format(settings.COMMENTS_MAX_LENGTH, force_grouping=True)
    return gettext("Up to %(limit)s characters.") % {"limit": limit}


class CommentForm(forms.Form):
    """The form under an article."""

    name = forms.CharField(
        label=_("Name"),
        max_length=NAME_MAX_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name", "dir": "auto"}),
        error_messages={
            "required": _("Please fill in your name."),
            "max_length": _("Please shorten your name to %(limit_value)d characters."),
        },
    )
    email = forms.EmailField(
        label=_("E-mail"),
        help_text=_("Never shown."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Please fill in your e-mail address. It is never shown."),
            "invalid": _("Please check the e-mail address: it should look like name@example.org."),
        },
    )
    comment = forms.CharField(
        label=_("Comment"),
        help_text=lazy(_longest_comment, str)(),
        strip=False,
        # Required, but what counts as empty is for clean_comment to say.
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto", "required": True}),
    )
    remember = forms.BooleanField(label=_("Remember me on this device"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("use_required_attribute", True)
        super().__init__(*args, **kwargs)
        self.fields["email"].required = settings.COMMENTS_REQUIRE_EMAIL

    def clean_name(self) -> str:
        name = trim_invisible(" ".join(self.cleaned_data["name"].split()))
        if not name:
            raise ValidationError(_("Please fill in your name."), code="required")
        return name

    def clean_comment(self) -> str:
        text: str = self.cleaned_data["comment"]
        length = len(trim_invisible(text))
        if not length:
            raise ValidationError(_("Please write a comment."), code="required")
        if length < settings.COMMENTS_MIN_LENGTH:
            message = ngettext_lazy(
                "Please write at least %(count)d character.", "Please write at least %(count)d characters.", "count"
            )
            raise ValidationError(message, code="min_length", params={"count": settings.COMMENTS_MIN_LENGTH})
        if length > settings.COMMENTS_MAX_LENGTH:
            message = _("Please shorten your comment to %(limit)d characters; it has %(length)d.")
            params = {"limit": settings.COMMENTS_MAX_LENGTH, "length": length}
            raise ValidationError(message, code="max_length", params=params)
        return text
