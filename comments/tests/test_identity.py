import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from comments import identity
from comments.identity import Remembered, keyed_hash, keyed_hashes

OLD, NEW = "k1:an old secret of some length", "k2:a new secret of some length"


def test_equal_values_match_and_the_hash_names_its_key(settings):
    settings.IDENTITY_KEYS = [OLD]
    assert keyed_hash("email", "alice@mail.example") == keyed_hash("email", "alice@mail.example")
    assert keyed_hash("email", "alice@mail.example").startswith("k1:")
    assert keyed_hash("email", "alice@mail.example") != keyed_hash("address", "alice@mail.example")


def test_what_an_old_key_hashed_is_found_after_rotation(settings):
    settings.IDENTITY_KEYS = [OLD]
    stored = keyed_hash("email", "alice@mail.example")
    settings.IDENTITY_KEYS = [NEW, OLD]
    assert keyed_hash("email", "alice@mail.example").startswith("k2:")
    assert stored in keyed_hashes("email", "alice@mail.example")


@pytest.mark.parametrize("pairs", [(), ("nocolon-but-long-enough",), (":secret of some length",), ("k1:short",)])
def test_unusable_keys_are_refused(pairs):
    with pytest.raises(ValueError, match="identity key"):
        identity.identity_keys(pairs)


def test_the_own_page_opens_for_its_token_only():
    token = identity.own_page_token(7)
    assert identity.comment_of_own_page(token) == 7
    assert identity.comment_of_own_page(token.replace("7", "8", 1)) is None
    for forged in ("7", "", "7.x", "x" * 5_000, "٧.abc"):
        assert identity.comment_of_own_page(forged) is None


def sent_back(response: HttpResponse):
    request = RequestFactory().get("/")
    request.COOKIES = {name: morsel.value for name, morsel in response.cookies.items()}
    return request


def test_a_device_remembers_its_reader():
    response = HttpResponse()
    identity.remember(response, Remembered("Alice", "alice@mail.example", "device"))
    cookie = response.cookies[identity.REMEMBERED_COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert identity.remembered(sent_back(response)) == Remembered("Alice", "alice@mail.example", "device")


def test_a_cookie_that_we_did_not_sign_is_nobody():
    request = RequestFactory().get("/")
    request.COOKIES = {identity.REMEMBERED_COOKIE: "eyJuYW1lIjoiIn0:x:y", identity.OWN_COOKIE: "[1,2]:forged"}
    assert identity.remembered(request) is None
    assert identity.own_comments(request) == []


def test_a_browser_knows_its_own_comments_and_forgets_the_oldest():
    request = RequestFactory().get("/")
    for number in range(identity.OWN_COMMENTS_KEPT + 5):
        response = HttpResponse()
        identity.add_own_comment(request, response, number)
        request = sent_back(response)
    assert identity.own_comments(request) == list(range(5, identity.OWN_COMMENTS_KEPT + 5))
