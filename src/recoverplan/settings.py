"""The person's settings, frozen; what `setup` asks for."""

from __future__ import annotations

from recoverplan.value import Value


class Settings(Value):
    """What a person said about themselves; every field may be unsaid.

    `timezone` is an IANA name, None for the computer's own. `region` is an ISO 3166-1 code or a
    part that the helplines name (GB-SCT). `about` holds any of alcohol, drugs, gambling, other.
    `lead_minutes`: how long before hard hours a check-in may be. `clock`: "12" or "24", None for
    that of the region. `week`: the day that weeks are shown from, monday, sunday or saturday, None
    for Monday; planning's weeks are Monday to Sunday. `units`: of distances, km or miles, None for
    those of the region. `theme`: dark, light or mono, None for dark. `show`: what `recoverplan`
    alone shows, today, plan or now, None for today.

    Of reminders: `remind_for` names kinds, () all there are; `remind_before` (minutes) goes for
    those that are told ahead; `remind_quiet` is a start and an end in minutes after midnight, ()
    none; `remind_most` is a day's number; `remind_words` neutral or full. Whether they are on, and
    what calls them, belongs to one computer and is no setting (services/reminding.py).
    """

    name: str | None = None
    timezone: str | None = None
    region: str | None = None
    prefer: str | None = None  # call or text
    about: tuple[str, ...] = ()
    lead_minutes: int = 30
    plain: bool = False
    clock: str | None = None
    week: str | None = None
    units: str | None = None
    theme: str | None = None
    show: str | None = None
    withdrawal_said: bool = False  # the words about withdrawal are said once
    asked: tuple[str, ...] = ()  # questions of setup already answered or skipped, to resume after
    remind_before: int = 30
    remind_for: tuple[str, ...] = ()
    remind_quiet: tuple[int, ...] = (23 * 60, 7 * 60)
    remind_most: int = 6
    remind_words: str = "neutral"
    remind_sound: bool = False
    # What the person prefers of meetings in lists; a distance in km.
    find_near: str | None = None
    find_within_km: float | None = None
    find_types: tuple[str, ...] = ()
    find_languages: tuple[str, ...] = ()
    find_formats: tuple[str, ...] = ()
    find_open: bool = False
    find_wheelchair: bool = False
