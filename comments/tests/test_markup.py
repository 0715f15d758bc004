import sys
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comments.markup import SafeHtml, plain_text, sanitising, to_safe_html
from comments.markup.source_text import ALLOWED_TAGS, MAX_DEPTH, MAX_LENGTH, MAX_MARKS
from comments.tests.html_inspection import offences
from comments.tests.markup_vectors import DECEPTIVE, VECTORS


def html_of(body):
    result = to_safe_html(body)
    assert not result.disputed
    return result.html


def link(href, words=None):
    return f'<a href="{href}" rel="nofollow ugc noopener">{words or href}</a>'


def test_words_become_a_paragraph():
    assert to_safe_html("Well said.") == SafeHtml("<p>Well said.</p>", disputed=False)


def test_nothing_comes_of_nothing():
    assert html_of("") == html_of(" \n\n\t ") == ""


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("one\n\ntwo", "<p>one</p><p>two</p>"),
        ("one\r\n\r\n \r\ntwo", "<p>one</p><p>two</p>"),
        ("one\ntwo", "<p>one<br>two</p>"),
        ("\n\none\n", "<p>one</p>"),
        ("<p>one</p>\n\n<p>two</p>", "<p>one</p><p>two</p>"),
        ("<p>one<p>two", "<p>one</p><p>two</p>"),
        ("<p>one\n\ntwo</p>", "<p>one<br><br>two</p>"),
        ("one<br>\ntwo<br/>three", "<p>one<br>two<br>three</p>"),
        ("a <b>bold\nword</b>\n\nb", "<p>a <b>bold<br>word</b></p><p>b</p>"),
        (
            "so:\n<blockquote>one\n\ntwo</blockquote>\nyes",
            "<p>so:</p><blockquote><p>one</p><p>two</p></blockquote><p>yes</p>",
        ),
        ("<ul>\n<li>one\n<li>two\n</ul>", "<ul><li>one</li><li>two</li></ul>"),
        ("<pre>if x:\n\n    y</pre>", "<pre>if x:\n\n    y</pre>"),
    ],
)
def test_paragraphs_and_lines(body, html):
    assert html_of(body) == html


@pytest.mark.parametrize(
    "html",
    [
        "<p><em>a</em> <strong>b</strong> <i>c</i> <b>d</b> <del>e</del> <code>f</code></p>",
        "<blockquote><p>quoted</p></blockquote><p>answer</p>",
        "<ul><li>one</li><li>two <em>three</em></li></ul>",
        "<ol><li>one<ul><li>nested</li></ul></li></ol>",
        "<p>" + link("https://example.org/?a=1&amp;b=2#c", "<em>a</em> link") + "</p>",
    ],
)
def test_simple_html_survives(html):
    assert html_of(html) == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("<STRONG>a</Strong>", "<p><strong>a</strong></p>"),
        ("<b class='x' id=y title=z>a</b>", "<p><b>a</b></p>"),
        ("<b>not closed", "<p><b>not closed</b></p>"),
        ("closed</b> too often", "<p>closed too often</p>"),
        ("<b>one <i>two</b> three</i>", "<p><b>one <i>two</i></b><i> three</i></p>"),
    ],
)
def test_untidy_html_is_tidied(body, html):
    assert html_of(body) == html


@pytest.mark.parametrize(
    "words",
    [
        "I <3 this, >:( not that",
        "if x < y && y > z",
        "<- see there",
        "a List<String> of <grin>s",
        r"look in C:\path\file",
        "AT&T, Q&A; R&D",
        "fish &chips; &unknown;",
        "<!-- a remark -->",
        "<?php echo 1 ?>",
        "</ end>",
        "<b",
        "<a href='not closed>",
        "<script>alert(1)</script>",
        '<img src="x">',
        "1 <2> 3",
        "<\u017ftrong class=x>",
        "x\u200dy \u202eright to left",
    ],
)
def test_whatever_is_not_markup_of_ours_is_shown_as_it_was_written(words):
    assert plain_text(html_of(words)) == words


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("&lt;b&gt; &amp; &eacute; &#233; &#xE9;", "<b> & é é é"),
        ("&amp;lt;", "&lt;"),
        (f"&#{'1' * 5_000};", f"&#{'1' * 5_000};"),
        ("&#0;&#55296;&#x110000;", "\ufffd\ufffd\ufffd"),
        ("a\x00b\x07c\x7f\x9fd\ud800e", "abcd\ufffde"),
    ],
)
def test_entities_and_characters_that_cannot_be_shown(body, words):
    assert plain_text(html_of(body)) == words


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_attacks_come_out_as_words(vector):
    assert offences(to_safe_html(vector).html) == []


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_the_inspection_finds_every_attack_that_is_let_through(vector):
    assert offences(vector)


@pytest.mark.parametrize("vector", VECTORS.values(), ids=VECTORS)
def test_the_sanitisers_stand_without_the_first_wall(monkeypatch, vector):
    monkeypatch.setattr(sanitising, "write_out", lambda body: body)
    assert offences(to_safe_html(vector).html) == []


LEFT_TO_US = DECEPTIVE | {"backslashes after the scheme", "scheme without host"}  # nh3 mends them, as browsers do


