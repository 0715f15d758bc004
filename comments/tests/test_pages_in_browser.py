"""Every page that readers meet, in every state, in a real browser."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from comments.identity import own_page_token
from comments.models import Comment, Mode, Status, Thread
from comments.publication import withdraw
from comments.tests.builders import make_comment, make_site, make_thread
from comments.tests.rendering import INCLUDE, render

pytestmark = pytest.mark.browser

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}
VIEWS = [("light", 1280), ("dark", 320)]

STACKED = "z" + "\u0324\u0330\u0353\u0300\u0301\u0302\u0303" * 12
OVERRIDE = "\u202esdrawkcab\u202e"


@pytest.fixture
def server(committing, live_server, settings):
    settings.SITE_URL = live_server.url
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS)
    settings.COMMENTS_PAGE_SIZE = 20
    make_site("demonstration", origins=[live_server.url])
    make_site()
    return live_server


@pytest.fixture
def open_browser(chromium, server):
    """Open a page of a reader of its own, who must meet no violation of the policy and no script error."""
    contexts, complaints = [], []

    def open_(**options) -> Page:
        contexts.append(chromium.new_context(base_url=server.url, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(open_browser) -> Page:
    return open_browser()


def demonstration_thread(**fields) -> Thread:
    return make_thread(make_site("demonstration"), fields.pop("external_id", "benches"), **fields)


def discuss(thread: Thread) -> None:
    """Fill a thread with everything that a thread can show."""
    parent = make_comment(thread, "A <b>bold</b> claim.", Status.PUBLISHED, name="Alice")
    for number in range(4):
        parent = make_comment(thread, f"Answer {number}.", Status.PUBLISHED, parent, name="Bob")
    gone = make_comment(thread, status=Status.PUBLISHED)
    make_comment(thread, "An answer to nothing.", Status.PUBLISHED, gone)
    withdraw(Comment.objects.get(pk=gone.pk), timezone.now())
    make_comment(thread, "Donaudampfschiff" * 40, Status.PUBLISHED, name="W" * 100)
    make_comment(thread, STACKED * 20, Status.PUBLISHED, name=STACKED)
    make_comment(thread, OVERRIDE, Status.PUBLISHED, name=OVERRIDE)
    make_comment(thread, "<ul><li>one</li></ul><pre>" + "x" * 300 + "</pre>", Status.PUBLISHED)
    make_comment(thread, "<blockquote>Said.</blockquote>See https://example.org/" + "a" * 200, Status.PUBLISHED)


def fill(page: Page, comment: str = "A fine article.", email: str = "alice@mail.example") -> None:
    page.get_by_label("Name").fill("Alice")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Comment", exact=True).fill(comment)


def send(page: Page, **fields: str) -> None:
    page.goto("/")
    fill(page, **fields)
    page.get_by_role("button", name="Send").click()


# Every page in every state; each opens it, ready to be judged.


def empty(page: Page) -> None:
    page.goto("/")


def full(page: Page) -> None:
    discuss(demonstration_thread())
    page.goto("/")


def long(page: Page) -> None:
    thread = demonstration_thread()
    for number in range(21):
        make_comment(thread, f"Remark {number}.", Status.PUBLISHED)
    page.goto("/")


def closed(page: Page) -> None:
    discuss(demonstration_thread())
    Thread.objects.update(mode=Mode.CLOSED)
    page.goto("/")


def right_to_left(page: Page) -> None:
    discuss(demonstration_thread(external_id="benches-ar", language="ar"))
    page.goto("/ar/")


def waiting(page: Page) -> None:
    send(page)
    page.goto("/")


def errors(page: Page) -> None:
    send(page, email="alice", comment="")


def refused(page: Page) -> None:
    page.goto("/")
    fill(page)
    page.locator("[name=token]").evaluate("field => field.value = 'forged'")
    page.get_by_role("button", name="Send").click()


def thread(page: Page) -> None:
    discuss(demonstration_thread())
    page.goto("/comments/thread/?site=demonstration&id=benches")


def guidelines(page: Page) -> None:
    page.goto("/comments/guidelines/demonstration/")


def nothing(page: Page) -> None:
    page.goto("/nothing/")


def own(status: str) -> Callable[[Page], None]:
    def open_own(page: Page) -> None:
        comment = make_comment(demonstration_thread(title="T" * 100), "x" * 400, status)
        page.goto(f"/comments/own/{own_page_token(comment.pk)}/")

    open_own.__name__ = f"own {status}"
    return open_own


PLACES = [empty, full, long, closed, right_to_left, waiting, errors, refused, thread, guidelines, nothing]
PLACES += [own(status) for status in Status.values]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_page_is_accessible_and_fits(open_browser, place):
    page = open_browser()
    place(page)
    for scheme, width in VIEWS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == [], f"{scheme}, {width} px"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{scheme}, {width} px"


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=WCAG).response["violations"]
    return [f"{one['id']}: {node['html']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def test_the_check_of_accessibility_can_fail(page):
    page.goto("/")
    page.evaluate("document.querySelector('label[for=comment-form-name]').remove()")
    assert any(violation.startswith("label: ") for violation in violations(page))


# Journeys


def post_with_an_error_first(page: Page) -> None:
    send(page, email="alice", comment="From the first to the last word.")
    expect(page).to_have_title("Error: your comment was not sent yet")
    expect(page.get_by_role("alert")).to_contain_text("Please check the e-mail address")
    expect(page.get_by_label("Comment", exact=True)).to_have_value("From the first to the last word.")
    page.get_by_label("E-mail").fill("alice@mail.example")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="Waiting to be examined")).to_be_visible()
    expect(page.get_by_text("From the first to the last word.")).to_be_visible()
    page.get_by_role("link", name="Back to the article").click()
    expect(page.get_by_text("Only you can see this comment.")).to_be_visible()


def test_a_reader_posts_after_an_error(page):
    post_with_an_error_first(page)


def test_a_reader_without_javascript_posts_after_an_error(open_browser):
    post_with_an_error_first(open_browser(java_script_enabled=False))


def test_a_reader_with_nothing_but_a_keyboard_posts_after_an_error(page):
    page.goto("/")
    stops = tab_to(page, "comment-form-name")
    page.keyboard.type("Alice")
    stops += tab_to(page, "comment-form-email")
    page.keyboard.type("alice")
    stops += tab_to(page, "comment-form-comment")
    page.keyboard.type("Typed without a mouse.")
    stops += tab_to(page, "Send")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your comment was not sent yet")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("E-mail")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("@mail.example")
    stops += tab_to(page, "Send")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Waiting to be examined")).to_be_visible()
    assert "comment-form-website" not in stops


def tab_to(page: Page, goal: str) -> list[str]:
    """Press Tab until the focus is there; everything on the way must show that it has the focus."""
    stops: list[str] = []
    while goal not in stops:
        assert len(stops) < 40, f"{goal} cannot be reached: {stops}"
        page.keyboard.press("Tab")
        stop, outline = page.evaluate(
            "[document.activeElement.id || document.activeElement.innerText,"
            " getComputedStyle(document.activeElement).outlineStyle]"
        )
        assert outline != "none", f"nobody sees that {stop} has the focus"
        stops.append(stop)
    return stops


def test_a_reader_who_asks_for_it_is_remembered(page):
    page.goto("/")
    page.get_by_label("Remember me on this device").check()
    fill(page)
    page.get_by_role("button", name="Send").click()
    page.goto("/")
    expect(page.get_by_label("Name")).to_have_value("Alice")
    expect(page.get_by_label("E-mail")).to_have_value("alice@mail.example")


def test_a_permalink_leads_to_its_comment(page):
    demonstration = demonstration_thread()
    comment = make_comment(demonstration, "Here.", Status.PUBLISHED)
    make_comment(demonstration, "There.", Status.PUBLISHED)
    page.goto("/")
    page.locator(f"#comment-{comment.public_id} a").first.click()
    assert page.url.endswith(f"#comment-{comment.public_id}")
    expect(page.get_by_text("Here.", exact=True)).to_be_in_viewport()


def test_guidelines_open_beside_the_form(page):
    page.goto("/")
    fill(page)
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Community guidelines").click()
    expect(popup.value.get_by_role("heading", name="Community guidelines")).to_be_visible()
    expect(page.get_by_label("Name")).to_have_value("Alice")


# What it looks like


def test_right_to_left_is_mirrored(page):
    right_to_left(page)
    form, label = (page.locator(place).bounding_box() for place in (".anteroom-form", "label[for=comment-form-name]"))
    assert label["x"] + label["width"] == pytest.approx(form["x"] + form["width"], abs=1)
    outer, inner = page.locator(".anteroom-replies").first.bounding_box(), page.locator(".anteroom-replies li").first
    assert inner.bounding_box()["x"] == pytest.approx(outer["x"], abs=1)
    assert inner.bounding_box()["width"] < outer["width"] - 5


def test_each_comment_has_the_direction_of_its_words(page):
    thread = demonstration_thread()
    make_comment(thread, "مقعد قديم تحت شجرة.", Status.PUBLISHED, name="Alice")
    make_comment(thread, "An old bench.", Status.PUBLISHED, name="Bob")
    page.goto("/")
    directions = "bodies => bodies.map(body => getComputedStyle(body).direction)"
    assert page.locator(".anteroom-body").evaluate_all(directions) == ["ltr", "rtl"]


@pytest.mark.parametrize("name", ["Alice", STACKED, OVERRIDE], ids=["plain", "stacked", "override"])
def test_a_comment_disturbs_no_other(page, name):
    """Whatever stands in one comment, the next looks the same."""
    thread = demonstration_thread()
    below = make_comment(thread, "The same as ever.", Status.PUBLISHED, name="Bob")
    above = make_comment(thread, "What it says does not matter.", Status.PUBLISHED, name="Alice")
    page.goto("/")
    before = page.locator(f"#comment-{below.public_id}").screenshot()
    Comment.objects.filter(pk=above.pk).update(name=name, html=f"<p>{name}</p>")
    page.reload()
    assert page.locator(f"#comment-{below.public_id}").screenshot() == before


def test_nothing_moves_while_the_page_loads_and_nothing_comes_from_elsewhere(page, server):
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server.url)))
    full(page)
    shifts = page.evaluate(
        "new Promise(tell => new PerformanceObserver(list => tell(list.getEntries().length))"
        ".observe({type: 'layout-shift', buffered: true}) || setTimeout(() => tell(0), 500))"
    )
    assert shifts == 0
    # The icon belongs to the demonstration; a browser asks for it when it likes.
    styles, pictures = ["/static/css/demonstration.css", "/static/css/comments.css"], ["/static/img/bench.svg"]
    assert sorted({*asked} - {"/static/img/icon.svg"}) == sorted(["/", *styles, *pictures])


# On pages of other designs

RESET = (
    "*, ::before, ::after {box-sizing: border-box; border-width: 0; border-style: solid} "
    "ol, ul {list-style: none; margin: 0; padding: 0} button, input, textarea {font: inherit; color: inherit; "
    "padding: 0; background: transparent; border: 0} h1, h2, h3, h4, h5, h6 {font-size: inherit; font-weight: inherit} "
    "p {margin: 0}"
)
DESIGNS = {
    "white": "body {background: #fff; color: #222}",
    "black": "body {background: #0c0c0c; color: #ddd} a {color: #9cf}",
    "sepia": "body {background: #f3e7d0; color: #3b2b1a; font: 20px serif}",
    "reset": RESET,
}


def on_a_page_of(page: Page, server, design: str) -> None:
    discuss(make_thread())
    body = f"<!doctype html><html lang=en><title>The Daily</title><style>{design}</style>{render(INCLUDE)}"
    page.route(server.url + "/daily/", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto("/daily/")


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_section_can_be_read_on_any_background(page, server, design, scheme):
    page.emulate_media(color_scheme=scheme)
    on_a_page_of(page, server, design)
    assert violations(page) == []


def test_a_reset_leaves_the_sections_structure(page, server):
    on_a_page_of(page, server, RESET)
    outer, inner = (page.locator(place).first.bounding_box() for place in (".anteroom-list", ".anteroom-replies li"))
    assert inner["x"] - outer["x"] > 10
    assert page.get_by_role("button", name="Send").bounding_box()["height"] >= 44
    assert page.locator("#comment-form-name").evaluate("field => getComputedStyle(field).borderTopStyle") == "solid"


def test_a_site_sets_colours_and_fonts(page, server):
    on_a_page_of(page, server, ":root {--anteroom-accent: rgb(1, 2, 3); --anteroom-heading-font: fantasy}")
    style = "(element, name) => getComputedStyle(element)[name]"
    assert page.get_by_role("button", name="Send").evaluate(style, "backgroundColor") == "rgb(1, 2, 3)"
    assert page.locator("#comments-heading").evaluate(style, "fontFamily") == "fantasy"


def test_a_sites_own_rules_win(page, server):
    on_a_page_of(page, server, "h2 {font-size: 50px}")
    assert page.locator("#comments-heading").evaluate("heading => getComputedStyle(heading).fontSize") == "50px"
