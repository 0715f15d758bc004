import json

import pytest

from moderation.findings import Finding
from moderation.policy import Policy, PolicyError

DATA = {
    "points": {"links.many": 4, "links.short": 3, "terms.banned": 6, "shape.shouting": 2, "form.honeypot": 10},
    "caps": {"links": 5},
    "thresholds": {"hold": 5, "reject": 9},
    "reject_on": ["terms.banned", "form.honeypot"],
    "states": {},
    "composites": [],
}


def finding(code, **values):
    return Finding(code=code, family=values.pop("family", code.split(".")[0]), version=1, **values)


def verdict(*findings, **changes):
    return Policy.from_data(DATA | changes).verdict(findings)


def points(verdict):
    return {scored.finding.code: scored.points for scored in verdict.findings}


class TestOutcome:
    def test_nothing_found_is_published(self):
        result = verdict()
        assert (result.outcome, result.score, result.findings, result.technical) == ("publish", 0, (), False)

    def test_below_the_threshold_is_published(self):
        assert verdict(finding("links.many")).outcome == "publish"

    def test_at_the_threshold_is_held(self):
        assert verdict(finding("links.many"), finding("shape.shouting")).outcome == "hold"

    def test_a_certain_sign_with_company_is_rejected(self):
        assert verdict(finding("terms.banned"), finding("links.many")).outcome == "reject"

    def test_a_certain_sign_alone_may_not_weigh_enough(self):
        assert verdict(finding("terms.banned")).outcome == "hold"

    def test_without_a_certain_sign_no_score_rejects(self):
        result = verdict(finding("links.many"), finding("shape.shouting"), points={"links.many": 90})
        assert result.outcome == "hold"

    def test_a_certain_sign_in_evaluation_rejects_nothing(self):
        result = verdict(
            finding("form.honeypot"),
            finding("shape.shouting"),
            points={"form.honeypot": 10, "shape.shouting": 20},
            states={"form.honeypot": "evaluation"},
        )
        assert result.outcome == "hold"


class TestPoints:
    def test_strength_multiplies(self):
        result = verdict(finding("links.many", strength=0.5), finding("shape.shouting", strength=0.0))
        assert points(result) == {"links.many": 2, "shape.shouting": 0}
        assert result.score == 2

    def test_a_family_is_capped(self):
        result = verdict(finding("links.many"), finding("links.short"), finding("shape.shouting"))
        assert points(result) == {"links.many": 4, "links.short": 1, "shape.shouting": 2}
        assert result.score == 7

    def test_what_is_capped_away_still_counts(self):
        result = verdict(finding("links.many"), finding("links.short"), caps={"links": 4})
        assert result.findings[1].points == 0
        assert result.findings[1].counted

    def test_negative_points_are_not_capped(self):
        result = verdict(finding("links.own"), finding("links.many"), points={"links.own": -3, "links.many": 4})
        assert result.score == 1

    def test_a_code_without_points_is_recorded_and_changes_nothing(self):
        result = verdict(finding("novel.sign"))
        assert [(scored.points, scored.counted) for scored in result.findings] == [(0, False)]
        assert result.score == 0

    def test_in_evaluation_the_points_are_shown_and_not_counted(self):
        result = verdict(finding("links.many"), finding("links.short"), states={"links.many": "evaluation"})
        assert points(result) == {"links.many": 4, "links.short": 3}
        assert [scored.counted for scored in result.findings] == [False, True]
        assert result.score == 3

    def test_what_is_off_leaves_no_trace(self):
        assert verdict(finding("links.many"), states={"links.many": "off"}).findings == ()

    def test_a_state_of_counted_needs_no_points(self):
        assert verdict(finding("novel.sign"), states={"novel.sign": "counted"}).findings[0].counted


class TestAlwaysHolding:
    @pytest.mark.parametrize("code", ["markup.disputed", "standing.watched", "thread.held"])
    def test_no_policy_publishes(self, code):
        result = verdict(finding(code), points={}, thresholds={"hold": 100, "reject": 100})
        assert result.outcome == "hold"
        assert not result.technical

    def test_a_certain_sign_still_rejects(self):
        assert verdict(finding("thread.held"), finding("form.honeypot")).outcome == "reject"

    def test_an_instruction_adds_nothing_to_other_signs(self):
        assert verdict(finding("thread.held"), finding("terms.banned")).outcome == "hold"

    @pytest.mark.parametrize("state", ["off", "evaluation"])
    def test_they_cannot_be_switched_off(self, state):
        with pytest.raises(PolicyError, match=r"states.thread.held: always holds"):
            verdict(states={"thread.held": state})


class TestTechnical:
    FAILED = finding("rule.failed", family="technical")

    def test_alone_they_hold_and_the_machine_may_look_again(self):
        result = verdict(self.FAILED, finding("shape.shouting"))
        assert (result.outcome, result.technical) == ("hold", True)

    def test_beside_other_reasons_to_hold_they_change_nothing(self):
        result = verdict(self.FAILED, finding("terms.banned"))
        assert (result.outcome, result.technical) == ("hold", False)

    def test_half_an_examination_rejects_nothing(self):
        result = verdict(self.FAILED, finding("form.honeypot"))
        assert (result.outcome, result.technical) == ("hold", True)

    def test_no_state_takes_them_away(self):
        result = verdict(self.FAILED, states={"rule.failed": "off"})
        assert (result.outcome, result.technical) == ("hold", True)


