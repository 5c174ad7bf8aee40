"""Moments as a person types them: "yesterday 7pm", "fri 19:00" (the last one), "now".

A moment is one instant; a stretch or a recurrence is a phrase (`phrase/`). What reads two ways is
refused with both readings, what names no hour with hours that would do. A moment may lie in the
future: whoever logs something refuses that.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta

from recoverplan.domain.moment_days import (
    ISO_DAY,
    PARTS,
    day_words,
    fits,
    instant,
    the_day,
)
from recoverplan.domain.moment_words import spelt_out
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.value import NamedTuple
from recoverplan.words import usage as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.domain.phrase.refusal import Missing

LIKELY = {  # hours to offer where none was said, the likeliest first
    "morning": (9, 7),
    "afternoon": (15, 13),
    "evening": (19, 18),
    "night": (21, 23),
    "": (19, 21, 12, 9),
}
LONGEST = 80  # characters; no moment needs more
EARLIEST = 1900  # a year before is a slip of the finger
LATEST = 9990  # from this year on zones and rules cannot be asked

ISO = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ tT][0-9]{2}:[0-9]{2}(:[0-9]{2})? ?([zZ]|[+-][0-9]{2}:?[0-9]{2})?"
)
AGO = re.compile(r"(an?|[0-9]{1,4}) ?(h|hours?|hrs?|m|min|mins|minutes?) ago")
CLOCK = re.compile(
    r"(?<![0-9.:/-])"
    r"(?:([0-9]{1,2})(?:[:.]([0-9]{2}))? ?(am|pm)|([0-9]{1,2}):([0-9]{2})"
    r"|(?<![a-z])(noon|midnight))"  # not that of "afternoon"
    r"(?![0-9:.a-z/-])"
)
BARE = re.compile(r"(?:(.*?) )?(?:at )?([0-9]{1,2})()|(?:at )?([0-9]{1,2}) (.+)")


class Moment(NamedTuple):
    """An instant, in the zone of the person; `rough` where they said it is about then."""

    at: datetime
    rough: bool = False


class MomentError(UsageError):
    """A moment that is refused; `missing` is the one piece that it lacks, if it is one."""

    def __init__(
        self, message: str, hint: str, missing: Missing | None = None, *, lines: bool = False
    ) -> None:
        super().__init__(message, hint)
        self.missing = missing
        self.several_lines = lines


def understand_moment(text: str, now: datetime, *, asks_half: bool = False) -> datetime:
    """Return the instant that `text` means, as `read_moment` does."""
    return read_moment(text, now, asks_half=asks_half).at


def read_moment(text: str, now: datetime, *, asks_half: bool = False, past: bool = False) -> Moment:
    """Return the moment that `text` means, in the zone of `now`.

    `now` is aware, in the person's zone. A wall time that does not exist takes the offset before
    the change, one that occurs twice is the first. `asks_half`: a time with a colon and neither am
    nor pm reads two ways to this person, but not beside a date in figures. `past`: in the
    morning, a time without a day that is still to come was yesterday's. Raises UsageError for
    anything else than one moment; the hint says what to type.
    """
    typed = clean(text)
    folded = typed.casefold().replace("a.m.", "am").replace("p.m.", "pm").replace(",", " ")
    folded = " ".join(folded.split())
    if not folded or len(folded) > LONGEST:
        raise unreadable(typed)
    spelt, rough = spelt_out(folded)
    reader = Reader(typed, now, asks_half, past, rough)
    try:
        found = reader.moment(spelt)
        if EARLIEST <= found.year < LATEST:
            return Moment(found, rough)
    except (ValueError, OverflowError):
        pass
    raise UsageError(words.NO_SUCH_TIME.format(typed=typed), words.MOMENT_LIKE)


def understand_day(text: str, now: datetime) -> date:
    """Return the day that `text` means: "2026-11-01", "1 nov" (the last one), "fri", "yesterday".

    Raises UsageError for anything else than one day.
    """
    typed = clean(text)
    folded = " ".join(typed.casefold().replace(",", " ").split())
    try:
        day = the_day(folded, time(0), now) if 0 < len(folded) <= LONGEST else None
    except (ValueError, OverflowError):
        day = None
    if day is None or day.year < EARLIEST:
        raise UsageError(words.NOT_A_DAY.format(shown=shortened(typed)), words.DAY_LIKE)
    return day


class Reader(NamedTuple):
    """What a moment is read by: how it was typed, and what `read_moment` was told."""

    typed: str
    now: datetime
    asks_half: bool
    past: bool
    rough: bool

    def moment(self, folded: str) -> datetime:
        """Read the forms one after the other. Raises UsageError, ValueError, OverflowError."""
        now = self.now
        if folded in {"now", "just now", "right now"}:
            return now
        if ISO.fullmatch(folded):
            wall = datetime.fromisoformat(folded.upper().replace(" ", "T", 1).replace(" ", ""))
            return instant(wall, now) if wall.tzinfo is None else wall.astimezone(now.tzinfo)
        if ago := AGO.fullmatch(folded):
            number = 1 if ago[1].startswith("a") else int(ago[1])
            length = timedelta(hours=number) if ago[2][0] == "h" else timedelta(minutes=number)
            return (now.astimezone(UTC) - length).astimezone(now.tzinfo)
        found = CLOCK.search(folded)
        if found is None:
            return self.without_clock(folded)
        day = day_words(f"{folded[: found.start()]} {folded[found.end() :]}")
        at = clock_time(found)
        open_half = found[4] and not found[4].startswith("0") and 1 <= at.hour <= 12
        if open_half:
            at = self.in_half(at, day) or self.by_colon(at, found, folded)
        begins_day = at == time(0) and (found[3] or found[6])
        if begins_day and day not in {"tonight", "last night"} and (day or found[6]):
            if not day and self.past:  # the last one that has been
                return self.on("", time(0))
            start = words.TYPE_EITHER.format(start=f"{day} 00:00".strip())
            raise UsageError(words.START_OR_END.format(typed=self.typed), start)
        return self.on(day, at)

    def on(self, day: str, at: time) -> datetime:
        """Return a time on the day that words name. Raises UsageError where they name none."""
        wanted = the_day(day, at, self.now)
        part = day.rpartition(" ")[2]
        if wanted is None and part in PARTS and not fits(at, part) and self.names_day(day):
            message = words.NOT_IN_THE_PART.format(typed=self.typed, part=part)
            raise UsageError(message, words.MOMENT_LIKE)
        if wanted is None:
            raise unreadable(self.typed)
        found = instant(datetime.combine(wanted, at), self.now)
        alone = self.past and self.now.hour < 12 and day in {"", *PARTS}
        if alone and found.astimezone(UTC) > self.now.astimezone(UTC):
            found = instant(datetime.combine(wanted - timedelta(days=1), at), self.now)
        return found

    def in_half(self, at: time, day: str) -> time | None:
        """Return the time in the half that a part of the day beside it says, if one does."""
        part = "night" if day == "tonight" else day.rpartition(" ")[2]
        if part not in PARTS:
            return None
        both = (at.replace(hour=at.hour % 12), at.replace(hour=at.hour % 12 + 12))
        return next((each for each in both if fits(each, part)), at)

    def by_colon(self, at: time, found: re.Match[str], folded: str) -> time:
        """Return a time with a colon on the 24-hour clock; refuse it for whom it is open."""
        if not self.asks_half or ISO_DAY.search(folded):
            return at
        from recoverplan.words.usage import HOW_TO_SETTLE

        before, after = folded[: found.start()], folded[found.end() :]
        raise self.two_halves(found[0].strip(), before.rstrip(), after.strip(), HOW_TO_SETTLE)

    def two_halves(self, said: str, before: str, after: str, settle: str = "") -> MomentError:
        """Return what refuses a time without am or pm, with both."""
        around = "around " if self.rough else ""
        ways = [
            " ".join(filter(None, (before, f"{around}{said}{half}", after)))
            for half in ("am", "pm")
        ]
        from recoverplan.domain.phrase.lacking import part_of
        from recoverplan.domain.phrase.refusal import Choice, Missing

        hour = int(re.split("[:.]", said)[0]) % 12
        choices = tuple(
            Choice(part_of(hour * 60 + at), way) for at, way in zip((0, 720), ways, strict=True)
        )[::-1]
        message = words.TWO_HALVES.format(typed=self.typed, said=said)
        hint = f'Type "{ways[0]}" or "{ways[1]}".'
        missing = Missing("half", said, choices)
        hint = "\n".join(filter(None, (hint, settle)))
        return MomentError(message, hint, missing, lines=bool(settle))

    def without_clock(self, folded: str) -> datetime:
        """Read a bare hour that a part of the day makes plain. Raises UsageError for the rest."""
        if self.names_day(day_words(folded)):
            raise self.no_hour(day_words(folded))
        bare = BARE.fullmatch(folded)
        hour = int(bare[2] or bare[4]) if bare else 99
        day = day_words((bare[1] or bare[5] or "") if bare else "")
        if hour > 23 or (day and not self.names_day(day)):
            raise unreadable(self.typed)
        before = f"{day} " if day else ""
        if 1 <= hour <= 12:
            at = self.in_half(time(hour % 12), day)
            if at is not None:
                return self.on(day, at)
            raise self.two_halves(str(hour), day, "")
        message = words.NOT_CLEAR.format(typed=self.typed)
        raise UsageError(message, f'Type "{before}{hour:02}:00".')

    def names_day(self, words: str) -> bool:
        """Tell whether words name a day, a part of it or both."""
        try:
            return bool(words) and any(
                the_day(words, time(hour), self.now) is not None for hour in (8, 15, 18, 21)
            )
        except (UsageError, ValueError, OverflowError):
            return False

    def no_hour(self, day: str) -> MomentError:
        """Return what refuses a day without an hour, with hours of it that have been."""
        from recoverplan.domain.phrase.refusal import Choice, Missing

        part = "night" if day == "tonight" else day.rpartition(" ")[2]
        said = "today" if day in {"", "today"} else self.typed
        found = []
        for hour in LIKELY.get(part, LIKELY[""]):
            with suppress(UsageError, ValueError, OverflowError):
                if self.on(day, time(hour)) <= self.now or not self.past:
                    found.append(hour)
        if self.past and not found:
            raise still_to_come(self.typed)
        short = [said_short(hour) for hour in found]
        choices = tuple(Choice(each, f"{said} around {each}") for each in short)
        hint = " or ".join(f'"{said} {each}"' for each in short[:2])
        missing = Missing("about", said, choices, (f"{said} around ", ""))
        message = words.NO_HOUR.format(typed=self.typed)
        return MomentError(message, f"Type {hint}.", missing)


def said_short(hour: int) -> str:
    """Return an hour as it is typed: 9pm, noon."""
    return "noon" if hour == 12 else f"{hour % 12}{'pm' if hour > 12 else 'am'}"


def still_to_come(typed: str) -> UsageError:
    """Return the refusal of a moment that has not been."""
    return UsageError(words.STILL_TO_COME.format(typed=typed), words.WHEN_IT_WAS)


def clock_time(found: re.Match[str]) -> time:
    """Return the time of day that CLOCK found; with a colon and neither am nor pm, 24 hours."""
    if found[6]:
        return time(0) if found[6] == "midnight" else time(12)
    if found[4]:
        if found[4] == "24":
            raise UsageError(words.END_OF_A_DAY.format(typed=found[0].strip()), words.TYPE_MIDNIGHT)
        return time(int(found[4]), int(found[5]))
    hour = int(found[1])
    if not 1 <= hour <= 12:
        raise UsageError(words.HOURS_OF_HALVES.format(typed=found[0].strip()), words.MOMENT_LIKE)
    return time(hour % 12 + (12 if found[3] == "pm" else 0), int(found[2] or 0))


def unreadable(typed: str) -> UsageError:
    """Return the refusal of words that name no moment."""
    return UsageError(words.NOT_A_MOMENT.format(shown=shortened(typed)), words.MOMENT_LIKE)


def shortened(typed: str) -> str:
    """Return what was typed, cut where it is long."""
    return typed if len(typed) <= 40 else f"{typed[:39]}…"
