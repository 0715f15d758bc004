"""Break one part of a real installation while readers post, heal it, and see that nothing was lost or shown too early.

FAULT_COMMENTS says how many comments each run posts. docs/reference/faults.md lists what is proven here.
"""

import json
import os
import uuid
from collections import Counter

import pytest
from django.conf import settings
from django.db import connections

from comments.models import Status
from config.tests.failing_rules import EXAMINED
from config.tests.invariants import comments_with, hold, visible_comments
from config.tests.processes import alive, wait_until
from config.tests.readers import Posting, Reader, mark_of, texts
from config.tests.stack import ALIAS, KEY_PREFIX, QUICK, running
from moderation.models import Decision

pytestmark = pytest.mark.processes

COMMENTS = int(os.environ.get("FAULT_COMMENTS", "60"))
# A Redis that hangs costs a reader less than two seconds; the rest is for a machine that runs other tests, too.
LONGEST_WAIT_SECONDS = 3
ON_POSTGRESQL = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


@pytest.fixture(scope="module")
def installation(tmp_path_factory, django_db_blocker):
    with django_db_blocker.unblock(), running(tmp_path_factory.mktemp("stack"), failing_rules=True, **QUICK) as stack:
        (stack.folder / EXAMINED).touch()
        yield stack


@pytest.fixture
def stack(installation):
    """The installation with all its parts running, and only those."""
    yield installation
    installation.second_worker.end()
    for process, start in (
        (installation.web, installation.start_web),
        (installation.worker, installation.start_worker),
    ):
        if not alive(process.pid):
            start()


def post(stack, count=COMMENTS, does="", **how):
    return Posting(stack.base, texts(count, does), **how)


def all_published(outcome):
    return {rows[0].status for rows in outcome.revisions.values()} == {Status.PUBLISHED}


def all_acknowledged(posting):
    return {answer.status for answer in posting.answers} == {303}


def test_nothing_is_broken(stack):
    with post(stack) as posting:
        pass
    assert all_published(hold(posting))
    assert all_acknowledged(posting)
    assert len(posting.seen) == len(posting.texts)


# The worker -----------------------------------------------------------------------------------------------------------


def test_the_workers_processes_are_killed_again_and_again(stack):
    with post(stack) as posting:
        for part in range(1, 10):
            posting.wait_for(part / 10)
            stack.worker.kill_a_child()
    hold(posting)
    assert all_acknowledged(posting)


def test_the_whole_worker_is_killed(stack):
    with post(stack, does="dawdle") as posting:
        posting.wait_for(1 / 3)
        family = stack.worker.kill()
        posting.wait_for(2 / 3)
        stack.start_worker()
    assert all_published(hold(posting))
    assert all_acknowledged(posting)
    assert not [pid for pid in family if alive(pid)], "what it started has ended with it"


def test_the_worker_is_told_to_stop_and_another_takes_over(stack):
    with post(stack, does="dawdle") as posting:
        posting.wait_for(1 / 3)
        stack.start_worker(stack.second_worker)
        stack.worker.stop()
        posting.wait_for(2 / 3)
        stack.start_worker()
        stack.second_worker.stop()
    outcome = hold(posting)
    assert all_published(outcome)
    assert set(examinations(stack, posting).values()) == {1}, "what had begun was finished, not begun again"


def test_no_worker_runs_for_a_while(stack):
    stack.worker.stop()
    with post(stack, max(100, COMMENTS)) as posting:
        pass
    assert all_acknowledged(posting)
    assert not visible(posting)
    stack.start_worker()
    assert all_published(hold(posting))


def test_five_messages_for_each_comment_and_two_workers(stack):
    stack.worker.stop()
    with post(stack, does="dawdle") as posting:
        pass
    for comment in comments_with(marks(posting)).values():
        message = str(uuid.uuid4())
        for _ in range(5):
            stack.send("moderation.tasks.examine", comment, task_id=message)
    stack.worker.start()
    stack.start_worker(stack.second_worker)
    assert all_published(hold(posting))
    assert set(examinations(stack, posting).values()) == {1}


