"""Wall-clock words out of seconds: the person's zone is a short table of offsets on the card.

The words are those of domain/saying.py, which needs `datetime`; tests hold the two equal.
"""

from __future__ import annotations

import time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAY = 86_400
LATER = 18 * 3600  # an end further away is named with its day


class Wall:
    """The wall clock of one zone, in one style."""

    def __init__(self, offsets: list[tuple[int, int]], *, clock24: bool) -> None:
        self.offsets = offsets
        self.clock24 = clock24

    def ahead(self, at: int) -> int:
        """Return how many seconds the wall clock is ahead of UTC at an instant."""
        if not self.offsets:
            return time.localtime(at).tm_gmtoff
        found = self.offsets[0][1]
        for since, seconds in self.offsets:
            if since <= at:
                found = seconds
        return found

    def local(self, at: int) -> time.struct_time:
        """Return an instant as the wall shows it."""
        return time.gmtime(at + self.ahead(at))

    def day_number(self, at: int) -> int:
        """Return which day of the wall an instant lies on, counted from 1970."""
        return (at + self.ahead(at)) // DAY

    def clock(self, at: int) -> str:
        """Say the time of day: "9 pm", "8:30 pm", "noon", "midnight" or "21:00"."""
        local = self.local(at)
        hour, minute = local.tm_hour, local.tm_min
        if self.clock24:
            return f"{hour:02}:{minute:02}"
        if minute == 0 and hour % 12 == 0:
            return "noon" if hour else "midnight"
        half = "pm" if hour >= 12 else "am"
        return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''} {half}"

    def moment(self, at: int) -> str:
        """Say the weekday and the time: "Monday 9:40 pm"."""
        return f"{DAYS[self.local(at).tm_wday]} {self.clock(at)}"

    def day(self, at: int, now: int) -> str:
        """Say a day as seen from now: "today", "tomorrow", "Tue 24", else "Mon 30 Nov"."""
        days = self.day_number(at) - self.day_number(now)
        if days in {0, 1}:
            return ("today", "tomorrow")[days]
        local = self.local(at)
        said = f"{DAYS[local.tm_wday][:3]} {local.tm_mday}"
        if 1 < days < 7:
            return said
        year = f" {local.tm_year}" if local.tm_year != self.local(now).tm_year else ""
        return f"{said} {MONTHS[local.tm_mon - 1]}{year}"

    def until(self, end: int, words: str, now: int) -> str:
        """Say an end whose time of day is `words`, with its day where it is far away.

        A midnight belongs to the evening before it.
        """
        if end - now < LATER or self.day_number(end) == self.day_number(now):
            return words
        return f"{self.day(end - 1 if words in {'midnight', '00:00'} else end, now)}, {words}"

    def iso(self, at: int) -> str:
        """Return an instant as ISO 8601 with the zone's offset."""
        ahead = self.ahead(at)
        hours, minutes = divmod(abs(ahead) // 60, 60)
        sign = "-" if ahead < 0 else "+"
        return f"{time.strftime('%Y-%m-%dT%H:%M:%S', self.local(at))}{sign}{hours:02}:{minutes:02}"
