import os

import pytest

from config import development


@pytest.fixture
def path(tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "IDENTITY_KEYS", "MODERATOR_PASSWORD", "SECRET_KEY"):
        # Set before it is deleted: monkeypatch then restores it whatever the code under test does to it.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return tmp_path / "development.env"


def test_a_first_run_makes_secrets_of_its_own(path, tmp_path):
    development.read_or_create(path)
    development.read_or_create(tmp_path / "another.env")

    assert len(os.environ["SECRET_KEY"]) >= 50
    assert os.environ["IDENTITY_KEYS"].startswith("k1:")
    assert path.read_text() != (tmp_path / "another.env").read_text()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_secrets_and_what_a_developer_adds_are_kept(path):
    development.read_or_create(path)
    path.write_text(path.read_text() + "RATE_LIMIT_ADDRESS=100/m\n")
    before = path.read_text()
    development.share(path)

    assert path.read_text().startswith(before)


def test_a_variable_that_is_set_wins(path, monkeypatch):
    monkeypatch.setenv("MODERATOR_PASSWORD", "chosen")
    development.read_or_create(path)

    assert os.environ["MODERATOR_PASSWORD"] == "chosen"


def test_what_the_latest_run_uses_is_shared_and_what_an_earlier_one_used_is_gone(path, monkeypatch):
    development.read_or_create(path)
    monkeypatch.setenv("DATABASE_URL", "postgres://localhost/first")
    development.share(path)
    assert "DATABASE_URL=postgres://localhost/first\n" in path.read_text()

    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.setenv("REDIS_URL", "redis://localhost/1")
    development.share(path)
    assert "DATABASE_URL" not in path.read_text()
    assert path.read_text().count("REDIS_URL") == 1
