"""From what was said about a meeting to the log that is kept, and how it leaves the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from recoverplan.cli.output import can_ask, emit, emit_document, tell, wants_plain
from recoverplan.cli.session import Session
from recoverplan.cli.written import changing, say_lines
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.naming import folded, pick
from recoverplan.domain.trial import logged_already, occurrence_at, usual_moment
from recoverplan.errors import CouldNotError, NotFoundError, UsageError
from recoverplan.services.attending import Attended, Said, attended, keep_log, load, made_step
from recoverplan.services.keeping import reading
from recoverplan.store.tables import meetings, which_exist
from recoverplan.value import replace
from recoverplan.words import trial as words
from recoverplan.writers.plain import meeting as plain
from recoverplan.writers.plain.trial import moment_said

if TYPE_CHECKING:
    from recoverplan.domain.talk import Going
    from recoverplan.writers.terminal.style import Screen


def which_group(known: Attended, wanted: str | None, now: datetime, verb: str = "log") -> Group:
    """Return the group that was named; on a terminal, of several, the one that is chosen."""
    if wanted is None and not known.groups:
        raise UsageError(words.NO_GROUPS_YET, words.ADD_GROUP_FIRST.format(verb=verb))
    if wanted is None and can_ask():
        from recoverplan.cli.meeting_talk import ask_which

        wanted = ask_which(known, now)
    if wanted is None:
        raise UsageError(words.WHICH_GROUP, words.NAME_GROUP.format(verb=verb))
    return pick(known.groups, wanted, noun="group", name=lambda group: group.name)


def which_meeting(known: Attended, wanted: str, session: Session) -> Meeting:
    """Return the meeting with this number, or the only one logged of the group of this name.

    Raises NotFoundError, which lists a group's logs where there are several.
    """
    digits = wanted.strip().removeprefix("#")
    for meeting in known.meetings:
        if digits == str(meeting.id):
            return meeting
    hint = words.SEE_MEETINGS
    if digits.isdecimal():
        message = words.NO_SUCH_MEETING.format(number=wanted)
        raise NotFoundError(message, hint)
    try:
        group = which_group(known, wanted, session.now)
    except NotFoundError as error:  # its hint would give a group's number, not a meeting's
        raise NotFoundError(error.message, hint) from None
    logged = sorted((one for one in known.meetings if one.group == group.id), key=lambda m: m.at)
    if len(logged) == 1:
        return logged[0]
    last = "; ".join(
        f"number {one.id}, {when_of(one.at, session, rough=one.rough)}" for one in logged[:-4:-1]
    )
    message = f"{group.name} has {len(logged)} logs: {last}."
    raise NotFoundError(message if logged else words.NONE_OF_GROUP.format(name=group.name), hint)


def passed_going(session: Session, known: Attended) -> Going | None:
    """Return a meeting that was planned, passed within a week and has no log; None of none."""
    with reading(session.home) as store:
        if store is None or not which_exist(store, ["goings"]):
            return None
        from recoverplan.domain.talk import to_ask_about
        from recoverplan.store.current import goings_since

        planned = goings_since(store, session.now)
    safe = {group.id for group in known.groups if not group.unsafe}
    return to_ask_about((one for one in planned if one.group in safe), known.meetings, session.now)


def begun(
    group: Group, given: Said, session: Session, *, asks: bool, going: Going | None = None
) -> Meeting:
    """Return a new log: when it was, and which of the group's own meetings it belongs to.

    It starts from `going`, what was planned, where there is that.
    """
    usual = going.start if going is not None else usual_moment(group, session.now)
    at, rough = given.fields.get("at"), given.fields.get("rough", False)
    at = at or usual
    if asks:
        from recoverplan.cli.meeting_talk import ask_when

        said = ask_when(when_of(at, session), session)
        at, rough = said.get("at", at), said.get("rough", rough)
    return Meeting(
        group=group.id,
        at=at,
        rough=rough,
        zone=session.zone.key,
        occurrence=occurrence_at(group, at),
        created=session.now.astimezone(UTC),
    )


def offer_edit(earlier: Meeting, group: Group, session: Session, *, json: bool) -> Meeting:
    """Offer to change the log that is there already, and return it. Raises CouldNotError."""
    refusal = logged_twice(earlier, group, session)
    if can_ask() and not json:
        from recoverplan.cli.asking import confirm

        if confirm(words.CHANGE_LOG.format(refusal=refusal.message)):
            return earlier
    raise refusal


def logged_twice(earlier: Meeting, group: Group, session: Session) -> CouldNotError:
    """Return the refusal of a second log of one meeting."""
    when = when_of(earlier.at, session, rough=earlier.rough)
    message = words.LOGGED_ALREADY.format(name=group.name, when=when, id=earlier.id)
    return CouldNotError(message, words.EDIT_LOG.format(id=earlier.id))


def keep_so_far(meeting: Meeting, session: Session) -> Meeting:
    """Keep a new log, or what more is known of it now, and return it as kept."""
    with changing(session) as store:
        name = attended(store).group(meeting.group).name
        if meeting.id:
            meetings.save(store, meeting)
        else:
            meeting = meetings.add(store, meeting)
        store.did(words.DID_LOG.format(name=name))
    return meeting


def finish(
    meeting: Meeting,
    given: Said,
    session: Session,
    *,
    asks: bool = False,
    json: bool = False,
    new: bool = False,
) -> None:
    """Keep a log, new or changed, and say what follows from it.

    `new` also of one that the conversation about it has kept already.
    """
    changed = meeting.id != 0 and not new
    gained, meeting = contact_of(meeting, given, session, asks=asks)
    with changing(session) as store:
        known = attended(store)
        group = known.group(meeting.group)
        # Another program may have logged the same meeting since it was looked for.
        earlier = logged_already(meeting, known.meetings)
        if earlier is not None:
            raise logged_twice(earlier, group, session)
        meeting, in_question = keep_log(store, meeting, gained, session.now, new=new)
        own_step = made_step(store, meeting)
        store.did((words.DID_CHANGE if changed else words.DID_LOG).format(name=group.name))
    known = load(session.home)
    if json:
        emit_document(record(meeting, known, session))
    else:
        emit_logged(meeting, known, session, changed=changed)
        if meeting.idea and (not changed or "idea" in given.fields):
            said = words.IDEA_KEPT if own_step else words.IDEA_KNOWN
            say_lines([said.format(idea=meeting.idea)], session)
    if meeting.unsafe and (not changed or "unsafe" in given.fields):
        after_unsafe(in_question, session, json=json)
    elif gained is not None and gained.way() is None and not json:
        command = f"recoverplan contact edit {meeting.contact} --call NUMBER"
        say_lines([words.NO_WAY_YET.format(name=gained.name, command=command)], session)
    elif gained is not None and not gained.on_now and not json:
        from recoverplan.words import asking

        off_now = asking.OFF_NOW.format(name=gained.name, id=meeting.contact)
        say_lines([off_now], session)
    if asks:
        from recoverplan.cli.meeting_talk import offer_decision

        offer_decision(meeting, known, session)


def contact_of(
    meeting: Meeting, given: Said, session: Session, *, asks: bool
) -> tuple[Contact | None, Meeting]:
    """Return somebody new to keep, if there is one, and the log with the contact it names."""
    if given.contact is None:
        return None, meeting
    if not given.contact:
        return None, replace(meeting, contact=None)
    contacts = load(session.home).contacts
    wanted = folded(given.contact)
    named = [one for one in contacts if folded(one.name) == wanted]
    named += [one for one in contacts if str(one.id) == wanted.removeprefix("#")]
    if named:
        return None, replace(meeting, contact=named[0].id)
    gained = Contact(
        name=given.contact,
        role="peer",
        order=max((one.order for one in contacts), default=0) + 1,
        zone=session.zone.key,
        met_at=meeting.group,
        created=session.now.astimezone(UTC),
    )
    if asks and not meeting.unsafe:  # of a group that felt unsafe nobody is asked for at once
        from recoverplan.cli.meeting_talk import ask_about

        gained = ask_about(gained, session)
    return gained, meeting


def after_unsafe(people: Sequence[Contact], session: Session, *, json: bool) -> None:
    """Say the words for a group that felt unsafe; let one answer take off the people met there.

    Until it is answered they get no check-ins. With JSON on stdout all of it goes to stderr.
    """
    from recoverplan.domain.region import lines_of

    lines = lines_of(session.region, load(session.home).contacts, session.now.date())
    names = " and ".join(contact.name for contact in people)
    said = [*plain.unsafe_words(session.region, lines)]
    said += [words.MET_THERE.format(names=names)] if people else []
    if json:
        for line in [*said, *how_to_settle(people)]:
            tell(line)
        return
    say_lines(said, session)
    if people:
        from recoverplan.cli.meeting_talk import settle_people

        if not settle_people(people, names, session):
            say_lines(how_to_settle(people), session)


def how_to_settle(people: Sequence[Contact]) -> Iterator[str]:
    """Say the commands that take people off for good, or go on with them."""
    for contact in people:
        off = f"recoverplan contact edit {contact.id} --off-now"
        keep = f"recoverplan contact pause {contact.id} --end"
        yield words.HOW_TO_TAKE_OFF.format(name=contact.name, command=off)
        yield words.HOW_TO_KEEP.format(name=contact.name, command=keep)


def when_of(at: datetime, session: Session, *, rough: bool = False) -> str:
    """Say when a meeting was, in the person's zone and clock style."""
    today, clock24 = session.now.date(), session.clock24
    return moment_said(at, rough, session.zone, today, clock24=clock24)


