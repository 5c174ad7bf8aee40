"""What was typed about a contact: the options, read into a contact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from recoverplan.cli.fields import (
    MOST_PER_WEEK,
    address,
    choice,
    name_of,
    optional,
    whole,
)
from recoverplan.cli.hours import kept, settle_hours
from recoverplan.cli.session import Session
from recoverplan.cli.zones import read_zone
from recoverplan.domain.contact import ROLES, WAYS, Contact
from recoverplan.domain.phrase import Understood
from recoverplan.domain.text import clean
from recoverplan.domain.zone import zone_named
from recoverplan.errors import UsageError
from recoverplan.value import replace

LAST_PLACE = 9999

Role = Annotated[
    str | None,
    typer.Option(
        metavar="ROLE",
        help="peer, sponsor, family, clinical, practical or line.",
    ),
]
Call = Annotated[str | None, typer.Option(metavar="NUMBER", help="The number to call.")]
Text = Annotated[str | None, typer.Option(metavar="NUMBER", help="The number to text.")]
Email = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Their email address.")]
Other = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Another way: Signal, a relay, in person.")
]
Prefer = Annotated[
    str | None, typer.Option(metavar="WAY", help="call, text, email or other: what they like best.")
]
Order = Annotated[str | None, typer.Option(metavar="N", help="Their place in your list.")]
When = Annotated[
    list[str] | None,
    typer.Option(metavar="PHRASE", help='When they may be reached: "daily 6-11pm".'),
]
Zone = Annotated[
    str | None, typer.Option(metavar="ZONE", help="The zone of these times, if not yours.")
]
PerWeek = Annotated[
    str | None,
    typer.Option(metavar="N", help="Check-ins a week they agreed to; 0: never ask."),
]
Say = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="Your opening words; - reads them from stdin."),
]
CardName = Annotated[str | None, typer.Option(metavar="TEXT", help="Their name on the card.")]
OnCard = Annotated[
    bool | None,
    typer.Option("--on-card/--off-card", help="On the card or not.", show_default=False),
]
OPTIONS = (
    "--name, --role, --call, --text, --email, --other, --prefer, --order, --when, --zone,"
    " --per-week, --say, --card-name, --on-card, --off-card"
)


class Typed(NamedTuple):
    """The options as typed; None: not given, "": to be taken away."""

    name: str | None
    role: str | None
    call: str | None
    text: str | None
    email: str | None
    other: str | None
    prefer: str | None
    order: str | None
    when: Sequence[str] | None
    zone: str | None
    per_week: str | None
    say: str | None
    card_name: str | None
    on_card: bool | None


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
                message = f"--prefer {changed.prefer} needs that way to be given."
                raise UsageError(message, f"Add --{changed.prefer}, or prefer another way.")
            changed = replace(changed, prefer=None)
        return changed


def with_words(contact: Contact, words: Iterable[str]) -> Contact:
    """Return a contact with more words for another way to reach them, each once."""
    said = dict.fromkeys([contact.other, *words] if contact.other else words)
    return replace(contact, other="; ".join(said) or None)


def read_numbers(typed: Typed, fields: dict[str, Any]) -> tuple[str, ...]:
    """Read the numbers into `fields`, and return what was typed for one and is kept in words.

    Raises UsageError.
    """
    aside: list[str] = []
    for way in ("call", "text"):
        if (given := getattr(typed, way)) is not None:
            from recoverplan.cli.numbers import number_or_words

            fields[way], words = number_or_words(way, f"--{way}", given)
            aside += [words] if words else []
    return tuple(aside)


def read_typed(typed: Typed, session: Session, hours_zone: str | None = None) -> Given:
    """Read the options; phrases mean times in `--zone`, else `hours_zone`, else the person's zone.

    Raises UsageError.
    """
    fields: dict[str, Any] = {}
    if typed.on_card is not None:
        fields["on_card"] = typed.on_card
    if typed.name is not None:
        fields["name"] = name_of(typed.name, "a contact")
    if typed.role is not None:
        fields["role"] = choice("--role", typed.role, ROLES)
    aside = read_numbers(typed, fields)
    if typed.email is not None:
        fields["email"] = address("--email", typed.email)
    for name in ("other", "say", "card_name"):
        if (text := getattr(typed, name)) is not None:
            fields[name] = optional(text)
    if typed.prefer is not None:
        fields["prefer"] = choice("--prefer", typed.prefer, WAYS) if clean(typed.prefer) else None
    if typed.per_week is not None:
        number = clean(typed.per_week)
        fields["per_week"] = whole("--per-week", number, 0, MOST_PER_WEEK) if number else None
    place = None if typed.order is None else whole("--order", typed.order, 1, LAST_PLACE)
    if typed.zone is not None:
        zone = read_zone(typed.zone, session) if clean(typed.zone) else session.zone
        fields["zone"] = zone.key
    if typed.when is None:
        return Given(fields, place, None, aside)
    zone = zone_named(fields.get("zone") or hours_zone or session.zone.key)
    phrases = [phrase for phrase in typed.when if clean(phrase)]
    understood = [settle_hours(phrase, session, zone) for phrase in phrases]
    fields["hours"] = tuple(kept(one) for one in understood)
    return Given(fields, place, understood, aside)
