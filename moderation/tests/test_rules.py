"""Every rule has its label, its twin test, its words and its documentation."""

import re

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

from moderation.explanations import WORDS
from moderation.presets import BALANCED

PATHS = settings.MODERATION_RULES
REFERENCE = settings.BASE_DIR / "docs" / "reference" / "rules.md"
TWINS = settings.BASE_DIR / "moderation" / "tests" / "rules"


@pytest.mark.parametrize("path", PATHS)
def test_a_rule_has_a_twin_test(path):
    module, _, function = path.rpartition(".")
    twin = TWINS / f"test_{module.rpartition('.')[2]}.py"
    assert twin.exists(), f"{path} has no test {twin.name}"
    words = re.findall(r"\w+", twin.read_text())
    assert {function, "hits", "misses"} <= set(words), f"{twin.name} does not show what {function} hits and misses"


@pytest.mark.parametrize("path", PATHS)
def test_a_rule_is_documented_and_has_words(path):
    rule = import_string(path)
    assert f"## {rule.code}" in REFERENCE.read_text().splitlines()
    assert rule.code in WORDS
    assert rule.family
    assert rule.version >= 1


def test_codes_are_unique():
    codes = [import_string(path).code for path in PATHS]
    assert len(codes) == len(set(codes))


def test_every_rule_is_on_the_list():
    rooms = settings.BASE_DIR / "moderation" / "rules"
    labelled = sum(len(re.findall(r"^@rule\(", file.read_text(), re.MULTILINE)) for file in rooms.glob("*.py"))
    assert labelled == len(PATHS)


def test_the_shipped_policy_weighs_only_what_exists():
    codes = {import_string(path).code for path in PATHS}
    assert set(BALANCED["points"]) <= codes


def test_the_reference_documents_no_rule_that_is_gone():
    documented = re.findall(r"^## (\w+\.\w+)$", REFERENCE.read_text(), re.MULTILINE)
    assert set(documented) <= set(WORDS)
