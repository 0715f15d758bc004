"""What a reader meets who sends the form."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import DatabaseError
from django.utils import timezone

from comments.form_token import new_nonce, sign_thread
from comments.models import Comment, Mode, Revision, Status
from comments.tests.builders import make_comment, make_site, make_thread, thread_facts

pytestmark = pytest.mark.django_db
URL = "/comments/post/"


@pytest.fixture
def fields():
    make_site()
    return {
        "name": "Alice",
        "email": "alice@mail.example",
        "comment": "I took that train in the old days.",
        "token": sign_thread(thread_facts(), timezone.now()),
    }


def send(client, fields, **extra):
    body = "&".join(f"{quote(name)}={quote(value)}" for name, value in fields.items())
    return client.post(URL, body, content_type="application/x-www-form-urlencoded", **extra)


def test_a_comment_is_stored_unseen_and_its_author_led_to_their_own_page(client, fields):
    response = send(client, fields)
    assert response.status_code == 303
    comment = Comment.objects.get()
    assert (comment.status, comment.visible, comment.html) == (Status.PENDING, False, "")
    assert comment.latest_revision.body == fields["comment"]
    assert "no-store" in response["Cache-Control"]
    own = client.get(response.url)
    assert fields["comment"] in own.content.decode()
    assert "no-store" in own["Cache-Control"]
    assert own["Referrer-Policy"] == "no-referrer"


def test_the_thread_comes_to_be_with_its_first_comment_and_not_by_looking(client, fields):
    assert client.get("/comments/thread/?site=daily&id=article").status_code == 404
    send(client, fields)
    thread = Comment.objects.get().thread
    assert (thread.external_id, thread.title, thread.url) == ("article", "An article", "https://daily.example/article")


def test_a_double_click_makes_one_comment(client, fields):
    first, second = send(client, fields), send(client, fields)
    assert first.url == second.url
    assert Comment.objects.count() == 1


def test_two_readers_of_one_cached_page_each_get_their_comment(client, fields):
    first = send(client, fields, REMOTE_ADDR="203.0.113.1")
    second = send(client, fields, REMOTE_ADDR="203.0.113.2")
    assert first.url != second.url
    assert Comment.objects.count() == 2


def test_a_form_with_a_nonce_is_known_again_wherever_it_is_sent_from(client, fields):
    fields["nonce"] = new_nonce(timezone.now() - timedelta(seconds=30))
    send(client, fields, REMOTE_ADDR="203.0.113.1")
    send(client, fields, REMOTE_ADDR="198.51.100.2")
    assert 29 <= Revision.objects.get().seconds_to_fill <= 60


def test_pace_is_unknown_on_a_shared_page(client, fields):
    send(client, fields)
    assert Revision.objects.get().seconds_to_fill is None


def test_a_filled_honeypot_is_noted_and_told_to_nobody(client, fields):
    assert send(client, fields | {"website": "https://spam.example"}).status_code == 303
    assert Revision.objects.get().honeypot_filled


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "Please fill in your name."),
        ({"name": "\u200b \u2060"}, "Please fill in your name."),
        ({"name": "x" * 101}, "Please shorten your name"),
        ({"email": "nobody"}, "Please check the e-mail address"),
        ({"email": ""}, "Please fill in your e-mail address."),
        ({"comment": ""}, "Please write a comment."),
        ({"comment": "\u200b\u200b\u3164 \u2800\n"}, "Please write a comment."),
        ({"comment": "x\u200b"}, "at least 2 characters"),
        ({"comment": "x" * 5_001}, "Please shorten your comment to 5000 characters; it has 5001."),
    ],
)
def test_mistakes_are_told_and_what_was_typed_is_kept(client, fields, changes, message):
    response = send(client, fields | changes)
    page = response.content.decode()
    assert response.status_code == 422
    assert message in page
    kept = (fields | changes)["comment"] or fields["name"]
    assert kept.strip("\n") in page
    assert not Comment.objects.exists()


def test_the_corrected_form_can_be_sent(client, fields):
    page = send(client, fields | {"name": ""}).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    nonce = re.search(r'name="nonce" value="([^"]+)"', page)[1]
    assert send(client, fields | {"token": token, "nonce": nonce}).status_code == 303
    assert Revision.objects.get().seconds_to_fill is None


def test_invisible_characters_around_a_comment_do_not_count(client, fields):
    assert send(client, fields | {"comment": "\u200b" * 50 + "x" * 5_000 + "\n\n"}).status_code == 303


@pytest.mark.parametrize(
    "body",
    [
        b"comment=%00&name=a",
        b"comment=a%ED%A0%80b",
        b"comment=%FF",
        b"comment=a&comment=b",
        b"comment=a&status=published",
        b"comment",
        b"\xff\xfe",
        b"=",
        b"&".join(b"name=a" for _ in range(500)),
    ],
)
def test_what_is_not_our_form_is_refused_clearly(client, body):
    response = client.post(URL, body, content_type="application/x-www-form-urlencoded")
    assert response.status_code == 400
    assert "<h1>" in response.content.decode()


@pytest.mark.parametrize(
    "content_type", ["application/json", "text/plain", "", "application/x-www-form-urlencoded-not"]
)
def test_another_content_type_is_refused(client, content_type):
    assert client.post(URL, b'{"comment": "x"}', content_type=content_type).status_code == 415


@pytest.mark.parametrize("content", [b"\xff", b"a\x00b", b"--x"])
def test_multipart_is_read_as_strictly(client, content):
    body = b'--x\r\nContent-Disposition: form-data; name="comment"\r\n\r\n' + content + b"\r\n--x--\r\n"
    assert client.post(URL, body, content_type="multipart/form-data; boundary=x").status_code == 400


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", "utf8", '"utf-8"'])
def test_utf_8_may_be_named(client, fields, charset):
    body = "&".join(f"{quote(name)}={quote(value)}" for name, value in (fields | {"comment": "Grüße"}).items())
    response = client.post(URL, body, content_type=f"application/x-www-form-urlencoded; charset={charset}")
    assert response.status_code == 303
    assert Revision.objects.get().body == "Grüße"


def test_words_hidden_in_a_transfer_encoding_are_refused(client, fields):
    body = (
        b'--x\r\nContent-Disposition: form-data; name="comment"\r\nContent-Transfer-Encoding: base64\r\n\r\n'
        b"//4=\r\n--x--\r\n"
    )
    assert client.post(URL, body, content_type="multipart/form-data; boundary=x").status_code == 400


def test_another_text_under_the_same_nonce_is_another_comment(client, fields):
    fields["nonce"] = new_nonce(timezone.now())
    first = send(client, fields)
    assert send(client, fields).url == first.url
    assert send(client, fields | {"comment": "What I meant to say."}).url != first.url
    assert Comment.objects.count() == 2


def test_multipart_is_accepted_without_files(client, fields):
    assert client.post(URL, fields).status_code == 303


def test_a_body_over_the_limit_is_refused_before_it_is_parsed(client, fields, settings):
    response = send(client, fields | {"comment": "x" * settings.COMMENTS_MAX_POST_BYTES})
    assert response.status_code == 413


def test_a_lying_content_length_is_no_server_error(client, fields):
    assert send(client, fields, CONTENT_LENGTH="many").status_code == 400


@pytest.mark.parametrize("token", ["", "forged", "a:b:c", "." + "A" * 500])
def test_a_token_that_is_not_ours_is_refused_and_the_text_kept(client, fields, token):
    response = send(client, fields | {"token": token})
    assert response.status_code == 400
    assert fields["comment"] in response.content.decode()


def test_a_token_of_a_site_that_is_gone_is_refused(client, fields):
    gone = sign_thread(thread_facts(site="gone"), timezone.now())
    assert send(client, fields | {"token": gone}).status_code == 400


def test_a_page_that_was_open_too_long_asks_to_send_again(client, fields):
    old = sign_thread(thread_facts(), timezone.now() - timedelta(days=10))
    response = send(client, fields | {"token": old})
    page = response.content.decode()
    assert response.status_code == 422
    assert fields["comment"] in page
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    assert send(client, fields | {"token": token}).status_code == 303


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "http://testserver"}, 303),
        ({"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "null"}, 303),
        ({"HTTP_ORIGIN": "http://testserver"}, 303),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "https://daily.example"}, 303),
        ({"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "https://evil.example"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "same-site", "HTTP_ORIGIN": "https://evil.testserver"}, 403),
        ({"HTTP_SEC_FETCH_SITE": "cross-site"}, 403),
        ({"HTTP_ORIGIN": "null"}, 403),
        ({"HTTP_ORIGIN": "https://evil-daily.example"}, 403),
        ({"HTTP_ORIGIN": "https://daily.example.evil.example"}, 403),
        ({"HTTP_ORIGIN": "http://daily.example"}, 403),
    ],
)
def test_a_form_comes_from_our_pages_or_the_sites_own(client, fields, headers, status):
    response = send(client, fields, **headers)
    assert response.status_code == status
    assert Comment.objects.exists() == (status == 303)


def test_a_get_changes_nothing(client):
    assert client.get(URL).status_code == 405


def test_a_reply_stands_under_its_parent(client, fields):
    parent = make_comment(status=Status.PUBLISHED)
    send(client, fields | {"parent": parent.public_id})
    reply = Comment.objects.latest("pk")
    assert (reply.parent, reply.root, reply.depth) == (parent, parent, 1)


def test_a_parent_that_the_reader_cannot_see_here_is_refused(client, fields):
    elsewhere = make_comment(make_thread(make_site("weekly")), status=Status.PUBLISHED)
    waiting = make_comment()
    for parent in (elsewhere.public_id, waiting.public_id, "nonesuch", "\u0000"[:0] + "x" * 300):
        response = send(client, fields | {"parent": parent})
        assert response.status_code == 400
        assert fields["comment"] in response.content.decode()


def test_a_closed_thread_says_so_and_keeps_the_text(client, fields):
    make_thread(mode=Mode.CLOSED)
    response = send(client, fields)
    assert response.status_code == 403
    assert fields["comment"] in response.content.decode()
    assert not Comment.objects.exists()


def test_too_many_are_told_when_to_come_back_and_keep_their_text(client, fields, settings):
    settings.RATE_LIMITS = {"address": "2/d"}
    for number in range(2):
        assert send(client, fields | {"comment": f"Remark {number}"}).status_code == 303
    response = send(client, fields)
    assert response.status_code == 429
    assert 1 <= int(response["Retry-After"]) <= 86_400
    assert fields["comment"] in response.content.decode()
    assert Comment.objects.count() == 2


def test_the_second_half_of_a_double_click_is_never_too_many(client, fields, settings):
    settings.RATE_LIMITS = {"address": "1/d"}
    assert send(client, fields).url == send(client, fields).url


def test_a_database_that_cannot_save_says_so_and_keeps_the_text(client, fields, monkeypatch):
    def fail(*args):
        raise DatabaseError("read-only")

    monkeypatch.setattr("comments.views.posting.post_comment", fail)
    response = send(client, fields)
    assert response.status_code == 503
    assert fields["comment"] in response.content.decode()


def test_only_who_asks_for_it_is_remembered(client, fields):
    send(client, fields)
    assert "anteroom_remembered" not in client.cookies
    send(client, fields | {"comment": "Another remark.", "remember": "on"})
    assert client.cookies["anteroom_remembered"]["httponly"]
    assert Comment.objects.latest("pk").author.proof == "none"
    send(client, fields | {"comment": "A third remark.", "remember": "on"})
    assert Comment.objects.latest("pk").author.proof == "cookie"
    send(client, fields | {"comment": "Forget me."})
    assert not client.cookies["anteroom_remembered"].value


def test_the_own_page_is_nobody_elses(client, fields):
    own = send(client, fields).url
    other = make_comment()
    number = str(Comment.objects.earliest("pk").pk)
    assert client.get(own.replace(f"/own/{number}", f"/own/{other.pk}", 1)).status_code == 404
    assert client.get(f"/comments/own/{number}/").status_code == 404
    assert client.get(own).status_code == 200
