"""Explain what the machine saw in a comment and what became of it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from comments.models import Comment
from moderation.explained_findings import ExplainedFinding, explained, latest_findings, score_of
from moderation.history import actor_of, decisions_on
from moderation.models import Decision


class Command(BaseCommand):
    help = "Print the text of a comment, every finding in words with the words that it is about, and its decisions."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("public_id", help="the comment's id, as in its permalink")

    def handle(self, *args: Any, **options: Any) -> None:
        comments = Comment.objects.select_related("latest_revision", "thread__site")
        comment = comments.filter(public_id=options["public_id"]).first()
        if comment is None or comment.latest_revision is None:
            raise CommandError(f"There is no comment {options['public_id']!r}.")
        body, records = comment.latest_revision.body, latest_findings(comment)
        place = f"{comment.name}, {comment.thread.site}: {comment.thread}"
        self.stdout.write(f"{printable(place)}, {comment.get_status_display()}\n\n")
        self.stdout.write(f"{printable(body)}\n\nscore {score_of(records):g}\n")
        for finding in explained(records):
            self.stdout.write(_finding(finding, body))
        for decision in reversed(decisions_on(comment)):
            self.stdout.write(_decision(decision))


def printable(text: str) -> str:
    """The text with what a terminal would obey written out."""
    return "".join(each if each.isprintable() or each in "\n\t" else ascii(each)[1:-1] for each in text)


def _finding(finding: ExplainedFinding, body: str) -> str:
    record = finding.record
    points = finding.points if record.counted else "not counted"
    quotes = "".join(f" [{start}:{end}] {body[start:end]!r}" for start, end in record.spans)
    return f"  {printable(finding.words)} {points} ({record.code}, version {record.rule_version}){quotes}"


def _decision(decision: Decision) -> str:
    reason = f", {decision.get_reason_display()}" if decision.reason else ""
    when = f"{decision.decided_at:%Y-%m-%d %H:%M:%S}"
    move = f"{decision.get_from_status_display()} → {decision.get_to_status_display()}"
    return f"{when} {move} by {actor_of(decision)}{reason}"
