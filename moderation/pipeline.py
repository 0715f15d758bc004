"""Judge a submission: all rules always run, then the policy weighs what they saw."""

import logging
from collections.abc import Iterable
from dataclasses import replace

from moderation.findings import TECHNICAL, Finding, Verdict
from moderation.policy import Policy
from moderation.rules import Rule
from moderation.submission import Submission

logger = logging.getLogger(__name__)


def examine(submission: Submission, rules: Iterable[Rule], policy: Policy) -> Verdict:
    """Return the verdict on a submission; a rule that raises becomes a finding that holds the comment."""
    return policy.verdict(finding for rule in rules for finding in findings_of(rule, submission))


def findings_of(rule: Rule, submission: Submission) -> list[Finding]:
    """Return what one rule saw, under the rule's label."""
    label = {"code": rule.code, "family": rule.family, "version": rule.version}
    try:
        return [replace(finding, **label) for finding in rule(submission)]  # type: ignore[arg-type]
    except Exception as error:
        logger.exception("rule %s failed", rule.code)
        params = {"rule": rule.code, "error": type(error).__name__}
        return [Finding(code="rule.failed", family=TECHNICAL, params=params)]
