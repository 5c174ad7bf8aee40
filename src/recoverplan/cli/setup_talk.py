"""The conversation of setup: one question at a time, each answer kept at once.

So Ctrl-C loses nothing, and the next `setup` goes on with the first question not asked yet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer

from recoverplan.cli.asking import ask, choose, confirm, explain
from recoverplan.cli.output import tell
from recoverplan.cli.session import Place, Session, session_at
from recoverplan.cli.setup_keep import (
    keep,
    number_stands,
    read_lead,
    read_region,
    read_zone,
    summary,
    told_at_the_end,
    zone_said,
)
from recoverplan.domain.text import shown
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import setup as words

Answers = dict[str, Any]
INTERRUPTED = 130


def talk(place: Place, settings: Settings) -> None:
    """Ask what was not asked yet; where everything was, offer to change it."""
    try:
        if {*QUESTIONS, *NOUNS} <= set(settings.asked):
            change(place, settings)
        else:
            converse(place, settings)
    except (KeyboardInterrupt, EOFError):
        tell()
        explain(words.STOPPED)
        raise typer.Exit(INTERRUPTED) from None


def converse(place: Place, settings: Settings) -> None:
    """Ask everything that was not asked yet, then show the first plan."""
    if not settings.asked:
        explain(*(line.format(home=shown(place.home)) for line in words.KEPT))
        explain("", words.WELCOME)
    else:
        explain(words.WELCOME_BACK)
    for name, question in QUESTIONS.items():
        if name in settings.asked:
            continue
        explain("")
        settings = answered(place, settings, name, question(settings))
        say_zone(place, settings, name)
    for name, about in NOUNS.items():
        if name in settings.asked:
            continue
        about(session_at(place, settings))
        settings = answered(place, settings, name, {})
    finish(place, settings)


def answered(place: Place, settings: Settings, name: str, answers: Answers) -> Settings:
    """Keep the answers to the question `name`, and that it was asked."""
    asked = tuple(dict.fromkeys((*settings.asked, name)))
    settings = replace(settings, **answers, asked=asked)
    keep(place, settings, quietly=True)
    return settings


def finish(place: Place, settings: Settings) -> None:
    """Say the words about withdrawal, once, and show the plan."""
    from recoverplan.cli import plan_show

    if not settings.withdrawal_said:
        for said in told_at_the_end(session_at(place, settings)):
            explain("", said)
        settings = replace(settings, withdrawal_said=True)
        keep(place, settings, quietly=True)
    explain("", words.DONE, "")
    plan_show.show(session_at(place, settings))


def change(place: Place, settings: Settings) -> None:
    """Show what is set, and change what the person picks until they pick nothing."""
    while True:
        shown = summary(settings, words.FIELDS)
        explain(words.SET, *(f"  {label}: {value}" for label, value in shown.items()))
        picked = choose(words.CHANGE, words.FIELDS)
        if picked is None:
            break
        settings = answered(place, settings, picked, CHANGEABLE[picked](settings))
        say_zone(place, settings, picked)
        if picked == "timezone":
            explain(number_stands(session_at(place, settings)))
    if not settings.withdrawal_said:
        finish(place, settings)


def ask_name(settings: Settings) -> Answers:
    """Ask for a name to greet with."""
    return {"name": ask(words.NAME, default=settings.name)}


def ask_zone(settings: Settings) -> Answers:
    """Ask for the time zone; the computer's is offered."""
    from recoverplan.clock import system_zone_name
    from recoverplan.domain.zone import known_zone
    from recoverplan.domain.zone_meant import is_place

    guess = settings.timezone or system_zone_name()
    known = guess if guess and known_zone(guess) and is_place(guess) else None
    explain(words.ZONE_HOW)
    zone = ask(words.ZONE, default=known, check=lambda typed: read_zone(typed, settings))
    return {"timezone": zone}


def say_zone(place: Place, settings: Settings, name: str) -> None:
    """Say a zone that was just answered back, with its time."""
    if name == "timezone":
        explain(*zone_said(session_at(place, settings)))


def ask_region(settings: Settings) -> Answers:
    """Ask for the country, and say which emergency number that gives."""
    from recoverplan.data.regions import parts_of
    from recoverplan.data.zones import country_of
    from recoverplan.services.emergency import region_named

    guess = country_of(settings.timezone) if settings.timezone else None

    def read(typed: str) -> str | None:
        return guess if guess and typed.casefold() in {"y", "yes"} else read_region(typed)

    explain(words.REGION_WHY)
    offered = guess and not settings.region
    question = words.REGION_OFFER.format(region=guess) if offered else words.REGION
    code = ask(question, default=settings.region, check=read)
    if code is not None:
        region = region_named(code)
        explain(words.region_said(region.name, region.emergency, region.check_locally))
        parts = parts_of(code)
        if parts:
            explain(words.parts_said([(part.code, part.name) for part in parts]))
    return {"region": code}


def ask_prefer(settings: Settings) -> Answers:
    """Ask whether the person would rather call or text."""
    return {"prefer": choose(words.PREFER, words.PREFERS) or settings.prefer}


def ask_what(settings: Settings) -> Answers:
    """Ask what it is about."""
    return {"about": choose(words.ABOUT, words.ABOUTS, several=True) or settings.about}


def ask_lead(settings: Settings) -> Answers:
    """Ask how long before hard hours a check-in may be."""
    now = f"{settings.lead_minutes}m"
    return {"lead_minutes": ask(words.LEAD, default=now, check=read_lead) or settings.lead_minutes}


def ask_plain(settings: Settings) -> Answers:
    """Ask for plain screens."""
    return {"plain": confirm(words.PLAIN, default=settings.plain)}


def first_risk(session: Session) -> None:
    """Ask about one stretch of hard hours and keep it."""
    from recoverplan.cli import risk_keep
    from recoverplan.cli.conversation import ask_risk

    explain("", words.RISK)
    asked = ask_risk(session)
    if asked is not None:
        risk_keep.keep_new(*asked, session)


def first_contact(session: Session) -> None:
    """Ask about one contact and keep them; having nobody yet is all right."""
    from recoverplan.cli import contact_keep
    from recoverplan.cli.conversation import ask_contact

    explain("", words.CONTACT)
    asked = ask_contact(session)
    if asked is None:
        explain(*contact_keep.nobody_yet(session))
        return
    contact, understood = asked
    contact_keep.keep_new(contact, None, understood, session)


def first_group(session: Session) -> None:
    """Ask about one group to try and keep it."""
    from recoverplan.cli import group_keep

    explain("", words.GROUP)
    asked = group_keep.ask_group(group_keep.load(session), session)
    if asked is not None:
        group_keep.keep_new(*asked, session)


QUESTIONS: dict[str, Callable[[Settings], Answers]] = {
    "name": ask_name,
    "timezone": ask_zone,
    "region": ask_region,
    "prefer": ask_prefer,
    "about": ask_what,
}
CHANGEABLE = QUESTIONS | {"lead_minutes": ask_lead, "plain": ask_plain}
NOUNS: dict[str, Callable[[Session], None]] = {
    "risk": first_risk,
    "contact": first_contact,
    "group": first_group,
}
