import pytest
from django.test import RequestFactory

from comments.addresses import client_address, network_block, parse_address, reader_block


def request(remote: str = "198.51.100.1", forwarded: str | None = None):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().get("/", REMOTE_ADDR=remote, **headers)


def test_without_proxies_the_peer_is_the_reader(settings):
    settings.TRUSTED_PROXIES = 0
    assert str(client_address(request(forwarded="203.0.113.9"))) == "198.51.100.1"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "reader"),
    [
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.1", "203.0.113.9"),
        (2, "203.0.113.9", "198.51.100.1"),
        (1, "junk", "198.51.100.1"),
        (1, "", "198.51.100.1"),
        (1, None, "198.51.100.1"),
        (1, "203.0.113.9, ", "198.51.100.1"),
        (1, "999.1.1.1, 2001:db8::1", "2001:db8::1"),
        (1, "[2001:db8::1]:4711", "2001:db8::1"),
        (1, "203.0.113.9:4711", "203.0.113.9"),
        (1, "\x00\ud800", "198.51.100.1"),
    ],
)
def test_the_nth_entry_from_the_right_is_the_reader(settings, proxies, forwarded, reader):
    settings.TRUSTED_PROXIES = proxies
    assert str(client_address(request(forwarded=forwarded))) == reader


def test_a_unix_socket_without_proxy_knows_no_address(settings):
    settings.TRUSTED_PROXIES = 0
    assert client_address(request(remote="")) is None
    assert reader_block(None) == "unknown"


def test_mapped_addresses_count_as_the_ipv4_readers_that_they_are():
    first, second = parse_address("::ffff:203.0.113.1"), parse_address("::ffff:203.0.113.2")
    assert reader_block(first) == "203.0.113.1/32"
    assert reader_block(first) != reader_block(second)


def test_an_ipv6_reader_is_a_64_and_moves_within_a_48():
    one, other_64 = parse_address("2001:db8:1:1::1"), parse_address("2001:db8:1:2::1")
    assert reader_block(one) == reader_block(parse_address("2001:db8:1:1:ffff::9"))
    assert reader_block(one) != reader_block(other_64)
    assert network_block(one) == network_block(other_64) == "2001:db8:1::/48"
    assert network_block(one) != network_block(parse_address("2001:db8:2:1::1"))
