import pytest

from moderation.rules.author import (
    address_variant,
    disposable_email,
    few_published,
    first_comment,
    imitation,
    recent_rejections,
    reserved_name,
)
from moderation.tests.rules.verbs import PROVEN, TRUSTED, hits, misses


def test_the_first_comment_of_an_author():
    hits(first_comment)
    hits(first_comment, author={"proven": True, "published": 0})


def test_an_author_with_published_comments():
    misses(first_comment, author=PROVEN)
    misses(first_comment, author={"proven": True, "published": 1})


def test_a_moderators_trust_needs_no_comment():
    misses(first_comment, author={"proven": True, "standing": "trusted"})


def test_a_typed_address_proves_nothing():
    finding = hits(first_comment, author={**TRUSTED, "proven": False})
    assert finding.params == {"proven": False}


@pytest.mark.parametrize(("rejected", "decided"), [(2, 2), (2, 4), (30, 40)])
def test_mostly_rejected(rejected, decided):
    finding = hits(recent_rejections, author={"rejected_recently": rejected, "decided_recently": decided})
    assert finding.params == {"rejected": rejected, "decided": decided}


@pytest.mark.parametrize(("rejected", "decided"), [(0, 0), (1, 1), (2, 5), (3, 100)])
def test_an_ordinary_record(rejected, decided):
    misses(recent_rejections, author={"rejected_recently": rejected, "decided_recently": decided})


def test_few_published_comments():
    assert hits(few_published, author={"proven": True, "published": 2}).params == {"published": 2}
    misses(few_published, author=PROVEN)
    misses(few_published, author={"proven": True, "published": 0})
    misses(few_published, author={"proven": False, "published": 2})


@pytest.mark.parametrize("email", ["anna@mailinator.com", "Anna@MAILINATOR.com", "anna@any.mailinator.com"])
def test_a_mailbox_to_be_thrown_away(email):
    assert hits(disposable_email, email=email).params == {"domain": "mailinator.com"}


@pytest.mark.parametrize("email", ["anna@mail.example", "anna@mailinator.com.example", "", "анна@почта.рф"])
def test_a_mailbox_to_be_kept(email):
    misses(disposable_email, email=email)


def test_another_spelling_of_a_known_mailbox():
    finding = hits(address_variant, email="a.lice+1@gmail.com", around={"variant_rejected": 2})
    assert finding.params == {"mailbox": "alice@gmail.com", "rejected": 2}
    misses(address_variant, email="a.lice+1@gmail.com")


@pytest.mark.parametrize("name", ["The Daily", "the  daily", "Тhе Dаily", "T h e Daily", "Bob the Moderator"])
def test_a_name_that_reads_as_the_sites_or_a_moderators(name):
    hits(imitation, name=name, around={"site_name": "The Daily", "staff_names": ["Bob the moderator"]})


def test_a_name_made_to_look_like_anothers():
    earlier = {"names_in_thread": ["Иван", "Alice Miller"]}
    assert hits(imitation, name="A1ice Mi1ler", around=earlier).params == {"name": "Alice Miller"}
    assert hits(imitation, name="Alicе Miller", around=earlier).params == {"name": "Alice Miller"}


@pytest.mark.parametrize("name", ["Alice Miller", "alice miller", "Иван", "王芳", "Bob", ""])
def test_the_same_name_or_another_is_no_imitation(name):
    around = {"names_in_thread": ["Alice Miller", "Иван"], "site_name": "The Daily", "staff_names": ["bob"]}
    misses(imitation, name=name, around=around)


@pytest.mark.parametrize(
    "name", ["Admin", "MODERATOR", "Redaktion", "Модератор", "m0derat0r", "管理员", "المشرف", "ａｄｍｉｎ"]
)
def test_names_that_claim_an_office(name):
    hits(reserved_name, name=name)


@pytest.mark.parametrize("name", ["Alice", "Administrata", "Édith Orloff", "Фёдор", "管理", ""])
def test_names_of_people(name):
    misses(reserved_name, name=name)
