import pytest

from moderation.rules.author import first_comment, recent_rejections
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
