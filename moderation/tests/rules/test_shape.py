import pytest

from moderation.rules.shape import repeated_characters, shouting
from moderation.tests.rules.verbs import hits, misses, shown


@pytest.mark.parametrize(
    "text",
    [
        "WAKE UP PEOPLE THEY ARE LYING TO YOU",
        "ПОСМОТРИТЕ НАКОНЕЦ ПРАВДЕ В ГЛАЗА",
        "ΞΥΠΝΗΣΤΕ ΕΠΙΤΕΛΟΥΣ ΟΛΟΙ ΣΑΣ",
        "DAS IST DOCH ALLES GELOGEN, SO EIN Mist",
    ],
)
def test_shouting(text):
    hits(shouting, text)


@pytest.mark.parametrize(
    "text",
    [
        "Wake up, people. NATO, UNESCO and the BBC agree.",
        "GOOOOOAL!!!",
        "OMG YES!",
        "مرحبا بالجميع شكرا على هذا المقال الرائع والمفيد",
        "これはとても面白い記事でした。ありがとうございます。",
        "यह लेख बहुत अच्छा है धन्यवाद",
        "123 456 789 000 111 222 333",
    ],
)
def test_no_shouting(text):
    misses(shouting, text)


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("I am sooooooooooooo angry", "ooooooooooooo"),
        ("Нееееееееееет", "еееееееееее"),
        ("WHAT!!!!!!!!!!!!", "!!!!!!!!!!!!"),
        ("zzzzzZZZZZ", "zzzzzZZZZZ"),
    ],
)
def test_a_character_held_down(text, run):
    finding = hits(repeated_characters, text)
    assert shown(finding, text) == [run]
    assert finding.params == {"character": run[0], "times": len(run)}


@pytest.mark.parametrize(
    "text",
    [
        "Sooo good, really!!!",
        "hahahahahahaha aaaaaaaaaaaaaaah",
        "kkkkkkkkkkkkkkk",
        "55555555555555",
        "ㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋㅋ",
        "ههههههههههههههههه",
        "哈哈哈哈哈哈哈哈哈哈哈哈",
        "😂😂😂😂😂😂😂😂😂😂😂😂😂",
        "Title\n--------------------\n....................",
        "חחחחחחחחחחחח",
    ],
)
def test_laughter_and_lines_are_no_repetition(text):
    misses(repeated_characters, text)


def test_the_longest_of_several_runs_is_named():
    finding = hits(repeated_characters, "nooooooooooo, yesssssssssssssssss")
    assert finding.params == {"character": "o", "times": 11}
