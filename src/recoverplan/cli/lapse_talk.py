"""What is said once a lapse is kept, in the order of words/lapse.py; on a terminal it asks.

The lapse is kept before anything of this: whoever leaves at the first question loses nothing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask, explain
from recoverplan.cli.keyboard import press
from recoverplan.cli.nouns import Noun
from recoverplan.cli.output import can_ask, say, tell, wants_plain
from recoverplan.cli.session import Session
from recoverplan.cli.written import say_lines
from recoverplan.domain.contact import Contact
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.urge import (
    Lapse,
    Urge,
    full_hours,
    hours_around,
    somebody,
    triggers_offered,
)
from recoverplan.errors import CouldNotError, RecoverplanError
from recoverplan.services.keeping import reading
from recoverplan.store.tables import contacts, lapses, risks, urges
from recoverplan.words import lapse as words
from recoverplan.writers.plain.lapse import safety, to_tell
from recoverplan.writers.plain.trial import moment_said

LAPSE = Noun(
    table=lapses,
    word="lapse",
    name=lambda lapse: str(lapse.id),
    refuse=lambda _, __: None,
    did=lambda _: words.DID_LOG,
)


def keep_first(lapse: Lapse, session: Session) -> Lapse:
    """Keep a new lapse; where that cannot be done, the way to `now` is said all the same.

    Raises what keeping raises, with that way in its hint.
    """
    try:
        return LAPSE.keep(lapse, session)
    except RecoverplanError as error:
        hint = "\n".join(filter(None, (error.hint, words.TO_NOW)))
        raise type(error)(error.message, hint) from error


def when_of(lapse: Lapse, session: Session) -> str:
    """Say when a lapse was, in the person's zone and clock style."""
    today, clock24 = session.now.date(), session.clock24
    return moment_said(lapse.at, lapse.rough, session.zone, today, clock24=clock24)


def emit_lapse(lapse: Lapse, first: str, session: Session, *, json: bool) -> None:
    """Print what was written: a sentence, or the record alone."""
    LAPSE.emit(lapse, [first], session, json=json)


def afterwards(lapse: Lapse, session: Session, *, asks: bool) -> None:
    """Say what follows for a lapse that is kept, once somebody is safe.

    Where nothing `asks`, what could be done stands as commands.
    """
    if not asks:
        paragraphs(said_after(lapse, session), session)
        return
    for warning in said_first(session):
        paragraphs((warning,), session)
        ask(words.GO_ON)
    lapse = talk(lapse, session)
    offer(lapse, session)


def afterwards_on_stderr(lapse: Lapse, session: Session) -> None:
    """Say all the words beside a record on stdout."""
    for line in (words.SAFE, words.TO_NOW, *said_after(lapse, session)):
        tell(line)


def said_first(session: Session) -> Iterator[str]:
    """Say that nothing is lost, then what keeps somebody safe."""
    from recoverplan.domain.region import lines_of

    lines = lines_of(session.region, known(session)[0], session.now.date())
    yield words.INFORMATION
    yield from safety(session.region, lines, session.settings.about)


def is_safe(session: Session) -> bool:
    """Ask whether somebody is safe; one key that says no leads to `now` at once.

    Without a terminal the question is said, with the way to `now`, and the rest may follow.
    """
    if not can_ask():
        say_lines((words.SAFE, words.TO_NOW), session)
        return True
    if press(words.SAFE, words.SAFE_KEYS, leaves="n") != "n":
        return True
    from recoverplan.now import main

    sys.stdout.flush()
    main(["--store", str(session.home), *(["--plain"] if session.plain else [])], [])
    return False


def said_after(lapse: Lapse, session: Session) -> Iterable[str]:
    """Say all that follows the first question where nothing is asked."""
    contacts, risks = known(session)
    yield from said_first(session)
    yield to_tell(somebody(contacts, session.now, session.zone), session.settings.prefer)
    yield change(lapse, risks, session)


def change(lapse: Lapse, risks: tuple[RiskWindow, ...], session: Session) -> str:
    """Return one change that could be made, as a command to type."""
    phrase = hours_around(lapse, risks, session.zone)
    if phrase is None:
        return words.CHANGE_STEP.format(command="recoverplan step add TEXT --kind alone")
    label = hours_said(lapse, session)
    command = f'recoverplan risk add "{label}" --when "{phrase}"'
    return words.CHANGE_HOURS.format(words=label, command=command)


