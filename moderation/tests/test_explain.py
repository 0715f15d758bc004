import io

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from comments.tests.builders import make_comment
from moderation.examination import examine_comment

pytestmark = pytest.mark.django_db


def explain(public_id: str) -> str:
    out = io.StringIO()
    call_command("explain", public_id, stdout=out)
    return out.getvalue()


def test_every_finding_is_told_with_its_words_and_the_words_it_is_about():
    comment = make_comment(body="See http://a.example http://b.example http://c.example")
    examine_comment(comment.pk, timezone.now())
    told = explain(comment.public_id)
    assert "As many as 3 links. 5 points (links.many" in told
    assert "[4:20] 'http://a.example'" in told
    assert "pending → held by machine" in told


def test_a_comment_that_waits_has_its_text_and_nothing_more():
    comment = make_comment(body="Not examined yet.")
    assert "Not examined yet." in explain(comment.public_id)


def test_a_terminal_obeys_no_reader():
    told = explain(make_comment(body="\x1b[2J\u202eclear\r", name="\x1b]0;title").public_id)
    assert "\\x1b[2J\\u202eclear\\r" in told
    assert not set(told) & set("\x1b\u202e\r")


def test_an_id_that_nobody_has_is_an_error():
    with pytest.raises(CommandError, match="no comment"):
        explain("nonesuch")
