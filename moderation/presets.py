"""Give the policies that are shipped, as data."""

from moderation.findings import JSON

# A score of 5 is doubt, and a person looks. Signs that say little alone (a first comment, shouting) stay below it
# together; a rejection needs a certain sign and company that weighs as much as doubt, or a sign certain by itself.
BALANCED: dict[str, JSON] = {
    "points": {
        "form.honeypot": 10,
        "pace.too_fast": 4,
        "pace.burst_of_author": 6,
        # A university or a telephone company shows thousands of readers under one address.
        "pace.burst_of_address": 1.5,
        "pace.burst_of_network": 0.5,
        "pace.burst_of_name": 4,
        "thread.spike": 0,
        "links.present": 0,
        "links.many": 5,
        "links.in_name": 5,
        "links.shortener": 3,
        "links.only": 4,
        "links.other_host": 5,
        "links.bbcode": 5,
        "links.bad_path": 4,
        "links.keyword": 4,
        "links.sales_address": 3,
        "evasion.styled_letters": 5,
        "evasion.mixed_alphabets": 5,
        "evasion.invisible": 5,
        "evasion.stacked_marks": 5,
        "evasion.direction": 5,
        "evasion.spaced_out": 5,
        "contact.telephone": 2.5,
        "contact.email": 2,
        "contact.wallet": 5,
        "contact.messenger": 5,
        "contact.messenger_link": 1,
        "contact.invitation": 4,
        "promotion.gambling": 4,
        "promotion.investment": 2,
        "promotion.earning": 4,
        "promotion.wares": 5,
        "promotion.unasked_offer": 5,
        "promotion.of_oneself": 5,
        "promotion.coded_name": 4,
        "promotion.testimonial": 5,
        "promotion.daily_gain": 4,
        "promotion.price_question": 5,
        "terms.banned": 5,
        "terms.suspect": 5,
        "repetition.same_author": 5,
        "repetition.other_authors": 6,
        "repetition.campaign": 5,
        "shape.shouting": 2,
        "shape.repeated_characters": 2,
        "shape.repeated_words": 3,
        "shape.gibberish": 5,
        "shape.mojibake": 5,
        "shape.emoji_flood": 2,
        "shape.mentions": 2,
        "shape.only_quote": 2,
        "shape.other_script": 2,
        "author.first_comment": 1,
        "author.rejections": 5,
        "author.few_published": 0,
        "author.disposable_email": 3,
        "author.address_variant": 4,
        "author.imitation": 5,
        "author.reserved_name": 5,
        "standing.suspended": 10,
        "standing.banned": 10,
    },
    "caps": {"links": 6, "terms": 6, "repetition": 6, "evasion": 6, "contact": 6, "promotion": 6, "shape": 3},
    "thresholds": {"hold": 5, "reject": 9},
    "reject_on": ["form.honeypot", "standing.banned", "standing.suspended", "terms.banned"],
    "states": {},
    "composites": [
        {"code": "composite.newcomer_link", "all_of": ["author.first_comment", "links.present"], "points": 4},
        {"code": "composite.newcomer_contact", "all_of": ["author.first_comment", "contact"], "points": 2},
        {"code": "composite.newcomer_in_spike", "all_of": ["author.first_comment", "thread.spike"], "points": 1},
        {"code": "composite.advertised_link", "all_of": ["links.present", "promotion"], "points": 1.5},
        {"code": "composite.advertised_contact", "all_of": ["contact", "promotion"], "points": 2},
    ],
}

# For a site whose readers mind a wait more than a stray advertisement: one strong sign is published, two are held. What
# moderators listed or decided themselves weighs more, so that it holds and rejects as ever.
RELAXED: dict[str, JSON] = BALANCED | {
    "points": BALANCED["points"]
    | {"form.honeypot": 13, "standing.suspended": 13, "standing.banned": 13}
    | {"terms.banned": 7, "terms.suspect": 7, "author.rejections": 7},
    "caps": BALANCED["caps"] | {"terms": 8},
    "thresholds": {"hold": 7, "reject": 13},
}

# For a site under attack, or one where nothing may slip through: newcomers wait with any sign at all.
STRICT: dict[str, JSON] = BALANCED | {
    "points": BALANCED["points"]
    | {"author.first_comment": 2, "links.present": 1, "promotion.investment": 4}
    | {"pace.burst_of_address": 4, "pace.burst_of_network": 2},
    "thresholds": {"hold": 4, "reject": 9},
}

PRESETS: dict[str, dict[str, JSON]] = {"relaxed": RELAXED, "balanced": BALANCED, "strict": STRICT}
DEFAULT_PRESET = "balanced"
