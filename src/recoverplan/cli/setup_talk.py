"""The conversation of setup: one question at a time, each answer kept at once.

So Ctrl-C loses nothing, and the next `setup` goes on with the first question not asked yet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from recoverplan.cli.asking import ask, choose, confirm, explain, offer
from recoverplan.cli.ending import said_when_left
from recoverplan.cli.session import Place, Session, session_at
from recoverplan.cli.setup_keep import (
    keep,
    number_stands,
    prefer_offer,
    read_lead,
    read_region,
    read_zone,
    summary,
    told_at_the_end,
    zone_said,
)
from recoverplan.data import synonyms
from recoverplan.domain.text import shown
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import setup as words

Answers = dict[str, Any]
Begun = Callable[[], None]  # called when a record is there, of which more is asked
MOST_ZONES = 9


def talk(place: Place, settings: Settings) -> None:
    """Ask what was not asked yet; where everything was, offer to change it."""
    with said_when_left(lambda: words.STOPPED):
        if {*QUESTIONS, *NOUNS} <= set(settings.asked):
            change(place, settings)
        else:
            converse(place, settings)


def converse(place: Place, settings: Settings) -> None:
    """Ask everything that was not asked yet, then show the first plan."""
    if not settings.asked:
        explain(*(line.format(home=shown(place.home)) for line in words.KEPT))
        explain("", words.WELCOME)
    else:
        explain(words.WELCOME_BACK)
    for name in QUESTIONS:
        settings = ask_once(place, settings, name)
    label = None
    for name, about in NOUNS.items():
        if name in settings.asked:
            continue

        def begun(name: str = name) -> None:
            nonlocal settings
            settings = answered(place, settings, name, {})

        label = about(session_at(place, settings), begun) or label
        begun()
    if label is not None:
        explain("")
        more_about(label, session_at(place, settings))
    finish(place, settings)


def ask_once(place: Place, settings: Settings, name: str) -> Settings:
    """Ask the question `name` where it was not asked yet, and keep its answers.

    A zone that came with its country is said, and not asked about.
    """
    if name in settings.asked:
        return settings
    explain("")
    known = {}
    if name == "timezone" and zone_known(settings):
        known = {"timezone": settings.timezone}
    settings = answered(place, settings, name, known or QUESTIONS[name](settings))
    say_zone(place, settings, name)
    return settings


def zone_known(settings: Settings) -> bool:
    """Tell whether the country, which has one time zone, said which."""
    return bool(settings.timezone) and len(zones_of(settings.region)) == 1


def answered(place: Place, settings: Settings, name: str, answers: Answers) -> Settings:
    """Keep the answers to the question `name`, and that it was asked."""
    asked = tuple(dict.fromkeys((*settings.asked, name)))
    settings = replace(settings, **answers, asked=asked)
    keep(place, settings, quietly=True)
    return settings


def finish(place: Place, settings: Settings) -> None:
    """Say the words about withdrawal, once, and show the plan."""
    from recoverplan.cli import plan_reading

    if not settings.withdrawal_said:
        for said in told_at_the_end(session_at(place, settings)):
            explain("", said)
        settings = replace(settings, withdrawal_said=True)
        keep(place, settings, quietly=True)
    explain("", words.DONE, "")
    plan_reading.show(session_at(place, settings))
    explain(*prefer_offer(session_at(place, settings)))


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
    else:
        explain(*prefer_offer(session_at(place, settings)))


def ask_name(settings: Settings) -> Answers:
    """Ask for a name to greet with."""
    return {"name": ask(words.NAME, default=settings.name)}


def ask_zone(settings: Settings) -> Answers:
    """Ask for the time zone; that of the country, else the computer's, is offered."""
    from recoverplan.clock import system_zone_name
    from recoverplan.domain.zone import known_zone
    from recoverplan.domain.zone_meant import is_place

    zones = zones_of(settings.region)
    here = system_zone_name()
    guess = settings.timezone or (here if here in zones or not zones else zones[0])
    known = guess if guess and known_zone(guess) and is_place(guess) else None
    if len(zones) > 1:
        offer(words.ZONE_WHICH, zones[:MOST_ZONES])
    else:
        explain(words.ZONE_HOW)

    def read(typed: str) -> str | None:
        if typed.isdecimal() and 1 <= int(typed) <= len(zones[:MOST_ZONES]):
            return zones[int(typed) - 1]
        return read_zone(typed, settings)

    return {"timezone": ask(words.ZONE, default=known, check=read)}


