"""docs/reliability.md is what was counted, no more; of what was counted again, the newest."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
found = importlib.util.spec_from_file_location("torture", ROOT / "tools" / "torture.py")
assert found
assert found.loader
torture = importlib.util.module_from_spec(found)
found.loader.exec_module(torture)


def counted(runs: int, of: int | None, part: str = "", day: str = "2026-11-29") -> dict[str, Any]:
    return {"fault": "a cut", "part": part, "runs": runs, "of": of, "held": "whole", "day": day,
            "on": "here"}  # fmt: skip


def row(*entries: dict[str, Any]) -> str:
    (line,) = [each for each in torture.page([*entries]).splitlines() if "| whole |" in each]
    return str(line)


def test_the_page_is_made_of_the_record() -> None:
    record = torture.entries_in(torture.RECORD)
    assert torture.PAGE.read_text(encoding="utf-8") == torture.page(record)


def test_the_newest_count_of_a_fault_stands() -> None:
    old, new = counted(4, 18, day="2026-11-28"), counted(18, 18)
    assert row(old, new) == "| a cut | 18 of 18 | 29 Nov 2026 | whole |"
    assert row(new, old) == "| a cut | 4 of 18 | 28 Nov 2026 | whole |"
    assert "Not whole:\n\n- a cut: 4 of 18\n" in torture.page([new, old])
    assert "Not whole" not in torture.page([old, new])


def test_a_run_of_less_than_the_full_numbers_says_so() -> None:
    few = {**counted(12, None), "size": 0.01}
    assert row(few) == "| a cut | 12, 1% of a whole run | 29 Nov 2026 | whole |"
    assert "Not whole" in torture.page([few])
    assert row(few, counted(500, None)) == "| a cut | 500 | 29 Nov 2026 | whole |"


def test_parts_that_were_counted_by_themselves_make_a_whole() -> None:
    most = counted(90, 90, "all but fcntl pwrite64", "2026-11-28")
    rest = counted(30, 30, "fcntl pwrite64")
    assert row(most, rest) == "| a cut | 120 of 120 | 28 Nov 2026 and 29 Nov 2026 | whole |"
    assert "90 of 90: all but fcntl pwrite64" in row(most)
    assert "Not whole" in torture.page([most])
    assert "30 of 30: fcntl pwrite64" in row(rest)
    assert "120 of 121" in torture.page([most, {**rest, "of": 31}]).partition("Not whole")[2]
    assert row(most, rest, counted(7, 7)) == "| a cut | 7 of 7 | 29 Nov 2026 | whole |"


def test_what_several_tests_count_under_one_name_is_added_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torture, "RECORD", tmp_path / "record")
    report = tmp_path / "report"
    line = '{"fault": "a cut", "part": "", "runs": 3, "of": 5, "held": "whole"}\n'
    report.write_text(line * 2)
    torture.keep(report)
    torture.keep(report)
    first, second = torture.entries_in(torture.RECORD)
    assert first == second
    assert (first["runs"], first["of"]) == (6, 10)
