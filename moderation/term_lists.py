"""The terms of each site, ready to match: loaded once per version by each process."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from django.db.models import F, Q

from moderation.models import Term, TermsVersion
from moderation.submission import TermHit
from moderation.text.folding import fold
from moderation.text.term_matching import TermEntry, TermMatcher

TermList = Literal["banned", "suspect"]

# How long a process goes without asking whether the terms have changed.
ASK_AGAIN_SECONDS = 2.0


@dataclass(slots=True)
class _Loaded:
    number: int
    asked_at: float
    matchers: dict[int | None, TermMatcher]


_loaded = _Loaded(number=-1, asked_at=float("-inf"), matchers={})


def term_hits(site_id: int | None, body: str, name: str, language: str) -> tuple[TermHit, ...]:
    """The site's own terms and those of every site that stand in a comment's text or name.

    None stands for no site in particular. A change of the terms takes effect within seconds.
    """
    if time.monotonic() - _loaded.asked_at >= ASK_AGAIN_SECONDS:
        _forget_if_changed()
    # The terms of every site are many and loaded once for all; a site's own come beside them.
    matchers = [_matcher(key) for key in {None, site_id}]
    folded_body, folded_name = fold(body, language), fold(name, language)
    found = [hit for matcher in matchers for hit in matcher.hits(folded_body, "body", language)]
    return (*found, *(hit for matcher in matchers for hit in matcher.hits(folded_name, "name", language)))


def terms_changed() -> None:
    """Let every process load the terms anew; to be called in the transaction that changes them."""
    TermsVersion.objects.get_or_create(pk=1)
    TermsVersion.objects.filter(pk=1).update(number=F("number") + 1)


def forget() -> None:
    """Load everything anew at the next question."""
    _loaded.matchers.clear()
    _loaded.asked_at = float("-inf")


def _forget_if_changed() -> None:
    number = TermsVersion.objects.values_list("number", flat=True).first() or 0
    if number != _loaded.number:
        _loaded.matchers.clear()
    _loaded.number, _loaded.asked_at = number, time.monotonic()


def _matcher(site_id: int | None) -> TermMatcher:
    if site_id not in _loaded.matchers:
        _loaded.matchers[site_id] = TermMatcher.build(_entries(site_id))
    return _loaded.matchers[site_id]


def _entries(site_id: int | None) -> Iterator[TermEntry]:
    terms = Term.objects.filter(Q(site=None) if site_id is None else Q(site_id=site_id)).order_by("pk")
    for text, kind, language, pk in terms.values_list("text", "list", "language", "pk"):
        yield TermEntry(text=text, list=cast(TermList, kind), language=language, id=pk)
