"""The moment laid out for a terminal, at most 80 columns, so that its first line stays in sight.

Where there is more than fits, less is shown, the last things first: dates of numbers, long lists,
empty lines, opening words, steps. What to do in an emergency and the line to call always stay.
"""

from __future__ import annotations

from recoverplan.now import sentences as say
from recoverplan.now.view import View, way_of
from recoverplan.words import moment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WIDEST = 80
NARROWEST = 20
TABLE_FROM = 60  # columns; below, people stand in sentences
FIGURES = frozenset("0123456789+()/.- ")  # of a phone number
LINE_ROWS = 4  # a help line that someone entered is no longer than this
MEETING_ROWS = 2
LEAVINGS = range(7)  # how much is left out, from nothing on
ABOVE_A_TIMER = (*LEAVINGS[:-1], 7)  # whose warning leads back to the whole screen


def screen(
    view: View | None, notice: tuple[str, ...], width: int, height: int, *, timed: bool = False
) -> list[str]:
    """Return the rows for a terminal; one row of its height is left for the prompt.

    `timed`: a timer comes below. Where there is no room, the emergency is put in fewer words then.
    """
    width = max(NARROWEST, min(width, WIDEST))
    rows: list[str] = []
    for leaving in ABOVE_A_TIMER if timed else LEAVINGS:
        rows = laid_out(view, notice, width, height, leaving)
        if len(rows) < height:
            break
    return rows


def laid_out(
    view: View | None, notice: tuple[str, ...], width: int, height: int, leaving: int
) -> list[str]:
    """Return the rows, with as much left out as `leaving` says.

    At the utmost the middle is cut off: what to do in an emergency stays in sight.
    """
    spaced = leaving < 3
    meeting = say.meeting(view) if view else None
    first = joined(emergency(view, width, leaving), spaced)
    blocks = [people(view, width, leaving), steps(view, width, leaving)] if view else []
    if notice:
        blocks.append(paragraphs(notice, width))
    chats = say.chats(view) if view and leaving < 4 else []
    if chats:
        title = f"{words.CHAT.upper()}  "
        blocks.append([row for chat in chats for row in wrapped(chat, width, 10, first=title)])
    if meeting:
        said = wrapped(meeting, width, 14, first=f"{words.NEXT_MEETING.upper()}  ")
        # How to join may be long; where there is little room, when and where it is will do.
        blocks.append(said if leaving < 2 else said[:MEETING_ROWS])
    if view and leaving < 2:
        blocks.append(paragraphs(say.hours_end(view), width))
    middle = joined([[], *blocks], spaced)
    end = [""] if spaced and not meeting else []
    end += paragraphs(say.last(view), width)
    if leaving < 1:
        end += paragraphs(say.month(view), width)
    if leaving >= LEAVINGS[-1]:
        if len(first) + len(end) >= height:
            first = joined(emergency(view, width, leaving, few=True), spaced)
        middle = middle[: max(0, height - 1 - len(first) - len(end))]
    return [*first, *middle, *end]


def joined(blocks: list[list[str]], spaced: bool) -> list[str]:
    """Return the rows of all blocks, an empty one before each but the first where spaced."""
    rows: list[str] = []
    for number, block in enumerate(blocks):
        rows += ["", *block] if spaced and number and block else block
    return rows


def emergency(view: View | None, width: int, leaving: int, *, few: bool = False) -> list[list[str]]:
    """Return what must stay in sight: what to do first, and the help line to call; `few`: not what
    to do instead of speaking.
    """
    lines = (say.few_lines(view) if leaving > 3 else say.lines(view)) if view else []
    short = leaving == ABOVE_A_TIMER[-1]
    said = say.emergency(view, few=few or short)
    cases = [row for case in say.cases(view) for row in wrapped(case, width, 4, first="  - ")]
    return [
        [*wrapped(say.call_if(view), width), *cases, *paragraphs(said, width)],
        paragraphs(say.naloxone(view, short=short), width),
        [row for line in lines for row in wrapped(line, width)[:LINE_ROWS]],
    ]


def people(view: View, width: int, leaving: int) -> list[str]:
    """Return the people: a row each, then who else could be tried."""
    if not view.people and not view.others:
        return wrapped(say.nobody(view), width)
    when = words.HOURS_IN_WORDS if view.in_words else view.wall.moment(view.at)
    rows = wrapped(f"{words.PEOPLE.upper()}, {when}", width)
    if view.in_words:
        return rows + in_words(view, width, leaving)
    shown = view.people[: say.PEOPLE_SHOWN if leaving < 6 else 1]
    facts = [
        (
            person.entry.get("name") or "",
            way_of(person.entry),
            say.until_words(view, person),
            say.opening(view, person) if leaving < 4 else None,
        )
        for person in shown
    ]
    rows += table(facts, width)
    if not shown:
        rows += wrapped(words.NOBODY_NOW, width, 2, first="  ")
    most = 8 if leaving < 2 else 2
    if leaving < 6:
        outside = words.OUTSIDE_HOURS if shown else words.STILL_TRY
        for title, more in ((words.ALSO, say.also(view)), (outside, say.outside(view))):
            rows += wrapped(f"{title} {say.some(more, most)}", width, 4, first="  ") if more else []
    return rows


