"""Hold what rules may know of a comment: one revision of it and every fact about it, gathered once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Literal, Self

from moderation.circumstances import Circumstances
from moderation.text.folding import FoldedText, fold
from moderation.text.links import Link, find_links
from moderation.text.phrases import Mention, mentions_in
from moderation.text.term_hit import TermHit
from moderation.text.words import word_count

__all__ = ["AuthorRecord", "CampaignFacts", "Standing", "Submission", "TermHit"]

Standing = Literal["new", "established", "trusted", "watched", "suspended", "banned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorRecord:
    """Hold what is known of an author.

    `proven` says that this is the author and not merely somebody who typed the same address; without it nothing good
    follows from the record, while what is bad in it still does.
    """

    proven: bool = False
    standing: Standing = "new"
    published: int = 0
    rejected_recently: int = 0
    decided_recently: int = 0

    @property
    def is_trusted(self) -> bool:
        return self.proven and self.standing == "trusted"

    @property
    def is_newcomer(self) -> bool:
        return not (self.proven and (self.published > 0 or self.standing in ("established", "trusted")))


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFacts:
    """Hold what is known of the comments, this one among them, that lately said nearly the same on the site.

    `hours` lie between the first and the last; `published_before` counts those that the site published before.
    """

    size: int = 1
    authors: int = 1
    networks: int = 0
    threads: int = 1
    hours: float = 0.0
    published_before: int = 0


# Without slots: derived values are computed at first use and kept.
@dataclass(frozen=True, kw_only=True)
class Submission:
    """Hold a revision and its facts.

    `seconds_to_fill` is None where the form stood in a shared page, so that its pace is unknown. `hold_everything` is
    "", "site" or "thread". The repeats count recent comments elsewhere with the same `folding.fold_key`.
    """

    body: str
    name: str = ""
    email: str = ""
    language: str = ""
    site: str = ""
    thread: str = ""
    site_domains: frozenset[str] = frozenset()
    submitted_at: datetime | None = None
    honeypot_filled: bool = False
    seconds_to_fill: float | None = None
    html_disputed: bool = False
    hold_everything: Literal["", "site", "thread"] = ""
    author: AuthorRecord = field(default_factory=AuthorRecord)
    term_hits: tuple[TermHit, ...] = ()
    repeats_by_author: int = 0
    repeats_by_others: int = 0
    campaign: CampaignFacts | None = None
    around: Circumstances = field(default_factory=Circumstances)

    @classmethod
    def of(
        cls,
        *,
        author: AuthorRecord | Mapping[str, Any] | None = None,
        term_hits: Iterable[TermHit | Mapping[str, Any]] = (),
        site_domains: Iterable[str] = (),
        campaign: CampaignFacts | Mapping[str, Any] | None = None,
        around: Circumstances | Mapping[str, Any] | None = None,
        **facts: Any,
    ) -> Self:
        """Build a submission from facts as they are gathered or as they were stored in JSON."""
        return cls(
            author=author if isinstance(author, AuthorRecord) else AuthorRecord(**(author or {})),
            term_hits=tuple(hit if isinstance(hit, TermHit) else _term_hit(**hit) for hit in term_hits),
            site_domains=frozenset(site_domains),
            campaign=CampaignFacts(**campaign) if isinstance(campaign, Mapping) else campaign,
            around=around if isinstance(around, Circumstances) else _circumstances(**(around or {})),
            **facts,
        )

    @cached_property
    def folded(self) -> FoldedText:
        return fold(self.body, self.language)

    @cached_property
    def mentions(self) -> Mapping[str, tuple[Mention, ...]]:
        """Return what the text speaks of, by topic: the shipped phrases that stand in it."""
        return mentions_in(self.folded)

    @cached_property
    def word_count(self) -> int:
        return word_count(self.body)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Return the links that lead away from the site's own domains."""
        return tuple(link for link in find_links(self.body) if not self._is_own(link.host))

    def _is_own(self, host: str) -> bool:
        return any(host == domain or host.endswith(f".{domain}") for domain in self.site_domains)


def _term_hit(*, span: Iterable[int], **values: Any) -> TermHit:
    start, end = span
    return TermHit(span=(start, end), **values)


def _circumstances(
    *, names_in_thread: Iterable[str] = (), staff_names: Iterable[str] = (), **counts: Any
) -> Circumstances:
    return Circumstances(names_in_thread=tuple(names_in_thread), staff_names=tuple(staff_names), **counts)
