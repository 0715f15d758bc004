"""Unasked advertising, known by how it is written and not by whom it praises."""

import re
from collections.abc import Iterator, Sequence

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission
from moderation.text.phrases import Mention
from moderation.text.price_questions import asks_for_a_price

MOST_SPANS = 50
MOST_PHRASES = 10
# One phrase is a topic, two are a leaning, three are an advertisement, unless a long text happens to hold them.
STRENGTHS = (0.0, 0.4, 0.7, 1.0)
WORDS_A_PHRASE = 60


@rule("promotion.gambling", family="promotion", version=1)
def gambling(submission: Submission) -> Iterator[Finding]:
    """Find the words of advertising for wagers."""
    yield from _topic(submission, "gambling")


@rule("promotion.investment", family="promotion", version=1)
def investment(submission: Submission) -> Iterator[Finding]:
    """Find the words of advertising for investments: a topic of the news, too, and so a weak sign."""
    yield from _topic(submission, "investment")


@rule("promotion.earning", family="promotion", version=1)
def earning(submission: Submission) -> Iterator[Finding]:
    """Find the words of offers to earn without work."""
    yield from _topic(submission, "earning")


@rule("promotion.wares", family="promotion", version=1)
def wares(submission: Submission) -> Iterator[Finding]:
    """Find the words in which wares and services are offered."""
    yield from _topic(submission, "wares")


@rule("promotion.unasked_offer", family="promotion", version=1)
def unasked_offer(submission: Submission) -> Iterator[Finding]:
    """Find the words of letters to strangers: shares in a fortune, help with a website."""
    yield from _topic(submission, "unasked_offers")


@rule("promotion.of_oneself", family="promotion", version=1)
def of_oneself(submission: Submission) -> Iterator[Finding]:
    """Find requests to visit, follow or like what the author makes."""
    yield from _topic(submission, "self_promotion")


def _topic(submission: Submission, topic: str) -> Iterator[Finding]:
    mentions = submission.mentions.get(topic, ())
    phrases = list(dict.fromkeys(mention.phrase for mention in mentions))
    if not phrases:
        return
    words_a_phrase = submission.word_count / len(phrases)
    if words_a_phrase > 2 * WORDS_A_PHRASE:
        return
    strength = STRENGTHS[min(len(phrases), len(STRENGTHS) - 1)]
    if words_a_phrase > WORDS_A_PHRASE:
        strength /= 2
    params = {"phrases": phrases[:MOST_PHRASES], "count": len(phrases)}
    yield Finding(params=params, spans=_spans(mentions), strength=strength)


