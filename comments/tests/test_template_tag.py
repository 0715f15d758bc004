"""Asking for the section: by include, by tag, and wrongly."""

import pytest
from django.template import Context, TemplateSyntaxError, engines
from django.test import RequestFactory
from django.utils import translation

from comments.form_token import read_thread
from comments.tests.builders import make_site, thread_facts
from comments.tests.rendering import INCLUDE, TAG, WITH, render, token_of

pytestmark = pytest.mark.django_db

BASE = "<!doctype html><title>The Daily</title><body><h1>The Daily</h1>{% block body %}{% endblock %}</body>"


@pytest.fixture(autouse=True)
def daily():
    return make_site()


@pytest.mark.parametrize("section", [INCLUDE, INCLUDE.replace(" %}", " only %}"), TAG], ids=["include", "only", "tag"])
def test_a_page_of_a_design_of_its_own_gets_the_section(section):
    base = engines["django"].from_string(BASE).template
    page = "{% extends base %}{% block body %}<p>Read on.</p>" + section + "{% endblock %}"
    html = render(page, base=base)
    assert html.count("<!doctype") == html.count("<aside") == html.count("comments.css") == 1
    assert html.index("The Daily") < html.index("Read on.") < html.index("Comments About This Article")
    assert read_thread(token_of(html))[0] == thread_facts()


def test_both_ways_give_the_same():
    assert render(INCLUDE).strip() == render(TAG).strip()


def test_every_value_of_a_page_is_in_the_forms_token():
    extra = 'section="Opinion" language="de" published="2026-05-04" authors="Alice, Bob"'
    facts = thread_facts(section="Opinion", language="de", published="2026-05-04", authors=["Alice", "Bob"])
    for source in (INCLUDE.replace(" %}", f" {extra} %}}"), TAG.replace('article" %}', f'article" {extra} %}}')):
        assert read_thread(token_of(render(source)))[0] == facts


def test_the_pages_own_variables_mean_something_else():
    unrelated = dict.fromkeys(("site", "section", "language", "published", "authors", "private", "form"), object())
    assert render(INCLUDE, **unrelated) == render(INCLUDE)


def test_the_pages_own_variables_stay_as_they_were():
    assert render(INCLUDE + "{{ title }}", title="Mine").endswith("Mine")
    with translation.override("de"):
        render(INCLUDE)
        assert translation.get_language() == "de"


def test_a_page_rendered_for_one_reader_gets_a_nonce():
    assert 'name="nonce"' in render(INCLUDE.replace(" %}", " private=True %}"))
    assert 'name="nonce"' not in render(INCLUDE)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("", "missing or empty: site, id, url, title"),
        ('site="daily" id="" url="https://daily.example/" title="T"', "missing or empty: id"),
        ('site="daily" id=nothing url="https://daily.example/" title="T"', "missing or empty: id"),
        ('site="weekly" id="1" url="https://weekly.example/" title="T"', "add_site weekly"),
        (WITH + ' lang="en"', "no lang"),
        (WITH + ' language="English, mostly"', "language"),
        (WITH.replace("https:/", ""), "url"),
        (WITH.replace('id="article"', f'id="{"x" * 201}"'), "id"),
    ],
)
def test_a_wrong_use_fails_in_words_for_who_writes_the_page(given, words):
    include = '{% include "comments/section.html" ' + (f"with {given} %}}" if given else "%}")
    for source in (include, f"{{% load comments %}}{{% comment_section {given} %}}"):
        with pytest.raises(TemplateSyntaxError, match=words):
            render(source)


@pytest.mark.parametrize("source", [INCLUDE, TAG])
def test_a_page_rendered_without_its_request_is_told_so(source):
    template = engines["django"].from_string(source).template
    with pytest.raises(TemplateSyntaxError, match="render the page with"):
        template.render(Context({}))
    assert "Comments About This Article" in template.render(Context({"request": RequestFactory().get("/")}))


def test_a_title_is_escaped_and_a_long_one_cut():
    html = render(INCLUDE.replace('"An article"', "title"), title="<script>" + "x" * 600)
    assert "<script>" not in html
    assert len(read_thread(token_of(html))[0].title) == 500
