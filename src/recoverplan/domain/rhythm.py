"""What a list's words about not every week may mean, as a phrase to be confirmed; never a guess.

"2nd & 4th Fridays only", of a meeting on Fridays, is "second and fourth Friday of the month"; "no
meeting on the 1st Friday" is the other four. What depends on a date that nobody said (every other
week), on a season, or on how many weeks a month has (not the last), has no phrase.
"""

from __future__ import annotations

import re

from recoverplan.domain.saying import ORDINALS, WEEKDAYS
from recoverplan.domain.text import without_marks
from recoverplan.words.lists import OF_THE_MONTH

ENGLISH = tuple(map(str.lower, WEEKDAYS))
DAYS = {
    **{name: number for number, name in enumerate(ENGLISH)},
    **{name[:3]: number for number, name in enumerate(ENGLISH)},
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5,
    "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
LAST = -1
STEMS = (
    (1, r"first|primer\w*|premi\w+|erste\w?"),
    (2, r"second|segund\w+|deuxi\w+|seconds?|zweite\w?"),
    (3, r"third|tercer\w*|troisi\w+|dritte\w?"),
    (4, r"fourth|cuart\w+|quatri\w+|vierte\w?"),
    (5, r"fifth|quint\w+|cinqui\w+|funfte\w?"),
    (LAST, r"last|ultim\w+|derni\w+|letzte\w?"),
)
WORDS = "|".join(stem for _, stem in STEMS)
# 2nd, 2d, 2do, 2o, 2°, 2e, 2emes, 2iemes, 2.
ENDING = r"(?:st|rst|nd|rd|d|th|e?r[eo]?s?|do|to|[oa]|e|i?emes?|ieres?)?(?![^\W_])(?:°|\.(?!\d))?"
NTH = rf"(?:\b(?:{WORDS})\b|(?<![\w.:])[1-5]{ENDING}(?![:\d]))"
THE = r"(?:(?:the|el|la|los|le|les|den|dem|der|am) )?"
AND = rf" ?(?:, ?)?(?:[,/&+-]|\b(?:and|or|y|e|et|ou|und|oder)\b)? ?{THE}"
THROUGH = rf" ?(?:thru|through|to|bis|al?|hasta|au) {THE}"
DAY = rf"\b(?:{'|'.join(sorted(DAYS, key=len, reverse=True))})(?:s|'s|en)?\b\.?"
FEW = {
    "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4, "dos": 2, "tres": 3, "cuatro": 4,
    "deux": 2, "trois": 3, "quatre": 4, "zwei": 2, "drei": 3, "vier": 4,
}  # fmt: skip
GROUP = re.compile(
    rf"(?P<nths>{NTH}(?:(?:{THROUGH}|{AND}){NTH})*)(?: ?(?P<few>{'|'.join(FEW)})(?= {DAY}))?"
)
OF_DAY = re.compile(rf" ?(?:{DAY}|(?:of|in|im|du|de|del|des) )")
AFTER_DAY = re.compile(rf"{DAY} ?[:,(-]? ?(?:\w+ ){{0,4}}$")
BESIDE = re.compile(rf"(?:{DAY}|{AND}| )*")
BY_WEEK = re.compile(r" ?(?:weeks?|wks?|semanas?|semaines?|wochen?)\b")
AT_END = re.compile(r" ?(?:[.,;:!)(-]|$|only\b|monthly\b|is\b|are\b|no\b|not\b|solo\b|nur\b)")
ONE_NTH = re.compile(NTH)
TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b\.?|uhr\b|hrs?\b|h(?:\d\d)?\b)|\b\d{1,2}:\d\d\b"
)
NOT_THEN = re.compile(
    r"\bno (?:mtg|meet|gathering)|\bnot\b|n't\b|\bexcept|\bexclud|\bskip|\bno hay|\bno nos|\bno se"
    r"|\bsin |\bpas (?:de|le)|\bsauf|\bhors\b|\bsalvo|\bkein|\bau(?:ss|ß)er|\bmenos|\bdark\b"
    r"|\bclosed\b|\bbut\b|\bfallt\b|\bcerrado|\bnever\b|\bnunca\b|\bjamais\b|\bnone (?:on|the)\b"
    rf"|\bnicht (?:statt|am)|\bno (?={NTH})|{DAY}:? (?:off|none)\b"
)
# What comes after these is denied; what stands before them may be the days of what is off for now.
OFF = re.compile(r"\b(?:cancel|suspend|postpon|paus|annul|relache|entfall|abgesagt)\w*")
# After ordinals these deny what is left of the month, not the days that were named.
THE_OTHERS = re.compile(r"\b(?:other|rest|remaining|every|all|any|otr[oa]s|autres|reste|anderen)\b")
UNSAID = re.compile(
    r"\b(?:alternat\w*|mov(?:ed|ing)|instead|(?:wo)?men only|every other|even|odd|until|through"
    r"|starting|starts|begin\w*|back|sept?"
    r"|jan|feb|apr|ju[nl]y?|june|aug|oct|nov|dec|(?:septem|octo|novem|decem)ber|january|february"
    r"|march|april|august|summer|winter|spring|fall|autumn|school|holidays?|enero|febrero|marzo"
    r"|abril|mayo|ju[nl]io|agosto|septiembre|octubre|noviembre|diciembre|verano|invierno"
    r"|janvier|fevrier|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|ete|hiver"
    r"|januar|februar|marz|ju[nl]i|oktober|dezember|sommer|ferien|feiertag\w*|festivos|feries)\b"
)
EVERY = re.compile(r"\b(?:every|each|cada|jede[nrsm]?|chaque) $")
MONTH = re.compile(r"\bmonth|\bmes\b|\bmois\b|monat")


