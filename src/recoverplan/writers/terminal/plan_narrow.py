"""The plan on a narrow screen: short lines below each other, three for each window."""

from __future__ import annotations

from collections.abc import Sequence

from recoverplan.domain.outlook import days_of
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.saying import short_day
from recoverplan.domain.text import cells, clean
from recoverplan.words import plan as words
from recoverplan.writers import times, wording
from recoverplan.writers.columns import joined, wrap
from recoverplan.writers.terminal.style import Row, rows_of, side_by_side
from recoverplan.writers.viewer import Viewer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.writers.lived import Extra

LABEL = 11
PEOPLE = 4  # as many as are named one by one
DOT = " · "


def head_rows(planned: Planned, plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return the window that runs or comes next, in full."""
    rows: list[Row] = []
    when = times.heading(planned, plan, clock24=viewer.clock24).upper()
    rows += rows_of(wrap(when, width), "heading")
    rows += rows_of(wrap(label_and_level(planned), width), "name")
    if planned.risk.triggers:
        because = wording.capital(", ".join(map(clean, planned.risk.triggers)))
        rows += rows_of(wrap(because, width))
    rows += sign_rows(viewer, width)
    for label, said in head_facts(planned, plan, viewer):
        rows += beside(label, said, width)
    for each in planned.risk.if_thens:
        rows += hanging(f"If {clean(each.condition)}: {clean(each.action)}", width)
    steps = wording.capital(DOT.join(map(clean, planned.risk.steps)))
    return rows + (hanging(steps, width) if steps else [])


def sign_rows(viewer: Viewer, width: int) -> list[Row]:
    """Return the person's warning signs."""
    if not viewer.signs:
        return []
    return hanging(f"{words.SIGNS}: {DOT.join(map(clean, viewer.signs))}", width)


def label_and_level(planned: Planned) -> str:
    """Return "Nights alone, high"; medium is not said."""
    return ", ".join(filter(None, (clean(planned.risk.label), wording.level_said(planned))))


def head_facts(planned: Planned, plan: Plan, viewer: Viewer) -> list[tuple[str, str]]:
    """Return who, when and how, what is open and who stands by, as labels and texts."""
    facts: list[tuple[str, str]] = []
    check_in = plan.check_in(planned)
    asked = check_in.contact if check_in else None
    if check_in is not None and asked is not None and not check_in.over:
        at, act = wording.check_in(planned, plan, viewer)
        same = plan.same_call(planned) or check_in.done is not None
        number = "" if same else f", {wording.where_reached(asked, viewer.prefer)}"
        facts.append((at, act + number) if at else (wording.capital(act), clean(asked.name)))
    sources = wording.by_source(planned, plan, "contact")
    for covers in sources[:PEOPLE]:
        contact = viewer.person_of(covers[0])
        name = clean(covers[0].name)
        if contact is not None and contact != asked:
            name = f"{name}, {wording.how(contact, viewer.prefer)}"
        when = times.stretches(covers, planned, plan, clock24=viewer.clock24)
        facts.append((wording.capital(when.removeprefix("for ")), name))
    if len(sources) > PEOPLE:
        facts.append(("", f"and {len(sources) - PEOPLE} more"))
    for name, hours, place in wording.meetings_in(planned, plan, clock24=viewer.clock24):
        facts.append((hours, ", ".join(filter(None, (name, place)))))
    return facts + gap_facts(planned, plan, viewer)


def gap_facts(planned: Planned, plan: Plan, viewer: Viewer) -> list[tuple[str, str]]:
    """Return the gaps as one invitation, and the line that stands by."""
    gaps = times.gaps_ahead(planned, plan)
    if not gaps:
        return []
    hours = [times.gap_said(gap, planned, plan, clock24=viewer.clock24) for gap in gaps]
    facts = [(wording.capital(each), "") for each in hours]
    facts[-1] = (facts[-1][0], words.NOBODY_YET)
    standby, _ = viewer.standby(gaps[0].start)
    if standby:
        facts.append(("", wording.line_words(standby).removesuffix(", any hour")))
    return facts


def beside(label: str, said: str, width: int) -> list[Row]:
    """Return a label and its text beside it, wrapped below itself; a long label stands alone."""
    role = "time" if label[:1].isdigit() else ""
    room = width - LABEL - 2
    lines = wrap(said, room) if said else [""]
    if cells(label) > LABEL:
        if cells(label) + 2 + cells(said) <= width:
            return [[(label, role), f"  {said}"]]
        return [
            *rows_of(wrap(label, width), role),
            *rows_of(" " * (LABEL + 2) + line for line in lines),
        ]
    return side_by_side([(label, LABEL, role), (lines, room, "")])


def hanging(text: str, width: int) -> list[Row]:
    """Return a text wrapped, its further lines indented."""
    first, *more = wrap(text, width)
    further = wrap(" ".join(more), width - 2) if more else []
    return [[first], *rows_of("  " + line for line in further)]


def rest_rows(
    rest: tuple[Planned, ...],
    plan: Plan,
    viewer: Viewer,
    width: int,
    extras: Sequence[Extra] = (),
) -> list[Row]:
    """Return the other windows, three short lines each, under their months in a long plan.

    `extras`: what else is meant, in two lines where its time falls.
    """
    rows: list[Row] = []
    months = days_of(plan) > 7
    month = 0
    waiting = list(extras)
    for planned in rest:
        start = planned.span.start.astimezone(plan.zone)
        while waiting and waiting[0].at < planned.span.start:
            rows += extra_rows(waiting.pop(0), plan, width, first=not rows)
        rows += [[]] if rows else []
        if months and start.month != month:
            month = start.month
            rows += [[(times.month_said(start.date(), plan).upper(), "heading")], []]
        rows += window_rows(planned, plan, viewer, width)
    for extra in waiting:
        rows += extra_rows(extra, plan, width, first=not rows)
    return rows


def extra_rows(extra: Extra, plan: Plan, width: int, *, first: bool) -> list[Row]:
    """Return what is meant in short lines: its day and time, then what it is."""
    day = short_day(extra.at.astimezone(plan.zone).date()).upper()
    rows: list[Row] = [] if first else [[]]
    return [*rows, [(day, "heading"), (f", {extra.time}", "time")], *hanging(extra.text, width)]


def window_rows(planned: Planned, plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return one window in short: its hours, its label, and who, which meeting, what is open."""
    clock24 = viewer.clock24
    day = short_day(planned.span.start.astimezone(plan.zone).date()).upper()
    hours = times.hours_short(planned.span, plan.zone, clock24=clock24)
    parts = []
    # Hours that are open as a whole say already that there is nobody.
    if planned.check_in or not (planned.risk.no_check_in or planned.gaps == (planned.span,)):
        asked = " ".join(wording.check_in(planned, plan, viewer)).strip()
        parts += [asked] if asked else []
    parts += wording.meetings_short(planned, plan, clock24=clock24)
    if times.gaps_ahead(planned, plan):
        parts.append(times.open_words(planned, plan, clock24=clock24))
    first, *more = wrap(f", {hours}", width - cells(day))
    rows: list[Row] = [[(day, "heading"), (first, "time")], *rows_of(more, "time")]
    rows += rows_of(wrap(label_and_level(planned), width), "name")
    return rows + rows_of(joined(parts, width))


def tries_rows(plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return the groups on trial, then those that are kept, two lines each."""
    rows: list[Row] = []
    for section, each in wording.tries_in_sections(plan):
        if section:
            rows += [*([[]] if rows else []), [(section.upper(), "heading")]]
        count = wording.tries_words(each)
        said = ", ".join(filter(None, (clean(each.group.name), count)))
        rows += rows_of(wrap(said, width))
        following = wording.next_meeting(each, plan, clock24=viewer.clock24)
        for text in (following, *viewer.to_attend(each.group)):
            rows += rows_of(wrap(text, width))
    return rows
