"""`recoverplan` alone: today in a few lines, and what to do next. It never writes."""

from __future__ import annotations

from recoverplan.cli.session import opened_at
from recoverplan.errors import DamagedError, LockedError, NewerStoreError
from recoverplan.words import plan as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.cli.session import Place, Session
    from recoverplan.domain.plan import Facts, Plan
    from recoverplan.writers.front import Front
    from recoverplan.writers.terminal.style import Screen
    from recoverplan.writers.viewer import Viewer


def show(place: Place) -> None:
    """Print today; a store that cannot be read is said plainly, with the way on."""
    try:
        today(place)
    except (LockedError, DamagedError, NewerStoreError) as error:
        way_on = " ".join(words.HARD_NOW)
        raise type(error)(error.message, "\n".join(filter(None, (error.hint, way_on)))) from None


def today(place: Place) -> None:
    """Read everything, plan today alone, and print it."""
    from recoverplan.cli.output import emit
    from recoverplan.cli.plan_reading import WEEK, plan_of, show_plan, viewer_of, welcome
    from recoverplan.services.planning import facts
    from recoverplan.writers.plain.plan import today_lines

    with opened_at(place) as (session, store):
        known = facts(store, session.settings, session.zone, session.now)
    if session.settings.show == "now":
        from recoverplan import now

        plain = ["--plain"] if place.plain else []
        now.main(["--store", str(place.home), *plain], [])
        return
    if not (known.risks or known.contacts or known.groups):
        welcome(session)
        return
    if session.settings.show == "plan":
        show_plan(session, known, days=WEEK, first=None, as_json=False)
        return
    made = plan_of(session, known, 1, None)
    viewer = viewer_of(session, known, made)
    front = front_at(session, known, made, viewer)

    def screen(width: int) -> Screen:
        from recoverplan.writers.terminal.plan import today_screen

        return today_screen(made, viewer, front, width)

    emit(plain=lambda: today_lines(made, viewer, front), plainly=session.plain, screen=screen)


def front_at(session: Session, known: Facts, made: Plan, viewer: Viewer) -> Front:
    """Return what today says, with what is ahead where that says more."""
    from datetime import timedelta

    from recoverplan.domain.outlook import open_hours, to_log
    from recoverplan.domain.plan import lived_in
    from recoverplan.domain.span import Span
    from recoverplan.writers.front import front_of

    now = made.now.astimezone(made.start.tzinfo)
    week = Span(made.start, made.end + timedelta(days=6))
    ahead = lived_in(known, now, week, running_only=True)
    open_ahead = False
    if not made.occurrences and known.risks:
        from recoverplan.cli.plan_reading import plan_of

        open_ahead = open_hours(plan_of(session, known, 7, None)) is not None
    asked = ahead is not None and ahead.asked is not None
    group = None if asked else to_log(known, session.now)
    return front_of(made, viewer, group, ahead, open_ahead=open_ahead)
