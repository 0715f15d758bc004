"""Score comments from standard input, one JSON object a line."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from comments.models import Site
from moderation.models import Term
from moderation.policies import policy_for
from moderation.rule_list import configured_rules
from moderation.scoring import BadLine, Judge
from moderation.submission import AuthorRecord

# Many times what a form takes, and little enough to hold.
LINE_BYTES = 1024 * 1024

AUTHORS = {
    "new": AuthorRecord(),
    "established": AuthorRecord(proven=True, standing="established", published=10, decided_recently=10),
}


class Command(BaseCommand):
    help = (
        "Read comments from standard input, one JSON object a line with text and optionally id, name, email, url, lang "
        "and thread, and print the verdict on each under the policy in force. Writes nothing to the database."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--site", help="judge under this site's policy and terms")
        parser.add_argument(
            "--author", choices=AUTHORS, default="new", help="whose comments they are; new unless given"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            tables = connection.introspection.table_names()
        except DatabaseError as error:
            raise CommandError(f"The database with the policy and the terms does not answer: {error}") from error
        if Term._meta.db_table not in tables:
            raise CommandError("The database has no tables yet: run manage.py migrate, or make run.")
        site = _site(options["site"])
        judge = Judge(
            rules=configured_rules(),
            policy=policy_for(site).policy,
            site_id=site.pk if site else None,
            author=AUTHORS[options["author"]],
        )
        for number, line in _lines(sys.stdin.buffer):
            try:
                answer = judge.score(line.decode())
            except UnicodeDecodeError:
                answer = {"line": number, "error": "not valid UTF-8"}
            except BadLine as error:
                answer = {"line": number, "error": str(error)}
            self.stdout.write(json.dumps(answer))


def _site(key: str | None) -> Site | None:
    if key is None:
        return None
    try:
        return Site.objects.get(key=key)
    except Site.DoesNotExist:
        raise CommandError(f"There is no site {key!r}.") from None


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Number the lines from 1, one at a time in memory; blank ones count and are passed over.

    Of a line beyond LINE_BYTES only the beginning is kept, which is no JSON any more.
    """
    number = 0
    while line := stream.readline(LINE_BYTES):
        number += 1
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(LINE_BYTES)
        if line.strip():
            yield number, line
