"""Spell the address of a Redis as each of its callers wants it, so that one REDIS_URL serves them all.

Only a Unix socket has two spellings: redis-py and Django say `unix:///path?db=0`, Celery says
`redis+socket:///path?virtual_host=0`.
"""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


def for_django(url: str) -> str:
    """Spell a Redis URL as Django's cache and redis-py understand it."""
    return _respell(url, "redis+socket", "unix", {"virtual_host": "db"})


def for_celery(url: str) -> str:
    """Spell a Redis URL as Celery and kombu understand it."""
    return _respell(url, "unix", "redis+socket", {"db": "virtual_host"})


def _respell(url: str, scheme: str, becomes: str, names: dict[str, str]) -> str:
    parts = urlsplit(url)
    if parts.scheme != scheme:
        return url
    query = urlencode([(names.get(name, name), value) for name, value in parse_qsl(parts.query)])
    # urlunsplit() leaves out the two slashes of an empty host for schemes that it does not know.
    return f"{becomes}://{parts.netloc}{urlunsplit(('', '', parts.path, query, ''))}"
