"""The conversation of `support add`: kind, what, whether it is there, and who gives it."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from recoverplan.cli.asking import ask, choose
from recoverplan.cli.session import Session
from recoverplan.cli.support_keep import Known, giver, keep_so_far, kind_for
from recoverplan.data import picklists
from recoverplan.domain.support import Support
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
    return ask(words.WHO, check=lambda typed: giver(known, typed, None)) or {}
