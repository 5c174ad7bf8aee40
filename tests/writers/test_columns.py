"""Columns of a terminal, measured in cells."""

from __future__ import annotations

import io
import sys

import pytest

from recoverplan.domain.text import substitute
from recoverplan.writers.columns import fit


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
