"""What the section with the comments on an article shows, and to whom."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, Mode, Site, Status
from comments.publication import withdraw
from comments.tests.builders import make_comment, make_site, make_thread
from comments.tests.rendering import INCLUDE, render, text_of, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def daily():
    return make_site()


def stylesheet() -> str:
    return Path(finders.find("css/comments.css")).read_text()


# The form


def test_the_form_asks_for_what_it_needs():
    html = render(INCLUDE)
    assert '<h2 id="comments-heading">Comments About This Article</h2>' in html
    words = text_of(html)
    for said in (
        "Please fill the fields below.",
        "Name Required.",
        "E-mail Required. Never shown.",
        "Comment Required. Up to 5,000 characters.",
        "Remember me on this device",
        "Community guidelines",
    ):
        assert said in words


def test_fields_have_labels_and_say_what_they_need():
    html = render(INCLUDE)
    for name in ("name", "email", "comment"):
        assert f'<label for="comment-form-{name}">' in html
        assert re.search(rf'<(input|textarea)[^>]* name="{name}"[^>]* required', html)
    assert not re.search(r'name="remember"[^>]*(required|checked)', html)
    assert re.search(r'name="comment"[^>]*aria-describedby="comment-form-comment_helptext"', html)


def test_the_length_limit_is_the_settings(settings):
    settings.COMMENTS_MAX_LENGTH = 12_000
    assert "Up to 12,000 characters." in render(INCLUDE)


def test_an_optional_email_is_not_marked_as_required(settings):
    settings.COMMENTS_REQUIRE_EMAIL = False
    assert "E-mail Never shown." in text_of(render(INCLUDE))


def test_nobody_meets_the_honeypot():
    html = render(INCLUDE)
    trap = re.search(r'<p class="([\w-]+)" aria-hidden="true">(.*?)</p>', html, re.S)
    assert 'name="website" tabindex="-1" autocomplete="off"' in trap[2]
    assert f".{trap[1]} {{ display: none; }}" in stylesheet()


def test_nothing_in_the_section_needs_what_a_strict_policy_forbids():
    html = render(INCLUDE)
    assert not re.search(r"<script|<style|\sstyle=|\son\w+=|https?://(?!daily\.example)", html)
    assert not re.search(r"@import|url\(|@font-face", stylesheet())


def test_a_closed_thread_says_so_and_has_no_form():
    make_comment(make_thread(), status=Status.PUBLISHED)
    make_site().threads.update(mode=Mode.CLOSED)
    html = render(INCLUDE)
    assert "This article takes no more comments." in html
    assert "<form" not in html
    assert html.count("<article") == 1


# The comments


def test_an_article_without_comments_invites_the_first():
    html = render(INCLUDE)
    assert "No comments yet. Be the first to write one." in html
    assert "0 comments" not in html


def test_a_comment_begins_with_its_name_and_the_link_to_itself():
    comment = make_comment(body="So <b>true</b>.", status=Status.PUBLISHED, name="Alice <3")
    html = " ".join(render(INCLUDE).split())
    assert f'<article class="anteroom-comment" id="comment-{comment.public_id}"> <h3 class="anteroom-by">' in html
    assert f'<bdi>Alice &lt;3</bdi> <a href="#comment-{comment.public_id}"><time datetime="' in html
    assert '<div class="anteroom-body" dir="auto"><p>So <b>true</b>.</p></div>' in html
    assert "1 comment</a>" in html


def test_replies_are_lists_within_lists_and_their_headings_go_deeper():
    parent = make_comment(status=Status.PUBLISHED)
    for _ in range(4):
        parent = make_comment(parent=parent, status=Status.PUBLISHED)
    html = render(INCLUDE)
    assert [int(level) for level in re.findall(r"<h(\d) class=\"anteroom-by\"", html)] == [3, 4, 5, 6, 6]
    assert html.count('<ol class="anteroom-replies">') == 3
    assert "5 comments" in html


def test_a_withdrawn_comment_leaves_its_place_to_its_replies():
    parent = make_comment(body="Regretted.", status=Status.PUBLISHED, name="Bob")
    make_comment(body="Answered.", parent=parent, status=Status.PUBLISHED)
    withdraw(Comment.objects.get(pk=parent.pk), timezone.now())
    html = render(INCLUDE)
    assert "Regretted." not in html
    assert "Bob" not in html
    assert html.index("This comment is no longer here.") < html.index("Answered.")


@pytest.mark.parametrize("status", [Status.PENDING, Status.HELD, Status.REJECTED])
def test_what_is_not_published_is_not_there(status):
    make_comment(body="Unseen.", status=status, name="Bob")
    html = render(INCLUDE)
    assert "Unseen." not in html
    assert "Bob" not in html
    assert "Be the first" in html


def test_a_long_thread_goes_on_elsewhere(client, settings):
    settings.COMMENTS_PAGE_SIZE = 2
    for number in range(3):
        make_comment(body=f"Remark {number}.", status=Status.PUBLISHED)
    html = render(INCLUDE)
    assert "Remark 2." in html
    assert "Remark 0." not in html
    more = re.search(r'class="anteroom-more" href="([^"]+)"', html)[1].replace("&amp;", "&")
    onward = client.get(more).content.decode()
    assert "Remark 0." in onward
    assert "anteroom-more" not in onward
    assert onward.count("comments.css") == 1


# Whose page it is


def test_its_author_alone_sees_a_waiting_comment(client):
    make_site("demonstration")
    form = {"name": "Alice", "email": "alice@mail.example", "comment": "Mine <b>alone</b>.\n\nYet."}
    form["token"] = token_of(client.get("/").content.decode())
    assert client.post(reverse("comments:post"), form).status_code == 303
    mine = client.get("/")
    assert "Only you can see this comment." in mine.content.decode()
    assert "<p>Mine &lt;b&gt;alone&lt;/b&gt;.</p>" in mine.content.decode()
    assert {"private", "no-store"} <= set(mine["Cache-Control"].split(", "))
    client.cookies.clear()
    assert "Only you" not in client.get("/").content.decode()


def test_a_shared_page_is_the_same_for_everybody(client):
    make_site("demonstration")
    first = client.get("/", headers={"User-Agent": "One", "Accept-Language": "de"})
    client.cookies["sessionid"] = "nobody-s"
    second = client.get("/", headers={"User-Agent": "Two", "Accept-Language": "ar"})
    assert first.content == second.content
    for response in (first, second):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert "private" not in response.get("Cache-Control", "")


def test_a_forged_cookie_changes_nothing(client):
    make_site("demonstration")
    waiting = make_comment(make_thread(make_site("demonstration"), "benches"))
    plain = client.get("/").content
    client.cookies["anteroom_own"] = f"[{waiting.pk}]:forged"
    client.cookies["anteroom_remembered"] = "forged"
    assert client.get("/").content == plain


def test_the_section_costs_four_queries_whatever_it_holds(django_assert_num_queries):
    parent = make_comment(status=Status.PUBLISHED)
    for _ in range(5):
        make_comment(parent=parent, status=Status.PUBLISHED)
        make_comment(status=Status.PUBLISHED)
    with django_assert_num_queries(4):
        assert "11 comments" in render(INCLUDE)


def test_an_article_without_comments_costs_two(django_assert_num_queries):
    with django_assert_num_queries(2):
        render(INCLUDE)


# Languages


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("fa-ir", "rtl"), ("tlh", "ltr")])
def test_the_section_has_the_language_of_the_article(language, direction):
    html = render(INCLUDE.replace(" %}", f' language="{language}" %}}'))
    assert f'lang="{language}" dir="{direction}"' in html


def test_without_a_language_the_sites_is_taken():
    Site.objects.update(language="ar")
    assert 'lang="ar" dir="rtl"' in render(INCLUDE)


# Weight


def test_the_section_is_light():
    html = render(INCLUDE)
    assert len(stylesheet()) < 8 * 1024
    assert len(gzip.compress(html.encode())) + len(gzip.compress(stylesheet().encode())) < 5 * 1024
    assert len(re.findall(r"<link|<script|<img|<iframe", html)) == 1