def day_of(meeting: Meeting, session: Session) -> date:
    """Return the day of a meeting in the person's zone."""
    return meeting.at.astimezone(session.zone).date()


def record(meeting: Meeting, known: Attended, session: Session) -> dict[str, object]:
    """Return the JSON record of a meeting."""
    from recoverplan.writers.records.noun import meeting_record

    return meeting_record(meeting, known.group_names(), known.contact_names(), session.zone)


def emit_list(
    meetings: Sequence[Meeting], known: Attended, session: Session, *, json: bool
) -> None:
    """Print meetings, oldest first."""
    groups, today, clock24 = known.group_names(), session.now.date(), session.clock24

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import list_screen

        return list_screen(meetings, groups, session.zone, today, width, clock24=clock24)

    def document() -> dict[str, object]:
        records = [record(meeting, known, session) for meeting in meetings]
        return {"schema": "recoverplan/meetings/1", "meetings": records}

    emit(
        plain=lambda: plain.list_lines(meetings, groups, session.zone, today, clock24=clock24),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def emit_calendar(meetings: Sequence[Meeting], year: int, session: Session) -> None:
    """Print the days of a year on which meetings were attended."""
    days = Counter(day_of(meeting, session) for meeting in meetings if not meeting.door)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import calendar_screen

        return calendar_screen(days, year, width)

    emit(plain=lambda: plain.calendar(days, year), plainly=session.plain, screen=screen)


def emit_one(meeting: Meeting, known: Attended, session: Session, *, json: bool) -> None:
    """Print one meeting in full."""
    names = known.group_names(), known.contact_names()
    when = when_of(meeting.at, session, rough=meeting.rough)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import show_screen

        return show_screen(meeting, *names, when, width)

    def document() -> dict[str, object]:
        return {"schema": "recoverplan/meeting/1", "meeting": record(meeting, known, session)}

    emit(
        plain=lambda: plain.shown(meeting, *names, when),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def emit_logged(meeting: Meeting, known: Attended, session: Session, *, changed: bool) -> None:
    """Print what was logged, how far the trial has come, and what follows."""
    trial = known.trial(meeting.group, session.now)
    between = " to " if wants_plain(session.plain) else "–"
    when = when_of(meeting.at, session, rough=meeting.rough)
    first = plain.logged_line(trial, meeting, when, between, changed=changed)
    zone, now, clock24 = session.zone, session.now, session.clock24

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.meeting import after_log_screen

        return after_log_screen(first, trial, meeting, zone, now, width, clock24=clock24)

    emit(
        plain=lambda: [first, *plain.after_log(trial, meeting, zone, now, clock24=clock24)],
        plainly=session.plain,
        screen=screen,
    )
