"""The emergency card as text: what `now` reads, and what a person can read with `cat`.

One row a fact: a keyword, then fields, parted by tabs; a field after the first names itself
("call: 555-0114") and is left out where nothing was given. The first row says which format this
is, the last one is `end`: a card without it was cut short and is not believed. Instants are seconds
since 1970 in UTC. The hours of each day stand last, because they are many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from recoverplan.data.regions import country_said
from recoverplan.domain.contact import WAYS
from recoverplan.domain.emergency import (
    BEFORE,
    CardGoing,
    CardLine,
    CardMeeting,
    CardPerson,
    CardTrip,
    EmergencyCard,
    Pause,
)
from recoverplan.domain.region import OWN
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.saying import long_day, medium_day, time_of_day
from recoverplan.domain.span import Span
from recoverplan.domain.text import clean
from recoverplan.domain.zone import city
from recoverplan.words import files
from recoverplan.words import moment as words
from recoverplan.writers.help_lines import more

NOTED = ["left out", files.NO_ROOM_ON_CARD]
Rows = list[list[str]]


def shed(card: EmergencyCard, most: int) -> bytes:
    """Return the card as UTF-8 text of at most `most` bytes."""
    head = [*facts(card), NOTED]
    room = most - size([*head, *clock(card), END])
    entries = list(lists(card))
    kept = shed_entries(entries, room)
    if len(kept) < len(entries):
        times: Rows = []  # they belong to entries by number
        today = card.known.start + BEFORE
        known = Span(today, today)
    else:
        known, times = shed_times(card, list(timetable(card)), room - size(kept))
    card = card._replace(known=known)
    return as_text([*head, *kept, *clock(card), *sorted(times), END])


def shed_entries(entries: Rows, room: int) -> Rows:
    """Return entries without those that there is no room for; the rest stays in order.

    Each time the kind that takes the most room loses its last. Help lines stay, but for the
    person's own, which go when everything else is gone.
    """
    left = size(entries) - room
    gone: set[int] = set()
    for sheddable in (lambda row: row[0] != "line", is_own_line):
        places: dict[str, list[int]] = defaultdict(list)
        for place, row in enumerate(entries):
            if sheddable(row):
                places[row[0]].append(place)
        takes = {kind: size(entries[place] for place in found) for kind, found in places.items()}
        while left > 0 and takes:
            kind = max(takes, key=lambda each: takes[each])
            last = places[kind].pop()
            gone.add(last)
            takes[kind] -= size([entries[last]])
            left -= size([entries[last]])
            if not places[kind]:
                del takes[kind]
    return [row for place, row in enumerate(entries) if place not in gone]


def is_own_line(row: list[str]) -> bool:
    """Tell whether a row is a help line that the person added."""
    return row[0] == "line" and f"kind: {OWN}" in row


def shed_times(card: EmergencyCard, times: Rows, room: int) -> tuple[Span, Rows]:
    """Return how far the times reach for which there is room, and these, in the order they had."""
    today = int((card.known.start + BEFORE).timestamp())
    until = int(card.known.end.timestamp())
    ahead = [row for row in times if int(row[3]) > today]
    for row in sorted(ahead, key=lambda row: int(row[2])):
        room -= size([row])
        if room < 0:
            until = max(today, int(row[2]))
            break
    kept = [row for row in ahead if int(row[2]) < until]
    return Span(*(datetime.fromtimestamp(each, UTC) for each in (today, until))), kept


def size(rows: Iterable[list[str]]) -> int:
    """Return how many bytes rows take in the file."""
    return sum(len("\t".join(row).encode()) + 1 for row in rows)


TITLE = "recoverplan emergency card"
VERSION = "1"
END = ["end"]
MOST = 2_000_000  # bytes; half of what `now` reads, which takes it a twentieth of a second


def emergency_card(card: EmergencyCard, most: int = MOST) -> bytes:
    """Return the card as UTF-8 text of at most so many bytes, whatever it has to leave out."""
    # Sorted, the timetable need not be looked through to find what runs at an instant.
    content = as_text([*facts(card), *lists(card), *clock(card), *sorted(timetable(card)), END])
    if len(content) <= most:
        return content

    return shed(card, most)


def as_text(rows: Iterable[list[str]]) -> bytes:
    """Return rows as they stand in the file."""
    return "".join("\t".join(row) + "\n" for row in rows).encode()


def facts(card: EmergencyCard) -> Iterator[list[str]]:
    """Yield what holds for the whole card."""
    region = card.region
    yield [TITLE, VERSION]
    yield ["note", files.CARD_NOTE]
    yield ["region", clean(region.name or "none chosen")]
    if region.emergency:
        checked = "check locally" if region.check_locally else ""
        text, who = region.emergency_text, region.text_for
        yield ["emergency", *named(call=region.emergency, text=text, who=who, sure=checked)]
    if card.abroad:
        yield ["abroad", abroad_words(card)]
    yield ["numbers of", region.month]
    yield ["naloxone", yes(card.naloxone)]
    yield ["withdrawal", yes(card.withdrawal)]
    yield ["plain", yes(card.plain)]
    yield ["urges logged", yes(card.urges)]
    if card.locked_away:
        yield ["locked", "yes"]
    yield ["clock", "24" if region.clock24 else "12"]
    if region.asks_half and region.clock24:
        yield ["am or pm", "asked"]
    yield ["zone", getattr(card.zone, "home", card.zone).key]


def abroad_words(card: EmergencyCard) -> str:
    """Return that the numbers may be of another country, and the number of that one if known."""
    if card.abroad is None:
        return ""
    found, there = card.abroad
    said = words.ABROAD.format(region=country_said(clean(found.region)), city=city(found.zone))
    number = there.emergency and not there.check_locally
    country, call = country_said(clean(there.name)), clean(there.emergency or "")
    more = words.CALL_THERE.format(country=country, number=call) if number else words.ASK_THERE
    return f"{said} {more}"


def lists(card: EmergencyCard) -> Iterator[list[str]]:
    """Yield lines, people, steps, hard hours, reasons and groups; what has times is numbered."""
    for number, line, trip in all_lines(card):
        there = named(trip=str(trip)) if trip else []
        yield ["line", str(number), *line_fields(line), *there]
    for each in card.trips:
        yield ["trip", str(each.trip.id), *trip_fields(each)]
    for number, person in enumerate(card.people, 1):
        yield ["person", str(number), *person_fields(person)]
    for step in card.steps:
        yield ["step", clean(step)]
    for hours in card.hours:
        yield from hours_rows(hours.risk)
    for reason in card.reasons:
        yield ["reason", clean(reason)]
    met = {meeting.group.id: meeting.where for meeting in card.meetings}
    for going in card.goings:
        met.setdefault(going.group.id, going.where)
    names = {each.group.id: each.group.name for each in card.meetings}
    names |= {each.group.id: each.group.name for each in card.goings}
    for number, where in met.items():
        yield ["group", str(number), *named(name=names[number], where=where)]
    for chat in card.chats:
        yield ["chat", str(chat.id), *named(name=chat.name, link=chat.link, where=chat.where)]
    for going in card.goings:
        yield ["going", str(going.group.id), *going_fields(going, card)]


def going_fields(each: CardGoing, card: EmergencyCard) -> list[str]:
    """Return the fields of a meeting that is meant to be attended; instants as seconds."""
    clock24, leave = card.region.clock24, each.going.leave
    time_to_leave = None
    if leave is not None:
        said = time_of_day(leave.astimezone(card.zone), clock24=clock24)
        time_to_leave = f"{stamp(leave)} {said}"
    return named(
        start=stamp(each.going.start),
        end=stamp(each.going.end),
        time=time_of_day(each.going.start.astimezone(card.zone), clock24=clock24),
        leave=time_to_leave,
        **{"with": each.name},
    )


def all_lines(card: EmergencyCard) -> Iterator[tuple[int, CardLine, int]]:
    """Yield the lines of home, then those of each trip, numbered, with the trip's id (0: home)."""
    found = [(line, 0) for line in card.lines]
    found += [(line, each.trip.id) for each in card.trips for line in each.lines]
    for number, (line, trip) in enumerate(found, 1):
        yield number, line, trip