class TestComposites:
    COMPOSITE = {"code": "composite.loud_link", "all_of": ["links", "shape.shouting"], "points": 5}

    def test_two_signs_mean_more_together(self):
        result = verdict(finding("links.many", spans=[(4, 9)]), finding("shape.shouting"), composites=[self.COMPOSITE])
        together = result.findings[-1].finding
        assert (together.code, together.family) == ("composite.loud_link", "composites")
        assert together.params == {"parts": ["links", "shape.shouting"]}
        assert together.spans == ((4, 9),)
        assert result.score == 11

    def test_one_of_them_does_not(self):
        result = verdict(finding("links.many"), finding("links.short"), composites=[self.COMPOSITE])
        assert result.score == 5

    def test_a_sign_in_evaluation_is_no_part(self):
        result = verdict(
            finding("links.many"),
            finding("shape.shouting"),
            composites=[self.COMPOSITE],
            states={"shape.shouting": "evaluation"},
        )
        assert result.score == 4

    def test_a_composite_has_states_too(self):
        findings = finding("links.many"), finding("shape.shouting")
        assert verdict(*findings, composites=[self.COMPOSITE], states={"composite.loud_link": "evaluation"}).score == 6
        assert len(verdict(*findings, composites=[self.COMPOSITE], states={"composite.loud_link": "off"}).findings) == 2

    def test_a_composite_can_be_a_certain_sign(self):
        result = verdict(
            finding("links.many"),
            finding("shape.shouting"),
            composites=[self.COMPOSITE],
            reject_on=["composite.loud_link"],
        )
        assert result.outcome == "reject"


class TestData:
    def test_it_survives_storing(self):
        policy = Policy.from_data(
            DATA | {"states": {"links.many": "evaluation"}, "composites": [TestComposites.COMPOSITE]}
        )
        assert Policy.from_data(json.loads(json.dumps(policy.to_data()))) == policy

    def test_what_may_be_left_out(self):
        policy = Policy.from_data({"points": {}, "thresholds": {"hold": 1, "reject": 1}})
        assert policy.verdict([finding("links.many")]).outcome == "publish"

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"weights": {}}, "weights: is unknown"),
            ({"points": []}, "points: must be an object"),
            ({"points": {"links.many": "4"}}, "points.links.many: must be a number"),
            ({"points": {"links.many": True}}, "points.links.many: must be a number"),
            ({"points": {"links.many": float("nan")}}, "points.links.many: must be a number"),
            ({"points": {"links.many": float("inf")}}, "points.links.many: must be a number"),
            ({"points": {"links.many": 10**400}}, "points.links.many: must be a number"),
            ({"points": {4: 4}}, "points: has a name that is not text"),
            ({"points": {"": 4}}, "points: has a name that is not text"),
            ({"caps": {"links": -1}}, "caps.links: must not be negative"),
            ({"thresholds": {"hold": 5}}, "thresholds.reject: is missing"),
            ({"thresholds": {"hold": 5, "reject": 9, "ban": 20}}, "thresholds.ban: is unknown"),
            ({"thresholds": {"hold": 0, "reject": 9}}, "thresholds.hold: must be more than 0"),
            ({"thresholds": {"hold": 9, "reject": 5}}, "thresholds.reject: must not be less"),
            ({"reject_on": "terms.banned"}, "reject_on: must be a list"),
            ({"reject_on": ["terms.banned", 5]}, "reject_on.1: must be text"),
            ({"reject_on": ["terms.banned", "terms.banned"]}, "reject_on: names something twice"),
            ({"states": {"links.many": "on"}}, "states.links.many: must be counted, evaluation or off"),
            ({"states": {"links.many": []}}, "states.links.many: must be counted, evaluation or off"),
            ({"composites": {}}, "composites: must be a list"),
            ({"composites": [{"code": "a", "all_of": ["b", "c"]}]}, "composites.0.points: is missing"),
            ({"composites": [{"code": "a", "all_of": ["b"], "points": 1}]}, "composites.0.all_of: needs at least two"),
            ({"composites": [{"code": "", "all_of": ["b", "c"], "points": 1}]}, "composites.0.code: must be text"),
            ({"composites": [TestComposites.COMPOSITE] * 2}, "composites: names something twice"),
        ],
    )
    def test_a_mistake_is_told_with_its_place(self, changes, message):
        with pytest.raises(PolicyError) as caught:
            Policy.from_data(DATA | changes)
        assert str(caught.value).startswith(message)
        assert message.startswith(caught.value.field)

    @pytest.mark.parametrize("data", [None, [], "policy", 5])
    def test_a_policy_is_an_object(self, data):
        with pytest.raises(PolicyError, match=r"^must be an object$"):
            Policy.from_data(data)

    @pytest.mark.parametrize("missing", ["points", "thresholds"])
    def test_points_and_thresholds_are_needed(self, missing):
        with pytest.raises(PolicyError, match=f"^{missing}: is missing$"):
            Policy.from_data({name: value for name, value in DATA.items() if name != missing})
