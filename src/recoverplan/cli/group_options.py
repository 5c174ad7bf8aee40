"""The options of `group`: of one group, of a meeting list, and what one looks for in lists."""

from recoverplan.cli.declaring import Annotated, Option
from recoverplan.cli.fields import choice
from recoverplan.cli.options import TEXT, TEXTS, Reads, TypedOptions
from recoverplan.domain.group import FORMATS
from recoverplan.domain.text import clean


def format_of(option: str, typed: str) -> str | None:
    """Return a format, also of two words; "" gives None. Raises UsageError."""
    return choice(option, clean(typed).replace(" ", "-"), FORMATS) if clean(typed) else None


Programme = Annotated[
    str | None,
    Option("--program", "--programme", metavar="TEXT", help="The program, in your words."),
    TEXT,
]


class Options(TypedOptions):
    """The options as typed; None: not given, "": to be taken back."""

    when: Annotated[
        list[str] | None, Option(metavar="PHRASE", help='When it meets: "tue 7-8pm".')
    ] = None
    programme: Programme = None
    format: Annotated[
        str | None,
        Option(metavar="FORMAT", help="in-person, online, hybrid or chat."),
        Reads(format_of),
    ] = None
    zone: Annotated[
        str | None, Option(metavar="ZONE", help="The zone of its times, if not yours.")
    ] = None
    where: Annotated[str | None, Option(metavar="TEXT", help="Where it meets."), TEXT] = None
    where_notes: Annotated[
        str | None, Option(metavar="TEXT", help="How to find the door: buzzer 4."), TEXT
    ] = None
    link: Annotated[
        str | None, Option(metavar="URL", help="The link of an online meeting."), TEXT
    ] = None
    link_notes: Annotated[
        str | None, Option(metavar="TEXT", help="For the link: a passcode."), TEXT
    ] = None
    phone: Annotated[
        str | None, Option(metavar="N", help="The number to join it by phone."), TEXT
    ] = None
    phone_notes: Annotated[
        str | None, Option(metavar="TEXT", help="For the number: a PIN."), TEXT
    ] = None
    type: Annotated[
        list[str] | None,
        Option(metavar="TEXT", help="A kind: newcomers, women, open."),
        TEXTS,
    ] = None

    trip: Annotated[str | None, Option(metavar="PLACE", help="Only for this trip.")] = None


class EditOptions(Options):
    """The options of a change: also that its times are right."""

    confirmed: Annotated[
        bool | None,
        Option("--confirmed", help="Its times are right, whatever its list notes."),
    ] = None


class FindOptions(TypedOptions):
    """What to look for in lists; group prefer remembers the same."""

    near: Annotated[
        str | None,
        Option(metavar="PLACE|LAT,LON", help="A town, postcode or street of the lists."),
    ] = None
    within: Annotated[
        str | None, Option(metavar="5km", help="How far from there; 5 km if not said.")
    ] = None
    online: Annotated[bool, Option("--online", help="What can be joined online.")] = False
    in_person: Annotated[bool, Option("--in-person", help="What one can go to.")] = False
    hybrid: Annotated[bool, Option("--hybrid", help="Only what is both.")] = False
    open: Annotated[bool, Option("--open", help="Only what is open to anyone.")] = False
    wheelchair: Annotated[bool, Option("--wheelchair", help="Only with wheelchair access.")] = False
    type: Annotated[
        list[str] | None, Option(metavar="TEXT", help="A kind: newcomers, women, step.")
    ] = None
    language: Annotated[list[str] | None, Option(metavar="L", help="A language: es, Spanish.")] = (
        None
    )


class SearchOptions(FindOptions):
    """What to look for once, and how much of it to show."""

    text: Annotated[
        str | None, Option(metavar="TEXT", help="Words of its name, place or notes.")
    ] = None
    limit: Annotated[str, Option(metavar="10", help="How many to show.")] = "10"
    any_: Annotated[bool, Option("--any", help="Whatever you prefer.")] = False


class PreferOptions(FindOptions):
    """What is preferred; None: not given, "" takes one back."""

    none: Annotated[bool, Option("--none", help="Take all of it back.")] = False


class TryOptions(TypedOptions):
    """How a group is put on trial; None: not given."""

    tries: Annotated[
        str | None, Option(metavar="3-5", help="How many meetings: 3, 4, 5 or a range.")
    ] = None
    same_as: Annotated[
        str | None,
        Option(metavar="GROUP", help="Another day of this group: one trial for both."),
    ] = None
    yes: Annotated[bool, Option("--yes", help="Try one that felt unsafe without asking.")] = False
    when: Annotated[str | None, Option(metavar="PHRASE", help="When it really meets.")] = None


class ImportOptions(TypedOptions):
    """How a meeting list is read; None: not given."""

    programme: Programme = None
    zone: Annotated[
        str | None, Option(metavar="ZONE", help="The zone of its times, if it names none.")
    ] = None
    source: Annotated[
        str | None,
        Option(metavar="NAME", help="What the list is known by, if not by its place."),
    ] = None
    dry_run: Annotated[
        bool, Option("--dry-run", help="Say what would be read, and read nothing in.")
    ] = False
    again: Annotated[
        bool, Option("--again", help="Read your lists again, or the one with this name.")
    ] = False
