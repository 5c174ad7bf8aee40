"""`recoverplan support`: the inventory of support, what there is and what is needed next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from recoverplan.cli.fields import choice, name_of
from recoverplan.cli.output import can_ask, emit
from recoverplan.cli.session import begin
from recoverplan.cli.support_keep import (
    Known,
    emit_support,
    giver,
    keep_new,
    new_support,
    not_twice,
    read,
    standing_of,
    which,
)
from recoverplan.cli.written import agreed, changing, emit_facts, emit_list, something_given
from recoverplan.domain.support import KINDS
from recoverplan.store import supports as support_store
from recoverplan.value import replace
from recoverplan.words import support as words
from recoverplan.writers.plain.support import inventory_lines, support_facts, support_row

if TYPE_CHECKING:
    from rich.console import RenderableType

app = typer.Typer(add_completion=False, rich_markup_mode=None)

EDIT_OPTIONS = "--what, --kind, --have, --need, --no, --contact, --group"

Name = Annotated[str, typer.Argument(metavar="WHAT", help="How it begins, or its number.")]
Kind = Annotated[str | None, typer.Option(metavar="KIND", help="peer, clinical or practical.")]
Have = Annotated[bool, typer.Option("--have", help="I have it.")]
Need = Annotated[bool, typer.Option("--need", help="I need it next.")]
No = Annotated[bool, typer.Option("--no", help="Not for me; it is never suggested again.")]
ContactName = Annotated[
    str | None, typer.Option("--contact", metavar="NAME", help="Who gives it, or could be asked.")
]
GroupName = Annotated[
    str | None, typer.Option("--group", metavar="NAME", help="The group that gives it.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Remove without asking.")]
Json = Annotated[bool, typer.Option("--json", help="Print the record as JSON.")]


@app.callback(invoke_without_command=True)
def support(
    ctx: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="Everything as one JSON object.")] = False,
) -> None:
    """What you have, and what you need next."""
    if ctx.invoked_subcommand is None:
        show_inventory(ctx, as_json=json)


def show_inventory(ctx: typer.Context, *, as_json: bool) -> None:
    """Print the inventory: people and groups on the lists, what was entered, one suggestion."""
    from recoverplan.domain.inventory import make_inventory

    session = begin(ctx)
    known = read(session)
    made = make_inventory(known.supports, known.contacts, known.groups, session.now)

    def screen(width: int) -> RenderableType:
        from recoverplan.writers.terminal.support import inventory_screen

        return inventory_screen(made, width)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.support import inventory_record

        return inventory_record(made)

    emit(
        plain=lambda: inventory_lines(made),
        plainly=session.plain,
        screen=screen,
        document=document if as_json else None,
    )


@app.command()
def add(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    what: Annotated[
        str, typer.Argument(metavar="WHAT", help="Rides, meals, or your words; - reads stdin.")
    ] = "",
    *,
    kind: Kind = None,
    have: Have = False,
    need: Need = False,
    no: No = False,
    contact: ContactName = None,
    group: GroupName = None,
    json: Json = False,
) -> None:
    """Note something you have or need. Without a text it offers a list on a terminal."""
    session = begin(ctx)
    chosen = None if kind is None else choice("--kind", kind, KINDS)
    standing = standing_of(have=have, need=need, no=no)
    known = read(session)
    given = giver(known, contact, group)
    text = name_of(what, "support") if what else ""
    if (not text or (standing is None and not given)) and can_ask():
        from recoverplan.cli.support_talk import ask_supports

        found = ask_supports(session, known, text, chosen, standing, given)
    else:
        found = [new_support(session, text, chosen, standing, given)]
    if found:
        keep_new(found, session, json=json)


@app.command("list")
def list_supports(ctx: typer.Context, json: Json = False) -> None:
    """List what you noted; people and groups stand in their own lists."""
    session = begin(ctx)
    known = read(session)
    contacts, groups = known.names()

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.support import support_record

        records = [support_record(one, session.zone, contacts, groups) for one in known.supports]
        return {"schema": "recoverplan/supports/1", "supports": records}

    rows = [support_row(one, contacts, groups) for one in known.supports]
    emit_list(words.TITLE, rows, words.EMPTY_LIST, session, document if json else None)


@app.command()
def show(ctx: typer.Context, what: Name, json: Json = False) -> None:
    """Show one: its kind, how it stands, and how it could begin."""
    from recoverplan.writers.listing import Fact
    from recoverplan.writers.support import first_step

    session = begin(ctx)
    known = read(session)
    contacts, groups = known.names()
    found = which(known.supports, what)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.support import support_record

        record = support_record(found, session.zone, contacts, groups)
        return {"schema": "recoverplan/support/1", "support": record}

    facts = list(support_facts(found, contacts, groups))
    if found.standing == "need":
        facts.append(Fact("A first step", first_step(found.kind, found.what)))
    emit_facts(found.what, facts, session, document if json else None)


@app.command()
def edit(  # noqa: PLR0913 - one for each option
    ctx: typer.Context,
    what: Name,
    *,
    name: Annotated[
        str | None, typer.Option("--what", "--name", metavar="TEXT", help="In other words.")
    ] = None,
    kind: Kind = None,
    have: Have = False,
    need: Need = False,
    no: No = False,
    contact: ContactName = None,
    group: GroupName = None,
    json: Json = False,
) -> None:
    """Change what you noted. "" takes a contact or a group away."""
    session = begin(ctx)
    standing = standing_of(have=have, need=need, no=no)
    something_given([name, kind, standing, contact, group], EDIT_OPTIONS)
    given: dict[str, Any] = {}
    if name is not None:
        given["what"] = name_of(name, "support")
    if kind is not None:
        given["kind"] = choice("--kind", kind, KINDS)
    if standing is not None:
        given["standing"] = standing
    with changing(session) as store:
        known = Known.of(store)
        old = which(known.supports, what)
        if contact is not None or group is not None:
            given |= {"contact": None, "group": None} | giver(known, contact, group)
        changed = replace(old, **given)
        not_twice(changed, known.supports)
        support_store.save(store, changed)
        store.did(f"changed support {changed.what}")
    emit_support([changed], f"Changed: {changed.what}.", session, known, json=json)


@app.command()
def remove(ctx: typer.Context, what: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove what you noted; people and groups stay on their lists."""
    session = begin(ctx)
    known = read(session)
    found = which(known.supports, what)
    if not agreed(f'Remove "{found.what}"?', session, yes=yes):
        return
    with changing(session) as store:
        support_store.remove(store, found.id)
        store.did(f"removed support {found.what}")
    emit_support([found], f"Removed: {found.what}.", session, known, json=json, follow=False)
