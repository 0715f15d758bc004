from moderation.text.folding import fold
from moderation.text.phrases import mentions_in


def mentioned(text, topic):
    return [text[slice(*mention.span)] for mention in mentions_in(fold(text)).get(topic, ())]


def test_phrases_are_found_by_topic():
    assert mentioned("Free spins at the casino", "gambling") == ["Free spins", "casino"]
    assert mentioned("Free spins at the casino", "investment") == []


def test_of_phrases_that_overlap_one_counts():
    assert mentioned("order now, order", "wares") == ["order now", "order"]
    assert mentioned("online casino", "gambling") == ["casino"]
