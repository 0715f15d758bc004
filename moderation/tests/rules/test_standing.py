import pytest

from moderation.rules.standing import author_banned, author_suspended, author_watched
from moderation.tests.rules.verbs import hits, misses

RULES = {"watched": author_watched, "suspended": author_suspended, "banned": author_banned}


@pytest.mark.parametrize("standing", ["new", "established", "trusted", *RULES])
def test_each_bad_standing_has_its_finding(standing):
    for name, rule in RULES.items():
        (hits if name == standing else misses)(rule, author={"standing": standing})


def test_a_bad_standing_follows_the_address_proven_or_not():
    hits(author_banned, author={"standing": "banned", "proven": False})
    hits(author_banned, author={"standing": "banned", "proven": True})