# What is short for a day may be another word too, so it is one only beside an ordinal: "3eme sam.",
# "4. Do"; a German one only where no sentence goes on ("Room 4. Do not park").
SHORT_DAYS = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi",
    "vend": "vendredi", "sam": "samedi", "dim": "dimanche", "mie": "miercoles", "jue": "jueves",
    "vie": "viernes", "sab": "sabado", "dom": "domingo",
}  # fmt: skip
GERMAN_SHORT = {
    "mo": "montag", "di": "dienstag", "mi": "mittwoch", "do": "donnerstag", "fr": "freitag",
    "sa": "samstag", "so": "sonntag",
}  # fmt: skip
GOES_ON = r"im|um|ab|und|oder|jede[nrs]|nur|monatlich|von|\d"
NO_SENTENCE = rf"(?=\.?(?: ?$| ?[,;:)&+/-]| (?:{GOES_ON})(?!\w)))"
GERMAN_SHORT_DAY = rf"(?!so,)(?:{'|'.join(GERMAN_SHORT)})\b{NO_SENTENCE}"
GERMAN_NTH = r"(?:(?<![\w.:])[1-5]\.|\b(?:erste|zweite|dritte|vierte|letzte)[nrsm]?)"
AFTER_GERMAN = re.compile(rf"({GERMAN_NTH} ?)({GERMAN_SHORT_DAY})")
SHORT_DAY = rf"({'|'.join(SHORT_DAYS)})\b\.?"
ORDINAL = rf"(?:(?<![\w.:])[1-5](?:e?r[eo]?s?|do|to|[oa]|e|i?emes?)(?:°|\.)?|\b(?:{WORDS}))"
AFTER_ORDINAL = re.compile(rf"({ORDINAL} ){SHORT_DAY}")
BEFORE_ORDINALS = re.compile(rf"\b{SHORT_DAY}(?=:? \(?{ORDINAL} ?(?:[,&/+]|y|e|et) ?\w)")


def days_in_full(said: str) -> str:
    """Return a text in small letters without accents, short days beside its ordinals in full."""
    said = AFTER_GERMAN.sub(lambda found: f"{found[1]}{GERMAN_SHORT[found[2]]}", said)
    said = AFTER_ORDINAL.sub(lambda found: f"{found[1]}{SHORT_DAYS[found[2]]}", said)
    return BEFORE_ORDINALS.sub(lambda found: SHORT_DAYS[found[1]], said)


