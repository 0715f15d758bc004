"""Say what is configured and whether each part answers."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from moderation.diagnosis import diagnose


class Command(BaseCommand):
    help = "Print what is configured and whether each part answers; end with an error when one does not."
    # What the checks find is one of the answers.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        ill = []
        for report in diagnose():
            style = self.style.SUCCESS if report.well else self.style.ERROR
            self.stdout.write(f"{style('ok  ' if report.well else 'FAIL')} {report.part:<10} {report.words}")
            if not report.well:
                ill.append(report.part)
        if ill:
            raise CommandError(f"Not well: {', '.join(ill)}.")
