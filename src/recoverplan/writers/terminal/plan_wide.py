"""The plan on a wide screen: labels beside facts for the first window, and the groups."""

from __future__ import annotations

from recoverplan.domain.plan import Plan, Planned, Tries
from recoverplan.domain.text import cells, clean
from recoverplan.words import plan as words
from recoverplan.writers import times, wording
from recoverplan.writers.columns import joined, wrap
from recoverplan.writers.terminal.style import Row, side_by_side
from recoverplan.writers.viewer import Viewer

HEAD_LINES = 7
LABEL = 13  # the room of a label in the head, at least
LONGEST_GAP = LABEL + 2  # longer hours stand with the sentence, not in the label's column
WHOLE = f"for {words.ALL_OF_IT}"
SPACE = "  "


def head_rows(planned: Planned, plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return the window that runs or comes next, in full: at most seven lines."""
    level = wording.level_said(planned)
    when = times.heading(planned, plan, clock24=viewer.clock24).upper()
    label = clean(planned.risk.label)
    facts = head_facts(planned, plan, viewer, width)
    because = ", ".join(map(clean, planned.risk.triggers))
    if because and len(facts) < HEAD_LINES - 1:
        facts.insert(0, (words.BECAUSE, because))
    elif because:
        # No line is left for it: the reason stands beside the label.
        label = f"{label}: {because}"
    column = min(max([LABEL, *(cells(name) for name, _ in facts)]), 20)
    room = width - cells(when) - len(level) - 6
    heading = [
        (when, cells(when) + 2, "heading"),
        (label, room, "name"),
        (level, len(level), "high"),
    ]
    rows = side_by_side(heading)
    for name, said in facts:
        rows += fact_rows(name, said, column, width)
    return rows


def fact_rows(name: str, said: str | list[str], column: int, width: int) -> list[Row]:
    """Return a label and its text, in one line where it fits; pieces are broken between them."""
    room = width - column - 4
    text = joined(said, room) if isinstance(said, list) else said
    return side_by_side([(name, column, role_of(name)), (text, room, "")], SPACE)


def role_of(label: str) -> str:
    """Return the style of a label: times stand out a little."""
    return "time" if label[:1].isdigit() else ""


Fact = tuple[str, str | list[str]]  # a label, and a sentence or pieces to join


def head_facts(planned: Planned, plan: Plan, viewer: Viewer, width: int) -> list[Fact]:
    """Return the head's labels and texts, at most as many as there are lines below its first."""
    facts = check_in_fact(planned, plan, viewer)
    people = people_pieces(planned, plan, viewer)
    meetings = meeting_pieces(planned, plan, viewer)
    facts += [(words.REACHABLE, people)] if people else []
    facts += [(words.MEETING, meetings)] if meetings else []
    facts += gap_fact(planned, plan, viewer, width)
    facts += [(words.SIGNS, list(map(clean, viewer.signs)))] if viewer.signs else []
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
    check_in = plan.check_in(planned)
    if check_in is None or check_in.over:
        return []
    contact = check_in.contact
    if check_in.done is not None:
        from recoverplan.words.lived import YOU_TALKED

        said = wording.done(check_in.done, plan, viewer).capitalize()
        return [(said, YOU_TALKED.format(name=clean(contact.name)))]
    if plan.same_call(planned):
        said = wording.capital(wording.same_call(contact, viewer.prefer))
        return [(times.check_in_time(planned, plan, clock24=viewer.clock24), said)]
    number = wording.where_reached(contact, viewer.prefer)
    did = wording.do(contact, clean(contact.name), viewer.prefer)
    said = f"{wording.capital(did)}, {number}"
    if contact.say:
        said += f': "{clean(contact.say)}"'
    return [(times.check_in_time(planned, plan, clock24=viewer.clock24), said)]


def people_pieces(planned: Planned, plan: Plan, viewer: Viewer) -> list[str]:
    """Return who can be reached during the window, until when, and how."""
    asked = planned.check_in.contact.id if planned.check_in else None
    pieces = []
    for covers in wording.by_source(planned, plan, "contact"):
        when = times.stretches(covers, planned, plan, clock24=viewer.clock24)
        contact = viewer.person_of(covers[0])
        known = contact is not None and contact.id != asked
        way = f", {wording.how(contact, viewer.prefer)}" if contact and known else ""
        # Whoever is there for all of it needs no words for it.
        when = "" if when == WHOLE else f" {when}"
        pieces.append(f"{clean(covers[0].name)}{when}{way}")
    return pieces


def meeting_pieces(planned: Planned, plan: Plan, viewer: Viewer) -> list[str]:
    """Return the meetings that fall into the window, when and where."""
    found = wording.meetings_in(planned, plan, clock24=viewer.clock24)
    return [", ".join(filter(None, (f"{name} {when}", place))) for name, when, place in found]


def gap_fact(planned: Planned, plan: Plan, viewer: Viewer, width: int) -> list[Fact]:
    """Return the gaps as an invitation, with the line that stands by."""
    gaps = times.gaps_ahead(planned, plan)
    if not gaps:
        return []
    hours = [times.gap_said(gap, planned, plan, clock24=viewer.clock24) for gap in gaps]
    label, said = wording.capital(" and ".join(hours)), f"{words.NOBODY_YET}."
    if cells(label) > LONGEST_GAP:
        label, said = "Open", f"{label}: {said}"
        if cells(said) > width - LONGEST_GAP - 4:  # many stretches: how much rather than a few
            total = times.open_total(planned, plan)
            said = f"{total.removesuffix(' open')}: {words.NOBODY_YET}."
    said = wording.capital(said)
    standby, _ = viewer.standby(gaps[0].start)
    if standby is None:
        return [(label, said)]
    room = width - LONGEST_GAP - 4
    line = wording.capital(wording.line_words_within(standby, room - cells(said) - 1))
    if cells(said) + 1 + cells(line) <= room:
        return [(label, f"{said} {line}")]
    # Beside the hours its number would be cut: the line gets a row of its own.
    return [(label, said), ("", wording.capital(wording.line_words_within(standby, room)))]


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


def tries_rows(plan: Plan, viewer: Viewer, width: int) -> list[Row]:
    """Return the groups on trial, then those that are kept: how often, when next, and where."""
    rows: list[Row] = []
    ordered = wording.tries_in_sections(plan)
    names = max(cells(clean(each.group.name)) for _, each in ordered)
    counts = max(cells(wording.tries_words(each)) for _, each in ordered)
    names = min(names, width // 3)
    for section, each in ordered:
        room = width - 8 - names - 2 - (counts + 3 if counts else 0)
        following, how = next_words(each, plan, viewer), " · ".join(viewer.to_attend(each.group))
        if how and cells(following) + 2 + cells(how) <= room:
            following, how = f"{following}, {how}", ""
        columns = [
            (section.upper(), 6, "heading"),
            (clean(each.group.name), names, "name"),
            (wording.tries_words(each), counts + 1 if counts else 0, ""),
            (following, room, ""),
        ]
        rows += side_by_side(columns)
        # Not cut: an address is of use as a whole.
        rows += [[" " * (8 + 2) + line] for line in wrap(how, width - 8 - 2) if how]
    return rows


def next_words(tries: Tries, plan: Plan, viewer: Viewer) -> str:
    """Return a group's next meeting and where it is: "next Tue 24, 7 pm, St Luke's hall"."""
    following = wording.next_meeting(tries, plan, clock24=viewer.clock24)
    return f"next {following}" if tries.next else following
