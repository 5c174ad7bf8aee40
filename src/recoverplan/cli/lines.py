"""`recoverplan lines`: every help line of a country, with all that may be shown of it."""

from __future__ import annotations

from collections.abc import Iterator

from recoverplan.cli.care import lines_known
from recoverplan.cli.declaring import Annotated, App, Context, Option
from recoverplan.cli.fields import choice
from recoverplan.cli.output import emit_document, say, wants_plain
from recoverplan.cli.session import Session
from recoverplan.cli.written import say_lines
from recoverplan.data.regions import country_said, parts_of
from recoverplan.domain.help_lines import KINDS, TEXT, YOUTH, crisis_line, is_open, of_kind
from recoverplan.domain.region import OWN, Line, Region
from recoverplan.domain.text import clean, listed
from recoverplan.words import lines as words
from recoverplan.words.moment import MONTH
from recoverplan.writers.help_lines import (
    in_full,
    text_instead,
    with_emergency,
    with_police,
)

app = App()

CHOICES = (*KINDS, TEXT, OWN)


@app.command()
def lines(
    ctx: Context,
    *,
    kind: Annotated[
        str | None, Option(metavar="KIND", help=f"One kind: {', '.join(CHOICES)}.")
    ] = None,
    region: Annotated[
        str | None, Option(metavar="CODE", help="Another country: US, GB, DE; or GB-SCT.")
    ] = None,
    json: Annotated[bool, Option("--json", help="As JSON, with sources in full.")] = False,
) -> None:
    """Every help line we know: hours, cost, languages, and where its number is from."""
    wanted = None if kind is None else choice("--kind", kind, CHOICES)
    session, known = lines_known(ctx, region)
    found = known if wanted is None else tuple(of_kind(known, wanted))
    if json:
        emit_json(found, session)
        return
    said = list(blocks(found, session.region, wanted))
    if wanted is not None and session.region.code and not found and wanted != OWN:
        said[1:1] = instead(known, wanted, session.region, named=region is not None)
    for block in said:
        if not wants_plain(session.plain):
            say()
        say_lines(block, session)


def blocks(found: tuple[Line, ...], region: Region, kind: str | None) -> Iterator[list[str]]:
    """Yield sentences that belong together: the numbers of the services, then the lines by kind."""
    if not region.code:
        yield [words.NO_REGION]
    else:
        yield [f"{clean(region.name)}.", *services(region), *parts(region)]
    kinds = (kind,) if kind is not None else (*KINDS, OWN)
    for each in kinds:
        for number, line in enumerate(of_kind(found, each)):
            title = words.TEXT_TITLE if each == TEXT else words.TITLES[each]
            yield [*([f"{title}:"] if number == 0 else []), *in_full(line)]
    if kind == OWN and not found:
        yield [words.NONE_OF_YOURS]
    elif region.code and not found and kind is None:
        yield [words.NONE.format(region=country_said(clean(region.name)))]
    yield [*([MONTH.format(month=region.month)] if region.code else []), words.ADD]


def instead(
    known: tuple[Line, ...], kind: str, region: Region, *, named: bool
) -> Iterator[list[str]]:
    """Yield what is said where no line is of a kind; for young people with the nearest ones.

    `named`: the country was typed, and is not the person's own, as far as is known.
    """
    to_all = f"recoverplan lines --region {region.code}" if named else "recoverplan lines"
    yield [words.NONE_OF_KIND.format(region=country_said(clean(region.name)), all=to_all)]
    if kind == YOUTH:
        nearest = [line for line in known if "young" in (line.who or "")]
        nearest += filter(None, [crisis_line(known)])
        for number, line in enumerate(dict.fromkeys(nearest)):
            yield [*([words.NEAREST] if number == 0 else []), *in_full(line)]


def parts(region: Region) -> list[str]:
    """Say which parts of a country have lines of their own."""
    found = parts_of(region.code)
    if not found:
        return []
    named = listed([f"{clean(one.name)} ({one.code})" for one in found])
    return [words.PARTS.format(parts=named, code=found[0].code)]


def services(region: Region) -> Iterator[str]:
    """Say how to reach the emergency service and the police."""
    if region.emergency is None:
        yield words.NO_NUMBER
        return
    yield with_emergency(words.EMERGENCY, region)
    if region.police != region.emergency:
        yield with_police(words.POLICE, region)
    yield from text_instead(region)
    yield from map(clean, region.other_ways)


def emit_json(found: tuple[Line, ...], session: Session) -> None:
    """Print the lines as one document."""
    from recoverplan.writers.records.care import lines_record

    now, zone = session.now, session.zone
    opened = [is_open(line, now, zone) for line in found]
    emit_document(lines_record(session.region, zip(found, opened, strict=True)))
