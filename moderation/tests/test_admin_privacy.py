"""What a moderator must not learn: other sites' rows, and e-mail and network addresses."""

import pytest
from django.urls import reverse

from comments.models import Status
from comments.tests.builders import make_comment, make_site, make_thread
from moderation.models import Membership, PolicyVersion, ReasonWording, Standing, Term
from moderation.presets import BALANCED
from moderation.tests.admin_pages import pages
from moderation.tests.admin_world import make_world
from moderation.tests.staff import client_of

pytestmark = pytest.mark.django_db

EMAIL, ADDRESS, BROWSER = "reader@private.example", "203.0.113.77", "PeculiarBrowser/7"
COMMENTS, AUTHORS = reverse("admin:comments_comment_changelist"), reverse("admin:comments_author_changelist")


@pytest.fixture
def world():
    world = make_world()
    world.author.email = EMAIL
    world.author.save()
    sender = world.comment.latest_revision.sender
    sender.address, sender.user_agent = ADDRESS, BROWSER
    sender.save()
    return world


def sees_personal_data(user):
    Membership.objects.filter(user=user).update(sees_personal_data=True)
    return client_of(user)


def everything_said_to(client, world):
    """All that the admin shows to somebody, page by page."""
    return {page.url(world): client.get(page.url(world)).content.decode() for page in pages()}


@pytest.mark.parametrize("role", ["moderator", "lead"])
def test_no_page_shows_an_address_without_the_permission(world, role):
    for url, html in everything_said_to(client_of(world.people[role]), world).items():
        assert not [secret for secret in (EMAIL, ADDRESS, BROWSER) if secret in html], url


def test_the_comments_and_the_authors_page_show_addresses_with_the_permission(world):
    said = everything_said_to(sees_personal_data(world.people["moderator"]), world)
    comment = said[reverse("admin:comments_comment_change", args=[world.comment.pk])]
    assert all(secret in comment for secret in (EMAIL, ADDRESS, BROWSER))
    assert EMAIL in said[reverse("admin:comments_author_change", args=[world.author.pk])]


def test_a_search_finds_an_e_mail_address_with_the_permission_only(world):
    alice = world.people["moderator"]
    for url in (COMMENTS, AUTHORS):
        assert not client_of(alice).get(url, {"q": EMAIL}).context["cl"].result_list
    client = sees_personal_data(alice)
    for url in (COMMENTS, AUTHORS):
        assert len(client.get(url, {"q": EMAIL}).context["cl"].result_list) == 1
        assert not client.get(url, {"q": "@private"}).context["cl"].result_list


def test_the_permission_for_one_site_says_nothing_about_another(world):
    alice = world.people["moderator"]
    Membership.objects.create(user=alice, site=make_site("weekly"), sees_personal_data=True)
    client = client_of(alice)
    for url in (COMMENTS, AUTHORS):
        assert not client.get(url, {"q": EMAIL}).context["cl"].result_list
    assert EMAIL not in client.get(reverse("admin:comments_comment_change", args=[world.comment.pk])).content.decode()


@pytest.mark.parametrize(
    "lookup",
    [
        "author__email__startswith",
        "author__email",
        "author__email_hash",
        "latest_revision__sender__address",
        "latest_revision__body__contains",
        "thread__site__memberships__user__password__startswith",
        "submission_key__startswith",
    ],
)
def test_a_list_cannot_be_questioned_by_fields_of_ones_own_choice(world, lookup):
    assert client_of(world.people["moderator"]).get(COMMENTS, {lookup: "r"}).status_code == 400


@pytest.mark.parametrize("lookup", ["email__startswith", "email", "proof_key__startswith", "user__email__startswith"])
def test_authors_cannot_either(world, lookup):
    assert client_of(world.people["moderator"]).get(AUTHORS, {lookup: "r"}).status_code == 400


def test_no_list_page_or_filter_tells_of_another_site(world):
    other = make_site("weekly")
    secret = "Unspoken"
    thread = make_thread(other, title=f"{secret} title")
    comment = make_comment(thread, f"{secret} text", Status.HELD, name=f"{secret} name")
    Standing.objects.create(author=comment.author, kind="banned")
    Term.objects.create(site=other, list="banned", text=secret)
    ReasonWording.objects.create(site=other, reason="spam", label=secret)
    PolicyVersion.objects.create(site=other, number=1, data=BALANCED | {"reject_on": [secret]})
    type(other).objects.filter(pk=other.pk).update(name=f"{secret} Weekly", guidelines=secret)
    client = client_of(world.people["lead"])
    said = everything_said_to(client, world)
    asked = {
        COMMENTS: [
            {"q": secret},
            {"thread": thread.pk},
            {"author": comment.author_id},
            {"site": other.pk},
            {"status": "all"},
        ],
        AUTHORS: [{"q": "name"}, {"site": other.pk}, {"_popup": 1}],
        reverse("admin:comments_site_changelist"): [{"_popup": 1, "_to_field": "id"}],
        reverse("admin:moderation_term_changelist"): [{"site": other.pk}],
        reverse("admin:moderation_term_add"): [{"site": other.pk}],
        reverse("admin:moderation_policyversion_add"): [{"site": other.pk}],
        reverse("admin:autocomplete"): [
            {"app_label": "moderation", "model_name": model, "field_name": field, "term": ""}
            for model, field in (("term", "site"), ("standing", "author"))
        ],
    }
    for url, queries in asked.items():
        said |= {f"{url}?{query}": client.get(url, query).content.decode() for query in queries}
    for url, html in said.items():
        echoed = html.replace(f'value="{secret}"', "").replace(f"q={secret}", "")
        assert secret not in echoed, url


def test_an_invalid_form_does_not_tell_of_another_site_either(world):
    other = make_site("weekly", name="Unspoken")
    client = client_of(world.people["lead"])
    for url, data in (
        (reverse("admin:moderation_term_add"), {"site": other.pk, "text": "x", "list": "banned"}),
        (reverse("admin:moderation_policyversion_add"), {"site": other.pk, "data": "{}"}),
    ):
        response = client.post(url, data)
        assert response.status_code == 200
        assert "Unspoken" not in response.content.decode()


def test_a_forged_row_in_a_form_of_ones_own_changes_nothing_elsewhere(world):
    author = make_comment(make_thread(make_site("weekly")), name="Foreign").author
    foreign = Standing.objects.create(author=author, kind="trusted")
    client = client_of(world.people["lead"])
    form = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 1, "0-author": author.pk, "0-id": foreign.pk, "0-kind": "banned"}
    for more in ({}, {"0-DELETE": "on"}, {"0-author": world.author.pk}, {"INITIAL_FORMS": 0, "0-id": ""}):
        data = {f"standing-{name}": value for name, value in (form | more).items()}
        client.post(reverse("admin:comments_author_change", args=[world.author.pk]), data)
        foreign.refresh_from_db()
        assert (foreign.kind, foreign.author_id) == ("trusted", author.pk)


def test_pages_of_the_admin_are_kept_out_of_caches(world):
    client = client_of(world.people["moderator"])
    for url in (COMMENTS, reverse("admin:comments_comment_change", args=[world.comment.pk])):
        assert "private" in client.get(url)["Cache-Control"]
        assert "no-store" in client.get(url)["Cache-Control"]
