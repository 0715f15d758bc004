"""How a text looks, whatever it says."""

import re
from collections.abc import Iterator

from moderation.findings import Finding
from moderation.rules import rule
from moderation.submission import Submission
from moderation.text.gibberish import is_gibberish
from moderation.text.scripts import share_in_script_of

MOST_SPANS = 50

# Below this many letters capitals are an abbreviation, a name, a cheer.
FEWEST_CASED_LETTERS = 20
SHOUTING_SHARE = 0.8

SHORTEST_RUN = 10
# Dots, dashes and emoji draw lines, so letters, digits and exclamations count. Laughter and tears do not, as they are
# typed in English, Portuguese, Spanish, Turkish, Thai, Japanese, Chinese, Korean, Arabic, Hebrew, Russian and Greek,
# nor does Arabic's stretching stroke.
_HARMLESS = "ـhaejkswx5哈呵笑草ㅋㅎㅠㅜهחхаχ"
_RUN = re.compile(rf"(?![{_HARMLESS}])([^\W_]|[!?])\1{{{SHORTEST_RUN - 1},}}", re.IGNORECASE)


@rule("shape.shouting", family="shape", version=1)
def shouting(submission: Submission) -> Iterator[Finding]:
    """Find a text in capitals, in scripts that have them."""
    capitals = sum(map(str.isupper, submission.body))
    cased = capitals + sum(map(str.islower, submission.body))
    if cased >= FEWEST_CASED_LETTERS and capitals >= SHOUTING_SHARE * cased:
        yield Finding(params={"percent": round(100 * capitals / cased)})


@rule("shape.repeated_characters", family="shape", version=1)
def repeated_characters(submission: Submission) -> Iterator[Finding]:
    """Find a letter, digit or exclamation that is held down."""
    runs = list(_RUN.finditer(submission.body))
    if runs:
        longest = max(runs, key=lambda run: len(run[0]))
        params = {"character": longest[1], "times": len(longest[0])}
        yield Finding(params=params, spans=[run.span() for run in runs])


_ADDRESS = re.compile(r"<[^<>]{0,500}>|(?:https?://|www\.|[@#])\S{1,2000}|&#?\w{1,31};")


@rule("shape.gibberish", family="garbled", version=1)
def gibberish(submission: Submission) -> Iterator[Finding]:
    """Find letters struck at random."""
    if is_gibberish(_ADDRESS.sub(" ", submission.folded.text)):
        yield Finding()


# UTF-8 read as Latin-1 or Windows-1252: a first byte, then what the bytes after it become.
_FOLLOWING = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(f"[Â-ß]{_FOLLOWING}|[à-ï]{_FOLLOWING}{{2}}|ð{_FOLLOWING}{{2,3}}")
FEWEST_MISREAD = 3


@rule("shape.mojibake", family="garbled", version=1)
def mojibake(submission: Submission) -> Iterator[Finding]:
    """Find text that was read in a wrong encoding before it was sent, as happens to programs and not in browsers."""
    if submission.body.isascii():
        return
    spans = [match.span() for match in _MOJIBAKE.finditer(submission.body)]
    if len(spans) >= FEWEST_MISREAD:
        yield Finding(params={"places": len(spans)}, spans=spans[:MOST_SPANS])


_EMOJI = re.compile("[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff]")
FEWEST_EMOJI = 12


@rule("shape.emoji_flood", family="shape", version=1)
def emoji_flood(submission: Submission) -> Iterator[Finding]:
    """Find a dozen emoji or more that outnumber the words."""
    if submission.body.isascii():
        return
    emoji = [match.span() for match in _EMOJI.finditer(submission.body)]
    if len(emoji) >= FEWEST_EMOJI and len(emoji) > submission.word_count:
        yield Finding(params={"emoji": len(emoji)}, spans=emoji[:MOST_SPANS])


_MENTION = re.compile(r"(?<![\w.@])@\w{2,40}")
FEWEST_MENTIONS = 6


@rule("shape.mentions", family="shape", version=1)
def many_mentions(submission: Submission) -> Iterator[Finding]:
    """Find six or more mentions of different people, fewer than three words for each."""
    found = list(_MENTION.finditer(submission.body))
    people = {match[0].casefold() for match in found}
    if len(people) >= FEWEST_MENTIONS and submission.word_count < 3 * len(people):
        yield Finding(params={"mentions": len(people)}, spans=[match.span() for match in found][:MOST_SPANS])


# White space parts words here: a text in Chinese or Thai is one word and is left alone.
_SPACED_WORD = re.compile(r"[^\W\d_]{2,}")
FEWEST_WORDS = 20
MOST_DIFFERENT = 0.25


@rule("shape.repeated_words", family="shape", version=1)
def repeated_words(submission: Submission) -> Iterator[Finding]:
    """Find a text of twenty words or more of which three in four were there before."""
    words = _SPACED_WORD.findall(submission.folded.text)
    if len(words) >= FEWEST_WORDS and len(set(words)) <= MOST_DIFFERENT * len(words):
        yield Finding(params={"words": len(words), "different": len(set(words))})


_QUOTES = re.compile(
    r"<blockquote\b[^<>]{0,200}>[^<>]{0,5000}</blockquote>|^[ \t]{0,3}>[^\n]{0,5000}$", re.IGNORECASE | re.MULTILINE
)
_LETTER = re.compile(r"[^\W_]")


@rule("shape.only_quote", family="shape", version=1)
def quote_without_reply(submission: Submission) -> Iterator[Finding]:
    """Find a quotation to which the author added nothing."""
    spans = [match.span() for match in _QUOTES.finditer(submission.body)]
    if spans and not _LETTER.search(_QUOTES.sub("", submission.body)):
        yield Finding(spans=spans[:MOST_SPANS])


# A name, a title or a quotation may stand in another script; this many letters are a comment.
FEWEST_LETTERS_FOR_SCRIPT = 40
FOREIGN_SHARE = 0.1


@rule("shape.other_script", family="shape", version=1)
def other_script(submission: Submission) -> Iterator[Finding]:
    """Find a text that is written in another script than the thread's language."""
    found = share_in_script_of(submission.language, _ADDRESS.sub(" ", submission.body))
    if found and found[0] >= FEWEST_LETTERS_FOR_SCRIPT and found[1] < FOREIGN_SHARE:
        yield Finding(params={"language": submission.language})
