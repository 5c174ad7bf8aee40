"""What the type codes of meeting lists mean, per fellowship: one code means different things.

Meeting Guide's codes as AA uses them, with what Al-Anon means by the same letters; the English
formats that BMLT servers of NA ship with. A list may name its own; what nobody names is shown as
it is.
"""

from __future__ import annotations

import re
from functools import cache

LANGUAGES = {
    "AF": "Afrikaans", "AM": "Amharic", "AR": "Arabic", "BG": "Bulgarian", "DA": "Danish",
    "DE": "German", "EL": "Greek", "FA": "Persian", "FI": "Finnish", "FR": "French",
    "HE": "Hebrew", "HI": "Hindi", "HR": "Croatian", "HU": "Hungarian", "IS": "Icelandic",
    "ITA": "Italian", "JA": "Japanese", "KA": "Georgian", "KOR": "Korean", "LT": "Lithuanian",
    "ML": "Malayalam", "MT": "Maltese", "NE": "Nepali", "NL": "Dutch", "NO": "Norwegian",
    "POL": "Polish", "POR": "Portuguese", "PUN": "Punjabi", "RUS": "Russian", "S": "Spanish",
    "SK": "Slovak", "SL": "Slovenian", "SV": "Swedish", "TH": "Thai", "TL": "Tagalog",
    "TUR": "Turkish", "UK": "Ukrainian",
}  # fmt: skip
# ISO 639 where Meeting Guide has a code of its own.
ISO = {
    "es": "S", "it": "ITA", "ko": "KOR", "pl": "POL", "pt": "POR", "pa": "PUN", "ru": "RUS",
    "tr": "TUR",
}  # fmt: skip
# Where every fellowship means the same.
ANY = {
    **LANGUAGES,
    "ASL": "American Sign Language", "BA": "babysitting available", "BRK": "breakfast",
    "CAN": "candlelight", "CF": "child-friendly", "DB": "digital basket", "EN": "English",
    "FF": "fragrance free", "G": "gay",  "HYBRID": "hybrid",
    "L": "lesbian", "LGBTQ": "LGBTQ",
    "LGBTQIA": "LGBTQIA+", "LIT": "literature", "M": "men", "MED": "meditation",
    "NDG": "Indigenous", "O": "open", "ONL": "online", "OPEN": "open", "CLOSED": "closed",
    "OUT": "outdoors",
    "POA": "proof of attendance", "POC": "people of color",
    "SEN": "seniors", "SM": "smoking permitted",
    "SP": "speaker", "ST": "step study", "T": "transgender", "TC": "place temporarily closed",
    "TR": "tradition study", "W": "women", "X": "wheelchair access",
    "XB": "wheelchair-accessible bathroom", "XT": "cross talk permitted",
}  # fmt: skip
AA = {
    "11": "11th step meditation", "12X12": "12 steps and 12 traditions", "A": "secular",
    "ABSI": "As Bill Sees It", "AL": "with Alateen", "AL-AN": "with Al-Anon", "B": "Big Book",
    "BE": "newcomers", "BI": "bisexual", "C": "closed", "D": "discussion", "DD": "dual diagnosis",
    "DR": "Daily Reflections", "GR": "Grapevine", "H": "birthday", "LS": "Living Sober",
    "N": "Native American", "P": "professionals", "Y": "young people", "NB": "non-binary",
    "BV-I": "blind or visually impaired", "D-HOH": "deaf or hard of hearing",
}  # fmt: skip
AL_ANON = {
    "A": "Alateen", "AC": "adult children", "AL": "with AA", "BE": "newcomers",
    "C": "families only", "GP": "grandparents", "M": "men", "P": "parents", "Y": "Alateen",
    "D": "discussion",
}  # fmt: skip
NA = {
    "AB": "ask-it basket", "AG": "agnostic", "B": "beginners", "BK": "book study",
    "BL": "bilingual", "BT": "Basic Text", "C": "closed", "CH": "closed on holidays",
    "CL": "candlelight", "CP": "concepts", "CS": "children supervised", "CW": "children welcome",
    "D": "discussion", "ES": "Spanish", "FD": "five and dime", "GL": "gay and lesbian",
    "HY": "hybrid", "ID": "ID needed to enter", "IL": "illness", "IP": "pamphlets",
    "IW": "It Works: How and Why", "JT": "Just for Today", "LC": "Living Clean", "M": "men",
    "ME": "meditation", "NC": "no children", "NS": "no smoking", "O": "open", "OE": "open-ended",
    "PI": "pitch", "QA": "questions and answers", "RA": "restricted attendance",
    "RF": "rotating format", "RR": "round robin", "SC": "surveillance cameras",
    "SD": "speaker and discussion", "SG": "step working guide", "SL": "American Sign Language",
    "SO": "speaker", "ST": "step", "TC": "place temporarily closed", "TI": "timer", "TO": "topic",
    "TR": "tradition", "TW": "traditions workshop", "VM": "online", "W": "women",
    "WC": "wheelchair access", "WEB": "online", "YP": "young people", "ENG": "English",
    "FIN": "Finnish", "PER": "Persian", "L/R": "Lithuanian and Russian", "SPA": "Spanish",
    "FR": "French", "LGBTQ": "LGBTQ", "HYBR": "hybrid", "VIRTUAL": "online",
}  # fmt: skip
FELLOWSHIPS = {
    "aa": AA, "alcoholics anonymous": AA, "al-anon": AL_ANON, "alanon": AL_ANON,
    "al-anon family groups": AL_ANON, "alateen": AL_ANON, "na": NA, "narcotics anonymous": NA,
}  # fmt: skip
OF_NA = ("bmlt", "naws")  # formats with NA's own codes
WELCOMING = ("newcomer", "beginner")
# What other programs call a code, where that is not its name here.
ALSO_NAMED = {
    "newcomer": "BE", "newcomers": "BE", "beginners": "BE", "beginner": "BE",
    "location temporarily closed": "TC", "temporarily closed": "TC", "outdoor": "OUT",
    "concurrent with alateen": "AL", "concurrent with al-anon": "AL-AN", "gay": "G",
    "wheelchair accessible": "X", "handicap accessible": "X", "online meeting": "ONL",
    "11th step": "11", "12 steps & 12 traditions": "12x12", "step meeting": "ST", "steps": "ST",
    "men's": "M", "women's": "W", "big book study": "B", "speaker meeting": "SP",
    "discussion meeting": "D", "young people's": "Y", "candle light": "CAN",
}  # fmt: skip
ELSEWHERE = {
    "O": "abierta|abierto|ouverte|ouvert|offen", "C": "cerrada|cerrado|fermée|geschlossen",
    "W": "mujeres|femmes|frauen", "M": "hombres|hommes|männer", "Y": "jóvenes|jeunes|junge",
    "BE": "principiantes|débutants|neue", "ONL": "en línea|en ligne",
    "X": "silla de ruedas|fauteuil roulant|rollstuhl|rollstuhlgerecht|barrierefrei",
}  # fmt: skip
NAMED = {
    **{name: code for code, names in ELSEWHERE.items() for name in names.split("|")},
    **{name.casefold(): code for code, name in {**AA, **ANY}.items()},
    "online": "ONL", "open": "O", "closed": "C",
    **ALSO_NAMED,
}  # fmt: skip
# Whom a meeting is for, by words of the names of its codes, each with a bit of its own.
FOR_WHOM = (
    ("men",), ("women",), ("young", "alateen", "youth"),
    ("gay", "lesbian", "lgbt", "transgender", "bisexual", "non-binary"),
    ("closed", "families only", "restricted attendance"),
    ("professionals", "seniors", "native american", "indigenous", "people of color", "parents",
     "adult children", "grandparents"),
)  # fmt: skip
LANGUAGE_BIT = len(FOR_WHOM)
SPOKEN = {*map(str.casefold, LANGUAGES.values()), "bilingual", "lithuanian and russian"}
NEWCOMERS = 1


