"""Entering terms: what may stand on a list, and putting many there at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from comments.models import Site
from moderation.models import Term
from moderation.term_lists import terms_changed
from moderation.text.folding import fold

BATCH = 1_000


@dataclass(slots=True)
class Entered:
    """What became of a list: how many terms are new or were there before, and which lines are none, with the reason."""

    added: int = 0
    known: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)


def clean_term(text: str) -> str:
    """Give a term its one form. Raises ValidationError for what the matcher could never find, or the table not hold."""
    text = " ".join(text.split())
    if "*" in text.strip("*"):
        raise ValidationError(_("A * may stand at the beginning and at the end only."))
    if not any(character.isalnum() for character in fold(text.strip("*")).text):
        raise ValidationError(_("A term needs at least one letter or digit."))
    longest = Term._meta.get_field("text").max_length
    if longest and len(text) > longest:
        raise ValidationError(_("A term has at most %(longest)d characters.") % {"longest": longest})
    if "\0" in text:
        raise ValidationError(_("The text contains a character that cannot be stored."))
    return text


@transaction.atomic
def enter_terms(lines: Iterable[str], *, list_name: str, language: str = "", site: Site | None = None) -> Entered:
    """Put one term a line on a list; blank lines and lines that begin with # are passed over."""
    entered = Entered()
    texts: dict[str, None] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            texts[clean_term(line)] = None
        except ValidationError as error:
            entered.refused.append((number, error.messages[0]))
    there = Term.objects.filter(site=site, list=list_name, language=language)
    known = set(there.values_list("text", flat=True))
    new = [Term(site=site, list=list_name, language=language, text=text) for text in texts if text not in known]
    Term.objects.bulk_create(new, batch_size=BATCH)
    entered.added, entered.known = len(new), len(texts) - len(new)
    if new:
        terms_changed()
    return entered
