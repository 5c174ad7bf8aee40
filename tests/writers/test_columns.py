"""Columns of a terminal, measured in cells."""

from __future__ import annotations

import io
import sys

import pytest

from recoverplan.domain.text import substitute
from recoverplan.writers.columns import fit, wrap


@pytest.mark.parametrize("width", range(12))
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_cut_line_is_no_wider_for_an_output_without_an_ellipsis(
    monkeypatch: pytest.MonkeyPatch, encoding: str, width: int
) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    cut = fit("Tuesday Lifeline", width)
    assert len(substitute(cut, encoding)) <= width
    if width > 3:
        assert cut.startswith("T")
        assert cut.endswith("…" if encoding == "utf-8" else "...")


@pytest.mark.parametrize("width", [20, 30, 40])
@pytest.mark.parametrize("number", ["+49 30 1234 567", "1 800 555 0199", "(030) 123-456"])
def test_a_phone_number_is_never_broken(number: str, width: int) -> None:
    lines = wrap(f"Call Sam at any hour on {number}, or text. At 9 pm and 10 pm", width)
    assert any(number in line for line in lines)
    assert " ".join(lines) == f"Call Sam at any hour on {number}, or text. At 9 pm and 10 pm"


def test_a_date_and_its_hour_are_no_phone_number() -> None:
    assert wrap("Tue 24 Nov 2026 9 pm to 11 pm", 15) == ["Tue 24 Nov 2026", "9 pm to 11 pm"]
