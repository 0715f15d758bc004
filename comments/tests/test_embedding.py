"""Reading what a page says of its article."""

from datetime import UTC, date, datetime

import pytest

from comments.embedding import BadDescription, describe_thread
from comments.form_token import ThreadFacts
from comments.tests.builders import thread_facts

ARTICLE = {"site": "daily", "id": "article", "url": "https://daily.example/article", "title": "An article"}


def test_what_is_needed_is_enough():
    assert describe_thread(ARTICLE) == thread_facts()


def test_everything_that_a_page_may_say():
    said = ARTICLE | {
        "section": "Opinion",
        "language": "pt-BR",
        "published": datetime(2026, 5, 4, 9, 30, tzinfo=UTC),
        "authors": ["Alice", "Bob"],
    }
    assert describe_thread(said) == ThreadFacts(
        **ARTICLE,
        section="Opinion",
        language="pt-br",
        published="2026-05-04T09:30:00+00:00",
        authors=["Alice", "Bob"],
    )


def test_a_number_will_do_as_an_id():
    assert describe_thread(ARTICLE | {"id": 0}).id == "0"


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_an_optional_value_may_be_empty(nothing):
    said = ARTICLE | dict.fromkeys(("section", "language", "published", "authors"), nothing)
    assert describe_thread(said) == thread_facts()


@pytest.mark.parametrize("authors", ["Alice, Bob", "Alice,Bob, ", ("Alice", " Bob"), {"Alice": 1, "Bob": 2}])
def test_authors_are_a_list_or_separated_by_commas(authors):
    assert describe_thread(ARTICLE | {"authors": authors}).authors == ["Alice", "Bob"]


@pytest.mark.parametrize("published", ["2026-05-04T09:30", "2026-05-04", date(2026, 5, 4)])
def test_a_moment_is_kept_as_it_was_said(published):
    assert describe_thread(ARTICLE | {"published": published}).published.startswith("2026-05-04")


def test_what_is_only_shown_is_cut():
    facts = describe_thread(ARTICLE | {"title": "t" * 501, "section": "s" * 101})
    assert (len(facts.title), len(facts.section)) == (500, 100)


def test_what_cannot_be_stored_is_left_out_of_a_title():
    assert describe_thread(ARTICLE | {"title": "A\0n art\ud800icle"}).title == "An art?icle"


@pytest.mark.parametrize("name", ["site", "id", "url", "title"])
@pytest.mark.parametrize("nothing", [None, "", " "])
def test_a_missing_value_is_named(name, nothing):
    with pytest.raises(BadDescription, match=f"missing or empty: {name}"):
        describe_thread(ARTICLE | {name: nothing})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("id", "x" * 201),
        ("id", "a\0"),
        ("id", "\ud800"),
        ("site", "a\0"),
        ("url", "/article"),
        ("url", "//daily.example/article"),
        ("url", "javascript:alert(1)"),
        ("url", "https:///article"),
        ("url", "https://[daily.example/"),
        ("url", "https://daily.example/\0"),
        ("url", "https://daily.example/" + "x" * 1979),
        ("language", "English (UK)"),
        ("language", "e"),
        ("language", "en_GB"),
        ("language", "en" + "-abcdefgh" * 4),
        ("published", "yesterday"),
        ("published", "2026-13-45T99:00"),
        ("published", True),
    ],
)
def test_a_value_that_cannot_be_right_is_refused_by_name(name, value):
    with pytest.raises(BadDescription, match=name):
        describe_thread(ARTICLE | {name: value})


def test_an_unknown_name_is_refused_and_the_known_ones_told():
    with pytest.raises(BadDescription, match=r"no lang, only authors, id, language"):
        describe_thread(ARTICLE | {"lang": "en"})


def test_a_misspelt_name_is_refused_even_when_it_is_empty():
    with pytest.raises(BadDescription, match="lang"):
        describe_thread(ARTICLE | {"lang": ""})
