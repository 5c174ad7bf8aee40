"""A person's own order of contacts."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from recoverplan.domain.contact import Contact, in_order

MADE = datetime(2026, 11, 1, tzinfo=UTC)


def contact(number: int, place: int) -> Contact:
    """Return a contact of whom nothing else matters."""
    return Contact(id=number, name=str(number), role="peer", zone="UTC", order=place, created=MADE)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=7), st.data())
def test_one_moves_and_the_others_keep_their_order(places: list[int], data: st.DataObject) -> None:
    contacts = [contact(number, place) for number, place in enumerate(places, start=1)]
    moved = data.draw(st.sampled_from(contacts))
    place = data.draw(st.integers(1, 9))
    after = in_order(contacts, moved, place)
    assert [one.order for one in after] == list(range(1, len(contacts) + 1))
    ids = [one.id for one in after]
    assert ids.index(moved.id) == min(place, len(contacts)) - 1
    ids.remove(moved.id)
    before = sorted(contacts, key=lambda one: (one.order, one.id))
    assert ids == [one.id for one in before if one.id != moved.id]
