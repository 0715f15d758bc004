"""What leads and administrators set up: sites, threads, terms, standings, policies."""

import json
import threading

import pytest
from django.db import connection
from django.urls import reverse

from comments.models import Thread
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.forms import pretty
from moderation.models import PolicyVersion, Standing, Term, TermsVersion
from moderation.policies import policy_for
from moderation.policy_versions import add_version
from moderation.presets import BALANCED
from moderation.tests.staff import client_of, make_administrator, make_lead

pytestmark = pytest.mark.django_db

ADD_POLICY = reverse("admin:moderation_policyversion_add")
ADD_TERM = reverse("admin:moderation_term_add")
TERMS = reverse("admin:moderation_term_changelist")


@pytest.fixture
def site():
    return make_site("daily")


@pytest.fixture
def bob(site):
    return make_lead("bob", site)


@pytest.fixture
def lead(bob):
    return client_of(bob)


@pytest.fixture
def administrator():
    return client_of(make_administrator())


def url(name, row):
    return reverse(f"admin:{name}_change", args=[row.pk])


def errors(response, field):
    return response.context["adminform"].form.errors[field]


# Sites and threads ----------------------------------------------------------------------------------------------------


def site_form(site, **fields):
    shown = {
        "name": site.name,
        "key": site.key,
        "origins": "\n".join(site.origins),
        "language": "en",
        "mode": site.mode,
    }
    return shown | {"guidelines": ""} | fields


def test_origins_are_written_one_on_each_line(administrator, site):
    page = administrator.get(url("comments_site", site))
    assert page.context["adminform"].form["origins"].value() == "https://daily.example"
    written = " https://daily.example\r\n\r\nhttps://www.daily.example:8443 "
    administrator.post(url("comments_site", site), site_form(site, origins=written))
    site.refresh_from_db()
    assert site.origins == ["https://daily.example", "https://www.daily.example:8443"]


@pytest.mark.parametrize("origin", ["daily.example", "https://daily.example/path", "javascript:alert(1)", "<b>"])
def test_what_is_no_origin_is_named(administrator, site, origin):
    response = administrator.post(
        url("comments_site", site), site_form(site, origins=f"https://fine.example\n{origin}")
    )
    assert f"“{origin}” is not an origin" in errors(response, "origins")[0]


def test_a_lead_sets_mode_and_guidelines(lead, site):
    lead.post(url("comments_site", site), {"mode": "hold", "guidelines": "Be kind."})
    site.refresh_from_db()
    assert (site.mode, site.guidelines, site.origins) == ("hold", "Be kind.", ["https://daily.example"])


def test_saving_a_thread_does_not_undo_what_readers_changed_meanwhile(lead, site, monkeypatch):
    thread = make_thread(site)
    stale = Thread.objects.get(pk=thread.pk)
    Thread.objects.filter(pk=thread.pk).update(version=8, published_count=5)
    monkeypatch.setattr("moderation.admin.threads.ThreadAdmin.get_object", lambda *args: stale)
    lead.post(url("comments_thread", thread), {"mode": "closed"})
    thread.refresh_from_db()
    assert (thread.mode, thread.version, thread.published_count) == ("closed", 8, 5)


# Terms ----------------------------------------------------------------------------------------------------------------


def term(text, site="", **fields):
    return {"list": "banned", "text": text, "site": site and site.pk, "language": ""} | fields


def terms_version():
    return TermsVersion.objects.values_list("number", flat=True).first() or 0


def test_every_change_of_the_terms_is_told_to_the_workers(administrator, site):
    administrator.post(ADD_TERM, term("odds", site))
    assert terms_version() == 1
    odds = Term.objects.get()
    administrator.post(url("moderation_term", odds), term("bodkins", site))
    assert terms_version() == 2
    administrator.post(reverse("admin:moderation_term_delete", args=[odds.pk]), {"post": "yes"})
    assert terms_version() == 3
    administrator.post(ADD_TERM, term("odds"))
    ticked = {"action": "delete_selected", "_selected_action": [Term.objects.get().pk], "post": "yes"}
    administrator.post(TERMS, ticked)
    assert terms_version() == 5
    assert not Term.objects.exists()


@pytest.mark.parametrize("text", ["*", "**", "...", "a*b", "*a*b*", "\u200b", "🙂", "", "   "])
def test_a_term_that_could_match_nothing_or_everything_is_refused(lead, site, text):
    assert errors(lead.post(ADD_TERM, term(text, site)), "text")
    assert not Term.objects.exists()


@pytest.mark.parametrize("text", ["fiddle*", "*sticks", "*ddl*", "odds bodkins", "日本", "4u"])
def test_words_phrases_and_open_ends_are_taken(lead, site, text):
    lead.post(ADD_TERM, term(text, site))
    assert Term.objects.get().text == text


def test_space_around_and_within_a_term_is_put_in_order(lead, site):
    lead.post(ADD_TERM, term("  odds \t bodkins ", site))
    assert Term.objects.get().text == "odds bodkins"


def test_a_term_stands_there_once(administrator):
    administrator.post(ADD_TERM, term("odds"))
    assert administrator.post(ADD_TERM, term("odds")).status_code == 200
    assert Term.objects.count() == 1


# Standings ------------------------------------------------------------------------------------------------------------


