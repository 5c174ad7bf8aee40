"""Riding it out: after the moment screen, one calm line of time, with a pace to breathe at.

It keeps no record and needs nothing but a terminal. Where there is none the words are said once,
and nobody is kept waiting; in plain form a line is said now and then, none is written over.
"""

from __future__ import annotations

import time

from recoverplan.now.screen import TABLE_FROM, cells, paragraphs
from recoverplan.words import moment as words
from recoverplan.words.moment import LOG_URGE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# Seconds to breathe in, to hold and to breathe out: five breaths a minute.
PACE = (("in", 4), ("hold", 2), ("out", 6))
BREATH = sum(length for _, length in PACE)
BAR = 20  # cells of the line of time
DONE, OPEN, BREATHED = "#", ".", "o"
SAID_EVERY = 300  # seconds between the lines of plain form


def offer(seconds: int, *, breathe: bool, timed: bool) -> list[str]:
    """Return what is said before: the warning first. `timed`: the time is kept as well."""
    said = (words.OFFER if timed else words.OFFER_UNTIMED).format(length=spell(seconds))
    breathing, hold, out = (length for _, length in PACE)
    breath = words.BREATHE.format(breathe_in=breathing, hold=hold, out=out)
    return [words.WARNING, said, *([breath] if breathe else [])]


def offer_rows(seconds: int, width: int, *, breathe: bool) -> list[str]:
    """Return what is said before, on a narrow terminal as one paragraph: each row counts there."""
    said = offer(seconds, breathe=breathe, timed=True)
    if width < TABLE_FROM:
        return paragraphs([" ".join(said)], width)
    return ["", *paragraphs(said, width)]


def rows_needed(seconds: int, width: int, *, breathe: bool) -> int:
    """Return how many rows the timer takes below the moment screen, to its end."""
    after = paragraphs([words.OVER, LOG_URGE], width)
    return len(offer_rows(seconds, width, breathe=breathe)) + len(after)


def spell(seconds: int) -> str:
    """Say a length: "15 minutes", "1 minute", "40 seconds"."""
    number, unit = (seconds // 60, "minute") if seconds >= 60 else (seconds, "second")
    return f"{number} {unit}{'' if number == 1 else 's'}"


def left_said(elapsed: int, seconds: int) -> str:
    """Say how much is left, in whole minutes begun; the last one as less than a minute."""
    left = seconds - elapsed
    return words.LEFT.format(length=spell(-(-left // 60) * 60)) if left >= 60 else words.LAST_MINUTE


def line(elapsed: int, seconds: int, width: int, *, breathe: bool) -> str:
    """Return the line of time after so many seconds, no wider than `width`.

    With `breathe` the pace stands in place of the bar: longer while breathing in, then shorter.
    """
    said = left_said(elapsed, seconds)
    if breathe:
        shown = f"{breath(elapsed)}   {said}"
    else:
        done = elapsed * BAR // seconds
        shown = f"{DONE * done}{OPEN * (BAR - done)}   {said}"
    return shown if cells(shown) <= width else said[:width]


def breath(elapsed: int) -> str:
    """Return where a breath is after so many seconds: "breathe in   o..."."""
    at = elapsed % BREATH
    most = PACE[-1][1]
    widest = max(map(len, words.PACE.values()))
    for name, length in PACE:
        if at < length:
            parts = {"in": at + 1, "hold": length, "out": length - at}[name]
            full = parts * most // length
            return f"{words.PACE[name]:<{widest}} {BREATHED * full}{OPEN * (most - full)}"
        at -= length
    return ""


def ride(
    show: Callable[[str], bool],
    seconds: int,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
    *,
    each: Callable[[int], str | None],
) -> int:
    """Keep the time, and show what `each` gives for every second; return the seconds that passed.

    `show` tells whether it could; where it cannot any more, this ends. Ctrl-C ends it too.
    """
    began = clock()
    passed = 0
    try:
        while (passed := int(clock() - began)) < seconds:
            said = each(passed)
            if said is not None and not show(said):
                break
            sleep(max(0.0, passed + 1 - (clock() - began)))
    except KeyboardInterrupt:
        return min(passed, seconds - 1)
    return min(passed, seconds)


def run(
    out: Any,
    seconds: int,
    *,
    breathe: bool,
    plainly: bool,
    width: Callable[[], int],
    put: Callable[[Any, str], None],
) -> None:
    """Ride it out on a terminal, then say what next; `width` gives its columns at any time.

    `put` writes to a stream that may take nothing any more.
    """
    say = spoken(out) if plainly else written_over(out, width)
    put(out, "".join(f"{row}\n" for row in offer_rows(seconds, width(), breathe=breathe)))

    def each(elapsed: int) -> str | None:
        if not plainly:
            return line(elapsed, seconds, max(1, width() - 1), breathe=breathe)
        due = elapsed and (seconds - elapsed) % SAID_EVERY == 0
        return f"{left_said(elapsed, seconds)}." if due else None

    passed = ride(say, seconds, each=each)
    said = words.OVER if passed == seconds else words.ENDED.format(length=spell(passed))
    end = [said, LOG_URGE]
    # The end stands in the place of the time, and of a ^C beside it.
    put(out, ("" if plainly else f"\r{' ' * (width() - 1)}\r") + rows(end, width()))


def rows(said: list[str], width: int) -> str:
    """Return sentences as rows of a terminal."""
    return "".join(f"{row}\n" for text in said for row in paragraphs([text], width) or [""])


def spoken(out: Any) -> Callable[[str], bool]:
    """Return a way to say one line after the other."""

    def say(text: str) -> bool:
        return written(out, f"{text}\n")

    return say


def written_over(out: Any, width: Callable[[], int]) -> Callable[[str], bool]:
    """Return a way to show a line in the place of the one before it, without any escape codes."""
    shown = ""

    def say(text: str) -> bool:
        nonlocal shown
        if text == shown:
            return True
        room = max(1, width() - 1)
        rest = " " * max(0, min(cells(shown), room) - cells(text))
        shown = text
        return written(out, f"\r{text}{rest}")

    return say


def written(out: Any, text: str) -> bool:
    """Write to a terminal; tell whether it is still there."""
    try:
        out.write(text)
        out.flush()
    except (OSError, ValueError):
        return False
    return True
