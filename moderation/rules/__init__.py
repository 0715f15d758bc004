"""Label the functions that look at a submission and say what they see."""

from collections.abc import Callable, Iterable
from typing import Protocol, cast

from moderation.findings import Finding
from moderation.submission import Submission


class Rule(Protocol):
    """Describe a labelled function: a submission in, findings out."""

    code: str
    family: str
    version: int

    def __call__(self, submission: Submission, /) -> Iterable[Finding]: ...


def rule(code: str, *, family: str, version: int) -> Callable[[Callable[[Submission], Iterable[Finding]]], Rule]:
    """Label a function as a rule; it is registered by its line in `MODERATION_RULES` alone.

    `version` rises whenever the rule finds something else than before, so that past findings stay comparable.
    """

    def label(function: Callable[[Submission], Iterable[Finding]]) -> Rule:
        labelled = cast(Rule, function)
        labelled.code, labelled.family, labelled.version = code, family, version
        return labelled

    return label
