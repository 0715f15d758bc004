import pytest

from moderation.rules.pace import too_fast
from moderation.tests.rules.verbs import hits, misses


def test_a_form_filled_in_a_moment():
    finding = hits(too_fast, "Очень интересная статья, спасибо!", seconds_to_fill=0.4213)
    assert finding.params == {"seconds": 0.4}


@pytest.mark.parametrize("seconds", [3.0, 40.0, 86_400.0])
def test_a_form_filled_at_human_pace(seconds):
    misses(too_fast, "A word or two.", seconds_to_fill=seconds)


def test_a_form_in_a_shared_page_has_no_pace():
    misses(too_fast, "A word or two.", seconds_to_fill=None)
