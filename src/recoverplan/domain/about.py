"""What a person's plan is about, and what of the words for hard topics fits it.

`about` holds any of alcohol, drugs, gambling, other; nothing named leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable

NO_NALOXONE = frozenset({"alcohol", "gambling"})  # nothing else was named: it is not spoken of


def naloxone_fits(about: Iterable[str]) -> bool:
    """Tell whether naloxone may be spoken of."""
    named = set(about)
    return not named or not named <= NO_NALOXONE


def gambling_alone(about: Iterable[str]) -> bool:
    """Tell whether only gambling was named: amounts, doses and withdrawal are then no topic."""
    return set(about) == {"gambling"}
