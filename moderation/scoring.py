"""Scoring texts from outside the database: a JSON object in, its verdict out."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from comments.markup import to_safe_html
from moderation.findings import ScoredFinding, Verdict
from moderation.pipeline import examine
from moderation.policy import Policy
from moderation.rules import Rule
from moderation.submission import AuthorRecord, Submission
from moderation.term_lists import term_hits

TEXTS = ("text", "name", "email", "url", "lang", "thread")


class BadLine(ValueError):
    """The line is not a comment that could be scored; says why."""


def read_line(line: str) -> dict[str, Any]:
    """Read one JSON object with `text` and optionally `id`, `name`, `email`, `url`, `lang`, `thread`.

    Raises BadLine for anything else, and for text that no form would accept: with NUL or lone surrogates.
    """
    try:
        values = json.loads(line, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from None
    if not isinstance(values, dict):
        raise BadLine("not an object")
    if "text" not in values:
        raise BadLine("text is missing")
    for name in TEXTS:
        _check_text(name, values.get(name, ""))
    return values


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON's")


def _check_text(name: str, value: Any) -> None:
    if not isinstance(value, str):
        raise BadLine(f"{name} is not text")
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise BadLine(f"{name} holds a character that cannot be stored")


def submission_of(values: dict[str, Any], author: AuthorRecord, site_id: int | None) -> Submission:
    """Build the submission of a read line; `url` is the article's, whose host counts as the site's own."""
    text, name, language = values["text"], values.get("name", ""), values.get("lang", "")
    host = _host(values.get("url", ""))
    return Submission.of(
        body=text,
        name=name,
        email=values.get("email", ""),
        language=language,
        thread=values.get("thread", ""),
        site_domains={host} - {""},
        html_disputed=to_safe_html(text).disputed,
        author=author,
        term_hits=term_hits(site_id, text, name, language),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """Everything that judging takes beside the text; `site_id` says whose terms count, None for those of every site."""

    rules: tuple[Rule, ...]
    policy: Policy
    site_id: int | None
    author: AuthorRecord

    def score(self, line: str) -> dict[str, Any]:
        """Judge one line. Raises BadLine."""
        values = read_line(line)
        verdict = examine(submission_of(values, self.author, self.site_id), self.rules, self.policy)
        return {"id": values.get("id"), **as_json(verdict)}


def as_json(verdict: Verdict) -> dict[str, Any]:
    """The verdict as JSON values; findings in evaluation are there with `counted` false."""
    return {
        "outcome": verdict.outcome.value,
        "score": verdict.score,
        "findings": [_finding(scored) for scored in verdict.findings],
    }


def _finding(scored: ScoredFinding) -> dict[str, Any]:
    return {
        "code": scored.finding.code,
        "points": scored.points,
        "counted": scored.counted,
        "params": dict(scored.finding.params),
        "spans": [list(span) for span in scored.finding.spans],
    }


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
