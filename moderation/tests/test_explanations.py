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


EVERY_SIGN = [
    "https://bit.ly/a?ref=7",
    'see <a href="http://b.example/x">www.c.co.uk</a>, <a href="http://d.example/garden-chairs">garden chairs</a>',
    "[url=http://casino.example]x[/url] https://t.me/abcd",
    "𝐊𝐈𝐍𝐆 coвмecтнoгo c\u200basino p͎u͎l͎a͎ \u202ex A L E X 7",
    "Text me on WhatsApp +1 606 235 9024, anna@mail.example, 0x52908400098527886E0F7030069857D2E4169EE7",
    "casino bitcoin from home supplement our portfolio my channel lucky77",
    "I invested with Mrs Jane Roe in bitcoin, thank you, and I earn $300 a day",
    "Hello, I would like to know your price.",
    "sdfjkhsdf kjhgfdqwe sdfkjhqwz",
    "Ã©Ã©Ã©Ã©",
    "🔥" * 12,
    "@anna @bob_k @carl @dora @emil @фёдор",
    "buy this now " * 10,
    "> only quoted",
    "This is a comment in English that is long enough to be told from a title",
]
AROUND = {
    "by_author": 9,
    "by_address": 9,
    "by_network": 99,
    "authors_of_name": 9,
    "thread_hour": 99,
    "variant_rejected": 2,
    "site_name": "Admin",
}


def test_every_sign_in_a_text_and_around_it_has_its_words():
    facts = {"name": "Admin", "email": "a+1@mailinator.com", "language": "ru", "around": AROUND}
    facts |= {"author": {"proven": True, "published": 1}}
    families = ("links", "evasion", "contact", "promotion", "garbled", "shape", "pace", "author", "thread")
    unseen = {rule.code for rule in configured_rules() if rule.family in families}
    for body in EVERY_SIGN:
        for rule in configured_rules():
            for finding in rule(Submission.of(body=body, **facts)):
                unseen.discard(rule.code)
                sentence = explain(rule.code, finding.params)
                assert sentence.endswith(".")
                assert "%" not in sentence
                assert not sentence.startswith("Finding")
    seen_elsewhere = {"links.many", "links.in_name", "shape.shouting", "shape.repeated_characters", "pace.too_fast"}
    assert unseen <= seen_elsewhere | {"author.first_comment", "author.rejections", "thread.held"}


@pytest.mark.parametrize("params", [{}, {"links": None}, {"links": "many"}, {"other": 1}, {"percent": []}])
@pytest.mark.parametrize("code", [*WORDS, "no.such"])
def test_it_never_fails(code, params):
    assert explain(code, params)


def test_an_unknown_code_is_named():
    assert explain("model.spam", {"score": 0.9}) == "Finding model.spam."


def test_a_composite_of_the_sites_own_names_its_parts():
    finding = Finding(code="composite.ours", params={"parts": ["links.many", "author"]})
    assert explain(finding.code, finding.params) == "Several signs together: “links.many”, “author”."
