"""Two verbs that make tests of rules read as a specification."""

from moderation.findings import Finding
from moderation.rules import Rule
from moderation.submission import Submission

PROVEN = {"proven": True, "published": 5, "standing": "established"}
TRUSTED = {"proven": True, "published": 50, "standing": "trusted"}


def hits(rule: Rule, text: str = "Thank you.", **facts) -> Finding:
    """Assert that the rule finds something, once, and return it."""
    findings = list(rule(Submission.of(body=text, **facts)))
    assert len(findings) == 1, f"{rule.code} found {findings} in {text!r}"
    return findings[0]


def misses(rule: Rule, text: str = "Thank you.", **facts) -> None:
    """Assert that the rule finds nothing."""
    assert list(rule(Submission.of(body=text, **facts))) == [], f"{rule.code} hits {text!r}"


def shown(finding: Finding, text: str) -> list[str]:
    """Return the parts of the text that the finding points at."""
    return [text[start:end] for start, end in finding.spans]
