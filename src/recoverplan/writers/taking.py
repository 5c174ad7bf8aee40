"""People from a phone's file, and what became of them, as plain lines and as JSON; and what is said
when a file for a phone was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from recoverplan.domain.address_book import Compared, LeftOut, Person, option_for
from recoverplan.domain.calendar import Calendar
from recoverplan.domain.listing import Reason
from recoverplan.domain.saying import medium_day
from recoverplan.domain.text import as_typed, listed
from recoverplan.value import replace
from recoverplan.words import lists
from recoverplan.words import publish as publish_words
from recoverplan.words import reading as words
from recoverplan.writers.plain.importing import said

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any
    from zoneinfo import ZoneInfo

    from recoverplan.domain.contact import Contact

NAMED = 5  # in one sentence


def person_row(each: Compared) -> str:
    """Say somebody found in one line: "Sam: call or text 555-0114"."""
    ways = list(ways_of(each.person))
    if each.known is not None:
        ways.append(words.KNOWN)
    if each.shares is not None:
        ways.append(words.SHARES.format(name=each.shares.name))
    return f"{each.person.name}: {', '.join(ways)}"


def ways_of(person: Person) -> Iterator[str]:
    """Yield the ways to reach somebody, in words."""
    if person.call and person.call == person.text:
        yield words.ROW_WAYS["both"].format(value=person.call)
    else:
        for way in ("call", "text"):
            if value := getattr(person, way):
                yield words.ROW_WAYS[way].format(value=value)
    if person.email:
        yield person.email


def names_said(names: Sequence[str]) -> str:
    """Return names in a sentence, the first few of many."""
    shown = list(names[:NAMED])
    if len(names) > NAMED:
        shown.append(f"{len(names) - NAMED} more")
    return listed(shown)


def unchanged_lines(each: Compared) -> Iterator[str]:
    """Say that somebody was on the list, and what the file has otherwise."""
    contact = each.known
    if contact is None:
        return
    yield words.AS_BEFORE.format(name=contact.name)
    for way, value in each.changes:
        option = options_typed({option_for(way, value): value})
        command = f"recoverplan contact edit {contact.id}{option}"
        yield words.OTHERWISE.format(name=contact.name, value=value, way=way, command=command)


def left_lines(each: LeftOut) -> Iterator[str]:
    """Say what of a card was left out, with the command that takes it."""
    contact, ways = each.contact, ", ".join(each.values)
    edit = f"recoverplan contact edit {contact.id}{options_typed(each.options())}"
    if each.second is None or each.together:
        if each.second:
            yield words.PUT_TOGETHER.format(name=contact.name)
        if each.ways:
            yield words.ALSO.format(name=contact.name, ways=ways, command=edit)
    else:
        other = replace(contact, call=None, text=None, email=None, other=None)
        options = options_typed({"role": contact.role} | each._replace(contact=other).options())
        name = as_typed(f"{each.second.name} 2")
        yield words.TWICE.format(name=each.second.name)
        yield words.SECOND.format(ways=ways, command=edit)
        yield words.SOMEONE_ELSE.format(command=f"recoverplan contact add {name}{options}")


def options_typed(options: Mapping[str, str]) -> str:
    """Return options as they are typed, with a space before each."""
    return "".join(f" --{name} {as_typed(value)}" for name, value in options.items())


def problem_lines(skipped: Sequence[Reason], notes: Sequence[Reason]) -> Iterator[str]:
    """Say what was left out, and what was not as it should be."""
    for reason in skipped:
        yield said(lists.SKIPPED, reason)
    if skipped:
        yield words.BY_HAND
    for reason in notes:
        yield said(lists.NOTED, reason)


SOME_WEEKS = 20  # days


def calendar_told(calendar: Calendar, *, full: bool) -> Iterator[str]:
    """Say what is in the file, what a phone may do with it, and who may see it."""
    said = publish_words.CHECK_INS_THROUGH if calendar.check_ins else publish_words.NO_CHECK_INS
    short = (calendar.through - calendar.now.date()).days < SOME_WEEKS
    more = f" {publish_words.MORE_CHECK_INS}" if calendar.check_ins and short else ""
    yield said.format(day=medium_day(calendar.through)) + more
    if calendar.check_ins:
        yield publish_words.ALARM
    if calendar.singly and calendar.singly_through:
        through = f"{medium_day(calendar.singly_through)} {calendar.singly_through.year}"
        yield publish_words.SINGLY.format(labels=" and ".join(calendar.singly), day=through)
    if calendar.perhaps:
        yield publish_words.PERHAPS.format(names=", ".join(calendar.perhaps))
    yield publish_words.COPIED_FULL if full else publish_words.COPIED
    yield publish_words.BRING_IN


def people_record(
    cards: int,
    found: Sequence[Compared],
    added: Sequence[Contact],
    unchanged: Sequence[Compared],
    problems: tuple[Sequence[Reason], Sequence[Reason]],
    zone: ZoneInfo,
    *,
    left: Sequence[LeftOut],
) -> dict[str, Any]:
    """Return the whole record; `problems` are what was skipped and what was noted.

    `left` is what of those chosen was left out.
    """
    from recoverplan.writers.records.listing import reason_record
    from recoverplan.writers.records.noun import record_of

    skipped, notes = problems
    return {
        "schema": "recoverplan/people/1",
        "cards": cards,
        "found": [
            {
                "name": each.person.name,
                "call": each.person.call,
                "text": each.person.text,
                "email": each.person.email,
                "contact": each.known.id if each.known else None,
            }
            for each in found
        ],
        "added": [record_of(contact, zone) for contact in added],
        "unchanged": [
            {"id": each.known.id, "name": each.known.name} for each in unchanged if each.known
        ],
        "left_out": [
            {
                "id": each.contact.id,
                "name": each.contact.name,
                "ways": [{"way": way, "value": value} for way, value in each.ways],
            }
            for each in (
                *(LeftOut(one.known, one.changes) for one in unchanged if one.known),
                *left,
            )
            if each.ways
        ],
        "skipped": [reason_record(each) for each in skipped],
        "notes": [reason_record(each) for each in notes],
    }
