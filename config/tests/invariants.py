"""What must hold of the comments of a run, whatever was broken in the middle of it."""

import time
from collections import Counter, defaultdict

from django.db.models import Count, Q

from comments.models import Comment, Revision, Status, Thread
from config.tests.readers import Reader, mark_of
from config.tests.stack import ALIAS
from moderation.models import Decision, FindingRecord

HEAL_SECONDS = 60


class Outcome:
    """How the comments of a run stand in the database: rows, decisions and findings by mark."""

    def __init__(self, marks):
        self.revisions = defaultdict(list)
        for revision in Revision.objects.using(ALIAS).select_related("comment").order_by("pk"):
            if mark_of(revision.body) in marks:
                self.revisions[mark_of(revision.body)].append(revision)
        of = {revision.comment_id: mark for mark, rows in self.revisions.items() for revision in rows}
        self.decisions, self.findings = defaultdict(list), defaultdict(list)
        for decision in Decision.objects.using(ALIAS).filter(comment_id__in=of).order_by("pk"):
            self.decisions[of[decision.comment_id]].append(decision)
        for finding in FindingRecord.objects.using(ALIAS).select_related("revision"):
            if finding.revision.comment_id in of:
                self.findings[of[finding.revision.comment_id]].append(finding)

    def status(self, mark):
        return self.revisions[mark][0].comment.status

    def codes(self, mark):
        return {finding.code for finding in self.findings[mark]}


def hold(posting, within=HEAL_SECONDS):
    """Wait until every acknowledged comment has a final status, see that the invariants hold, return the Outcome."""
    acknowledged = {answer.mark for answer in posting.answers if answer.acknowledged}
    others = {answer.mark for answer in posting.answers if not answer.acknowledged}
    try:
        seconds = wait_until_final(acknowledged, within)
    finally:
        posting.stop_watching()
    outcome = Outcome(acknowledged | others)
    for mark in acknowledged:
        assert len(outcome.revisions.get(mark, [])) == 1, f"{mark}: an acknowledged comment exists exactly once"
        decided_once(outcome, mark)
    for mark in others:
        assert len(outcome.revisions.get(mark, [])) <= 1, f"{mark}: what was not acknowledged exists at most once"
    nothing_public_before_its_examination(outcome, posting.seen)
    thread_is_right(posting.base)
    tell(posting, outcome, seconds)
    return outcome


def wait_until_final(marks, within):
    began = time.monotonic()
    while time.monotonic() - began < within:
        pending = Revision.objects.using(ALIAS).filter(Q(status=Status.PENDING) | Q(comment__status=Status.PENDING))
        waiting = marks.intersection(mark_of(body) for body in pending.values_list("body", flat=True))
        if not waiting:
            return time.monotonic() - began
        time.sleep(0.2)
    raise AssertionError(f"{len(waiting)} of {len(marks)} are still pending after {within} s: {sorted(waiting)[:5]}")


def decided_once(outcome, mark):
    """One machine decision; where technical findings alone led to it, further ones may follow, each from the last."""
    [revision], decisions = outcome.revisions[mark], outcome.decisions[mark]
    assert decisions, f"{mark}: {revision.status} without a decision"
    assert all(decision.source == "machine" for decision in decisions)
    assert all(decision.technical for decision in decisions[:-1]), f"{mark}: decided {len(decisions)} times"
    path = [Status.PENDING, *(decision.to_status for decision in decisions)]
    assert [decision.from_status for decision in decisions] == path[:-1]
    assert revision.status == revision.comment.status == path[-1]
    found = Counter((finding.decision_id, finding.code) for finding in outcome.findings[mark])
    assert {decision for decision, _code in found} <= {decision.pk for decision in decisions}
    assert set(found.values()) <= {1}, f"{mark}: findings recorded twice"


def nothing_public_before_its_examination(outcome, seen):
    for mark, moment in seen.items():
        published = [decision for decision in outcome.decisions[mark] if decision.to_status == Status.PUBLISHED]
        assert published, f"{mark}: the article showed it, and nobody had published it"
        assert published[0].decided_at.timestamp() <= moment
    for mark, [revision] in outcome.revisions.items():
        public = revision.status == Status.PUBLISHED
        assert revision.comment.visible == bool(revision.comment.html) == public, mark
        assert not public or (revision.examined_at and revision.html == revision.comment.html), mark


def thread_is_right(base):
    """The counts that readers see are those of the rows."""
    [thread] = Thread.objects.using(ALIAS).annotate(
        rows=Count("comments", filter=Q(comments__visible=True)),
        public=Count("comments", filter=Q(comments__status=Status.PUBLISHED)),
    )
    assert thread.published_count == thread.rows == thread.public
    # One or none is told in other words.
    assert thread.published_count < 2 or f"{thread.published_count} comments" in Reader(base).get("/").text


def tell(posting, outcome, seconds):
    """Print the figures of the run, which pytest shows with -rP or -s."""
    statuses = Counter(answer.status for answer in posting.answers)
    ends = Counter(rows[0].status for rows in outcome.revisions.values())
    print(
        f"\nanswers {dict(statuses)}, slowest {posting.slowest:.2f} s; all final {seconds:.1f} s after healing: "
        f"{dict(ends)}; seen on the page {len(posting.seen)}"
    )


def comments_with(marks):
    """The ids of comments by mark."""
    rows = Revision.objects.using(ALIAS).values_list("body", "comment_id")
    return {mark_of(body): comment for body, comment in rows if mark_of(body) in marks}


def visible_comments():
    return Comment.objects.using(ALIAS).filter(visible=True).count()
