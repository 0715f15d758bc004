import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comments.models import Status
from comments.reading import find_thread, own_waiting, read_page
from comments.tests.builders import make_comment, make_site, make_thread

pytestmark = pytest.mark.django_db


def bodies(page):
    return [
        (conversation.root.html, [reply.html for reply in conversation.replies]) for conversation in page.conversations
    ]


def test_a_page_shows_conversations_newest_first_and_replies_in_order():
    one = make_comment(body="One.", status=Status.PUBLISHED)
    make_comment(body="Two.", status=Status.PUBLISHED)
    make_comment(body="To one.", parent=one, status=Status.PUBLISHED)
    make_comment(body="Also to one.", parent=one, status=Status.PUBLISHED)
    assert bodies(read_page(make_thread())) == [
        ("<p>Two.</p>", []),
        ("<p>One.</p>", ["<p>To one.</p>", "<p>Also to one.</p>"]),
    ]


@pytest.mark.parametrize("status", [Status.PENDING, Status.HELD, Status.REJECTED])
def test_nothing_else_is_on_it(status):
    make_comment(status=status)
    make_comment(make_thread(external_id="other"), status=Status.PUBLISHED)
    assert bodies(read_page(make_thread())) == []


def test_pages_follow_one_another_without_gap_or_double(settings):
    settings.COMMENTS_PAGE_SIZE = 2
    for number in range(5):
        make_comment(body=f"Number {number}.", status=Status.PUBLISHED)
    after, seen = "", []
    for _ in range(3):
        page = read_page(make_thread(), after)
        seen += [root for root, _replies in bodies(page)]
        after = page.after
    assert seen == [f"<p>Number {number}.</p>" for number in (4, 3, 2, 1, 0)]
    assert after == ""


def test_a_page_costs_two_queries_on_one_table_however_much_there_is():
    root = make_comment(status=Status.PUBLISHED)
    for _ in range(30):
        make_comment(status=Status.PUBLISHED)
        make_comment(parent=root, status=Status.PUBLISHED)
        make_comment(status=Status.REJECTED)
    thread = make_thread()
    with CaptureQueriesContext(connection) as queries:
        for conversation in read_page(thread).conversations:
            for comment in (conversation.root, *conversation.replies):
                assert comment.is_public
                assert comment.html
                assert comment.name
    assert len(queries) == 2
    assert not any("comments_revision" in query["sql"] for query in queries)


@pytest.mark.parametrize(("parent", "index"), [(False, "comments_visible_roots"), (True, "comments_visible_replies")])
@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_both_queries_use_their_partial_index(parent, index):
    root = make_comment(status=Status.PUBLISHED)
    make_comment(parent=root, status=Status.PUBLISHED)
    thread = make_thread()
    with CaptureQueriesContext(connection) as queries:
        read_page(thread)
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + queries[int(parent)]["sql"])
        assert index in str(cursor.fetchall())


@pytest.mark.parametrize("after", ["x", "1.5", "-", " "])
def test_an_unknown_page_is_a_value_error(after):
    with pytest.raises(ValueError, match="invalid literal"):
        read_page(make_thread(), after)


def test_only_what_waits_in_this_thread_is_the_readers_own():
    waiting, held = make_comment(), make_comment(status=Status.HELD)
    elsewhere = make_comment(make_thread(external_id="other"))
    others = [make_comment(status=Status.PUBLISHED), make_comment(status=Status.REJECTED), elsewhere]
    mine = [comment.pk for comment in (waiting, held, *others)]
    not_mine = make_comment()
    assert own_waiting(make_thread(), mine) == [waiting, held]
    assert not_mine not in own_waiting(make_thread(), mine)


def test_a_thread_is_found_by_its_sites_own_id():
    make_thread(make_site("weekly"), "article")
    thread = make_thread()
    assert find_thread("daily", "article") == thread
    assert find_thread("daily", "nonesuch") is None
