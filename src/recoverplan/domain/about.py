"""What a person's plan is about, and what of the words for hard topics fits it.

`about` holds any of alcohol, drugs, gambling, other; nothing named leaves nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable

NO_NALOXONE = frozenset({"alcohol", "gambling"})  # nothing else was named: it is not spoken of


def drugs_fit(about: Iterable[str]) -> bool:
    """Tell whether drugs may be part of it: what is said of amounts and overdoses fits."""
    named = set(about)
    return not named or not named <= NO_NALOXONE


naloxone_fits = drugs_fit  # spoken of where drugs may be part of it


def gambles(about: Iterable[str]) -> bool:
    """Tell whether gambling was named."""
    return "gambling" in set(about)


def gambling_alone(about: Iterable[str]) -> bool:
    """Tell whether only gambling was named: amounts, doses and withdrawal are then no topic."""
    return set(about) == {"gambling"}