def trip_fields(each: CardTrip) -> list[str]:
    """Return the fields of a trip: when it holds, by whose clock, and the numbers there."""
    region = each.region
    numbers: dict[str, str | None] = {}
    if region is not None:
        sure = "check locally" if region.check_locally else None
        numbers = {"call": region.emergency, "text": region.emergency_text}
        numbers |= {"who": region.text_for, "sure": sure, "region": region.name or region.code}
    return named(
        start=stamp(each.during.start),
        end=stamp(each.during.end),
        first=each.trip.first.isoformat(),
        until=each.trip.until.isoformat(),
        zone=each.trip.timezone,
        place=each.trip.place,
        **numbers,
    )


def hours_rows(risk: RiskWindow) -> Iterator[list[str]]:
    """Yield hard hours, their if-thens and their own steps, by their number."""
    number = str(risk.id)
    yield ["hours", number, *named(name=risk.label, level=risk.level)]
    for pair in risk.if_thens:
        yield ["if", number, clean(pair.said)]
    for text in risk.steps:
        yield ["own", number, clean(text)]


def line_fields(entry: CardLine) -> list[str]:
    """Return the fields of a help line. `open` is any, timetable or unknown."""
    line = entry.line
    known = "any" if entry.open is None else "timetable"
    return named(
        name=line.name,
        call=line.call,
        text=line.text,
        chat=line.chat,
        hours=line.hours,
        open=known if line.hours_known else "unknown",
        purpose=line.purpose,
        kind=line.kind,
        more=" ".join(more(line)),
        paused=pause_words(entry.pause),
    )


