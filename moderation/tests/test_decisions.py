import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from comments.models import Comment, Status
from comments.posting import From, edit_comment
from comments.tests.builders import make_comment, move
from moderation.decisions import Conflict, NotAllowed, Ruling, decide, latest_decision, machine_ruling
from moderation.findings import Finding, Outcome, ScoredFinding, Verdict
from moderation.models import Decision, FindingRecord, Source

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def verdict(outcome=Outcome.HOLD, *, technical=False, **finding) -> Verdict:
    found = Finding(**({"code": "links.many", "family": "links", "version": 2, "spans": [(0, 3)]} | finding))
    scored = ScoredFinding(finding=found, points=5.0, counted=True)
    return Verdict(outcome=outcome, score=5.0, findings=(scored,), technical=technical)


def by_machine(outcome, **options) -> Ruling:
    return machine_ruling(verdict(outcome, **options), 3)


def by_person(to_status, **fields) -> Ruling:
    return Ruling(to_status=to_status, source=Source.MODERATOR, actor_id=1, **fields)


def examined(comment: Comment) -> Comment:
    """The comment as a worker has it that just examined it."""
    comment.latest_revision.examined_at, comment.latest_revision.html = NOW, "<p>Fine.</p>"
    return comment


def fresh(comment: Comment) -> Comment:
    related = ("thread__site", "author", "latest_revision", "public_revision")
    return Comment.objects.select_related(*related).get(pk=comment.pk)


def test_a_decision_moves_the_comment_and_records_all_that_can_never_be_filled_in_later():
    comment = examined(make_comment())
    decision = decide(comment, by_machine(Outcome.HOLD), NOW)
    assert fresh(comment).status == Status.HELD
    assert (decision.from_status, decision.to_status) == (Status.PENDING, Status.HELD)
    assert decision.revision_hash == comment.latest_revision.body_hash
    assert (decision.source, decision.automated_decision, decision.ground) == (Source.MACHINE, True, "guidelines")
    assert (decision.score, decision.policy_version_id, decision.rule_versions) == (5.0, 3, {"links.many": 2})
    assert (decision.public_before, decision.public_after) == (False, False)
    record = FindingRecord.objects.get()
    assert (record.code, record.spans, record.points, record.decision_id) == ("links.many", [[0, 3]], 5.0, decision.pk)


def test_the_same_examination_twice_changes_nothing_the_second_time():
    comment = examined(make_comment())
    again = examined(fresh(comment))
    decide(comment, by_machine(Outcome.PUBLISH), NOW)
    with pytest.raises((Conflict, NotAllowed)):
        decide(again, by_machine(Outcome.REJECT), NOW)
    assert fresh(comment).status == Status.PUBLISHED
    assert Decision.objects.count() == 1


def test_who_decides_second_is_told_what_was_decided_first():
    comment = make_comment(status=Status.HELD)
    one, two = fresh(comment), fresh(comment)
    first = decide(one, by_person(Status.PUBLISHED), NOW)
    with pytest.raises(Conflict) as conflict:
        decide(two, by_person(Status.REJECTED), NOW)
    assert conflict.value.decision == first
    assert fresh(comment).status == Status.PUBLISHED


def test_an_edit_after_the_card_was_opened_refuses_the_old_decision():
    comment = make_comment(status=Status.PUBLISHED)
    opened = fresh(comment)
    edit_comment(comment.pk, "Something else.", From(), timezone.now())
    with pytest.raises(Conflict):
        decide(opened, by_person(Status.REJECTED), NOW)


@pytest.mark.parametrize("decided", [Status.PUBLISHED, Status.REJECTED, Status.HELD])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_a_machine_never_overturns_a_person(decided, outcome):
    comment = examined(make_comment())
    decide(comment, by_person(decided), NOW)
    late = examined(fresh(comment))
    with pytest.raises(NotAllowed):
        decide(late, by_machine(outcome), NOW)
    assert fresh(comment).status == decided


def test_a_machine_may_look_again_only_at_what_technical_findings_alone_held():
    technical, doubtful = examined(make_comment()), examined(make_comment())
    decide(technical, by_machine(Outcome.HOLD, technical=True), NOW)
    decide(doubtful, by_machine(Outcome.HOLD), NOW)
    decide(examined(fresh(technical)), by_machine(Outcome.PUBLISH), NOW)
    assert fresh(technical).status == Status.PUBLISHED
    with pytest.raises(NotAllowed):
        decide(examined(fresh(doubtful)), by_machine(Outcome.PUBLISH), NOW)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Status.PENDING, Status.HELD),
        (Status.PENDING, Status.REJECTED),
        (Status.HELD, Status.PUBLISHED),
        (Status.HELD, Status.REJECTED),
        (Status.PUBLISHED, Status.HELD),
        (Status.PUBLISHED, Status.REJECTED),
        (Status.REJECTED, Status.PUBLISHED),
        (Status.REJECTED, Status.HELD),
    ],
)
def test_a_person_moves_a_comment_at_any_time(before, after):
    comment = make_comment(status=before)
    decision = decide(fresh(comment), by_person(after, reason="spam"), NOW)
    assert fresh(comment).status == after
    assert (decision.public_before, decision.public_after) == (before == "published", after == "published")


@pytest.mark.parametrize("status", [Status.HELD, Status.PUBLISHED, Status.REJECTED])
def test_deciding_what_already_is_is_not_a_decision(status):
    comment = make_comment(status=status)
    for to_status in (status, Status.PENDING):
        with pytest.raises(NotAllowed):
            decide(fresh(comment), by_person(to_status), NOW)


def test_a_held_edit_leaves_the_old_text_and_says_so():
    comment = make_comment(body="Old.", status=Status.PUBLISHED)
    edit_comment(comment.pk, "New.", From(), timezone.now())
    decision = decide(examined(fresh(comment)), by_machine(Outcome.HOLD), NOW)
    assert (decision.from_status, decision.to_status) == (Status.PENDING, Status.HELD)
    assert (decision.public_before, decision.public_after) == (True, True)
    assert fresh(comment).html == "<p>Old.</p>"


def test_all_or_nothing(monkeypatch):
    comment = examined(make_comment())

    def fail(*args):
        raise DatabaseError("gone")

    monkeypatch.setattr(FindingRecord.objects, "bulk_create", fail)
    with pytest.raises(DatabaseError), transaction.atomic():
        decide(comment, by_machine(Outcome.PUBLISH), NOW)
    assert fresh(comment).status == Status.PENDING
    assert not Decision.objects.exists()


def test_decisions_are_never_changed_or_removed():
    decision = decide(examined(make_comment()), by_machine(Outcome.PUBLISH), NOW)
    same = Decision.objects.filter(pk=decision.pk)
    for attempt in (lambda: same.update(reason="spam"), same.delete, lambda: same._raw_delete(same.db)):
        with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
            attempt()
    assert latest_decision(decision.comment_id).reason == ""


def test_erasing_a_comment_leaves_its_decisions():
    comment = make_comment()
    decide(examined(comment), by_machine(Outcome.HOLD), NOW)
    Comment.objects.filter(pk=comment.pk).update(latest_revision=None)
    comment.delete()
    assert Decision.objects.count() == 1
    assert not FindingRecord.objects.exists()


def test_a_status_set_without_decision_is_not_hidden_by_one():
    comment = make_comment()
    move(comment, Status.HELD)
    assert latest_decision(comment.pk) is None
