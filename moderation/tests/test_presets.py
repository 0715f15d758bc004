"""What the shipped policy does with whole comments, by the configured rules."""

import pytest

from moderation.pipeline import examine
from moderation.policy import Policy
from moderation.presets import BALANCED, DEFAULT_PRESET, PRESETS, RELAXED, STRICT
from moderation.rule_list import configured_rules
from moderation.submission import Submission
from moderation.tests.rules.verbs import PROVEN, TRUSTED

ORDINARY = "I remember that summer well; my father worked at the harbour then. Thank you for writing it down."
ONE_LINK = "There is more about it at https://archive.example/1974 for whoever is interested."
THREE_LINKS = "Buy now: https://a.example/ https://b.example/ https://c.example/"
BANNED = {"term_hits": [{"term": "pills", "list": "banned", "span": [0, 5]}]}
SUSPECT = {"term_hits": [{"term": "pills", "list": "suspect", "span": [0, 5]}]}


def outcome(body=ORDINARY, policy=BALANCED, **facts):
    return examine(Submission.of(body=body, **facts), configured_rules(), Policy.from_data(policy)).outcome


@pytest.mark.parametrize("data", PRESETS.values(), ids=PRESETS.keys())
def test_every_preset_is_valid(data):
    Policy.from_data(data)


def test_the_default_is_among_them():
    assert DEFAULT_PRESET in PRESETS


@pytest.mark.parametrize(
    "text",
    [
        ORDINARY,
        "Danke! Das Foto aus der Straße von früher ist wunderschön.",
        "Спасибо, очень интересно было прочитать про iPhone моего деда.",
        "شكرًا جزيلًا على هذا المقال الرائع",
        "תודה רבה, מאמר נהדר",
        "写得很好，谢谢分享。",
        "इस लेख के लिए धन्यवाद",
        "ขอบคุณมากครับ 55555555555",
        "Harika bir yazı, çok teşekkürler 👨‍👩‍👧",
    ],
)
def test_an_ordinary_first_comment_by_anybody_is_published(text):
    assert outcome(text) == "publish"


def test_a_link_in_a_first_comment_is_held():
    assert outcome(ONE_LINK) == "hold"


def test_a_link_by_an_author_who_is_known_is_published():
    assert outcome(ONE_LINK, author=PROVEN) == "publish"


def test_a_link_by_somebody_who_typed_a_known_address_is_held():
    assert outcome(ONE_LINK, author={**PROVEN, "proven": False}) == "hold"


def test_three_links_are_held_for_anybody_who_is_not_trusted():
    assert outcome(THREE_LINKS) == "hold"
    assert outcome(THREE_LINKS, author=PROVEN) == "hold"
    assert outcome(THREE_LINKS, author=TRUSTED) == "publish"


def test_a_filled_honeypot_is_rejected():
    assert outcome(honeypot_filled=True, author=TRUSTED) == "reject"


def test_a_banned_term_is_held_and_with_another_sign_rejected():
    assert outcome(**BANNED) == "hold"
    assert outcome(**BANNED, seconds_to_fill=1.0) == "reject"
    assert outcome(ONE_LINK, **BANNED) == "reject"
    assert outcome(THREE_LINKS, **BANNED, author=PROVEN) == "reject"


def test_a_banned_term_in_capitals_is_no_certain_matter():
    assert outcome("PILLS ARE THE SUBJECT OF THIS ARTICLE, ARE THEY NOT?", **BANNED) == "hold"


def test_suspect_terms_are_held_whatever_else_there_is():
    assert outcome(**SUSPECT, author=TRUSTED) == "hold"
    assert outcome(THREE_LINKS, **SUSPECT, seconds_to_fill=0.1) == "hold"


@pytest.mark.parametrize("standing", ["banned", "suspended"])
def test_who_is_banned_or_suspended_is_rejected(standing):
    assert outcome(author={"standing": standing}) == "reject"


def test_who_is_watched_is_held():
    assert outcome(author={"proven": True, "published": 90, "standing": "watched"}) == "hold"


def test_everything_is_held_where_the_site_says_so():
    assert outcome(hold_everything="site", author=TRUSTED) == "hold"
    assert outcome(hold_everything="thread", **BANNED) == "hold"


