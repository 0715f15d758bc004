"""The list of comments, and the page on which one is decided."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from comments.models import Comment, Status
from comments.posting import From, edit_comment
from comments.publication import withdraw
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.examination import examine_comment
from moderation.models import Decision, FindingRecord, PolicyVersion, ReasonWording, Standing
from moderation.presets import BALANCED
from moderation.tests.staff import client_of, make_lead, make_moderator

pytestmark = pytest.mark.django_db

LIST = reverse("admin:comments_comment_changelist")
LINKS = "See http://a.example and http://b.example and http://c.example"


@pytest.fixture
def client():
    make_site("daily")
    return client_of(make_moderator())


@pytest.fixture
def other_client():
    return client_of(make_lead())


def page_of(comment):
    return reverse("admin:comments_comment_change", args=[comment.pk])


def examined(**fields):
    comment = make_comment(**fields)
    examine_comment(comment.pk, timezone.now())
    return Comment.objects.get(pk=comment.pk)


def listed(client, **query):
    return {comment.pk for comment in client.get(LIST, query).context["cl"].result_list}


def decide(client, comment, to, reason="", **more):
    data = {"version": comment.version, "to": to, "reason": reason} | more
    return client.post(page_of(comment), data, follow=True)


def said(response):
    return [str(message) for message in response.context["messages"]]


# The list -------------------------------------------------------------------------------------------------------------


def test_what_is_held_is_listed_with_its_reasons(client):
    comment = examined(body=LINKS)
    html = client.get(LIST).content.decode()
    assert LINKS in html
    assert "As many as 3 links." in html
    assert "Score 10" in html
    assert page_of(comment) in html


def test_the_list_begins_with_what_is_held_and_can_show_the_rest(client):
    by_status = {status: make_comment(status=status) for status in Status}
    assert listed(client) == {by_status[Status.HELD].pk}
    assert listed(client, status="rejected") == {by_status[Status.REJECTED].pk}
    assert listed(client, status="all") == {comment.pk for comment in by_status.values()}
    assert listed(client, status="nonsense") == {by_status[Status.HELD].pk}


def test_an_edit_that_waits_under_a_published_comment_is_found(client):
    comment = examined(body="A harmless first version.")
    edit_comment(comment.pk, LINKS, From(), timezone.now())
    examine_comment(comment.pk, timezone.now())
    assert Comment.objects.get(pk=comment.pk).status == Status.PUBLISHED
    assert listed(client) == set()
    assert listed(client, status="edited") == {comment.pk}


def test_the_list_is_narrowed_by_age_rule_thread_and_author(client):
    old = examined(body=LINKS, email="old@mail.example")
    Comment.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=3))
    new = make_comment(make_thread(external_id="other"), status=Status.HELD)
    assert listed(client, age="day") == {new.pk}
    assert listed(client, age="older-than-day") == {old.pk}
    assert listed(client, rule="links.many") == {old.pk}
    assert listed(client, rule="form.honeypot") == set()
    assert listed(client, thread=new.thread_id) == {new.pk}
    assert listed(client, author=old.author_id) == {old.pk}
    for junk in ("x", "\0", "9" * 30, "-1"):
        assert listed(client, author=junk) == listed(client, thread=junk) == set()


def test_a_search_looks_at_texts_and_names_whatever_the_status(client):
    by_text = make_comment(body="Of herrings.", status=Status.PUBLISHED)
    by_name = make_comment(name="Herring", status=Status.REJECTED)
    make_comment(status=Status.HELD)
    assert listed(client, q="herring") == {by_text.pk, by_name.pk}
    assert listed(client, q="herring", status="rejected") == {by_name.pk}


def test_the_list_asks_as_often_for_many_as_for_one(client, django_assert_max_num_queries):
    examined(body=LINKS)
    client.get(LIST)
    with django_assert_max_num_queries(10) as one:
        client.get(LIST)
    for number in range(12):
        thread = make_thread(external_id=f"thread-{number}")
        examined(thread=thread, body=f"{LINKS} {number}", email=f"{number}@mail.example")
    with django_assert_max_num_queries(len(one)):
        assert len(listed(client)) == 13


def test_nothing_adds_or_removes_comments(client):
    html = client.get(LIST).content.decode()
    assert "delete_selected" not in html
    assert reverse("admin:comments_comment_add") not in html


# The page -------------------------------------------------------------------------------------------------------------


def test_the_page_shows_the_text_with_its_evidence_and_what_readers_would_see(client):
    comment = examined(body="<b>Look</b> at http://a.example http://b.example http://c.example now")
    html = client.get(page_of(comment)).content.decode()
    assert "&lt;b&gt;Look&lt;/b&gt; at <mark>http://a.example<sup>" in html
    assert '<b>Look</b> at <a href="http://a.example" rel="nofollow ugc noopener">' in html
    assert "As many as 3 links." in html
    assert "links.many" in html


def test_findings_in_evaluation_are_shown_as_not_counted(client):
    comment = examined(body=LINKS)
    FindingRecord.objects.filter(code="links.many").update(counted=False, points=5)
    html = client.get(page_of(comment)).content.decode()
    assert "in evaluation, not counted" in html
    assert "score 5" in html


def test_the_page_shows_who_decided_what_why_and_under_which_policy(client, other_client):
    PolicyVersion.objects.create(number=7, data=BALANCED)
    comment = examined(body=LINKS)
    decide(other_client, comment, "rejected", "spam")
    html = client.get(page_of(comment)).content.decode()
    assert "by <strong><bdi>bob</bdi></strong>" in html
    assert "by <strong><bdi>machine</bdi></strong>" in html
    assert "reason: spam" in html
    assert html.count("policy version 7") == 2


def test_the_page_shows_the_author_with_what_else_they_wrote(client):
    make_comment(body="An earlier remark.", status=Status.PUBLISHED)
    comment = examined(body=LINKS)
    Standing.objects.create(author=comment.author, kind=Standing.Kind.WATCHED)
    html = client.get(page_of(comment)).content.decode()
    assert "An earlier remark." in html
    assert "1 published" in html
    assert "watched: always held" in html


def test_an_edited_comment_shows_its_earlier_versions(client):
    comment = examined(body="A harmless first version.")
    edit_comment(comment.pk, LINKS, From(), timezone.now())
    examine_comment(comment.pk, timezone.now())
    html = client.get(page_of(comment)).content.decode()
    assert "A harmless first version." in html
    assert "Readers see the earlier one" in html


def test_pages_of_unusual_comments_open(client):
    pending, reply = make_comment(), make_comment(parent=make_comment(status=Status.PUBLISHED), status=Status.HELD)
    gone = make_comment(status=Status.PUBLISHED)
    withdraw(Comment.objects.get(pk=gone.pk), timezone.now())
    assert "Not examined yet." in client.get(page_of(pending)).content.decode()
    assert "In reply to" in client.get(page_of(reply)).content.decode()
    assert "has withdrawn it" in client.get(page_of(gone)).content.decode()


@pytest.mark.parametrize("pk", ["0", "9" * 30, "x", "1'--", "_3A"])
def test_ids_of_nothing_are_not_found(client, pk):
    assert client.get(reverse("admin:comments_comment_change", args=[pk])).status_code == 404


def test_a_link_in_a_comment_does_not_tell_where_moderators_work(client):
    assert client.get(page_of(examined(body=LINKS)))["Referrer-Policy"] == "same-origin"


# Deciding -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "reason", "ground"),
    [("published", "", ""), ("rejected", "spam", "guidelines"), ("rejected", "illegal", "law")],
)
def test_a_comment_is_decided(client, to, reason, ground):
    comment = examined(body=LINKS)
    response = decide(client, comment, to, reason)
    decision = Decision.objects.latest("pk")
    assert Comment.objects.get(pk=comment.pk).status == to
    assert (decision.to_status, decision.reason, decision.ground, decision.source) == (to, reason, ground, "moderator")
    assert f"The comment by <bdi>Alice</bdi> is now “{to}”." in said(response)[0]


def test_after_a_decision_the_list_is_as_it_was(client):
    comment = examined(body=LINKS)
    data = {"version": comment.version, "to": "published"}
    response = client.post(f"{page_of(comment)}?_changelist_filters=age%3Dday%26p%3D2", data)
    assert response["Location"] == f"{LIST}?age=day&p=2"


def test_the_list_to_return_to_cannot_lead_elsewhere(client):
    comment = examined(body=LINKS)
    data = {"version": comment.version, "to": "published"}
    response = client.post(f"{page_of(comment)}?_changelist_filters=%0d%0aLocation:https://evil.example", data)
    assert response["Location"].startswith(LIST)


def test_a_rejection_needs_a_reason(client):
    comment = examined(body=LINKS)
    response = decide(client, comment, "rejected")
    assert response.status_code == 400
    assert "Choose a reason for the rejection." in response.content.decode()
    assert Comment.objects.get(pk=comment.pk).status == Status.HELD


@pytest.mark.parametrize(
    "data", [{"to": "pending"}, {"to": "nonsense"}, {"version": "x"}, {"reason": "x"}, {"version": -1}]
)
def test_what_is_no_decision_decides_nothing(client, data):
    comment = examined(body=LINKS)
    response = client.post(page_of(comment), {"version": comment.version, "to": "rejected", "reason": "spam"} | data)
    assert response.status_code == 400
    assert Comment.objects.get(pk=comment.pk).status == Status.HELD


def test_a_site_words_its_reasons_itself(client):
    ReasonWording.objects.create(site=make_site(), reason="spam", label="Cold meat")
    ReasonWording.objects.create(site=make_site("weekly"), reason="hate", label="Not ours")
    html = client.get(page_of(examined(body=LINKS))).content.decode()
    assert '<option value="spam">Cold meat</option>' in html
    assert "Not ours" not in html


def test_the_second_of_two_moderators_reads_who_decided_what_and_nothing_is_overwritten(client, other_client):
    comment = examined(body=LINKS)
    decide(other_client, comment, "rejected", "spam")
    response = decide(client, comment, "published")
    assert response.status_code == 409
    assert "Decided by bob as “rejected” (spam)" in response.content.decode()
    assert Comment.objects.get(pk=comment.pk).status == Status.REJECTED
    assert Decision.objects.filter(source="moderator").count() == 1


def test_the_page_of_a_refusal_shows_how_the_comment_stands_and_can_decide_that(client, other_client):
    comment = examined(body=LINKS)
    decide(other_client, comment, "rejected", "spam")
    page = decide(client, comment, "published").context["page"]
    assert decide(client, page.comment, "published").status_code == 200
    assert Comment.objects.get(pk=comment.pk).status == Status.PUBLISHED


def test_an_edit_after_the_page_was_opened_is_not_approved_unread(client):
    comment = make_comment()
    edit_comment(comment.pk, LINKS, From(), timezone.now())
    response = decide(client, comment, "published")
    assert response.status_code == 409
    assert "Its author has changed it since." in response.content.decode()


def test_a_double_click_decides_once(client):
    comment = examined(body=LINKS)
    assert decide(client, comment, "rejected", "spam").status_code == 200
    assert decide(client, comment, "rejected", "spam").status_code == 409
    assert Decision.objects.filter(source="moderator").count() == 1


# Undoing --------------------------------------------------------------------------------------------------------------


def test_a_wrong_decision_is_undone_by_another_that_names_it(client):
    comment = examined(body=LINKS)
    decide(client, comment, "rejected", "spam")
    page = client.get(page_of(comment)).context["page"]
    client.post(page_of(comment), {"version": page.comment.version, "undo": page.undo.decision.pk})
    latest = Decision.objects.latest("pk")
    assert latest.reverses_id == page.undo.decision.pk
    assert (latest.from_status, latest.to_status) == ("rejected", "held")
    assert "undoes an earlier decision" in client.get(page_of(comment)).content.decode()


def test_only_the_latest_decision_is_undone_and_only_as_it_was_seen(client, other_client):
    comment = examined(body=LINKS)
    decide(client, comment, "rejected", "spam")
    seen = client.get(page_of(comment)).context["page"]
    decide(other_client, Comment.objects.get(pk=comment.pk), "published")
    for undo in (seen.undo.decision.pk, 0, "x", 10**30):
        response = client.post(page_of(comment), {"version": seen.comment.version, "undo": undo})
        assert response.status_code == 409
    latest = Decision.objects.latest("pk")
    assert client.post(page_of(comment), {"version": seen.comment.version, "undo": latest.pk}).status_code == 409
    assert Comment.objects.get(pk=comment.pk).status == Status.PUBLISHED


# The front page -------------------------------------------------------------------------------------------------------


def test_the_front_page_says_how_many_comments_of_ones_sites_wait(client):
    make_comment(status=Status.HELD)
    make_comment(status=Status.PENDING)
    make_comment(status=Status.REJECTED)
    make_comment(make_thread(make_site("weekly")), status=Status.HELD)
    html = client.get(reverse("admin:index")).content.decode()
    assert f'<a href="{LIST}?status=held"><strong>1</strong> held for a person</a>' in html
    assert f'<a href="{LIST}?status=pending"><strong>1</strong> not examined yet</a>' in html
