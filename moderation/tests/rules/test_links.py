import pytest

from moderation.rules.links import link_in_name, links_present, many_links
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
