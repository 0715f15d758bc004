import pytest

from comments.markup import to_safe_html
from comments.tests.html_in_browser import browser_page as open_browser_page
from comments.tests.html_in_browser import chromium_path, happenings
from comments.tests.markup_vectors import DECEPTIVE, VECTORS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser_page():
    with open_browser_page(chromium_path()) as page:
        yield page


def test_a_comment_only_shows(browser_page):
    assert happenings(browser_page, [to_safe_html("Well <b>said</b>, see https://example.org/").html]) == {}


def test_attacks_only_show(browser_page):
    assert happenings(browser_page, [to_safe_html(vector).html for vector in VECTORS.values()]) == {}


def test_the_browser_notices_every_attack_that_is_let_through(browser_page):
    happened = happenings(browser_page, list(VECTORS.values()))
    unnoticed = {name for index, name in enumerate(VECTORS) if index not in happened}
    assert unnoticed == DECEPTIVE
    kinds = {what.partition(":")[0] for found in happened.values() for what in found}
    assert kinds == {"script", "request", "navigation", "content"}
