import json
from dataclasses import FrozenInstanceError, asdict

import pytest

from moderation.submission import AuthorRecord, Submission, TermHit


def test_what_a_comment_is_without_facts():
    submission = Submission.of(body="Guten Tag")
    assert submission.author == AuthorRecord()
    assert submission.word_count == 2
    assert submission.links == ()
    assert submission.folded.text == "guten tag"


def test_facts_that_were_stored_as_json_give_the_same_submission():
    gathered = Submission.of(
        body="Ein Casino",
        author=AuthorRecord(proven=True, published=3),
        term_hits=[TermHit(term="casino", list="banned", span=(4, 10))],
        site_domains=["daily.example"],
    )
    stored = json.loads(json.dumps(asdict(gathered), default=list))
    assert Submission.of(**stored) == gathered


def test_a_submission_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Submission.of(body="a").body = "b"


def test_an_unknown_fact_is_refused():
    with pytest.raises(TypeError):
        Submission.of(body="a", honey=True)


def test_links_lead_elsewhere():
    body = "http://daily.example/a http://www.daily.example/b http://notdaily.example/c"
    submission = Submission.of(body=body, site_domains={"daily.example"})
    assert [link.host for link in submission.links] == ["notdaily.example"]


def test_the_language_matters_to_folding():
    assert Submission.of(body="ISPARTA", language="tr").folded.text == "ısparta"
    assert Submission.of(body="ISPARTA", language="en").folded.text == "isparta"


@pytest.mark.parametrize(
    ("record", "newcomer", "trusted"),
    [
        ({}, True, False),
        ({"published": 9}, True, False),
        ({"published": 9, "standing": "trusted"}, True, False),
        ({"proven": True}, True, False),
        ({"proven": True, "published": 1}, False, False),
        ({"proven": True, "standing": "established"}, False, False),
        ({"proven": True, "standing": "trusted"}, False, True),
    ],
)
def test_trust_attaches_only_to_proven_authors(record, newcomer, trusted):
    author = AuthorRecord(**record)
    assert (author.is_newcomer, author.is_trusted) == (newcomer, trusted)
