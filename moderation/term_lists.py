"""The terms of each site, ready to match: loaded once per version by each process."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, cast

from django.db.models import F, Q

from moderation.models import Term, TermsVersion
from moderation.term_matching import TermEntry, TermMatcher

TermList = Literal["banned", "suspect"]

# How long a process goes without asking whether the terms have changed.
ASK_AGAIN_SECONDS = 2.0


@dataclass(slots=True)
class _Loaded:
    number: int
    asked_at: float
    matchers: dict[int | None, TermMatcher]


_loaded = _Loaded(number=-1, asked_at=float("-inf"), matchers={})


def matcher_for(site_id: int | None) -> TermMatcher:
    """The matcher over the site's own terms and those of every site; a change takes effect within seconds.

    None stands for no site in particular.
    """
    if time.monotonic() - _loaded.asked_at >= ASK_AGAIN_SECONDS:
        _forget_if_changed()
    if site_id not in _loaded.matchers:
        _loaded.matchers[site_id] = TermMatcher.build(_entries(site_id))
    return _loaded.matchers[site_id]


def forget() -> None:
    """Load everything anew at the next question."""
    _loaded.matchers.clear()
    _loaded.asked_at = float("-inf")


def terms_changed() -> None:
    """Let every process load the terms anew; call it in the transaction that changes them."""
    TermsVersion.objects.get_or_create(pk=1)
    TermsVersion.objects.filter(pk=1).update(number=F("number") + 1)


def _forget_if_changed() -> None:
    number = TermsVersion.objects.values_list("number", flat=True).first() or 0
    if number != _loaded.number:
        _loaded.matchers.clear()
    _loaded.number, _loaded.asked_at = number, time.monotonic()


def _entries(site_id: int | None) -> Iterator[TermEntry]:
    terms = Term.objects.filter(Q(site=None) | Q(site_id=site_id)).order_by("pk")
    for text, kind, language, pk in terms.values_list("text", "list", "language", "pk"):
        yield TermEntry(text=text, list=cast(TermList, kind), language=language, id=pk)
