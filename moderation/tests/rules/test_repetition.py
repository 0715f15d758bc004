import pytest

from moderation.rules.repetition import part_of_campaign, repeated_by_author, repeated_by_others
from moderation.tests.rules.verbs import hits, misses

LONG = "My cousin earns a fortune at home with only two hours of work a day"
COMMONPLACES = [
    "Well said!",
    "R.I.P.",
    "Rest in peace, you will be missed",
    "Danke für den Artikel!",
    "Браво!",
    "写得很好，谢谢分享",
]


def test_the_same_text_by_the_same_author():
    assert hits(repeated_by_author, LONG, repeats_by_author=2).params == {"repeats": 2}


def test_the_same_text_by_others_weighs_more_the_more_there_are():
    assert hits(repeated_by_others, LONG, repeats_by_others=1).strength < 0.5
    assert hits(repeated_by_others, LONG, repeats_by_others=3).strength == 1
    assert hits(repeated_by_others, LONG, repeats_by_others=300).strength == 1


@pytest.mark.parametrize(
    "text",
    [
        "Мой сосед зарабатывает дома целое состояние, работая всего два часа в день",
        "我的邻居每天只在家里工作两个小时就能赚很多钱",
        "پسرعموی من در خانه با دو ساعت کار در روز پول زیادی در می‌آورد",
    ],
)
def test_long_texts_in_any_script(text):
    hits(repeated_by_others, text, repeats_by_others=3)


@pytest.mark.parametrize("text", COMMONPLACES)
def test_what_everybody_says_is_no_repetition(text):
    misses(repeated_by_others, text, repeats_by_others=100)
    misses(repeated_by_author, text, repeats_by_author=2)


def test_an_author_who_says_the_same_few_words_again_and_again():
    hits(repeated_by_author, "First!", repeats_by_author=3)


def test_a_short_text_with_a_link_is_nobodys_habit():
    hits(repeated_by_others, "great! https://pills.example/", repeats_by_others=3)


def test_a_text_of_its_own():
    misses(repeated_by_author, LONG)
    misses(repeated_by_others, LONG)


def test_a_campaign_is_told_with_its_spread():
    finding = hits(part_of_campaign, LONG, campaign={"size": 12, "authors": 9, "hours": 2.5})
    assert finding.params == {"comments": 12, "authors": 9, "hours": 2.5}


@pytest.mark.parametrize(
    "campaign",
    [
        None,
        {"size": 1, "authors": 1},
        {"size": 2, "authors": 2},
        {"size": 5, "authors": 1},
        {"size": 4, "authors": 4, "published_before": 4},
    ],
    ids=["none", "alone", "two of a mind", "one author", "long known to the site"],
)
def test_what_is_no_campaign(campaign):
    misses(part_of_campaign, LONG, campaign=campaign)


def test_a_commonplace_that_suddenly_swells_is_a_campaign():
    hits(part_of_campaign, LONG, campaign={"size": 30, "authors": 30, "published_before": 4})
