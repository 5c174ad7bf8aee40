"""`recoverplan setup --from-workbook`: a workbook that was filled by hand, typed in page by page.

The questions come in the order of the paper (domain/workbook.py), and each answer is kept at once.
"""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import Any

from recoverplan.cli import group_keep, setup_talk
from recoverplan.cli.asking import ask, choose, explain, sure_or_not
from recoverplan.cli.contact_keep import keep_new, keep_so_far
from recoverplan.cli.contact_options import Options, with_words
from recoverplan.cli.conversation import ask_safe, begin_contact
from recoverplan.cli.ending import said_when_left
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import heard, kept
from recoverplan.cli.numbers import ask_number
from recoverplan.cli.options import asked
from recoverplan.cli.output import can_ask, tell
from recoverplan.cli.risk_keep import RISK
from recoverplan.cli.risk_talk import ask_hard_time, ask_level
from recoverplan.cli.session import Place, Session, saved_settings, session_at
from recoverplan.cli.step import STEP
from recoverplan.domain.extent import bounded, few
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.moment import understand_day
from recoverplan.domain.naming import same_named
from recoverplan.domain.preparing import told_ahead
from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.domain.schedule import midnight
from recoverplan.domain.step import Step
from recoverplan.domain.trial import spans
from recoverplan.domain.workbook import TRIES
from recoverplan.errors import UsageError
from recoverplan.services.attending import keep_log, load
from recoverplan.services.keeping import answers, reading, writing
from recoverplan.store.tables import contacts
from recoverplan.store.tables import risks as table
from recoverplan.value import replace
from recoverplan.words import setup as setup_words
from recoverplan.words import workbook as words
from recoverplan.words.trial import DID_LOG

PROFILE = ("region", "timezone", "about")  # hours and help lines depend on them


def type_in(place: Place, *, beside: bool) -> None:
    """Ask for the pages one after the other. Raises UsageError without a terminal."""
    if beside:
        raise UsageError(words.NOT_BESIDE, words.TERMINAL_HINT)
    if not can_ask():
        raise UsageError(words.NEEDS_TERMINAL, words.TERMINAL_HINT)
    answers.title = words.DID_TYPE_IN
    with said_when_left(lambda: words.AGAIN):
        pages(place)


def pages(place: Place) -> None:
    """Go through the pages that are typed in."""

    explain(words.TYPE_IN)
    settings = saved_settings(place.home)
    for name in PROFILE:
        settings = setup_talk.ask_once(place, settings, name)
    session = session_at(place, saved_settings(place.home))
    begin_page(3, words.HARD)
    while type_risk(session):
        pass
    type_steps(session, "sign", words.SIGNS)
    begin_page(4, words.PEOPLE)
    while type_person(session):
        pass
    begin_page(5, words.GROUPS)
    while type_group(session):
        pass
    begin_page(6, words.STEPS)
    for kind, title in words.STEP_KINDS.items():
        type_steps(session, kind, title)
    while type_if_then(session):
        pass
    begin_page(7, words.DAYS)
    while type_day(session):
        pass
    explain("", words.ON_PAPER, "")
    setup_talk.finish(place, saved_settings(place.home))


def begin_page(number: int, title: str) -> None:
    """Say which page is typed in next."""
    explain("", words.PAGE.format(number=number, title=title))


def type_risk(session: Session) -> bool:
    """Ask for one hard time as the paper does; False at the end of the page."""

    given = ask_hard_time(session, words.ANOTHER["risk"])
    if given is None:
        return False
    RISK.ask(
        given[0],
        session,
        ask_level,
        lambda _: {"triggers": ask(words.TRIGGERS, check=several) or ()},
    )
    return True


def several(typed: str) -> tuple[str, ...]:
    """Return things with commas between."""
    return few(tuple(bounded(part.strip()) for part in typed.split(",") if part.strip()))


def type_steps(session: Session, kind: str, title: str) -> None:
    """Ask for steps of one kind until there is none."""

    while True:
        known = STEP.load(session)
        text = ask(
            words.ANOTHER["step"].format(title=title),
            check=lambda typed: STEP.free(name_of(typed, "a step"), known),  # noqa: B023 - asked now
        )
        if text is None:
            return
        STEP.keep(Step(text=text, kind=kind, created=session.now.astimezone(UTC)), session)


