"""The plan on a wide screen: labels beside facts, and one row for each window after the first."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from recoverplan.domain.outlook import days_of
from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.saying import MONTHS, short_day
from recoverplan.domain.text import cells, clean
from recoverplan.words import plan as words
from recoverplan.writers import wording
from recoverplan.writers.columns import fit, join_fitting, pad
from recoverplan.writers.terminal.style import Row
from recoverplan.writers.viewer import Viewer

HEAD_LINES = 7
LABEL = 13  # the room of a label in the head, at least
SPACE = "  "


def head_rows(planned: Planned, plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return the window that runs or comes next, in full: at most seven lines."""
    level = "" if planned.risk.level == "medium" else planned.risk.level
    when = wording.heading(planned, plan, clock24=viewer.clock24).upper() + SPACE * 2
    room = width - cells(when) - len(level) - 2
    label = clean(planned.risk.label)
    facts = head_facts(planned, plan, viewer)
    because = ", ".join(map(clean, planned.risk.triggers))
    if because and len(facts) < HEAD_LINES - 1:
        facts.insert(0, (words.BECAUSE, because))
    elif because:
        # No line is left for it: the reason stands beside the label.
        label = f"{label}: {because}"
    column = min(max([LABEL, *(cells(name) for name, _ in facts)]), 20)
    return [
        [(when, "heading"), (pad(fit(label, room), room + 2), "name"), (level, "high")],
        *(fact_row(name, said, column, width) for name, said in facts),
    ]


def fact_row(name: str, said: str | list[str], column: int, width: int) -> Row:
    """Return a label and its text in one line: pieces joined whole, a sentence cut at its end."""
    room = width - column - 4
    text = join_fitting(said, room) if isinstance(said, list) else fit(said, room)
    return [SPACE, (pad(fit(name, column), column), role_of(name)), SPACE, text]


def role_of(label: str) -> str:
    """Return the style of a label: times stand out a little."""
    return "time" if label[:1].isdigit() else ""


Fact = tuple[str, str | list[str]]  # a label, and a sentence or pieces to join


def head_facts(planned: Planned, plan: Plan, viewer: Viewer) -> list[Fact]:
    """Return the head's labels and texts, at most as many as there are lines below its first."""
    facts = check_in_fact(planned, plan, viewer)
    people = people_pieces(planned, plan, viewer)
    meetings = meeting_pieces(planned, plan, viewer)
    facts += [(words.REACHABLE, people)] if people else []
    facts += [(words.MEETING, meetings)] if meetings else []
    facts += gap_fact(planned, plan, viewer)
    own = [clean(step) for step in planned.risk.steps]
    steps: list[Fact] = [(words.STEPS, own)] if own else []
    room = HEAD_LINES - 1 - len(facts) - len(steps)
    return facts + shortened(if_facts(planned), room) + steps


def shortened(ifs: list[Fact], room: int) -> list[Fact]:
    """Return as many if-thens as there is room for; the last one says how many more there are."""
    room = max(room, 1)
    if len(ifs) <= room:
        return ifs
    label, said = ifs[room - 1]
    more = f"and {len(ifs) - room} more"
    return [*ifs[: room - 1], (label, [str(said), more])]


def check_in_fact(planned: Planned, plan: Plan, viewer: Viewer) -> list[Fact]:
    """Return when to check in with whom, how, and the opening words."""
    if planned.check_in is None:
        return []
    contact = planned.check_in.contact
    act = wording.do(contact, clean(contact.name), viewer.prefer)
    said = f"{wording.capital(act)}, {wording.where_reached(contact, viewer.prefer)}"
    if contact.say:
        said += f': "{clean(contact.say)}"'
    return [(wording.check_in_time(planned, plan, clock24=viewer.clock24), said)]


def people_pieces(planned: Planned, plan: Plan, viewer: Viewer) -> list[str]:
    """Return who can be reached during the window, until when, and how."""
    asked = planned.check_in.contact.id if planned.check_in else None
    pieces = []
    for covers in wording.by_source(planned, plan, "contact"):
        when = wording.stretches(covers, planned, plan, clock24=viewer.clock24)
        contact = viewer.contact(covers[0].id)
        known = contact is not None and contact.id != asked
        way = f", {wording.how(contact, viewer.prefer)}" if contact and known else ""
        pieces.append(f"{clean(covers[0].name)} {when}{way}")
    return pieces