def test_four_sweeps_at_once_after_every_message_was_lost(stack):
    stack.worker.stop()
    with post(stack) as posting:
        pass
    with stack.redis_client() as client:
        client.flushall()
    for _ in range(4):
        stack.send("moderation.tasks.examine_overdue", queue="bulk")
    stack.worker.start()
    stack.start_worker(stack.second_worker)
    assert all_published(hold(posting))
    assert set(examinations(stack, posting).values()) == {1}


# Redis ----------------------------------------------------------------------------------------------------------------


def test_redis_is_killed_and_comes_back_empty(stack):
    with post(stack, does="dawdle") as posting:
        posting.wait_for(1 / 3)
        stack.redis.kill()
        stack.redis.erase()
        posting.wait_for(2 / 3)
        stack.redis.start()
    assert all_published(hold(posting))
    assert all_acknowledged(posting)
    assert posting.slowest < LONGEST_WAIT_SECONDS


def test_redis_hangs(stack):
    with post(stack, rate=COMMENTS / 15) as posting:
        posting.wait_for(1 / 6)
        stack.redis.pause()
        posting.wait_for(5 / 6)
        stack.redis.resume()
    assert all_published(hold(posting))
    assert all_acknowledged(posting)
    assert posting.slowest < LONGEST_WAIT_SECONDS


def test_redis_is_away_while_everybody_posts(stack):
    stack.redis.kill()
    with post(stack) as posting:
        pass
    assert all_acknowledged(posting)
    assert posting.slowest < LONGEST_WAIT_SECONDS
    flood = [
        Reader(stack.base).comment(f"{number} letters from one reader.", email="bob@mail.example")
        for number in range(6)
    ]
    assert [page.status for page in flood] == [303] * 5 + [429], "limits are counted from the comments"
    assert int(flood[-1].headers["Retry-After"]) > 0
    stack.redis.start()
    assert all_published(hold(posting))


def test_redis_forgets_everything_before_the_worker_starts(stack):
    stack.worker.stop()
    with post(stack) as posting:
        pass
    with stack.redis_client() as client:
        client.flushall()
    stack.start_worker()
    assert all_published(hold(posting))


def test_forged_messages_change_nothing(stack):
    stack.worker.stop()
    with post(stack, 10) as posting:
        pass
    [comment, *_] = comments_with(marks(posting)).values()
    before = visible_comments()
    with stack.redis_client() as client:
        client.flushall()
        for message in forgeries(comment):
            client.lpush(f"{KEY_PREFIX}examine", message)
    stack.start_worker()
    assert all_published(hold(posting))
    assert visible_comments() == before + 10
    assert alive(stack.worker.pid)
    assert Decision.objects.using(ALIAS).filter(comment_id=comment).count() == 1


def forgeries(comment):
    """Messages such as whoever reaches Redis can put into the queue."""
    for task, arguments, options in (
        ("moderation.tasks.publish_everything", [comment], {}),
        ("moderation.tasks.examine", [comment], {"status": "published"}),
        ("moderation.tasks.examine", ["1 OR 1=1"], {}),
        ("moderation.tasks.examine", [{"html": "<p>forged</p>"}], {}),
        ("moderation.tasks.examine", [10**9], {}),
        ("moderation.tasks.examine", [10**30], {}),
        ("moderation.tasks.examine", [], {}),
    ):
        yield envelope(task, json.dumps([arguments, options, {}]), "application/json")
    yield envelope("moderation.tasks.examine", "cos\nsystem\n(S'true'\ntR.", "application/x-python-serialize")


def envelope(task, body, content_type):
    tag = str(uuid.uuid4())
    return json.dumps(
        {
            "body": body,
            "content-type": content_type,
            "content-encoding": "utf-8",
            "headers": {"lang": "py", "task": task, "id": tag, "root_id": tag, "argsrepr": "", "kwargsrepr": ""},
            "properties": {
                "correlation_id": tag,
                "delivery_tag": tag,
                "delivery_mode": 2,
                "delivery_info": {"exchange": "", "routing_key": "examine"},
                "priority": 0,
                "body_encoding": None,
            },
        }
    )


