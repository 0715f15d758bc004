from moderation.rules.markup import html_disputed
from moderation.tests.rules.verbs import hits, misses


def test_html_on_which_the_sanitisers_disagree():
    hits(html_disputed, "<b>Хорошо</b>", html_disputed=True)
    misses(html_disputed, "<b>Хорошо</b>")
