import pytest

from moderation.text.sketches import SKETCH_SIZE, similarity, sketch_of

OFFER = (
    "My cousin earns a fortune at home with only two hours of work a day, and so can you: just ask how she did it, "
    "everybody may take part while places last."
)


def alike(one, other, **options):
    return similarity(sketch_of(one, **options), sketch_of(other, **options))


def test_a_text_is_like_itself_and_unlike_another():
    other = "The tram line was closed in winter because the bridge over the canal needed new bearings and new rails."
    assert alike(OFFER, OFFER) == 1
    assert alike(OFFER, other) < 0.1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (OFFER, OFFER.replace("cousin", "sister").replace("fortune", "heap of money").replace("places", "seats")),
        (OFFER, OFFER.upper()),
        (OFFER, OFFER.replace("o", "о").replace("a", "а")),
        (OFFER, f"@somebody https://pills.example/?12 {OFFER}"),
        (OFFER, f"<p>{OFFER}</p><a href='https://pills.example'>pills</a>"),
        (
            "我的邻居每天只在家里工作两个小时就能赚很多钱你也可以来试试看",
            "我的邻居每天只在家里工作三个小时就能赚很多钱您也可以来试试看",
        ),
        (
            "Мой сосед зарабатывает дома целое состояние, работая всего два часа в день, и вы тоже можете так",
            "Мой дядя зарабатывает дома целое состояние, работая всего три часа в день, и вы тоже можете так",
        ),
    ],
)
def test_nearly_the_same_is_alike_in_any_dress_and_script(one, other):
    assert alike(one, other) >= 0.35


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Well said!",
        "R.I.P.",
        "Rest in peace, our thoughts are with his family",
        "la " * 200,
        "写得很好，谢谢分享",
        "https://pills.example/ " * 20,
        f"> {OFFER}\nI agree with this",
        f"<blockquote>{OFFER}</blockquote>I agree",
    ],
)
def test_what_says_too_little_of_its_own_has_no_sketch(text):
    assert sketch_of(text) is None


def test_the_title_of_the_article_is_nobodys_own():
    title = "Council votes for a new tram line to the harbour and against the old bridge after years of debate"
    assert sketch_of(title, title="Another") is not None
    assert sketch_of(f'"{title}" - at last!', title=title) is None


def test_long_texts_are_compared_by_a_part_of_them():
    words = [f"word{number}" for number in range(600)]
    one, other = " ".join(words), " ".join([*words[:400], "else", *words[401:]])
    assert len(sketch_of(one)) == SKETCH_SIZE
    assert alike(one, other) > 0.9
    assert alike(one, " ".join(words[300:] + words[:300])) > 0.9
    assert alike(one, " ".join(reversed(words[450:]))) < 0.3


def test_sketches_of_two_sites_have_nothing_in_common():
    assert similarity(sketch_of(OFFER, salt=b"1"), sketch_of(OFFER, salt=b"2")) < 0.05
