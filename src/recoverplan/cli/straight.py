"""Everyday commands without their rarer options, straight from the door: Typer stays out.

Typer takes longer to start than these take in all. What a line gives must be the same on both
ways, to the byte; `__main__` knows which lines may come here (`STRAIGHT`).
"""

from __future__ import annotations

from recoverplan.cli.ending import ended
from recoverplan.cli.session import opened_at, prepare


def run(name: str, options: set[str], *, plain: bool) -> int:
    """Run `recoverplan` alone (no name), `plan` or `card`, and return the exit code."""
    return ended(lambda: obeyed(name, options, plain=plain))


def obeyed(name: str, options: set[str], *, plain: bool) -> None:
    """Print the answer. Raises what the command raises."""
    place = prepare(None, plain=plain)
    as_json = "--json" in options
    if name == "plan":
        from recoverplan.cli.plan_show import WEEK, show_plan
        from recoverplan.services.planning import facts

        with opened_at(place) as (session, store):
            known = facts(store, session.settings, session.zone, session.now)
        days = 1 if "--today" in options else WEEK
        show_plan(session, known, days=days, first=None, as_json=as_json)
    elif name == "card":
        from recoverplan.cli import card_show

        with opened_at(place) as (session, store):
            made = card_show.card_of(session, store, None)
        card_show.show(made, session, None, as_json=as_json)
    else:
        from recoverplan.cli import today

        today.show(place)
