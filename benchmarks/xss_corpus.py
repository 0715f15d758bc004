"""Sanitise a corpus of attacks and look, with a parser and in Chromium, for whatever came through.

Run it from the top of the tree, with a JSON list of objects that have a ``payload``:

    python -m benchmarks.xss_corpus FILE.json

The same two looks are taken at the payloads as they are. Should one of them find nothing there, it finds nothing
anywhere, and the run fails just as it does when an attack came through.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from playwright.sync_api import Page

from comments.markup import to_safe_html
from comments.tests.html_in_browser import ELSEWHERE, browser_page, chromium_path, happenings
from comments.tests.html_inspection import offences

KINDS = ("script", "request", "navigation", "content")
COLUMNS = "{:<12}{:>8}{:>9}" + "{:>12}" * len(KINDS)


def look(page: Page, pieces: Sequence[str]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    """Return what the parser and what the browser found, by the piece's index."""
    parsed = {index: found for index, piece in enumerate(pieces) if (found := offences(piece))}
    return parsed, happenings(page, pieces)


def count_by_kind(found: Iterable[list[str]]) -> Counter[str]:
    """Count the pieces in which each kind of thing happened."""
    return Counter(kind for happened in found for kind in {what.partition(":")[0] for what in happened})


def row(name: str, pieces: Sequence[str], parsed: dict[int, list[str]], shown: dict[int, list[str]]) -> str:
    """Lay out the figures."""
    kinds = count_by_kind(shown.values())
    return COLUMNS.format(name, len(pieces), len(parsed), *(kinds[kind] for kind in KINDS))


def main() -> None:
    """Print a row for the payloads, one for what is made of them, and every attack that came through."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    payloads = [vector["payload"] for vector in json.loads(parser.parse_args().file.read_text(encoding="utf-8"))]
    results = [to_safe_html(payload) for payload in payloads]
    path = chromium_path() or sys.exit("Chromium is missing: install the package chromium.")
    with browser_page(path) as page:
        raw_parsed, raw_shown = look(page, payloads)
        parsed, shown = look(page, [result.html for result in results])
    print(COLUMNS.format("", "pieces", "parser", *KINDS))
    print(row("as they are", payloads, raw_parsed, raw_shown))
    print(row("sanitised", payloads, parsed, shown))
    print("disputed by the second sanitiser:", sum(result.disputed for result in results))
    for index in sorted(parsed | shown):
        source = "unknown" if index == ELSEWHERE else repr(payloads[index])
        print(source, *parsed.get(index, []), *shown.get(index, []), sep="\n    ")
    blind = not raw_parsed or not count_by_kind(raw_shown.values()).keys() >= set(KINDS)
    if parsed or shown or blind:
        sys.exit("Something came through, or a check is blind.")


if __name__ == "__main__":
    main()
