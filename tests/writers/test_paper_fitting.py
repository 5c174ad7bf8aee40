"""Sharing parts out over panels: nothing is lost, nothing is too high."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from recoverplan.writers.paper.fitting import LONGEST, Part, fitted
from rounds import rounds

SIZES = (12.0, 10.0, 8.0)
ROOM = 100.0


def heights(parts: list[Part]) -> list[list[float]]:
    """Return heights that grow with the text and with the size of the letters."""
    return [[2 + len(each["text"] + each["say"]) * size / 10 for each in parts] for size in SIZES]


def part(text: str, say: str = "") -> Part:
    return {"part": "person", "name": text, "text": text, "say": say, "before": 2.0}


PARTS = st.lists(
    st.builds(part, st.integers(0, 300).map("x".__mul__), st.integers(0, 200).map("y".__mul__)),
    min_size=1,
    max_size=12,
)


@settings(max_examples=rounds(150), deadline=None)
@given(PARTS)
def test_every_part_stands_on_a_panel_once_and_fits(parts: list[Part]) -> None:
    panels, notes = fitted(parts, heights, SIZES, ROOM)
    shown = [each for panel in panels for each in panel.parts]
    assert len(shown) == len(parts)
    for panel in panels:
        row = heights(panel.parts)[SIZES.index(panel.size)]
        assert sum(row) + sum(each["before"] for each in panel.parts) <= ROOM
        assert panel.parts[0]["before"] == 0
    unchanged = all(
        (before["text"], before["say"]) == (after["text"], after["say"])
        for before, after in zip(parts, shown, strict=True)
    )
    # What was shortened is said, and nothing is said where all is as it was.
    assert unchanged == (not notes)


def test_the_largest_letters_that_fit_are_taken() -> None:
    few, _ = fitted([part("x" * 20)], heights, SIZES, ROOM)
    more, _ = fitted([part("x" * 40), part("x" * 45)], heights, SIZES, ROOM)
    assert [few[0].size, more[0].size] == [12.0, 10.0]
    assert len(more) == 1


def test_a_text_longer_than_any_panel_is_not_even_measured() -> None:
    def measured(parts: list[Part]) -> list[list[float]]:
        assert all(len(each["text"] + each["say"]) <= 2 * LONGEST for each in parts)
        return heights(parts)

    panels, notes = fitted([part("x" * 100_000, "y" * 100_000)], measured, SIZES, ROOM)
    assert len(panels) == 1
    assert len(notes) > 1


def test_too_long_opening_words_go_before_the_text_is_cut() -> None:
    panels, notes = fitted([part("x" * 50, "y" * 500)], heights, SIZES, ROOM)
    assert panels[0].parts[0]["text"] == "x" * 50
    assert panels[0].parts[0]["say"] == ""
    assert len(notes) == 1
    assert "without opening words" in notes[0]
