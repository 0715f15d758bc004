"""Measure how campaigns are found: `python -m benchmarks.campaigns [FILE.csv[.gz]...] [--look-ups N...]`.

Every file is CSV with the columns text and label. The texts of each label are posted over one afternoon in an order of
their own, each by an author of their own from an address of their own, on a new site in a database that is thrown
away, and examined by all rules under the shipped policy. `--look-ups` fills the tables with so many sketches, some of
whose hashes very many have in common, and tells what a look-up costs in processor time.
"""

import argparse
import csv
import gzip
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from django.db import connection
from django.utils import timezone

from benchmarks.a_throw_away_database import prepare
from comments.addresses import parse_address
from comments.form_token import ThreadFacts
from comments.models import Comment, Site, Status
from comments.posting import From, NewComment, post_comment
from moderation.campaigns.matching import BANDS, matches, packed
from moderation.examination import examine_comment
from moderation.models import FindingRecord
from moderation.text.sketches import Sketch, sketch_of

AFTERNOON = timedelta(hours=4)
ARTICLES = 20
LONGEST = 5_000
SENTENCE = "The plan of the year {} for a tram to the harbour is silent on noise, lifts and bills in {}. "
LOOK_UPS = 300
BATCH = 50_000
# Hashes are drawn unevenly, as words are: the commonest stands in almost every text, most in a few.
MOST_HASHES = 2**31 - 1
FIRST_ID = 1_000_000


def main() -> None:
    options = _options()
    prepare()
    for path in options.files:
        for label, texts in _texts_by_label(path).items():
            _print_afternoon(f"{path.name.partition('.')[0]} {label}", texts)
    if options.look_ups:
        _print_costs(sorted(options.look_ups))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--look-ups", nargs="*", type=int, default=[], metavar="N", help="numbers of stored sketches")
    return parser.parse_args()


def _texts_by_label(path: Path) -> dict[str, list[str]]:
    csv.field_size_limit(10**9)
    texts: dict[str, list[str]] = defaultdict(list)
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            texts[row["label"]].append(row["text"][:LONGEST].replace("\0", ""))
    return texts


def _print_afternoon(name: str, texts: list[str]) -> None:
    random.Random(name).shuffle(texts)
    key = name.replace("_", "-").replace(" ", "-")
    site = Site.objects.create(key=key, name=name, origins=["https://site.example"])
    begun = timezone.now() - AFTERNOON
    comments = [
        _examined(site, number, text, begun + AFTERNOON * number / len(texts)) for number, text in enumerate(texts)
    ]
    held = sum(comment.status != Status.PUBLISHED for comment in comments) / len(texts)
    findings = FindingRecord.objects.filter(code="repetition.campaign", revision__comment__thread__site=site)
    found = findings.count() / len(texts)
    print(
        f"{name:32}{len(texts):7} texts{100 * found:8.2f} % in a campaign{100 * held:8.2f} % held for any reason",
        flush=True,
    )


def _examined(site: Site, number: int, text: str, now: datetime) -> Comment:
    article = f"article-{number % ARTICLES}"
    facts = ThreadFacts(site=site.key, id=article, url=f"https://site.example/{article}", title="An article")
    address = parse_address(f"100.{64 + number // 62_500}.{number // 250 % 250}.{number % 250}")
    new = NewComment(
        thread=facts,
        described_at=now,
        name=f"Reader {number}",
        email=f"reader{number}@mail.example",
        body=text,
        sender=From(address=address, user_agent="Browser"),
    )
    comment = post_comment(new, now)
    examine_comment(comment.pk, now)
    return Comment.objects.get(pk=comment.pk)


def _print_costs(sizes: Sequence[int]) -> None:
    text = (SENTENCE * 4).format(*range(1900, 1908))[:300]
    costs = [_microseconds(sketch_of, text) for _ in range(LOOK_UPS)]
    print(f"\nsketch of {len(text)} characters: {statistics.median(costs):.0f} µs")
    print(f"{'stored sketches':>16}{'look-up, µs':>14}{'worst':>9}{'ratio':>8}")
    site = Site.objects.create(key="look-ups", name="Look-ups", origins=["https://site.example"])
    comment = _examined(site, 0, "A remark.", timezone.now())
    stored, first = 0, 0.0
    for size in sizes:
        _store(comment, stored, size)
        stored = size
        drawn = random.Random(size)
        costs = sorted(_microseconds(matches, _sketch(drawn), 0) for _ in range(LOOK_UPS))
        first = first or statistics.median(costs)
        print(f"{size:16,}{statistics.median(costs):14.0f}{costs[-1]:9.0f}{statistics.median(costs) / first:8.2f}")


def _microseconds(call: Callable[..., object], *arguments: object) -> float:
    started = time.thread_time()
    call(*arguments)
    return (time.thread_time() - started) * 1_000_000


def _store(comment: Comment, stored: int, size: int) -> None:
    """Store sketches of one comment's revisions that do not exist, so that only what is looked up in is large."""
    drawn, now = random.Random(stored), timezone.now().isoformat()
    sketches = "INSERT INTO moderation_textsketch (revision_id, sketch, comment_id, created_at) VALUES (?, ?, ?, ?)"
    bands = "INSERT INTO moderation_sketchband (shingle_hash, sketch_id) VALUES (?, ?)"
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for start in range(stored, size, BATCH):
            made = {FIRST_ID + number: _sketch(drawn) for number in range(start, min(start + BATCH, size))}
            rows = [(pk, packed(sketch), comment.pk, now) for pk, sketch in made.items()]
            cursor.connection.executemany(sketches, rows)
            # In the index's order, which takes a tenth of the time.
            cursor.connection.executemany(bands, sorted((band, pk) for pk, sketch in made.items() for band in sketch))
            cursor.connection.commit()


def _sketch(drawn: random.Random) -> Sketch:
    return tuple(sorted({int(MOST_HASHES ** drawn.random()) for _ in range(BANDS)}))


if __name__ == "__main__":
    main()
