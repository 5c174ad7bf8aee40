"""Reasons in the moment: below the steps, never in the way of what must stay in sight."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawn_examples import ROUGH
from moment_examples import ALEX, read_back, view_at, written
from recoverplan.domain.emergency import without_names
from recoverplan.domain.text import cells, clean
from recoverplan.now.card import parse
from recoverplan.now.plain import plain, plain_rows
from recoverplan.now.screen import screen
from rounds import rounds

WHY = ALEX._replace(reasons=("Breakfast with my daughter", "Sleep", "The third"))
FIRST = "Call "


def test_they_stand_between_steps_and_the_next_meeting() -> None:
    for rows in (screen(view_at(kept=WHY), (), 80, 40), plain(view_at(kept=WHY), ())):
        text = "\n".join(rows)
        places = [
            text.index(said)
            for said in ("Phone charges", "Breakfast with my daughter", "Sleep", "Tuesday Lifeline")
        ]
        assert places == sorted(places)
        assert "The third" not in text  # two are enough


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 24), (30, 12), (80, 12)])
def test_the_first_line_stays_in_sight(width: int, height: int) -> None:
    crowded = WHY._replace(steps=WHY.steps * 3, reasons=("a long reason " * 12,) * 4)
    for kept in (WHY, crowded):
        rows = screen(view_at(kept=kept), (), width, height)
        assert rows[0].startswith(FIRST[: width // 2])
        assert len(rows) < height or height < 24
        assert len(rows) <= len(screen(view_at(), (), width, height)) or len(rows) < height
    if height == 24:
        assert plain_rows(view_at(kept=crowded), (), width, height)[0].startswith(FIRST)


def test_a_card_of_the_former_format_is_read() -> None:
    former = b"\n".join(row for row in written(WHY).split(b"\n") if b"reason" not in row)
    card = parse(former)
    assert card is not None
    assert card.reasons == []
    assert card.steps == read_back(WHY).steps


def test_behind_a_passphrase_they_are_not_on_the_card() -> None:
    assert b"Breakfast" in written(WHY)
    assert b"Breakfast" not in written(without_names(WHY))


@given(st.lists(ROUGH, max_size=4))
@settings(max_examples=rounds(60), deadline=None)
def test_whatever_was_typed_comes_back_harmless(texts: list[str]) -> None:
    card = read_back(ALEX._replace(reasons=tuple(texts)))
    assert card.reasons == [clean(text) for text in texts if clean(text)]
    rows = screen(view_at(kept=ALEX._replace(reasons=tuple(texts))), (), 40, 60)
    assert max(map(cells, rows)) <= 40
