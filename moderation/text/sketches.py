"""Sketch a text by its words and pairs of words, so that nearly the same text is found again without reading all.

The sketch is MinHash in its bottom-k form (Broder, "On the resemblance and containment of documents", 1997): the
smallest hashes of a text's shingles. Hashes are 32 bits, signed, as a database's integer holds them.
"""

import re
from hashlib import blake2b
from itertools import pairwise

from moderation.text.folding import fold_key
from moderation.text.words import UNSPACED, word_count

# Shorter ones may be anybody's: "Well said!", "Rest in peace, our thoughts are with his family".
FEWEST_WORDS = 12
# Twelve words said over and over are no text, either.
FEWEST_SHINGLES = 16
# Texts of up to about 60 words are compared in full, longer ones by so many of their shingles.
SKETCH_SIZE = 128

# What others wrote, and what campaigns vary most: quotes, addresses, whom one speaks to.
_NOT_ITS_OWN = re.compile(
    r"^[ \t]*>.*$|<blockquote\b.*?</blockquote>|<[^<>]{0,500}>|(?:\w+://|www\.|@)\S+", re.M | re.S
)
_RUNS = re.compile(f"[{UNSPACED}]+|[^{UNSPACED}]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")

Sketch = tuple[int, ...]


def sketch_of(text: str, title: str = "", salt: bytes = b"") -> Sketch | None:
    """Return a text's sketch, None when too little of it is its own; quotes and the words of `title` are not.

    Sketches are comparable under the same `salt` of up to 16 bytes only.
    """
    key = fold_key(_NOT_ITS_OWN.sub(" ", text))
    if word_count(key) < FEWEST_WORDS:
        return None
    shingles = _shingles(key) - _shingles(fold_key(title))
    if len(shingles) < FEWEST_SHINGLES:
        return None
    return tuple(sorted({_hash(shingle, salt) for shingle in shingles})[:SKETCH_SIZE])


def similarity(one: Sketch, other: Sketch) -> float:
    """Return about which share of both texts' shingles they have in common (Jaccard); exact for short texts."""
    union = sorted({*one, *other})
    if len(one) == SKETCH_SIZE or len(other) == SKETCH_SIZE:
        union = union[:SKETCH_SIZE]
    return len(set(one).intersection(other, union)) / len(union)


def _shingles(key: str) -> set[str]:
    words = _words(key)
    return {*words, *(f"{word} {following}" for word, following in pairwise(words))}


def _words(key: str) -> list[str]:
    """Return the words; of scripts that set no spaces between them, every two neighbouring characters."""
    if not _UNSPACED.search(key):
        return key.split()
    return [word for token in key.split() for run in _RUNS.findall(token) for word in _of_run(run)]


def _of_run(run: str) -> list[str]:
    if len(run) == 1 or not _UNSPACED.match(run):
        return [run]
    return [run[start : start + 2] for start in range(len(run) - 1)]


def _hash(shingle: str, salt: bytes) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=4, salt=salt).digest(), signed=True)
