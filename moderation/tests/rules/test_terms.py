from moderation.rules.terms import MOST_SPANS, MOST_TERMS, banned_terms, suspect_terms
from moderation.submission import TermHit
from moderation.tests.rules.verbs import hits, misses, shown

TEXT = "Ein Casino, noch ein Casino und 赌场"
CASINO = [TermHit(term="casino", list="banned", span=(4, 10)), TermHit(term="casino", list="banned", span=(21, 27))]


def test_a_banned_term_is_one_finding_with_all_its_places():
    finding = hits(banned_terms, TEXT, term_hits=CASINO)
    assert finding.params == {"terms": ["casino"], "count": 1, "in_name": False}
    assert shown(finding, TEXT) == ["Casino", "Casino"]


def test_each_list_has_its_rule():
    suspect = [TermHit(term="赌场", list="suspect", span=(32, 34))]
    misses(banned_terms, TEXT, term_hits=suspect)
    misses(suspect_terms, TEXT, term_hits=CASINO)
    assert shown(hits(suspect_terms, TEXT, term_hits=suspect), TEXT) == ["赌场"]


def test_a_term_in_the_name_has_no_place_in_the_text():
    finding = hits(banned_terms, TEXT, term_hits=[TermHit(term="casino", list="banned", span=(0, 6), field="name")])
    assert finding.params["in_name"]
    assert finding.spans == []


def test_a_thousand_hits_stay_readable():
    many = [TermHit(term=f"t{index}", list="suspect", span=(index, index + 1)) for index in range(1000)]
    finding = hits(suspect_terms, "x" * 1000, term_hits=many)
    assert finding.params["count"] == 1000
    assert len(finding.params["terms"]) == MOST_TERMS
    assert len(finding.spans) == MOST_SPANS


def test_no_term():
    misses(banned_terms, TEXT)
    misses(suspect_terms, TEXT)
