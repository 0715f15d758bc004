"""Know in which script a language is written."""

import re

_LETTERS = {
    "Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "Hebrew": "\u0590-\u05ff",
    "Devanagari": "\u0900-\u097f",
    "Thai": "\u0e00-\u0e7f",
    "Chinese": "\u3400-\u9fff\U00020000-\U0003ffff",
    "Japanese": "\u3040-\u30ff\u3400-\u9fff",
    "Korean": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "Latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_IN_LATIN = (
    "bs ca cs cy da de en es et eu fi fr ga gl hr hu id is it lt lv ms mt nl no nb nn pl pt ro sk sl sq sv sw tl tr vi"
)
_SCRIPT_OF = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"), "Cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), "Arabic"),
    **dict.fromkeys(("hi", "mr", "ne"), "Devanagari"),
    **dict.fromkeys(("he", "iw", "yi"), "Hebrew"),
    **dict.fromkeys(("el",), "Greek"),
    **dict.fromkeys(("th",), "Thai"),
    **dict.fromkeys(("zh",), "Chinese"),
    **dict.fromkeys(("ja",), "Japanese"),
    **dict.fromkeys(("ko",), "Korean"),
    **dict.fromkeys(_IN_LATIN.split(), "Latin"),
}
_OWN = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}
_ANY = re.compile(r"[^\W\d_]")


def share_in_script_of(language: str, text: str) -> tuple[int, float] | None:
    """Return how many letters a text has and which share of them is of the language's script, None if it is unknown."""
    script = _SCRIPT_OF.get(language.replace("_", "-").partition("-")[0].lower())
    letters = len(_ANY.findall(text))
    if script is None or not letters:
        return None
    return letters, len(_OWN[script].findall(text)) / letters