def _spans(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    return [mention.span for mention in mentions][:MOST_SPANS]


# A name with a number stuck to it, as in lotteries' and betting sites' names; a mention, a hashtag, a path are none.
_CODED = re.compile(r"(?<![\w@#./=&?:-])(?:[a-z]{4,16}\d{2,3}|[a-z]{3,12}[3-6]d)(?![\w/@-])(?!\.\w)")
_CODED_APART = re.compile(r"(?<![\w@#./-])[a-z]{4,16} (?:77|88|99|777|888|999|[3-6]d)(?!\w)")


@rule("promotion.coded_name", family="promotion", version=1)
def coded_name(submission: Submission) -> Iterator[Finding]:
    """Find names with a number stuck to them, such as those under which betting sites come back every week."""
    plain = submission.folded.plain
    spans = [plain.span(*match.span()) for match in (*_CODED.finditer(plain.text), *_CODED_APART.finditer(plain.text))]
    if spans:
        first = submission.body[slice(*spans[0])]
        yield Finding(params={"name": first[:40]}, spans=sorted(set(spans))[:MOST_SPANS])


_NAMED = re.compile(
    r"\b(?:[Mm]rs?|[Mm]s|[Mm]iss|[Mm]adam|[Ss]ir|[Dd]r|[Pp]rof|[Ee]xpert|[Bb]roker|[Cc]oach|[Tt]rader|[Mm]entor|[Aa]dvis[eo]r"
    r"|Herr|Frau|Señora?|Sra?|Monsieur|Madame|Mme|[Гг]осподин|[Гг]оспожа|г-жа)\b\.? ?\(?[^\W\d_a-z]\w+"
    r"|\b(?:invest|trad|work|recover)(?:ed|ing|ment)? with (?:him|her|them)\b"
    r"|\bname above\b|\babove name\b|\bNAME ABOVE\b"
    r"|\bon (?:IG|ig|Instagram|instagram|INSTAGRAM)\b"
    r"|\b(?:with|by|through|like|meet|contact|name|name is|named|advisor|expert|broker|trader|person|to|of|from) "
    r"@?[A-Z][a-z]+ [A-Z][a-z]+"
)
_PRAISE = re.compile(
    r"thank|grateful|gratitude|appreciat|recommend|legit|trustworth|genuine|helped|guidance|assist|referr|profit"
    r"|strateg|mentor|bless|testif|testimon|honest|reliable|the best|so good|changed my|great job|success"
    r"|amaz|skill|professional"
    r"|earn|bonus|platform|dank|empfehl|graci|recomiend|merci|conseil|спасибо|благодар|рекоменд|obrigad|grazie|شكر",
    re.IGNORECASE,
)
_MYSELF = re.compile(
    r"\b(?:i|i'?m|i've|my|me|mine|we|us|ich|mir|mich|yo|mi|je|moi|eu|io|я|мне|меня|انا|أنا)\b", re.IGNORECASE
)
_MONEY = re.compile(
    r"[$€£¥₹₽₦฿\ufffd]\s?\d[\d.,]*\s?[kmKM]?|\b\d[\d.,]*\s?(?:[kK]\b|usd|eur|dollars?|euros?|pounds|btc|usdt|eth|руб|рублей|[$€£₹₽])",
    re.IGNORECASE,
)
SEVERAL_AMOUNTS = 2
DOUBTFUL = 0.6


@rule("promotion.testimonial", family="promotion", version=1)
def thanks_for_a_gain(submission: Submission) -> Iterator[Finding]:
    """Find thanks to a named expert for a gain, the commonest bait of investment fraud, and tales of such a gain."""
    phrases = {mention.phrase for mention in submission.mentions.get("investment", ())}
    if not phrases or (len(phrases) == 1 and not _MYSELF.search(submission.body)):
        return
    named = [match.span() for match in _NAMED.finditer(submission.body)]
    amounts = [match.span() for match in _MONEY.finditer(submission.body)]
    if (named and _PRAISE.search(submission.body)) or len(amounts) >= SEVERAL_AMOUNTS:
        spans = sorted({*named, *amounts})[:MOST_SPANS]
        yield Finding(
            params={"names": len(named), "sums": len(amounts)}, spans=spans, strength=1.0 if named else DOUBTFUL
        )


_GAIN = re.compile(
    r"\b(?:earn|earning|earned|make|making|made|income|profit|profits|paid|receiv\w+|verdien\w*|gan[oae]\w*|gagn\w+|guadagn\w+|ganh\w+|kazan\w+"
    r"|доход\w*|зараб\w+|плат\w+|dapat\w*|penghasilan|зарплат\w*)\b|赚|月入|日入|수익|कमा|دخل|ربح",
    re.IGNORECASE,
)
_PER_TIME = re.compile(
    r"(?:[$€£¥₹₽₦\ufffd]\s?\d[\d.,]{0,12}\s?[km]?|\d[\d.,]{0,12}\s?(?:k|usd|usdt|btc|eur|euros?|dollars?|pounds|руб\w*|тыс\w*|[$€£₹₽元]))[\s+/-]{0,3}"
    r"(?:(?:a|an|per|every|each|pro|por|par|al|в|за|на|/)\s)?"
    r"(?:day|daily|week|weekly|month|monthly|tag|woche|monat|día|dia|semana|mes|mês|jour|semaine|mois|giorno|settimana|günlük|hari|день|неделю|месяц|сутки|天|日|月)",
    re.IGNORECASE,
)


@rule("promotion.daily_gain", family="promotion", version=1)
def daily_gain(submission: Submission) -> Iterator[Finding]:
    """Find a sum that is earned by the day, the week or the month; wages by the hour are a topic of the news."""
    spans = [match.span() for match in _PER_TIME.finditer(submission.body)]
    if spans and _GAIN.search(submission.body):
        yield Finding(params={"sums": len(spans)}, spans=spans[:MOST_SPANS])


LONGEST_QUESTION_WORDS = 16


@rule("promotion.price_question", family="promotion", version=1)
def price_question(submission: Submission) -> Iterator[Finding]:
    """Find a short greeting that asks for "your price", as programs send it to every form in every language."""
    if submission.word_count <= LONGEST_QUESTION_WORDS and asks_for_a_price(submission.folded.text):
        yield Finding()
