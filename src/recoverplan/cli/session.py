"""What every command needs before it starts: where the store is, whose zone, what time it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from recoverplan.cli.output import tell, wants_plain
from recoverplan.errors import UsageError
from recoverplan.home import data_home, spelled_out
from recoverplan.settings import Settings
from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.cli.declaring import Context
    from recoverplan.domain.region import Region
    from recoverplan.domain.trip import Trip
    from recoverplan.store.opened import Store
    from recoverplan.store.unlocking import Asker

TRIES = 3  # of a passphrase, on a terminal


class Session(NamedTuple):
    """One run of one command. `now` is aware, in `zone`; `region` decides the clock style.

    `usual`: the settings of home, where there are trips; on one of them `settings` are those there.
    """

    home: Path
    settings: Settings
    zone: ZoneInfo
    now: datetime
    plain: bool
    region: Region
    usual: Settings | None = None

    @property
    def clock24(self) -> bool:
        """Tell whether the person's clock has 24 hours."""
        return self.region.clock24

    @property
    def asks_half(self) -> bool:
        """Tell whether "7:30" may be morning or evening to this person."""
        return self.region.asks_half

    @property
    def first_day(self) -> int:
        """Return the weekday that weeks are shown from, Monday is 0."""
        return {"sunday": 6, "saturday": 5}.get(self.settings.week or "", 0)

    @property
    def miles(self) -> bool:
        """Tell whether distances are said in miles: as set, else as in the region."""
        return (self.settings.units or self.region.units) == "miles"


class Place(NamedTuple):
    """What the root's options said, kept in `ctx.obj`: the store's folder, and `--plain`."""

    home: Path
    plain: bool


def prepare(store: str | None, *, plain: bool, passphrase_fd: int | None = None) -> Place:
    """Take the options that hold for every command. Raises UsageError for --store without DIR."""
    from recoverplan.store.unlocking import person

    person.comes(asker(passphrase_fd))
    if store is None:
        return Place(Path(data_home()), plain)
    if not store.strip():  # the usual folder would be a guess, and its people would show
        from recoverplan.words import usage as words

        raise UsageError(words.NO_STORE_NAMED, "Like --store ~/notes")
    return Place(Path(spelled_out(store)).absolute(), plain)


def asker(descriptor: int | None) -> Asker:
    """Return how this run gets a passphrase: the next line of a descriptor, or the terminal."""
    from recoverplan.store.unlocking import Asker

    def ask(question: str) -> str | None:
        from recoverplan.cli.passphrase import line_of, typed

        return typed(question) if descriptor is None else line_of(descriptor)

    return Asker(ask, tell, TRIES if descriptor is None else 1)


def begin(ctx: Context) -> Session:
    """Read the settings (if there is a store) and the clock.

    Raises UsageError for a zone or a clock that cannot be read, and what opening a store raises.
    """
    with opened(ctx) as (session, _):
        return session


def opened(ctx: Context) -> AbstractContextManager[tuple[Session, Store | None]]:
    """Begin with the store open, as `opened_at` does, where the root's options said."""
    return opened_at(ctx.obj)


@contextmanager
def opened_at(place: Place) -> Iterator[tuple[Session, Store | None]]:
    """Begin with the store open to read everything else from it too; None where there is none.

    Raises what `begin` raises.
    """
    from recoverplan.services.emergency import trips_in
    from recoverplan.services.keeping import reading

    with reading(place.home) as store:
        yield session_at(place, settings_in(store), trips_in(store)), store


def saved_settings(home: Path) -> Settings:
    """Return the settings in the store at `home`."""
    from recoverplan.services.keeping import reading

    with reading(home) as store:
        return settings_in(store)


def settings_in(store: Store | None) -> Settings:
    """Return the settings in a store; a person without a store has none yet."""
    from recoverplan.store import profile

    return Settings() if store is None else profile.load(store)


def session_at(place: Place, settings: Settings, trips: tuple[Trip, ...] = ()) -> Session:
    """Return the session of a person with these settings and trips, at this moment."""
    from recoverplan import clock
    from recoverplan.services.emergency import region_of, settings_there, zone_over_time

    if not wants_plain(asked=False):  # else nothing is drawn
        from recoverplan.writers.terminal import style

        style.use(settings.theme)
    zone = zone_in_force(settings)
    now = clock.now(zone)
    usual = settings if trips else None
    if trips:
        zone = zone_over_time(zone, trips)
        now = clock.now(zone)
        settings = settings_there(settings, zone, now)
    return Session(
        home=place.home,
        settings=settings,
        zone=zone,
        now=now,
        plain=place.plain or settings.plain,
        region=region_of(settings),
        usual=usual,
    )


def zone_in_force(settings: Settings) -> ZoneInfo:
    """Return the profile's zone, else the computer's, else UTC. Raises UsageError if unknown."""
    from recoverplan.clock import system_zone_name
    from recoverplan.domain.zone import known_zone

    name = settings.timezone or system_zone_name()
    zone = known_zone(name or "UTC")
    if zone is None:
        where = "your settings" if settings.timezone else "TZ"
        from recoverplan.words import usage as words

        raise UsageError(words.ZONE_UNKNOWN.format(where=where, name=name), words.SET_A_ZONE)
    return zone
