"""The reader's network address, and the networks that it counts towards."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address


def parse_address(text: str) -> Address | None:
    """Read an address as a proxy or server writes it, perhaps with a port or zone; None for anything else.

    IPv4-mapped IPv6 counts as IPv4.
    """
    text = text.strip().removeprefix("[").split("]")[0].split("%")[0]
    if text.count(":") == 1:
        text = text.split(":")[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def client_address(request: HttpRequest) -> Address | None:
    """Say whose request it is.

    With TRUSTED_PROXIES = n, the nth entry of X-Forwarded-For from the right is what the outermost proxy of ours saw;
    whatever stands left of it was sent by the reader and proves nothing. A missing or unreadable entry falls back to
    REMOTE_ADDR; None only where the server knows no address at all, as on a unix socket without a proxy.
    """
    peer = parse_address(request.META.get("REMOTE_ADDR", ""))
    hops = settings.TRUSTED_PROXIES
    if not hops:
        return peer
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    return (parse_address(forwarded[-hops]) if len(forwarded) >= hops else None) or peer


def reader_block(address: Address | None) -> str:
    """The block that one reader commands: an IPv4 address, or the /64 that every IPv6 reader is given."""
    return _block(address, 64)


def network_block(address: Address | None) -> str:
    """The block behind which a reader can change addresses: the IPv6 /48, or again the IPv4 address."""
    return _block(address, 48)


def _block(address: Address | None, ipv6_bits: int) -> str:
    if address is None:
        return "unknown"
    bits = 32 if address.version == 4 else ipv6_bits
    return str(ip_network((address, bits), strict=False))
