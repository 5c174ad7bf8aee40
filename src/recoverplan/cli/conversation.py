"""The questions for one stretch of hard hours, one contact, one step: for setup and for `add`.

Every question may be skipped; what cannot be without an answer (when it is hard, a name) ends the
conversation about that one thing, and nothing of it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC

from recoverplan.cli.asking import ask, choose, chosen, offer
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import kept, read_hours
from recoverplan.cli.options import asked
from recoverplan.cli.output import tell
from recoverplan.cli.session import Session
from recoverplan.data import picklists
from recoverplan.domain.bounds import bounded, few
from recoverplan.domain.contact import ROLES, Contact
from recoverplan.domain.naming import folded
from recoverplan.domain.phrase import Understood
from recoverplan.domain.risk import LEVELS, IfThen, RiskWindow
from recoverplan.domain.step import KINDS, Step
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import setup as words
from recoverplan.writers.plain.hours import said_plainly


def ask_risk(session: Session) -> tuple[RiskWindow, Understood] | None:
    """Ask about one stretch of hard hours; None when it is skipped."""
    from recoverplan.cli.risk_keep import NOUN, RISK, load

    risks = load(session)[0]
    label = ask(words.RISK_LABEL, check=lambda typed: RISK.free(name_of(typed, NOUN), risks))
    if label is None:
        return None
    understood = ask_hours_of(label, session)
    if understood is None:
        return None
    tell(words.taken_as(said_plainly(understood.words), understood.notes))
    tell(words.RISK_MORE)
    levels = {level: level for level in LEVELS}
    level = ask(words.RISK_LEVEL, default="medium", check=lambda typed: chosen(typed, levels))
    triggers = pick_or_own(words.RISK_TRIGGERS, picklists.TRIGGERS, commas=True)
    first = picklists.first_steps_for(folded(label), triggers)
    steps = pick_or_own(words.RISK_STEPS, (*first, *offered(session, "alone")))
    risk = RiskWindow(
        label=label,
        hours=kept(understood),
        level=level or "medium",
        triggers=triggers,
        steps=steps,
        if_thens=ask_if_then(triggers),
        created=session.now.astimezone(UTC),
    )
    return risk, understood


def offered(session: Session, kind: str) -> tuple[str, ...]:
    """Return the steps of one kind to offer this person."""
    ideas = picklists.steps_for(session.settings.about, session.region.code.partition("-")[0])
    return tuple(idea.text for idea in ideas if idea.kind == kind)


def ask_hours_of(label: str, session: Session) -> Understood | None:
    """Ask when hours of this label are; nights and weekends suggest theirs, payday its rules."""
    key = folded(label)
    phrase = picklists.LABEL_HOURS.get(key)
    if key == picklists.PAYDAY:
        phrase = ask_payday(session)
    return ask(words.RISK_WHEN, default=phrase, check=lambda typed: read_hours(typed, session))


def ask_when(session: Session) -> str | None:
    """Ask when it is hard and return a phrase that can be taken."""
    return ask(words.RISK_WHEN, check=lambda typed: checked_phrase(typed, session))


def checked_phrase(typed: str, session: Session) -> str:
    """Return a phrase as typed, once it is sure that it can be taken. Raises PhraseError."""
    read_hours(typed, session)
    return typed


def ask_payday(session: Session) -> str | None:
    """Ask which rule payday follows and return it as a phrase; None when it is skipped."""
    rule = choose(words.PAYDAY_RULE, picklists.PAYDAY_RULES)
    if rule is None:
        return None
    days = {"15th": "15th and last day", "last": "last working day"}.get(rule)
    if rule == "weekly":
        days = ask(words.PAYDAY_DAY, check=lambda day: checked_phrase(f"every {day}", session))
        days = days and f"every {days}".replace("every every", "every")
    elif rule == "other":
        days = ask_every_other(session)
    if days is None:
        return None
    begun = days

    def with_hours(typed: str) -> str:
        return checked_phrase(f"{begun} {typed}", session)

    return ask(words.PAYDAY_HOURS, check=with_hours) or begun


def ask_every_other(session: Session) -> str | None:
    """Ask for the next payday of those that come every other week; None when it is skipped."""
    from recoverplan.domain.saying import WEEKDAYS

    def rule(typed: str) -> str:
        from recoverplan.cli.hours import read_day

        day = read_day(typed, session)
        return f"every other {WEEKDAYS[day.weekday()].lower()} from {day.isoformat()}"

    return ask(words.PAYDAY_NEXT, check=rule)


def ask_if_then(triggers: tuple[str, ...]) -> tuple[IfThen, ...]:
    """Offer one if-then that answers the triggers, to take or to change, or own words."""
    listed = picklists.if_thens_for(triggers)
    offer(words.IF_THEN, [f"if {pair.condition}, then {pair.action}" for pair in listed])

    def read(typed: str) -> tuple[str, str | None]:
        if typed.isdecimal() and 1 <= int(typed) <= len(listed):
            picked = listed[int(typed) - 1]
            return picked.condition, picked.action
        return typed[3:] if typed.casefold().startswith("if ") else typed, None

    pair = ask(words.NUMBER_OR_IF, check=read)
    if pair is None:
        return ()
    condition, usual = pair
    action = ask(words.THEN, default=usual)
    return (IfThen(condition=condition, action=action),) if action else ()


def pick_or_own(question: str, listed: Sequence[str], *, commas: bool = False) -> tuple[str, ...]:
    """Offer a list; the answer is numbers of it, or own words.

    With `commas`, own words are several things with commas between; else they are one.
    """
    offer(question, listed)

    def read(typed: str) -> tuple[str, ...]:
        numbers = typed.replace(",", " ").split()
        if all(one.isdecimal() for one in numbers):
            parts = numbers
        else:
            parts = typed.split(",") if commas else [typed]
        named = (picked(part.strip(), listed) for part in parts if part.strip())
        return few(tuple(dict.fromkeys(text for texts in named for text in texts)))

    return ask(words.NUMBERS_OR_OWN if commas else words.NUMBER_OR_OWN, check=read) or ()


def pick_one_or_own(question: str, listed: Sequence[str]) -> str | None:
    """Offer a list; the answer is one number of it, or own words. None when it is skipped."""
    offer(question, listed)

    def read(typed: str) -> str:
        named = picked(typed, listed)
        if len(named) == 1:
            return named[0]
        raise UsageError("One of them, please.", "Type one number, or your own words.")

    return ask(words.ONE_OR_OWN, check=read)


def picked(text: str, listed: Sequence[str]) -> tuple[str, ...]:
    """Return what a number means in a list, or the text itself where it is words.

    Where no number is that long, each key is one: "13" is the first and the third. Raises
    UsageError for a number that means nothing.
    """
    if not (text.isascii() and text.isdecimal()):
        return (bounded(text),)
    whole = len(text) < 3 and int(text) <= len(listed)
    numbers = [int(text)] if whole else [int(key) for key in text]
    if all(0 < number <= len(listed) for number in numbers):
        return tuple(listed[number - 1] for number in numbers)
    message = f'"{text}" is not one of these.'
    raise UsageError(message, f"Type a number from 1 to {len(listed)}, or your own words.")


def ask_contact(session: Session) -> tuple[Contact, list[Understood]] | None:
    """Ask about one person who can be reached; None when it is skipped."""
    name = ask_name(session)
    if name is None:
        return None
    created = session.now.astimezone(UTC)
    contact = Contact(name=name, role=ask_role(), zone=session.zone.key, created=created)
    return ask_about(contact, session)


def ask_name(session: Session) -> str | None:
    """Ask whom to add; somebody who is on the list already is asked about again."""
    from recoverplan.cli.contact_keep import CONTACT, free_name

    known = CONTACT.load(session)
    return ask(
        words.CONTACT_NAME, check=lambda typed: free_name(name_of(typed, "a contact"), known)
    )


def ask_role() -> str:
    """Ask who somebody is; a peer, when that is skipped."""
    return choose(words.CONTACT_ROLE, {role: words.ROLES[role] for role in ROLES}) or "peer"


def ask_about(contact: Contact, session: Session) -> tuple[Contact, list[Understood]]:
    """Ask what else there is to know about a contact, and return it with what hours mean."""
    from recoverplan.cli.contact_options import Options, with_words
    from recoverplan.cli.numbers import ask_number

    call, aside = ask_number("call", words.CONTACT_CALL)
    text, more = ask_number("text", words.CONTACT_TEXT, default=call)
    contact = with_words(contact, filter(None, (aside, more)))
    email, other = None, contact.other
    if not call and not text:
        email = asked(Options, "email", words.CONTACT_EMAIL)
        other = other or ask(words.CONTACT_OTHER)
    understood = ask(words.CONTACT_WHEN, check=lambda typed: read_hours(typed, session))
    if understood:
        tell(words.taken_as(said_plainly(understood.words), understood.notes))
    safe = contact.role == "line" or ask_safe(words.CONTACT_SAFE)
    per_week = asked(Options, "per_week", words.CONTACT_PER_WEEK) if safe else None
    known = replace(
        contact,
        call=call,
        text=text,
        email=email,
        other=other,
        hours=(kept(understood),) if understood else (),
        per_week=per_week,
        say=ask(words.CONTACT_SAY) if safe else None,
        on_now=safe,
    )
    return known, [understood] if understood else []


def ask_safe(question: str) -> bool:
    """Ask whether somebody may be called when it is hard; without an answer they may."""
    return ask(question, check=is_safe) is not False


def is_safe(typed: str) -> bool:
    """Tell whether somebody may be called when it is hard: yes, no, not sure. Raises UsageError."""
    answer = words.CONTACT_SAFE_ANSWERS.get(folded(typed))
    if answer is None:
        message = f'"{typed}" is not one of these.'
        raise UsageError(message, words.CONTACT_SAFE_HINT)
    return answer


def ask_step(session: Session, text: str = "", kind: str = "", but: str = "") -> Step | None:
    """Offer the pick-list of steps, by kind and without `but`; None when it is skipped."""
    kind = kind or choose(words.STEP_KIND, KINDS) or ""
    if not kind:
        return None
    if not text:
        listed = [each for each in offered(session, kind) if each != but]
        text = next(iter(pick_or_own(words.STEP_TEXT, listed)), "")
    return Step(text=text, kind=kind, created=session.now.astimezone(UTC)) if text else None
