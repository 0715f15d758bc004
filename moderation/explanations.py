"""Say in words what a finding means, at display time: history keeps codes and parameters only."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy as plural

from moderation.findings import JSON

WORDS: dict[str, Promise | str] = {
    "form.honeypot": _("A field was filled in that people do not see."),
    "pace.too_fast": _("The form was filled in within %(seconds)s seconds."),
    "links.present": plural("One link to elsewhere.", "%(links)s links to elsewhere.", "links"),
    "links.many": plural("%(links)s link.", "As many as %(links)s links.", "links"),
    "links.in_name": _("The name is an address: %(host)s."),
    "terms.banned": plural(
        "A term of the banned list in text or name: %(terms)s.",
        "%(count)s terms of the banned list in text or name: %(terms)s.",
        "count",
    ),
    "terms.suspect": plural(
        "A term of the suspect list in text or name: %(terms)s.",
        "%(count)s terms of the suspect list in text or name: %(terms)s.",
        "count",
    ),
    "repetition.same_author": plural(
        "The author posted the same text once before.",
        "The author posted the same text %(repeats)s times before.",
        "repeats",
    ),
    "repetition.other_authors": plural(
        "The same text was posted once by somebody else.",
        "The same text was posted %(repeats)s times by others.",
        "repeats",
    ),
    "shape.shouting": _("Written in capitals: %(percent)s%% of the letters."),
    "shape.repeated_characters": _("“%(character)s” is repeated %(times)s times."),
    "author.first_comment": _("The author has no published comment yet, or has not proven to be the author of any."),
    "author.rejections": _("Of the author's %(decided)s recent comments, %(rejected)s were rejected."),
    "standing.watched": _("The author is watched: every comment waits for a person."),
    "standing.suspended": _("The author is suspended."),
    "standing.banned": _("The author is banned."),
    "thread.held": _("Every comment here waits for a person: the thread or the site is set so."),
    "markup.disputed": _("The HTML may be dangerous: two sanitisers disagree about it."),
    "composite.newcomer_link": _("A link in a newcomer's comment."),
    "rule.failed": _("The rule %(rule)s failed (%(error)s), so the comment was not examined in full."),
    "examination.crashed": _("The examination broke off."),
    "examination.unfinished": plural(
        "The examination did not finish in %(attempts)s attempt.",
        "The examination did not finish in %(attempts)s attempts.",
        "attempts",
    ),
}


def explain(code: str, params: Mapping[str, JSON]) -> str:
    """Return a sentence in the active language; a code or parameters from another version still give one."""
    try:
        return str(WORDS[code] % {name: _shown(value) for name, value in params.items()})
    except (KeyError, TypeError, ValueError):
        return _without_words(code, params)


def _without_words(code: str, params: Mapping[str, JSON]) -> str:
    if params.get("parts"):
        return gettext("Several signs together: %(parts)s.") % {"parts": _shown(params["parts"])}
    return gettext("Finding %(code)s.") % {"code": code}


def _shown(value: JSON) -> JSON:
    return ", ".join(f"“{item}”" for item in value) if isinstance(value, list | tuple) else value
