import pytest
from redis.exceptions import ConnectionError, TimeoutError

from comments.redis_breaker import RETRY_AFTER_SECONDS, Breaker, RedisAway


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def call(breaker: Breaker, answer: object) -> object:
    with breaker.guard():
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_a_redis_that_answers_is_used(clock):
    breaker = Breaker(clock)
    assert [call(breaker, n) for n in range(3)] == [0, 1, 2]


@pytest.mark.parametrize("error", [ConnectionError(), TimeoutError(), OSError(), ConnectionRefusedError()])
def test_after_one_failure_nobody_waits_until_it_is_time_to_try_again(clock, error):
    breaker = Breaker(clock)
    with pytest.raises(RedisAway):
        call(breaker, error)
    asked = []
    with pytest.raises(RedisAway), breaker.guard():
        asked.append(1)
    assert not asked
    clock.now += RETRY_AFTER_SECONDS
    assert call(breaker, "back") == "back"
    assert call(breaker, "still") == "still"


def test_only_one_caller_tries_for_all(clock):
    breaker = Breaker(clock)
    with pytest.raises(RedisAway):
        call(breaker, ConnectionError())
    clock.now += RETRY_AFTER_SECONDS
    with breaker.guard(), pytest.raises(RedisAway):
        call(breaker, "a second one meanwhile")


def test_errors_of_our_own_are_not_redis_being_away(clock):
    breaker = Breaker(clock)
    with pytest.raises(ZeroDivisionError):
        call(breaker, ZeroDivisionError())
    assert call(breaker, "fine") == "fine"
