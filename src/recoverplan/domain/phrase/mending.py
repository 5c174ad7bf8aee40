"""The phrases that a refusal offers: what was understood stays, only what is missing is filled in.

Each is tried before it is offered. What reads two ways is offered in both. What of a phrase means
something is known word by word, so that what is offered keeps all of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

from recoverplan.domain.phrase import lengths
from recoverplan.domain.phrase.clauses import KNOWN, TWO_WAYS
from recoverplan.domain.phrase.dates import MONTH_NAMES, WEEKDAY_NAMES
from recoverplan.domain.phrase.days import ORDINALS, RUNS, SETS
from recoverplan.domain.phrase.draft import PARTS
from recoverplan.domain.phrase.everyday import DAYS, NARROWING, TIMES, spelt_out
from recoverplan.domain.phrase.often import ADVERBS, PLURALS
from recoverplan.domain.phrase.refusal import GENERAL, Refusal, closest
from recoverplan.domain.phrase.tokens import NUMBERS, TO, scan
from recoverplan.domain.schedule import Schedule
from recoverplan.words import phrase as words

LONGEST = 160  # characters of a phrase that is offered
TRIES = 24
DEPTH = 6
# Without these the rest would mean something else.
BINDING = re.compile(
    r"(?:and|&|\+|,|/|or|not|except|but|without|excluding|if|unless|for|never|no|every|each|don['’]?t|;"
    r"|either|else|otherwise|alternatively|instead|whichever|whatever|versus|vs|xor)(?![a-z])",
    re.IGNORECASE,
)
WHOLE = re.compile(
    r"\b(?:all|any|anytime|always|24/7|round|around|weekends?|to|until)\b|-", re.IGNORECASE
)
HANGING = re.compile(
    r"[\s,]+(?:at|on|in|the|during|from|and|or|for|to|until|till|a|,)$", re.IGNORECASE
)
HOURS = "6pm-11pm"
VERY_LIKE = 0.82

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


class Mender:
    """Looks for phrases near one that was refused; it tries a bounded number of them."""

    def __init__(self, read: Callable[[str], Schedule], today: date) -> None:
        self.read = read
        self.today = today
        self.tries = TRIES
        self.end_filled = False  # "until I fall asleep" may go: hours were offered in its place

    def near(self, text: str, refusal: Refusal) -> tuple[str, ...]:
        """Return the phrases to offer for one that was refused, the likeliest first.

        None rather than one that means something else; examples where nothing was understood.
        """
        self.end_filled = refusal.sentence.endswith(words.NO_END.removeprefix('"{said}"'))
        found = tuple(dict.fromkeys(self.mended(text, refusal, DEPTH)))[:4]
        blank = not meant(text) and not any(map(narrowing, text.split()))
        return GENERAL if blank and not found else found

    def mended(self, text: str, refusal: Refusal, depth: int) -> list[str]:
        """Return phrases that work: its readings, everyday words spelt out, the rest of it."""
        if depth <= 0 or len(text) > LONGEST * 2:
            return []
        everyday = spelt_out(text, self.today)
        # Misspelt words of five letters and more are put right.
        spelt = re.sub(r"[^\W\d_]{5,}", lambda match: likely(match.group()), everyday)
        if spelt != text:
            found = self.tried(spelt, depth - 1, filled=True)
            if found or everyday != " ".join(text.split()):  # "christmas" was understood
                return found
        outside = f"{text[: refusal.start]} {text[refusal.end :]}"
        found = [
            each
            for other in refusal.instead
            if refusal.sure or keeps(outside, other)
            for each in self.tried(other, depth - 1)
        ]
        return found or self.without(text, refusal, depth)

    def tried(self, text: str, depth: int, *, filled: bool = False) -> list[str]:
        """Return the phrase if it works, with its hours filled in if asked, else it mended."""
        text = " ".join(text.split()).replace(" ,", ",").strip(" ,;")
        if not text or len(text) > LONGEST or self.tries <= 0:
            return []
        self.tries -= 1
        try:
            schedule = self.read(text)
        except Refusal as refusal:
            return self.mended(text, refusal, depth)
        return self.complete(text, schedule) if filled else [text]

    def without(self, text: str, refusal: Refusal, depth: int) -> list[str]:
        """Return the phrase without the part that was refused, if the rest means the same."""
        part = text[refusal.start : refusal.end].strip()
        dangling = refusal.end >= len(text.rstrip()) and bool(HANGING.fullmatch(f" {part}"))
        if (
            refusal.sentence.startswith(words.TWO_OF_THEM.partition("{")[0])
            or not part
            or meant(part)
        ):
            return []  # it was understood
        first, _, rest = part.lower().partition(" ")
        narrow = any(map(narrowing, rest.split()))
        ending = self.end_filled and first in {"until", "till", "til"} and not narrow
        if not (dangling or ending) and (BINDING.match(part) or narrowed(text, refusal)):
            return []
        rest = f"{text[: refusal.start].rstrip()} {text[refusal.end :].lstrip()}".strip(" ,;-/")
        rest = HANGING.sub("", rest)
        return self.tried(rest, depth - 1, filled=True) if rest else []

    def complete(self, text: str, schedule: Schedule) -> list[str]:
        """Return the phrase with hours where it has none, and days where it has none."""
        hourless = all((part.start, part.end) == (0, 0) for part in schedule.parts)
        if hourless and not WHOLE.search(text):
            choices = [f"{text} {HOURS}", f"{text} all day"]
        elif not hourless and TIMES.search(text) and not DAYS.search(text):
            choices = [f"every day {text}"]
        else:
            choices = [text]
        return [each for each in choices if self.works(each)] or [text]

    def works(self, text: str) -> bool:
        """Tell whether a phrase is understood."""
        try:
            self.read(text)
        except Refusal:
            return False
        return len(text) <= LONGEST


def narrowed(text: str, refusal: Refusal) -> bool:
    """Tell whether the part that was refused, and nobody understood, changes what stands beside it.

    A word right before a day, a part of the day or a unit says which of them; one at a dash or
    "until" is an end of hours.
    """
    tokens = scan(text, 0, len(text))
    before = [token.text for token in tokens if token.end <= refusal.start]
    after = [token.text for token in tokens if token.start >= refusal.end]
    words = [token.text for token in tokens[len(before) : len(tokens) - len(after)]]
    joined = any(word in JOINING for word in (*before[-1:], *words))
    qualifies = any(word in TO or word in QUALIFIED for word in after[:1])
    return bool(words) and (joined or qualifies or any(map(narrowing, words)))


def likely(word: str) -> str:
    """Return the word that was meant where it is almost the one that was typed."""
    known = word.lower() in {*KNOWN, *TWO_WAYS} or NARROWING.fullmatch(word)
    return (not known and closest(word, KNOWN, VERY_LIKE)) or word


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


def narrowing(word: str) -> bool:
    """Tell whether a word that nobody understood narrows what others mean."""
    return bool(NARROWING.fullmatch(word) or NARROWING_PART.fullmatch(word))
