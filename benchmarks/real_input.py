"""Post real comments through the real form: `DATA_DIR=DIR python -m benchmarks.real_input --base URL FILE.csv[.gz]...`.

Every file is CSV with columns `text` and `label`; rows labelled ham or spam are posted, each by another reader with a
name and an address of their own, who opens the article first. The installation at URL runs on the same DATA_DIR, where
its database is looked into afterwards, believes the address that it is told, has the limits of thread and site raised,
and no comments from before, by which new ones would be judged as well:

    export DATA_DIR=$(mktemp -d) TRUSTED_PROXIES=1 RATE_LIMIT_THREAD=100000/m RATE_LIMIT_SITE=100000/m
    make run

Prints for each file what was accepted, what was refused and why, what became of the rest by label, and the findings
that held or rejected most; then the time from a form's arrival until its comment was decided, and comments a second.
"""

import argparse
import csv
import gzip
import itertools
import os
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import django

from config.tests.readers import Page, Reader, new_name

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from comments.models import Comment  # noqa: E402 - models exist once Django is set up
from moderation.models import Decision, FindingRecord  # noqa: E402

LABELS = ("ham", "spam")
OUTCOMES = ("published", "held", "rejected", "pending")
READERS_AT_ONCE = 4
DECIDED_WITHIN_SECONDS = 300
ALERT = re.compile(r'role="alert"[^>]*>(.*?)</(?:p|div)>', re.DOTALL)


@dataclass(frozen=True)
class Posted:
    """One row, and how the form was answered: `refusal` is empty for what was accepted."""

    email: str
    label: str
    refusal: str


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """Read label and text of what is labelled as spam or not."""
    with gzip.open(path, "rt", newline="") if path.suffix == ".gz" else path.open(newline="") as file:
        for row in csv.DictReader(file):
            if row["label"] in LABELS:
                yield row["label"], row["text"]


def post(base: str, reader: str, label: str, text: str) -> Posted:
    """Open the article in a new browser and send its form."""
    email = f"{reader}@mail.example"
    answer = Reader(base).comment(text, name=new_name(), email=email)
    return Posted(email, label, "" if answer.status == 303 else refusal(answer))


def refusal(page: Page) -> str:
    """Return status and message of a page that refuses, without the figures in which such messages differ."""
    found = ALERT.search(page.text)
    words = re.sub(r"<[^>]+>", " ", found[1]) if found else "without a message"
    return f"{page.status}: {re.sub(r'[0-9][0-9,.]*', 'N', ' '.join(words.split()))}"


def post_all(base: str, path: Path, rate: float) -> list[Posted]:
    """Post a whole file, several readers at once, `rate` comments a second if the installation answers that fast."""
    began = time.monotonic()

    def post_in_turn(number: int, row: tuple[str, str]) -> Posted:
        time.sleep(max(0, began + number / rate - time.monotonic()))
        return post(base, f"{path.name.partition('.')[0]}-{number}", *row)

    with ThreadPoolExecutor(READERS_AT_ONCE) as pool:
        return list(pool.map(post_in_turn, itertools.count(), rows(path)))


def wait_until_decided() -> None:
    """Return once nothing is pending, or after DECIDED_WITHIN_SECONDS."""
    deadline = time.monotonic() + DECIDED_WITHIN_SECONDS
    while Comment.objects.filter(status="pending").exists() and time.monotonic() < deadline:
        time.sleep(0.2)


def outcomes_by_email() -> dict[str, str]:
    """Return what became of each reader's comment; every reader has an e-mail address of their own."""
    return dict(Comment.objects.values_list("author__email", "status"))


def report(name: str, answers: Sequence[Posted]) -> None:
    accepted = [answer for answer in answers if not answer.refusal]
    print(f"\n{name}: {len(answers)} posted, {len(accepted)} accepted, {len(answers) - len(accepted)} refused")
    for (label, why), count in Counter((a.label, a.refusal) for a in answers if a.refusal).most_common():
        print(f"  refused {label} {count:>5}  {why}")
    became = outcomes_by_email()
    print(f"  {'':6}" + "".join(f"{outcome:>18}" for outcome in OUTCOMES))
    for label in LABELS:
        counts = Counter(became[answer.email] for answer in accepted if answer.label == label)
        total = max(1, counts.total())
        cells = (f"{counts[outcome]:>9} ({counts[outcome] / total:>6.1%})" for outcome in OUTCOMES)
        print(f"  {label:<6}" + "".join(cells))
    report_findings([answer for answer in accepted if became[answer.email] in ("held", "rejected")])


def report_findings(stopped: Sequence[Posted]) -> None:
    """Print which counted findings the held and rejected comments have, by label."""
    label_of = {answer.email: answer.label for answer in stopped}
    found = FindingRecord.objects.filter(counted=True).values_list("code", "revision__comment__author__email", "points")
    codes = {(code, email) for code, email, points in found if points and email in label_of}
    counts = Counter((code, label_of[email]) for code, email in codes)
    for code in sorted({code for code, _label in counts}, key=lambda code: -counts[code, "ham"] - counts[code, "spam"]):
        print(f"    {code:<32} ham {counts[code, 'ham']:>5}   spam {counts[code, 'spam']:>5}")


def report_times(posted: int, seconds: float) -> None:
    """Print how long comments waited: to when the examination that decided them began."""
    arrived = dict(Comment.objects.values_list("pk", "created_at"))
    decided = Decision.objects.values_list("comment_id", "decided_at")
    waits = sorted((moment - arrived[comment]).total_seconds() for comment, moment in decided)
    print(
        f"\nfrom submit to decision: median {statistics.median(waits) * 1000:.0f} ms, "
        f"99th percentile {waits[int(len(waits) * 0.99)] * 1000:.0f} ms, longest {waits[-1] * 1000:.0f} ms"
    )
    print(f"{posted} comments posted and decided in {seconds:.0f} s: {posted / seconds:.1f} a second")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", default="http://127.0.0.1:8000", help="address of the running installation")
    parser.add_argument("--rate", type=float, default=10.0, help="comments a second, at most")
    parser.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args()
    began = time.monotonic()
    answers = {path.name: post_all(options.base, path, options.rate) for path in options.files}
    wait_until_decided()
    seconds = time.monotonic() - began
    for name, file_answers in answers.items():
        report(name, file_answers)
    report_times(sum(map(len, answers.values())), seconds)


if __name__ == "__main__":
    main()
