"""Tell words from letters struck at random, in any language written in Latin letters."""

import re
import unicodedata
from itertools import pairwise

# For each letter, those that hardly ever follow it in English, German, Danish, Portuguese, Turkish or Indonesian: fewer
# than five times in ten thousand pairs of letters of our own counting.
_RARE = """
a:x b:cdfgjkmnpqvwxz c:bdfgjnpqsvwx d:bcfhjkpqvwx e:q f:bcdghjkmnpqsvwxyz g:bcdfjpqvwxz h:bcdfgkpqxyz i:qw
j:bcfgjkmpqrstvwxyz k:bdfgjpqxz l:cjpqwxz m:cfgjkqvwx n:bpqwx o:qx p:bcdgjknqvwxz q:abcdefghijklmnopqrstvwxyz r:jqx
s:bdfjqx t:bdfgpqvx u:oqvx v:bcfghjkmpqstvwxyz w:bcdfgjlmpqtvwxz x:bdfghjklmnqrsuvwxyz y:fhjqvxz z:bcfghjknpqrsvxz
"""
_RARE_PAIRS = frozenset(entry[0] + follower for entry in _RARE.split() for follower in entry[2:])
_WORD = re.compile("[a-z]{3,}")
_LETTER = re.compile(r"[^\W\d_]")
# A word of this many letters, of whose pairs one in four is rare.
SHORTEST_WORD = 6
RARE_SHARE = 0.25
FEWEST_LETTERS = 16
SHARE_OF_TEXT = 0.5


def is_gibberish(folded: str) -> bool:
    """Say whether at least half of a folded text's letters stand in words that are none, and enough of them."""
    plain = "".join(character for character in unicodedata.normalize("NFD", folded) if character <= "\x7f")
    struck = sum(len(word) for word in _WORD.findall(plain) if _is_struck(word))
    return struck >= FEWEST_LETTERS and struck >= SHARE_OF_TEXT * len(_LETTER.findall(folded))


def _is_struck(word: str) -> bool:
    if len(word) < SHORTEST_WORD:
        return False
    rare = sum(1 for pair in pairwise(word) if "".join(pair) in _RARE_PAIRS)
    return rare >= RARE_SHARE * (len(word) - 1)
