"""The questions for one contact, one step, and when hours are: for setup and for `add`.

Every question may be skipped; what cannot be without an answer (when it is hard, a name) ends the
conversation about that one thing, and nothing of it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC

from recoverplan.cli.asking import ask, choose, chosen, numbers_up_to, offer, sure_or_not
from recoverplan.cli.contact_keep import CONTACT, free_name, keep_so_far
from recoverplan.cli.contact_options import Options, with_words
from recoverplan.cli.fields import name_of
from recoverplan.cli.hours import heard, kept, read_day
from recoverplan.cli.numbers import ask_number
from recoverplan.cli.options import asked
from recoverplan.cli.output import tell
from recoverplan.cli.session import Session
from recoverplan.data import picklists, synonyms
from recoverplan.domain.contact import ROLES, Contact
from recoverplan.domain.extent import bounded, few
from recoverplan.domain.naming import folded
from recoverplan.domain.phrase import Understood
from recoverplan.domain.risk import IfThen
from recoverplan.domain.saying import WEEKDAYS
from recoverplan.domain.step import KINDS, Step
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import questions as answer_words
from recoverplan.words import setup as words
from recoverplan.words.question import Question
from recoverplan.writers.when import said_plainly

IN_ONE_LINE = re.compile(r"(?:if|when) (.+?),? then (.+)", re.IGNORECASE)


def nothing() -> None:
    """Do nothing where nobody wants to know."""


def offered(session: Session, kind: str) -> tuple[str, ...]:
    """Return the steps of one kind to offer this person."""
    ideas = picklists.steps_for(session.settings.about, session.region.code.partition("-")[0])
    return tuple(idea.text for idea in ideas if idea.kind == kind)


def ask_hours_of(label: str, session: Session) -> Understood | None:
    """Ask when hours of this label are; nights and weekends suggest theirs, payday its rules."""
    key = folded(label)
    phrase = picklists.LABEL_HOURS.get(key)
    if key == picklists.PAYDAY and (paid := ask_payday(session)):
        return heard(paid, session)
    return ask(words.RISK_WHEN, default=phrase, check=lambda typed: heard(typed, session))


def ask_when(session: Session) -> str | None:
    """Ask when it is hard and return a phrase that can be taken."""
    return ask(words.RISK_WHEN, check=lambda typed: checked_phrase(typed, session))


def checked_phrase(typed: str, session: Session) -> str:
    """Return a phrase that can be taken, with what it lacked. Raises PhraseError."""
    return heard(typed, session).phrase


def ask_payday(session: Session) -> str | None:
    """Ask which rule payday follows and return it as a phrase; None when it is skipped.

    A phrase of its own ("every other friday") goes straight on.
    """
    offer(words.PAYDAY_RULE, picklists.PAYDAY_RULES.values())

    def read(typed: str) -> tuple[str, Understood | None]:
        with suppress(UsageError):
            return chosen(typed, picklists.PAYDAY_RULES), None
        return "", heard(typed, session)

    answer = ask(words.PAYDAY_RULE, line=answer_words.NUMBER, check=read)
    if answer is None:
        return None
    rule, understood = answer
    days = {"15th": "15th and last day", "last": "last working day"}.get(rule)
    if understood is not None:
        if any((part.start, part.end) != (0, 0) for part in understood.schedule.parts):
            return understood.phrase
        days = understood.phrase
    elif rule == "weekly":
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

    def rule(typed: str) -> str:
        day = read_day(typed, session)
        return f"every other {WEEKDAYS[day.weekday()].lower()} from {day.isoformat()}"

    return ask(words.PAYDAY_NEXT, check=rule)


def ask_if_then(triggers: tuple[str, ...]) -> tuple[IfThen, ...]:
    """Offer one if-then that answers the triggers, to take or to change, or own words."""
    listed = picklists.if_thens_for(triggers)
    offer(words.IF_THEN, [f"if {pair.condition}, then {pair.action}" for pair in listed])

    def read(typed: str) -> tuple[str, str | None]:
        if whole := IN_ONE_LINE.fullmatch(typed):
            return whole[1], whole[2]
        if typed.isdecimal():
            if not 1 <= int(typed) <= len(listed):
                raise not_listed(typed, listed)
            picked = listed[int(typed) - 1]
            return picked.condition, picked.action
        return typed[3:] if typed.casefold().startswith("if ") else typed, None

    pair = ask(words.IF_THEN, line=words.NUMBER_OR_IF, check=read)
    if pair is None:
        return ()
    condition, usual = pair
    own = usual is not None and all(usual != one.action for one in listed)
    action = usual if own else ask(words.THEN, default=usual)
    return (IfThen(condition=condition, action=action),) if action else ()


def pick_or_own(
    question: Question, listed: Sequence[str], *, commas: bool = False
) -> tuple[str, ...]:
    """Offer a list; the answer is numbers of it, or own words.

    With `commas`, own words are several things with commas between; else they are one.
    """
    offer(question, listed)

    def read(typed: str) -> tuple[str, ...]:
        numbers = typed.replace(",", " ").split()
        apart = typed.split(",")
        if all(one.isdecimal() for one in numbers):
            parts = numbers
        else:  # "5, ring Linda": a pick and own words
            mixed = any(part.strip().isdecimal() for part in apart)
            parts = apart if commas or mixed else [typed]
        named = (picked(part.strip(), listed) for part in parts if part.strip())
        return few(tuple(dict.fromkeys(text for texts in named for text in texts)))

    line = words.NUMBERS_OR_OWN if commas else words.NUMBER_OR_OWN
    return ask(question, line=line, check=read) or ()


def pick_one_or_own(question: Question, listed: Sequence[str]) -> str | None:
    """Offer a list; the answer is one number of it, or own words. None when it is skipped."""
    offer(question, listed)

    def read(typed: str) -> str:
        named = picked(typed, listed)
        if len(named) == 1:
            return named[0]
        raise UsageError(answer_words.ONE_PLEASE, answer_words.TYPE_ONE)

    return ask(question, line=words.ONE_OR_OWN, check=read)


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
    raise not_listed(text, listed)


def not_listed(typed: str, listed: Sequence[object]) -> UsageError:
    """Return the refusal of a number that a list does not have."""
    message = answer_words.NOT_OF_THESE.format(typed=typed)
    return UsageError(message, answer_words.NUMBER_OR_OWN.format(number=numbers_up_to(len(listed))))


def ask_contact(
    session: Session, *, brief: bool = False, begun: Callable[[], None] = nothing
) -> tuple[Contact, list[Understood]] | None:
    """Ask about one person who can be reached; None when it is skipped.

    They are kept from their name on, and again with each answer; `begun` is called when they are
    there. `brief`: who they are, one number, hours, and whether it is safe to call them.
    """
    contact = begin_contact(session, words.CONTACT_NAME, begun)
    return None if contact is None else ask_about(contact, session, brief=brief)


def begin_contact(
    session: Session, question: Question, begun: Callable[[], None] = nothing
) -> Contact | None:
    """Ask whom to add and who they are, and keep them with each answer; None when it is skipped."""
    name = ask_name(session, question)
    if name is None:
        return None
    created = session.now.astimezone(UTC)
    contact = keep_so_far(
        Contact(name=name, role="peer", zone=session.zone.key, created=created), session
    )
    begun()
    role = ask_role()
    return keep_so_far(replace(contact, role=role, on_card=role != "line"), session)


def ask_name(session: Session, question: Question = words.CONTACT_NAME) -> str | None:
    """Ask whom to add; somebody who is on the list already is asked about again."""
    known = CONTACT.load(session)
    return ask(question, check=lambda typed: free_name(name_of(typed, "a contact"), known))


def ask_role() -> str:
    """Ask who somebody is; a peer, when that is skipped."""
    roles = {role: words.ROLES[role] for role in ROLES}
    return choose(words.CONTACT_ROLE, roles, also=synonyms.ROLES) or "peer"


def ask_about(
    contact: Contact, session: Session, *, brief: bool = False
) -> tuple[Contact, list[Understood]]:
    """Ask what else there is to know about a contact; return it with what hours mean.

    Each answer is kept at once. `brief`: one number is all that is asked for.
    """
    contact = keep_so_far(ask_numbers(contact, session, brief=brief), session)
    if not (contact.call or contact.text or brief):
        contact = keep_so_far(
            replace(contact, email=asked(Options, "email", words.CONTACT_EMAIL)), session
        )
        other = contact.other or ask(words.CONTACT_OTHER)
        contact = keep_so_far(replace(contact, other=other), session)
    understood = ask(words.CONTACT_WHEN, check=lambda typed: heard(typed, session))
    if understood:
        tell(words.taken_as(said_plainly(understood.words), understood.notes))
        contact = keep_so_far(replace(contact, hours=(kept(understood),)), session)
    safe = contact.role == "line" or ask_safe(words.CONTACT_SAFE)
    contact = keep_so_far(replace(contact, on_now=safe), session)
    if safe and not brief:
        per_week = asked(Options, "per_week", words.CONTACT_PER_WEEK)
        contact = keep_so_far(replace(contact, per_week=per_week), session)
        contact = replace(contact, say=ask(words.CONTACT_SAY))
    return contact, [understood] if understood else []


def ask_numbers(contact: Contact, session: Session, *, brief: bool) -> Contact:
    """Ask for the number to call and the one to text; `brief`: one that is taken for both."""
    texts = brief and session.settings.prefer == "text"
    first = ("text", words.CONTACT_TEXT) if texts else ("call", words.CONTACT_CALL)
    call, aside = ask_number(*first)
    text, more = (call, None) if brief else ask_number("text", words.CONTACT_TEXT, default=call)
    contact = with_words(contact, filter(None, (aside, more)))
    return replace(contact, call=call, text=text)


def ask_safe(question: Question) -> bool:
    """Ask whether somebody may be called when it is hard; without an answer they may."""
    return ask(question, check=is_safe) is not False


def is_safe(typed: str) -> bool:
    """Tell whether somebody may be called when it is hard: yes, no, not sure. Raises UsageError."""
    return sure_or_not(typed) == "yes"


def ask_step(session: Session, text: str = "", kind: str = "", but: str = "") -> Step | None:
    """Offer the pick-list of steps, by kind and without `but`; None when it is skipped."""
    kind = kind or choose(words.STEP_KIND, KINDS) or ""
    if not kind:
        return None
    if not text:
        listed = [each for each in offered(session, kind) if each != but]
        text = next(iter(pick_or_own(words.STEP_TEXT, listed)), "")
    return Step(text=text, kind=kind, created=session.now.astimezone(UTC)) if text else None
