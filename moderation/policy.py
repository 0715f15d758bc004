"""Weigh findings: points, caps per family and thresholds, all of them data."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Self

from moderation import policy_data
from moderation.findings import ALWAYS_HOLDING, JSON, Finding, Outcome, ScoredFinding, Verdict
from moderation.policy_data import PolicyError

__all__ = ["Composite", "Policy", "PolicyError", "State"]

SECTIONS = ("points", "caps", "thresholds", "reject_on", "states", "composites")
COMPOSITES = "composites"


class State(StrEnum):
    """Say what becomes of a code's findings: they count, are only recorded, or are left out."""

    COUNTED = "counted"
    EVALUATION = "evaluation"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """Hold codes or families that mean something more when all of them are found together."""

    code: str
    all_of: tuple[str, ...]
    points: float

    @classmethod
    def from_data(cls, data: Any, field: str) -> Self:
        values = policy_data.section(data, field, known=("code", "all_of", "points"))
        all_of = policy_data.texts(policy_data.required(values, "all_of", field), f"{field}.all_of")
        if len(all_of) < 2:
            raise PolicyError(f"{field}.all_of", "needs at least two codes or families")
        return cls(
            code=policy_data.text(policy_data.required(values, "code", field), f"{field}.code"),
            all_of=all_of,
            points=policy_data.number(policy_data.required(values, "points", field), f"{field}.points"),
        )

    def finding(self, findings: Iterable[Finding]) -> Finding | None:
        """Return the finding that all parts together make, or None when one is missing."""
        parts = [finding for finding in findings if {finding.code, finding.family} & set(self.all_of)]
        present = {name for part in parts for name in (part.code, part.family)}
        if not present.issuperset(self.all_of):
            return None
        spans = tuple(sorted({span for part in parts for span in part.spans}))
        return Finding(code=self.code, family=COMPOSITES, version=1, params={"parts": list(self.all_of)}, spans=spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Hold the points of each code, the caps of families and the scores from which a comment is held or rejected.

    A code without points is in evaluation unless its state says otherwise. A comment is rejected only when its score
    reaches `reject` and one of the codes of `reject_on`, the certain signs, is among its findings.
    """

    points: Mapping[str, float]
    caps: Mapping[str, float]
    hold: float
    reject: float
    reject_on: frozenset[str]
    states: Mapping[str, State]
    composites: tuple[Composite, ...]

    @classmethod
    def from_data(cls, data: Any) -> Self:
        """Build a policy from data as `to_data` gives it; raise PolicyError at the first thing that is wrong."""
        values = policy_data.section(data, "", known=SECTIONS)
        hold, reject = _thresholds(policy_data.required(values, "thresholds", ""))
        return cls(
            points=policy_data.by_name(policy_data.required(values, "points", ""), "points", policy_data.number),
            caps=policy_data.by_name(values.get("caps", {}), "caps", policy_data.positive_number),
            hold=hold,
            reject=reject,
            reject_on=frozenset(policy_data.texts(values.get("reject_on", []), "reject_on")),
            states=_states(values.get("states", {})),
            composites=_composites(values.get("composites", [])),
        )

    def to_data(self) -> dict[str, JSON]:
        return {
            "points": dict(self.points),
            "caps": dict(self.caps),
            "thresholds": {"hold": self.hold, "reject": self.reject},
            "reject_on": sorted(self.reject_on),
            "states": {code: state.value for code, state in self.states.items()},
            "composites": [{**asdict(composite), "all_of": list(composite.all_of)} for composite in self.composites],
        }

    def state_of(self, finding: Finding) -> State:
        """Return what becomes of a finding; what always holds always counts."""
        if finding.always_holds:
            return State.COUNTED
        weighed = self.points_for(finding.code) is not None
        return self.states.get(finding.code, State.COUNTED if weighed else State.EVALUATION)

    def points_for(self, code: str) -> float | None:
        """Return the points of a code at full strength, None when the policy gives it none."""
        composites = {composite.code: composite.points for composite in self.composites}
        return composites.get(code, self.points.get(code))

    def verdict(self, findings: Iterable[Finding]) -> Verdict:
        """Return what the findings amount to; the order of findings is kept."""
        scored = self._scored(self._with_composites(findings))
        score = sum(each.points for each in scored if each.counted)
        counted = [each.finding for each in scored if each.counted]
        judged = self._outcome(score, counted)
        technical = any(finding.is_technical for finding in counted)
        return Verdict(
            outcome=Outcome.HOLD if technical else judged,
            score=score,
            findings=tuple(scored),
            technical=technical and judged is not Outcome.HOLD,
        )

    def _with_composites(self, findings: Iterable[Finding]) -> list[Finding]:
        kept = [finding for finding in findings if self.state_of(finding) is not State.OFF]
        counted = [finding for finding in kept if self.state_of(finding) is State.COUNTED]
        made = [composite.finding(counted) for composite in self.composites]
        return kept + [finding for finding in made if finding and self.state_of(finding) is not State.OFF]

    def _scored(self, findings: Iterable[Finding]) -> list[ScoredFinding]:
        room, scored = dict(self.caps), []
        for finding in findings:
            points = (self.points_for(finding.code) or 0.0) * finding.strength
            counted = self.state_of(finding) is State.COUNTED
            if counted and points > 0 and finding.family in room:
                points = min(points, room[finding.family])
                room[finding.family] -= points
            scored.append(ScoredFinding(finding=finding, points=points, counted=counted))
        return scored

    def _outcome(self, score: float, counted: list[Finding]) -> Outcome:
        if score >= self.reject and any(finding.code in self.reject_on for finding in counted):
            return Outcome.REJECT
        if score >= self.hold or any(finding.code in ALWAYS_HOLDING for finding in counted):
            return Outcome.HOLD
        return Outcome.PUBLISH


def _thresholds(data: Any) -> tuple[float, float]:
    values = policy_data.section(data, "thresholds", known=("hold", "reject"))
    hold = policy_data.number(policy_data.required(values, "hold", "thresholds"), "thresholds.hold")
    reject = policy_data.number(policy_data.required(values, "reject", "thresholds"), "thresholds.reject")
    if hold <= 0:
        raise PolicyError("thresholds.hold", "must be more than 0, or nothing would be published")
    if reject < hold:
        raise PolicyError("thresholds.reject", "must not be less than the threshold for holding")
    return hold, reject


def _state(value: Any, field: str) -> State:
    try:
        return State(value)
    except ValueError:
        raise PolicyError(field, "must be counted, evaluation or off") from None


def _states(data: Any) -> dict[str, State]:
    states = policy_data.by_name(data, "states", _state)
    for code, state in states.items():
        if code in ALWAYS_HOLDING and state is not State.COUNTED:
            raise PolicyError(f"states.{code}", "always holds a comment and cannot be switched off")
    return states


def _composites(data: Any) -> tuple[Composite, ...]:
    found = tuple(
        Composite.from_data(item, f"composites.{position}")
        for position, item in enumerate(policy_data.items(data, "composites"))
    )
    if len({composite.code for composite in found}) < len(found):
        raise PolicyError("composites", "names something twice")
    return found
