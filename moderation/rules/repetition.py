"""The same text, or the same in other dress, sent again."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission

# "Well said!" and "Rest in peace" are written by many and mean nothing by it.
FEWEST_WORDS = 8
# One other author may quote or copy; from here on it is as strong a sign as it gets.
CERTAIN_REPEATS = 3
# A commonplace is the author's habit until it is posted this often.
MANY_COMMONPLACES = 3
# One may quote another; three say the same by arrangement, if more than one person is behind them.
FEWEST_IN_CAMPAIGN = 3
FEWEST_AUTHORS = 2


@rule("repetition.same_author", family="repetition", version=1)
def repeated_by_author(submission: Submission) -> Iterator[Finding]:
    """Find a text that its author posted before; a commonplace only when posted often."""
    fewest = MANY_COMMONPLACES if _is_commonplace(submission) else 1
    if submission.repeats_by_author >= fewest:
        yield Finding(params={"repeats": submission.repeats_by_author})


@rule("repetition.other_authors", family="repetition", version=1)
def repeated_by_others(submission: Submission) -> Iterator[Finding]:
    """Find a text that others posted too, unless it is so short that it may be anybody's."""
    repeats = submission.repeats_by_others
    if repeats and not _is_commonplace(submission):
        yield Finding(params={"repeats": repeats}, strength=min(repeats / CERTAIN_REPEATS, 1.0))


@rule("repetition.campaign", family="repetition", version=1)
def part_of_campaign(submission: Submission) -> Iterator[Finding]:
    """Find what several people say in nearly the same words within days, unless the site has long known it."""
    campaign = submission.campaign
    if campaign is None or campaign.size < FEWEST_IN_CAMPAIGN or campaign.authors < FEWEST_AUTHORS:
        return
    if campaign.size > campaign.published_before:
        params = {"comments": campaign.size, "authors": campaign.authors, "hours": campaign.hours}
        yield Finding(params=params)


def _is_commonplace(submission: Submission) -> bool:
    return submission.word_count < FEWEST_WORDS and not submission.links