def test_disputed_html_is_held():
    assert outcome(html_disputed=True, author=TRUSTED) == "hold"


def test_speed_alone_holds_newcomers_only():
    assert outcome(seconds_to_fill=1.0) == "hold"
    assert outcome(seconds_to_fill=1.0, author=PROVEN) == "publish"


def test_shouting_alone_is_published():
    assert outcome("WHY DID NOBODY TELL US ABOUT THIS BEFORE!!!!!!!!!!!!!") == "publish"


def test_a_repeated_text_is_held():
    assert outcome(repeats_by_author=1, author=PROVEN) == "hold"
    assert outcome(repeats_by_others=3, author=PROVEN) == "hold"
    assert outcome(repeats_by_others=1, author=PROVEN) == "publish"


def test_a_bad_record_is_held():
    assert outcome(author={**PROVEN, "rejected_recently": 4, "decided_recently": 6}) == "hold"


def test_an_address_for_a_name_is_held():
    assert outcome(name="best-casino.com") == "hold"


@pytest.mark.parametrize(
    "text",
    [
        "main di 𝑲𝑰𝑵𝑮𝟕𝟕 langsung menang",
        "Text me on WhatsApp +1 606 235 9024",
        "Ищу людeй для coвмecтнoгo дeлa",
        "I invested $500 with Mrs Jane Roe and got $5,000 in bitcoin, I am so grateful",
        "Hello, I would like to know your price.",
        "Best casino: free spins, jackpot, https://a.example",
        "[url=http://a.example]купить[/url]",
        "Earn $300 a day from home, no experience, easy money",
    ],
)
def test_advertising_is_held_whoever_posts_it(text):
    assert outcome(text, author=PROVEN) == "hold"


@pytest.mark.parametrize(
    "text",
    [
        "The casino on the pier burnt down in 1923.",
        "Bitcoin lost a third of its value, says the article.",
        "WhatsApp was down again yesterday.",
        "They earn $15 an hour, which is not enough.",
        "My doctor offered me a discount, what a day!",
        "@anna @bob I was at the game: 25:21, 25:23!",
        "Die Hypothek wurde 2019 abgelöst, Herr Müller hat recht.",
        "Инвестиции в школу города выросли на 5 %.",
    ],
)
@pytest.mark.parametrize("author", [{}, PROVEN], ids=["new", "known"])
def test_talk_of_such_things_is_published(text, author):
    assert outcome(text, author=author) == "publish"


def test_a_burst_is_held_and_a_lively_exchange_is_not():
    assert outcome(around={"by_author": 12}, author=PROVEN) == "hold"
    assert outcome(around={"by_address": 8, "by_author": 5}, author=PROVEN) == "publish"


def test_many_readers_behind_one_address_in_a_rush_are_not_held_for_that_alone():
    rush = {"by_address": 200, "by_network": 200, "thread_hour": 500, "thread_usual": 1}
    assert outcome(around=rush, author={}) == "publish"
    assert outcome(around=rush, author={}, policy=STRICT) == "hold"
    assert outcome("I LOVE THIS BENCH AND EVERY BENCH IN THE CITY", around=rush, author={}) == "hold"


def test_somebody_who_imitates_a_moderator_is_held():
    assert outcome(name="M0derator") == "hold"
    assert outcome(name="Вob Brown", around={"staff_names": ["Bob Brown"]}) == "hold"


def test_the_relaxed_policy_publishes_one_strong_sign_and_obeys_what_people_decided():
    assert outcome("[url=http://a.example]look at this old photograph[/url]", RELAXED, author=PROVEN) == "publish"
    assert outcome(ONE_LINK, RELAXED) == "publish"
    assert outcome(policy=RELAXED, **BANNED) == "hold"
    assert outcome(policy=RELAXED, honeypot_filled=True) == "reject"
    assert outcome(policy=RELAXED, author={"standing": "banned"}) == "reject"


def test_the_strict_policy_holds_newcomers_with_a_weak_sign():
    assert outcome("Text me when you are there.") == "publish"
    assert outcome("Text me when you are there.", STRICT) == "hold"
    assert outcome(policy=STRICT) == "publish"
    assert outcome(ONE_LINK, STRICT, author=PROVEN) == "publish"