# Rules ----------------------------------------------------------------------------------------------------------------

FAILING = {
    "stumble": "rule.failed",
    "oversleep": "rule.failed",
    "insist": "examination.unfinished",
    "brood": "examination.unfinished",
    "perish": "examination.unfinished",
}


@pytest.fixture(scope="module")
def misbehaviour(installation):
    """One comment for each way to fail, and ordinary ones behind them; also how long those waited."""
    failing = {word: texts(1, word)[0] for word in FAILING}
    with Posting(installation.base, [*failing.values(), *texts(COMMENTS)]) as posting:
        pass
    outcome = hold(posting)
    return posting, outcome, {word: mark_of(text) for word, text in failing.items()}


@pytest.mark.parametrize("word", FAILING)
def test_a_rule_that_fails_holds_its_comment(misbehaviour, word):
    _posting, outcome, failing = misbehaviour
    assert outcome.status(failing[word]) == Status.HELD
    assert FAILING[word] in outcome.codes(failing[word])


@pytest.mark.parametrize("word", ["insist", "brood", "perish"])
def test_what_kills_its_examination_is_given_up_after_three(installation, misbehaviour, word):
    posting, _outcome, failing = misbehaviour
    assert examinations(installation, posting)[failing[word]] == settings.EXAMINATION_MAX_ATTEMPTS


def test_the_others_are_published_meanwhile(misbehaviour):
    _posting, outcome, failing = misbehaviour
    ordinary = set(outcome.revisions) - set(failing.values())
    assert {outcome.status(mark) for mark in ordinary} == {Status.PUBLISHED}
    given_up = max(decisions[0].decided_at for mark, decisions in outcome.decisions.items() if mark in failing.values())
    assert all(outcome.decisions[mark][0].decided_at < given_up for mark in ordinary)


def test_a_busy_process_ends_with_its_killed_worker(stack):
    with post(stack, 1, does="brood") as posting:
        pass
    assert wait_until(lambda: marks(posting) <= set(examinations(stack, posting)), 10)
    family = stack.worker.kill()
    assert wait_until(lambda: not [pid for pid in family if alive(pid)], 1)
    stack.start_worker()
    assert hold(posting).status(mark_of(posting.texts[0])) == Status.HELD


# The web process and the database -------------------------------------------------------------------------------------


def test_the_web_process_is_restarted_under_load(stack):
    with post(stack) as posting:
        posting.wait_for(1 / 3)
        stack.web.stop()
        stack.start_web()
    assert all_published(hold(posting))
    assert all_acknowledged(posting), "who was not answered has sent the form again"


def test_the_web_process_is_killed(stack):
    with post(stack) as posting:
        posting.wait_for(1 / 3)
        stack.web.kill()
        stack.start_web()
    assert all_published(hold(posting))
    assert all_acknowledged(posting), "who was not answered has sent the form again"


@pytest.mark.skipif(not ON_POSTGRESQL, reason="SQLite has no connections that could be cut: set DATABASE_URL")
def test_the_connections_to_the_database_are_cut_again_and_again(stack):
    with post(stack) as posting:
        for part in range(5, 20):
            posting.wait_for(part / 20)
            with connections[ALIAS].cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
    assert all_published(hold(posting))
    assert all_acknowledged(posting)


# Looking --------------------------------------------------------------------------------------------------------------


def marks(posting):
    return {mark_of(text) for text in posting.texts}


def visible(posting):
    """The marks of the run that the article shows now."""
    text = Reader(posting.base).get("/").text
    return {mark for mark in marks(posting) if mark in text}


def examinations(stack, posting):
    """How many examinations of each comment have begun."""
    noted = Counter((stack.folder / EXAMINED).read_text().split())
    return {mark: noted[mark] for mark in marks(posting) if noted[mark]}
