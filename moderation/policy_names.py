"""The names that a policy may use."""

from collections.abc import Iterable
from typing import Any

from moderation.explanations import WORDS
from moderation.findings import TECHNICAL
from moderation.policy import COMPOSITES, Policy, PolicyError
from moderation.rules import Rule


def unknown_names(data: Any, rules: Iterable[Rule]) -> list[str]:
    """The codes and families in a policy's data that no rule, composite or finding of ours has.

    None for data that is no policy; what is wrong with that is told elsewhere.
    """
    try:
        policy = Policy.from_data(data)
    except PolicyError:
        return []
    rules = list(rules)
    codes = {rule.code for rule in rules} | WORDS.keys() | {composite.code for composite in policy.composites}
    families = {rule.family for rule in rules} | {TECHNICAL, COMPOSITES}
    parts = {name for composite in policy.composites for name in composite.all_of}
    wrong = (policy.points.keys() | policy.states.keys() | policy.reject_on) - codes
    return sorted(wrong | (policy.caps.keys() - families) | (parts - codes - families))
