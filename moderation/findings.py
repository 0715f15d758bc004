"""Say what rules saw and what a policy made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

JSON = Any  # whatever json.dumps takes

# Findings of this family tell of the examination, not of the comment: a rule failed, a service was away.
TECHNICAL = "technical"

# Instructions and dangers, not signs to be weighed: whatever a policy says, they keep a comment from being published.
ALWAYS_HOLDING = frozenset({"markup.disputed", "standing.watched", "thread.held"})


class Outcome(StrEnum):
    """Name what the machine does with a comment."""

    PUBLISH = "publish"
    HOLD = "hold"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Hold one thing that a rule saw.

    A rule gives `params` (JSON values, the words' placeholders), `spans` (code points `[start, end)` of the submitted
    body) and `strength` (0 to 1, multiplies the policy's points); the pipeline fills in the rest from the rule's label.
    """

    code: str = ""
    family: str = ""
    version: int = 0
    params: Mapping[str, JSON] = field(default_factory=dict)
    spans: Sequence[tuple[int, int]] = ()
    strength: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.strength <= 1:
            raise ValueError("strength is not between 0 and 1")
        if any(not 0 <= start < end for start, end in self.spans):
            raise ValueError("a span is empty or starts before the text")

    @property
    def is_technical(self) -> bool:
        return self.family == TECHNICAL

    @property
    def always_holds(self) -> bool:
        return self.is_technical or self.code in ALWAYS_HOLDING


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredFinding:
    """Hold a finding with the points that it got after strength and the family's cap.

    `counted` is False for a finding in evaluation, which is recorded and shown but changes nothing.
    """

    finding: Finding
    points: float
    counted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Hold what findings amount to under a policy.

    `technical` is True for a comment that is held by technical findings only, so that the machine may look again.
    """

    outcome: Outcome
    score: float
    findings: tuple[ScoredFinding, ...]
    technical: bool
