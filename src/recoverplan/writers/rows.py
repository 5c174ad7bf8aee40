"""What a list shows of each thing, before it becomes plain lines or a terminal's screen."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from recoverplan.value import Value


class Row(NamedTuple):
    """One thing in a list: its number, its name, and facts about it, the main one first."""

    id: int
    name: str
    facts: Sequence[str]


class Fact(NamedTuple):
    """One line of a thing shown alone: what it is, and what is known of it."""

    label: str
    text: str


def facts_of(one: Value, labels: Mapping[str, str], but: Container[str]) -> Iterator[Fact]:
    """Give what is known of each field of a record, in their order, but of those named.

    A field without a label here is called as it is named: "best_time" is "Best time".
    """
    for field in one.names_:
        value = getattr(one, field)
        if field not in but and value not in (None, (), ""):
            label = labels.get(field) or field.replace("_", " ").capitalize()
            yield Fact(label, value_said(value))


def value_said(value: Any) -> str:
    """Return a value as a fact says it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