def test_a_standing_is_given_on_the_authors_page_and_says_by_whom(lead, bob, site):
    author = make_comment(make_thread(site)).author
    form = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "0-author": author.pk, "0-kind": "watched", "0-id": ""}
    lead.post(url("comments_author", author), {f"standing-{name}": value for name, value in form.items()})
    standing = Standing.objects.get(author=author)
    assert (standing.kind, standing.set_by) == ("watched", bob)


def test_who_changes_a_standing_answers_for_it(lead, bob, site):
    standing = Standing.objects.create(author=make_comment(make_thread(site)).author, kind="watched")
    lead.post(url("moderation_standing", standing), {"kind": "banned"})
    standing.refresh_from_db()
    assert (standing.kind, standing.set_by) == ("banned", bob)


# Policies -------------------------------------------------------------------------------------------------------------


def policy(site, data):
    return {"site": site and site.pk, "data": data if isinstance(data, str) else pretty(data)}


def test_the_form_begins_with_the_policy_in_force(lead, site):
    written = json.loads(lead.get(ADD_POLICY).context["adminform"].form["data"].value())
    assert written == policy_for(site).policy.to_data()
    PolicyVersion.objects.create(site=site, number=1, data=BALANCED | {"reject_on": ["links.many"]})
    written = json.loads(lead.get(ADD_POLICY).context["adminform"].form["data"].value())
    assert written["reject_on"] == ["links.many"]


def test_saving_makes_the_next_version_and_says_by_whom(lead, bob, site):
    PolicyVersion.objects.create(site=site, number=4, data=BALANCED)
    PolicyVersion.objects.create(number=9, data=BALANCED)
    lead.post(ADD_POLICY, policy(site, BALANCED | {"reject_on": ["links.many"]}))
    made = PolicyVersion.objects.get(site=site, number=5)
    assert made.created_by == bob
    assert policy_for(site).version_id == made.pk


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BALANCED | {"points": {"links.many": "five"}}, "points.links.many: must be a number"),
        (BALANCED | {"thresholds": {"hold": 5}}, "thresholds.reject: is missing"),
        (BALANCED | {"extra": 1}, "extra: is unknown"),
        (
            '{"points": {"links.many": NaN}, "thresholds": {"hold": 1, "reject": 2}}',
            "points.links.many: must be a number",
        ),
        ('{"points": {"a": 1e999}, "thresholds": {"hold": 1, "reject": 2}}', "points.a: must be a number"),
        ("[]", "required"),
        ("[1]", "must be an object"),
        ('{"points": {\n  "links.many": 5,\n}', "breaks off at line 3"),
        ("", "required"),
        ("[" * 200_000, "nested too deeply"),
        ("9" * 10_000, "too large"),
        ('{"\\u0000": 1}', "cannot be stored"),
        ('{"\\ud800": 1}', "cannot be stored"),
    ],
)
def test_a_mistake_in_a_policy_is_told_with_its_place_and_what_was_typed_is_kept(lead, site, data, words):
    response = lead.post(ADD_POLICY, policy(site, data))
    assert words in errors(response, "data")[0]
    assert response.context["adminform"].form["data"].value() == policy(site, data)["data"]
    assert not PolicyVersion.objects.exists()


def test_returning_to_a_version_makes_a_new_one_of_its_data(lead, bob, site):
    old = PolicyVersion.objects.create(site=site, number=1, data=BALANCED | {"reject_on": ["links.many"]})
    PolicyVersion.objects.create(site=site, number=2, data=BALANCED)
    assert "Return to this version" in lead.get(url("moderation_policyversion", old)).content.decode()
    response = lead.post(reverse("admin:moderation_policyversion_again", args=[old.pk]), follow=True)
    made = PolicyVersion.objects.get(site=site, number=3)
    assert (made.data, made.created_by) == (old.data, bob)
    html = response.content.decode()
    assert "is in force again" in html
    assert "Return to this version" not in html


def test_a_version_shows_what_it_changed(lead, site):
    PolicyVersion.objects.create(site=site, number=1, data=BALANCED)
    changed = BALANCED | {"thresholds": {"hold": 6, "reject": 9}}
    version = PolicyVersion.objects.create(site=site, number=2, data=changed)
    html = lead.get(url("moderation_policyversion", version)).content.decode()
    assert "-    &quot;hold&quot;: 5," in html
    assert "+    &quot;hold&quot;: 6," in html


def test_a_version_that_is_no_policy_any_more_is_not_put_in_force(lead, site):
    old = PolicyVersion.objects.create(site=site, number=1, data={"points": {}})
    PolicyVersion.objects.create(site=site, number=2, data=BALANCED)
    response = lead.post(reverse("admin:moderation_policyversion_again", args=[old.pk]), follow=True)
    assert "thresholds: is missing" in response.content.decode()
    assert PolicyVersion.objects.count() == 2


def test_two_people_who_add_a_version_at_once_get_one_each(committing):
    bob, site = make_lead("bob", make_site("daily")), make_site("daily")
    people = [threading.Thread(target=_add_and_disconnect, args=(site, bob)) for _ in range(4)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(PolicyVersion.objects.values_list("number", flat=True)) == [1, 2, 3, 4]


def _add_and_disconnect(site, by):
    add_version(site, BALANCED, by)
    connection.close()
