"""The conversation of `support add`: kind, what, whether it is there, and who gives it."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask, choose
from recoverplan.cli.session import Session
from recoverplan.cli.support_keep import Known, giver, kind_for
from recoverplan.data import picklists
from recoverplan.domain.inventory import Support
from recoverplan.value import replace
from recoverplan.words import support as words


def ask_supports(
    session: Session,
    known: Known,
    what: str,
    kind: str | None,
    standing: str | None,
    given: dict[str, Any],
) -> list[Support]:
    """Ask for what was not given with options; several may be picked at once, none is fine."""
    kind = kind or (kind_for(what) if what else None) or choose(words.WHICH_KIND, words.KINDS)
    if kind is None:
        return []
    picked = (what,) if what else ask_what(kind)
    if not picked:
        return []
    standing = standing or ("have" if given else choose(words.STANDING, words.STANDINGS))
    if standing is None:
        return []
    if standing == "have" and not given and known.contacts:
        given = ask_giver(known)
    first = Support(
        kind=kind,
        what=picked[0],
        standing=standing,
        created=session.now.astimezone(UTC),
        **given,
    )
    return [replace(first, what=one) for one in picked]


def ask_what(kind: str) -> tuple[str, ...]:
    """Offer the pick-list of a kind; own words do as well."""
    from recoverplan.cli.conversation import pick_or_own

    return pick_or_own(words.WHAT, picklists.supports_for(kind))


def ask_giver(known: Known) -> dict[str, Any]:
    """Ask who gives it; skipped: nobody is named."""
    return ask(words.WHO, check=lambda typed: giver(known, typed, None)) or {}