def person_fields(person: CardPerson) -> list[str]:
    """Return the fields of a person. `reach` is any or timetable."""
    contact = person.contact
    return named(
        name=contact.name,
        **{way: getattr(contact, way) for way in WAYS},
        prefer=person.way,
        say=contact.say,
        hours=person.hours,
        reach="any" if person.reach is None else "timetable",
        paused=pause_words(person.pause),
    )


def clock(card: EmergencyCard) -> Iterator[list[str]]:
    """Yield how far the timetable reaches, and the zone's changes from UTC."""
    yield ["known", *seconds(card.known), f"until {said(card.known.end, card)}"]
    for offset in card.offsets:
        yield [
            "offset",
            stamp(offset.since),
            str(offset.seconds),
            f"from {said(offset.since, card)}",
        ]


def timetable(card: EmergencyCard) -> Iterator[list[str]]:
    """Yield the stretches of real time, with words beside them for whoever reads this.

    The first fields of every row: a keyword, a number, and both ends as seconds.
    """
    for number, person in enumerate(card.people, 1):
        yield from stretches("reach", number, person.reach or (), card)
    for number, line, _ in all_lines(card):
        yield from stretches("open", number, line.open or (), card)
    for hours in card.hours:
        yield from stretches("during", hours.risk.id, hours.during, card)
    for meeting in card.meetings:
        yield from meeting_rows(meeting, card)


def stretches(
    keyword: str, number: int, spans: Iterable[Span], card: EmergencyCard
) -> Iterator[list[str]]:
    """Yield one row for each stretch, with when it begins and until when it lasts."""
    for span in spans:
        until = time_of_day(span.end.astimezone(card.zone), clock24=card.region.clock24)
        yield [keyword, str(number), *seconds(span), until, f"from {said(span.start, card)}"]


def meeting_rows(meeting: CardMeeting, card: EmergencyCard) -> Iterator[list[str]]:
    """Yield one row for each time a group meets, with the time it begins."""
    for span in meeting.meets:
        start = time_of_day(span.start.astimezone(card.zone), clock24=card.region.clock24)
        day = long_day(span.start.astimezone(card.zone).date())
        yield ["meets", str(meeting.group.id), *seconds(span), start, day]


def named(**fields: str | None) -> list[str]:
    """Return the fields that were given, each with its name before it."""
    return [f"{name}: {clean(value)}" for name, value in fields.items() if value]


def seconds(span: Span) -> tuple[str, str]:
    """Return both ends of a stretch as they stand on the card."""
    return stamp(span.start), stamp(span.end)


def stamp(instant: datetime) -> str:
    """Return an instant as it stands on the card."""
    return str(int(instant.timestamp()))


def pause_words(pause: Pause | None) -> str | None:
    """Return a pause as it stands on the card: from and until, or from and "open"."""
    if pause is None:
        return None
    start, end = pause
    return f"{stamp(start)} {stamp(end) if end else 'open'}"


def said(instant: datetime, card: EmergencyCard) -> str:
    """Return an instant in words, in the person's zone."""
    local = instant.astimezone(card.zone)
    time = time_of_day(local, clock24=card.region.clock24)
    return f"{medium_day(local.date())} {local.year}, {time}"


def yes(held: bool) -> str:
    """Return "yes" or "no"."""
    return "yes" if held else "no"
