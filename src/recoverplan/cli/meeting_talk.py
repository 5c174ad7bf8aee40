"""The conversation of `meeting log` on a terminal: every question can be skipped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from recoverplan.cli.asking import ask, choose, confirm, explain, sure_or_not, yes_or_no
from recoverplan.cli.contact_keep import keep_so_far
from recoverplan.cli.conversation import ask_safe
from recoverplan.cli.fields import whole
from recoverplan.cli.moments import when_fields
from recoverplan.cli.output import tell
from recoverplan.cli.session import Session
from recoverplan.cli.written import changing, say_lines
from recoverplan.data import synonyms
from recoverplan.domain.contact import Contact
from recoverplan.domain.extent import LINE, NOTE, bounded
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.trial import usual_moment
from recoverplan.services.attending import Attended, Said
from recoverplan.store.tables import contacts
from recoverplan.value import replace
from recoverplan.words import asking, questions
from recoverplan.words import trial as words

NOTHING = {*questions.NO, "none", "nothing", "nobody", "no one", "all good", "fine"}


def ask_which(known: Attended, now: datetime) -> str | None:
    """Ask which group it is about; None when that is skipped.

    One that felt unsafe is never offered; who means it can name it.
    """
    offered = [group for group in known.groups if not group.unsafe]
    if not offered:
        return None
    names = {f"#{group.id}": group.name for group in offered}
    return choose(words.WHICH_GROUP, names, default=last_met(offered, known, now))


def last_met(groups: Sequence[Group], known: Attended, now: datetime) -> str:
    """Return the number ("#3") of the group that met last, by its hours within a day, else by the
    log.
    """
    met = {group.id: usual_moment(group, now) for group in groups}
    lately = {number: at for number, at in met.items() if at < now}
    logged = {one.group: one.at for one in known.meetings if one.group in met}
    found = lately or logged or met
    return f"#{max(found, key=lambda number: found[number])}"


def ask_when(usual: str, session: Session) -> dict[str, Any]:
    """Ask when it was; {} where Enter takes the usual moment, which `usual` says in words."""
    explain(words.YOURS, words.SKIP)
    return ask(words.WHEN + f" [{usual}]", check=lambda typed: when_fields(typed, session)) or {}


def talk(so_far: Callable[[Said], object]) -> Said:
    """Ask about the meeting: three questions, then the rest where more is wanted.

    What is skipped is not said; `so_far` is called with each answer, to keep it.
    """
    fields: dict[str, Any] = {}
    fit: dict[str, str | None] = {}

    def keep(name: str, answer: object) -> None:
        if answer is not None and answer != "":
            fields[name] = answer
            so_far(Said(dict(fields), dict(fit)))

    went_in = ask(words.WENT_IN + " (y/n)", check=yes_or_no)
    at_the_door = went_in is False
    keep("door", None if went_in is None else at_the_door)
    if not at_the_door:
        keep("said", choose(words.SAID_QUESTION, words.SAID_WORDS, also=synonyms.SAID))
    keep("unsafe", ask(words.UNSAFE_QUESTION, check=a_note))
    if not confirm(words.MORE):
        return Said(fields, fit)
    contact = None if at_the_door else ask_inside(keep, fit)
    keep("mood_before", ask(words.MOOD_BEFORE, check=ten))
    keep("mood_after", ask(words.MOOD_AFTER, check=ten))
    if not at_the_door:
        keep("idea", ask(words.IDEA, check=anything))
    keep("note", ask(questions.NOTE, check=a_note))
    return Said(fields, fit, contact)


def ask_inside(keep: Callable[[str, object], None], fit: dict[str, str | None]) -> str | None:
    """Ask what only somebody who went in can say; return whom they met."""
    keep("early", ask(words.EARLY + " (y/n)", check=yes_or_no))
    keep("stayed", ask(words.STAYED + " (y/n)", check=yes_or_no))
    contact = ask(words.CONTACT, check=anything)
    fit |= ask_fit()
    return contact


def anything(typed: str, most: int = LINE) -> str:
    """Return the answer to a question for words; "" where the words only say no."""
    return "" if typed.casefold().rstrip(".!") in NOTHING else bounded(typed, most)


def a_note(typed: str) -> str:
    """Return the answer to a question for a note, as `anything` does."""
    return anything(typed, NOTE)


def ten(typed: str) -> int:
    """Read a number from 0 to 10. Raises UsageError."""
    return whole("Mood", typed, 0, 10)


def ask_fit() -> dict[str, str | None]:
    """Ask the five questions of fit and return the answers given, by quality."""
    tell(words.FIT_OPENING)
    answers: dict[str, str | None] = {}
    for quality, question in words.FIT_QUESTIONS.items():
        answer = ask(question + " (yes/no/unsure)", check=sure_or_not)
        if answer is not None:
            answers[quality] = answer
    return answers


def ask_ways(name: str) -> Iterator[dict[str, str | None]]:
    """Ask how somebody can be reached, and yield what is known after each answer."""
    given = ask(words.REACH.format(name=name))
    if not given or not anything(given):
        return
    if "@" in given:
        yield {"email": given}
    elif sum(letter.isdecimal() for letter in given) < 2:
        yield {"other": given}
    else:
        yield {"call": given}
        way = choose(words.REACH_WAY, {"call": "calls", "text": "texts", "both": "both"})
        if way in {"text", "both"}:
            yield {"call": given if way == "both" else None, "text": given}


def ask_about(gained: Contact, session: Session) -> Contact:
    """Ask how somebody new can be reached and whether it is safe; keep them with each answer."""
    gained = keep_so_far(gained, session)
    for ways in ask_ways(gained.name):
        gained = keep_so_far(replace(gained, **ways), session)
    if gained.way() is None:
        return gained
    safe = ask_safe(asking.SAFE_TO_CALL.format(name=gained.name))
    return keep_so_far(replace(gained, on_now=safe), session)


def settle_people(people: Sequence[Contact], names: str, session: Session) -> bool:
    """Ask once whether to take people off plan, card and now; tell if that was answered."""
    answer = ask(words.TAKE_OFF.format(names=names) + " (y/n)", check=yes_or_no)
    if answer is None:
        return False
    with changing(session) as store:
        for contact in people:  # as they were before, else
            contacts.save(store, replace(contact, on_now=False) if answer else contact)
        store.did((words.DID_TAKE_OFF if answer else words.DID_PUT_BACK).format(names=names))
    say_lines([(words.TAKEN_OFF if answer else words.STAYS_ON).format(names=names)], session)
    return True


def offer_decision(meeting: Meeting, known: Attended, session: Session) -> None:
    """Ask once, after the last promised try, whether to decide now."""
    from recoverplan.writers.plain.meeting import promise_kept

    if not promise_kept(known.trial(meeting.group, session.now), meeting):
        return
    decision = choose(words.DECIDE_QUESTION, words.DECIDE_WORDS)
    if decision is None or decision == "later":
        return
    from recoverplan.cli.group_keep import keep_decision

    keep_decision(known.group(meeting.group), decision, ask(words.WHY), session)
