import socket

import pytest

from moderation.text import domains


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.daily.example.co.uk", "example.co.uk"),
        ("daily.example", "daily.example"),
        ("anna.github.io", "anna.github.io"),
        ("новости.пример.рф", "пример.рф"),
        ("192.0.2.1", "192.0.2.1"),
        ("localhost", "localhost"),
        ("", ""),
    ],
)
def test_which_part_of_a_host_was_registered(host, domain):
    assert domains.registrable_domain(host) == domain


def test_nothing_is_looked_up(monkeypatch):
    def refuse(*args, **kwargs):
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert domains.registrable_domain("never.seen.before.co.uk") == "before.co.uk"
