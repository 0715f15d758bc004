from datetime import timedelta

import pytest
from django.utils import timezone

from comments.form_token import BadToken, expired, is_nonce, new_nonce, read_thread, rendered_at, sign_thread
from comments.tests.builders import thread_facts

NOW = timezone.now().replace(minute=10)


def test_a_token_tells_its_thread():
    facts = thread_facts(title="Straße nach Süden", authors=["A", "B"])
    assert read_thread(sign_thread(facts, NOW))[0] == facts


def test_all_readers_of_an_hour_get_the_same_token():
    assert sign_thread(thread_facts(), NOW) == sign_thread(thread_facts(), NOW + timedelta(minutes=40))


@pytest.mark.parametrize("token", ["", "x", "a:b", "." * 4_000, "eyJhIjoxfQ:forged", "\x00"])
def test_what_we_did_not_sign_is_no_token(token):
    with pytest.raises(BadToken):
        read_thread(token)


def test_a_changed_token_is_no_token():
    token = sign_thread(thread_facts(), NOW)
    with pytest.raises(BadToken):
        read_thread(token[:10] + ("A" if token[10] != "A" else "B") + token[11:])


def test_a_nonce_is_no_token_and_a_token_no_nonce():
    with pytest.raises(BadToken):
        read_thread(new_nonce(NOW))
    assert rendered_at(sign_thread(thread_facts(), NOW)) is None


def test_a_token_outlives_the_caches_and_then_ends(settings):
    settings.COMMENTS_FORM_VALID_HOURS = 48
    issued = read_thread(sign_thread(thread_facts(), NOW))[1]
    assert not expired(issued, NOW + timedelta(hours=48))
    assert expired(issued, NOW + timedelta(hours=50))


def test_a_nonce_may_say_nothing_of_when_it_was_drawn():
    assert is_nonce(new_nonce(None))
    assert rendered_at(new_nonce(None)) is None
    assert not is_nonce("forged.1700000000:x")
    assert not is_nonce("")


def test_a_nonce_says_when_it_was_drawn():
    assert rendered_at(new_nonce(NOW)) == NOW.replace(microsecond=0)
    assert new_nonce(NOW) != new_nonce(NOW)
    assert rendered_at("forged.1700000000:x") is None
