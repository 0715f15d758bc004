"""Show what readers and sites wrote, in lists: always escaped, always kept apart from the words around it."""

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

EXCERPT_CHARACTERS = 160


def isolated(text: str) -> SafeString:
    """Show a name or title, whose direction of writing does not turn what stands around it."""
    return format_html("<bdi>{}</bdi>", text)


def excerpt(text: str) -> SafeString:
    """Show the beginning of a text, on one line."""
    return format_html('<span dir="auto">{}</span>', shortened(text))


def shortened(text: str) -> str:
    """The beginning of a text, on one line."""
    return Truncator(" ".join(text.split())).chars(EXCERPT_CHARACTERS)


def web_address(url: str) -> str:
    """The address if it may be a link: http or https, and nothing that a browser would run. Else empty."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def link_to(url: str) -> SafeString:
    """Show an address, as a link only where it is safe to be one."""
    if web_address(url):
        return format_html('<a href="{0}" rel="noopener noreferrer">{0}</a>', url)
    return isolated(url)


def status_badge(status: str, label: str) -> SafeString:
    """Show a status in its colour, and in words."""
    return format_html('<span class="status status-{}">{}</span>', status, label)
