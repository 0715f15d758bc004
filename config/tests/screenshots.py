"""Take the pictures in docs/screenshots: `.venv/bin/python -m pytest config/tests/screenshots.py`.

Not collected among the tests, but run as one: the tests' database, server and browser make it a single command that
needs nothing running, touches nobody's data, and gives the same pictures every time.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from comments.identity import own_page_token
from comments.models import Comment, Status, Thread
from comments.tests.builders import make_comment, make_site, make_thread

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
FIRST_POSTED_AT = datetime(2026, 5, 4, 9, 12, tzinfo=UTC)
BETWEEN = timedelta(minutes=73)

WINDOWS = """I live behind one of those windows, so thank you for asking. Three things would help more than any bench:

<ul><li>a lamp, so that nobody feels alone with the noise,</li><li>a bin, since the bottles have to go somewhere,</li>\
<li>a telephone number that somebody answers.</li></ul>

<blockquote>Where a bench keeps people awake, move it.</blockquote>

Gladly. But write down <em>who</em> moves it, and by when."""
POST_OFFICE = (
    "The one outside the old post office. It went for a cable trench, “for six weeks”, and that was four years ago. "
    "My mother has not walked to the market since. Two hundred metres is nothing until you carry potatoes."
)
CANAL = "The one by the canal, under the two limes. It had the best shade in town, and nobody to complain."

# Name, words, and how many levels below the first comment of the conversation.
ENGLISH = [
    ("Charlie", WINDOWS, 0),
    ("Alice", POST_OFFICE, 0),
    ("Bob", "My father plans his day by the seats that are left. He could draw you the map.", 1),
    ("Alice", "Then let him draw it! I would walk it with a notebook and count what is missing.", 2),
    ("Charlie", "Count me in, as long as the map says which ones stand under bedroom windows.", 3),
    ("Bob", "“Arms to push up from” is the part that planners forget. Thank you.", 0),
]
ARABIC = [
    ("أليس", "أشتاق إلى المقعد الذي كان أمام المكتبة. كان جدّي يقرأ عليه الجريدة كل صباح.", 0),
    ("بوب", "وهل بقي في ذلك الشارع مكان آخر للجلوس؟", 1),
    ("أليس", "درج المكتبة فقط، وهو في الشمس.", 2),
]


@pytest.fixture
def thread(committing, live_server, settings) -> Thread:
    """The thread under the demonstration's English article, with a discussion, as there is one under the Arabic."""
    settings.SITE_URL = live_server.url
    site = make_site("demonstration", name="The Demonstration", origins=[live_server.url])
    thread = make_thread(site, "benches", title="Give the street its benches back", language="en")
    discuss(thread, ENGLISH)
    discuss(make_thread(site, "benches-ar", language="ar"), ARABIC)
    return thread


def discuss(thread: Thread, said: list[tuple[str, str, int]]) -> None:
    above: list[Comment] = []
    for number, (name, body, depth) in enumerate(said):
        parent = above[depth - 1] if depth else None
        comment = make_comment(thread, body, Status.PUBLISHED, parent, name=name)
        above[depth:] = [comment]
        post_at(comment, number)


def post_at(comment: Comment, number: int) -> None:
    Comment.objects.filter(pk=comment.pk).update(created_at=FIRST_POSTED_AT + number * BETWEEN)


@pytest.fixture
def open_page(chromium, live_server, thread):
    def open_(path: str, width: int, height: int, **options) -> Page:
        window = {"width": width, "height": height}
        page = chromium.new_context(base_url=live_server.url, viewport=window, **options).new_page()
        page.goto(path)
        return page

    return open_


def take(page: Page, name: str, place: str = "body", above: int = 0) -> None:
    """Take a picture of what the window shows when `place` stands `above` pixels under its upper edge."""
    page.locator(place).evaluate("(place, above) => scrollBy(0, place.getBoundingClientRect().top - above)", above)
    page.screenshot(path=FOLDER / f"{name}.png")
    page.context.close()


def test_light(open_page):
    take(open_page("/", 1120, 900), "light", ".anteroom", above=130)


def test_dark(open_page):
    take(open_page("/", 1120, 900, color_scheme="dark"), "dark", ".anteroom-remember", above=40)


def test_narrow(open_page):
    take(open_page("/", 320, 730, device_scale_factor=2), "narrow", ".anteroom-head", above=24)


def test_right_to_left(open_page):
    take(open_page("/ar/", 1120, 900), "right-to-left", ".anteroom-head", above=130)


def test_error(open_page):
    page = open_page("/", 1120, 930)
    page.get_by_label("Name").fill("Alice")
    page.get_by_label("E-mail").fill("alice.mail.example")
    page.get_by_label("Comment", exact=True).fill(CANAL)
    page.get_by_role("button", name="Send").click()
    take(page, "error")


def test_waiting(open_page, thread):
    comment = make_comment(thread, CANAL)
    post_at(comment, len(ENGLISH))
    take(open_page(f"/comments/own/{own_page_token(comment.pk)}/", 1120, 620), "waiting")
