import pytest

from moderation.rules.shape import (
    emoji_flood,
    gibberish,
    many_mentions,
    mojibake,
    other_script,
    quote_without_reply,
    repeated_characters,
    repeated_words,
    shouting,
)
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


@pytest.mark.parametrize(
    "text", ["Kjwdjfiowkdj fjsdkfhqwx zxcvbgfd", "sdfjkhsdf kjhgfdqwe sdfkjhqwz", "qwrtpsdfg hjklzxcvb"]
)
def test_letters_struck_at_random(text):
    hits(gibberish, text)


@pytest.mark.parametrize(
    "text",
    [
        "Strengths of the rhythmic approach are well known",
        "Der Angstschweiß floss, Rechtsschutzversicherungsgesellschaften",
        "Çekoslovakyalılaştıramadıklarımızdan mısınız",
        "Wszczęcie postępowania przez szczebrzeszyńskich",
        "asdfghjkl",
        "kkkkk rsrsrs hahaha",
        "Съешь ещё этих мягких французских булок",
        "http://a.example/xqzwkjfh?qwx=zxcvbnmkjhgf and so on",
    ],
)
def test_words_are_no_gibberish(text):
    misses(gibberish, text)


def test_text_read_in_a_wrong_encoding():
    garbled = "Žlutý kůň, přítel: žádný čaj".encode().decode("cp1252", "replace")
    hits(mojibake, garbled)
    hits(mojibake, "Привет, как дела".encode().decode("latin-1"))


@pytest.mark.parametrize("text", ["plain", "São Paulo: não é só", "« Été » à l'Âge d'or…", "Привет", "“Ã”"])
def test_text_read_rightly(text):
    misses(mojibake, text)


def test_emoji_that_outnumber_words():
    assert hits(emoji_flood, "wow 🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥🔥").params == {"emoji": 12}


@pytest.mark.parametrize("text", ["nice 🔥🔥🔥", "No emoji", "Очень 😂😂😂 смешно", "слово " * 20 + "🔥" * 12])
def test_some_emoji(text):
    misses(emoji_flood, text)


def test_many_mentions():
    text = "@anna @bob_k @carl @dora @emil @фёдор look"
    assert hits(many_mentions, text).params == {"mentions": 6}
    misses(many_mentions, "@anna @anna @anna @anna @anna @anna")
    misses(many_mentions, text + " word" * 20)
    misses(many_mentions, "a@b.example")


def test_the_same_words_again_and_again():
    assert hits(repeated_words, "buy this now " * 10).params == {"words": 30, "different": 3}
    hits(repeated_words, "купи сейчас " * 12)


@pytest.mark.parametrize(
    "text", ["bravo bravo bravo", "word " * 10, "好" * 60, " ".join(f"{'x' * n}" for n in range(2, 30))]
)
def test_words_that_differ_or_are_few(text):
    misses(repeated_words, text)


@pytest.mark.parametrize("text", ["> You said so", "<blockquote>Вы сказали так</blockquote>", "> a\n> b\n"])
def test_a_quotation_without_a_reply(text):
    hits(quote_without_reply, text)


@pytest.mark.parametrize("text", ["> You said so\nNo.", "<blockquote>Так</blockquote> Нет", "Ein Satz", "3 > 2"])
def test_a_quotation_with_a_reply(text):
    misses(quote_without_reply, text)


LATIN = "This is a comment in English that is long enough to be told from a title"
CYRILLIC = "Это комментарий на русском языке, достаточно длинный, чтобы не быть названием"


@pytest.mark.parametrize(
    ("language", "text"), [("ko", LATIN), ("ru", LATIN), ("en", CYRILLIC), ("zh-Hans", CYRILLIC), ("ar_EG", LATIN)]
)
def test_a_text_in_another_script_than_the_threads(language, text):
    assert hits(other_script, text, language=language).params == {"language": language}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", LATIN),
        ("ru", CYRILLIC),
        ("", CYRILLIC),
        ("xx", CYRILLIC),
        ("ru", "Deep Purple — Smoke on the Water"),
        ("ja", "これは日本語で書かれたコメントで、タイトルと見分けられるだけの長さがありますので大丈夫です。"),
        ("ko", "이 댓글은 한국어로 쓰였고 제목과 구별될 만큼 충분히 길게 작성되었습니다 그래서 괜찮습니다 정말로요"),
        ("ru", "https://daily.example/this-is-a-long-address-of-an-article-in-latin-letters"),
        ("ru", "12345"),
    ],
)
def test_a_text_in_the_threads_script(language, text):
    misses(other_script, text, language=language)
