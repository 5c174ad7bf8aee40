"""`recoverplan risk done`: something is prepared for the next of some hard hours."""

from __future__ import annotations

from recoverplan.cli.fields import whole
from recoverplan.cli.risk_keep import RISK, load, recorder
from recoverplan.cli.session import Session
from recoverplan.cli.written import changing
from recoverplan.domain.lived import today_of
from recoverplan.domain.preparing import next_start, preparations
from recoverplan.errors import CouldNotError, NotFoundError
from recoverplan.store.tables import risks
from recoverplan.value import replace
from recoverplan.words import lived as words

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
