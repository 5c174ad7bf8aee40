"""What the type codes of meeting lists mean, per fellowship: one code means different things.

Meeting Guide's codes as AA uses them, with what Al-Anon means by the same letters; the English
formats that BMLT servers of NA ship with. A list may name its own; what nobody names is shown as
it is.
"""

from __future__ import annotations

# Where every fellowship means the same.
ANY = {
    "ASL": "American Sign Language", "BA": "babysitting available", "BRK": "breakfast",
    "CAN": "candlelight", "CF": "child-friendly", "DB": "digital basket", "EN": "English",
    "FF": "fragrance free", "FR": "French", "G": "gay", "HE": "Hebrew", "HYBRID": "hybrid",
    "ITA": "Italian", "JA": "Japanese", "KOR": "Korean", "L": "lesbian", "LGBTQ": "LGBTQ",
    "LGBTQIA": "LGBTQIA+", "LIT": "literature", "M": "men", "MED": "meditation",
    "NDG": "Indigenous", "O": "open", "ONL": "online", "OPEN": "open", "CLOSED": "closed",
    "OUT": "outdoors",
    "POA": "proof of attendance", "POC": "people of color", "POL": "Polish", "POR": "Portuguese",
    "PUN": "Punjabi", "RUS": "Russian", "S": "Spanish", "SEN": "seniors", "SM": "smoking permitted",
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
    "WC": "wheelchair access", "WEB": "online", "YP": "young people",
}  # fmt: skip
FELLOWSHIPS = {
    "aa": AA, "alcoholics anonymous": AA, "al-anon": AL_ANON, "alanon": AL_ANON,
    "al-anon family groups": AL_ANON, "alateen": AL_ANON, "na": NA, "narcotics anonymous": NA,
}  # fmt: skip
WELCOMING = ("newcomer", "beginner")


def codes_of(
    programme: str | None, kind: str, own: tuple[tuple[str, str], ...] = ()
) -> dict[str, str]:
    """Return what the codes of a list mean, in upper case: the list's own names win.

    `kind` is the list's format; BMLT is NA's unless another programme was said. Without a
    programme only what every fellowship means is named.
    """
    key = " ".join((programme or ("na" if kind == "bmlt" else "")).casefold().split())
    fellowship = FELLOWSHIPS.get(key, {})
    shared = {} if fellowship is NA else ANY
    return {**shared, **fellowship, **{code.upper(): name for code, name in own}}


def names(types: str, codes: dict[str, str]) -> tuple[str, ...]:
    """Return the names of codes joined by spaces, each once; a code without a name stays."""
    return tuple(dict.fromkeys(codes.get(code.upper(), code) for code in types.split()))


def welcomes_newcomers(types: str, codes: dict[str, str]) -> bool:
    """Tell whether one of the codes says that newcomers are expected."""
    said = [codes.get(code.upper(), "").casefold() for code in types.split()]
    return any(word in name for name in said for word in WELCOMING)
