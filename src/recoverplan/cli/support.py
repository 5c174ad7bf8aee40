"""`recoverplan support`: the inventory of support, what there is and what is needed next."""

from typing import TYPE_CHECKING, Any

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.fields import name_of
from recoverplan.cli.nouns import linked
from recoverplan.cli.options import Json, TypedOptions, Yes, fields_of, one_of, something_given
from recoverplan.cli.output import can_ask, emit
from recoverplan.cli.session import begin
from recoverplan.cli.support_keep import (
    SUPPORT,
    WHO,
    Known,
    ask_supports,
    emit_support,
    keep_new,
    new_support,
    not_twice,
    read,
    recorder,
    standing_of,
)
from recoverplan.cli.written import changing
from recoverplan.domain.inventory import KINDS, make_inventory
from recoverplan.store.tables import supports
from recoverplan.value import replace
from recoverplan.words import support as words
from recoverplan.writers.support import first_step, inventory_lines, support_facts, support_row

if TYPE_CHECKING:
    from recoverplan.writers.terminal.style import Screen

app = App(invoke_without_command=True)

Name = Annotated[str, Argument(metavar="WHAT", help="How it begins, or its number.")]


class Options(TypedOptions):
    """The options as typed; None and False: not given, "": to be taken away."""

    kind: Annotated[
        str | None, Option(metavar="KIND", help="peer, clinical or practical."), one_of(KINDS)
    ] = None
    have: Annotated[bool, Option("--have", help="I have it.")] = False
    need: Annotated[bool, Option("--need", help="I need it next.")] = False
    no: Annotated[bool, Option("--no", help="Not for me; it is never suggested again.")] = False
    contact: Annotated[
        str | None,
        Option("--contact", metavar="NAME", help="Who gives it, or could be asked."),
    ] = None
    group: Annotated[
        str | None, Option("--group", metavar="NAME", help="The group that gives it.")
    ] = None

    @property
    def standing(self) -> str | None:
        """Return how it stands, None where that was not said. Raises UsageError."""
        return standing_of(have=self.have, need=self.need, no=self.no)


@app.callback()
def support(
    ctx: Context,
    json: Annotated[bool, Option("--json", help="Everything as one JSON object.")] = False,
) -> None:
    """What you have, and what you need next."""
    if ctx.invoked_subcommand is None:
        show_inventory(ctx, as_json=json)


def show_inventory(ctx: Context, *, as_json: bool) -> None:
    """Print the inventory: people and groups on the lists, what was entered, one suggestion."""
    session = begin(ctx)
    known = read(session)
    made = make_inventory(known.supports, known.contacts, known.groups, session.now)

    def screen(width: int) -> "Screen":
        from recoverplan.writers.terminal.support import inventory_screen

        return inventory_screen(made, width)

    def document() -> dict[str, Any]:
        from recoverplan.writers.records.looking_back import inventory_record

        return inventory_record(made)

    emit(
        plain=lambda: inventory_lines(made),
        plainly=session.plain,
        screen=screen,
        document=document if as_json else None,
    )


@app.command()
def add(
    ctx: Context,
    what: Annotated[
        str, Argument(metavar="WHAT", help="Rides, meals, or your words; - reads stdin.")
    ] = "",
    *,
    options: Options,
    json: Json = False,
) -> None:
    """Note something you have or need. Without a text it offers a list on a terminal."""
    session = begin(ctx)
    chosen = fields_of(options).get("kind")
    standing = options.standing
    known = read(session)
    given = linked(known, options.contact, options.group, WHO)
    text = name_of(what, "support") if what else ""
    if (not text or (standing is None and not given)) and can_ask():
        found = ask_supports(session, known, text, chosen, standing, given)
    else:
        found = [new_support(session, text, chosen, standing, given)]
    if found:
        keep_new(found, session, json=json)


@app.command("list")
def list_supports(ctx: Context, json: Json = False) -> None:
    """List what you noted; people and groups stand in their own lists."""
    session = begin(ctx)
    known = read(session)
    contacts, groups = known.names()
    SUPPORT.emit_list(
        words.TITLE,
        known.supports,
        lambda one: support_row(one, contacts, groups),
        words.EMPTY_LIST,
        session,
        json=json,
        record=recorder(known, session),
    )


@app.command()
def show(ctx: Context, what: Name, json: Json = False) -> None:
    """Show one: its kind, how it stands, and how it could begin."""
    from recoverplan.writers.rows import Fact

    session = begin(ctx)
    known = read(session)
    contacts, groups = known.names()
    found = SUPPORT.which(known.supports, what)
    facts = list(support_facts(found, contacts, groups))
    if found.standing == "need":
        facts.append(Fact(words.FIRST_STEP_LABEL, first_step(found.kind, found.what)))
    record = recorder(known, session)
    SUPPORT.emit_one(found.what, found, facts, session, json=json, record=record)


@app.command()
def edit(
    ctx: Context,
    what: Name,
    *,
    name: Annotated[
        str | None, Option("--what", "--name", metavar="TEXT", help="In other words.")
    ] = None,
    options: Options,
    json: Json = False,
) -> None:
    """Change what you noted. "" takes a contact or a group away."""
    session = begin(ctx)
    standing = options.standing
    something_given(options, what=name)
    given = fields_of(options)
    if name is not None:
        given["what"] = name_of(name, "support")
    if standing is not None:
        given["standing"] = standing
    with changing(session) as store:
        known = Known.of(store)
        old = SUPPORT.which(known.supports, what)
        if options.contact is not None or options.group is not None:
            given |= {"contact": None, "group": None}
            given |= linked(known, options.contact, options.group, WHO)
        changed = replace(old, **given)
        not_twice(changed, known.supports)
        supports.save(store, changed)
        store.did(f"changed support {changed.what}")
    emit_support([changed], f"Changed: {changed.what}.", session, known, json=json)


@app.command()
def remove(ctx: Context, what: Name, yes: Yes = False, json: Json = False) -> None:
    """Remove what you noted; people and groups stay on their lists."""
    session = begin(ctx)
    known = read(session)
    found = SUPPORT.which(known.supports, what)
    if SUPPORT.remove(found, f'Remove "{found.what}"?', session, yes=yes):
        emit_support([found], f"Removed: {found.what}.", session, known, json=json, follow=False)
