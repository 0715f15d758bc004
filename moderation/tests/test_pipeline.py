from moderation.findings import Finding
from moderation.pipeline import examine
from moderation.policy import Policy
from moderation.rules import rule
from moderation.submission import Submission

POLICY = Policy.from_data({"points": {"word.bad": 5, "word.rude": 1}, "thresholds": {"hold": 5, "reject": 9}})


@rule("word.bad", family="word", version=3)
def bad_word(submission):
    if "bad" in submission.body:
        start = submission.body.index("bad")
        yield Finding(params={"word": "bad"}, spans=[(start, start + 3)])


@rule("word.rude", family="word", version=1)
def rude_word(submission):
    return [Finding()] if "rude" in submission.body else []


@rule("word.broken", family="word", version=1)
def broken(submission):
    yield Finding()
    raise ZeroDivisionError("of no interest")


def codes(verdict):
    return [scored.finding.code for scored in verdict.findings]


def test_a_comment_without_signs_is_published():
    assert examine(Submission.of(body="fine"), [bad_word, rude_word], POLICY).outcome == "publish"


def test_findings_bear_their_rules_label():
    verdict = examine(Submission.of(body="a bad word"), [bad_word], POLICY)
    finding = verdict.findings[0].finding
    assert (finding.code, finding.family, finding.version) == ("word.bad", "word", 3)
    assert (finding.params, finding.spans) == ({"word": "bad"}, [(2, 5)])
    assert verdict.outcome == "hold"


def test_all_rules_run_whatever_the_first_ones_found():
    verdict = examine(Submission.of(body="bad and rude"), [bad_word, rude_word], POLICY)
    assert codes(verdict) == ["word.bad", "word.rude"]
    assert verdict.score == 6


def test_a_rule_that_raises_holds_the_comment_and_stops_no_other(caplog):
    verdict = examine(Submission.of(body="rude"), [broken, rude_word], POLICY)
    assert codes(verdict) == ["rule.failed", "word.rude"]
    failure = verdict.findings[0].finding
    assert failure.params == {"rule": "word.broken", "error": "ZeroDivisionError"}
    assert (verdict.outcome, verdict.technical) == ("hold", True)
    assert "word.broken" in caplog.text


def test_the_same_submission_gives_the_same_verdict():
    submission = Submission.of(body="bad and rude")
    assert examine(submission, [bad_word], POLICY) == examine(submission, [bad_word], POLICY)
