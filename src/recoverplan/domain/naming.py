"""Finding a thing by what a person calls it: its number, its name, or how its name begins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar
from unicodedata import normalize

from recoverplan.domain.text import as_utf8, clean
from recoverplan.errors import NotFoundError

# Fields that a person types, and reads in JSON, under another name.
TYPED = {
    "hours": "when", "triggers": "trigger", "steps": "step", "types": "type", "shown": "on",
    "lead_minutes": "lead", "first": "from", "condition": "if", "action": "then",
    "on_family": "family", "alone": "less_alone",
}  # fmt: skip

LONGEST_ID = 18  # digits


class Numbered(Protocol):
    """Anything with a short number of its own."""

    @property
    def id(self) -> int:
        """Return the number, unique among things of one noun."""


T = TypeVar("T", bound=Numbered)


def pick(items: Iterable[T], wanted: str, *, noun: str, name: Callable[[T], str]) -> T:
    """Return the one item that `wanted` means.

    `wanted` is an id (`3` or `#3`), a whole name in any case, or the beginning of exactly one
    name. `noun` is the word for an item on screens, such as "contact" or "hard hours"; `name`
    gives an item's name. Raises NotFoundError, which lists the candidates or the nearest names.
    """
    known = list(items)
    wanted = clean(wanted)  # as the names are: what can't be seen, or ends in nothing, is no name
    number, key = wanted.removeprefix("#"), folded(wanted)
    is_id = number.isdecimal() and len(number) <= LONGEST_ID
    by_id = [one for one in known if is_id and one.id == int(number)]
    if by_id and wanted.startswith("#"):
        return by_id[0]
    names = {one.id: folded(name(one)) for one in known}
    exact = by_id + [one for one in known if names[one.id] == key and one not in by_id]
    found = exact or [one for one in known if key and names[one.id].startswith(key)]
    if len(found) == 1:
        return found[0]
    from recoverplan.words import usage as words

    if found:
        message = f'"{wanted}" could be {" or ".join(called(one, name) for one in found[:5])}.'
        # Without quotes a shell takes all from "#" on for a remark.
        plain = str(found[0].id)
        shown = f'"#{plain}"' if number == plain else plain
        raise NotFoundError(message, words.USE_THE_NUMBER.format(numbers=shown))
    message = words.NO_SUCH_NAME.format(noun=noun, wanted=wanted)
    raise NotFoundError(message, nearest(known, key, name, noun))


def same_named(
    items: Iterable[T], text: str, *, name: Callable[[T], str], but: int = 0
) -> T | None:
    """Return the item whose name is `text` as names are compared, other than the one of id `but`.

    None where the name is free.
    """
    key = folded(text)
    return next((one for one in items if one.id != but and folded(name(one)) == key), None)


def folded(text: str) -> str:
    """Return `text` as names are compared: without case, or differences that cannot be seen."""
    return " ".join(normalize("NFKC", as_utf8(text)).casefold().split())


def once(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return each text once, as it was written first; what says nothing is left out."""
    found: dict[str, str] = {}
    for text in texts:
        if text and (key := folded(text)):
            found.setdefault(key, text)
    return tuple(found.values())


def called(one: T, name: Callable[[T], str]) -> str:
    """Return an item's name with its number, as candidates are listed."""
    return f"{name(one)} (#{one.id})"


def nearest(known: list[T], key: str, name: Callable[[T], str], noun: str) -> str:
    """Return the hint for a name that nothing has: the likeliest, else what there is.

    Where there is nothing, it is how to add one.
    """
    from difflib import get_close_matches

    from recoverplan.words import usage as words

    if not known:
        return words.none_yet(noun)
    names = {folded(name(one)): one for one in known}
    # A part of a name ("lifeline" in "Tuesday Lifeline") is as good as a slip of the finger.
    inside = [one for text, one in names.items() if key and key in text]
    likely = inside or [names[text] for text in get_close_matches(key, names, n=3, cutoff=0.6)]
    if likely:
        return words.NEAREST.format(names=" or ".join(called(one, name) for one in likely[:3]))
    listed = ", ".join(called(one, name) for one in known[:5])
    more = f" and {len(known) - 5} more" if len(known) > 5 else ""
    return f"You have {listed}{more}."
