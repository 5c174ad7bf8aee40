"""Contacts found, kept, paused, and what is said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, timedelta

from recoverplan.cli.contact_options import Given
from recoverplan.cli.hours import echo, retyped
from recoverplan.cli.nouns import Noun
from recoverplan.cli.session import Session
from recoverplan.cli.written import changing
from recoverplan.domain.contact import Contact, in_order
from recoverplan.domain.naming import folded, same_named
from recoverplan.domain.phrase import Understood
from recoverplan.domain.saying import medium_day, time_of_day
from recoverplan.domain.span import Span
from recoverplan.domain.zone import zone_named
from recoverplan.errors import NotFoundError
from recoverplan.services.keeping import reading, writing
from recoverplan.store.opened import Store
from recoverplan.store.tables import agreements, talks
from recoverplan.store.tables import contacts as contact_store
from recoverplan.store.tables import risks as risk_store
from recoverplan.value import replace
from recoverplan.words import asking as words
from recoverplan.writers.rows import Fact

A_WEEK_OF_NIGHTS = 7


def record(contact: Contact, session: Session) -> dict[str, object]:
    """Return the JSON record of a contact: the phrases of their hours can be typed again."""
    from recoverplan.writers.records.noun import record_of

    shown = replace(contact, hours=retyped(contact.hours, session))
    return record_of(shown, session.zone)


CONTACT = Noun(
    table=contact_store, word="contact", name=lambda contact: contact.name, record=record
)


def which_or_line(contacts: Sequence[Contact], wanted: str, session: Session) -> Contact:
    """Return the contact with this name, or a new one that stands for a help line of the region.

    Raises NotFoundError.
    """
    shipped = session.region.lines
    try:
        return CONTACT.which(contacts, wanted)
    except NotFoundError as error:
        key = folded(wanted)
        exact = [line for line in shipped if folded(line.name) == key]
        lines = exact or [line for line in shipped if key and folded(line.name).startswith(key)]
        if len(lines) != 1:
            names = ", ".join(line.name for line in lines or shipped)
            hint = words.LINES_HERE.format(names=names) if names else error.hint
            raise NotFoundError(error.message, hint) from None
    created = session.now.astimezone(UTC)
    return Contact(
        name=lines[0].name, role="line", zone=session.zone.key, on_card=False, created=created
    )


def free_name(name: str, contacts: Iterable[Contact]) -> str:
    """Return a name that nobody else on the list has. Raises CouldNotError.

    What only hides a help line leaves its name free, for a line of the person's own.
    """
    others = [one for one in contacts if one.role != "line" or one.way() is not None]
    return CONTACT.free(name, others)


def keep_so_far(contact: Contact, session: Session, place: int | None = None) -> Contact:
    """Keep a new contact, or what more is known of them now, and return them as kept.

    `place` is the one that was typed for them, in the person's list.
    """
    with writing(session.home, session.now) as store:
        if contact.id:
            contact_store.save(store, contact)
        else:
            before = contact_store.load_all(store)
            hidden = same_named(before, contact.name, name=lambda one: one.name)
            if hidden is not None and hidden.role == contact.role == "line" and not hidden.way():
                # It stood for a help line that was hidden; now it is one of the person's own.
                contact = replace(contact, id=hidden.id, order=hidden.order)
                contact_store.save(store, contact)
            else:
                CONTACT.free(contact.name, before)
                last = max((one.order for one in before), default=0) + 1
                contact = contact_store.add(store, replace(contact, order=last))
        contact = placed(store, contact, place)
        store.did(f"added contact {contact.name}")
    return contact


def keep_new(
    contact: Contact,
    place: int | None,
    understood: Sequence[Understood],
    session: Session,
    *,
    json: bool = False,
    zone_typed: bool = False,
) -> Contact:
    """Keep a new contact, say so and what follows, and return it as kept."""
    contact = keep_so_far(contact, session, place)
    people = [one for one in CONTACT.load(session) if one.role != "line"]
    first = all(one.id == contact.id for one in people)
    lines = [
        f"Added {contact.name}.",
        *echo(understood, session, zone_named(contact.zone), zone_typed=zone_typed),
        *about_numbers(contact, session),
        *about_places(contact),
        *what_follows(contact, session, first=first),
    ]
    CONTACT.emit(contact, lines, session, json=json)
    return contact


def keep_changed(before: Contact, given: Given, session: Session, *, json: bool) -> None:
    """Keep what was changed about a contact, and say so."""
    with changing(session) as store:
        contacts = contact_store.load_all(store)
        contact = given.onto(CONTACT.which(contacts, f"#{before.id}"))
        if "name" in given.fields:
            CONTACT.free(contact.name, contacts, but=contact.id)
        contact_store.save(store, contact)
        contact = placed(store, contact, given.place)
        store.did(f"changed contact {contact.name}")
    hours_zone, zone_typed = zone_named(contact.zone), "zone" in given.fields
    lines = [
        f"Changed {contact.name}.",
        *echo(given.understood or (), session, hours_zone, zone_typed=zone_typed),
        *(about_numbers(contact, session) if {"call", "text"} & given.fields.keys() else ()),
        *about_places(contact, given.fields.keys()),
        *what_follows(contact, session, first=False),
    ]
    CONTACT.emit(contact, lines, session, json=json)


def placed(store: Store, contact: Contact, place: int | None) -> Contact:
    """Put a contact that is kept at its place in the person's list, and return it."""
    if place is None:
        return contact
    before = {one.id: one for one in contact_store.load_all(store)}
    after = in_order(tuple(before.values()), contact, place)
    for one in after:
        if one != before[one.id]:
            contact_store.save(store, one)
    return next(one for one in after if one.id == contact.id)


