"""Know which part of a host's name somebody registered."""

from functools import lru_cache

from tldextract import TLDExtract

# The list that comes with the package: no network, no cache on disk.
_EXTRACT = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
_EXTRACT("example.com")  # read the list now, not in the middle of a comment


@lru_cache(maxsize=4096)
def registrable_domain(host: str) -> str:
    """Return the domain that was registered, "example.co.uk" for "www.example.co.uk"; other hosts stay as they are."""
    return _EXTRACT(host).top_domain_under_public_suffix or host
