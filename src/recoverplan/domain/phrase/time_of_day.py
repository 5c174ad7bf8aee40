"""One time of day as it is typed: which minutes it may mean to whom, and how it is said."""

from __future__ import annotations

from datetime import datetime

from recoverplan.value import NamedTuple

DAY = 1440
DAY_PARTS = {  # the hours that a word stands for, and the hours that may be said with it
    "morning": (6 * 60, 12 * 60, range(4 * 60, 12 * 60)),
    "afternoon": (12 * 60, 17 * 60, range(12 * 60, 18 * 60)),
    "evening": (17 * 60, 21 * 60, range(16 * 60, DAY)),
    "night": (21 * 60, 26 * 60, range(17 * 60, DAY + 5 * 60)),
}


class Time(NamedTuple):
    """One time as typed. `half` is "am", "pm" or "" for neither; hour 24 is the end of a day."""

    hour: int
    minute: int
    half: str
    colon: bool
    named: bool = False  # noon, midnight
    zero: bool = False  # 08:00

    @property
    def fixed(self) -> int | None:
        """Return the minutes after midnight if it reads one way, whatever stands beside it."""
        if self.half and not self.named:
            return self.hour % 12 * 60 + (720 if self.half == "pm" else 0) + self.minute
        if self.named or not 1 <= self.hour <= 12:
            return self.hour * 60 + self.minute
        return None

    @property
    def twentyfour(self) -> int:
        """Return the minutes after midnight on the 24-hour clock."""
        return self.hour * 60 + self.minute

    @property
    def by_figures(self) -> bool:
        """Tell whether it is on the 24-hour clock for certain: 17, 0:30, 08:00, 24:00."""
        return not self.named and not self.half and (self.zero or not 1 <= self.hour <= 12)

    @property
    def worded_midnight(self) -> bool:
        """Tell whether it is midnight in words, or 12 am."""
        return self.fixed == 0 and not self.by_figures

    @property
    def spoken(self) -> bool:
        """Tell whether am or pm was said."""
        return bool(self.half) and not self.named

    def with_half(self, half: str) -> int:
        """Return the minutes after midnight with am or pm."""
        return self.hour % 12 * 60 + (720 if half == "pm" else 0) + self.minute

    def said(self, half: str) -> str:
        """Say it with am or pm, as a person would type it."""
        if self.named:
            return "noon" if self.hour else "midnight"
        return f"{self.hour}{f':{self.minute:02}' if self.minute or self.colon else ''}{half}"


class Occasion(NamedTuple):
    """The moment (aware, in the person's zone) at which a phrase is read, and what may be left out.

    `open_end`: a start without an end is one hour. `asks_half`: to this person a time with a colon
    and neither am nor pm ("7:30") reads two ways, unless the phrase is on the 24-hour clock.
    """

    now: datetime
    open_end: bool = False
    asks_half: bool = False


PM = Time(12, 0, "pm", colon=False)  # a style to say others in


def alone(time: Time, part: str | None, occasion: Occasion) -> int | None:
    """Return the minutes after midnight of a time that stands alone, if it reads one way."""
    first = time.twentyfour if time.by_figures else time.fixed
    if first is None and part:
        first = next(iter(by_part(time, part)), None)
    if first is None and time.colon and not occasion.asks_half:
        first = time.twentyfour
    return first


def said_time(minutes: int, like: Time) -> str:
    """Say minutes after midnight in the style of another time."""
    hour, minute = divmod(minutes, 60)
    if not like.half:
        return f"{hour:02}:{minute:02}"
    return Time(hour % 12 or 12, minute, "", colon=False).said("pm" if hour >= 12 else "am")


def both_ways(start: Time, end: Time, first: int | None) -> list[str]:
    """Return the two readings of hours, said as briefly as they read; the shorter one first."""
    if first is not None:
        head = start.said(start.half) if start.half else said_time(first, start)
        ends = [half for half in ("am", "pm") if end.with_half(half) != first]
        ends.sort(key=lambda half: (end.with_half(half) - first) % DAY)
        return [f"{head}-{end.said(half)}" for half in ends]
    readings = []
    for half in ("am", "pm"):
        at = start.with_half(half)
        other = "am" if (end.with_half("am") - at) % DAY <= 720 else "pm"
        same = half == other and shorter(start, end.with_half(other)) == at
        readings.append(f"{start.said('' if same else half)}-{end.said(other)}")
    return readings


def shorter(start: Time, last: int) -> int:
    """Return the start, am or pm, that makes the stretch to `last` shorter; never none at all."""
    return min(
        (start.with_half(half) for half in ("am", "pm")), key=lambda at: (last - at) % DAY or DAY
    )


def by_part(start: Time, part: str | None) -> list[int]:
    """Return the readings of an hour that fit a day part."""
    if part is None:
        return []
    hours = DAY_PARTS[part][2]
    readings = [start.with_half(half) for half in ("am", "pm")]
    return [at for at in readings if at in hours or at + DAY in hours]
