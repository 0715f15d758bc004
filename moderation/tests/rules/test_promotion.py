import pytest

from moderation.rules.promotion import (
    coded_name,
    daily_gain,
    earning,
    gambling,
    investment,
    of_oneself,
    price_question,
    thanks_for_a_gain,
    unasked_offer,
    wares,
)
from moderation.tests.rules.verbs import hits, misses, shown

TOPICS = [gambling, investment, earning, wares, unasked_offer, of_oneself]
ORDINARY = [
    "I remember that summer well; my father worked at the harbour then.",
    "Das Foto aus der Straße ist wunderschön.",
    "Мой дед служил на флоте.",
    "مقال رائع عن تاريخ المدينة",
    "写得很好，我想起了小时候",
    "정말 좋은 글이네요",
]


@pytest.mark.parametrize("text", ORDINARY)
@pytest.mark.parametrize(
    "rule", [*TOPICS, coded_name, daily_gain, price_question, thanks_for_a_gain], ids=lambda rule: rule.code
)
def test_ordinary_comments_advertise_nothing(rule, text):
    misses(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (gambling, "Best casino with free spins and a jackpot"),
        (gambling, "Situs gacor, bonus member baru"),
        (gambling, "казино, фриспины и джекпот"),
        (gambling, "赌场下注，首存返水"),
        (investment, "Bitcoin trading with profits by my broker"),
        (investment, "инвестиции в криптовалюту, доходность"),
        (earning, "Earn money from home, daily profit, no experience"),
        (earning, "Подработка, удалённая занятость, обучение"),
        (wares, "Weight loss supplement, special offer, order now"),
        (wares, "代开发票，办证，贷款"),
        (unasked_offer, "Our portfolio shows what we do for businesses like yours; get a free audit"),
        (of_oneself, "Check out my channel, please subscribe, my new video"),
        (of_oneself, "подпишись, мой канал, заходите"),
    ],
)
def test_many_words_of_a_topic(rule, text):
    finding = hits(rule, text)
    assert finding.params["count"] >= 3
    assert finding.strength == 1
    assert "*" not in "".join(finding.params["phrases"])


def test_one_word_of_a_topic_is_weak():
    text = "The casino burnt down in 1923."
    finding = hits(gambling, text)
    assert finding.strength < 0.5
    assert shown(finding, text) == ["casino"]


def test_disguised_words_count():
    text = "free sp1ns at the c\u200basino"
    assert shown(hits(gambling, text), text) == ["free sp1ns", "c\u200basino"]


def test_in_a_long_text_a_word_weighs_less_and_in_a_very_long_one_nothing():
    assert hits(gambling, "casino " + "word " * 80).strength < hits(gambling, "casino " + "word " * 20).strength
    misses(gambling, "casino " + "word " * 200)


@pytest.mark.parametrize(
    ("text", "name"),
    [("main di lucky77 aja", "lucky77"), ("Daftar LUCKY4D", "LUCKY4D"), ("win at lucky 777 now", "lucky 777")],
)
def test_names_with_a_number_stuck_to_them(text, name):
    assert hits(coded_name, text).params == {"name": name}


@pytest.mark.parametrize(
    "text",
    ["@anna77 is right", "#summer21", "Windows 10 and MP3", "https://a.example/part12", "год 1974", "Bj 1987", "G20"],
)
def test_other_numbers_beside_letters(text):
    misses(coded_name, text)


@pytest.mark.parametrize(
    "text",
    [
        "I invested with Mrs Jane Roe and I am so grateful",
        "Thanks to expert Anna Kay my trading account doubled",
        "Ich habe dank Herr Mustermann mit Bitcoin verdient, ich empfehle ihn",
        "Спасибо, господин Иванов помог мне с биткоином",
        "I invested $500 and got $5,000 in bitcoin",
        "Great profits since I traded with her, the name above",
    ],
)
def test_thanks_for_a_gain(text):
    hits(thanks_for_a_gain, text)


@pytest.mark.parametrize(
    "text",
    [
        "Mr Smith opened the new school.",
        "My bitcoin is worth nothing.",
        "Investment in rail was too low.",
        "I thank Mrs Jane Roe for the article",
    ],
)
def test_talk_of_money_or_people(text):
    misses(thanks_for_a_gain, text)


@pytest.mark.parametrize(
    "text",
    ["I'm making over $1200 a week with them", "Доход от 100$ в день", "gana 300 euros al día", "月入 5000元/月"],
)
def test_sums_to_be_earned(text):
    hits(daily_gain, text)


@pytest.mark.parametrize("text", ["The rent is $900 a month.", "They earn $15 an hour.", "100 дней в году"])
def test_other_sums(text):
    misses(daily_gain, text)


@pytest.mark.parametrize(
    "text",
    [
        "Hello, I would like to know your price.",
        "Hola, quisiera saber su precio.",
        "Guten Tag, ich möchte Ihren Preis wissen.",
        "Здравствуйте, хочу узнать вашу цену.",
        "Merhaba, fiyatınızı öğrenmek istiyorum.",
        "مرحبا، أريد أن أعرف سعرك",
        "你好，我想知道你的价格",
        "नमस्ते, मैं आपकी कीमत जानना चाहता हूं",
        "Sawubona, ngifuna ukwazi intengo yakho.",
    ],
)
def test_your_price(text):
    hits(price_question, text)


@pytest.mark.parametrize(
    "text",
    [
        "We know the price of freedom.",
        "Hallo, der Preis ist heiß!",
        "Да, цена высока",
        "你好，写得很好",
        "Well, " + "word " * 20 + "who would know the price",
        "Hi, nice",
    ],
)
def test_other_talk_of_prices(text):
    misses(price_question, text)
