"""From a listing to a group on trial, or to another day of a group that is there already."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC
from typing import Any

from recoverplan.cli.asking import confirm
from recoverplan.cli.group_keep import (
    GROUP,
    covers_nothing,
    goal_of,
    say_written,
    wanted_anyway,
)
from recoverplan.cli.group_options import TryOptions
from recoverplan.cli.hours import echo, settle_hours
from recoverplan.cli.hours import kept as kept_hours
from recoverplan.cli.output import can_ask
from recoverplan.cli.session import Session
from recoverplan.cli.written import changing
from recoverplan.domain.group import CHAT, Group
from recoverplan.domain.listing import FIRST_ID, Kept, Listing
from recoverplan.domain.naming import folded
from recoverplan.domain.phrase import PhraseError, Understood, schedule_words, understand
from recoverplan.domain.schedule import Hours
from recoverplan.domain.text import clean
from recoverplan.domain.trial import promise
from recoverplan.domain.week_scan import DAY
from recoverplan.domain.zone import zone_named
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.services.attending import Attended, load
from recoverplan.services.keeping import reading
from recoverplan.store.tables import groups
from recoverplan.value import replace
from recoverplan.words import lists as list_words
from recoverplan.words import lived as lived_words
from recoverplan.words import trial as words
from recoverplan.writers.ways import besides, ways
from recoverplan.writers.wording import capital

WAYS = ("where", "link", "phone")
TRYING = "trying"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def run(session: Session, group: str, typed: TryOptions, *, json: bool) -> None:
    """Put a group, or a meeting that was found, on trial, and say what to know before going."""
    goal = None if typed.tries is None else goal_of(typed.tries)
    known = load(session.home)
    listing = listing_wanted(known, group, session, new=typed.tries is None)
    old, understood = wanted(group, typed, listing, known, session)
    if old.format == CHAT:
        raise CouldNotError(lived_words.NO_TRIES_THERE.format(name=old.name))
    if not may_be_tried(old, listing, known, session, yes=typed.yes):
        return
    new = replace(old, status="trying", why=None, unsafe=False, tries_goal=goal or old.tries_goal)
    with changing(session) as store:
        if new.id:
            groups.save(store, new)
        else:
            new = groups.add(store, new)
        store.did(words.DID_TRY.format(name=new.name))
    count = known.trial(new.id, session.now).tries if old.id else 0
    so_far = f" {count} so far." if count else ""
    first = words.ON_TRIAL.format(name=new.name, tries=promise(new.tries_goal, " to "), more=so_far)
    hours = echo(understood, session, zone_named(new.zone))
    going = [f"{label}: {said}" for label, said in ways(new)]
    if listing is not None:
        going += [f"{label}: {said}" for label, said in besides(listing.listing)]
    doubt = covers_nothing(new, session)
    if listing is not None and listing.gone:
        doubt.append(list_words.NO_MORE if listing.retired else list_words.CLOSED_NOW)
    if listing is not None and new.caution is not None:
        doubt += perhaps(listing, new, session)
    lines = [first, *hours, *going, *doubt, *words.BEFORE_FIRST_MEETING]
    say_written(new, lines, session, json=json)


def wanted(
    group: str, typed: TryOptions, listing: Kept | None, known: Attended, session: Session
) -> tuple[Group, list[Understood]]:
    """Return the group to try, new or as it is kept, and its hours where a listing was typed.

    A listing that is a group already has the hours of that group: they may have been changed.
    """
    if listing is not None:
        before = None if typed.same_as else group_of(listing, known)
        if before is None:
            meant, sure = settled(listing, typed.when, session)
            understood = [meant] if meant else []
            if typed.same_as is not None:
                return joined(listing, meant, typed.same_as, known, sure=sure), understood
            return new_group(listing, meant, known, session, sure=sure), understood
        if typed.when is None:
            return before, [hours_again(each, session) for each in before.hours]
    if typed.when is not None:
        raise UsageError(list_words.WHEN_NEEDS_A_LIST, list_words.EDIT_WHEN)
    if typed.same_as is not None:
        raise UsageError(words.SAME_AS_NEEDS, words.DAYS_KNOWN)
    return GROUP.which(known.groups, group), []


def listing_wanted(
    known: Attended, wanted: str, session: Session, *, new: bool = False
) -> Kept | None:
    """Return the listing with the number that was typed; None where that means a group.

    Groups come first, by their numbers and their names; listings have high numbers of their own. A
    low one that no group has is a place in what was found last; with `new` also one of a group that
    is on trial already, since that can't be meant.
    """
    number = wanted.strip().removeprefix("#")
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    key = folded(wanted)
    if any(
        folded(each.name) == key or (each.id == int(number) and not (new and each.status == TRYING))
        for each in known.groups
    ):
        return None
    with reading(session.home) as store:
        if store is None:
            return None
        from recoverplan.services.finding import listing_at
        from recoverplan.store import listings

        meant = int(number)
        if meant < FIRST_ID:
            meant = listing_at(store, meant, session.now) or meant
        return listings.load(store, [meant]).get(meant)


def may_be_tried(
    group: Group, kept: Kept | None, known: Attended, session: Session, *, yes: bool
) -> bool:
    """Ask before a group that felt unsafe is tried again, also as another meeting of a list.

    Raises UsageError without a terminal.
    """
    name = group.name if group.unsafe else ""
    if kept is not None and not name:
        from recoverplan.services.finding import never

        with reading(session.home) as store:
            if store is not None and kept.id in never(store, known.groups, known=True):
                name = kept.listing.name
    return not name or wanted_anyway(name, words.TRY_UNSAFE, words.TRY_YES, session, yes=yes)


def group_of(kept: Kept, known: Attended) -> Group | None:
    """Return the group that this listing was made into before, with every way that it gives now."""
    for group in known.groups:
        if kept.key in group.listed:
            return replace(group, **ways_missing(group, kept.listing))
    return None


def ways_of(listing: Listing) -> dict[str, Any]:
    """Return every way to attend that a listing gives, with its notes, by the group's fields."""
    given = {field: getattr(listing, field) for way in WAYS for field in (way, f"{way}_notes")}
    # A town is no place to go to: until the person says where, the group has none.
    nowhere = listing.inexact or listing.format == "online"
    return {**given, "where": None} if nowhere else given