@cache
def whom(name: str) -> int:
    """Return for whom a code's name says a meeting is, as bits above `NEWCOMERS`; 0: anybody."""
    said = name.casefold()
    if said in SPOKEN:
        return NEWCOMERS << (LANGUAGE_BIT + 1)
    if said == "closed on holidays":
        return 0
    bits = 0
    for number, some in enumerate(FOR_WHOM):
        if any(
            re.match(rf"{re.escape(word)}(?:\W|$)|{re.escape(word)}\w*\+?$", said) for word in some
        ):
            bits |= NEWCOMERS << (number + 1)
    return bits


def flags_of(types: str, codes: dict[str, str]) -> int:
    """Return whether newcomers are expected (1), and for whom alone a meeting is (`whom`)."""
    said = [codes.get(code.upper(), "").casefold() for code in types.split()]
    flags = int(any(word in name for name in said for word in WELCOMING))
    for name in names(types, codes):
        flags |= whom(name)
    return flags


def code_named(said: str) -> str | None:
    """Return the code of a name, as sheets write them instead; None for what is no name."""
    return NAMED.get(said.strip().casefold())


def language_code(said: str) -> str | None:
    """Return the code of a language: of "es", "es-MX", "Spanish"."""
    key = said.strip().casefold()
    short = key.partition("-")[0].partition("_")[0]
    code = ISO.get(short) or (short.upper() if short.upper() in LANGUAGES else None)
    return "EN" if short == "en" else code or code_named(key)


def language_named(said: str) -> str:
    """Return the name of a language that was typed as its code: "es" is Spanish."""
    code = language_code(said) if len(said.strip()) <= 5 else None
    return LANGUAGES.get(code or "", "English" if code == "EN" else said)


def codes_of(
    programme: str | None, kind: str, own: tuple[tuple[str, str], ...] = ()
) -> dict[str, str]:
    """Return what the codes of a list mean, in upper case: the list's own names win.

    `kind` is the list's format; BMLT is NA's unless another programme was said. Without a
    programme only what every fellowship means is named.
    """
    key = " ".join((programme or ("na" if kind in OF_NA else "")).casefold().split())
    fellowship = FELLOWSHIPS.get(key, {})
    named = {code.upper(): name for code, name in own}
    if fellowship is not NA:
        return {**ANY, **fellowship, **named}
    # A list of NA in another shape than its own has the codes of that: X, CAN, BE.
    guide = {} if kind in OF_NA else {**ANY, "BE": AA["BE"], "Y": AA["Y"], "B": NA["B"]}
    return {**NA, **guide, **named}


def names(types: str, codes: dict[str, str]) -> tuple[str, ...]:
    """Return the names of codes joined by spaces, each once; a code without a name stays, but for
    a number, which says nothing."""
    said = (codes.get(code.upper(), code) for code in types.split())
    return tuple(dict.fromkeys(each for each in said if not each.isdecimal()))
