"""Hard hours found, read from options, kept, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recoverplan.cli.fields import several, whole
from recoverplan.cli.hours import echo, retyped
from recoverplan.cli.nouns import Noun
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record, changing
from recoverplan.domain.lived import today_of
from recoverplan.domain.naming import folded, pick
from recoverplan.domain.phrase import Understood
from recoverplan.domain.preparing import ahead_of, next_start, preparations, told_ahead
from recoverplan.domain.risk import IfThen, RiskWindow
from recoverplan.domain.text import clean
from recoverplan.errors import CouldNotError, NotFoundError, UsageError
from recoverplan.services.keeping import reading
from recoverplan.store.opened import Store
from recoverplan.store.tables import contacts as contact_store
from recoverplan.store.tables import risks
from recoverplan.value import replace
from recoverplan.words import lived as words
from recoverplan.words import plan as plan_words
from recoverplan.words.safety import SAY_ALOUD

NOUN = "hard hours"
RISK = Noun(table=risks, word="risk", name=lambda risk: risk.label)


def load(session: Session) -> tuple[tuple[RiskWindow, ...], dict[int, str]]:
    """Load all risk windows, and the contacts' names by id."""
    with reading(session.home) as store:
        return ((), {}) if store is None else (risks.load_all(store), contact_names(store))


def contact_names(store: Store) -> dict[int, str]:
    """Return the contacts' names by id."""
    return {contact.id: contact.name for contact in contact_store.load_all(store)}


def not_asked(risk: RiskWindow, store: Store, session: Session) -> list[str]:
    """Return the sentence that says why somebody chosen for these hours is not asked, if so."""
    from recoverplan.cli.plan_reading import plan_of
    from recoverplan.domain.pins import first_unasked
    from recoverplan.services.planning import facts
    from recoverplan.writers.why import unasked_words

    known = facts(store, session.settings, session.zone)
    plan = plan_of(session, known, 7, None, only=risk)
    unasked = first_unasked(known, plan)
    return [] if unasked is None else [unasked_words(unasked, plan)]


def asked_for(typed: str, store: Store) -> int | None:
    """Return the id of the contact to check in with always; "" for none in particular."""
    if not clean(typed):
        return None
    people = [one for one in contact_store.load_all(store) if one.role != "line"]
    return pick(people, typed, noun="contact", name=lambda contact: contact.name).id


def phrase_for(label: str, when: Sequence[str] | None, session: Session) -> str:
    """Return the phrase for hard hours: as given, or what their label suggests.

    Raises UsageError where there is none and nobody to ask.
    """
    from recoverplan.data import picklists

    if when is not None:
        return joined(when)
    key = folded(label)
    if key in picklists.LABEL_HOURS:
        return picklists.LABEL_HOURS[key]
    if can_ask():
        from recoverplan.cli.conversation import ask_payday, ask_when

        answer = ask_payday(session) if key == picklists.PAYDAY else ask_when(session)
        if answer is not None:
            return answer
    if key == picklists.PAYDAY:
        examples = " or ".join(f'--when "{one}"' for one in picklists.PAYDAY_EXAMPLES)
        raise UsageError(plan_words.SAY_PAYDAY, f"Like {examples}.")
    message = plan_words.SAY_WHEN_HARD.format(label=label)
    raise UsageError(message, 'Like --when "mon-thu 9pm-midnight".')


def joined(phrases: Sequence[str]) -> str:
    """Return as one phrase what was said in several; hard hours have one schedule."""
    return "; ".join(phrases)


def prepared_for(risk: RiskWindow) -> RiskWindow:
    """Ask what to prepare for hours that the pick-lists have something for."""
    from recoverplan.cli.conversation import pick_or_own
    from recoverplan.data.picklists import preparations_for

    offered = preparations_for(risk.label, risk.triggers)
    if not offered:
        return risk
    chosen = pick_or_own(words.WHAT_TO_PREPARE, offered)
    return replace(risk, prepare=tuple(map(told_ahead, chosen)))


def to_prepare(risk: RiskWindow) -> list[str]:
    """Return how something could be prepared for new hours, where the lists have something."""
    from recoverplan.data.picklists import preparations_for

    offered = preparations_for(risk.label, risk.triggers)
    if risk.prepare or not offered:
        return []
    return [words.COULD_PREPARE.format(id=risk.id, first=offered[0], more="; ".join(offered[1:]))]