def about_numbers(contact: Contact, session: Session) -> list[str]:
    """Return what is said where no page can dial a number that was given."""
    if not (contact.call or contact.text):
        return []
    from recoverplan.cli.numbers import undialed

    return list(undialed(contact, session))


def about_places(contact: Contact, given: Collection[str] | None = None) -> list[str]:
    """Return where somebody is named now that fields were given, and what these do not do.

    `given` None: all of them, and nothing of what is as usual.
    """
    if given is None:
        given = {"on_card", "per_week"} if contact.on_now else {"on_now"}
    said = []
    if "on_now" in given:
        said.append(words.ON_NOW if contact.on_now else words.OFF_NOW)
    if contact.on_now and contact.role != "line":
        off_card, unasked = not contact.on_card, contact.per_week == 0
        if off_card and unasked and not {"on_card", "per_week"}.isdisjoint(given):
            said.append(words.OFF_CARD_UNASKED)
        elif off_card and "on_card" in given and "on_now" not in given:
            said.append(words.OFF_CARD)
        elif unasked and "per_week" in given:
            said.append(words.NEVER_ASKED)
    return [one.format(name=contact.name, id=contact.id) for one in said]


def what_follows(contact: Contact, session: Session, *, first: bool) -> list[str]:
    """Return what is said after somebody was added or changed."""
    name = contact.name
    if not contact.on_now:
        return []
    if contact.way() is None:
        hint = f"recoverplan contact edit {contact.id} --call NUMBER"
        return [f"{words.NO_WAY_YET.format(name=name)} {hint}"]
    if contact.role == "line":
        known = contact.hours or listed_here(contact, session)
        return [] if known else [words.LINE_HOURS.format(id=contact.id)]
    if contact.per_week == 0:
        return []
    if contact.role in {"practical", "clinical"} and contact.per_week is None:
        return [words.NOT_COUNTED.format(name=name, role=contact.role, id=contact.id)]
    lines = [words.WHEN_HARD] if first else []
    if contact.per_week is None or not contact.hours:
        lines.append(words.ASK_FIRST.format(id=contact.id))
    return lines


def listed_here(line: Contact, session: Session) -> bool:
    """Tell whether a line stands for one that is listed for the region: it keeps those hours."""
    if line.role != "line":
        return False
    return line.name.casefold() in {one.name.casefold() for one in session.region.lines}


def begin_pause(
    contact: Contact, fields: dict[str, date | None], session: Session, *, json: bool
) -> None:
    """Pause somebody with the `fields` of a pause; a help line is hidden."""
    contact = replace(contact, **fields)
    with writing(session.home, session.now) as store:
        if contact.id:
            contact_store.save(store, contact)
        else:
            place = max((one.order for one in contact_store.load_all(store)), default=0) + 1
            contact = contact_store.add(store, replace(contact, order=place))
        store.did(words.DID_PAUSE.format(name=contact.name))
    CONTACT.emit(contact, pause_said(contact), session, json=json)


