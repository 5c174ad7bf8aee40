"""`recoverplan plan --risk` and `plan --gaps`: one window with its reasons, or what is open."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from recoverplan.cli.output import emit
from recoverplan.cli.plan_reading import plan_of, viewer_of
from recoverplan.cli.session import Session

if TYPE_CHECKING:
    from recoverplan.domain.inventory import Support
    from recoverplan.domain.plan import Facts, Plan
    from recoverplan.services.suggesting import Suggested
    from recoverplan.writers.terminal.style import Screen


def show_risk(
    session: Session, known: Facts, label: str, *, days: int, first: date | None, as_json: bool
) -> None:
    """Print the occurrences of one risk window in full, each with why it is planned so."""
    from recoverplan.domain.naming import pick
    from recoverplan.domain.why import whys
    from recoverplan.writers.plain.plan_closely import one_risk_lines
    from recoverplan.writers.records.plan_closely import one_risk_record

    risk = pick(known.risks, label, noun="hard hours", name=lambda each: each.label)
    made = plan_of(session, known, days, first, only=risk)
    viewer = viewer_of(session, known, made)
    reasons = tuple(whys(made, known.lead_minutes))
    lead = known.lead_minutes

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.plan_closely import one_risk_screen

        return one_risk_screen(made, risk, reasons, viewer, lead, width)

    emit(
        plain=lambda: one_risk_lines(made, risk, reasons, viewer, lead),
        plainly=session.plain,
        screen=screen,
        document=(lambda: one_risk_record(made, reasons, viewer, lead)) if as_json else None,
    )


def listed_for(session: Session, known: Facts, made: Plan) -> Suggested:
    """Return what the lists have for the gaps still to come; nothing where there are no lists."""
    from recoverplan.services.keeping import reading
    from recoverplan.services.suggesting import Suggested

    gaps = {gap for each in made.occurrences for gap in each.gaps if gap.end > session.now}
    with reading(session.home) as store:
        if store is None or not gaps:
            return Suggested()
        from recoverplan.store.listings_find import any_live

        if not any_live(store):
            return Suggested()
        from recoverplan.services.suggesting import suggestions

        return suggestions(store, sorted(gaps), known.groups, session.settings, session.now)


def inventory_of(session: Session) -> tuple[Support, ...]:
    """Return the inventory of support: what is needed, and what is not to be suggested."""
    from recoverplan.services.keeping import reading

    with reading(session.home) as store:
        if store is None:
            return ()
        from recoverplan.store.tables import supports

        return supports.load_all(store)


def show_gaps(
    session: Session, known: Facts, *, days: int, first: date | None, as_json: bool
) -> None:
    """Print the open hours still to come (all of them with `first`), each with invitations."""
    from recoverplan.domain.invitations import open_hours
    from recoverplan.writers.plain.plan_closely import gaps_lines
    from recoverplan.writers.records.plan_closely import gaps_record

    made = plan_of(session, known, days, first)
    viewer = viewer_of(session, known, made)
    listed = listed_for(session, known, made)
    found = [
        each
        for each in open_hours(known, made.occurrences, listed.for_gaps, inventory_of(session))
        if first is not None or each.span.end > session.now
    ]

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.plan_closely import gaps_screen

        return gaps_screen(made, found, listed.rooms, viewer, width)

    emit(
        plain=lambda: gaps_lines(made, found, listed.rooms, viewer),
        plainly=session.plain,
        screen=screen,
        document=(
            (lambda: gaps_record(found, listed.rooms, session.zone, viewer)) if as_json else None
        ),
    )
