"""A month, and the chart of urges, on a page: lines that were chosen, no notes, no totals."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sheets
from conftest import Run
from page_reading import PageRead
from recoverplan.words import review as words
from recoverplan.words.lived import LESS_ALONE
from recoverplan.writers.plain.urge import hour_said
from recoverplan.writers.report import grid_heard
from sharing import typed_once

ENTERED = (
    "setup|--region|US|--about|drugs|--timezone|America/New_York|--name|Alex",
    "risk|add|Nights alone|--when|mon-thu 9pm-midnight",
    "group|add|Tuesday Lifeline|--when|tue 7-8pm|--where|a hall",
    "meeting|log|Tuesday Lifeline|--at|2026-11-17 19:00|--note|zznote of a meeting",
    (
        "urge|log|--at|2026-11-17 21:30|--strength|7|--trigger|quiet apartment|--did|tea|--after|3"
        "|--note|zznote of an urge"
    ),
    "urge|log|--at|2026-11-10 21:30|--strength|7|--trigger|the game|--did|tea|--after|3",
    "lapse|log|--at|2026-11-12 22:00|--trigger|payday|--note|zznote of a lapse",
    "review|--helped|ringing Sam|--question|who for Sundays",
    "reason|add|Breakfast with her|--on|review",
)
NOW = "2026-11-23T10:00"


@pytest.fixture
@typed_once
def typed(run: Run) -> Run:
    for number, line in enumerate(ENTERED):
        now = "2026-11-02T10:00" if number < 3 else NOW  # hard hours lie behind
        assert run(*line.split("|"), now=now).code == 0, line
    return run


def said(run: Run, path: Path, *line: str) -> str:
    """Return what stands on the sheet that a command line makes."""
    done = run(*line, "--pdf", str(path), "--force", now=NOW)
    assert (done.code, done.out) == (0, f"{path}\n")
    return sheets.said(path.read_bytes())


def test_without_a_terminal_what_stands_on_it_is_named(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    refused = typed("review", "--pdf", str(path), now=NOW)
    assert (refused.code, refused.out, path.exists()) == (2, "", False)
    for part in words.PARTS:
        assert part in refused.err
    assert words.ASKED_FOR not in refused.err
    told = typed("review", "--pdf", str(path), "--with", "did", now=NOW)
    assert words.ASKED_FOR in " ".join(told.err.split())
    some = said(typed, path, "review", "--with", "meetings", "--with", "did")
    assert "Tuesday Lifeline" in some
    assert "tea" in some
    assert "quiet apartment" not in some
    assert words.LEGEND not in some


def test_all_of_it_but_notes(typed: Run, tmp_path: Path) -> None:
    page = said(typed, tmp_path / "p.pdf", "review", "--with", "all")
    for text in (
        "November 2026", "Nights alone", "quiet apartment", "payday", "tea", "ringing Sam",
        "who for Sundays", "Breakfast with her", words.LEGEND,
    ):  # fmt: skip
        assert text in page
    assert "zznote" not in page
    assert "Alex" not in page
    noted = said(typed, tmp_path / "p.pdf", "review", "--with", "all,notes")
    for what in ("a meeting", "an urge", "a lapse"):
        assert f"zznote of {what}" in noted
    assert len(sheets.pages((tmp_path / "p.pdf").read_bytes())) == 1


def test_an_answer_about_being_alone_is_of_no_part(typed: Run, tmp_path: Path) -> None:
    assert typed("review", "--less-alone", "yes", now=NOW).code == 0
    page = said(typed, tmp_path / "p.pdf", "review", "--with", "all")
    assert "ringing Sam" in page
    assert LESS_ALONE not in page


def test_no_totals_and_a_title_that_tells_nothing(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    page = said(typed, path, "review", "--with", "all")
    assert not re.search(r"\d+ (urges?|days?|times?|people|of 3)|on average|score", page)
    titles = " ".join(sheets.metadata(path.read_bytes()).values())
    assert not re.search(r"(?i)recover|urge|lapse|review", titles)
    inside = sheets.everything_in(path.read_bytes())
    for tag in ("/StructTreeRoot", "/Marked true", "/H1", "/H2", "/Lang", "/Alt"):
        assert tag in inside
    assert all(map(sheets.is_grey, sheets.pages(path.read_bytes())))
    places = [page.index(words.PARTS[part]) for part in ("hours", "chart", "triggers", "reasons")]
    assert places == sorted(places)


def test_the_chart_alone_unless_more_is_named(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    alone = said(typed, path, "urge", "chart")
    assert words.LEGEND in alone
    assert "quiet apartment" not in alone
    inside = sheets.everything_in(path.read_bytes())
    for tag in ("/StructTreeRoot", "/Marked true", "/H1", "/H2", "/Figure", "/Alt", "/Lang"):
        assert tag in inside
    assert "Tuesday: 9 to 10 pm most often" in inside  # heard where it cannot be seen
    assert alone.index(words.PARTS["chart"]) < alone.index(words.LEGEND)
    more = said(typed, path, "urge", "chart", "--with", "triggers,did,notes")
    assert "quiet apartment" in more
    assert "zznote of an urge" in more
    assert words.LEGEND not in more


def test_a_page_for_a_phone(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    assert typed("review", "--html", str(path), "--with", "all", now=NOW).code == 0
    content = path.read_text(encoding="utf-8")
    page = PageRead(content)
    assert "Tuesday: 9 to 10 pm most often" in page.words
    assert "zznote" not in content
    assert not {"script", "img", "link"} & page.tags


def test_hours_that_are_alike_are_heard_together() -> None:
    day = [0] * 24
    day[0], day[10:13], day[13], day[21:24] = 1, [3, 3, 3], 1, [2, 2, 2]
    assert grid_heard([day], clock24=False) == [
        (
            "Monday: midnight to 1 am sometimes, 10 am to 1 pm most often, 1 to 2 pm sometimes,"
            " 9 pm to midnight more often"
        )
    ]
    assert grid_heard([[0] * 24, [1] * 24], clock24=True) == ["Tuesday: all day sometimes"]


@given(st.lists(st.integers(0, 3), min_size=24, max_size=24))
def test_every_hour_is_heard_at_its_height_and_no_neighbours_alike(day: list[int]) -> None:
    hours = [hour_said(hour, clock24=True).split(" to ") for hour in range(24)]
    heard = [0] * 24
    said = "".join(grid_heard([day], clock24=True)).removeprefix("Monday: ")
    said = said.replace(words.ALL_DAY, "00:00 to 00:00")
    last = ("", "")
    for start, _, end, level in (each.split(" ", 3) for each in said.split(", ") if each):
        first, behind = [one for one, _ in hours].index(start), [one for _, one in hours].index(end)
        heard[first : behind + 1] = [words.LEVELS.index(level)] * (behind + 1 - first)
        assert last != (start, level)
        last = (end, level)
    assert heard == day


@pytest.mark.parametrize(
    "line",
    [
        "review --with hours", "review --pdf x.pdf --with wall", "review --pdf x.pdf --json",
        "review --pdf x.pdf --helped tea", "urge chart --with chart", "review --force",
        "urge chart --pdf x.pdf --json",
    ],
)  # fmt: skip
def test_what_does_not_go_together(
    typed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = typed(*line.split(), now=NOW)
    assert (refused.code, refused.out) == (2, "")
    assert not list(tmp_path.glob("x.*"))


def test_a_part_that_this_page_does_not_have_is_refused(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "days.pdf"
    done = typed("urge", "chart", "--pdf", str(path), "--with", "hours", now=NOW)
    assert (done.code, done.out) == (1, "")
    assert "Nothing was written: there is none of hours for this page." in done.err
    assert "There is: chart, triggers, did" in done.err
    assert not path.exists()


def test_a_month_in_which_nothing_was_noted(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    line = ("review", "--pdf", str(path), "--with", "chart", "--week", "2026-03-03")
    done = typed(*line, now=NOW)
    assert (done.code, done.out, path.exists()) == (1, "", False)
    assert "there is none of chart for this page" in done.err


def test_a_part_without_a_file_is_refused_with_a_line_of_its_own_command(run: Run) -> None:
    for line in (("review",), ("urge", "chart")):
        refused = run(*line, "--force")
        assert (refused.code, f"recoverplan {' '.join(line)} --pdf" in refused.err) == (2, True)
