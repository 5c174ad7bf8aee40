"""The plan as a screen: the next hard hours in full, a line for each other, the groups, what to do.
And today, in at most twelve lines.

Wide screens (80 columns) have columns; narrow ones (40 columns) have three short lines a window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recoverplan.domain.outlook import days_of, open_hours, outlook
from recoverplan.domain.plan import Plan
from recoverplan.domain.saying import long_day
from recoverplan.domain.text import cells, clean
from recoverplan.words import plan as words
from recoverplan.words.asking import NOBODY_YET
from recoverplan.writers import wording
from recoverplan.writers.columns import pad, wrap
from recoverplan.writers.terminal import plan_narrow, plan_table, plan_wide
from recoverplan.writers.terminal.style import Row, Screen, rows_of, side_by_side
from recoverplan.writers.times import day_range
from recoverplan.writers.viewer import Viewer
from recoverplan.writers.wording import (
    gap_question,
    quiet_or_empty,
    title,
    zone_notes,
)

if TYPE_CHECKING:
    from recoverplan.writers.front import Front
    from recoverplan.writers.lived import Extra

WIDE = 72  # from this width on, columns
MEASURE = 96  # wider lines are hard to follow
SCREEN = 23  # rows of an ordinary terminal, one left for the prompt
NARROWEST = 32  # on a terminal narrower than this the lines break where they may


def plan_screen(plan: Plan, viewer: Viewer, width: int) -> Screen:
    """Return the plan for a terminal of `width` columns."""
    width = measured(width)
    days = days_of(plan)
    look = outlook(plan)
    meant = meant_for(plan, viewer)
    rows = title_rows(plan, viewer, width, days)
    # None: columns would not fit.
    table = plan_table.table(look.rest, plan, viewer, width, meant) if width >= WIDE else None
    form = plan_narrow if table is None else plan_wide
    if look.head is not None:
        rows += form.head_rows(look.head, plan, viewer, width)
    else:
        rows += rows_of(wrap(quiet_or_empty(plan, viewer), width)) if not look.rest else []
        rows += plan_narrow.sign_rows(viewer, width)
    if look.rest or meant:
        short = table
        if short is None:
            short = plan_narrow.rest_rows(look.rest, plan, viewer, width, meant)
        rows += [[], *short]
    if wording.tries_shown(plan):
        rows += [[], *form.tries_rows(plan, viewer, width)]
    rows += next_rows(plan, viewer, width)
    return Screen(calm(rows) if meant and table is not None else rows)


def measured(width: int) -> int:
    """Return the width to write in on a terminal of `width` columns."""
    return max(NARROWEST, min(width, MEASURE))


def meant_for(plan: Plan, viewer: Viewer) -> list[Extra]:
    """Return what else is meant for the days of a plan."""
    if plan.lived is None:
        return []
    from recoverplan.writers.lived import extras

    return extras(plan, viewer)


def calm(rows: list[Row]) -> list[Row]:
    """Return rows without the empty ones that one screen has no room for, the last ones first."""
    kept = list(rows)
    for place in range(len(rows) - 1, 0, -1):
        if len(kept) <= SCREEN:
            break
        if not kept[place]:
            del kept[place]
    return kept


def welcome_screen(said: str, pairs: list[tuple[str, str]], width: int) -> Screen:
    """Return the invitation for somebody who has nothing to plan with yet."""
    width = measured(width)
    return Screen([*rows_of(wrap(said, width)), [], *command_rows(pairs, width)])


def title_rows(plan: Plan, viewer: Viewer, width: int, days: int) -> list[Row]:
    """Return whose plan it is and of which days; below, why, and whose clock, if in question."""
    name, dates = title(days, viewer.name), day_range(plan)
    rows = titled(name, dates, width)
    if viewer.reason is not None:
        rows += rows_of(wrap(words.WHY.format(reason=clean(viewer.reason)), width))
    notes = zone_notes(plan, viewer)
    for note in notes:
        rows += rows_of(wrap(note, width), "quiet")
    # These take the place of the empty line, so that an ordinary week still fits.
    noted = viewer.reason is not None or bool(notes)
    return rows if noted and width >= WIDE else [*rows, []]


def titled(title: str, dates: str, width: int) -> list[Row]:
    """Return a title and the days that a screen is of: beside each other where they are wide."""
    if width < WIDE:
        return [*rows_of(wrap(title, width), "title"), *rows_of(wrap(dates, width))]
    return side_by_side([(title, width - cells(dates) - 2, "title"), (dates, cells(dates), "")])


def next_rows(plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return at most two things to do next, after the words for a list with nobody on it."""
    rows: list[Row] = []
    if viewer.alone and viewer.planned:
        rows += [[], *rows_of(wrap(NOBODY_YET, width))]
    offered = wording.offered_once(plan, viewer)
    pairs = [*(offered or suggestion(plan, viewer)), words.HARD_NOW]
    if width < WIDE and not viewer.alone:
        pairs = [*offered, words.HARD_NOW]
    return [*rows, [], *missing_rows(plan, viewer, width), *command_rows(pairs, width)]


