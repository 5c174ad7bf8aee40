"""What of a phrase means something, word by word: so that what is offered keeps all of it."""

from __future__ import annotations

import re
from collections import Counter

from recoverplan.domain.phrase import lengths
from recoverplan.domain.phrase.dates import MONTH_NAMES, WEEKDAY_NAMES
from recoverplan.domain.phrase.days import ORDINALS, RUNS, SETS
from recoverplan.domain.phrase.draft import PARTS
from recoverplan.domain.phrase.often import ADVERBS, PLURALS
from recoverplan.domain.phrase.tokens import NUMBERS, TO, Token, scan

LENGTHS = {1: "minute", 60: "hour", 1440: "day"}
MEANT: dict[str, str] = {
    **{word: word for word in (*ADVERBS, *RUNS, "am", "pm", "noon", "midnight", "other", "last")},
    **{word: word for word in ("working", "business", "payday", "tonight", "today", "tomorrow")},
    **{word: word for word in ("next", "this", "nightly", "penultimate", "alternate", "if")},
    **dict.fromkeys(("except", "excluding", "without", "but", "not", "never", "no"), "except"),
    **{word: f"weekday {day}" for word, day in WEEKDAY_NAMES.items()},
    **{word: f"month {month}" for word, month in MONTH_NAMES.items()},
    **{word: word.rstrip("s") for word in (*SETS, *PLURALS, "weeknight", "weeknights")},
    **{word: LENGTHS[minutes] for word, minutes in lengths.UNITS.items() if len(word) > 1},
    **{word: str(number) for word, number in (NUMBERS | ORDINALS).items()},
    **PARTS,
    "midday": "noon",
    "fortnight": "2 week",
}
# Words that narrow the days, the unit or the meaning of others, or stand for hours of their own:
# without one the phrase means something else. None of them is a slip for another word.
NARROWING = re.compile(
    r"schools?|college|class|exams?|finals|terms?|semesters?|vacations?|summers?|winters?|spring"
    r"|autumn|seasons?|hourly|minutely|odd|even|leap|full|new|early|earlier|late|later|latest"
    r"|before|after|till|alternat\w*|rotat\w*|stagger\w*|irregular\w*|random\w*|flexible|variable"
    r"|var(?:y|ies)|depend\w*|provided|assuming|permitting|allowing|m(?:o|n)*thly|wkly"
    r"|qu?a?rte?r?ly|yrly|call|leave|harvest|festivals?|until|since|past|by|within|unless|when"
    r"|whenever|while|some|sometimes|most|few|several|once|occasional|occasionally|rarely|seldom"
    r"|first|off|away|work|working|shifts?|breaks?|bed|sleep|lunch|dinner|supper|breakfast|tea"
    r"|dawn|dusk|dark|lights?|moon|easter|lent|ramadan|eid|sabbath|shabbat|advent|passover|pesach"
    r"|diwali|carnival|public|bank|twice|thrice|e[sd]t|c[sd]t|m[sd]t|p[sd]t|a[sd]t|[ecmp]t|gmt"
    r"|rrule|freq|dtstart|exdate|utc|bst|ist|[cew]es?t|eastern|central|mountain|pacific|time|z",
    re.IGNORECASE,
)
NARROWING_PART = re.compile(
    r"(?:semi|bi|tri|multi|non|mid|half|pre|post|inter|quarter|double).*"
    r"|.+(?:days?|nights?|weeks?|weekly|months?|monthly|years?|yearly|annual|annually|hours?|hourly"
    r"|times?|noon|rise|set|down|up|ish|terms?|shifts?|breaks?|seasons?)",
    re.IGNORECASE,
)
JOINING = frozenset(
    ("from", "after", "before", "between", "past", "by", "since", "starting", "over", "during")
).union(TO, ("throughout",))
QUALIFIED = frozenset([*WEEKDAY_NAMES, *SETS, *PARTS, *PLURALS, *ADVERBS, "weeknights"])


def meant(text: str) -> Counter[str]:
    """Return what each word and number of a text means, in one form for all ways to say it."""
    found: Counter[str] = Counter()
    for token in scan(text, 0, len(text)):
        if token.kind in {"number", "clock", "slashed", "iso"}:
            numbers = [int(figure[:9]) for figure in re.findall(r"[0-9]+", token.text)]
            found.update(str(number) for number in numbers if number)
        elif token.kind == "always" or token.text in MEANT:
            found[MEANT.get(token.text, token.text)] += 1
    return found


def keeps(text: str, other: str) -> bool:
    """Tell whether a phrase has all that a text means, each thing as often."""
    return not meant(text) - meant(other)


def narrows(tokens: list[Token], first: int, last: int) -> bool:
    """Tell whether words that nobody understood change what stands beside them.

    `first` and `last` are the tokens of these words. One right before a day, a part of the day or a
    unit says which of them; one at a dash or "until" is an end of hours.
    """
    before = tokens[first - 1].text if first else ""
    after = tokens[last + 1].text if last + 1 < len(tokens) else ""
    words = [token.text for token in tokens[first : last + 1]]
    joined = before in JOINING or after in TO or any(word in JOINING for word in words)
    return joined or after in QUALIFIED or any(map(narrowing, words))


def narrowing(word: str) -> bool:
    """Tell whether a word that nobody understood narrows what others mean."""
    return bool(NARROWING.fullmatch(word) or NARROWING_PART.fullmatch(word))
