import unicodedata

import pytest

from moderation.rules.evasion import (
    direction_overridden,
    invisible_characters,
    mixed_alphabets,
    spaced_out,
    stacked_marks,
    styled_letters,
)
from moderation.tests.rules.verbs import hits, misses, shown

# What no rule of this file may take for evasion.
ORDINARY = [
    "A plain English sentence.",
    "Das Übermaß an Größe, naïve façade, Ærø, Łódź",
    "İstanbul'da ılık bir gün, ISPARTA",
    "Русский текст про iPhone, USB-кабель и Wi-Fi от Яндекса",
    "Новый IT-отдел и SMS-ка",
    "Ελληνικά με λίγα English μέσα και 5 μm",
    "هذا تعليق عادي بالعربية مع word واحدة",
    "می‌خواهم نظر بدهم، خانه‌ها",
    "זה עברית עם נִקּוּד וגם English",
    "यह हिन्दी है, क्‍या बात है",
    "ภาษาไทยธรรมดาที่นี่ น้ำ",
    "これは日本語とＡＢＣとiPhoneの文です",
    "这是中文，ＡＰＰ很好用，vip用户",
    "한국어 댓글입니다 ㅋㅋㅋ",
    "Tiếng Việt có nhiều dấu: nghiễu, được, ường",
    unicodedata.normalize("NFD", "Tiếng Việt có nhiều dấu: nghiễu, được, ường"),
    "👨‍👩‍👧 ❤️ 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 1️⃣",
    "1ˢᵗ place, Mᵐᵉ Curie, E = mc², 10⁻⁹ m",
    "Where x > y, a + b = c; see 1. a) b) c) d)",
    "a, b, c, d or e? A B C D",
]
RULES = [
    styled_letters,
    mixed_alphabets,
    invisible_characters,
    stacked_marks,
    direction_overridden,
    spaced_out,
]


@pytest.mark.parametrize("text", ORDINARY)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_ordinary_writing_is_no_evasion(rule, text):
    misses(rule, text)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Main di 𝑲𝑰𝑵𝑮𝟕𝟕 sekarang", "𝑲𝑰𝑵𝑮𝟕𝟕"),
        ("Join Ⓒⓐⓢⓘⓝⓞ now", "Ⓒⓐⓢⓘⓝⓞ"),
        ("Join 🅲🅰🆂🅸🅽🅾 now", "🅲🅰🆂🅸🅽🅾"),
        ("visit ᴄᴀsɪɴᴏ today", "ᴄᴀ"),
        ("ｆｒｅｅ money", "ｆｒｅｅ"),
        ("buy ᶠᵒˡˡᵒʷᵉʳˢ here", "ᶠᵒˡˡᵒʷᵉʳˢ"),
        ("main di 𝘼 𝙇 𝙀 𝙓 aja", "𝘼 𝙇 𝙀 𝙓"),
        ("DE𝘞adora", "E𝘞"),
    ],
)
def test_letters_in_another_style(text, seen):
    assert seen in shown(hits(styled_letters, text), text)[0] or seen in shown(hits(styled_letters, text), text)


def test_the_word_is_told_in_plain_letters():
    assert hits(styled_letters, "win at 𝐋𝐔𝐂𝐊𝐘").params == {"word": "LUCKY"}


@pytest.mark.parametrize(
    "text",
    [
        "Нaйдeнa работа",
        "Ищу людeй для coвмecтнoгo дeлa",
        "pаyраl support",
        "Ελληνικό cαsιnο εδώ",
    ],
)
def test_words_with_borrowed_letters(text):
    finding = hits(mixed_alphabets, text)
    assert finding.params["words"] >= 1
    assert all(len(word) > 3 for word in shown(finding, text))


@pytest.mark.parametrize("text", ["iPhoneом пользуюсь", "nПриют и nДело", "Δt und πr", "Zoomиться надоело"])
def test_a_foreign_word_with_an_ending_is_no_borrowing(text):
    misses(mixed_alphabets, text)


@pytest.mark.parametrize(
    ("text", "places"),
    [("ca\u200bsi\u200bno", 2), ("кази\u2060но", 1), ("a\U000e0068\U000e0069 fine day", 1), ("vi\u00e1\u200dgra", 1)],
)
def test_what_cannot_be_seen_within_a_word(text, places):
    assert hits(invisible_characters, text).params == {"places": places}


def test_a_byte_order_mark_at_the_end_hides_nothing():
    misses(invisible_characters, "Nice song\ufeff")
    misses(invisible_characters, "ภาษา\u200bไทย")


@pytest.mark.parametrize("text", ["p͎u͎l͎a͎u͎ here", "Z̸̡̢͝a̷lgo", "u̲s̲u̲m̲a̲", "ส็็็็็็"])
def test_marks_heaped_upon_letters(text):
    hits(stacked_marks, text)


def test_an_accent_for_reading_is_no_heap():
    misses(stacked_marks, "за́мок и замо́к")


def test_text_read_backwards():
    text = "see \u202efdp.exe\u202c"
    assert shown(hits(direction_overridden, text), text) == ["\u202e"]
    misses(direction_overridden, "عربي \u2067مع\u2069 \u200f")


def test_letters_set_apart():
    text = "play at A L E X I 7 7 now"
    finding = hits(spaced_out, text)
    assert finding.strength == 1
    assert shown(finding, text) == ["A L E X I 7 7"]
    assert hits(spaced_out, "p.r.o.f.i.t for you").strength < 1
    assert hits(spaced_out, "п р и в е т всем").strength < 1


@pytest.mark.parametrize("text", ["U.S.A. and E.U.", "x x x x x", "A, B, C, D", "5 5 5 5 1 2", "z. B. d. h."])
def test_abbreviations_and_lists_are_not_set_apart(text):
    misses(spaced_out, text)
