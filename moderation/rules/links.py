"""Links, for which most comment spam is written."""

from collections.abc import Iterator

from moderation.findings import Finding
from moderation.links import find_links
from moderation.rules import rule
from moderation.submission import Submission

MANY = 3


@rule("links.present", family="links", version=1)
def links_present(submission: Submission) -> Iterator[Finding]:
    """Find any link to elsewhere: ordinary by itself, a reason to look in a newcomer's comment."""
    if submission.links:
        yield Finding(params={"links": len(submission.links)}, spans=[link.span for link in submission.links])


@rule("links.many", family="links", version=1)
def many_links(submission: Submission) -> Iterator[Finding]:
    """Find three links or more by anybody who is not trusted."""
    if len(submission.links) >= MANY and not submission.author.is_trusted:
        yield Finding(params={"links": len(submission.links)}, spans=[link.span for link in submission.links])


@rule("links.in_name", family="links", version=1)
def link_in_name(submission: Submission) -> Iterator[Finding]:
    """Find an address where a name should stand."""
    link = next(find_links(submission.name), None)
    if link is not None:
        yield Finding(params={"host": link.host})
