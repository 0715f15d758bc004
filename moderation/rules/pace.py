"""How fast the form was filled in, and how often."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission

# Name, address and two words, typed by a practised hand with the browser's help.
SHORTEST_SECONDS = 3.0

# In ten minutes; a person in a heated exchange stays below. A network may be a town's mobile readers.
BURST_OF_AUTHOR = 6
BURST_OF_ADDRESS = 8
BURST_OF_NETWORK = 30
# In a day, in one thread: "Maria" may be two people.
AUTHORS_OF_ONE_NAME = 4


@rule("pace.too_fast", family="pace", version=1)
def too_fast(submission: Submission) -> Iterator[Finding]:
    """Find a form that came back sooner than a person can fill it in, whatever the length: a text may be pasted."""
    seconds = submission.seconds_to_fill
    if seconds is not None and seconds < SHORTEST_SECONDS:
        yield Finding(params={"seconds": round(seconds, 1)})


@rule("pace.burst_of_author", family="pace", version=1)
def burst_of_author(submission: Submission) -> Iterator[Finding]:
    """Find an author, or all who typed one e-mail address, posting again and again in one thread."""
    yield from _burst(submission.around.by_author, BURST_OF_AUTHOR)


@rule("pace.burst_of_address", family="pace", version=1)
def burst_of_address(submission: Submission) -> Iterator[Finding]:
    """Find one network address posting again and again, under whatever names."""
    yield from _burst(submission.around.by_address, BURST_OF_ADDRESS)


@rule("pace.burst_of_network", family="pace", version=1)
def burst_of_network(submission: Submission) -> Iterator[Finding]:
    """Find neighbouring network addresses posting again and again."""
    yield from _burst(submission.around.by_network, BURST_OF_NETWORK)


@rule("pace.burst_of_name", family="pace", version=1)
def burst_of_name(submission: Submission) -> Iterator[Finding]:
    """Find one name used by several authors of a thread."""
    yield from _burst(submission.around.authors_of_name, AUTHORS_OF_ONE_NAME)


def _burst(count: int, fewest: int) -> Iterator[Finding]:
    """Yield a finding from `fewest` on, at full strength from twice as many."""
    if count >= fewest:
        yield Finding(params={"count": count}, strength=min(count / (2 * fewest), 1.0))
