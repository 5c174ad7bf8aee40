"""What was typed about a contact, a talk or an agreement: the options, read."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from recoverplan.cli import options as read
from recoverplan.cli.declaring import Annotated, Option
from recoverplan.cli.fields import MOST_PER_WEEK, name_of, read_zone, whole
from recoverplan.cli.hours import kept, settle_hours
from recoverplan.cli.session import Session
from recoverplan.domain.contact import HOWS, ROLES, WAYS, Contact
from recoverplan.domain.extent import few
from recoverplan.domain.phrase import Understood
from recoverplan.domain.text import clean
from recoverplan.domain.zone import zone_named
from recoverplan.errors import UsageError
from recoverplan.value import replace
from recoverplan.words import asking

LAST_PLACE = 9999

Role = Annotated[
    str | None,
    Option(metavar="ROLE", help="peer, sponsor, family, clinical, practical or line."),
    read.one_of(ROLES),
]
OnNow = Annotated[
    bool | None,
    Option("--on-now/--off-now", help="On now, plan and card, or on none.", show_default=False),
    read.AS_IT_IS,
]


class Options(read.TypedOptions):
    """The options as typed; None: not given, "": to be taken away."""

    role: Role = None
    call: Annotated[str | None, Option(metavar="NUMBER", help="The number to call.")] = None
    text: Annotated[str | None, Option(metavar="NUMBER", help="The number to text.")] = None
    email: Annotated[
        str | None, Option(metavar="ADDRESS", help="Their email address."), read.ADDRESS
    ] = None
    other: Annotated[
        str | None,
        Option(metavar="TEXT", help="Another way: Signal, a relay, in person."),
        read.TEXT,
    ] = None
    prefer: Annotated[
        str | None,
        Option(metavar="WAY", help="call, text, email or other: what they like best."),
        read.one_of_or_none(WAYS),
    ] = None
    order: Annotated[str | None, Option(metavar="N", help="Their place in your list.")] = None
    when: Annotated[
        list[str] | None,
        Option(metavar="PHRASE", help='When they may be reached: "daily 6-11pm".'),
    ] = None
    zone: Annotated[
        str | None, Option(metavar="ZONE", help="The zone of these times, if not yours.")
    ] = None
    per_week: Annotated[
        str | None,
        Option(metavar="N", help="Check-ins a week they agreed to; 0: never ask."),
        read.number(0, MOST_PER_WEEK),
    ] = None
    say: Annotated[
        str | None,
        Option(metavar="TEXT", help="Your opening words; - reads them from stdin."),
        read.TEXT,
    ] = None
    card_name: Annotated[
        str | None, Option(metavar="TEXT", help="Their name on the card."), read.TEXT
    ] = None
    on_card: Annotated[
        bool | None,
        Option("--on-card/--off-card", help="On the card or not.", show_default=False),
        read.AS_IT_IS,
    ] = None
    on_now: OnNow = None


class Given(NamedTuple):
    """The options read: what they set, the place in the list, and what phrases were taken as.

    `aside` is what was given as a number and is kept in words, beside any other way.
    """

    fields: dict[str, Any]
    place: int | None
    understood: list[Understood] | None
    aside: tuple[str, ...] = ()

    def onto(self, contact: Contact) -> Contact:
        """Return the contact with what was given. Raises UsageError."""
        changed = with_words(replace(contact, **self.fields), self.aside)
        if changed.prefer and not getattr(changed, changed.prefer):
            if "prefer" in self.fields:
                message = asking.PREFER_NEEDS.format(way=changed.prefer)
                raise UsageError(message, asking.ADD_WAY.format(way=changed.prefer))
            changed = replace(changed, prefer=None)
        return changed


def with_words(contact: Contact, words: Iterable[str]) -> Contact:
    """Return a contact with more words for another way to reach them, each once."""
    said = dict.fromkeys([contact.other, *words] if contact.other else words)
    return replace(contact, other="; ".join(said) or None)


def read_numbers(options: Options, fields: dict[str, Any]) -> tuple[str, ...]:
    """Read the numbers into `fields`, and return what was typed for one and is kept in words.

    Raises UsageError.
    """
    aside: list[str] = []
    for way in ("call", "text"):
        if (given := getattr(options, way)) is not None:
            from recoverplan.cli.numbers import number_or_words

            fields[way], words = number_or_words(way, f"--{way}", given)
            aside += [words] if words else []
    return tuple(aside)


def read_options(
    options: Options, session: Session, *, name: str | None, hours_zone: str | None = None
) -> Given:
    """Read the options; phrases mean times in `--zone`, else `hours_zone`, else the person's zone.

    `name` is what was typed for the contact's name, None for nothing. Raises UsageError.
    """
    fields = read.fields_of(options)
    if name is not None:
        fields["name"] = name_of(name, "a contact")
    aside = read_numbers(options, fields)
    place = None if options.order is None else whole("--order", options.order, 1, LAST_PLACE)
    if options.zone is not None:
        zone = read_zone(options.zone, session) if clean(options.zone) else session.zone
        fields["zone"] = zone.key
    if options.when is None:
        return Given(fields, place, None, aside)
    zone = zone_named(fields.get("zone") or hours_zone or session.zone.key)
    phrases = few([phrase for phrase in options.when if clean(phrase)])
    understood = [settle_hours(phrase, session, zone) for phrase in phrases]
    fields["hours"] = tuple(kept(one) for one in understood)
    return Given(fields, place, understood, aside)


class ImportOptions(read.TypedOptions):
    """Whom to take from a phone's file; None: to be asked.

    Where nobody can be asked, everybody may be called when it is hard.
    """

    take: Annotated[
        list[str] | None,
        Option(metavar="NAME", help="Who to take: a name, a number, a range like 1-3."),
    ] = None
    all_: Annotated[bool, Option("--all", help="Take everybody in it.")] = False
    role: Role = None
    on_now: OnNow = None


class TalkOptions(read.ByNumber):
    """What is typed of a talk; None: not given, "": to be taken away."""

    how: Annotated[
        str | None, Option(metavar="HOW", help="call, text or in-person."), read.one_of(HOWS)
    ] = None
    no_answer: Annotated[
        bool | None,
        Option("--no-answer/--answer", help="There was no answer.", show_default=False),
    ] = None
    they_called: Annotated[
        bool | None,
        Option("--they-called/--i-called", help="It came from them.", show_default=False),
        read.AS_IT_IS,
    ] = None
    at: Annotated[str | None, Option(metavar="WHEN", help='When, if not now: "yesterday 7pm".')] = (
        None
    )
    note: Annotated[str | None, Option(metavar="TEXT|-", help="A note to yourself."), read.NOTE] = (
        None
    )


class AgreeOptions(read.ByNumber):
    """What is typed of an agreement; None: not given."""

    if_: Annotated[
        str | None, Option("--if", metavar="TEXT", help='"I miss two Tuesdays".'), read.TEXT
    ] = None
    then: Annotated[
        str | None, Option("--then", metavar="TEXT", help='"ask me how I am".'), read.TEXT
    ] = None
    family: Annotated[
        bool | None,
        Option("--family/--no-family", help="On the family page too.", show_default=False),
        read.AS_IT_IS,
    ] = None
