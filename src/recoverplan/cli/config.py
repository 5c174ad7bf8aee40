"""`recoverplan config`: how the program reads and shows things; what setup does not ask about."""

from __future__ import annotations

from typing import Any

from recoverplan.cli.declaring import Annotated, App, Argument, Context, Option
from recoverplan.cli.session import Place, Session, begin, saved_settings
from recoverplan.cli.setup_keep import keep
from recoverplan.cli.written import emit_written
from recoverplan.domain.text import clean, listed
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import usage as words

app = App()

# The keys, each with what it may be; "" takes a value back.
VALUES = {
    "clock": ("12", "24"),
    "week": ("monday", "sunday", "saturday"),
    "units": ("km", "miles"),
    "theme": ("dark", "light", "mono"),
    "show": ("today", "plan", "now"),
}


@app.command()
def config(
    ctx: Context,
    key: Annotated[str, Argument(metavar="KEY", help="clock, week, units, theme or show.")] = "",
    value: Annotated[
        str | None,
        Argument(metavar="VALUE", help='Like 24, miles, light or plan; "" takes it back.'),
    ] = None,
    json: Annotated[bool, Option("--json", help="Print the settings as JSON.")] = False,
) -> None:
    """How things are shown: clock, units, colors, what comes first."""
    named = clean(key).casefold()
    if named and named not in VALUES:
        message = words.NO_KEY.format(key=clean(key))
        raise NotFoundError(message, words.KEYS.format(keys=", ".join(VALUES)))
    if value is None:
        session = begin(ctx)
    else:
        place: Place = ctx.obj
        changed: dict[str, Any] = {named: chosen(named, value)}
        session = keep(place, replace(saved_settings(place.home), **changed))
    said = [line(name, session) for name in VALUES if named in {"", name}]
    emit_written(lambda: record(session.settings), said, session, json=json)


def chosen(key: str, typed: str) -> str | None:
    """Return the value that was typed for a key, None to take it back. Raises UsageError."""
    value = clean(typed).casefold()
    if not value:
        return None
    plain = value
    if key == "clock":
        plain = value.removesuffix("h").removesuffix("-hour").removesuffix(" hours").strip()
    elif value in words.ALSO.get(key, {}):
        plain = words.ALSO[key][value]
    if plain not in VALUES[key]:
        values = listed(VALUES[key], "or")
        message = words.NO_VALUE.format(key=key, values=values, value=clean(typed))
        raise UsageError(message, words.TYPE.format(key=key, value=VALUES[key][-1]))
    return plain


def line(key: str, session: Session) -> str:
    """Say what a key is set to, and what that means."""
    value = getattr(session.settings, key)
    if key != "clock":
        shown = value or (session.region.units if key == "units" else VALUES[key][0])
        return f"{words.SET.format(key=key, value=shown)} {words.MEANINGS[shown]}"
    meaning = words.CLOCK_24 if session.clock24 else words.CLOCK_12
    if session.clock24 and session.asks_half:
        meaning = words.CLOCK_ASKED
    unset = words.NOT_SET if session.region.code else words.NOT_SET_NOWHERE
    return f"{words.SET.format(key=key, value=value) if value else unset} {meaning}"


def record(settings: Settings) -> dict[str, object]:
    """Return the settings as a JSON record."""
    values = {key: getattr(settings, key) for key in VALUES}
    return {"schema": "recoverplan/config/1", "config": values}
