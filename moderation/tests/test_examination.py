"""Examinations with the real rules, and with rules that misbehave."""

from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.utils import timezone

from comments.models import Comment, Mode, Revision, Status
from comments.posting import From, edit_comment
from comments.publication import withdraw
from comments.tests.builders import make_comment, make_site, make_thread
from moderation import examination
from moderation.examination import examine_comment
from moderation.findings import Finding
from moderation.models import Decision, FindingRecord, PolicyVersion, Term, TermsVersion
from moderation.presets import BALANCED
from moderation.rules import rule
from moderation.tests.test_decisions import by_person, decide

pytestmark = pytest.mark.django_db


@rule("test.raises", family="test", version=1)
def raises(submission):
    raise RuntimeError("a bug")


@pytest.fixture
def rules(settings):
    """Put rules of the test beside the real ones."""

    def use(*names):
        settings.MODERATION_RULES = [*django_settings.MODERATION_RULES, *(f"{__name__}.{name}" for name in names)]

    return use


def examine(comment: Comment, later: timedelta = timedelta()) -> Comment:
    examine_comment(comment.pk, timezone.now() + later)
    comment.refresh_from_db()
    return comment


def codes(comment: Comment) -> set[str]:
    return set(FindingRecord.objects.filter(revision=comment.latest_revision).values_list("code", flat=True))


def test_an_ordinary_first_comment_is_published():
    comment = examine(make_comment(body="My aunt worked on that line for years.\n\nThank you!"))
    assert comment.status == Status.PUBLISHED
    assert comment.html == "<p>My aunt worked on that line for years.</p><p>Thank you!</p>"
    assert comment.latest_revision.examined_at


def test_three_links_wait_for_a_moderator_with_their_reasons():
    comment = examine(make_comment(body="See http://a.example http://b.example http://c.example"))
    assert comment.status == Status.HELD
    assert "links.many" in codes(comment)


def test_a_filled_honeypot_is_rejected():
    assert examine(make_comment(honeypot_filled=True)).status == Status.REJECTED


def test_links_to_the_sites_own_hosts_are_no_links():
    body = "See https://daily.example/a https://daily.example/b https://www.daily.example/c"
    assert examine(make_comment(body=body)).status == Status.PUBLISHED


def test_terms_are_looked_for_in_text_and_name_however_disguised():
    Term.objects.create(list="banned", text="gadzooks")
    Term.objects.create(list="suspect", text="fiddle*", site=make_site("weekly"))
    TermsVersion.objects.update_or_create(pk=1, defaults={"number": 77})
    for fields in ({"body": "Oh GADZOOKS, well."}, {"body": "Oh g\u200badzо0ks, well."}, {"name": "Gadzooks"}):
        assert "terms.banned" in codes(examine(make_comment(**fields))), fields
    assert "terms.suspect" not in codes(examine(make_comment(body="Fiddlesticks indeed.")))
    elsewhere = make_comment(make_thread(make_site("weekly")), body="Fiddlesticks indeed.")
    assert "terms.suspect" in codes(examine(elsewhere))


def test_a_site_or_thread_that_holds_everything_does():
    site = make_site("careful", mode=Mode.HOLD)
    assert examine(make_comment(make_thread(site))).status == Status.HELD
    assert examine(make_comment(make_thread(external_id="hot", mode=Mode.HOLD))).status == Status.HELD
    assert examine(make_comment(make_thread(site, "calm", mode=Mode.EXAMINE))).status == Status.PUBLISHED


def test_the_same_text_again_is_seen():
    text = "The very best watches are sold by my good friend in the market hall."
    assert examine(make_comment(body=text)).status == Status.PUBLISHED
    by_author = make_comment(make_thread(external_id="other"), body=text)
    assert "repetition.same_author" in codes(examine(by_author))
    by_another = make_comment(make_thread(external_id="third"), body=text.upper(), email="bob@mail.example")
    assert "repetition.other_authors" in codes(examine(by_another))


def test_a_site_has_its_own_policy():
    strict = BALANCED | {"points": BALANCED["points"] | {"author.first_comment": 5}}
    version = PolicyVersion.objects.create(site=make_site("strict"), number=1, data=strict)
    assert examine(make_comment(make_thread(make_site("strict")))).status == Status.HELD
    assert Decision.objects.get().policy_version_id == version.pk
    assert examine(make_comment()).status == Status.PUBLISHED


def test_twice_is_once():
    comment = examine(examine(make_comment()))
    assert Decision.objects.count() == 1
    assert comment.thread.published_count in (0, 1)


