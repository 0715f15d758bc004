"""The pages of our own that readers meet: after posting, after an error, and around the thread."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from comments.form_token import sign_thread
from comments.identity import own_page_token
from comments.models import Comment, Site, Status
from comments.publication import withdraw
from comments.tests.builders import make_comment, make_site, make_thread, move, thread_facts
from comments.tests.rendering import text_of

pytestmark = pytest.mark.django_db


def own_page(client, comment: Comment) -> str:
    return client.get(reverse("comments:own", args=[own_page_token(comment.pk)])).content.decode()


def send(client, **fields: str):
    make_site()
    form = {"name": "Alice", "email": "alice@mail.example", "comment": "A fine article."} | fields
    form.setdefault("token", sign_thread(thread_facts(), timezone.now()))
    return client.post(reverse("comments:post"), form)


# The author's own page


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.PENDING, "Waiting to be examined"),
        (Status.HELD, "Waiting for a moderator"),
        (Status.PUBLISHED, "Read your comment under the article"),
        (Status.REJECTED, "Not published"),
    ],
)
def test_the_own_page_says_where_the_comment_stands(client, status, words):
    page = own_page(client, make_comment(body="Dear <all>,\n\nyes.", status=status))
    assert words in text_of(page)
    assert "<p>Dear &lt;all&gt;,</p>" in page
    assert "Bookmark it" in page
    assert 'content="noindex"' in page
    assert '<a href="https://daily.example/article">Back to the article</a>' in page


def test_a_waiting_author_is_told_to_reload_and_not_reloaded(client):
    page = own_page(client, make_comment())
    assert "Reload this page" in page
    assert "http-equiv" not in page


def test_a_published_comment_is_linked_where_it_stands(client):
    comment = make_comment(status=Status.PUBLISHED)
    assert f'href="https://daily.example/article#comment-{comment.public_id}"' in own_page(client, comment)


def test_a_withdrawn_comment_is_said_to_be_so(client):
    comment = make_comment(status=Status.PUBLISHED)
    withdraw(Comment.objects.get(pk=comment.pk), timezone.now())
    page = own_page(client, comment)
    assert "Withdrawn" in page
    assert "Read your comment" not in page


def test_what_became_of_a_comment_is_there_at_the_next_look(client):
    comment = make_comment()
    assert "Waiting to be examined" in own_page(client, comment)
    move(comment, Status.PUBLISHED)
    assert "Waiting" not in own_page(client, comment)


# What went wrong


def test_errors_stand_in_a_summary_that_leads_to_the_fields(client):
    response = send(client, name="", comment=" \u200b ")
    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: " in page
    summary = re.search(r'<div class="anteroom-summary" role="alert">(.*?)</div>', page, re.S)[1]
    assert '<h2 tabindex="-1" autofocus>Your comment was not sent yet</h2>' in summary
    assert re.findall(r'<a href="#([\w-]+)">([^<]+)', summary) == [
        ("comment-form-name", "Please fill in your name."),
        ("comment-form-comment", "Please write a comment."),
    ]


def test_an_error_stands_at_its_field(client):
    page = send(client, email="alice").content.decode()
    field = re.search(r'<input[^>]* name="email"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in field
    described = re.search(r'aria-describedby="([^"]+)"', field)[1].split()
    assert described == ["comment-form-email_helptext", "comment-form-email_error"]
    assert all(f'id="{one}"' in page for one in described)
    assert "aria-invalid" not in re.search(r'<textarea[^>]* name="comment"[^>]*>', page)[0]


def test_everything_typed_is_kept(client):
    page = send(client, name="Al & Co", email="alice", comment="First <b>line\nSecond", remember="on").content.decode()
    assert 'value="Al &amp; Co"' in page
    assert 'value="alice"' in page
    assert "First &lt;b&gt;line\nSecond</textarea>" in page
    assert re.search(r'name="remember"[^>]* checked', page)


def test_the_form_comes_back_with_a_token_that_can_be_sent(client):
    page = send(client, name="").content.decode()
    token, nonce = (re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "nonce"))
    assert send(client, token=token, nonce=nonce).status_code == 303


def test_a_refusal_gives_the_text_back_to_copy(client):
    response = send(client, token="forged", comment="Precious </textarea> words")
    page = response.content.decode()
    assert response.status_code == 400
    assert "<title>Error: " in page
    assert 'role="alert"' in page
    assert re.search(r'<textarea id="kept"[^>]* readonly', page)
    assert "Precious &lt;/textarea&gt; words</textarea>" in page


# Around the thread


def test_a_thread_has_a_page_of_its_own(client):
    comment = make_comment(make_thread(title="Night <trains>"), status=Status.PUBLISHED)
    page = client.get("/comments/thread/?site=daily&id=article").content.decode()
    assert '<h1><a href="https://daily.example/article" dir="auto">Night &lt;trains&gt;</a></h1>' in page
    assert f'id="comment-{comment.public_id}"' in page
    assert page.count("comments.css") == 1
    assert "noindex" not in page


def test_a_site_without_guidelines_has_ours(client):
    make_site()
    page = client.get("/comments/guidelines/daily/").content.decode()
    assert "Stay with the subject of the article." in page
    assert "Daily" in page


def test_a_sites_own_guidelines_take_their_place(client):
    make_site()
    Site.objects.update(guidelines="Be <em>kind</em>.<script>alert(1)</script>")
    page = client.get("/comments/guidelines/daily/").content.decode()
    assert "Be <em>kind</em>." in page
    assert "<script>" not in page
    assert "Stay with the subject" not in page


def test_pages_have_the_language_and_direction_of_the_article(client):
    make_site(language="ar")
    comment = make_comment()
    for page in (
        own_page(client, comment),
        client.get("/comments/thread/?site=daily&id=article").content.decode(),
        client.get("/comments/guidelines/daily/").content.decode(),
    ):
        assert '<html lang="ar" dir="rtl">' in page


# Where there is nothing to show


def test_an_unknown_address_gets_a_page_in_our_looks(client):
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


@pytest.mark.parametrize("code", [400, 403])
def test_a_refused_request_gets_a_page_in_our_looks(code):
    assert "<h1>" in render_to_string(f"{code}.html")


@override_settings(
    STORAGES={"staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}},
)
def test_the_page_for_our_own_faults_needs_nothing():
    page = render_to_string("500.html")
    assert "It is our fault" in page
    assert 'href="/static/css/comments.css"' in page
