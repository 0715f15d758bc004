"""Know what a text speaks of: messengers, wagers, investments and whatever else unasked advertising is made of.

A phrase is a sign of its topic and nothing by itself: rules ask how many there are and what stands beside them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from moderation.text.folding import FoldedText
from moderation.text.phrase_lists import PHRASES
from moderation.text.term_matching import TermEntry, TermMatcher


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold a phrase of a topic that stands in the submitted text."""

    phrase: str
    span: tuple[int, int]


def mentions_in(folded: FoldedText) -> Mapping[str, tuple[Mention, ...]]:
    """Return the phrases of each topic that stand in a text, however disguised, in the text's order.

    Of phrases that begin at the same place the longest counts, of those that overlap the first.
    """
    matcher, topics = _matcher()
    found: dict[str, list[Mention]] = {}
    for hit in sorted(matcher.hits(folded), key=lambda hit: (hit.span[0], -hit.span[1])):
        for topic in topics[hit.term]:
            mentions = found.setdefault(topic, [])
            if not mentions or mentions[-1].span[1] <= hit.span[0]:
                mentions.append(Mention(hit.term.strip("*"), hit.span))
    return {topic: tuple(mentions) for topic, mentions in found.items()}


@cache
def _matcher() -> tuple[TermMatcher, Mapping[str, tuple[str, ...]]]:
    topics: dict[str, tuple[str, ...]] = {}
    for topic, text in PHRASES.items():
        for line in text.strip().splitlines():
            for phrase in map(str.strip, line.split(",")):
                topics[phrase] = (*topics.get(phrase, ()), topic)
    return TermMatcher.build(TermEntry(phrase, "suspect") for phrase in topics if phrase), topics
