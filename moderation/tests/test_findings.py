import pytest

from moderation.findings import Finding


def test_a_finding_with_its_evidence():
    finding = Finding(params={"links": 3}, spans=[(0, 4)], strength=0.5)
    assert not finding.always_holds


@pytest.mark.parametrize("strength", [-0.1, 1.1, float("nan")])
def test_strength_is_a_share(strength):
    with pytest.raises(ValueError, match="strength"):
        Finding(strength=strength)


@pytest.mark.parametrize("span", [(3, 3), (4, 2), (-1, 2)])
def test_a_span_shows_something(span):
    with pytest.raises(ValueError, match="span"):
        Finding(spans=[span])


@pytest.mark.parametrize("family_and_code", [("technical", "rule.failed"), ("markup", "markup.disputed")])
def test_some_findings_are_no_matter_of_weight(family_and_code):
    family, code = family_and_code
    assert Finding(family=family, code=code).always_holds
