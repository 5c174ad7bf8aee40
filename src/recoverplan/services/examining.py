"""What `doctor` looks at, each told in a sentence; and what it puts right where that is safe.

Nothing here changes what a person entered.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from recoverplan.domain.text import counted
from recoverplan.errors import BehindError, DamagedError, RecoverplanError
from recoverplan.home import EMERGENCY_CARD, PUBLISHED, REMINDERS, planted
from recoverplan.services import locking as lock
from recoverplan.services.emergency import (
    FRESH,
    card_of,
    names_may_stand,
    region_or_none,
    zone_for,
)
from recoverplan.services.examining_store import (
    NOTE,
    OK,
    WRONG,
    Finding,
    may_be_written,
    not_ours,
    other_names,
    others_see,
    saving,
    whose,
)
from recoverplan.settings import Settings
from recoverplan.store import (
    checking,
    keys,
    opening,
    ours,
    profile,
    schema,
    settling,
    strays,
)
from recoverplan.store.ending import after_the_fact, ending
from recoverplan.store.files import present
from recoverplan.store.guarding import keeps_modes, quoted
from recoverplan.store.opened import Store
from recoverplan.store.trouble import plain_file_words
from recoverplan.words import examining as words
from recoverplan.words.files import BRING_BACK, LOOK_CLOSER
from recoverplan.words.safekeeping import SLOTS, SLOTS_NEW, SLOTS_UNEVEN, WITH_CODE

if TYPE_CHECKING:
    from recoverplan.now.card import Card

OLD_NUMBERS = timedelta(days=400)
LEFTOVERS, COPIES = "leftovers", "copies"


def examine(
    home: Path, now: datetime, *, fix: bool, agrees: Callable[[str, list[Path]], bool]
) -> Iterator[Finding]:
    """Look at everything, and yield what was found; with `fix` put right what is safe.

    Before anything is removed `agrees` is told what, LEFTOVERS or COPIES; False keeps it.
    """
    may_write = may_be_written(home, fix=fix)
    fix = fix and may_write
    try:
        with plain_file_words(home):
            yield from whose(home)
            yield from folder(home, fix=fix)
            yield from (Finding("odd", WRONG, f"{it} {words.ODD}") for it in ours.odd_ones(home))
            yield from other_names(home)
            yield from leftovers(home, fix=fix, agrees=agrees)
            yield from synced(home)
            yield from inside(home, now, fix=fix, may_write=may_write, agrees=agrees)
    except RecoverplanError as error:
        says = " ".join(filter(None, (after_the_fact(error), error.hint)))
        for way in (LOOK_CLOSER, BRING_BACK):
            says = says.replace(f" {way}", "")  # the ways that there are come next
        yield Finding("store", WRONG, says, code=error.exit_code)
        if isinstance(error, DamagedError):
            yield from way_back(home)
    yield from zones()
    yield helplines(now.date())


def inside(
    home: Path,
    now: datetime,
    *,
    fix: bool,
    may_write: bool,
    agrees: Callable[[str, list[Path]], bool],
) -> Iterator[Finding]:
    """Look at the keys, at the store, and at what follows it. Raises what opening it raises."""
    opening.exists(home)
    if may_write:
        yield from saving(home)
    yield from key_slots(home, fix=fix)
    for each in not_ours(home, now, fix=fix):
        may_write = may_write and (each.state == OK or each.fixed)
        yield each
    fix = fix and may_write
    with ExitStack() as to_close:
        opened = (
            opening.open_to_write(home, as_it_is=not fix)
            if may_write
            else opening.open_to_read(home, as_it_is=True)
        )
        source = to_close.enter_context(opened)
        yield from pages(source.connection)
        yield from contents(source, now)
        yield from emergency_card(source, now, fix=fix)
        if present(home / REMINDERS):
            yield from reminders(source, now, fix=fix)
        if present(home / PUBLISHED):
            yield from what_is_published(source, now, fix=fix)
        yield from copies(source, fix=fix, agrees=agrees)


def folder(home: Path, *, fix: bool) -> Iterator[Finding]:
    """Look at who may read the folder and the files in it."""
    if os.name == "nt" or (others_see(home) and not keeps_modes(home)):
        return
    alone_here = ours.everything(home)
    open_ones = [(path, mode) for path in (home, *alone_here) if (mode := too_open(path, home))]
    for path, mode in open_ones:
        if path == home and {*home.iterdir()} - {*alone_here}:
            yield Finding("folder", NOTE, words.FOLDER_SHARED.format(path=path))
            continue
        if fix and not path.is_symlink():
            with suppress(FileNotFoundError):
                path.chmod(mode)
        yield Finding("modes", WRONG, words.OPEN_TO_OTHERS.format(path=path), fixed=fix)
    if not open_ones:
        yield Finding("modes", OK, words.MODES.format(home=home))


def too_open(path: Path, home: Path) -> int | None:
    """Return the mode that the folder or a file in it should have, None where others may do no more
    than that, or where another program has taken it away by now.
    """
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    if path != home and (not stat.S_ISREG(found.st_mode) or planted(found, home)):
        return None
    mode = 0o700 if path == home else 0o600
    return mode if stat.S_IMODE(found.st_mode) & ~mode else None


def leftovers(
    home: Path, *, fix: bool, agrees: Callable[[str, list[Path]], bool]
) -> Iterator[Finding]:
    """Look for what a killed program left behind."""
    found = ours.left_behind(home)
    if not found:
        return
    fixed = fix and agrees(LEFTOVERS, found)
    if fixed:
        ours.sweep_leftovers(home)
        # What another program has swept meanwhile is put right, and what it sweeps now will be.
        fixed = not {*found} & {*ours.left_behind(home)}
    says = words.LEFTOVERS.format(names=names_of(found, home))
    yield Finding(LEFTOVERS, WRONG, says, fixed=fixed)


def synced(home: Path) -> Iterator[Finding]:
    """Look whether a program copies the folder to other machines."""
    program = strays.synced_by(home)
    if program:
        yield Finding("synced", NOTE, words.SYNCED.format(program=program))
    else:
        yield Finding("synced", OK, words.NOT_SYNCED)


def key_slots(home: Path, *, fix: bool) -> Iterator[Finding]:
    """Look at what opens the store, and whether it stands there whole, twice."""
    found = lock.status(home)
    if found.passphrase:
        code = WITH_CODE if found.code else words.WITHOUT_CODE
        yield Finding("keys", OK if found.code else NOTE, f"{words.LOCKED} {code}")
    else:
        keys.keys_without_passphrase(home)  # raises where its check is wrong
        yield Finding("keys", NOTE, words.DEVICE_KEY)
    for kind in found.damaged:
        yield Finding("slot", WRONG, f"{SLOTS[kind]} {SLOTS_NEW}")
    if not found.even:
        if fix:
            with ending.whether_confirmed():
                settling.settle(home, damaged_too=True)
        yield Finding("keys twice", WRONG, SLOTS_UNEVEN, fixed=fix)


def copies(
    store: Store, *, fix: bool, agrees: Callable[[str, list[Path]], bool]
) -> Iterator[Finding]:
    """Look for copies in the folder that somebody else made, and that open with a key of it."""
    assert store.way is not None  # noqa: S101 - it is in its place
    found = lock.strays_around(store.home, store.way)
    locked = keys.need_secret(store.way.slots)
    copied = [each.path for each in found if not each.backup]
    if copied:
        fixed = fix and agrees(COPIES, copied) and not lock.take_away(copied)
        says = words.COPIES.format(names=names_of(copied, store.home))
        yield Finding(COPIES, WRONG if locked else NOTE, says, fixed=fixed)
    # One that opens with the passphrase that is in use is as it should be.
    backups = [
        each.path for each in found if each.backup and not {*each.slots} & {*store.way.slots}
    ]
    if backups and locked:
        says = words.BACKUPS.format(names=names_of(backups, store.home))
        yield Finding("backups", NOTE, says)


def names_of(paths: list[Path], home: Path) -> str:
    """Return the names of files in the folder of the store."""
    return ", ".join(str(path.relative_to(home)) for path in paths)


def pages(connection: Any) -> Iterator[Finding]:
    """Check every page, and the tables."""
    damages = checking.damages(connection)
    count = connection.execute("PRAGMA page_count").fetchone()[0]
    if damages:
        says = words.PAGES_DAMAGED.format(number=len(damages), count=count)
        yield Finding("pages", WRONG, says, code=DamagedError.exit_code)
    else:
        yield Finding("pages", OK, words.PAGES.format(count=count))


def contents(store: Store, now: datetime) -> Iterator[Finding]:
    """Look at the schema, and at the clock beside the newest change."""
    from recoverplan.store import history
    from recoverplan.store.tables import TABLES

    for table in TABLES.values():
        table.load_all(store)  # raises where a value is none of ours
    records = counted(checking.count_records(store.connection), "record")
    yield Finding("schema", OK, words.SCHEMA.format(version=schema.VERSION, records=records))
    steps = history.steps(store)
    if steps and steps[0].at > now + timedelta(minutes=5):
        yield Finding("clock", NOTE, words.CLOCK_BEHIND.format(now=f"{now:%Y-%m-%d %H:%M}"))
    else:
        yield Finding("clock", OK, words.CLOCK.format(now=f"{now:%Y-%m-%d %H:%M}"))
    settings = profile.load(store)
    zone = zone_for(settings)
    if settings.timezone and zone.key != settings.timezone:
        yield Finding("zone", WRONG, words.ZONE_UNKNOWN.format(zone=settings.timezone))
    else:
        yield Finding("zone", OK, words.ZONE.format(zone=zone.key))
    yield from clocks_without_a_place(store, settings, now)


def clocks_without_a_place(store: Store, settings: Settings, now: datetime) -> Iterator[Finding]:
    """Ask which place is meant where a zone that is kept is none: EST, Etc/GMT+5."""
    from recoverplan.domain.zone_meant import is_place, which_place
    from recoverplan.store.tables import contacts, groups

    clock24 = region_or_none(settings).clock24
    mine = zone_for(settings).key
    kept = [(words.WHOSE_OWN, mine, words.TELL_OWN)]
    kept += [
        (words.WHOSE.format(name=one.name), one.zone, words.TELL.format(noun=noun, id=one.id))
        for noun, all_kept in (
            ("contact", contacts.load_all(store)),
            ("group", groups.load_all(store)),
        )
        for one in all_kept
    ]
    for who, zone, tell in kept:
        if not is_place(zone):
            which = which_place(zone, now, clock24=clock24)
            said = words.NO_PLACE.format(whose=who, zone=zone, which=which, tell=tell)
            yield Finding("zone", NOTE, said)


def emergency_card(store: Store, now: datetime, *, fix: bool) -> Iterator[Finding]:
    """Look, as `now` does, whether the emergency card says what the store says, and how far its
    hours reach.
    """
    from recoverplan.now.card import parse, read
    from recoverplan.writers.emergency import emergency_card as written

    made = card_of(store, now, names=names_may_stand(store))
    wanted = written(made)
    whole = parse(wanted)
    there = read(str(store.home))[0]
    says = said((store.home / EMERGENCY_CARD).read_bytes()) if there else []
    if fix:
        from recoverplan.services.keeping import bring_card_in_step

        # Those who follow are looked at by themselves.
        with ending.whether_confirmed(), suppress(BehindError):
            bring_card_in_step(store, now)
    zone = zone_for(profile.load(store))
    last, renewed = last_day(there, zone), last_day(whole, zone)
    if last is None or renewed is None or says != said(wanted):
        yield Finding("card", WRONG, words.CARD_BEHIND, fixed=fix)
    elif last - now.date() < FRESH and last < renewed:
        state = WRONG if last < now.date() else NOTE
        ends = words.CARD_RENEWED if fix else words.CARD_ENDS
        yield Finding("card", state, ends.format(day=last, renewed=renewed), fixed=fix)
    else:
        day = renewed if fix else last
        state = OK if day >= now.date() else NOTE  # so many people or steps that no day has room
        yield Finding("card", state, words.CARD.format(day=day))
    if whole is not None and (people := len(made.people)) > len(whole.people):
        room = words.CARD_FULL.format(shown=len(whole.people), people=people)
        yield Finding("card", NOTE, room)


def last_day(card: Card | None, zone: ZoneInfo) -> date | None:
    """Return the last day whose hours a card knows; None for no card."""
    end = datetime.fromtimestamp(card.known[1] - 1, zone) if card else None
    return end.date() if end else None


def reminders(store: Store, now: datetime, *, fix: bool) -> Iterator[Finding]:
    """Look whether reminders say what the store says, and whether anything calls them."""
    from recoverplan.services import reminding
    from recoverplan.services.reminding_standing import look, notes_on, wrong_with

    if reminding.behind(store, now):
        if fix:
            reminding.write(store, now, reminding.here(store.home))
        yield Finding("reminders", WRONG, words.REMINDERS_BEHIND, fixed=fix)
    standing = look(store.home, now)
    wrong = wrong_with(standing)
    if wrong and fix and standing.way:
        reminding.turn_on(store.home, now, standing.way)
    for says in wrong:
        yield Finding("reminders", WRONG, says, fixed=bool(fix and standing.way))
    for says in notes_on(standing):
        yield Finding("reminders", NOTE, says)
    if not wrong:
        yield Finding("reminders", OK, words.REMINDERS)


def what_is_published(store: Store, now: datetime, *, fix: bool) -> Iterator[Finding]:
    """Look whether what is published says what the store says. Fixing puts that in step."""
    from recoverplan.services import publishing

    try:
        behind = publishing.behind(store, now)
        wrong = publishing.bring_all(store, now) if behind and fix else []
    except RecoverplanError as error:
        behind, wrong = [], [error]
    for place in behind:
        says = words.PUBLISHED_BEHIND.format(path=place.path)
        yield Finding("published", WRONG, says, fixed=fix and not wrong)
    for each in wrong:
        says = " ".join(filter(None, (each.message, each.hint)))
        yield Finding("published", WRONG, says)
    if not behind and not wrong:
        yield Finding("published", OK, words.PUBLISHED)


def said(card: bytes) -> list[bytes]:
    """Return the rows of a card but for its times, which move on with the days."""
    times = tuple(f"{row}\t".encode() for row in lock.TIMES)
    return [row for row in card.split(b"\n") if not row.startswith(times)]


def way_back(home: Path) -> Iterator[Finding]:
    """Name what a damaged store can be brought back from."""
    places = [home]
    with suppress(OSError):  # where one works may be gone
        places.append(Path.cwd())
    nearby = [path for place in places for path in place.glob("*.zip")]
    backups = [path for path in nearby if (it := strays.looked_into(path)) and it.kind == "backup"]
    says = BRING_BACK
    if backups:
        newest = max(backups, key=lambda path: path.lstat().st_mtime)
        says = words.RESTORE.format(path=quoted(newest))
    yield Finding("backup", NOTE, says)
    with suppress(RecoverplanError, OSError):
        keys.load(home)  # without one nothing comes out
        yield Finding("salvage", NOTE, words.SALVAGE)


def zones() -> Iterator[Finding]:
    """Name the two versions of zone data there may be: the system's is the one that is used."""
    import zoneinfo

    import tzdata  # type: ignore[import-untyped]

    system = next((found for place in zoneinfo.TZPATH if (found := version_in(Path(place)))), None)
    if system is None or system == tzdata.IANA_VERSION:
        yield Finding(
            "zone data", OK, words.ZONE_DATA.format(version=system or tzdata.IANA_VERSION)
        )
    else:
        both = words.ZONE_DATA_TWO.format(system=system, shipped=tzdata.IANA_VERSION)
        yield Finding("zone data", NOTE, both)


def version_in(place: Path) -> str | None:
    """Return the version of the zone data in a folder of the system, None where it says none."""
    try:
        with (place / "tzdata.zi").open(encoding="utf-8") as file:
            return file.readline().removeprefix("# version ").strip() or None
    except (OSError, UnicodeDecodeError):
        return words.UNKNOWN_VERSION if (place / "Europe" / "Paris").exists() else None


def helplines(today: date) -> Finding:
    """Say when the shipped numbers were looked up."""
    from recoverplan.data.helplines import load

    checked = date.fromisoformat(load().checked)
    old = today - checked > OLD_NUMBERS
    text = words.NUMBERS_OLD if old else words.NUMBERS
    return Finding("numbers", NOTE if old else OK, text.format(day=checked.isoformat()))
