import pytest

from moderation.text.words import is_boundary, word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Well said!", 2),
        ("--- *** :-)", 0),
        ("इस लेख के लिए धन्यवाद", 5),
        ("شكرا جزيلا", 2),
        ("写得很好，谢谢分享", 4),
        ("ขอบคุณมาก", 5),
        ("我爱 Python 编程", 3),
    ],
)
def test_words_are_counted_about_right(text, count):
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "position", "expected"),
    [
        ("pass hit", 4, True),
        ("pass", 2, False),
        ("हिन्दी", 2, False),
        ("écoute", 1, False),
        ("我爱法轮功", 2, True),
        ("我sex", 1, True),
        ("_sex_", 1, True),
        ("abc", 0, True),
        ("abc", 3, True),
    ],
)
def test_where_words_begin_and_end(text, position, expected):
    assert is_boundary(text, position) is expected