def ways_missing(group: Group, listing: Listing) -> dict[str, Any]:
    """Return those that a listing gives and the group lacks; the notes come with their way."""
    given = ways_of(listing)
    return {
        field: given[field]
        for way in WAYS
        if getattr(group, way) in {None, given[way]}
        for field in (way, f"{way}_notes")
        if getattr(group, field) is None
    }


def hours_again(hours: Hours, session: Session) -> Understood:
    """Return hours that a group has, to say them as they are kept."""
    said = schedule_words(hours.schedule, clock24=session.clock24)
    return Understood(hours.schedule, hours.phrase, said, ())


def hours_of(kept: Kept, session: Session) -> Understood | None:
    """Return the weekly hours of a listing; None by appointment."""
    listing = kept.listing
    if listing.start is None or not listing.days:
        return None
    days = " and ".join(name for bit, name in enumerate(DAYS) if listing.days >> bit & 1)
    return understand(f"{days} {times_of(listing)}", session.now, clock24=session.clock24)


def times_of(listing: Listing) -> str:
    """Return the times of a listing as a phrase has them: "21:00-22:00"."""
    start = listing.start or 0
    at = f"{start // 60:02}:{start % 60:02}"
    if listing.minutes == DAY:
        return f"{at} for 24 hours"
    end = start + listing.minutes
    end = end if end == DAY else end % DAY
    return f"{at}-{end // 60:02}:{end % 60:02}"


