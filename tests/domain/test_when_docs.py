"""docs/when.md: its tables are what the program says, and it names every word of the grammar."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from recoverplan.domain.phrase import PhraseError, bounds, clauses, days, draft, often, understand
from recoverplan.domain.saying import medium_day, time_range
from recoverplan.domain.schedule import following

PAGE = Path(__file__).parents[2] / "docs" / "when.md"
ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)
ROW = re.compile(r"^\| `([^`]+)` \|.*\|$", re.MULTILINE)


def row(phrase: str) -> str:
    """Return the row of a phrase: what is understood and when it is next, or the refusal."""
    try:
        understood = understand(phrase, NOW)
    except PhraseError as refused:
        readings = ", ".join(f"`{reading}`" for reading in refused.readings)
        return f"| `{phrase}` | {refused.message.splitlines()[0]} | {readings} |"
    span = following(understood.schedule, ZONE, NOW, 1)[0]
    start, end = (moment.astimezone(ZONE) for moment in span)
    year = "" if start.year == NOW.year else f" {start.year}"
    said = f"{medium_day(start.date())}{year}, {time_range(start, end, clock24=True)}"
    notes = "".join(f" *{note}*" for note in understood.notes)
    return f"| `{phrase}` | {understood.words}{notes} | {said} |"


def test_the_tables_are_what_the_program_says(request: pytest.FixtureRequest) -> None:
    page = PAGE.read_text(encoding="utf-8")
    made = ROW.sub(lambda match: row(match[1]), page)
    if request.config.getoption("--golden") == "write":
        PAGE.write_text(made, encoding="utf-8")
    assert made == PAGE.read_text(encoding="utf-8")
    assert len(ROW.findall(page)) > 70


def test_only_the_last_table_is_refused() -> None:
    accepted, refused = PAGE.read_text(encoding="utf-8").split("## What is refused")
    for phrase in ROW.findall(accepted):
        understand(phrase, NOW)
    for phrase in ROW.findall(refused):
        with pytest.raises(PhraseError):
            understand(phrase, NOW)


def test_every_word_that_opens_a_clause_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8").lower()
    words = {
        *often.ADVERBS,
        *often.UNITS.keys() - {"quarter", "fortnight"},
        *draft.FROM,
        *draft.PARTS,
        *(bounds.UNTIL - {"-"}),
        *(bounds.EXCEPT - {"but"}),
        *days.SETS,
        *(" ".join(said) for said in clauses.ANY_TIME),
        "today",
        "tonight",
        "tomorrow",
    }
    assert {word for word in words if word.rstrip("s") not in page} == set()
