import pytest

from config.redis_urls import for_celery, for_django


def test_a_socket_is_spelt_for_each_caller():
    assert for_django("redis+socket:///run/redis.sock?virtual_host=3") == "unix:///run/redis.sock?db=3"
    assert for_celery("unix:///run/redis.sock?db=3") == "redis+socket:///run/redis.sock?virtual_host=3"


@pytest.mark.parametrize("spell", [for_django, for_celery])
@pytest.mark.parametrize(
    "url", ["redis://127.0.0.1:6379/1", "rediss://:secret@redis.example:6380/0?ssl_cert_reqs=none"]
)
def test_a_server_on_the_network_is_left_as_it_is(spell, url):
    assert spell(url) == url


def test_a_spelling_that_is_already_right_is_left_as_it_is():
    assert for_django("unix:///run/redis.sock") == "unix:///run/redis.sock"
    assert for_celery("redis+socket:///run/redis.sock") == "redis+socket:///run/redis.sock"


def test_a_password_and_an_odd_path_survive():
    assert for_celery("unix://:se%40cret@/my%20run/redis.sock") == "redis+socket://:se%40cret@/my%20run/redis.sock"
