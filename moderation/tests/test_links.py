import pytest

from moderation.text.links import find_links


def found(text):
    return [(link.href, text[slice(*link.span)]) for link in find_links(text)]


def hosts(text):
    return [link.host for link in find_links(text)]


def test_an_address_in_running_text():
    text = "See https://News.Example/a?b=1, please."
    assert found(text) == [("https://News.Example/a?b=1", "https://News.Example/a?b=1")]
    assert hosts(text) == ["news.example"]


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("www.example-shop.de", "www.example-shop.de"),
        ("go to cheap-pills.com!", "cheap-pills.com"),
        ("cheap.pills.xyz/buy?now", "cheap.pills.xyz"),
        ("кликай сайт.рф", "сайт.рф"),
        ("http://url.example/0sh1，好", "url.example"),
        ("(http://a.example/b)", "a.example"),
        ("http://user@b.example:8080/", "b.example"),
        ("http://[2001:db8::1]/x", "2001:db8::1"),
        ("[url=http://bb.example]x[/url]", "bb.example"),
        ("[text](https://md.example/path)", "md.example"),
        ("ftp://files.example/", "files.example"),
        ("http://a]b", "a"),
        ("http://a℀.example/", ""),
    ],
)
def test_shapes_of_addresses(text, host):
    assert hosts(text) == [host]


@pytest.mark.parametrize(
    ("html", "href", "text"),
    [
        ('<a href="http://a.example/">here</a>', "http://a.example/", "here"),
        ("<A HREF='http://a.example/?x=1&amp;y=2'>a <b>b</b></A>", "http://a.example/?x=1&y=2", "a b"),
        ("<a rel=nofollow href=//a.example/p>x</a>", "//a.example/p", "x"),
        ('<a href="http://a.example/">http://a.example/</a>', "http://a.example/", "http://a.example/"),
    ],
)
def test_an_anchor_is_one_link(html, href, text):
    links = list(find_links(f"before {html} after"))
    assert [(link.href, link.text, link.host) for link in links] == [(href, text, "a.example")]


@pytest.mark.parametrize(
    "text",
    [
        "no link",
        "Version 2.0.1 costs 3.50",
        "e.g. i.e. z.B. т.е. Ph.D.",
        "ASP.NET and Socket.IO",
        "main.py, README.md and a.c",
        "alice@example.com",
        "<a name='x'>x</a>",
        "<a href='mailto:alice@example.com'>write</a>",
        "<a href='#top'>up</a>",
        "<a href='http://[broken'>x</a>",
        "<a href=''>x</a>",
        "http://",
        "<a href='http:///path'>x</a>",
    ],
)
def test_what_is_no_link(text):
    assert found(text) == []