@pytest.mark.parametrize("vector", [VECTORS[name] for name in VECTORS if name not in LEFT_TO_US])
def test_what_only_the_second_sanitiser_stops_is_disputed_and_shown_as_words(monkeypatch, vector):
    monkeypatch.setattr(sanitising, "_clean", lambda written: vector)
    result = to_safe_html(vector)
    assert result.disputed
    assert offences(result.html) == []


@pytest.mark.parametrize(
    "first",
    [
        "<p>words <u>underlined</u></p>",
        '<p><b title="x">words</b></p>',
        f"<p>{link('tel:1', 'words')}</p>",
        '<p><a href="https://example.org/" rel="opener">words</a></p>',
        "<p>words<!-- and more --></p>",
        "<p>words<!----></p>",
        f"<p>{link('https://example.org/')[:-4]}{link('https://example.org/')}</a></p>",
    ],
)
def test_every_kind_of_difference_is_disputed(monkeypatch, first):
    monkeypatch.setattr(sanitising, "_clean", lambda written: first)
    assert to_safe_html("words").disputed


@pytest.mark.parametrize(
    "first",
    ["<p>a &gt; b &nbsp;&#233;</p>\n", '<p><a rel="nofollow ugc noopener" href="https://a.b/?c&amp;d">e</a>\n\n</p>'],
)
def test_differences_of_spelling_are_not_disputed(monkeypatch, first):
    monkeypatch.setattr(sanitising, "_clean", lambda written: first)
    assert to_safe_html("words") == SafeHtml(first, disputed=False)


def processor_seconds(body):
    start = process_time()
    to_safe_html(body)
    return process_time() - start


SLOW = {
    "lists": "<ul><li>",
    "bold": "<b>",
    "quotations": "<blockquote>",
    "paragraphs in bold": "<b><i><em><p>",
    "ends out of order": "<b><i></b></i>",
    "attributes": "<b a=1 b=2",
    "ends without start": "</ul>",
    "hyphens": "a-",
    "dots": "a.",
    "addresses": "a@",
    "links": "https://a.example ",
    "schemes": "https://",
    "parentheses": "http://a(",
    "quotes": '<a href="',
    "ampersands": "&",
    "numbers": "&#1",
    "angles": "<",
    "lines": "a\n",
    "spaces": " ",
    "one word": "\u0e01",
}


@pytest.mark.parametrize("piece", SLOW.values(), ids=SLOW)
def test_no_text_costs_much_more_than_plain_words(piece):
    plain = ("seven words and then a full stop. " * MAX_LENGTH)[:MAX_LENGTH]
    bound = 40 * min(processor_seconds(plain) for _ in range(3))
    for length in (1_000, 5_000, MAX_LENGTH):
        body = (piece * length)[:length]
        assert min(processor_seconds(body) for _ in range(3)) < bound


@pytest.mark.parametrize(
    "body",
    [
        "<b>" * (MAX_DEPTH + 1) + "deep",
        "<br>" * (MAX_MARKS // 2 + 1) + "many",
        "<em>long</em> " * 10 + "x" * MAX_LENGTH,
    ],
)
def test_beyond_the_bounds_everything_is_words(body):
    assert "".join(plain_text(html_of(body)).split()) == "".join(body.split())


def test_beyond_the_bounds_paragraphs_remain():
    body = "one\ntwo\n\n<b>three</b>" + " &" * MAX_MARKS
    assert html_of(body).startswith("<p>one<br>two</p><p>&lt;b&gt;three&lt;/b&gt; &amp;")


@pytest.mark.parametrize("tag", sorted(ALLOWED_TAGS))
@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_MARKS // 2, sys.getrecursionlimit()])
def test_nesting_does_not_exhaust_the_stack(tag, depth):
    assert "deep" in html_of(f"<{tag}>" * depth + "deep")


def test_plain_text_keeps_paragraphs_lines_and_lists_apart():
    body = "Hi &amp; <em>hello</em>,\nyou\n\n<ul><li>one<li>two</ul>see <a href='https://example.org/'>this</a>"
    assert plain_text(html_of(body)) == "Hi & hello,\nyou\n\none\ntwo\n\nsee this"


PIECES = [
    *VECTORS.values(),
    *(f"<{end}{tag}>" for tag in sorted(ALLOWED_TAGS) for end in ("", "/")),
    *(
        "\n",
        "\n\n",
        "word ",
        "&lt;",
        "&",
        "<",
        ">",
        '"',
        "'",
        "https://example.org/ ",
        "<a href='https://example.org/'>",
    ),
]
garbage = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join)


@settings(deadline=None)
@given(garbage | st.text())
def test_nothing_but_what_is_allowed_comes_out_of_any_text(body):
    assert offences(to_safe_html(body).html) == []


@settings(deadline=None)
@given(garbage | st.text())
def test_what_came_out_goes_in_again_unchanged(body):
    html = to_safe_html(body).html
    assert plain_text(to_safe_html(html).html).split() == plain_text(html).split()


@settings(deadline=None)
@given(garbage)
def test_nested_garbage_is_seldom_a_matter_of_dispute(body):
    assert not to_safe_html(body).disputed


@settings(deadline=None)
@given(st.text(st.characters(exclude_characters="&<>", exclude_categories=["Cc", "Cs"])))
def test_every_word_is_kept(body):
    assert plain_text(html_of(body)).split() == body.split()
