"""`recoverplan setup`: who somebody is, said with options, or in a conversation (setup_talk.py)."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from recoverplan.cli.fields import choice, optional
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Place, Session, saved_settings
from recoverplan.cli.setup_keep import (
    keep,
    number_stands,
    read_lead,
    read_region,
    read_zone,
    summary,
    zone_said,
)
from recoverplan.cli.written import emit_written
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import setup as words

app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command()
def setup(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    *,
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="A name or nickname.")] = None,
    timezone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="Your town, or its time zone: Dallas.")
    ] = None,
    region: Annotated[
        str | None, typer.Option(metavar="CODE", help="Your country: US, GB, DE; or GB-SCT.")
    ] = None,
    prefer: Annotated[
        str | None, typer.Option(metavar="WAY", help="How you like to reach people: call or text.")
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(metavar="WHAT", help="alcohol, drugs, gambling or other; may be repeated."),
    ] = None,
    lead: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="How long before hard hours a check-in may be: 30m."),
    ] = None,
    plain: Annotated[
        bool | None,
        typer.Option("--plain/--no-plain", help="One fact a line, always.", show_default=False),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the settings as JSON.")] = False,
) -> None:
    """Start here: a few questions, each may be skipped; with options it asks nothing."""
    place: Place = ctx.obj
    if place.plain and plain is None:
        plain = True  # the door has brought --plain to the front of the line
    before = saved_settings(place.home)
    given = read_options(before, name, timezone, region, prefer, about, lead, plain)
    if given:
        asked = tuple(dict.fromkeys((*before.asked, *given)))
        told = before.withdrawal_said or not json  # a record has no room for it
        settings = replace(before, **given, asked=asked, withdrawal_said=told)
        session = keep(place, settings)
        said = summary(settings, given)
        lines = [words.saved([f"{label} {value}" for label, value in said.items()])]
        lines += zone_said(session) if "timezone" in given else ()
        if "timezone" in given and "region" not in given:
            lines += [number_stands(session)]
        if not before.withdrawal_said:
            lines += [words.WITHDRAWAL]
        lines += [what_next(session)]
        emit_settings(session, lines, json=json)
    elif can_ask():
        from recoverplan.cli.setup_talk import talk

        talk(place, before)
    else:
        raise UsageError(
            "Setup asks questions on a terminal; without one, say it with options.",
            "Like recoverplan setup --name Alex --timezone America/New_York --region US",
        )


def read_options(  # noqa: PLR0917 - one for each option
    before: Settings,
    name: str | None,
    timezone: str | None,
    region: str | None,
    prefer: str | None,
    about: list[str] | None,
    lead: str | None,
    plain: bool | None,
) -> dict[str, Any]:
    """Return the settings that were given; "" takes one away. Raises UsageError.

    `before` are those until now.
    """
    given: dict[str, Any] = {}
    if name is not None:
        given["name"] = optional(name)
    if timezone is not None:
        given["timezone"] = read_zone(timezone, before)
    if region is not None:
        given["region"] = read_region(region)
    if prefer is not None:
        given["prefer"] = choice("--prefer", prefer, words.PREFERS) if clean(prefer) else None
    if about is not None:
        chosen = [choice("--about", one, words.ABOUTS) for one in about if clean(one)]
        given["about"] = tuple(dict.fromkeys(chosen))
    if lead is not None:
        given["lead_minutes"] = read_lead(lead)
    if plain is not None:
        given["plain"] = plain
    return given


def what_next(session: Session) -> str:
    """Return what to type next: for the first thing that is still missing, else for the plan."""
    from recoverplan.services.keeping import reading
    from recoverplan.store import contacts, groups, risks

    with reading(session.home) as store:
        if store is None or not risks.load_all(store):
            return words.NEXT_RISK
        if not any(one.role != "line" for one in contacts.load_all(store)):
            return words.NEXT_CONTACT
        return words.NEXT_PLAN if groups.load_all(store) else words.NEXT_GROUP


def emit_settings(session: Session, lines: list[str], *, json: bool) -> None:
    """Print what was kept: sentences, or the record alone."""
    from recoverplan.writers.records.settings import settings_record

    emit_written(lambda: settings_record(session.settings), lines, session, json=json)