def test_a_person_who_was_faster_keeps_the_last_word(monkeypatch):
    comment = make_comment()

    def decided_meanwhile(*args, **kwargs):
        decide(
            Comment.objects.select_related("latest_revision", "thread").get(pk=comment.pk),
            by_person(Status.REJECTED),
            timezone.now(),
        )
        return submission_for(*args, **kwargs)

    submission_for = examination.submission_for
    monkeypatch.setattr(examination, "submission_for", decided_meanwhile)
    assert examine(comment).status == Status.REJECTED
    assert [decision.source for decision in Decision.objects.all()] == ["moderator"]


def test_an_edit_meanwhile_is_examined_instead(monkeypatch):
    comment = make_comment(body="First version.")

    def edited_meanwhile(*args, **kwargs):
        monkeypatch.undo()
        edit_comment(comment.pk, "Second version.", From(), timezone.now())
        return submission_for(*args, **kwargs)

    submission_for = examination.submission_for
    monkeypatch.setattr(examination, "submission_for", edited_meanwhile)
    assert examine(comment).status == Status.PENDING
    assert examine(comment).html == "<p>Second version.</p>"


def test_what_is_withdrawn_before_its_examination_is_never_shown():
    comment = make_comment()
    withdraw(Comment.objects.select_related("public_revision", "parent").get(pk=comment.pk), timezone.now())
    assert not examine(comment).visible
    assert comment.html == ""


def test_a_comment_that_is_gone_is_no_error():
    assert examine_comment(4711, timezone.now()) is None


def test_a_rule_that_raises_holds_the_comment_and_the_others_still_count(rules):
    rules("raises")
    comment = examine(make_comment(body="See http://a.example http://b.example http://c.example"))
    assert comment.status == Status.HELD
    assert {"rule.failed", "links.many"} <= codes(comment)


def test_what_only_a_failed_rule_held_is_looked_at_again(rules, settings):
    before = settings.MODERATION_RULES
    rules("raises")
    comment = examine(make_comment())
    assert comment.status == Status.HELD
    settings.MODERATION_RULES = before
    assert examine(comment).status == Status.HELD
    assert examine(comment, timedelta(minutes=2)).status == Status.PUBLISHED
    assert [decision.technical for decision in Decision.objects.order_by("pk")] == [True, False]


def test_a_rule_that_goes_on_failing_is_tried_ever_more_seldom(rules):
    rules("raises")
    comment = examine(make_comment())
    waits, now = [], timezone.now()
    for _ in range(50):
        due = Revision.objects.get(comment=comment).due_at
        if due is None:
            break
        waits.append(round((due - now).total_seconds() / 60))
        now = due
        examine_comment(comment.pk, now)
    assert waits[:4] == [1, 1, 2, 4]
    assert max(waits) <= 60
    assert due is None
    assert Decision.objects.count() == 1


def test_a_person_ends_the_rechecks(rules, settings):
    before = settings.MODERATION_RULES
    rules("raises")
    comment = examine(make_comment())
    decide(
        Comment.objects.select_related("latest_revision", "thread").get(pk=comment.pk),
        by_person(Status.REJECTED),
        timezone.now(),
    )
    settings.MODERATION_RULES = before
    assert examine(comment, timedelta(minutes=5)).status == Status.REJECTED


def test_what_never_comes_to_an_end_is_held_with_that_as_its_reason(monkeypatch, settings):
    comment = make_comment()

    def die(*args, **kwargs):
        raise MemoryError

    monkeypatch.setattr(examination, "submission_for", die)
    later = timedelta()
    for _ in range(settings.EXAMINATION_MAX_ATTEMPTS):
        with pytest.raises(MemoryError):
            examine(comment, later)
        later += timedelta(minutes=1)
    assert examine(comment, later).status == Status.HELD
    assert codes(comment) == {"examination.unfinished"}
    assert Revision.objects.get().due_at is None


def test_attempts_are_counted_before_the_work_starts(monkeypatch):
    comment, seen = make_comment(), []

    def look(*args, **kwargs):
        seen.append(Revision.objects.get().attempts)
        return submission_for(*args, **kwargs)

    submission_for = examination.submission_for
    monkeypatch.setattr(examination, "submission_for", look)
    examine(comment)
    assert seen == [1]


def test_evaluation_is_recorded_and_changes_nothing(rules):
    rules("tries")
    comment = examine(make_comment())
    assert comment.status == Status.PUBLISHED
    assert not FindingRecord.objects.get(code="test.tries").counted


@rule("test.tries", family="test", version=1)
def tries(submission):
    yield Finding()
