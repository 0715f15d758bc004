from moderation.evidence import marked


def shown(text, *spans):
    """The text with its marks written out: {1:words} for words that the first finding marks."""
    return "".join(
        f"{{{','.join(map(str, piece.marks))}:{piece.text}}}" if piece.marks else piece.text
        for piece in marked(text, enumerate(spans, start=1))
    )


def test_what_a_finding_saw_is_marked():
    assert shown("Buy pills now", [(4, 9)]) == "Buy {1:pills} now"


def test_a_text_without_evidence_stays_whole():
    assert shown("Buy pills now") == "Buy pills now"
    assert shown("Buy pills now", []) == "Buy pills now"
    assert marked("", []) == []


def test_marks_may_overlap_nest_and_touch():
    assert shown("abcdef", [(0, 4)], [(2, 6)]) == "{1:ab}{1,2:cd}{2:ef}"
    assert shown("abcdef", [(0, 6)], [(2, 4)]) == "{1:ab}{1,2:cd}{1:ef}"
    assert shown("abcdef", [(0, 3), (3, 6)]) == "{1:abc}{1:def}"
    assert shown("abcdef", [(0, 6)], [(0, 6)]) == "{1,2:abcdef}"


def test_offsets_are_code_points():
    assert shown("\U0001f600 e\u0301 pills", [(5, 10)]) == "\U0001f600 e\u0301 {1:pills}"


def test_what_lies_beyond_the_text_is_left_out():
    assert shown("abc", [(2, 99)], [(50, 60)], [(-5, 1)]) == "{3:a}b{1:c}"


def test_the_number_stands_where_its_mark_ends():
    pieces = marked("abcdef", [(1, [(0, 4)]), (2, [(2, 6)])])
    assert [piece.ends for piece in pieces] == [(), (1,), (2,)]


def test_what_is_seen_as_nothing_is_named():
    pieces = marked("pi\u200b\u200b\u202ells", [(1, [(0, 8)])])
    assert [(piece.text, piece.invisible) for piece in pieces] == [
        ("pi", ""),
        ("\u200b\u200b\u202e", "ZERO WIDTH SPACE, RIGHT-TO-LEFT OVERRIDE"),
        ("lls", ""),
    ]
    assert [piece.ends for piece in pieces] == [(), (), (1,)]


def test_joiners_that_languages_and_emoji_need_are_left_alone():
    text = "\U0001f468\u200d\U0001f469\u200d\U0001f467 می\u200cخواهم"
    assert [piece.text for piece in marked(text, [])] == [text]


def test_the_pieces_are_the_text():
    text = "<b>\u200bpills\u2066</b> \U0001f600"
    spans = [(number, [(number, number + 5)]) for number in range(10)]
    assert "".join(piece.text for piece in marked(text, spans)) == text
