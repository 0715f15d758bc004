import io

import pytest
from django.core.management import CommandError, call_command

from comments.tests.builders import make_comment, make_site
from moderation import diagnosis
from moderation.tasks import ask_to_examine

pytestmark = pytest.mark.django_db


def doctor() -> str:
    out = io.StringIO()
    try:
        call_command("doctor", stdout=out, no_color=True)
    except CommandError as error:
        out.write(str(error))
    return out.getvalue()


def line(part: str) -> str:
    return next(line for line in doctor().splitlines() if line[5:].startswith(part))


def test_every_part_says_what_it_is():
    make_site()
    said = doctor()
    for part in diagnosis.PARTS:
        assert f" {part}" in said
    assert line("database").startswith("ok")
    assert line("cache").startswith("ok")
    assert line("broker").startswith("ok")
    assert "daily" in line("sites")


def test_examinations_that_nobody_took_are_counted():
    before = int(line("broker").split(", ")[1].split()[0])
    ask_to_examine(4711)
    assert f", {before + 1} examinations asked for" in line("broker")


def test_workers_that_do_not_answer_are_an_error():
    assert line("workers").startswith("FAIL")
    assert "Not well: workers" in doctor()


def test_a_redis_that_is_away_is_an_error_and_the_rest_is_still_told(settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"LOCATION": "redis://127.0.0.1:1"}}
    assert line("cache").startswith("FAIL")
    assert line("judgement").startswith("ok")


def test_comments_that_nobody_examines_are_an_error():
    comment = make_comment()
    comment.latest_revision.created_at = comment.created_at.replace(year=2020)
    comment.latest_revision.save(update_fields=["created_at"])
    assert "are workers and beat running?" in line("waiting")


def test_passwords_are_not_shown():
    assert diagnosis.without_password("redis://user:secret@host:6379/0") == "redis://user:***@host:6379/0"
    assert diagnosis.without_password("redis://host") == "redis://host"
