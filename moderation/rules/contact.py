"""Invitations to talk elsewhere, where no moderator reads along."""

import re
from collections.abc import Iterable, Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission
from moderation.text import contacts

MOST_SPANS = 50
# A messenger's name belongs to a number or a handle when no more than a sentence stands between them.
NEAR_CHARACTERS = 60

Span = tuple[int, int]


@rule("contact.telephone", family="contact", version=1)
def telephone_number(submission: Submission) -> Iterator[Finding]:
    """Find telephone numbers, also with other signs between the digits."""
    yield from _found("numbers", _telephones(submission))


@rule("contact.email", family="contact", version=1)
def email_address(submission: Submission) -> Iterator[Finding]:
    """Find e-mail addresses, also with "(at)" and "dot"."""
    plain = submission.folded.plain
    if "@" in plain.text or "at" in plain.text:
        yield from _found("addresses", [plain.span(*span) for span in contacts.emails(plain.text)])


@rule("contact.wallet", family="contact", version=1)
def wallet_address(submission: Submission) -> Iterator[Finding]:
    """Find addresses to which Bitcoin, Ethereum or Tron can be sent."""
    yield from _found("addresses", list(contacts.wallets(submission.body)))


@rule("contact.messenger", family="contact", version=1)
def messenger_account(submission: Submission) -> Iterator[Finding]:
    """Find an account in a messenger: its name beside a number or a handle."""
    named = [mention.span for mention in submission.mentions.get("messengers", ())]
    if named:
        plain = submission.folded.plain
        accounts = [*_telephones(submission), *(plain.span(*span) for span in contacts.handles(plain.text))]
        yield from _found("accounts", [account for account in accounts if any(_near(account, name) for name in named)])


@rule("contact.messenger_link", family="links", version=1)
def messenger_link(submission: Submission) -> Iterator[Finding]:
    """Find a link that opens a conversation or a channel: a weak sign, since news are spread there, too."""
    plain = submission.folded.plain
    yield from _found("links", [plain.span(*span) for span in contacts.messenger_links(plain.text)])


@rule("contact.invitation", family="contact", version=1)
def invitation(submission: Submission) -> Iterator[Finding]:
    """Find an invitation to write or call: strong with a messenger, a number or a handle in the text, else weak."""
    invitations = [mention.span for mention in submission.mentions.get("reach_me", ())]
    if not invitations:
        return
    plain = submission.folded.plain
    places: list[Iterable[Span]] = [
        (mention.span for mention in submission.mentions.get("messengers", ())),
        _telephones(submission),
        contacts.handles(plain.text),
        contacts.emails(plain.text),
    ]
    reachable = any(True for place in places for _ in place)
    yield Finding(
        params={"phrases": len(invitations)}, spans=invitations[:MOST_SPANS], strength=1.0 if reachable else DOUBTFUL
    )


DOUBTFUL = 0.4
_FEW_DIGITS = re.compile(r"\d(?:\D{0,8}\d){7}")


def _telephones(submission: Submission) -> list[Span]:
    plain = submission.folded.plain
    if not _FEW_DIGITS.search(plain.text):
        return []
    return [plain.span(*span) for span in contacts.telephones(plain.text)]


def _near(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) - min(one[1], other[1]) <= NEAR_CHARACTERS


def _found(name: str, spans: list[Span]) -> Iterator[Finding]:
    if spans:
        yield Finding(params={name: len(spans)}, spans=spans[:MOST_SPANS])