def read_preparations(typed: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return what to do before hard hours, each with how long before. Raises UsageError."""
    found = []
    for text in several(typed):
        ahead, _, what = text.partition(":")
        said = ahead_of(ahead)
        if said is None or not clean(what):
            message = words.PREPARE_SHAPE.format(typed=text)
            raise UsageError(message, words.PREPARE_EXAMPLE)
        found.append((said, clean(what)))
    return tuple(found)


def if_thens(ifs: Sequence[str] | None, thens: Sequence[str] | None) -> tuple[IfThen, ...] | None:
    """Return the pairs in the order typed; None where there is none. Raises UsageError."""
    if ifs is None and thens is None:
        return None
    conditions, actions = several(ifs or ()), several(thens or ())
    if len(conditions) != len(actions):
        raise UsageError(plan_words.IF_NEEDS, plan_words.IF_LIKE)
    return tuple(
        IfThen(condition=condition, action=action)
        for condition, action in zip(conditions, actions, strict=True)
    )


def keep_new(
    risk: RiskWindow, understood: Understood, session: Session, *, json: bool = False
) -> RiskWindow:
    """Keep new hard hours, say so, and return them as kept."""
    risk = RISK.keep(risk, session)
    first = plan_words.ADDED_HOURS.format(label=risk.label)
    emit_risk(
        risk, {}, first, session, [understood], rehearse=risk.if_thens,
        notes=to_prepare(risk), json=json,
    )  # fmt: skip
    return risk


def shown(risk: RiskWindow, session: Session) -> RiskWindow:
    """Return hard hours to show: their phrase can be typed again."""
    return replace(risk, hours=retyped((risk.hours,), session)[0])


def emit_risk(
    risk: RiskWindow,
    names: dict[int, str],
    first: str,
    session: Session,
    understood: Sequence[Understood],
    *,
    rehearse: Sequence[IfThen] = (),
    notes: Sequence[str] = (),
    json: bool,
) -> None:
    """Print what was written, with the echo of its hours and its if-thens where they are new."""
    aloud = [SAY_ALOUD.format(condition=one.condition, action=one.action) for one in rehearse]
    lines = [first, *echo(understood, session, session.zone), *aloud, *notes]
    RISK.emit(risk, lines, session, json=json, record=recorder(names, session))


def recorder(names: dict[int, str], session: Session) -> Callable[[RiskWindow], Record]:
    """Return what makes records of hard hours; `names` are those of contacts."""

    def record(risk: RiskWindow) -> Record:
        from recoverplan.writers.records.noun import risk_record

        return risk_record(shown(risk, session), session.zone, names)

    return record


MOST = 99


def run(session: Session, label: str, number: str, *, json: bool) -> None:
    """Note that one of what is left to do is done, counted from the next one.

    Raises NotFoundError for a number that is none of these, CouldNotError where nothing is left.
    """
    wanted = whole("N", number, 1, MOST)
    known, names = load(session)
    risk = RISK.which(known, label)
    if not risk.prepare:
        hint = words.HOW_TO_PREPARE.format(id=risk.id)
        raise CouldNotError(words.NOTHING_TO_PREPARE.format(label=risk.label), hint)
    start = next_start(risk, session.zone, session.now)
    if start is None:
        raise CouldNotError(words.NO_NEXT_HOURS.format(label=risk.label))
    left = [each for each in preparations(risk, start, session.zone) if not each.done]
    if not left:
        raise CouldNotError(words.PREPARED_ALREADY.format(label=risk.label))
    # What has passed is done with; it can still be said where nothing else is left.
    left = [each for each in left if each.at >= today_of(session.now, session.zone)] or left
    if wanted > len(left):
        raise NotFoundError(words.NUMBER_OF.format(number=wanted, count=len(left)))
    text = left[wanted - 1].text
    this = start.isoformat()
    # What was done for hours that are over is of no use any more.
    before = tuple(each for each in risk.prepared if each[1] == this)
    changed = replace(risk, prepared=(*before, (text, this)))
    with changing(session) as store:
        risks.save(store, changed)
        store.did(f"prepared {text} for {risk.label}")
    said = words.PREPARED.format(text=text, label=risk.label)
    RISK.emit(changed, [said], session, json=json, record=recorder(names, session))
