"""What a list's words about not every week may mean, as a phrase to be confirmed; never a guess.

"2nd & 4th Fridays only", of a meeting on Fridays, is "second and fourth Friday of the month"; "no
meeting on the 1st Friday" is the other four. What depends on a date that nobody said (every other
week), or on how many weeks a month has (not the last), has no phrase.
"""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from recoverplan.words.lists import OF_THE_MONTH

ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = {
    **{name: number for number, name in enumerate(ENGLISH)},
    **{name[:3]: number for number, name in enumerate(ENGLISH)},
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3,
    "lunes": 0, "martes": 1, "miercoles": 2, "jueves": 3, "viernes": 4, "sabado": 5, "domingo": 6,
    "lundi": 0, "mardi": 1, "mercredi": 2, "jeudi": 3, "vendredi": 4, "samedi": 5, "dimanche": 6,
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5,
    "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
NAMES = ("", "first", "second", "third", "fourth", "fifth")
LAST = -1
STEMS = (
    (1, r"1st|1rst|first|primer\w*|premi\w+|1ers?|erste\w?"),
    (2, r"2nd|second|segund\w+|deuxi\w+|seconds?|zweite\w?"),
    (3, r"3rd|third|tercer\w*|troisi\w+|dritte\w?"),
    (4, r"4th|fourth|cuart\w+|quatri\w+|vierte\w?"),
    (5, r"5th|fifth|quint\w+|cinqui\w+|funfte\w?"),
    (LAST, r"last|ultim\w+|derni\w+|letzte\w?"),
)
NTH = re.compile("|".join(rf"(?P<n{abs(n)}{'x' * (n < 0)}>\b(?:{stem})\b)" for n, stem in STEMS))
DAY = re.compile(rf"\b({'|'.join(sorted(DAYS, key=len, reverse=True))})(?:s|\b)")
NOT_THEN = re.compile(
    r"\bno (?:mtg|meeting)|\bnot |\bn't |\bexcept|\bexclud|\bskip|\bno hay|\bsin |\bpas de|\bsauf"
    r"|\bkein|\bau(?:ss|ß)er|\bexcepto|\bmenos|\bdark\b|\bclosed\b|\bwon't|\bdoesn't|\bdoes not"
)


def without_accents(text: str) -> str:
    """Return a text in small letters without marks: "Miércoles" is miercoles."""
    return "".join(each for each in normalize("NFKD", text.casefold()) if not combining(each))


def phrase_of(caution: str | None, days: int) -> str | None:
    """Return which days of the month the words of a list mean; None where they don't say.

    `days` are those of the listing, as bits, Monday 1: the words must be about that one day.
    """
    said = without_accents(caution or "")
    found = [number for number, _ in _ordinals(said)]
    named = {DAYS[match[1]] for match in DAY.finditer(said)}
    if not found or len(named) != 1 or days != 1 << (day := named.pop()):
        return None
    if NOT_THEN.search(said):
        if LAST in found:
            return None
        found = [number for number in range(1, 6) if number not in found]
    if not found:
        return None
    *most, last = ("last" if number == LAST else NAMES[number] for number in found)
    ordinals = f"{', '.join(most)} and {last}" if most else last
    return OF_THE_MONTH.format(nths=ordinals, day=ENGLISH[day])


def _ordinals(said: str) -> list[tuple[int, int]]:
    """Return the ordinals of a text in their order, each once, with where they stand."""
    found: dict[int, int] = {}
    for match in NTH.finditer(said):
        name = str(match.lastgroup)
        number = LAST if name.endswith("x") else int(name[1:])
        found.setdefault(number, match.start())
    return list(found.items())
