"""Support read from options, kept, and what is said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC
from typing import Any, NamedTuple

from recoverplan.cli.asking import ask, choose
from recoverplan.cli.nouns import Noun, linked
from recoverplan.cli.session import Session
from recoverplan.cli.written import Record
from recoverplan.data import picklists
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.inventory import STANDINGS, Support
from recoverplan.domain.naming import folded
from recoverplan.errors import CouldNotError, UsageError
from recoverplan.services.keeping import reading, writing
from recoverplan.store.opened import Store
from recoverplan.store.tables import contacts as contact_store
from recoverplan.store.tables import groups as group_store
from recoverplan.store.tables import supports as support_store
from recoverplan.value import replace
from recoverplan.words import support as words

SUPPORT = Noun(table=support_store, word="support", name=lambda support: support.what)


class Known(NamedTuple):
    """The inventory's entries, and the people and groups that may give support."""

    supports: tuple[Support, ...] = ()
    contacts: tuple[Contact, ...] = ()
    groups: tuple[Group, ...] = ()

    @classmethod
    def of(cls, store: Store | None) -> Known:
        """Read all of it; nothing is known where there is no store yet."""
        if store is None:
            return cls()
        return cls(
            support_store.load_all(store),
            contact_store.load_all(store),
            group_store.load_all(store),
        )

    def names(self) -> tuple[dict[int, str], dict[int, str]]:
        """Return the names of contacts and of groups by their ids."""
        return {one.id: one.name for one in self.contacts}, {
            one.id: one.name for one in self.groups
        }


# The options that say who or what gives it.
WHO = ("--contact", "--group")


def read(session: Session) -> Known:
    """Read the entries, contacts and groups."""
    with reading(session.home) as store:
        return Known.of(store)


def standing_of(*, have: bool, need: bool, no: bool) -> str | None:
    """Return how something stands, None where that was not said. Raises UsageError."""
    said = [name for name, given in zip(STANDINGS, (have, need, no), strict=True) if given]
    if len(said) > 1:
        raise UsageError(words.ONE_STANDING)
    return said[0] if said else None


def new_support(
    session: Session, what: str, kind: str | None, standing: str | None, given: dict[str, Any]
) -> Support:
    """Return what was said with options alone. Raises UsageError for what is missing."""
    example = words.LIKE_ADD
    if not what:
        raise UsageError(words.SAY_WHAT, example)
    chosen = kind or kind_for(what)
    if chosen is None:
        raise UsageError(words.SAY_KIND, words.ADD_KIND)
    if standing is None and not given:
        raise UsageError(words.SAY_STANDING, words.ADD_STANDING)
    return Support(
        kind=chosen,
        what=what,
        standing=standing or "have",
        created=session.now.astimezone(UTC),
        **given,
    )


def kind_for(what: str) -> str | None:
    """Return the kind of what stands in the pick-list, None for anything else."""
    key = folded(what)
    return next((offer.kind for offer in picklists.SUPPORTS if offer.what == key), None)


def not_twice(support: Support, supports: Iterable[Support]) -> None:
    """Refuse what is there already with the same giver. Raises CouldNotError naming the edit."""
    key = (folded(support.what), support.kind, support.contact, support.group)
    for other in supports:
        same = (folded(other.what), other.kind, other.contact, other.group) == key
        if same and other.id != support.id:
            message = words.THERE_ALREADY.format(
                what=other.what, standing=words.STANDINGS[other.standing]
            )
            raise CouldNotError(
                message, words.CHANGE_IT.format(id=other.id, standing=support.standing)
            )


def keep_so_far(found: Sequence[Support], session: Session) -> list[Support]:
    """Keep new entries, or what more is known of them now, as one change; return them as kept."""
    with writing(session.home, session.now) as store:
        kept: list[Support] = []
        for support in found:
            not_twice(support, support_store.load_all(store))
            if support.id:
                support_store.save(store, support)
            kept.append(support if support.id else support_store.add(store, support))
        store.did(f"added support {', '.join(one.what for one in kept)}")
    return kept


def keep_new(found: Sequence[Support], session: Session, *, json: bool) -> None:
    """Keep what was said, and say so."""
    kept = keep_so_far(found, session)
    known = read(session)
    names = ", ".join(one.what for one in kept)
    emit_support(
        kept, f"Noted, {words.STANDINGS[kept[0].standing]}: {names}.", session, known, json=json
    )


def emit_support(
    supports: Sequence[Support],
    first: str,
    session: Session,
    known: Known,
    *,
    json: bool,
    follow: bool = True,
) -> None:
    """Print what was written, and what could come next; or with `json` the last record alone."""
    lines = [first, *(what_follows(supports[0]) if follow else ())]
    SUPPORT.emit(supports[-1], lines, session, json=json, record=recorder(known, session))


def recorder(known: Known, session: Session) -> Callable[[Support], Record]:
    """Return what makes records of entries; who or what gives one is named."""

    def record(support: Support) -> Record:
        from recoverplan.writers.records.noun import linked_record

        contacts, groups = known.names()
        return linked_record(support, session.zone, contacts=contacts, groups=groups)

    return record


def what_follows(support: Support) -> list[str]:
    """Return what is said after something was noted: one thing, once."""
    from recoverplan.writers.support import first_step

    if support.standing == "no":
        return [words.NEVER_AGAIN]
    if support.standing == "have":
        return []
    if support.kind == "practical":
        ask = words.ASK_WITH.format(ask=picklists.ask_for(support.what))
        return [ask, words.FOR_FAMILY]
    return [first_step(support.kind, support.what)]


def ask_supports(
    session: Session,
    known: Known,
    what: str,
    kind: str | None,
    standing: str | None,
    given: dict[str, Any],
) -> list[Support]:
    """Ask for what was not given with options; several may be picked at once, none is fine.

    They are kept from the answer on that says how it stands.
    """
    kind = kind or (kind_for(what) if what else None) or choose(words.WHICH_KIND, words.KINDS)
    if kind is None:
        return []
    picked = (what,) if what else ask_what(kind)
    if not picked:
        return []
    standing = standing or ("have" if given else choose(words.STANDING, words.STANDINGS))
    if standing is None:
        return []
    first = Support(
        kind=kind,
        what=picked[0],
        standing=standing,
        created=session.now.astimezone(UTC),
        **given,
    )
    kept = keep_so_far([replace(first, what=one) for one in picked], session)
    if standing == "have" and not given and known.contacts and (named := ask_giver(known)):
        kept = [replace(one, **named) for one in kept]
    return kept


def ask_what(kind: str) -> tuple[str, ...]:
    """Offer the pick-list of a kind; own words do as well."""
    from recoverplan.cli.conversation import pick_or_own

    return pick_or_own(words.WHAT, picklists.supports_for(kind))


def ask_giver(known: Known) -> dict[str, Any]:
    """Ask who gives it; skipped: nobody is named."""
    return ask(words.WHO, check=lambda typed: linked(known, typed, None, WHO)) or {}
