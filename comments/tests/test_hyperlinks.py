import pytest

from comments.markup import to_safe_html


def html_of(body):
    return to_safe_html(body).html


def link(href, words=None):
    return f'<a href="{href}" rel="nofollow ugc noopener">{words or href}</a>'


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("see https://example.org/a", f"see {link('https://example.org/a')}"),
        ("HTTP://Example.org", link("http://Example.org", "HTTP://Example.org")),
        ("www.example.org", link("http://www.example.org", "www.example.org")),
        ("at https://example.org/?a=1&b=2.", f"at {link('https://example.org/?a=1&amp;b=2')}."),
        (
            "?a&copy;b https://example.org/?a&amp;copy;b",
            f"?a©b {link('https://example.org/?a&amp;copy%3Bb', 'https://example.org/?a&amp;copy;b')}",
        ),
        ("https://example.org/a? No!", f"{link('https://example.org/a')}? No!"),
        ("(https://example.org/a_(b))!", f"({link('https://example.org/a_(b)')})!"),
        ("<https://example.org/>", f"&lt;{link('https://example.org/')}&gt;"),
        ('"https://example.org/"', f'"{link("https://example.org/")}"'),
        ("见https://example.org/页。好", f"见{link('https://example.org/页')}。好"),
        ("<em>https://example.org/</em>", f"<em>{link('https://example.org/')}</em>"),
        ("<code>https://example.org/</code>", "<code>https://example.org/</code>"),
        ("a@www.example.org", "a@www.example.org"),
        ("https://", "https://"),
        ("https://user:password@example.org/", "https://user:password@example.org/"),
        ("javascript:alert(1) data:1 ftp://example.org", "javascript:alert(1) data:1 ftp://example.org"),
        ("asp.net and end.So", "asp.net and end.So"),
    ],
)
def test_bare_addresses_become_links(body, html):
    assert html_of(body) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ('href="https://example.org/"', "https://example.org/"),
        ("href='http://example.org:8080'", "http://example.org:8080"),
        ("href=https://example.org/", "https://example.org/"),
        ('HREF = " HTTPS://example.org/ "', "https://example.org/"),
        ('rel="me follow" target="_top" href="https://example.org/" title="x"', "https://example.org/"),
        ('href="https://example.org/it\'s a `page`"', "https://example.org/it%27s%20a%20%60page%60"),
        (r'href="https://example.org/a\b"', "https://example.org/a%5Cb"),
        ('href="https://example.org/?a&quot;b"', "https://example.org/?a%22b"),
        ('href="https://bücher.example/ß"', "https://bücher.example/ß"),
        ('href="mailto:alice+news@example.org"', "mailto:alice+news@example.org"),
    ],
)
def test_links_keep_their_destination_and_nothing_else(written, href):
    assert html_of(f"<a {written}>here</a>") == f"<p>{link(href, 'here')}</p>"


@pytest.mark.parametrize(
    "href",
    [
        "javascript:123",
        "JavaScript:alert(1)",
        "  javascript:alert(1)",
        "java\tscript:alert(1)",
        "ht\ntps://example.org/",
        "java&Tab;script&colon;alert(1)",
        "&#106;avascript&#58;alert(1)",
        "\x01https://example.org/",
        "https://example.org/\u202etxt.exe",
        "https://exa\u200bmple.org/",
        "data:1",
        "vbscript:x",
        "ftp://example.org/",
        "/logout",
        "page",
        "#top",
        "?logout",
        "",
        "//example.org/",
        "\\\\example.org/",
        "https:\\\\example.org/",
        "https:/\\example.org/",
        "https:example.org",
        "https:/example.org",
        "https:///example.org",
        "https://example.org@evil.example/",
        "https://example.org:evil@evil.example/",
        "https://example.org:port/",
        "https://%65xample.org/",
        "mailto:bob@example.org?subject=x",
        "mailto:bob@example.org%0d%0abcc:all@example.org",
        "mailto:bob@example.org,carol@example.org",
        "mailto:bob",
        "https://example.org/" + "x" * 2_000,
    ],
)
def test_other_destinations_are_taken_off_the_link(href):
    assert html_of(f'<a href="{href}">here</a>') == "<p><a>here</a></p>"
