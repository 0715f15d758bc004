import pytest

from moderation.explanations import WORDS, explain
from moderation.findings import Finding
from moderation.rule_list import configured_rules
from moderation.submission import Submission

EVERYTHING = {
    "name": "casino.com",
    "honeypot_filled": True,
    "seconds_to_fill": 1.0,
    "html_disputed": True,
    "hold_everything": "site",
    "author": {"rejected_recently": 2, "decided_recently": 2},
    "term_hits": [
        {"term": "pills", "list": "banned", "span": [0, 1]},
        {"term": "slots", "list": "suspect", "span": [0, 1]},
    ],
    "repeats_by_author": 9,
    "repeats_by_others": 9,
}


def test_a_finding_in_words():
    assert explain("links.many", {"links": 4}) == "As many as 4 links."
    assert explain("links.present", {"links": 1}) == "One link to elsewhere."
    assert explain("shape.shouting", {"percent": 95}) == "Written in capitals: 95% of the letters."


def test_lists_are_quoted():
    words = explain("terms.banned", {"terms": ["free pills", "100%"], "count": 2, "in_name": False})
    assert words == "2 terms of the banned list in text or name: “free pills”, “100%”."


def test_what_every_rule_finds_fits_its_words():
    body = "ZZZZZZZZZZZZZZZZZZZZZZZZZ http://a.example http://b.example http://c.example"
    for standing in ("watched", "suspended", "banned"):
        facts = EVERYTHING | {"author": EVERYTHING["author"] | {"standing": standing}}
        for rule in configured_rules():
            for finding in rule(Submission.of(body=body.upper(), **facts)):
                sentence = explain(rule.code, finding.params)
                assert sentence.endswith(".")
                assert "Finding" not in sentence
                assert "%" not in sentence.replace("% of", "")


@pytest.mark.parametrize("params", [{}, {"links": None}, {"links": "many"}, {"other": 1}, {"percent": []}])
@pytest.mark.parametrize("code", [*WORDS, "no.such"])
def test_it_never_fails(code, params):
    assert explain(code, params)


def test_an_unknown_code_is_named():
    assert explain("model.spam", {"score": 0.9}) == "Finding model.spam."


def test_a_composite_of_the_sites_own_names_its_parts():
    finding = Finding(code="composite.ours", params={"parts": ["links.many", "author"]})
    assert explain(finding.code, finding.params) == "Several signs together: “links.many”, “author”."