def without_accents(text: str) -> str:
    """Return a text in small letters without marks: "Miércoles" is miercoles."""
    return without_marks(text.casefold())


def phrase_of(caution: str | None, days: int) -> str | None:
    """Return which days of the month the words of a list mean; None where they don't say.

    `days` are those of the listing, as bits, Monday 1: the words must be about that one day.
    """
    said = TIME.sub(" ", " ".join(days_in_full(without_accents(caution or "")).split()))
    named = {DAYS[each.rstrip(".").removesuffix("'s")] for each in _days(said)}
    if len(named) != 1 or days != 1 << (day := named.pop()):
        return None
    groups = _groups(said)
    if not groups:
        return None
    rest = GROUP.sub(" ", said)
    if UNSAID.search(rest) or re.search(r"\d", rest):
        return None
    found = _meant(said, groups)
    if not found:
        return None
    *most, last = ("last" if number == LAST else ORDINALS[number - 1] for number in found)
    ordinals = f"{', '.join(most)} and {last}" if most else last
    return OF_THE_MONTH.format(nths=ordinals, day=ENGLISH[day])


def _meant(said: str, groups: list[tuple[int, list[int]]]) -> list[int]:
    """Return the days of the month on which there is a meeting; none where that is not said."""
    found = list(dict.fromkeys(number for _, numbers in groups for number in numbers))
    others = [number for number in range(1, 6) if number not in found]
    if denied := NOT_THEN.search(said):
        before = [number for at, numbers in groups if at < denied.start() for number in numbers]
        if before and THE_OTHERS.search(said, denied.end()):
            return before
        return [] if (before and before != found) or LAST in found else others
    if off := OFF.search(said):
        return [] if LAST in found or groups[0][0] < off.start() else others
    return found


def _days(said: str) -> list[str]:
    """Return the names of days in a text, in the singular."""
    found = (match[0].rstrip(".").removesuffix("'s") for match in re.finditer(DAY, said))
    return [each if each in DAYS else re.sub(r"(?:en|s)$", "", each) for each in found]


def _groups(said: str) -> list[tuple[int, list[int]]] | None:
    """Return the ordinals of a text, those that stand together with where they do.

    None where one of them may be of something else, or is not understood.
    """
    found: list[tuple[int, int, list[int]]] = []
    for match in GROUP.finditer(said):
        after, before = said[match.end() :], said[: match.start()]
        if BY_WEEK.match(after):
            return None
        of_day = OF_DAY.match(after) is not None
        if not (of_day or AFTER_DAY.search(before) or AT_END.match(after)):
            continue  # the 2nd floor
        bare = re.fullmatch(r"\d", match[0]) is not None
        numbers = _numbers(match["nths"], match["few"])
        one_of_every = EVERY.search(before) and len(numbers or ()) == 1 and numbers != [1]
        if (
            numbers is None
            or bare
            or (one_of_every and numbers != [LAST] and not MONTH.search(said))
        ):
            return None
        if found and not BESIDE.fullmatch(said, found[-1][1], match.start()):
            return None  # what is between them is of one of the two alone
        found.append((match.start(), match.end(), numbers))
    return [(begin, numbers) for begin, _, numbers in found]


def _numbers(said: str, few: str | None) -> list[int] | None:
    """Return the numbers of ordinals that stand together; None for what may be several things."""
    numbers = [_number(each[0]) for each in ONE_NTH.finditer(said)]
    if few is not None:
        return [*range(1, FEW[few] + 1)] if numbers == [1] else None
    if re.search(r"\b(?:thru|through|to|bis|al?|hasta|au)\b", said):
        first, last = numbers[0], numbers[-1]
        return [*range(first, last + 1)] if len(numbers) == 2 and 0 < first < last else None
    if "-" in said and len(numbers) == 2:
        return None  # from the one to the other, or both
    return numbers


def _number(said: str) -> int:
    """Return the number of an ordinal, the last being -1."""
    if said[0].isdigit():
        return int(said[0])
    return next(number for number, stem in STEMS if re.fullmatch(stem, said))