def type_person(session: Session) -> bool:
    """Ask for one person as the paper does; False at the end of the page."""

    contact = begin_contact(session, words.ANOTHER["contact"])
    if contact is None:
        return False
    call, aside = ask_number("call", setup_words.CONTACT_CALL)
    contact = with_words(replace(contact, call=call), filter(None, (aside,)))
    contact = keep_so_far(contact, session)
    if not (call or contact.other):
        other = ask(setup_words.CONTACT_OTHER)
        contact = keep_so_far(replace(contact, other=other), session)
    when = ask(setup_words.CONTACT_WHEN, check=lambda typed: heard(typed, session))
    contact = keep_so_far(replace(contact, hours=(kept(when),) if when else ()), session)
    per_week = asked(Options, "per_week", setup_words.CONTACT_PER_WEEK)
    contact = keep_so_far(replace(contact, per_week=per_week), session)
    contact = replace(contact, on_now=ask_safe(setup_words.CONTACT_SAFE))
    keep_new(contact, None, [when] if when else [], session)
    return True


def type_group(session: Session) -> bool:
    """Ask for one group; False at the end of the page."""

    given = group_keep.ask_group(load(session.home), session)
    if given is None:
        return False
    group = given[0]  # kept from its name on
    number = 1
    while number <= TRIES and type_try(session, group, number):
        number += 1
    return True


def type_try(session: Session, group: Group, number: int) -> bool:
    """Ask for the date of one try and its five answers; False after the last."""

    def read(typed: str) -> date:
        day = understand_day(typed, session.now)
        if day > session.now.date():
            raise UsageError(words.NOT_YET, "")
        return day

    day = ask(words.ANOTHER["try"].format(number=number), check=read)
    if day is None:
        return False
    start = midnight(day, session.zone)
    met = spans(group, start, start + timedelta(days=1))
    at = met[0].start if met else start + timedelta(hours=12)
    meeting = Meeting(
        group=group.id,
        at=min(at, session.now).astimezone(UTC),
        zone=session.zone.key,
        occurrence=met[0].start if met else None,
        created=session.now.astimezone(UTC),
    )
    with writing(session.home, session.now) as store:
        meeting, _ = keep_log(store, meeting, None, session.now)
        store.did(DID_LOG.format(name=group.name))
    if fit := ask(words.FIT, check=five_answers):
        with writing(session.home, session.now) as store:
            keep_log(store, replace(meeting, fit=fit), None, session.now)
            store.did(DID_LOG.format(name=group.name))
    return True


def five_answers(typed: str) -> tuple[tuple[str, str], ...]:
    """Return the answers to the five questions, in their order. Raises UsageError."""
    said = typed.replace(",", " ").replace("?", " unsure ").split()
    if len(said) != len(words.QUESTIONS):
        raise UsageError(words.FIT_HINT, "")
    return tuple((name, sure_or_not(one)) for name, one in zip(words.QUESTIONS, said, strict=True))


def type_if_then(session: Session) -> bool:
    """Ask for one if-then and the hard time that it belongs to; False at the end of the page."""

    condition = ask(words.ANOTHER["if"])
    action = ask(setup_words.THEN) if condition else None
    if not condition or not action:
        return False
    risks = {f"#{risk.id}": risk for risk in RISK.load(session)}
    if not risks:
        explain(words.NO_HARD_TIME)
        return False
    labels = {number: risk.label for number, risk in risks.items()}
    number = next(iter(labels)) if len(labels) == 1 else choose(words.OF_WHICH, labels)
    if number is None:
        return True
    risk = risks[number]
    pair = IfThen(condition=condition.removeprefix("if ").removeprefix("If "), action=action)
    with writing(session.home, session.now) as store:
        table.save(store, replace(risk, if_thens=few((*risk.if_thens, pair))))
        store.did(words.DID_IF_THEN.format(label=risk.label))
    return True


def type_day(session: Session) -> bool:
    """Ask for one hard day, what is done before it, and who is there; False at the end."""

    given = ask_hard_time(session, words.ANOTHER["day"])
    if given is None:
        return False

    def before(_: RiskWindow) -> dict[str, Any]:
        told = ask(words.BEFORE, check=several_before) or ()
        for ahead, text in told:
            tell(words.TOLD_BEFORE.format(ahead=ahead, text=text))
        return {"prepare": told}

    def along(risk: RiskWindow) -> dict[str, Any]:
        name = ask(words.WITH)
        person = None if name is None else person_named(session, name)
        if name is None or person is not None:
            return {"check_in": person}
        return {"steps": (*risk.steps, words.BE_WITH.format(name=name))}

    RISK.ask(given[0], session, before, along)
    return True


def several_before(typed: str) -> tuple[tuple[str, str], ...]:
    """Return what to do before a hard day, each with how long before; ";" stands between them."""
    return few(tuple(told_ahead(bounded(part)) for part in typed.split(";") if part.strip()))


def person_named(session: Session, name: str) -> int | None:
    """Return the number of the contact of this name, None for nobody on the list."""

    with reading(session.home) as store:
        known = () if store is None else contacts.load_all(store)
    found = same_named(known, name, name=lambda one: one.name)
    return None if found is None or found.role == "line" else found.id
