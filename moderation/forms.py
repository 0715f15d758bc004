"""What people fill in at the desk and in the admin: shape only, no permissions."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.models import Site, Status
from moderation.models import PolicyVersion, Term
from moderation.policy_names import unknown_names
from moderation.rule_list import configured_rules
from moderation.term_entry import clean_term

CHOOSE_REASON = ("", pgettext_lazy("reason", "Reason…"))


class DecisionForm(forms.Form):
    """One decision on one comment, with the version of it that the person saw."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    to = forms.ChoiceField(choices=[(status, status) for status in Status if status != Status.PENDING])
    reason = forms.ChoiceField(label=_("Reason"), required=False)

    def __init__(self, *args: Any, reasons: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [CHOOSE_REASON, *reasons]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("to") == Status.REJECTED and "reason" in cleaned and not cleaned["reason"]:
            self.add_error("reason", _("Choose a reason for the rejection."))
        if cleaned.get("to") == Status.PUBLISHED:
            cleaned["reason"] = ""
        return cleaned


class UndoForm(forms.Form):
    """The wish to undo a decision, with the version of the comment that the person saw."""

    version = forms.IntegerField(min_value=0)
    undo = forms.IntegerField(min_value=1)


class LinesField(forms.CharField):
    """A list of texts, one on each line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Return the lines that hold something, without the space around them."""
        if isinstance(value, list):
            return value
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]


class SiteForm(forms.ModelForm):
    """A site, its origins as people write them."""

    origins = LinesField(
        label=_("Origins"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60, "dir": "ltr", "spellcheck": "false"}),
        help_text=_(
            "Where its articles live, one on each line, such as https://news.example. Links to them are its own."
        ),
    )

    class Meta:
        model = Site
        fields = ["name", "key", "origins", "language", "mode", "guidelines"]


class TermForm(forms.ModelForm):
    """A word or phrase that the matcher can find."""

    class Meta:
        model = Term
        fields = ["list", "text", "site", "language"]
        help_texts = {"text": _("A * at the beginning or the end stands for any letters.")}

    def clean_text(self) -> str:
        return clean_term(str(self.cleaned_data["text"]))


class PolicyField(forms.CharField):
    """A policy's data as text, laid out to be read; what cannot be read is told with its place."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return value if value is None or isinstance(value, str) else pretty(value)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return text
        try:
            found = json.loads(text, object_pairs_hook=_each_once)
        except json.JSONDecodeError as error:
            place = {"line": error.lineno, "column": error.colno}
            raise forms.ValidationError(
                _("This is not JSON: it breaks off at line %(line)s, column %(column)s."), params=place
            ) from None
        except (ValueError, RecursionError):
            raise forms.ValidationError(_("This JSON is no policy: it is nested too deeply or too large.")) from None
        if not _storable(found):
            raise forms.ValidationError(_("This JSON holds characters that cannot be stored."))
        return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice, of which JSON would silently take the last."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise forms.ValidationError(_("“%(name)s” stands there twice."), params={"name": twice})
    return found


def _storable(data: Any) -> bool:
    """Whether every database takes it: neither NUL nor half of a surrogate pair."""
    written = json.dumps(data, ensure_ascii=False)
    return "\\u0000" not in written and not any("\ud800" <= character <= "\udfff" for character in written)


def pretty(data: Any) -> str:
    """Lay out a policy's data for people, whole numbers without their ".0"."""
    return json.dumps(_plain(data), indent=2, ensure_ascii=False)


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data


class PolicyForm(forms.ModelForm):
    """A new version of a policy."""

    data = PolicyField(  # type: ignore[assignment]
        label=_("Policy"), widget=forms.Textarea(attrs={"rows": 40, "dir": "ltr", "spellcheck": "false"})
    )

    class Meta:
        model = PolicyVersion
        fields = ["site", "data"]

    def clean_data(self) -> Any:
        """Refuse what no rule is called: a misspelt code would weigh nothing, and nobody would notice."""
        data = self.cleaned_data["data"]
        unknown = unknown_names(data, configured_rules())
        if unknown:
            raise forms.ValidationError(
                _("No rule or family is called %(names)s."), params={"names": ", ".join(unknown)}
            )
        return data