def in_words(view: View, width: int, leaving: int) -> list[str]:
    """Return everybody with their hours in words, because the card's hours have run out."""
    most = (9, 9, 6, 6, 4, 4, 2)[leaving]
    facts: list[tuple[str, str, str, str | None]] = [
        (
            person.entry.get("name") or "",
            way_of(person.entry),
            person.entry.get("hours") or words.HOURS_NOT_KNOWN,
            None,
        )
        for person in view.others[:most]
    ]
    rows = table(facts, width)
    more = len(view.others) - most
    return [*rows, f"  {words.MORE.format(count=more)}"] if more > 0 else rows


def table(facts: list[tuple[str, str, str, str | None]], width: int) -> list[str]:
    """Return name, way, hours and opening words in columns; in sentences where they do not fit."""
    name_width = max((cells(name) for name, _, _, _ in facts), default=0)
    way_width = max((cells(way) for _, way, _, _ in facts), default=0)
    until_width = max((cells(until) for _, _, until, _ in facts), default=0)
    rows: list[str] = []
    for name, way, until, opening in facts:
        quoted = f'"{opening}"' if opening else ""
        row = f"  {padded(name, name_width)}   {padded(way, way_width)}   {until}"
        if width < TABLE_FROM or cells(row) > width:
            rows += wrapped(f"{name}, {way}, {until}", width, 4, first="  ")
            rows += wrapped(quoted, width, 4, first="    ") if quoted else []
            continue
        if not quoted:
            rows.append(row.rstrip())
            continue
        whole = f"{padded(row, name_width + way_width + until_width + 8)}   {quoted}"
        if cells(whole) <= width:
            rows.append(whole)
        else:
            indent = name_width + 5
            rows += [row, *wrapped(quoted, width, indent, first=" " * indent)]
    return rows


def steps(view: View, width: int, leaving: int) -> list[str]:
    """Return the first steps, numbered, and why."""
    most = say.STEPS_SHOWN if leaving < 5 else 1
    rows: list[str] = []
    for number, step in enumerate(say.steps(view)[:most], 1):
        rows += wrapped(step, width, 5, first=f"  {number}  ")
    return [*([words.STEPS.upper(), *rows] if rows else []), *reasons(view, width, leaving)]


def reasons(view: View, width: int, leaving: int) -> list[str]:
    """Return the reasons that the person wants to see here, below the steps."""
    title = f"{words.REASON.upper()}  "
    most = say.REASONS_SHOWN if leaving < 2 else 1 if leaving < 5 else 0
    rows: list[str] = []
    for reason in view.card.reasons[:most]:
        first = " " * len(title) if rows else title
        rows += wrapped(reason, width, len(title), first=first)
    return rows


def paragraphs(said: Iterable[str], width: int) -> list[str]:
    """Return each sentence from a row of its own on."""
    return [row for text in said for row in wrapped(text, width)]


def wrapped(text: str, width: int, indent: int = 0, first: str = "") -> list[str]:
    """Break `text` into rows, never within a phone number; all but the first are indented.

    A word too long is cut in two.
    """
    rows: list[str] = []
    row, empty = first, True
    for word in words_of(text):
        piece = word
        if not empty and cells(row) + 1 + cells(piece) > width:
            rows.append(row)
            row, empty = " " * indent, True
        while empty and cells(row) + cells(piece) > width:
            fitting = cut(piece, width - cells(row))
            rows.append(row + fitting)
            row, piece = " " * indent, piece[len(fitting) :]
        row = row + piece if empty else f"{row} {piece}"
        empty = False
    return [*rows, row] if not empty else rows


def words_of(text: str) -> list[str]:
    """Return words; figures beside each other, as those of a phone number, are one."""
    found: list[str] = []
    for word in text.split():
        if found and word[0] in FIGURES and not set(found[-1]) - FIGURES:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


def cut(text: str, room: int) -> str:
    """Return as much of the start of `text` as fits, one character at least."""
    end = 1
    while end < len(text) and cells(text[: end + 1]) <= room:
        end += 1
    return text[:end]


def padded(text: str, width: int) -> str:
    """Return `text` with spaces up to `width` columns."""
    return text + " " * (width - cells(text))


def cells(text: str) -> int:
    """Return how many columns `text` takes."""
    if text.isascii():
        return len(text)
    from recoverplan.domain.text import cells as wide

    return wide(text)
