"""The moment screen: what to do and who to call, from the emergency card alone.

It must answer when nothing else does, and in a blink: no store, no zone data, next to no imports.
Whatever is wrong (no card, a damaged one, no clock, a full disk), what to do in an emergency is
printed and the exit code is 0; only an option that it does not know is 2.
"""

from __future__ import annotations

import os
import sys
import time

from recoverplan.words import moment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.now.asked import Asked
    from recoverplan.now.card import Card
    from recoverplan.now.view import View


def main(options: list[str], arguments: list[str]) -> int:
    """Print the moment screen; always 0, but 2 for an option it does not know.

    `options` are those of every command (`--store DIR`, `--plain`, …), `arguments` all the rest.
    With `--timer` it keeps time afterwards, on a terminal; Ctrl-C ends that, and the code is 0 too.
    """
    from recoverplan.now.asked import understood

    asked = understood(options, arguments)
    if asked.unknown is not None:
        put(sys.stderr, words.UNKNOWN_OPTION.format(option=asked.unknown) + "\n")
        return 2
    if asked.extra:
        put(sys.stderr, words.WORDS_LEFT_OUT.format(words=" ".join(asked.extra)) + "\n")
    if asked.no_length is not None:
        put(sys.stderr, words.NOT_A_LENGTH.format(typed=asked.no_length) + "\n")
    try:
        said = answer(asked)
    except Exception:  # whatever it is, these lines must be printed
        from recoverplan.now.plain import plain

        said = "\n".join(plain(None, words.UNREADABLE_CARD))
    put(sys.stdout, said + "\n")
    if asked.seconds and not asked.json and on_terminal():
        try:
            keep_time(asked, asked.seconds)
        except KeyboardInterrupt:  # before or after the time itself
            put(sys.stdout, "\n")
    return 0


def keep_time(asked: Asked, seconds: int) -> None:
    """Ride it out on the terminal for so many seconds."""
    from recoverplan.now.timer import run

    out: Any = sys.stdout
    run(
        out, seconds, breathe=asked.breathe, plainly=asked.plain,
        width=lambda: size(out)[0], put=put,
    )  # fmt: skip


def answer(asked: Asked) -> str:
    """Return what to print."""
    from recoverplan.now.card import read
    from recoverplan.now.view import View

    card, is_there = read(folder(asked.store))
    instant = moment(asked, card)
    view = View(card, instant) if card else None
    if asked.json:
        import json

        from recoverplan.now.record import record

        said = json.dumps(record(view), ensure_ascii=False, indent=2)
        return said if holds(sys.stdout, said) else json.dumps(record(view), indent=2)
    notice = () if card else words.UNREADABLE_CARD if is_there else words.NO_CARD
    return "\n".join(shown(view, notice, asked))


def folder(store: str) -> str:
    """Return the folder that the card is in."""
    if store:
        return os.path.expanduser(store)  # noqa: PTH111 - pathlib costs more than the rest
    from recoverplan.home import data_home

    try:
        return data_home()
    except OSError:  # a relative RECOVERPLAN_HOME in a folder that is gone
        return os.environ.get("RECOVERPLAN_HOME", "")


def on_terminal() -> bool:
    """Tell whether the answer goes to a terminal."""
    out: Any = sys.stdout
    return out is not None and out.isatty()


def shown(view: View | None, notice: tuple[str, ...], asked: Asked) -> list[str]:
    """Return the lines for a terminal, or plain ones where those are wanted.

    A timer's rows come below them, and the first line stays in sight all the same.
    """
    remembered = view is not None and view.card.fact("plain") == "yes"
    asked.plain = asked.plain or remembered or os.environ.get("TERM") == "dumb"
    if not on_terminal():
        from recoverplan.now.plain import plain

        return [*plain(view, notice), *timer_words(asked)]
    width, height = size(sys.stdout)
    if asked.seconds:
        from recoverplan.now.timer import rows_needed

        height -= rows_needed(asked.seconds, width, breathe=asked.breathe)
        if view is not None:
            view.card.facts.pop("urges logged", None)  # the timer names the log at its end
    if asked.plain:
        from recoverplan.now.plain import plain_rows

        return plain_rows(view, notice, width, height)
    from recoverplan.now.screen import screen

    return screen(view, notice, width, height, timed=bool(asked.seconds))


def timer_words(asked: Asked) -> list[str]:
    """Return what the timer says where there is no terminal to keep time on."""
    if asked.seconds is None:
        return []
    from recoverplan.now.timer import offer

    return offer(asked.seconds, breathe=asked.breathe, timed=False)


def size(out: Any) -> tuple[int, int]:
    """Return the terminal's columns and rows; COLUMNS and LINES win."""
    try:
        width, height = os.get_terminal_size(out.fileno())
    except (OSError, ValueError):
        width, height = 80, 24
    columns, lines = os.environ.get("COLUMNS", ""), os.environ.get("LINES", "")
    if columns.isdecimal() and 0 < len(columns) < 5:
        width = int(columns)
    if lines.isdecimal() and 0 < len(lines) < 5:
        height = int(lines)
    return width or 80, height or 24


def moment(asked: Asked, card: Card | None) -> int:
    """Return the instant to show, in seconds since 1970: `--at`, RECOVERPLAN_NOW, or the clock.

    One that cannot be read is said on stderr, and the clock's own time is shown.
    """
    if asked.at is None and not os.environ.get("RECOVERPLAN_NOW"):
        return int(time.time())
    from recoverplan.now.held import held

    zone = card.fact("zone") if card else ""
    asks_half = card is not None and (card.fact("clock") == "12" or bool(card.fact("am or pm")))
    trips = [
        (trip.get("first") or "", trip.get("until") or "", trip.get("zone") or "")
        for trip in (card.trips if card else ())
    ]
    instant, trouble = held(asked.at, zone, asks_half=asks_half, trips=trips)
    if trouble:
        put(sys.stderr, trouble + "\n")
    return instant


def put(stream: Any, text: str) -> None:
    """Write to a stream that may be closed, full, gone or unable to hold every character."""
    if stream is None:
        return
    try:
        stream.write(text if holds(stream, text) else fitting(stream, text))
        stream.flush()
    except (OSError, ValueError):
        turn_away(stream)


def holds(stream: Any, text: str) -> bool:
    """Tell whether the stream's encoding can hold `text`."""
    try:
        text.encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeError, LookupError):
        return False
    return True


def fitting(stream: Any, text: str) -> str:
    """Return `text` with substitutes for what the stream's encoding cannot hold."""
    from recoverplan.domain.text import substitute

    return "\n".join(substitute(line, stream.encoding) for line in text.split("\n"))


def turn_away(stream: Any) -> None:
    """Point a stream that takes nothing to nowhere, so that Python's own last flush is quiet."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass
