"""Finding earlier texts that say nearly the same as a new one."""

import struct
from collections import Counter
from dataclasses import dataclass

from django.db import connection

from comments.models import Comment, Revision
from moderation.models import SketchBand, TextSketch
from moderation.text.sketches import Sketch, similarity, sketch_of

# A sketch is looked up by its smallest hashes. Of two texts that share 4 shingles in 10, 999 in 1,000 share two such.
BANDS = 16
# So that a look-up costs the same in a table of any size: the newest so many under each hash.
NEWEST_PER_BAND = 20
SHARED_BANDS = 2
CANDIDATES = 20

# Spun texts change every third word, so that a third of their words and pairs of words is left; strangers who write
# about the same share less than a fifth.
ALIKE = 0.35
# What resembles two texts that belong together need not resemble either of them as much.
AKIN = 0.25


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier text and how much of it is the same."""

    sketch: TextSketch
    similarity: float


def revision_sketch(comment: Comment, revision: Revision) -> Sketch | None:
    """A revision's sketch, to be compared with others of the same site; None when it says too little to be compared."""
    return sketch_of(revision.body, comment.thread.title, salt=comment.thread.site_id.to_bytes(8))


def packed(sketch: Sketch) -> bytes:
    """The sketch as it is stored."""
    return struct.pack(f"<{len(sketch)}i", *sketch)


def unpacked(stored: bytes) -> Sketch:
    """A stored sketch."""
    return struct.unpack(f"<{len(stored) // 4}i", stored)


def matches(sketch: Sketch, comment_id: int) -> list[Match]:
    """The latest texts of other comments that are akin to this one."""
    candidates = TextSketch.objects.filter(pk__in=_candidates(sketch)).exclude(comment_id=comment_id)
    compared = [
        Match(each, similarity(sketch, unpacked(bytes(each.sketch))))
        for each in candidates.select_related("campaign", "comment").defer("comment__html").order_by("pk")
    ]
    return _belonging([match for match in compared if match.similarity >= AKIN])


def _belonging(akin: list[Match]) -> list[Match]:
    """Those that are alike, and those akin of which two belong to one campaign."""
    in_campaigns = Counter(match.sketch.campaign_id or 0 for match in akin)
    in_campaigns[0] = 0  # those that stand alone
    return [match for match in akin if match.similarity >= ALIKE or in_campaigns[match.sketch.campaign_id or 0] > 1]


def _candidates(sketch: Sketch) -> list[int]:
    """The sketches that share most hashes with this one, among the newest under each.

    By hand, for the ORM cannot take the newest of each hash without reading the others.
    """
    bands = sketch[:BANDS]
    table = connection.ops.quote_name(SketchBand._meta.db_table)
    newest = (
        f"SELECT sketch_id FROM (SELECT sketch_id FROM {table} "  # noqa: S608 - a name of ours, quoted
        "WHERE shingle_hash = %s ORDER BY sketch_id DESC LIMIT %s) AS newest"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join([newest] * len(bands)), [value for band in bands for value in (band, NEWEST_PER_BAND)]
        )
        shared = Counter(sketch_id for (sketch_id,) in cursor.fetchall())
    found = [sketch_id for sketch_id, times in shared.items() if times >= SHARED_BANDS]
    return sorted(found, key=lambda sketch_id: (-shared[sketch_id], -sketch_id))[:CANDIDATES]
