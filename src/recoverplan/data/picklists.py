"""Lists to pick from: steps, triggers, if-thens, paydays, support. Own words always do as well.

Plain things people do, worded to fit alcohol, drugs and gambling alike. What is picked from a
list did a little better in studies than what is put in own words (docs/evidence.md).
"""

from __future__ import annotations

from recoverplan.data.regions import REGISTERS
from recoverplan.value import NamedTuple


class Idea(NamedTuple):
    """One step to pick. `about`: only where any of these may be part of it, () for everybody."""

    kind: str
    text: str
    about: tuple[str, ...] = ()


DRUGS = ("drugs", "other")
GAMBLING = ("gambling", "other")
KEEPS_MY_CARD = "Someone I chose keeps my bank card; I can get it back any time"
PAY_AWAY = "Pay goes where I can't spend it tonight"
EXCLUDE = "Self-exclude where I bet, online and in person"
EXCLUDE_WITH = "Self-exclude: {name}"  # where the country has a register
TAKE_MEDICINE = "Take my medicine"  # not offered after a lapse

# In the order of a safety plan.
STEPS = (
    Idea("sign", "I stop answering messages"),
    Idea("sign", "I can't sleep, or skip meals"),
    Idea("sign", "I tell myself: just this once"),
    Idea("sign", "I start hiding where I go or what I spend"),
    Idea("alone", "Put on shoes and walk around the block"),
    Idea("alone", "Tea and the radio"),
    Idea("alone", "Hot shower, then something to eat"),
    Idea("alone", "Ten slow breaths, feet on the floor"),
    Idea("alone", "Wait fifteen minutes before I decide anything"),
    Idea("alone", TAKE_MEDICINE),
    Idea("places", "Go to a meeting, in person or online"),
    Idea("places", "Sit in a library or a café"),
    Idea("places", "Gym, pool or a long bus ride"),
    Idea("people", "Call the first person on my list"),
    Idea("people", "Ask someone to stay on the phone till I'm home"),
    Idea("people", "Ask someone to come over, or go to theirs"),
    Idea("professionals", "Call the clinic in its open hours"),
    Idea("professionals", "Ask my doctor or pharmacist about my medicine"),
    Idea("professionals", "Go to tomorrow's appointment"),
    Idea("professionals", "Get free debt advice", GAMBLING),
    Idea("safer", "Keep none of it in the house, and no way to order it"),
    Idea("safer", "Charge my phone in the kitchen"),
    Idea("safer", PAY_AWAY),
    Idea("safer", KEEPS_MY_CARD),
    Idea("safer", "Go home a way that avoids it"),
    Idea("safer", "Block the numbers, apps and sites"),
    Idea("safer", "Bank gambling block on", GAMBLING),
    Idea("safer", EXCLUDE, GAMBLING),
    Idea("safer", "Blocking software on my phone and computer", GAMBLING),
    Idea("safer", "Weapons out of the house"),
    Idea("safer", "Someone I chose keeps my pills; I can change that any time", DRUGS),
    Idea("safer", "Methadone and buprenorphine locked away from children", DRUGS),
    Idea("safer", "Naloxone where others can reach it", DRUGS),
)

PEOPLE_BEFORE = "people I used to drink, use or gamble with"
TRIGGERS = (
    "alone at home",
    "can't sleep",
    "money in my account",
    "after an argument",
    "bored",
    "stressed, too much at once",
    "missing someone I lost",
    "ashamed of something",
    "good news to celebrate",
    "in pain",
    PEOPLE_BEFORE,
)


class Answer(NamedTuple):
    """One if-then to pick. `triggers` of TRIGGERS that it answers; none: it fits any."""

    condition: str
    action: str
    triggers: tuple[str, ...] = ()


IF_THENS = (
    Answer("someone offers", "I say no thanks, and leave", (PEOPLE_BEFORE,)),
    Answer("the evening gets long", "I call the first person on my list", ("alone at home",)),
    Answer("I can't sleep", "I get up and have tea and the radio", ("can't sleep",)),
    Answer("my pay comes in", "it goes where I can't spend it tonight", ("money in my account",)),
    Answer("an argument ends badly", "I walk for twenty minutes first", ("after an argument",)),
    Answer("the evening is empty", "I go where people are", ("bored",)),
    Answer(
        "it is all too much", "I do one small thing, then call", ("stressed, too much at once",)
    ),
    Answer("the grief comes up", "I call someone who knew them", ("missing someone I lost",)),
    Answer("I want to hide", "I tell one person one thing", ("ashamed of something",)),
    Answer("the pain gets worse", "I call the clinic before I change anything", ("in pain",)),
    Answer("we celebrate", "my way home is planned before I go", ("good news to celebrate",)),
    Answer("I start to pace", "I put on shoes and walk around the block"),
    Answer("I think just this once", "I call before I decide"),
)
OFFERED = 5  # as many if-thens as can be read at a glance

# What a label suggests when no hours are given with it.
LABEL_HOURS = {"nights": "nights", "weekends": "weekends"}

PAYDAY = "payday"
PAYDAY_RULES = {
    "weekly": "every week, on one day",
    "other": "every other week",
    "15th": "on the 15th and on the last day of the month",
    "last": "on the last working day of the month",
}
PAYDAY_EXAMPLES = (
    "every friday 5pm-11pm",
    "every other friday from 27 nov 5pm-11pm",
    "15th and last day 5pm-11pm",
    "last working day 5pm-11pm",
)


