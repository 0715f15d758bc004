import pytest

from moderation.rules.pace import burst_of_address, burst_of_author, burst_of_name, burst_of_network, too_fast
from moderation.tests.rules.verbs import hits, misses


def test_a_form_filled_in_a_moment():
    finding = hits(too_fast, "Очень интересная статья, спасибо!", seconds_to_fill=0.4213)
    assert finding.params == {"seconds": 0.4}


@pytest.mark.parametrize("seconds", [3.0, 40.0, 86_400.0])
def test_a_form_filled_at_human_pace(seconds):
    misses(too_fast, "A word or two.", seconds_to_fill=seconds)


def test_a_form_in_a_shared_page_has_no_pace():
    misses(too_fast, "A word or two.", seconds_to_fill=None)


@pytest.mark.parametrize(
    ("rule", "fact", "fewest"),
    [
        (burst_of_author, "by_author", 6),
        (burst_of_address, "by_address", 8),
        (burst_of_network, "by_network", 30),
        (burst_of_name, "authors_of_name", 4),
    ],
)
def test_bursts_weigh_more_the_more_there_are(rule, fact, fewest):
    misses(rule, "Noch ein Kommentar", around={fact: fewest - 1})
    finding = hits(rule, "И ещё один", around={fact: fewest})
    assert finding.params == {"count": fewest}
    assert finding.strength < hits(rule, around={fact: 2 * fewest}).strength == 1
    assert hits(rule, around={fact: 1000}).strength == 1
