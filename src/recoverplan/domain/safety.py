"""The safety plan: six parts in order, and the reasons that somebody chose for it.

One value that the screen, the text, the page, the sheet and the JSON all say. A part holds people
first, then steps, then what the program adds by itself (groups, the emergency number).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from recoverplan.domain.attendance import place_of
from recoverplan.domain.contact import WAYS, Contact
from recoverplan.domain.group import Group
from recoverplan.domain.help_lines import for_the_moment
from recoverplan.domain.naming import folded
from recoverplan.domain.phrase.wording import short_words
from recoverplan.domain.region import Line, Region, lines_of
from recoverplan.domain.schedule import together
from recoverplan.domain.step import Step, in_plan_order
from recoverplan.domain.text import clean
from recoverplan.value import NamedTuple
from recoverplan.words import safety as words

# Each part with the kind of its steps.
KINDS = {
    "signs": "sign",
    "alone": "alone",
    "places": "places",
    "people": "people",
    "professionals": "professionals",
    "safer": "safer",
}
PARTS = tuple(KINDS)
PEOPLE = ("people", "professionals", "places")  # parts that name people, the nearest first
REASONS = "reasons"  # not a part; where a line of a plan may go all the same
ANY_HOUR = "any hour"
Ways = tuple[tuple[str, str], ...]  # pairs of a way, of WAYS, and its value


class Item(NamedTuple):
    """One line of a part; `ways` are those that can be tapped on."""

    text: str
    ways: Ways = ()


class Part(NamedTuple):
    """One of PARTS and its lines, perhaps none."""

    name: str
    items: tuple[Item, ...]

    @property
    def heading(self) -> str:
        """Return the heading of the part."""
        return words.HEADINGS[self.name]


class SafetyPlan(NamedTuple):
    """The six parts in order, and reasons. Numbers are dialed in `region`, "" for none.

    `check`: the sources of the emergency number disagree.
    """

    parts: tuple[Part, ...]
    reasons: tuple[str, ...]
    region: str
    emergency: str | None
    check: bool


def make_safety_plan(
    steps: Iterable[Step],
    contacts: Sequence[Contact],
    groups: Iterable[Group],
    reasons: Sequence[str],
    region: Region,
    today: date,
    *,
    about: Iterable[str] = (),
    prefer: str | None = None,
) -> SafetyPlan:
    """Make the plan of the day `today`; `prefer` is the person's usual way to reach people."""
    ordered = in_plan_order(steps)
    # In the person's own order, whoever treats them before lines.
    in_order = sorted(contacts, key=lambda one: (one.role == "line", one.order, one.id))
    people = [one for one in in_order if named_here(one, today)]
    placed = placed_people(people, ordered)
    parts = []
    for name, kind in KINDS.items():
        own = [step for step in ordered if step.kind == kind]
        there = [one for one in people if name in placed[one.id]]
        names = {folded(one.name) for one in there}
        items = [person_item(one, prefer) for one in there]
        if name == "professionals":
            items += help_items(contacts, region, today, about)
        items += [Item(clean(step.text)) for step in own if folded(step.text) not in names]
        if name == "places":
            items += [group_item(one, clock24=region.clock24) for one in groups if one.attended]
        if name == "professionals" and region.emergency:
            said = words.EMERGENCY.format(number=clean(region.emergency))
            items.append(Item(said, (("call", region.emergency),)))
        parts.append(Part(name, once(items)))
    return SafetyPlan(
        tuple(parts),
        tuple(dict.fromkeys(map(clean, reasons))),
        region.code,
        region.emergency,
        region.check_locally,
    )


def once(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return each line once."""
    found: dict[str, Item] = {}
    for item in items:
        found.setdefault(folded(item.text), item)
    return tuple(found.values())


def named_here(contact: Contact, today: date) -> bool:
    """Tell whether somebody may be named: they can be reached, safely, and are not away."""
    return contact.on_now and contact.way() is not None and not contact.paused_on(today)


def placed_people(people: Iterable[Contact], steps: Sequence[Step]) -> dict[int, Collection[str]]:
    """Return the parts that each person stands in: those with a step of their name, else by role.

    So somebody who is good company stands there, and is not asked for help besides.
    """
    by_name: dict[str, set[str]] = {}
    for part, kind in KINDS.items():
        for step in steps:
            if step.kind == kind and part in PEOPLE:
                by_name.setdefault(folded(step.text), set()).add(part)
    return {one.id: by_name.get(folded(one.name)) or (part_of(one.role),) for one in people}


def part_of(role: str) -> str:
    """Return the part in which somebody of a role stands."""
    return "professionals" if role in ("clinical", "line") else "people"


def person_item(contact: Contact, prefer: str | None = None) -> Item:
    """Return a person as a line: "Sam, call 555-0114 or text 555-0115"."""
    first = contact.way(prefer)
    ways = [(way, value) for way in WAYS if (value := getattr(contact, way))]
    ways.sort(key=lambda pair: pair[0] != first)
    return reached(contact.name, ways)


def reached(name: str, ways: Sequence[tuple[str, str]]) -> Item:
    """Return whom to reach and how, as a line; one number for calls and texts is said once."""
    values = [value for _, value in ways]
    if {way for way, _ in ways[:2]} == {"call", "text"} and values[0] == values[1]:
        first = [words.BOTH.format(value=clean(values[0]))]
        ways_left = ways[2:]
    else:
        first, ways_left = [], ways
    said = [*first, *(words.WAYS[way].format(value=clean(value)) for way, value in ways_left)]
    text = words.REACHED.format(name=clean(name), ways=words.OR.join(said))
    return Item(text, tuple(ways))


def help_items(
    contacts: Sequence[Contact], region: Region, today: date, about: Iterable[str]
) -> Iterator[Item]:
    """Yield the region's lines for a hard moment; the person's own stand among the people."""
    lines = lines_of(region, contacts, today)
    for line in for_the_moment(lines, about):
        if not line.yours and (line.call or line.text):
            yield line_item(line)


def line_item(line: Line) -> Item:
    """Return a help line as a line, with its hours where it is not always open."""
    hours = "" if not line.hours_known or line.hours == ANY_HOUR else line.hours
    name = words.WITH_HOURS.format(name=line.name, hours=hours) if hours else line.name
    ways = [("call", line.call), ("text", line.text)]
    return reached(name, [(way, value) for way, value in ways if value])


def group_item(group: Group, *, clock24: bool) -> Item:
    """Return a group as a line: "Tuesday Lifeline, Tue 7–8 pm, St Luke's hall"."""
    when = short_words(together(group.hours), clock24=clock24)
    where = place_of(group)
    return Item(", ".join(clean(part) for part in (group.name, when, where) if part))
