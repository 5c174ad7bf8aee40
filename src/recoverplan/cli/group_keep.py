"""Groups read from options, kept, and printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from recoverplan.cli.asking import ask, confirm
from recoverplan.cli.fields import choice, name_of, optional
from recoverplan.cli.hours import echo, heard, kept, retyped
from recoverplan.cli.nouns import Noun
from recoverplan.cli.output import can_ask, emit
from recoverplan.cli.session import Session
from recoverplan.cli.written import changing, say_lines
from recoverplan.domain.attendance import has_way, is_far
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.phrase import Understood, schedule_words
from recoverplan.domain.text import clean
from recoverplan.domain.trial import Trial, count_tries, next_meeting, promise
from recoverplan.domain.zone import city
from recoverplan.errors import UsageError
from recoverplan.services.attending import Attended, load
from recoverplan.services.keeping import reading
from recoverplan.store.tables import groups
from recoverplan.value import replace
from recoverplan.words import lists as list_words
from recoverplan.words import lived as lived_words
from recoverplan.words import trial as words
from recoverplan.words.files import NOTHING_CHANGED
from recoverplan.words.question import Question

if TYPE_CHECKING:
    from recoverplan.writers.terminal.style import Screen

DECISIONS = {"keep": "kept", "pause": "paused", "leave": "left"}
ORDER = ("trying", "kept", "paused", "left")
GROUP = Noun(table=groups, word="group", name=lambda group: group.name)


def trip_of(typed: str | None, session: Session) -> dict[str, Any]:
    """Return the trip that a group is for, as fields, and the zone `there`; "" takes it away.

    Raises NotFoundError.
    """
    if typed is None:
        return {}
    if not clean(typed):
        return {"trip": None}
    from recoverplan.domain.naming import pick
    from recoverplan.services.emergency import trips_in

    with reading(session.home) as store:
        trip = pick(trips_in(store), typed, noun="trip", name=lambda one: one.place)
    return {"trip": trip.id, "there": trip.timezone}


def goal_of(typed: str) -> tuple[int, int]:
    """Return how many tries are promised: "4" or a range within 3 to 5. Raises UsageError."""
    found = re.fullmatch(r"([3-5])(?: ?(?:-|–|to) ?([3-5]))?", clean(typed))
    if found:
        low, high = int(found[1]), int(found[2] or found[1])
        if low <= high:
            return low, high
    message = words.TRIES_NEED.format(typed=clean(typed))
    raise UsageError(message, 'Type "--tries 3-5" or "--tries 4".')


def ask_group(
    known: Attended,
    session: Session,
    name: str | None = None,
    *,
    brief: bool = False,
    begun: Callable[[], None] | None = None,
) -> tuple[Group, list[Understood]] | None:
    """Ask about one group to try, or what is not known of the one of this name; None if skipped.

    It is kept from its name on; `begun` is called when it is there. `brief`: when it meets is all
    that is asked besides.
    """
    from recoverplan.words import setup

    name = name or ask(
        setup.GROUP_NAME, check=lambda typed: GROUP.free(name_of(typed, "a group"), known.groups)
    )
    if name is None:
        return None
    created = session.now.astimezone(UTC)
    group = GROUP.keep(Group(name=name, zone=session.zone.key, created=created), session)
    if begun is not None:
        begun()
    understood = ask(setup.GROUP_WHEN, check=lambda typed: heard(typed, session, open_end=True))
    if understood:
        group = GROUP.keep(replace(group, hours=(kept(understood),)), session)
    where = None if brief else ask(setup.GROUP_WHERE)
    if where:
        is_link = "://" in where
        ways = {"format": "online", "link": where} if is_link else {"where": where}
        group = GROUP.keep(replace(group, **ways), session)
    return group, [understood] if understood else []


def keep_new(
    group: Group,
    understood: Sequence[Understood],
    session: Session,
    *,
    json: bool = False,
    zone_typed: bool = False,
) -> Group:
    """Keep a new group, on trial at once; say so, with the words before a first meeting."""
    group = GROUP.keep(group, session)
    first = words.ADDED.format(name=group.name, tries=promise(group.tries_goal, " to "))
    before: tuple[str, ...] = words.BEFORE_FIRST_MEETING
    if group.format == CHAT:
        first = lived_words.CHAT_ADDED.format(name=group.name)
        before = () if group.hours else (lived_words.CHAT_COVERS.format(id=group.id),)
    hours = echo(understood, session, ZoneInfo(group.zone), zone_typed=zone_typed)
    lines = [first, *hours, *covers_nothing(group, session), *before]
    say_written(group, lines, session, json=json)
    return group


def may_be_kept(group: Group, typed: str, session: Session, *, yes: bool) -> bool:
    """Ask before a group that felt unsafe is kept. Raises UsageError without a terminal."""
    if choice("A decision", typed, DECISIONS) != "keep" or not group.unsafe:
        return True
    return wanted_anyway(group.name, words.KEEP_UNSAFE, words.KEEP_YES, session, yes=yes)


def wanted_anyway(name: str, question: Question, how: str, session: Session, *, yes: bool) -> bool:
    """Ask before something that felt unsafe becomes a group to go to again; `yes` answers.

    Raises UsageError without a terminal, which says `how` to answer there.
    """
    if yes:
        return True
    name = clean(name)
    if not can_ask():
        raise UsageError(words.FELT_UNSAFE.format(name=name), how)
    if confirm(question.format(name=name)):
        return True
    say_lines([NOTHING_CHANGED], session)
    return False


def keep_decision(
    group: Group, typed: str, why: str | None, session: Session, *, json: bool = False
) -> None:
    """Keep what was decided about a group, and say what follows. Raises UsageError."""
    decision = choice("A decision", typed, DECISIONS)
    before = load(session.home).trial(group.id, session.now)
    reason = optional(why or "")
    # Kept knowingly, it is a group as any other; the log still says what was not right.
    unsafe = group.unsafe and decision != "keep"
    new = replace(group, status=DECISIONS[decision], why=reason, unsafe=unsafe)
    with changing(session) as store:
        groups.save(store, new)
        store.did(words.DID_DECIDE.format(what=decision, name=group.name))
    first = f"{new.status.capitalize()}: {new.name}."
    lines = [first, *after_decision(before, decision)]
    say_written(new, lines, session, json=json)


def after_decision(before: Trial, decision: str) -> Sequence[str]:
    """Return what is said after a decision; of an unsafe group nothing, nor of leaving it again."""
    group = before.group
    if decision == "leave" and group.status != "left" and not group.unsafe and no_fit(before):
        return [words.NO_FIT]
    return []


def no_fit(trial: Trial) -> bool:
    """Tell whether a group that is left was no fit: it was never kept, or some answer was no."""
    never_kept = trial.group.status != "kept"
    return never_kept or any("no" in answers for _, answers in trial.fit)


def say_written(group: Group, lines: Iterable[str], session: Session, *, json: bool) -> None:
    """Print what was written: sentences, or the record alone."""
    GROUP.emit(
        group,
        lines,
        session,
        json=json,
        record=lambda group: record(group, load_tries(group, session), session),
    )


def covers_nothing(group: Group, session: Session) -> list[str]:
    """Return why the meetings of a group cover nothing, and what would change that.

    Nothing of a group that the person has put aside or left.
    """
    if not group.attended:
        return []
    edit = f"recoverplan group edit {group.id}"
    said = []
    if not has_way(group):
        said.append(list_words.NO_WAY_YET.format(command=f"{edit} --where TEXT"))
    coming = next_meeting(group, session.now)
    if is_far(group, coming.start if coming else session.now, session.zone):
        said.append(list_words.FAR_NOW.format(city=city(group.zone)))
    if group.caution is not None:
        said.append(list_words.THE_LIST_SAYS.format(caution=group.caution) + ".")
        said.append(list_words.CONFIRM.format(command=f"{edit} --confirmed"))
    return said


def load_tries(group: Group, session: Session) -> int:
    """Return how many tries a group has had."""
    return count_tries(group.id, load(session.home).meetings)


def record(group: Group, tries: int, session: Session) -> dict[str, object]:
    """Return the JSON record of a group."""
    from recoverplan.writers.records.noun import group_record

    hours = retyped(group.hours, session, open_end=True)
    made = group_record(replace(group, hours=hours), tries, session.zone)
    if group.trip is not None:
        from recoverplan.services.emergency import trips_in

        with reading(session.home) as store:
            names = {trip.id: trip.place for trip in trips_in(store)}
        made["trip"] = {"id": group.trip, "name": names.get(group.trip)}
    return made


def emit_list(known: Attended, session: Session, *, json: bool) -> None:
    """Print all groups side by side: on trial, kept, then paused and left."""
    trials = [
        known.trial(group.id, session.now)
        for group in sorted(known.groups, key=lambda group: (ORDER.index(group.status), group.id))
    ]
    zone, now, clock24 = session.zone, session.now, session.clock24

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.trial import list_screen

        return list_screen(trials, zone, now, width, clock24=clock24)

    def document() -> dict[str, object]:
        by_id = sorted(trials, key=lambda trial: trial.group.id)
        records = [record(trial.group, trial.tries, session) for trial in by_id]
        return {"schema": "recoverplan/groups/1", "groups": records}

    from recoverplan.writers.plain.trial import list_lines

    emit(
        plain=lambda: list_lines(trials, zone, now, clock24=clock24),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )


def emit_one(group: Group, known: Attended, session: Session, *, json: bool) -> None:
    """Print one group in full."""
    from recoverplan.writers.plain.trial import shown

    trial = known.trial(group.id, session.now)
    zone, now, clock24 = session.zone, session.now, session.clock24
    said = [schedule_words(hours.schedule, clock24=clock24) for hours in group.hours]
    besides: tuple[str, ...] = ()
    if group.listed:
        from recoverplan.services.planning import of_lists

        with reading(session.home) as store:
            besides = () if store is None else of_lists(store, (group,)).get(group.id, ())

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.trial import show_screen

        return show_screen(trial, said, zone, now, width, clock24=clock24, besides=besides)

    def document() -> dict[str, object]:
        return {"schema": "recoverplan/group/1", "group": record(group, trial.tries, session)}

    emit(
        plain=lambda: shown(trial, said, zone, now, clock24=clock24, besides=besides),
        plainly=session.plain,
        screen=screen,
        document=document if json else None,
    )
