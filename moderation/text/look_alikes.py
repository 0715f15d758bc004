"""List characters that are written for others: ornamental letters, letters of other alphabets, leet.

Shapes follow Unicode's confusables data (UTS #39). The table is our own and small: what the letters of a Latin word
are really disguised with. Compatibility forms (full-width, mathematical, circled letters) are not here, since NFKC
already knows them.
"""

import unicodedata
from string import ascii_lowercase


def _pairs(written: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in written.split()}


# Letters that only ever stand for their plain letter, whatever is around them: small capitals, white on black.
ORNAMENTAL = {
    **_pairs("ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz"),
    **{chr(0x1F150 + index): letter for index, letter in enumerate(ascii_lowercase)},
    **{chr(0x1F170 + index): letter for index, letter in enumerate(ascii_lowercase)},
}

_CYRILLIC = _pairs("аa вb гr еe ёe єe зe іi їi ӏi кk мm нh оo пn рp сc тt уy хx ьb ѕs јj һh ԁd ԛq ԝw ѵv")
_GREEK = _pairs("αa βb γy εe ζz ηn ιi κk μm νv οo ρp σo ςc τt υu χx ωw άa έe ήn ίi όo ύu ώw")
_ARMENIAN = _pairs("օo սu ոn հh ցg զq յj")
_PHONETIC = _pairs("ɑa ɓb ɔc ɖd ɗd ɛe ɡg ɩi ɪi ıi ɭi ɱm ɲn ɳn ʋu ʂs ʈt ʐz")
_LEET = _pairs("0o 1i 3e 4a 5s 6g 7t 8b 9g @a $s €e !i |i")
_ACCENTED = {
    character: base
    for character in map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    if (base := unicodedata.normalize("NFD", character)[0]) != character
}
# The skeleton of a folded text, one character for one. "l" goes the way of "1", which is written for both "i" and "l".
SKELETON = str.maketrans(
    {**_CYRILLIC, **_GREEK, **_ARMENIAN, **_PHONETIC, **_LEET, **_ACCENTED, "l": "i", "ł": "i", "ø": "o", "đ": "d"}
)
LEET_SYMBOLS = "@$€!|"

# Alphabets that lend each other letters. Letters of two of them in one word are no ordinary writing, while Latin
# beside Chinese, Japanese or Korean is.
ALPHABETS = {
    "Latin": "a-z\u00aa-\u024f\u1e00-\u1eff",
    "phonetic": "\u0250-\u02af",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f",
    "Armenian": "\u0530-\u058f",
}
