"""`recoverplan group prefer`: what is looked for in lists where nothing else is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recoverplan.cli.fields import several
from recoverplan.cli.group_find import distance
from recoverplan.cli.group_options import PreferOptions
from recoverplan.cli.session import Session
from recoverplan.cli.setup_keep import keep
from recoverplan.cli.written import emit_written
from recoverplan.data.type_codes import language_named
from recoverplan.domain.place import KM_PER_MILE
from recoverplan.domain.text import clean
from recoverplan.errors import UsageError
from recoverplan.services.finding import place_typed
from recoverplan.services.suggesting import any_preferred
from recoverplan.settings import Settings
from recoverplan.value import replace
from recoverplan.words import lists as words


def run(session: Session, place: Any, typed: PreferOptions, *, json: bool) -> None:
    """Keep what was typed, and say what is preferred now."""
    changed = fields_of(typed, session)
    if changed:
        session = keep(place, replace(session.settings, **changed))
    settings = session.settings

    def record() -> dict[str, object]:
        names = [name for name in Settings.names_ if name.startswith("find_")]
        said = {name.removeprefix("find_"): getattr(settings, name) for name in names}
        return {"schema": "recoverplan/preferred/1", **said}

    emit_written(record, said_lines(settings, miles=session.miles), session, json=json)


def fields_of(typed: PreferOptions, session: Session) -> dict[str, Any]:
    """Return the settings that change. Raises UsageError."""
    if typed.none:
        if typed.but(none=False).any:
            raise UsageError(words.NONE_STANDS_ALONE)
        names = (name for name in Settings.names_ if name.startswith("find_"))
        return {name: Settings.defaults_[name] for name in names}
    found: dict[str, Any] = {}
    if typed.near is not None:
        near = clean(typed.near)
        if near:
            place_typed(near)
        found["find_near"] = near or None
    if typed.within is not None:
        if not (found.get("find_near") or session.settings.find_near):
            raise UsageError(words.WITHIN_NEEDS_A_PLACE, words.SAY_THE_PLACE)
        found["find_within_km"] = distance(typed.within, session) if typed.within.strip() else None
    if typed.type is not None:
        found["find_types"] = several(typed.type)
    if typed.language is not None:
        found["find_languages"] = several(typed.language)
    formats = [
        name
        for name, given in (
            ("online", typed.online), ("in-person", typed.in_person), ("hybrid", typed.hybrid),
        )
        if given
    ]  # fmt: skip
    if formats:
        found["find_formats"] = tuple(dict.fromkeys((*formats, "hybrid")))
    if typed.open:
        found["find_open"] = True
    if typed.wheelchair:
        found["find_wheelchair"] = True
    return found


def said_lines(settings: Settings, *, miles: bool) -> Iterator[str]:
    """Say what is preferred, and how to take it back."""
    if not any_preferred(settings):
        yield words.NOTHING_PREFERRED
        return
    yield words.PREFERRED.format(what="; ".join(preferences(settings, miles=miles)))
    yield words.WHERE_PREFERRED


def preferences(settings: Settings, *, miles: bool) -> Iterator[str]:
    """Yield each preference in a few words."""
    if settings.find_near:
        far = settings.find_within_km
        within = ""
        if far is not None:
            amount, unit = (far / KM_PER_MILE, "mi") if miles else (far, "km")
            within = f", within {round(amount, 1):g} {unit}"
        yield f"near {clean(settings.find_near)}{within}"
    plain = [name for name in settings.find_formats if name != "hybrid"]
    if settings.find_formats:
        yield " or ".join(plain or ["hybrid"]).replace("-", " ")
    yield from map(clean, (*settings.find_types, *map(language_named, settings.find_languages)))
    if settings.find_open:
        yield words.OPEN_TO_ANYONE
    if settings.find_wheelchair:
        yield "wheelchair access"
