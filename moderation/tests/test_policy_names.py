import pytest

from moderation.policy_names import unknown_names
from moderation.presets import BALANCED, PRESETS
from moderation.rule_list import configured_rules


@pytest.mark.parametrize("name", PRESETS)
def test_the_shipped_policies_use_names_that_exist(name):
    assert unknown_names(PRESETS[name], configured_rules()) == []


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("points", {"links.mnay": 99}),
        ("caps", {"lnks": 3}),
        ("reject_on", ["nonsense"]),
        ("states", {"links.gone": "off"}),
        ("composites", [{"code": "composite.mine", "all_of": ["links", "nowhere"], "points": 1}]),
    ],
)
def test_a_misspelt_name_is_told(section, value):
    found = unknown_names(BALANCED | {section: value}, configured_rules())
    assert len(found) == 1


def test_what_is_no_policy_is_for_others_to_tell():
    assert unknown_names([], configured_rules()) == []


def test_a_composites_own_name_is_known():
    own = [{"code": "composite.mine", "all_of": ["links", "author"], "points": 1}]
    assert unknown_names(BALANCED | {"composites": own, "points": {"composite.mine": 2}}, configured_rules()) == []