def offered(kept: Kept, session: Session) -> Understood | None:
    """Return the hours that the words of a list seem to mean, where it is not every week."""
    from recoverplan.domain.rhythm import phrase_of

    listing = kept.listing
    said = phrase_of(listing.caution, listing.days) if listing.start is not None else None
    if said is None:
        return None
    with suppress(PhraseError):
        return understand(f"{said} {times_of(listing)}", session.now, clock24=session.clock24)
    return None


def perhaps(kept: Kept, group: Group, session: Session) -> list[str]:
    """Return what to type where the words of a list seem to mean certain hours."""
    seems = offered(kept, session)
    if seems is None:
        return []
    hours = capital(schedule_words(seems.schedule, clock24=session.clock24))
    command = list_words.EDIT_TO.format(id=group.id, phrase=seems.phrase)
    return [list_words.PERHAPS_HOURS.format(hours=hours, command=command)]


def settled(kept: Kept, typed: str | None, session: Session) -> tuple[Understood | None, bool]:
    """Return the hours of a listing, and whether they are sure: said by the person, or confirmed.

    On a terminal the hours that its list seems to mean are offered. Raises PhraseError.
    """
    if typed is not None:
        zone = zone_named(kept.listing.zone) if kept.listing.zone else session.zone
        return settle_hours(typed, session, zone, open_end=True), True
    seems = offered(kept, session) if can_ask() else None
    if seems is not None:
        hours = schedule_words(seems.schedule, clock24=session.clock24)
        caution = clean(kept.listing.caution or "")
        said = list_words.DO_THEY_MEET_THEN.format(caution=caution, hours=capital(hours))
        if confirm(said, default=True):
            return seems, True
    return hours_of(kept, session), False


def new_group(
    kept: Kept,
    understood: Understood | None,
    known: Attended,
    session: Session,
    *,
    sure: bool = False,
) -> Group:
    """Return the group that a listing becomes, under a name that no other has."""
    from recoverplan.data.type_codes import codes_of, names

    listing, source = kept.listing, kept.source
    codes = codes_of(source.programme, source.kind, source.codes)
    return Group(
        name=free_name(kept, known),
        programme=source.programme,
        format=listing.format,
        hours=(kept_hours(understood),) if understood else (),
        zone=listing.zone or source.zone or session.zone.key,
        **ways_of(listing),
        types=names(listing.types, codes),
        created=session.now.astimezone(UTC),
        listed=(kept.key,),
        caution=None if sure else listing.caution,
    )


def free_name(kept: Kept, known: Attended) -> str:
    """Return the listing's name, with its day or its number where a group has that name."""
    taken = {folded(group.name) for group in known.groups}
    name = kept.listing.name
    day = next((day for bit, day in enumerate(DAYS) if kept.listing.days >> bit & 1), "")
    for each in (name, f"{name} ({day.capitalize()})" if day else name):
        if folded(each) not in taken:
            return each
    return f"{name} ({kept.id})"


def joined(
    kept: Kept,
    understood: Understood | None,
    wanted: str,
    known: Attended,
    *,
    sure: bool = False,
) -> Group:
    """Return a group to whose trial the listing's meetings count from now on.

    Raises UsageError where its clocks are those of another zone.
    """
    group = GROUP.which(known.groups, wanted)
    if kept.key in group.listed:
        return group
    if understood is not None and zone_named(group.zone).key != kept.listing.zone:
        message = words.OTHER_CLOCK.format(
            name=group.name, zone=group.zone, there=kept.listing.zone
        )
        raise UsageError(message, words.TRY_ALONE.format(number=kept.id))
    format_now = group.format
    if format_now is not None and format_now != kept.listing.format:
        format_now = "hybrid"
    return replace(
        group,
        hours=(*group.hours, kept_hours(understood)) if understood else group.hours,
        format=format_now or kept.listing.format,
        **ways_missing(group, kept.listing),
        listed=(*group.listed, kept.key),
        caution=group.caution or (None if sure else kept.listing.caution),
    )
