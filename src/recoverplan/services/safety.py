"""From the store to the safety plan, and from lines of one made elsewhere into the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from recoverplan.data import helplines
from recoverplan.domain.address_book import same_way
from recoverplan.domain.contact import Contact
from recoverplan.domain.naming import folded
from recoverplan.domain.region import Region
from recoverplan.domain.safety import (
    KINDS,
    PEOPLE,
    REASONS,
    SafetyPlan,
    make_safety_plan,
    part_of,
    reached,
)
from recoverplan.domain.step import Reason, Step
from recoverplan.store.opened import Store
from recoverplan.store.tables import contacts, groups, reasons, shown_on, steps
from recoverplan.value import NamedTuple
from recoverplan.words import safety as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.readers.plan_people import Found
    from recoverplan.readers.plan_sections import PlanLine
    from recoverplan.settings import Settings

SCREEN = "safety"  # of the reasons that stand here


def safety_plan(store: Store | None, settings: Settings, region: Region, today: date) -> SafetyPlan:
    """Read steps, people, groups and reasons, nothing that was logged, and make the plan."""
    known = (
        ((), (), (), ())
        if store is None
        else (
            steps.load_all(store),
            contacts.load_all(store),
            groups.load_all(store),
            shown_on(store, SCREEN),
        )
    )
    return make_safety_plan(*known, region, today, about=settings.about, prefer=settings.prefer)


class Placed(NamedTuple):
    """A line of a plan that was read, and what becomes of it.

    `part`: where it goes, one of PARTS or REASONS; None: it is left out. `known`: it is there.
    """

    line: PlanLine
    part: str | None
    known: bool

    @property
    def taken(self) -> bool:
        """Tell whether it is new."""
        return self.part is not None and not self.known

    @property
    def person(self) -> Found | None:
        """Return whom it names, where people are named in its part."""
        return self.line.person if self.part in PEOPLE else None

    @property
    def said(self) -> str:
        """Return it as the plan says it afterwards."""
        person = self.person
        return reached(person.name, person.ways).text if person else self.line.text


def place(lines: Iterable[tuple[PlanLine, str | None]], plan: SafetyPlan) -> list[Placed]:
    """Return each line in the part that it goes to; what is there already, or twice, is known."""
    there = {part.name: {folded(item.text) for item in part.items} for part in plan.parts}
    there[REASONS] = {folded(text) for text in plan.reasons}
    found = []
    for line, part in lines:
        each = Placed(line, part, known=False)
        if part is not None:
            key = folded(each.said)
            each = each._replace(known=key in there[part])
            there[part].add(key)
        found.append(each)
    return found


class Taken(NamedTuple):
    """How much was taken: lines in all, and those among them who are new contacts."""

    lines: int
    people: int


def take(store: Store, lines: Sequence[Placed], zone: str, now: datetime) -> Taken:
    """Keep the lines that are new, in the transaction that is open.

    Whoever is named with a number becomes a contact; somebody of that name with another number
    stays as they are, and the line is kept as a step. A person whose part is not that of their
    role, or who is in several, is named by a step in each.
    """
    created = now.astimezone(UTC)
    taken = [each for each in lines if each.taken]
    own = steps.load_all(store)
    known = {folded(one.name): one for one in contacts.load_all(store)}
    before = set(known)
    standing = meet(store, taken, known, zone, created)
    for name, parts in standing.items():
        for part in named_steps(known[name], parts, own, before):
            add_step(store, known[name].name, part, created)
    for each in taken:
        person = each.person
        met = person is not None and each.part in standing.get(folded(person.name), ())
        if each.part == REASONS:
            reasons.add(store, Reason(text=each.line.text, shown=(SCREEN,), created=created))
        elif each.part is not None and (not met or (person is not None and person.more)):
            add_step(store, each.line.text, each.part, created)
    if taken:
        store.did(words.DID)
    return Taken(len(taken), len(known) - len(before))


def meet(
    store: Store, taken: Sequence[Placed], known: dict[str, Contact], zone: str, created: datetime
) -> dict[str, set[str]]:
    """Add whoever is new to the contacts, and to `known` by name.

    Returns the parts in which lines name each person with what they are reached by.
    """
    last = max((one.order for one in known.values()), default=0)
    standing: dict[str, set[str]] = {}
    for part in PEOPLE:
        for person in [each.person for each in taken if each.part == part and each.person]:
            name = folded(person.name)
            if name not in known:
                last += 1
                role = "line" if ships(person.name) else person.role
                known[name] = contacts.add(store, contact_of(person, role, zone, created, last))
            if shares_all(known[name], person):
                standing.setdefault(name, set()).add(part)
    return standing


def ships(name: str) -> bool:
    """Tell whether a name is that of a line that ships; its hours may stand behind it.

    It is one, whatever its name sounds like.
    """
    return folded(name).partition(" (")[0] in shipped()


@lru_cache
def shipped() -> frozenset[str]:
    """Return the names of the lines that ship, as names are compared."""
    return frozenset(folded(str(row["name"])).partition(" (")[0] for row in helplines.load().lines)


def named_steps(
    contact: Contact, parts: set[str], own: Sequence[Step], before: set[str]
) -> list[str]:
    """Return the parts in which a step has to name a person, so that they stand there."""
    name, usual = folded(contact.name), part_of(contact.role)
    named = {
        part
        for part, kind in KINDS.items()
        for step in own
        if (step.kind, folded(step.text)) == (kind, name)
    }
    wanted = set(parts)
    if name in before and not named:
        wanted.add(usual)  # where they stood until now
    if wanted | named == {usual} or (wanted == {usual} and not named):
        return []
    return [part for part in KINDS if part in wanted - named]


def shares_all(contact: Contact, person: Found) -> bool:
    """Tell whether a contact is reached as a line says, whatever else they have."""
    return all(
        same_way(contact, way, value) if way != "other" else contact.other == value
        for way, value in person.ways
    )


def contact_of(person: Found, role: str, zone: str, created: datetime, order: int) -> Contact:
    """Return somebody out of a plan as a new contact."""
    ways = dict(person.ways)
    first = person.ways[0][0]
    both = ways.get("call") is not None and ways.get("call") == ways.get("text")
    return Contact(
        name=person.name,
        role=role,
        call=ways.get("call"),
        text=ways.get("text"),
        email=ways.get("email"),
        other=ways.get("other"),
        prefer=first if len(ways) > 1 and not both else None,
        order=order,
        zone=zone,
        hours=person.hours,
        on_card=role != "line",
        created=created,
    )


def add_step(store: Store, text: str, part: str, created: datetime) -> None:
    """Keep a line as a step of its part."""
    steps.add(store, Step(text=text, kind=KINDS[part], created=created))
