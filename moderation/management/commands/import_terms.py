"""Import a list of terms."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from comments.models import Site
from moderation.models import Term
from moderation.term_entry import enter_terms

REFUSALS_SHOWN = 10


class Command(BaseCommand):
    help = "Put the words and phrases of a file, one a line, on the banned or the suspect list."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="one term a line, in UTF-8; lines beginning with # are passed over")
        parser.add_argument("--list", choices=Term.List.values, required=True)
        parser.add_argument("--language", default="", help="such as de; counts on threads in this language only")
        parser.add_argument("--site", help="counts on this site only")

    def handle(self, *args: Any, **options: Any) -> None:
        site = Site.objects.filter(key=options["site"]).first()
        if options["site"] and site is None:
            raise CommandError(f"There is no site {options['site']!r}.")
        entered = enter_terms(
            _lines(options["file"]), list_name=options["list"], language=options["language"], site=site
        )
        for number, reason in entered.refused[:REFUSALS_SHOWN]:
            self.stderr.write(f"line {number}: {reason}")
        self.stdout.write(f"{entered.added} added, {entered.known} known before, {len(entered.refused)} refused.")


def _lines(path: Path) -> list[str]:
    try:
        # The byte order mark that some editors put first is no letter of the first term.
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not valid UTF-8 (byte {error.start}).") from error
