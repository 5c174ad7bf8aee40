"""`recoverplan setup`: who somebody is, said with options, or in a conversation (setup_talk.py)."""

from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.options import (
    AS_IT_IS,
    TEXT,
    Reads,
    TypedOptions,
    alone,
    fields_of,
    one_of_or_none,
)
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Place, Session, saved_settings
from recoverplan.cli.setup_keep import (
    keep,
    number_stands,
    prefer_offer,
    read_about,
    read_lead,
    read_region,
    read_zone,
    summary,
    told_at_the_end,
    zone_said,
)
from recoverplan.cli.written import emit_written
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import setup as words

app = App()


class Options(TypedOptions):
    """The options as typed; None: not given, "": to be taken away."""

    name: Annotated[str | None, Option(metavar="TEXT", help="A name or nickname."), TEXT] = None
    timezone: Annotated[
        str | None,
        Option(metavar="ZONE", help="Your town, or its time zone: Dallas."),
    ] = None
    region: Annotated[
        str | None,
        Option(metavar="CODE", help="Your country: US, GB, DE; or GB-SCT."),
        alone(read_region),
    ] = None
    prefer: Annotated[
        str | None,
        Option(metavar="WAY", help="How you like to reach people: call or text."),
        one_of_or_none(words.PREFERS),
    ] = None
    about: Annotated[
        list[str] | None,
        Option(metavar="WHAT", help="alcohol, drugs, gambling or other; may be repeated."),
        Reads(read_about),
    ] = None
    lead: Annotated[
        str | None,
        Option(metavar="TIME", help="How long before hard hours a check-in may be: 30m."),
        alone(read_lead),
    ] = None
    plain: Annotated[
        bool | None,
        Option("--plain/--no-plain", help="One fact a line, always.", show_default=False),
        AS_IT_IS,
    ] = None


@app.command()
def setup(
    ctx: Context,
    *,
    options: Options,
    from_workbook: Annotated[
        bool, Option("--from-workbook", help="Type in a workbook that was filled by hand.")
    ] = False,
    json: Annotated[bool, Option("--json", help="Print the settings as JSON.")] = False,
) -> None:
    """Start here: a few questions, each may be skipped; with options it asks nothing."""
    place: Place = ctx.obj
    if from_workbook:
        from recoverplan.cli.setup_workbook import type_in

        type_in(place, beside=json or options.any)
        return
    if place.plain and options.plain is None:
        # The door has brought --plain to the front of the line.
        options = options.but(plain=True)
    before = saved_settings(place.home)
    given = fields_of(options)
    if options.timezone is not None:
        given["timezone"] = read_zone(options.timezone, before)
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
            lines += told_at_the_end(session)
        lines += [what_next(session)]
        emit_settings(session, lines, json=json)
    elif json:
        raise UsageError(words.JSON_ASKS_NOTHING, words.LIKE_SETUP_JSON)
    elif can_ask():
        from recoverplan.cli.setup_talk import talk

        talk(place, before)
    else:
        raise UsageError(words.ASKS, words.LIKE_SETUP)


def what_next(session: Session) -> str:
    """Return what to type next: for the first thing that is still missing, else for the plan."""
    from recoverplan.services.keeping import reading
    from recoverplan.store.tables import contacts, groups, risks

    with reading(session.home) as store:
        if store is None or not risks.load_all(store):
            return words.NEXT_RISK
        if not any(one.role != "line" for one in contacts.load_all(store)):
            return words.NEXT_CONTACT
        said = words.NEXT_PLAN if groups.load_all(store) else words.NEXT_GROUP
    return " ".join([said, *prefer_offer(session)])


def emit_settings(session: Session, lines: list[str], *, json: bool) -> None:
    """Print what was kept: sentences, or the record alone."""
    from recoverplan.writers.records.noun import settings_record

    emit_written(lambda: settings_record(session.settings), lines, session, json=json)
