"""Regions: which emergency number, which help lines, which clock style.

A region is a country of ISO 3166-1, or a part that the help lines name (GB-SCT). A part has its
country's emergency number, and its own lines before the country's. The data come in as arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from recoverplan.data import zones
from recoverplan.data.helplines import HOURS, Helplines
from recoverplan.data.regions import Named, country_said
from recoverplan.domain.contact import Contact
from recoverplan.domain.saying import MONTHS
from recoverplan.domain.schedule import Schedule, load, together
from recoverplan.errors import UsageError
from recoverplan.value import NamedTuple
from recoverplan.words import moment as words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SHOWN = ("A", "B")  # grades of help lines that are shown at all
DISPUTED = "C"  # an emergency number of this grade is shown with "check locally"
OWN = "own"  # the kind of a line that the person added
CRISIS = "crisis"
MILES = frozenset({"US", "GB", "LR", "MM", "PR", "GU", "VI", "AS", "MP", "KY", "FK"})
ALIASES = {"UK": "GB", "EL": "GR"}  # codes in common use that are no ISO codes


class Line(NamedTuple):
    """A help line.

    `purpose` completes "For ...". `text` may be more than a number ("HOME to 741741"). `hours` are
    words. `schedule` None: any time, or not known where `hours_known` is False; `zone` is the IANA
    name of the zone its hours are in, None for the person's. `other_numbers` reach the same line.

    What follows `hours_known` is known of shipped lines alone. `cost`: "free", a price in words, ""
    where it was not seen; `languages` are codes of ISO 639, the main one first; `access` is for
    deaf and hard-of-hearing people. `yours`: the person added it, and it takes no shipped line's
    place.
    """

    name: str
    purpose: str | None
    kind: str
    call: str | None
    text: str | None
    chat: str | None
    hours: str
    schedule: Schedule | None
    zone: str | None
    hours_known: bool
    source: str | None = None  # where a shipped line's number was looked up
    date: str | None = None  # and on which day (ISO 8601)
    who: str | None = None
    cost: str = ""
    languages: tuple[str, ...] = ()
    access: str | None = None
    tty: str | None = None
    email: str | None = None
    other_numbers: tuple[str, ...] = ()
    note: str | None = None  # of whoever looked it up, for the JSON alone
    yours: bool = False


class Region(NamedTuple):
    """What a region decides. `code` is "" and `emergency` None where none was chosen.

    `check_locally`: the sources of the emergency number disagree. `emergency_text`: a number that
    takes a text from anyone who can't speak, and `text_for` who may use it. `police`: the number
    for danger from a person, which is `emergency` where one number serves all. `month`: when the
    numbers were looked up ("November 2026"). `other_ways`: sentences on the other ways to reach
    the emergency service. `parts`: which kinds of lines are a part's alone, as the part's name, its
    code and the kind. `asks_half`: a time with a colon and neither am nor pm ("7:30") reads
    two ways to people there.
    """

    code: str
    name: str
    emergency: str | None
    emergency_text: str | None
    check_locally: bool
    clock24: bool
    lines: tuple[Line, ...]
    month: str
    asks_half: bool = False
    police: str | None = None
    text_for: str | None = None
    other_ways: tuple[str, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()

    @property
    def units(self) -> str:
        """Return what distances are said in there."""
        return "miles" if self.code[:2] in MILES else "km"


class Abroad(NamedTuple):
    """A country and a time zone that do not go together.

    `region` is the name of the country that was set; `code` that of the zone's main country.
    """

    region: str
    zone: str
    code: str


def abroad(region: Region, zone: str) -> Abroad | None:
    """Return how the country and the zone (an IANA name) differ; None if they go together.

    Nothing is said where nothing is known: of UTC, of a country without a zone of its own.
    """
    code = zones.elsewhere(region.code.partition("-")[0], zone)
    return Abroad(region.name, zone, code) if code else None


def find_region(
    code: str | None, regions: Mapping[str, Named], helplines: Helplines, clock: str | None = None
) -> Region:
    """Return the region of a code or a name; None gives a region without anything.

    `clock`: "12" or "24" where the person chose one, else it is the region's own. Raises UsageError
    for anything else, with the nearest that there is.
    """
    month = month_of(helplines.checked)
    if code is None:
        twelve = clock == "12"
        return Region("", "", None, None, False, not twelve, (), month, twelve)
    named = find_named(code, regions)
    clock24 = named.clock24 if clock is None else clock == "24"
    country, _, _ = named.code.partition("-")
    row = next((row for row in helplines.emergency if row["c"] == country), {})
    lines = [
        shipped_line(row, clock24, helplines.checked)
        for place in dict.fromkeys((named.code, country))
        for row in sorted(helplines.lines, key=lambda row: int(row["rank"]))
        if row["c"] == place and row["grade"] in SHOWN
    ]
    return Region(
        code=named.code,
        name=named.name,
        emergency=row.get("call"),
        emergency_text=row.get("text"),
        check_locally=row.get("grade") == DISPUTED,
        clock24=clock24,
        lines=tuple(lines),
        month=month,
        asks_half=not clock24 or (clock is None and named.english),
        police=row.get("police") or row.get("call"),
        text_for=row.get("sms_for") if row.get("text") else None,
        other_ways=tuple(other_ways(row)),
        parts=tuple(
            dict.fromkeys(
                (regions[each["c"]].name, each["c"], each["kind"])
                for each in helplines.lines
                if each["c"].startswith(f"{named.code}-") and each["grade"] in SHOWN
            )
        ),
    )


def other_ways(row: Mapping[str, Any]) -> Iterator[str]:
    """Say how else the emergency service is reached: by a text, a text phone, an app."""
    if row.get("sms") and not row.get("text"):
        yield words.EMERGENCY_SMS.format(who=row["sms_for"], number=row["sms"])
    if row.get("tty"):
        yield words.EMERGENCY_TTY.format(number=row["tty"])
    if row.get("app"):
        yield words.EMERGENCY_APP.format(app=row["app"])


def find_named(typed: str, regions: Mapping[str, Named]) -> Named:
    """Return the country or part that a code or a name stands for. Raises UsageError."""
    wanted = " ".join(typed.split())
    code = wanted.upper().replace("_", "-")
    code = ALIASES.get(code, code)
    if code in regions:
        return regions[code]
    for named in regions.values():
        if named.name.casefold() == wanted.casefold():
            return named
    from recoverplan.domain.zone_meant import folded_place
    from recoverplan.words import usage

    key = folded_place(wanted)
    if len(key) > 1 and key in (called := lands(regions)):
        return called[key]

    message = usage.NO_SUCH_COUNTRY.format(wanted=wanted)
    country, part, _ = code.partition("-")
    if part and country in regions:
        raise UsageError(message, f"Type {country}, for {country_said(regions[country].name)}.")
    if code == "EU":
        raise UsageError(message, usage.TWO_LETTERS_LIKE)
    raise UsageError(message, nearest(wanted, regions))


def lands(regions: Mapping[str, Named]) -> dict[str, Named]:
    """Return the region for each name that people have for a land, in plain small letters.

    In English, or in its own language. A part that is no region here stands for its country.
    """
    from recoverplan.data import places

    found: dict[str, Named] = {}
    rows = (row for row in places.load() if row.kind == "land")
    # Of the country and the state of Georgia, the country.
    for row in sorted(rows, key=lambda row: "-" in row.where):
        named = regions.get(row.where) or regions.get(row.where.partition("-")[0])
        for name in row.names.strip("|").split("|"):
            if named is not None:
                found.setdefault(name, named)
    return found


def nearest(wanted: str, regions: Mapping[str, Named]) -> str:
    """Return a hint: the region with the name nearest to what was typed."""
    from difflib import get_close_matches

    from recoverplan.domain.zone_meant import folded_place
    from recoverplan.words import usage

    names = lands(regions) | {folded_place(named.name): named for named in regions.values()}
    # "Boliva" is nearer to Bolivia than to the long name that it begins; "Democ" begins one.
    folded = folded_place(wanted)
    begun = [name for name in names if len(folded) > 2 and name.startswith(folded)]
    whole = [name for name in begun if name.startswith(f"{folded} ")]
    close = whole or get_close_matches(folded, names, 1, 0.7) or begun
    # Both that a word begins, as Congo does.
    found = list(dict.fromkeys(names[name] for name in close))[:2]
    said = " or ".join(f"{one.code} for {country_said(one.name)}" for one in found)
    if not said:
        us, gb = (f"{code} for {country_said(regions[code].name)}" for code in ("US", "GB"))
        return usage.TWO_LETTERS_OF.format(us=us, gb=gb)
    return usage.TWO_LETTERS_SUCH.format(said=said)


def shipped_line(row: Mapping[str, Any], clock24: bool, checked: str) -> Line:
    """Return a row of the shipped help lines, looked up on the day `checked`, as a Line."""
    schedule: Schedule | None = None
    hours = words.ANY_HOUR
    if row["when"] is None:
        hours = words.HOURS_NOT_KNOWN
    elif row["when"] != "any time":
        understood = HOURS[row["when"]]
        schedule = load(understood.schedule)
        hours = understood.words24 if clock24 else understood.words12
    return Line(
        name=row["name"],
        purpose=row["for"],
        kind=row["kind"],
        call=row.get("call"),
        text=row.get("sms"),
        chat=row.get("chat"),
        hours=hours,
        schedule=schedule,
        zone=row.get("zone"),
        hours_known=row["when"] is not None,
        source=row.get("src"),
        date=checked,
        who=row.get("who"),
        cost=row.get("cost") or "",
        languages=tuple(row.get("languages", ())),
        access=row.get("access"),
        tty=row.get("tty"),
        email=row.get("email"),
        other_numbers=tuple(row.get("alt", ())),
        note=row.get("note"),
    )


def lines_of(region: Region, contacts: Sequence[Contact], today: date) -> tuple[Line, ...]:
    """Return the lines to show: the region's, and under them those that the person added.

    One with a shipped line's name takes its place; one that is paused on `today` is hidden, and so
    is the shipped line of that name.
    """
    return tuple(
        line
        for line, contact in merged(region, contacts)
        if contact is None or not contact.paused_on(today)
    )


def merged(region: Region, contacts: Sequence[Contact]) -> tuple[tuple[Line, Contact | None], ...]:
    """Return every line with the contact that replaces, adds or hides it, paused or not."""
    own = {contact.name.casefold(): contact for contact in contacts if contact.role == "line"}
    shipped = tuple((line, own.pop(line.name.casefold(), None)) for line in region.lines)
    added = tuple(
        (own_line(contact, None, region.clock24), contact)
        for contact in own.values()
        if contact.way() is not None
    )
    replaced = tuple(
        (own_line(contact, line, region.clock24) if contact and contact.way() else line, contact)
        for line, contact in shipped
    )
    return replaced + added


def own_line(contact: Contact, shipped: Line | None, clock24: bool) -> Line:
    """Return a line the person entered; where it replaces one, what it left open stays as it was.

    No hours given means any time, or the replaced line's hours.
    """
    line = Line(
        name=shipped.name if shipped else contact.name,
        purpose=shipped.purpose if shipped else None,
        kind=shipped.kind if shipped else OWN,
        call=contact.call,
        text=contact.text,
        chat=contact.other,
        email=contact.email,
        hours=shipped.hours if shipped else words.ANY_HOUR,
        schedule=shipped.schedule if shipped else None,
        zone=shipped.zone if shipped else contact.zone,
        hours_known=shipped.hours_known if shipped else True,
        yours=shipped is None,
    )
    if not contact.hours:
        return line
    from recoverplan.domain.phrase import schedule_words

    schedule = together(contact.hours)
    return line._replace(
        schedule=schedule,
        hours=schedule_words(schedule, clock24=clock24),
        zone=contact.zone,
        hours_known=True,
    )


def month_of(checked: str) -> str:
    """Return "November 2026" for "2026-11-23"."""
    day = date.fromisoformat(checked)
    return f"{MONTHS[day.month - 1]} {day.year}"