class Offer(NamedTuple):
    """One kind of support to pick. `ask` is a text to ask somebody for it with, "" for none."""

    kind: str
    what: str
    ask: str = ""


# The first of each kind is the one that is suggested.
SUPPORTS = (
    Offer("peer", "someone else in recovery"),
    Offer("peer", "a sponsor, mentor or coach"),
    Offer("peer", "a group that fits"),
    Offer("clinical", "a doctor or nurse who knows about addiction"),
    Offer("clinical", "a counselor or therapist"),
    Offer("clinical", "somebody to ask about medicine"),
    Offer("practical", "rides", "Could you drive me somewhere now and then? No is fine."),
    Offer("practical", "meals", "Could we eat together one evening a week? No is fine."),
    Offer(
        "practical",
        "childcare",
        "Could you look after the children for an hour or two now and then? No is fine.",
    ),
    Offer(
        "practical",
        "money",
        "Could you help me look after my money for a while? No is fine.",
    ),
    Offer(
        "practical",
        "housing",
        "Do you know of a quiet room, or somebody to ask about one? No is fine.",
    ),
    Offer(
        "practical",
        "a calm home",
        "Could we keep the evenings calm at home for a while? No is fine.",
    ),
)
ASK_FOR = "Could you help me with something: {what}? No is fine."  # for what is in own words


def supports_for(kind: str) -> tuple[str, ...]:
    """Return the support of one kind to pick from."""
    return tuple(offer.what for offer in SUPPORTS if offer.kind == kind)


def ask_for(what: str) -> str:
    """Return a text to ask somebody with, for practical support in any words."""
    listed = next((offer.ask for offer in SUPPORTS if offer.what == what.casefold()), "")
    return listed or ASK_FOR.format(what=what)


def steps_for(about: tuple[str, ...], country: str = "") -> tuple[Idea, ...]:
    """Return the steps to offer a person who named `about`; nothing named leaves nothing out.

    `country` is a code of ISO 3166-1: its register to be shut out of gambling is named.
    """
    register = REGISTERS.get(country)
    offered = [idea for idea in STEPS if not (about and idea.about) or set(about) & set(idea.about)]
    if register is None:
        return tuple(offered)
    named = EXCLUDE_WITH.format(name=register.name)
    return tuple(idea._replace(text=named) if idea.text == EXCLUDE else idea for idea in offered)


def if_thens_for(triggers: tuple[str, ...]) -> tuple[Answer, ...]:
    """Return the if-thens to offer: those that answer these triggers, then those that fit any.

    Where nothing answers them (own words, or none), the first of the list make up the number.
    """
    fitting = [pair for pair in IF_THENS if set(pair.triggers) & set(triggers)]
    general = [pair for pair in IF_THENS if not pair.triggers]
    rest = [] if fitting else [pair for pair in IF_THENS if pair.triggers]
    return tuple([*fitting, *general, *rest][:OFFERED])


class Ready(NamedTuple):
    """What can be prepared for hours whose label has one of these words, or for a trigger."""

    labels: tuple[str, ...]
    triggers: tuple[str, ...]
    offered: tuple[str, ...]


# How long before, and what, as `--prepare` takes it.
PREPARATIONS = (
    Ready(
        ("payday", "pay day", "wages", "benefits", "payment"),
        ("money in my account",),
        (
            "1 day: Pay goes where I can't spend it",
            "1 day: Bank block on",
            "1 day: Card to someone I chose",
            "3 hours: Shopping list first",
        ),
    ),
    Ready(
        ("holiday", "thanksgiving", "christmas", "new year", "birthday", "wedding", "party"),
        ("good news to celebrate",),
        (
            "2 days: Tell one person how I feel about it",
            "1 day: Plan how I get home, and when",
            "1 day: Find a meeting on that day",
            "3 hours: My own drink or food to bring",
        ),
    ),
    Ready(
        ("travel", "trip", "flight", "journey", "airport", "hotel"),
        (),
        (
            "3 days: Find a meeting where I go",
            "1 day: Medicine and numbers in my bag",
            "1 day: Ask the hotel to empty the minibar",
            "3 hours: Someone to call when I arrive",
        ),
    ),
    Ready(
        ("alone", "nights", "weekend"),
        ("alone at home",),
        (
            "1 day: Ask someone to be near their phone",
            "1 day: Plan one thing outside the house",
            "3 hours: Something good to eat at home",
        ),
    ),
)


def preparations_for(label: str, triggers: tuple[str, ...]) -> tuple[str, ...]:
    """Return what could be prepared for hours like these; () where the lists have nothing."""
    key = label.casefold()
    for by_label in (True, False):
        for ready in PREPARATIONS:
            named = any(word in key for word in ready.labels)
            if named if by_label else set(ready.triggers) & set(triggers):
                return ready.offered
    return ()


def first_steps_for(label: str, triggers: tuple[str, ...]) -> tuple[str, ...]:
    """Return the steps that belong to money: for a payday, or where money is what makes it hard."""
    if label.casefold() == PAYDAY or "money in my account" in triggers:
        return (PAY_AWAY, KEEPS_MY_CARD)
    return ()