def zones_of(region: str | None) -> list[str]:
    """Return the time zones of a country, those of the most people first."""
    from recoverplan.data.places import load

    country = (region or "").partition("-")[0]
    lands = [row for row in load() if row.kind == "land" and row.where == country]
    return [zone for row in lands for zone, _ in row.weights()]


def say_zone(place: Place, settings: Settings, name: str) -> None:
    """Say a zone that was just answered back, with its time."""
    if name == "timezone":
        explain(*zone_said(session_at(place, settings)))


def ask_region(settings: Settings) -> Answers:
    """Ask for the country, and say which emergency number that gives.

    Its time zone is taken with it where it has one.
    """
    from recoverplan.clock import system_zone_name
    from recoverplan.data.regions import parts_of
    from recoverplan.data.zones import country_of
    from recoverplan.services.emergency import region_named

    zone = settings.timezone or system_zone_name()
    guess = country_of(zone) if zone else None

    def read(typed: str) -> str | None:
        return guess if guess and typed.casefold() in {"y", "yes"} else read_region(typed)

    explain(words.REGION_WHY)
    offered = guess and not settings.region
    question = words.REGION
    if guess and offered:
        question = words.REGION_OFFER.format(region=region_named(guess).name)
    code = ask(question, default=settings.region, check=read)
    if code is None:
        return {"region": None}
    region = region_named(code)
    explain(words.region_said(region.name, region.emergency, region.check_locally))
    parts = parts_of(code)
    if parts:
        explain(words.parts_said([(part.code, part.name) for part in parts]))
    zones = zones_of(code)
    only = {"timezone": zones[0]} if len(zones) == 1 and not settings.timezone else {}
    return {"region": code, **only}


def ask_prefer(settings: Settings) -> Answers:
    """Ask whether the person would rather call or text."""
    return {"prefer": choose(words.PREFER, words.PREFERS, also=synonyms.PREFERS) or settings.prefer}


def ask_what(settings: Settings) -> Answers:
    """Ask what it is about."""
    return {
        "about": choose(words.ABOUT, words.ABOUTS, several=True, also=synonyms.ABOUTS)
        or settings.about
    }


def ask_lead(settings: Settings) -> Answers:
    """Ask how long before hard hours a check-in may be."""
    now = f"{settings.lead_minutes}m"
    return {"lead_minutes": ask(words.LEAD, default=now, check=read_lead) or settings.lead_minutes}


def ask_plain(settings: Settings) -> Answers:
    """Ask for plain screens."""
    return {"plain": confirm(words.PLAIN, default=settings.plain)}


def first_risk(session: Session, begun: Begun) -> str | None:
    """Ask about one stretch of hard hours and keep it; return its label."""
    from recoverplan.cli import risk_keep
    from recoverplan.cli.risk_talk import ask_risk

    explain("", words.RISK)
    asked = ask_risk(session, brief=True, begun=begun)
    if asked is None:
        return None
    return risk_keep.keep_new(*asked, session).label


def first_contact(session: Session, begun: Begun) -> None:
    """Ask about one contact and keep them; having nobody yet is all right."""
    from recoverplan.cli import contact_keep
    from recoverplan.cli.conversation import ask_contact

    explain("", words.CONTACT)
    asked = ask_contact(session, brief=True, begun=begun)
    if asked is None:
        explain(*contact_keep.nobody_yet(session))
        return
    contact, understood = asked
    contact_keep.keep_new(contact, None, understood, session)


def first_group(session: Session, begun: Begun) -> None:
    """Ask about one group to try and keep it."""
    from recoverplan.cli import group_keep
    from recoverplan.services.attending import load

    explain("", words.GROUP)
    known = load(session.home)
    asked = group_keep.ask_group(known, session, brief=True, begun=begun)
    if asked is not None:
        group_keep.keep_new(*asked, session)


def more_about(label: str, session: Session) -> None:
    """Offer once to say more about the hard hours that were just added."""
    from recoverplan.cli.risk_keep import RISK
    from recoverplan.cli.risk_talk import ask_more

    if not confirm(words.MORE_ABOUT.format(label=label)):
        explain(words.MORE_LATER)
        return
    ask_more(RISK.which(RISK.load(session), label), session)


QUESTIONS: dict[str, Callable[[Settings], Answers]] = {
    "name": ask_name,
    "region": ask_region,
    "timezone": ask_zone,
    "about": ask_what,
    "prefer": ask_prefer,
}
CHANGEABLE = QUESTIONS | {"lead_minutes": ask_lead, "plain": ask_plain}
NOUNS: dict[str, Callable[[Session, Begun], str | None]] = {
    "risk": first_risk,
    "contact": first_contact,
    "group": first_group,
}
