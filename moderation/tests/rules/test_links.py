import pytest

from moderation.rules.links import (
    bad_path,
    bbcode_links,
    keyword_link,
    link_in_name,
    links_present,
    many_links,
    only_links,
    other_host_shown,
    sales_address,
    shortened_link,
)
from moderation.tests.rules.verbs import PROVEN, TRUSTED, hits, misses, shown

THREE = "see http://a.example/1 and https://b.example/2, or www.c-example.com!"


def test_any_link_is_seen():
    text = "Mehr dazu: https://zeitung.example/artikel?id=7."
    assert shown(hits(links_present, text, author=PROVEN), text) == ["https://zeitung.example/artikel?id=7"]


def test_no_link():
    misses(links_present, "Version 2.0 costs 3.50, e.g. z.B. д.р. in ASP.NET")


def test_the_sites_own_addresses_are_no_links_to_elsewhere():
    text = "as you wrote at https://www.daily.example/2020/article"
    misses(links_present, text, site_domains=["daily.example"])
    hits(links_present, text, site_domains=["ily.example"])


def test_three_links_by_anybody_who_is_not_trusted():
    finding = hits(many_links, THREE, author=PROVEN)
    assert finding.params == {"links": 3}
    assert shown(finding, THREE) == ["http://a.example/1", "https://b.example/2", "www.c-example.com"]


def test_two_links_are_not_many():
    misses(many_links, "https://a.example/ и https://пример.рф/страница")


def test_a_long_text_may_have_its_sources():
    long = " ".join(["word"] * 60) + " " + THREE
    misses(many_links, long, author=PROVEN)
    hits(many_links, long)


def test_a_trusted_author_may_link_as_they_like():
    misses(many_links, THREE, author=TRUSTED)


def test_trust_that_is_not_proven_counts_for_nothing():
    hits(many_links, THREE, author={**TRUSTED, "proven": False})


@pytest.mark.parametrize(
    "name", ["https://pills.example", "best-casino.com", "www.купить.example", "Slots (slots.xyz)"]
)
def test_an_address_for_a_name(name):
    hits(link_in_name, name=name)


@pytest.mark.parametrize("name", ["Alice", "J.R. Tolkien", "Dr.med. Müller", "Н.В. Гоголь", "محمد", "王芳", ""])
def test_a_name(name):
    misses(link_in_name, name=name)


def test_a_link_through_a_shortener():
    assert hits(shortened_link, "Schau mal: https://bit.ly/abc").params == {"host": "bit.ly"}
    hits(shortened_link, "см. www.tinyurl.com/abc")
    misses(shortened_link, "https://www.daily.example/bit.ly")


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/x",
        "see: https://a.example/x",
        '<a href="http://a.example">http://a.example</a>',
        "看 http://a.example",
    ],
)
def test_a_link_and_hardly_a_word(text):
    hits(only_links, text)


@pytest.mark.parametrize(
    "text",
    [
        "No link",
        "There is more at https://a.example/x",
        "你可以看下这篇文章 http://a.example",
        "ещё подробнее об этом: http://a.example",
    ],
)
def test_a_link_with_words(text):
    misses(only_links, text)


def test_a_link_that_shows_another_address():
    finding = hits(other_host_shown, 'login: <a href="http://evil.example.net">www.bank.co.uk</a>')
    assert finding.params == {"shown": "www.bank.co.uk", "host": "evil.example.net"}


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://www.bank.co.uk/x">bank.co.uk</a>'.replace("bank.co.uk</a>", "www.bank.co.uk</a>"),
        '<a href="https://m.blog.com/x">www.blog.com</a>',
        '<a href="https://пример.example/">читать дальше</a>',
        "https://a.example",
    ],
)
def test_a_link_that_shows_where_it_leads(text):
    misses(other_host_shown, text)


@pytest.mark.parametrize(
    "text", ["[url=http://a.example]купить[/url]", "[URL]http://a.example[/URL]", "[link=http://a.example]"]
)
def test_bbcode(text):
    hits(bbcode_links, text)


@pytest.mark.parametrize("text", ["see [1] and [2]", "[sic] и [прим.]", "[b]fett[/b]", "arr[url]"[:3]])
def test_other_brackets(text):
    misses(bbcode_links, text)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example/?ref=anna",
        "https://a.example/invite/77",
        "https://a.example/register?code=1",
        "http://a.example/wp-content/x/pay.php",
        "https://a.example/setup.apk",
    ],
)
def test_bad_paths(address):
    assert shown(hits(bad_path, f"ici {address} merci"), f"ici {address} merci") == [address]


@pytest.mark.parametrize(
    "text", ["https://a.example/reference/7", "https://a.example/wp-content/a.png", "ftp://a.example", "kein Link"]
)
def test_good_paths(text):
    misses(bad_path, text)


def test_a_link_on_a_keyword_of_its_address():
    text = 'good <a href="http://a.example/garden-chairs/">garden chairs</a> here'
    assert hits(keyword_link, text).params == {"words": "garden chairs", "links": 1}


@pytest.mark.parametrize(
    "text",
    [
        '<a href="http://a.example/garden-chairs/">here</a>',
        '<a href="http://a.example/1974">статья об этом</a>',
        "http://a.example/garden",
        "no link",
    ],
)
def test_a_link_on_other_words(text):
    misses(keyword_link, text)


def test_an_address_that_says_what_it_sells():
    assert hits(sales_address, "там https://best-casino.example/").params == {"host": "best-casino.example"}
    hits(sales_address, "https://a.example/skin-cream-reviews")


@pytest.mark.parametrize("text", ["https://zeitung.example/politik/2020", "https://a.example/história", "casino"])
def test_an_address_that_sells_nothing(text):
    misses(sales_address, text)