def meeting_pieces(planned: Planned, plan: Plan, viewer: Viewer) -> list[str]:
    """Return the meetings that fall into the window, when and where."""
    groups = {tries.group.id: tries.group for tries in plan.tries}
    pieces = []
    for covers in wording.by_source(planned, plan, "meeting"):
        when = wording.meeting_hours(covers, plan, clock24=viewer.clock24)
        place = wording.place(groups.get(covers[0].id))
        pieces.append(", ".join(filter(None, (f"{clean(covers[0].name)} {when}", place))))
    return pieces


def gap_fact(planned: Planned, plan: Plan, viewer: Viewer) -> list[Fact]:
    """Return the gaps as an invitation, with the line that stands by."""
    gaps = [gap for gap in planned.gaps if gap.end > plan.now]
    if not gaps:
        return []
    hours = [wording.hours_inside(gap, planned, plan.zone, clock24=viewer.clock24) for gap in gaps]
    backstop = f" {wording.line_words(viewer.line)}" if viewer.line else ""
    label = wording.capital(" and ".join(hours))
    said = f"{words.NOBODY_YET}.{backstop}"
    if cells(label) > LABEL + 2:
        return [("Open", f"{label}: {said}")]
    return [(label, wording.capital(said))]


def if_facts(planned: Planned) -> list[Fact]:
    """Return the if-thens, the condition as the label where it is short."""
    facts: list[Fact] = []
    for each in planned.risk.if_thens:
        condition, action = clean(each.condition), clean(each.action)
        if cells(condition) <= LABEL:
            facts.append((f"If {condition}", f"then {action}"))
        else:
            facts.append(("If, then", f"If {condition}, then {action}"))
    return facts


class Columns(NamedTuple):
    """The widths of the table's columns, in cells; 0: not there."""

    day: int
    hours: int
    label: int
    level: int
    check_in: int
    also: int


class Cells(NamedTuple):
    """What one row says; `also` from the longest way of saying it to the shortest."""

    day: str
    hours: str
    label: str
    level: str
    time: str
    asked: str  # "call Sam", or why there is nobody
    also: list[str]


def table(rest: tuple[Planned, ...], plan: Plan, viewer: Viewer, width: int) -> list[Row] | None:
    """Return one row for each window, under headings; None where the width is too small for it."""
    lines = [cells_of(planned, plan, viewer) for planned in rest]
    if not lines:
        return []
    widths = columns(lines, width)
    if widths is None:
        return None
    rows: list[Row] = []
    shown: date | None = None
    heading = ""
    for planned, line in zip(rest, lines, strict=True):
        day = planned.span.start.astimezone(plan.zone).date()
        section = section_of(day, plan)
        if section != heading:
            rows += [[]] if rows else []
            rows.append(heading_row(section, widths, first=not heading))
            heading, shown = section, None
        rows.append(table_row(line if day != shown else line._replace(day=""), widths))
        shown = day
    return rows


def section_of(day: date, plan: Plan) -> str:
    """Return the heading a day stands under: the week, or its month in a longer plan."""
    days = days_of(plan)
    if days == 1:
        return "THE DAY"
    if days <= 7:
        return "THE WEEK" if days == 7 else "THE DAYS"
    year = "" if day.year == plan.now.astimezone(plan.zone).year else f" {day.year}"
    return MONTHS[day.month - 1].upper() + year


def cells_of(planned: Planned, plan: Plan, viewer: Viewer) -> Cells:
    """Return what a window's row says."""
    level = "" if planned.risk.level == "medium" else planned.risk.level
    if planned.check_in is not None:
        contact = planned.check_in.contact
        asked = wording.do(contact, clean(contact.name), viewer.prefer)
    else:
        asked = words.NOT_ASKED if planned.risk.no_check_in else words.NOBODY
    return Cells(
        day=short_day(planned.span.start.astimezone(plan.zone).date()),
        hours=wording.hours_short(planned.span, plan.zone, clock24=viewer.clock24),
        label=clean(planned.risk.label),
        level=level,
        time=wording.check_in_time(planned, plan, clock24=viewer.clock24),
        asked=asked,
        also=also(planned, plan, viewer),
    )


