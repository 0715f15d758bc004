import pytest

from config.charset import OnlyUtf8, names_utf8


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/html",
        "application/x-www-form-urlencoded; charset=utf-8",
        'multipart/form-data; boundary=x; charset="UTF-8"',
        "x; charset=utf8",
    ],
)
def test_utf_8_is_passed_on(content_type):
    assert names_utf8(content_type)


@pytest.mark.parametrize("charset", ["rot13", "base64", "utf-7", "unicode_escape", "latin-1", "utf-16", "nonesuch", ""])
def test_another_charset_is_refused_before_the_application_sees_it(charset):
    answers = []
    page = OnlyUtf8(lambda *_: pytest.fail("reached"))(
        {"CONTENT_TYPE": f"x/y; charset={charset}"}, lambda status, headers: answers.append(status)
    )
    assert answers == ["415 Unsupported Media Type"]
    assert b"UTF-8" in b"".join(page)


def test_a_second_charset_hides_behind_no_first():
    assert not names_utf8("x/y; charset=utf-8; charset=rot13")


def test_an_encoded_parameter_is_refused_too():
    assert not names_utf8("x/y; charset*=utf-8''rot13")
    assert not names_utf8("x/y; charset*0=rot; charset*1=13")