def known(session: Session) -> tuple[tuple[Contact, ...], tuple[RiskWindow, ...]]:
    """Load contacts and hard hours."""
    with reading(session.home) as store:
        return ((), ()) if store is None else (contacts.load_all(store), risks.load_all(store))


def talk(lapse: Lapse, session: Session) -> Lapse:
    """Ask about it, keep each answer at once, and return the lapse as it is then."""
    from recoverplan.cli.conversation import pick_or_own
    from recoverplan.cli.fields import note_of
    from recoverplan.cli.moments import when_fields
    from recoverplan.words.questions import NOTE, SKIP
    from recoverplan.words.trial import YOURS

    def when(lapse: Lapse) -> dict[str, Any]:
        question = words.WHEN + f" [{when_of(lapse, session)}]"
        return ask(question, check=lambda typed: when_fields(typed, session)) or {}

    def before(_: Lapse) -> dict[str, Any]:
        return {"triggers": pick_or_own(words.BEFORE, offered(session), commas=True)}

    explain("", YOURS, SKIP)
    return LAPSE.ask(lapse, session, when, before, lambda _: {"note": ask(NOTE, check=note_of)})


def offered(session: Session) -> tuple[str, ...]:
    """Return what to offer as having come before it, the likeliest first."""
    with reading(session.home) as store:
        if store is None:
            return triggers_offered((), ())
        logged: list[Urge | Lapse] = [*urges.load_all(store), *lapses.load_all(store)]
        return triggers_offered(logged, risks.load_all(store))


def offer(lapse: Lapse, session: Session) -> None:
    """Name one person, and offer one change with one key."""
    contacts, risks = known(session)
    person = to_tell(somebody(contacts, session.now, session.zone), session.settings.prefer)
    paragraphs((person,), session)
    phrase = hours_around(lapse, risks, session.zone)
    if phrase is None:
        keys = words.CHANGE_KEYS_STEP
    else:
        said = hours_said(lapse, session)
        keys = {key: text.format(words=said) for key, text in words.CHANGE_KEYS.items()}
    key = press(words.CHANGE_QUESTION, keys, enter="not now")
    try:
        if key == "h" and phrase is not None:
            add_hours(phrase, lapse, session)
        elif key == "s":
            add_step(session)
    except CouldNotError as error:  # there is one of that name: what is there already is enough
        tell(error.message)


def hours_said(lapse: Lapse, session: Session) -> str:
    """Return the hours of the week around a lapse as a label: "Monday 9 to 11 pm"."""
    from recoverplan.domain.saying import WEEKDAYS, time_range

    first, last = full_hours(lapse, session.zone)
    return f"{WEEKDAYS[first.weekday()]} {time_range(first, last, clock24=session.clock24)}"


def add_hours(phrase: str, lapse: Lapse, session: Session) -> None:
    """Make the hours of the week in which it happened hard hours, and say so."""
    from recoverplan.cli.hours import kept, read_hours
    from recoverplan.cli.risk_keep import keep_new

    understood = read_hours(phrase, session)
    risk = RiskWindow(
        label=hours_said(lapse, session),
        hours=kept(understood),
        triggers=lapse.triggers,
        created=session.now.astimezone(UTC),
    )
    keep_new(risk, understood, session)


def add_step(session: Session) -> None:
    """Ask for a step in own words or from the list, keep it, and say so."""
    from recoverplan.cli.conversation import ask_step
    from recoverplan.cli.step import STEP
    from recoverplan.data import picklists

    step = ask_step(session, kind="alone", but=picklists.TAKE_MEDICINE)
    if step is None:
        return
    step = STEP.keep(step, session)
    STEP.emit(step, [words.STEP_ADDED.format(text=step.text)], session, json=False)


def paragraphs(lines: Iterable[str], session: Session) -> None:
    """Print sentences; on a terminal with space between them."""
    for line in lines:
        if not wants_plain(session.plain):
            say()
        say_lines((line,), session)
    sys.stdout.flush()  # questions follow on stderr, and what is said first is read first