def also(planned: Planned, plan: Plan, viewer: Viewer) -> list[str]:
    """Return meetings and gaps of a window, from the longest way of saying it to the shortest."""
    full = wording.meetings_short(planned, plan, clock24=viewer.clock24)
    short = [said.replace(" at ", " ") for said in full]
    if not planned.gaps:
        return (
            [" · ".join(full), " · ".join(short), *full[:1], *short[:1]]
            if full
            else [words.COVERED]
        )
    gaps = wording.open_words(planned, plan.zone, clock24=viewer.clock24)
    total = wording.open_total(planned)
    # What is open is shown before a meeting that finds no room.
    return [" · ".join([*full, gaps]), " · ".join([*short, gaps]), gaps, total, "open"]


def columns(lines: list[Cells], width: int) -> Columns | None:
    """Return the columns' widths: as wide as needed; where that is too much, labels give first."""
    day = max(cells(line.day) for line in lines)
    hours = max(cells(line.hours) for line in lines)
    level = max(cells(line.level) for line in lines)
    label = max(cells(line.label) for line in lines)
    check_in = max([8, *(cells(check_in_words(line)) for line in lines)])
    longest = max(cells(line.also[0]) for line in lines)
    shortest = max([4, *(min(map(cells, line.also)) for line in lines)])
    fixed = 2 + day + 2 + hours + 2 + (level + 2 if level else 0)
    room = width - fixed - 4
    for also_width in (longest, min(longest, max(15, shortest)), shortest):
        for least_label, least_check in (
            (label, check_in),
            (14, check_in),
            (10, check_in),
            (10, 20),
        ):
            narrow, asked = min(label, least_label), min(check_in, least_check)
            spare = room - narrow - asked - also_width
            if spare >= 0:
                # What is left goes back to the columns that gave, then to the last one.
                back = min(spare, label - narrow)
                again = min(spare - back, check_in - asked)
                wide = also_width + spare - back - again
                return Columns(day, hours, narrow + back, level, asked + again, wide)
    return None


def check_in_words(line: Cells) -> str:
    """Return the check-in column's text."""
    return f"{line.time} {line.asked}".strip()


def heading_row(section: str, widths: Columns, *, first: bool) -> Row:
    """Return the row of headings; those of the columns only once."""
    if not first:
        return [(section, "heading")]
    left = 2 + widths.day + 2 + widths.hours + 2 + widths.label + 2
    left += widths.level + 2 if widths.level else 0
    asked = pad(words.CHECK_IN.upper(), widths.check_in)
    return [(pad(section, left), "heading"), (asked + SPACE + words.ALSO.upper(), "heading")]


def table_row(line: Cells, widths: Columns) -> Row:
    """Return one window's row."""
    row: Row = [SPACE, pad(line.day, widths.day), SPACE]
    row += [(pad(line.hours, widths.hours), "time"), SPACE]
    row += [(pad(fit(line.label, widths.label), widths.label), "name"), SPACE]
    if widths.level:
        row += [(pad(line.level, widths.level), "high"), SPACE]
    row += [pad(fit(check_in_words(line), widths.check_in), widths.check_in), SPACE]
    also_said = next((text for text in line.also if cells(text) <= widths.also), line.also[-1])
    return [*row, (fit(also_said, widths.also), also_style(also_said))]


def also_style(said: str) -> str:
    """Return the style of the last column; it says again what the words say."""
    if said.endswith("open"):
        return "open"
    return "quiet" if said == words.COVERED else ""


def tries_rows(plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return the groups on trial, then those that are kept: how often, when next, and where."""
    rows: list[Row] = []
    ordered = sorted(plan.tries, key=lambda each: each.group.status == "kept")
    names = max(cells(clean(each.group.name)) for each in ordered)
    counts = max(cells(wording.tries_words(each)) for each in ordered)
    names = min(names, width // 3)
    previous = ""
    for each in ordered:
        section = words.KEPT if each.group.status == "kept" else words.TRYING
        label = "" if section == previous else section.upper()
        previous = section
        row: Row = [(pad(label, 8), "heading")]
        row += [(pad(fit(clean(each.group.name), names), names), "name"), SPACE]
        row += [pad(wording.tries_words(each), counts), " " * 3 if counts else ""]
        room = width - 8 - names - 2 - (counts + 3 if counts else 0)
        rows.append([*row, fit(next_words(each, plan, viewer), room)])
    return rows


def next_words(tries: Tries, plan: Plan, viewer: Viewer) -> str:
    """Return a group's next meeting and where it is: "next Tue 24, 7 pm, St Luke's hall"."""
    following = wording.next_meeting(tries, plan, clock24=viewer.clock24)
    return f"next {following}" if tries.next else following
