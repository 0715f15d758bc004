"""Give the policies that are shipped, as data."""

from moderation.findings import JSON

# A score of 5 is doubt, and a person looks. Signs that say little alone (a first comment, shouting) stay below it
# together; a rejection needs a certain sign and company that weighs as much as doubt, or a sign certain by itself.
BALANCED: dict[str, JSON] = {
    "points": {
        "form.honeypot": 10,
        "pace.too_fast": 4,
        "links.present": 0,
        "links.many": 5,
        "links.in_name": 5,
        "terms.banned": 5,
        "terms.suspect": 5,
        "repetition.same_author": 5,
        "repetition.other_authors": 6,
        "shape.shouting": 2,
        "shape.repeated_characters": 2,
        "author.first_comment": 1,
        "author.rejections": 5,
        "standing.suspended": 10,
        "standing.banned": 10,
    },
    "caps": {"links": 6, "terms": 6, "repetition": 6, "shape": 2},
    "thresholds": {"hold": 5, "reject": 9},
    "reject_on": ["form.honeypot", "standing.banned", "standing.suspended", "terms.banned"],
    "states": {},
    "composites": [
        {"code": "composite.newcomer_link", "all_of": ["author.first_comment", "links.present"], "points": 4},
    ],
}

PRESETS: dict[str, dict[str, JSON]] = {"balanced": BALANCED}
DEFAULT_PRESET = "balanced"
