"""Measure how well rules and policy judge: `python -m benchmarks.judgement FOLDER [--terms FILE]`.

The folder holds labelled comments as CSV files (`NAME.csv.gz` with the columns id, text, label, lang and group). Every
text is judged by all rules under the balanced policy, once as the comment of an established author and once as a first
comment; no facts but the text are known. Writes docs/reference/accuracy.md and fails when a figure is worse than its
floor in benchmarks/judgement_floors.json; `--raise-floors` moves floors that have been passed.
"""

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy_page import page
from benchmarks.costs import POLICY, all_rules, costs_by_step, matcher_of, slow_inputs
from benchmarks.labelled_texts import LabelledText, texts_of
from moderation.findings import Outcome
from moderation.pipeline import examine
from moderation.rules import Rule
from moderation.submission import AuthorRecord, Submission

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "accuracy.md"
FLOORS = ROOT / "benchmarks" / "judgement_floors.json"

WANTED = {
    "blog_comments": "ham",
    "youtube_uci": "ham",
    "telegram_ru": "ham",
    "germeval18_tweets": "ok",
    "offenseval_tr": "ok",
    "offenseval_ar": "ok",
    "offenseval_el": "ok",
    "zh_cold": "ok",
    "ko_beep_news": "ok",
    "gambling_id": "ham",
    "yt_scam_2022": "ham",
    "offenseval_da": "ok",
    "pt_toldbr_tweets": "ok",
    "civil_sample": "ok",
    "wiki_talk_context": "ok",
}
UNWANTED = {
    "gambling_id": "spam",
    "stackexchange_smoke": "spam",
    "contactform_price_spam": "spam",
    "yt_scam_2022": "spam",
    "blog_comments": "spam",
    "youtube_uci": "spam",
    "telegram_ru": "spam",
    "tutorial_comments": "spam",
    "instagram_id": "spam",
    "sms_uci": "spam",
}
ESTABLISHED = AuthorRecord(proven=True, published=5, standing="established")
NEW = AuthorRecord()
TEXTS_FOR_COSTS = 200


@dataclass(frozen=True, slots=True)
class Held:
    """Hold which share of texts was not published, in percent, by who is said to have written them."""

    texts: int
    established: float
    new: float


def main() -> None:
    options = _options()
    wanted = {name: _held(texts_of(options.folder, name, label, options.most)) for name, label in WANTED.items()}
    unwanted = {name: _held(texts_of(options.folder, name, label, options.most)) for name, label in UNWANTED.items()}
    matcher, terms, seconds = matcher_of(options.terms)
    sample = [each.text for name in WANTED for each in texts_of(options.folder, name, WANTED[name], TEXTS_FOR_COSTS)]
    costs, slow = costs_by_step(sample, matcher), slow_inputs(matcher)
    PAGE.write_text(page(wanted, unwanted, costs, slow, terms, seconds))
    worse = _compare(wanted, unwanted, raise_floors=options.raise_floors)
    if max(milliseconds for milliseconds, _ in slow.values()) > options.at_most:
        worse.append(f"an input takes more than {options.at_most} ms")
    if worse:
        raise SystemExit("\n".join(worse))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=3_000, help="texts of a set and label at most")
    parser.add_argument("--terms", type=Path, help="a list with one term a line, for the costs")
    parser.add_argument("--at-most", type=float, default=50.0, help="milliseconds that any input may take")
    parser.add_argument("--raise-floors", action="store_true")
    return parser.parse_args()


def _held(texts: list[LabelledText]) -> Held:
    rules = all_rules()
    established = sum(_is_held(each, ESTABLISHED, rules) for each in texts)
    new = sum(_is_held(each, NEW, rules) for each in texts)
    return Held(len(texts), 100 * established / len(texts), 100 * new / len(texts))


def _is_held(each: LabelledText, author: AuthorRecord, rules: Iterable[Rule]) -> bool:
    submission = Submission.of(body=each.text, language=each.language, author=author)
    return examine(submission, rules, POLICY).outcome is not Outcome.PUBLISH


def _compare(wanted: dict[str, Held], unwanted: dict[str, Held], *, raise_floors: bool) -> list[str]:
    """Return what is worse than its floor; a floor for false holds is a ceiling."""
    floors = json.loads(FLOORS.read_text())
    ceilings, caught = floors["false_holds_at_most"], floors["caught_at_least"]
    worse = [
        f"{name}: {held.established:.2f} % held of what should be published, more than {ceilings[name]} %"
        for name, held in wanted.items()
        if held.established > ceilings.get(name, 100)
    ]
    worse += [
        f"{name}: {held.established:.1f} % caught, less than {caught[name]} %"
        for name, held in unwanted.items()
        if held.established < caught.get(name, 0)
    ]
    if raise_floors:
        _raise_floors(wanted, unwanted, ceilings, caught)
    return worse


def _raise_floors(
    wanted: dict[str, Held], unwanted: dict[str, Held], ceilings: dict[str, float], caught: dict[str, float]
) -> None:
    for name, held in wanted.items():
        ceilings[name] = min(ceilings.get(name, 100), round(held.established + 0.05, 1))
    for name, held in unwanted.items():
        caught[name] = max(caught.get(name, 0), int(held.established))
    floors = {"false_holds_at_most": ceilings, "caught_at_least": caught}
    FLOORS.write_text(json.dumps(floors, indent=4) + "\n")


if __name__ == "__main__":
    main()
