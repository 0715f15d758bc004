"""The plain journey, over HTTP, through every process of an installation."""

import pytest

from config.tests.processes import wait_until
from config.tests.readers import Reader
from config.tests.stack import running

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def installation(tmp_path_factory, django_db_blocker):
    with django_db_blocker.unblock(), running(tmp_path_factory.mktemp("journey"), worker=False) as stack:
        yield stack


@pytest.fixture
def stack(installation):
    """Without a worker at first, so that a comment can be seen waiting."""
    yield installation
    installation.worker.end()


def own_page(answer):
    assert answer.status == 303, answer.text
    return answer.headers["Location"]


def test_a_comment_waits_on_its_readers_page_and_then_stands_under_the_article(stack):
    alice, bob = Reader(stack.base), Reader(stack.base)
    own = own_page(alice.comment("My aunt worked on that line for years."))

    assert "Waiting to be examined" in alice.get(own).text
    assert "My aunt worked" in alice.get("/").text
    assert "My aunt worked" not in bob.get("/").text

    stack.start_worker()

    assert wait_until(lambda: "My aunt worked" in bob.get("/").text, 10)
    assert "Read your comment under the article" in alice.get(own).text
    assert "Only you can see this comment" not in alice.get("/").text


def test_three_links_wait_for_a_moderator(stack):
    stack.start_worker()
    alice, bob = Reader(stack.base), Reader(stack.base)

    own = own_page(alice.comment("Cheap! http://one.example http://two.example http://three.example"))

    assert wait_until(lambda: "Waiting for a moderator" in alice.get(own).text, 10)
    assert "one.example" in alice.get("/").text
    assert "one.example" not in bob.get("/").text


def test_a_form_that_is_sent_twice_gives_one_comment(stack):
    alice = Reader(stack.base)
    form = alice.get("/").form | {"name": "Alice", "email": "alice@mail.example", "comment": "Once is enough."}

    assert own_page(alice.send(form)) == own_page(alice.send(form))
