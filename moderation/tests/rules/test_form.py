from moderation.rules.form import honeypot_filled
from moderation.tests.rules.verbs import hits, misses


def test_a_filled_honeypot():
    hits(honeypot_filled, "Schöner Artikel!", honeypot_filled=True)
    misses(honeypot_filled, "Schöner Artikel!")
