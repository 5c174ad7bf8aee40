"""What is written without Rich is, to the byte, what Rich writes."""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoverplan.cli import output
from recoverplan.domain.text import clean
from recoverplan.writers.terminal import style

TEXT = st.text(max_size=30).map(clean)
PART = st.one_of(TEXT, st.tuples(TEXT, st.sampled_from(sorted(style.STYLES))))
ROWS = st.lists(st.lists(PART, max_size=4), max_size=4)
AROUND: tuple[dict[str, str], ...] = (
    {}, {"FORCE_COLOR": "1"}, {"FORCE_COLOR": ""}, {"FORCE_COLOR": "1", "NO_COLOR": "1"},
    {"FORCE_COLOR": "1", "TERM": "unknown"}, {"FORCE_COLOR": "1", "TERM": "Dumb"},
    {"FORCE_COLOR": "1", "TERM": ""}, {"FORCE_COLOR": "1", "TERM": "xterm-16color"},
    {"FORCE_COLOR": "1", "COLORTERM": "truecolor"}, {"TTY_COMPATIBLE": "1"},
    {"TTY_COMPATIBLE": "0", "FORCE_COLOR": "1"},
)  # fmt: skip


@given(ROWS, st.sampled_from(AROUND), st.sampled_from([None, *style.THEMES]))
def test_rows_are_written_as_rich_writes_them(
    rows: list[style.Row], around: dict[str, str], theme: str | None
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("FORCE_COLOR", "NO_COLOR", "COLORTERM", "TTY_COMPATIBLE", "COLUMNS"):
            patch.delenv(name, raising=False)
        for name, value in around.items():
            patch.setenv(name, value)
        patch.setattr(style, "in_use", style.STYLES | style.THEMES.get(theme, {}))
        made = style.Screen(rows)
        assert output.drawn(made) == output.drawn_by_rich(made)


def test_every_style_of_every_theme_has_its_codes() -> None:
    for theme in ({}, *style.THEMES.values()):
        for said in (style.STYLES | theme).values():
            assert set(said.split()) <= set(style.CODES)


@pytest.mark.parametrize("typed", ["1", "40", "132", "0", "x", "", "-5", "²"])
def test_the_terminal_is_as_wide_as_rich_finds_it(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", typed)
    monkeypatch.setattr(os, "get_terminal_size", lambda _=1: os.terminal_size((77, 20)))
    monkeypatch.setattr(sys, "platform", "linux")
    assert output.columns() == (77 if typed in {"0", "x", "", "-5", "²"} else int(typed))
    if typed not in {"0", "²"}:  # at which Rich draws nothing, or fails
        assert output.columns() == output.console().width
