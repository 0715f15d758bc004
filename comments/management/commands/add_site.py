"""Add a site."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from comments.models import Site


class Command(BaseCommand):
    help = "Add a site, so that its pages can embed comments."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("key", help="names the site in templates and addresses, such as daily-news")
        parser.add_argument("--name", help="what people call it; the key unless given")
        parser.add_argument(
            "--origin", action="append", default=[], help="such as https://news.example; may be repeated"
        )
        parser.add_argument("--language", default="en", help="the language of its articles, such as de")

    def handle(self, *args: Any, **options: Any) -> None:
        site = Site(
            key=options["key"],
            name=options["name"] or options["key"],
            origins=options["origin"],
            language=options["language"],
        )
        try:
            site.full_clean()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        site.save()
        self.stdout.write(f"Added the site {site.key}.")