def pause_said(contact: Contact) -> list[str]:
    """Return what is said after a pause began: somebody is away, or a help line is hidden."""
    last = contact.paused_until
    through = f"through {medium_day(last)}" if last else None
    if contact.role == "line":
        hidden = words.HIDDEN.format(until=through or words.UNTIL_SHOWN, name=contact.name)
        return [hidden, words.SHOW_AGAIN.format(id=contact.id)]
    return [
        words.PAUSED.format(name=contact.name, until=through or words.UNTIL_BACK),
        words.BACK_AGAIN.format(id=contact.id),
    ]


def end_pause(contact: Contact, session: Session, *, json: bool) -> None:
    """End a pause; what only stood for a hidden help line goes."""
    if contact.paused_from is None:
        CONTACT.emit(contact, [words.NOT_PAUSED.format(name=contact.name)], session, json=json)
        return
    contact = replace(contact, paused_from=None, paused_until=None)
    with changing(session) as store:
        if contact.role == "line" and contact.way() is None:
            contact_store.remove(store, contact.id)
        else:
            contact_store.save(store, contact)
        store.did(words.DID_END_PAUSE.format(name=contact.name))
    back = words.SHOWN_AGAIN.format(name=contact.name)
    said = back if contact.role == "line" else words.IS_BACK.format(name=contact.name)
    CONTACT.emit(contact, [said], session, json=json)


def first_message(contact: Contact, session: Session) -> str | None:
    """Return the text to ask somebody with; None for a line and for who is never to be asked."""
    if contact.role == "line" or contact.per_week == 0:
        return None
    way = contact.way(session.settings.prefer)
    return message_to_ask(session, way, contact.per_week or words.USUAL_NUMBER, contact)


def nobody_yet(session: Session) -> list[str]:
    """Return what is said while there is nobody on the list, with a text to ask somebody."""
    text = message_to_ask(session, None, words.USUAL_NUMBER)
    return [words.NOBODY_YET, words.TEXT_TO_ASK.format(text=text)]


def message_to_ask(
    session: Session, way: str | None, number: int, contact: Contact | None = None
) -> str:
    """Return a text that asks for check-ins in `way`, else the person's own, `number` a week."""
    from recoverplan.writers.why import number as in_words

    often = words.OFTEN_ONE_OR_TWO.get(number) or words.OFTEN.format(number=in_words(number))
    way = way or session.settings.prefer or "call"
    time, part = first_time(session, contact) or (None, "evenings")
    message = words.FIRST_MESSAGE if time else words.FIRST_MESSAGE_ANY_TIME
    return message.format(
        way=words.ASKED_TO.get(way, words.ASKED_TO["other"]),
        time=time,
        part=part,
        often=often,
    )


def first_time(session: Session, contact: Contact | None) -> tuple[str, str] | None:
    """Return when the first check-in would be, and the part of the day: "8:30 pm", "evenings".

    Within the hours that a contact gave; None where no hard hours come near them.
    """
    from recoverplan.domain.coverage import reachable
    from recoverplan.domain.schedule import following

    with reading(session.home) as store:
        risks = () if store is None else risk_store.load_all(store)
    lead = timedelta(minutes=session.settings.lead_minutes)
    moments = [
        (reached.start, max(reached.start, span.start))
        for risk in risks
        for span in following(risk.hours.schedule, session.zone, session.now, A_WEEK_OF_NIGHTS)
        for reached in (
            reachable(contact, span.start - lead, span.end, session.zone)[:1]
            if contact
            else [Span(span.start - lead, span.end)]
        )
    ]
    if not moments:
        return None
    at, hard = (moment.astimezone(session.zone) for moment in min(moments))
    parts = ((4, "evenings"), (12, "mornings"), (17, "afternoons"), (24, "evenings"))
    part = next(said for hour, said in parts if hard.hour < hour)
    return time_of_day(at, clock24=session.clock24), part


LAST = "id = (SELECT id FROM talk WHERE contact = :who AND answered ORDER BY at DESC, id LIMIT 1)"


def lived_facts(contact: Contact, session: Session) -> list[Fact]:
    """Return when somebody was last talked with, in words, and what they agreed to."""
    from recoverplan.words import lived as words
    from recoverplan.writers.lived import agreement_facts, talked_since

    with reading(session.home) as store:
        who = {"who": contact.id}
        known = () if store is None else talks.load_those(store, LAST, who)
        kept = () if store is None else agreements.load_those(store, "contact = :who", who)
    found = []
    if known:
        last = talked_since(known[0].at, session.now, session.zone)
        found.append(Fact(words.LAST_TALK, last))
    return found + list(agreement_facts(kept, contact.name))
