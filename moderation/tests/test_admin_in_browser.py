"""The admin in a real browser: a moderator's walk, and what hostile readers leave there."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from comments.models import Author, Comment, Status
from comments.posting import From, edit_comment
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.examination import examine_comment
from moderation.models import Decision, FindingRecord, PolicyVersion, ReasonWording, Standing, Term
from moderation.presets import BALANCED
from moderation.reviewing import review
from moderation.tests.staff import make_administrator, make_lead

pytestmark = pytest.mark.browser

PASSWORD = "a password for the tests"
LINKS = "See http://a.example and http://b.example and http://c.example"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}}

# What a script of a reader would do first.
HOOKS = """
for (const name of ["alert", "confirm", "prompt", "print"])
  window[name] = () => { window.executed = true; return null; };
document.addEventListener("securitypolicyviolation", violation =>
  console.error("Policy violation: " + violation.effectiveDirective + " " + violation.blockedURI));
"""
EVIL = [
    "<img src=http://evil.example/pixel onerror=alert(1)>",
    '"><script>alert(1)</script><svg onload=alert(1)>',
    "'-alert(1)-'{{ 7*7 }}{% debug %}<style>*{background:url(http://evil.example/)}</style>",
    "javascript:alert(1)//\u202egnp.exe",
]


@pytest.fixture
def server(committing, live_server, settings):
    settings.SITE_URL = live_server.url
    return live_server


@pytest.fixture
def open_browser(chromium, server):
    """Open the browser of a member of staff, in which nothing of readers may run or be loaded."""
    contexts, complaints = [], []

    def open_(username: str = "bob", **options) -> Page:
        contexts.append(chromium.new_context(base_url=server.url, **options))
        page = contexts[-1].new_page()
        page.add_init_script(HOOKS)
        page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda asked: None if asked.url.startswith(server.url) else complaints.append(asked.url))
        page.goto("/admin/")
        page.locator("#id_username").fill(username)
        page.locator("#id_password").fill(PASSWORD)
        page.locator("#login-form [type=submit]").click()
        return page

    yield open_
    for context in contexts:
        for page in context.pages:
            assert not page.evaluate("window.executed")
        context.close()
    assert complaints == []


def held(body: str = LINKS, **fields) -> Comment:
    comment = make_comment(body=body, **fields)
    examine_comment(comment.pk, timezone.now())
    return Comment.objects.get(pk=comment.pk)


def test_a_moderator_finds_what_waits_and_rejects_it_with_a_reason(open_browser):
    ReasonWording.objects.create(site=make_site(), reason="spam", label="Cold meat")
    make_lead()
    comment = held(name="Mallory")
    page = open_browser()
    page.get_by_role("link", name="1 held for a person").click()
    page.get_by_role("link", name=LINKS).click()
    expect(page.get_by_role("heading", name="Comment by Mallory")).to_be_visible()
    expect(page.locator("mark").first).to_contain_text("http://a.example")
    expect(page.get_by_role("region", name="Findings")).to_contain_text("As many as 3 links.")
    page.get_by_role("button", name="Reject").click()
    assert Comment.objects.get(pk=comment.pk).status == Status.HELD  # the browser asks for the reason
    page.get_by_label("Reason").select_option("Cold meat")
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_text("The comment by Mallory is now “rejected”.")).to_be_visible()
    assert Decision.objects.latest("pk").reason == "spam"


def test_a_wrong_decision_is_undone(open_browser):
    make_lead()
    comment = held()
    page = open_browser()
    page.goto(f"/admin/comments/comment/{comment.pk}/change/")
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("link", name="Look at it again, or undo").click()
    page.get_by_role("button", name="Undo: back to “held”").click()
    expect(page.get_by_text("is now “held”")).to_be_visible()
    assert Decision.objects.latest("pk").reverses_id


def test_of_two_moderators_the_second_reads_what_the_first_decided(open_browser):
    make_lead("bob"), make_lead("dora")
    comment = held()
    bob, dora = open_browser("bob"), open_browser("dora")
    for page in (bob, dora):
        page.goto(f"/admin/comments/comment/{comment.pk}/change/")
    bob.get_by_label("Reason").select_option("spam")
    bob.get_by_role("button", name="Reject").click()
    dora.get_by_role("button", name="Approve").click()
    expect(dora.get_by_role("alert")).to_contain_text("Decided by bob as “rejected” (spam)")
    assert Comment.objects.get(pk=comment.pk).status == Status.REJECTED


def test_ticked_comments_are_approved_together(open_browser):
    make_lead()
    for number in range(3):
        held(f"{LINKS} {number}", email=f"{number}@mail.example")
    page = open_browser()
    page.goto("/admin/comments/comment/")
    page.locator("#action-toggle").check()
    page.locator("select[name=action]").select_option("Approve")
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_text("3 comments are now “published”.")).to_be_visible()


def test_a_mistake_in_a_policy_is_told_and_the_next_try_is_in_force(open_browser):
    make_lead()
    page = open_browser()
    page.goto("/admin/moderation/policyversion/add/")
    field = page.get_by_label("Policy")
    written = field.input_value()
    field.fill(written.replace('"hold": 5', '"hold": "five"'))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("thresholds.hold: must be a number")).to_be_visible()
    field.fill(written.replace('"hold": 5', '"hold": 6'))
    page.get_by_role("button", name="Save", exact=True).click()
    assert PolicyVersion.objects.get().data["thresholds"]["hold"] == 6


@pytest.fixture
def hostile_world(server):
    """Evil in every field that a reader or a site can fill, and in those that no form of ours would take."""
    site = make_site(name=EVIL[0], guidelines=EVIL[1])
    thread = make_thread(site, EVIL[2], title=EVIL[0], section=EVIL[1], url="javascript:alert(1)")
    make_comment(thread, " ".join(EVIL), name=EVIL[1], email="evil@mail.example")
    comment = held(" ".join([*EVIL, LINKS]), thread=thread, name=EVIL[0], email="evil@mail.example")
    Author.objects.update(name=EVIL[1])
    FindingRecord.objects.filter(code="links.many").update(params={"links": EVIL[0]}, code=EVIL[1], family=EVIL[2])
    FindingRecord.objects.create(
        revision=comment.latest_revision,
        decision_id=Decision.objects.latest("pk").pk,
        code="terms.banned",
        family="terms",
        rule_version=1,
        params={"terms": EVIL, "count": 4},
        spans=[[0, 20], [10, 60], [50, 9999]],
    )
    Standing.objects.create(author=comment.author, kind="watched")
    Term.objects.create(site=site, list="banned", text=EVIL[0])
    ReasonWording.objects.create(site=site, reason="spam", label=EVIL[1], explanation=EVIL[0])
    PolicyVersion.objects.create(site=site, number=1, data=BALANCED | {"reject_on": EVIL})
    lead = make_lead(EVIL[0][:150], site, sees_personal_data=True)
    type(lead).objects.filter(pk=lead.pk).update(first_name=EVIL[0], last_name=EVIL[1])
    read = Comment.objects.select_related("thread__site", "latest_revision", "public_revision").get(pk=comment.pk)
    review(read, to_status=Status.PUBLISHED, by=lead, now=timezone.now())
    edit_comment(comment.pk, EVIL[1], From(user_agent=EVIL[0], referrer="javascript:alert(1)"), timezone.now())
    make_comment(thread, EVIL[0], Status.HELD, parent=comment, name=EVIL[2])
    make_administrator()
    return comment


def test_nothing_that_readers_wrote_runs_or_loads_anywhere(open_browser, hostile_world):
    page = open_browser("charlie")
    for path in _every_page(hostile_world):
        response = page.goto(path)
        assert response.status == 200, path
        assert not page.evaluate("window.executed"), path
        assert not page.locator("a[href^='javascript' i], img[src*='evil'], [onerror], [onload]").count(), path
        assert " style=" not in response.text(), path


def test_links_in_a_comment_are_the_only_ones_that_lead_away(open_browser, hostile_world):
    page = open_browser("charlie")
    page.goto(f"/admin/comments/comment/{hostile_world.pk}/change/")
    away = "a[href^='http']:not(.shown a)"
    assert page.locator(away).count() == 0


def _every_page(comment: Comment) -> list[str]:
    """The lists, and the pages of the rows that hold evil."""
    rows = [comment.thread.site, comment.thread, comment.author, *Comment.objects.all(), *Decision.objects.all()]
    rows += [*Standing.objects.all(), *Term.objects.all(), *ReasonWording.objects.all(), *PolicyVersion.objects.all()]
    models = {type(row) for row in rows}
    lists = [f"/admin/{model._meta.app_label}/{model._meta.model_name}/" for model in models]
    pages = [f"/admin/{row._meta.app_label}/{row._meta.model_name}/{row.pk}/change/" for row in rows]
    filtered = [
        f"/admin/comments/comment/?status=all&author={comment.author_id}&thread={comment.thread_id}",
        "/admin/comments/comment/?status=all&q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/admin/moderation/policyversion/add/?site=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ]
    return ["/admin/", *lists, *pages, *filtered, f"/admin/comments/thread/{comment.thread_id}/history/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["en", "he"])
def test_our_pages_are_accessible_and_fit_the_screen(open_browser, scheme, width, language):
    make_lead(sees_personal_data=True)
    comment = held(f"{LINKS} {'Donaudampfschiff' * 30}", name="W" * 100)
    make_comment(parent=None, body="Another one.", status=Status.PUBLISHED)
    # The examination of accessibility brings a style sheet of its own, which the policy would rightly refuse.
    page = open_browser(color_scheme=scheme, viewport={"width": width, "height": 800}, locale=language, bypass_csp=True)
    for path in ("/admin/", "/admin/comments/comment/", f"/admin/comments/comment/{comment.pk}/change/"):
        page.goto(path)
        assert page.evaluate("document.dir") == ("rtl" if language == "he" else "ltr")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        inside = "#content" if path.endswith("change/") else ".waiting" if path == "/admin/" else "#result_list tbody"
        found = Axe().run(page, context=inside, options=WCAG).response["violations"]
        assert not found, [(each["id"], [node["html"] for node in each["nodes"]][:3]) for each in found]
