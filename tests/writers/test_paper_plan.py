"""The plan and the map on paper: one sheet, nothing cut off, greys alone, the right hours dark."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PIL import Image

import alex
import sheets
from recoverplan.domain.card import CardLine
from recoverplan.domain.plan import Plan
from recoverplan.domain.region import Region
from recoverplan.domain.sheet import PlanSheet, people, standing
from recoverplan.domain.span import subtract
from recoverplan.domain.weekmap import Stretch, WeekMap
from recoverplan.words import plan as map_words
from recoverplan.writers.paper.plan import plan_pdf
from recoverplan.writers.paper.weekmap import blank_pdf, map_pdf

MONDAY = date(2026, 11, 23)
US = Region("US", "United States", "911", "911", False, False, (alex.LINE_988,), "November 2026")
SIZES = {"letter": (215.9, 279.4), "a4": (210.0, 297.0)}
EDGE = 10.0  # millimetres that stay white all round


def stretches(plan: Plan) -> tuple[Stretch, ...]:
    """Return what is covered and what is open."""
    found = []
    for each in plan.occurrences:
        level = each.risk.level
        found += [Stretch(gap, level, open=True) for gap in each.gaps]
        there = subtract([each.span], list(each.gaps))
        found += [Stretch(span, level, open=False) for span in there]
    return tuple(sorted(found))


WEEK = WeekMap(alex.ZONE, MONDAY, 60, (), stretches(alex.PLAN))


def sheet_of(plan: Plan = alex.PLAN) -> PlanSheet:
    """Return a sheet of a plan, with the map of its first week."""
    return PlanSheet(
        plan=standing(plan),
        head=plan.occurrences[0] if plan.occurrences else None,
        rest=plan.occurrences[1:],
        maps=(WEEK,) if plan.occurrences else (),
        people=people(alex.ALEX.contacts, plan),
        open=(),
        lines=(CardLine("988", "988", "988", None, "any hour"),),
    )


def printed(plan: Plan = alex.PLAN, paper: str = "letter") -> bytes:
    return plan_pdf(sheet_of(plan), alex.ALEX, US, plan.now.astimezone(alex.ZONE), paper).content


def assert_whole(page: Image.Image) -> None:
    """Hold that nothing reaches the edges, and that there is no color."""
    width, height = sheets.size(page)
    drawn = sheets.ink(page)
    assert drawn is not None
    assert drawn[0] > EDGE
    assert drawn[1] > EDGE
    assert drawn[2] < width - EDGE
    assert drawn[3] < height - EDGE
    assert sheets.is_grey(page)


@pytest.mark.parametrize("paper", SIZES)
def test_the_week_is_one_sheet(paper: str) -> None:
    made = printed(paper=paper)
    (page,) = sheets.pages(made)
    assert sheets.size(page) == pytest.approx(SIZES[paper], abs=0.1)
    assert_whole(page)


def test_everything_of_the_plan_is_on_it() -> None:
    said = sheets.said(printed())
    for text in (
        "Your week, Alex", "Mon 23 to Sun 29 November", "9 to midnight", "Nights alone, high",
        "8:30 pm call Sam", "11 to 12 open", "Thanksgiving", "6 pm call Sam", "8:30 pm text Priya",
        "4:30 pm call Dana", "SMART at 7 pm", "noon to 5 pm", "11:30 am call Dana", "covered",
        "Filled: somebody is there", "Sam call 555-0114", "“Rough evening. Got ten minutes?”",
        "Priya text 555-0127", "Dana call 555-0136", "quiet apartment, can't sleep",
        "If I pace, then shoes on, and once round the block.", "Tea and the radio",
        "Tuesday Lifeline 2 of 3–5", "St Luke's hall", "988 call or text, any hour",
        "911 emergency", "Numbers looked up in November 2026",
        "cannot tell how much danger you are in",
    ):  # fmt: skip
        assert text in said, text


def test_its_title_has_no_name_in_it_and_it_can_be_heard() -> None:
    made = printed()
    assert sheets.metadata(made)["Title"] == "Your week: Mon 23 to Sun 29 November"
    inside = sheets.everything_in(made)
    assert "<pdfuaid:part>1</pdfuaid:part>" in inside
    assert "Mon 23: 9 to 11 pm: high, somebody is there" in inside  # the map, in words
    assert made == printed()


def test_a_long_plan_takes_pages_and_loses_nothing() -> None:
    weeks = [
        each._replace(
            span=type(each.span)(
                each.span.start + timedelta(7 * week), each.span.end + timedelta(7 * week)
            ),
            check_in=None,
            cover=(),
            gaps=(),
        )
        for week in range(12)
        for each in alex.PLAN.occurrences
    ]
    plan = alex.PLAN._replace(occurrences=tuple(weeks), end=alex.at(23 + 84, 0))
    made = plan_pdf(sheet_of(plan), alex.ALEX, US, datetime(2026, 11, 23, tzinfo=alex.ZONE), "a4")
    shown = sheets.pages(made.content)
    assert made.pages == len(shown) > 1
    for page in shown:
        assert_whole(page)
    assert sheets.said(made.content).count("Thanksgiving") == 12
    assert "Thu 11 Feb" in sheets.said(made.content)


@pytest.mark.parametrize(
    "text", ["#set page(fill: red)", "y" * 300, "] $x$ *b* _i_", "words upon words " * 40]
)
def test_hostile_labels_are_only_text(text: str) -> None:
    hostile = tuple(
        each._replace(risk=replace(each.risk, label=text, steps=(text,)))
        for each in alex.PLAN.occurrences
    )
    for page in sheets.pages(printed(alex.PLAN._replace(occurrences=hostile))):
        assert_whole(page)


def test_nothing_planned_is_a_sheet_too() -> None:
    plan = alex.PLAN._replace(occurrences=(), tries=())
    said = sheets.said(printed(plan))
    assert "A quiet week." in said
    assert "555-0114" in said


@pytest.mark.parametrize("paper", SIZES)
def test_the_map_shows_which_hours_are_hard_and_which_are_open(paper: str) -> None:
    (page,) = sheets.pages(map_pdf(WEEK, paper, clock24=False).content)
    height, width = SIZES[paper]
    assert sheets.size(page) == pytest.approx((width, height), abs=0.1)
    assert_whole(page)
    margin, before = 16.0, 22.0
    across = width - 2 * margin - before

    def dark_rows(hour: float) -> int:
        """Count the days whose bar is filled at an hour: runs of ink down the page."""
        x = margin + before + hour / 24 * across
        column = sheets.part(page, (x, 40, x + 0.3, height - 45)).resize((1, 2000))
        levels = [column.getpixel((0, y)) < 120 for y in range(2000)]  # type: ignore[operator]
        runs = "".join("x" if dark else " " for dark in levels).split()
        return sum(len(run) > 40 for run in runs)

    assert dark_rows(21.5) == 5  # Monday to Thursday, and payday
    assert dark_rows(23.5) == 0  # open: hollow
    assert dark_rows(14.5) == 1  # Sunday; Thanksgiving is open then
    assert dark_rows(9.5) == 0


def test_an_empty_map_is_a_grid_to_write_in() -> None:
    made = blank_pdf("letter", clock24=True).content
    (page,) = sheets.pages(made)
    assert_whole(page)
    said = sheets.said(made)
    assert map_words.BLANK_TITLE in said
    assert "Mon" in said
    assert "Circle the hours" in said
    assert "6 9 12" in said