def missing_rows(plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return who was chosen and is not asked, and what would give hours a person who have none."""
    rows = [
        row for said in wording.hours_not_asked(plan, viewer) for row in rows_of(wrap(said, width))
    ]
    rows += unasked_rows(plan, viewer, width)
    if viewer.missing is None:
        return rows
    from recoverplan.writers.why import missing_words

    return rows + rows_of(wrap(missing_words(viewer.missing, plan), width))


def unasked_rows(plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return why somebody who was chosen is not asked."""
    if viewer.unasked is None:
        return []
    from recoverplan.writers.why import unasked_words

    return rows_of(wrap(unasked_words(viewer.unasked, plan), width))


def command_rows(pairs: list[tuple[str, str]], width: int) -> list[Row]:
    """Return questions and the commands that answer them, in two columns where there is room."""
    rows: list[Row] = []
    column = max(cells(question) for question, _ in pairs) + 3
    for question, command in pairs:
        if column + cells(command) <= width:
            rows.append([pad(question, column), (command, "command")])
        elif cells(question) + 2 + cells(command) <= width:
            rows.append([f"{question}  ", (command, "command")])
        else:
            rows += rows_of(wrap(question, width))
            rows += [[("  " + line, "command")] for line in wrap(command, width - 2)]
    return rows


def suggestion(plan: Plan, viewer: Viewer) -> list[tuple[str, str]]:
    """Return the one thing that would help the plan most, as a question and a command."""
    gap = open_hours(plan)
    if not viewer.planned:
        return [words.ADD_HARD_HOURS]
    if viewer.alone:
        return [words.ADD_SOMEBODY]
    if gap is not None:
        return [(gap_question(gap, clock24=viewer.clock24), words.FILL_GAP)]
    return [words.FIND_GROUP] if not plan.tries else []


def today_screen(plan: Plan, viewer: Viewer, front: Front, width: int) -> Screen:
    """Return today, and what to do next, for a terminal of `width` columns."""
    width = measured(width)
    day = long_day(plan.now.astimezone(plan.zone).date())
    title = f"{day}, {clean(viewer.name)}" if viewer.name else day
    rows = rows_of(wrap(title, width), "title")
    for note in zone_notes(plan, viewer):
        rows += rows_of(wrap(note, width), "quiet")
    notes = [line for note in front.notes for line in wrap(note, width)]
    why = wrap(front.why, width) if front.why else []
    for block in (entry_rows(front, width), rows_of(notes), rows_of(why)):
        rows += [[], *block] if block else []
    return Screen([*rows, [], *command_rows(list(front.pairs), width)])


def entry_rows(front: Front, width: int) -> list[Row]:
    """Return today's entries: a time, and what there is then beside it."""
    column = max((cells(time) for time, _ in front.entries), default=0)
    indent = " " * (2 if width >= WIDE else 0)
    room = width - len(indent) - column - 2
    rows: list[Row] = []
    for time, said in front.entries:
        rows += side_by_side([([time], column, "time"), (said, room, "")], indent)
    return rows
