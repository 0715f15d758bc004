import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

from comments.models import Comment
from comments.tests.builders import make_site
from moderation.models import Decision, PolicyVersion, Term
from moderation.presets import BALANCED

pytestmark = pytest.mark.django_db


@pytest.fixture
def score(monkeypatch):
    def run(*lines: object, **options: object) -> list[dict]:
        data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        out = io.StringIO()
        call_command("score", stdout=out, **options)
        return [json.loads(line) for line in out.getvalue().splitlines()]

    return run


def test_each_line_gets_its_verdict_with_reasons(score):
    clean, spam = score(
        {"id": 1, "text": "I remember that train well."},
        {"id": "two", "text": "http://a.example http://b.example http://c.example", "lang": "en"},
    )
    assert (clean["id"], clean["outcome"]) == (1, "publish")
    assert (spam["id"], spam["outcome"]) == ("two", "hold")
    many = next(finding for finding in spam["findings"] if finding["code"] == "links.many")
    assert many["points"] > 0
    assert many["params"] == {"links": 3}
    assert [0, 16] in many["spans"]


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b"[1]",
        b"null",
        b"17",
        {"id": 1},
        {"text": 5},
        {"text": "x", "name": []},
        b"\xff\xfe",
        b'"x"',
        {"text": "\x00"},
        b'{"text": "\\ud800"}',
        b"[" * 100_000,
        b'{"text": "' + b"x" * 3_000_000 + b'"}',
        b'{"text": "x", "id": NaN}',
    ],
)
def test_a_bad_line_is_named_and_the_rest_go_on(score, bad):
    first, wrong, last = score({"text": "Fine."}, bad, {"text": "Fine too.", "id": 3})
    assert wrong["line"] == 2
    assert wrong["error"]
    assert (first["outcome"], last["id"]) == ("publish", 3)


def test_an_id_comes_back_whatever_it_is(score):
    strange, accented = score(b'{"text": "Fine.", "id": "\\ud800"}', {"text": "Fine.", "id": "é"})
    assert strange["id"] == "\ud800"
    assert accented["id"] == "é"


def test_blank_lines_count_and_say_nothing(score):
    assert score({"text": "Fine."}, b"", b"{")[1]["line"] == 3


def test_nothing_is_written(score):
    score({"text": "Fine.", "thread": "article", "email": "alice@mail.example"})
    assert not Comment.objects.exists()
    assert not Decision.objects.exists()


def test_the_articles_own_host_is_no_link(score):
    text = "https://daily.example/1 https://daily.example/2 https://daily.example/3"
    own, foreign = score({"text": text, "url": "https://daily.example/article"}, {"text": text, "url": "://["})
    assert (own["outcome"], foreign["outcome"]) == ("publish", "hold")


def test_a_site_has_its_own_policy_and_terms(score):
    site = make_site("strict")
    Term.objects.create(list="suspect", text="gadzooks", site=site)
    strict = BALANCED | {"points": BALANCED["points"] | {"terms.suspect": 50}}
    PolicyVersion.objects.create(site=site, number=1, data=strict)
    line = {"text": "Gadzooks, what a train."}
    assert score(line)[0]["outcome"] == "publish"
    assert score(line, site="strict")[0]["score"] > 5
    with pytest.raises(CommandError, match="no site"):
        score(line, site="gone")


def test_who_wrote_it_can_be_said(score):
    line = {"text": "I remember that train well."}
    assert score(line)[0]["score"] > score(line, author="established")[0]["score"]
