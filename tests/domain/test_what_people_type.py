"""Times and moments as people type them: what each gives, what is asked for it, or the refusal.

Monday 23 November 2026, 10:00, in New York, by somebody who says am and pm. `--golden=write` writes
the table anew; then it wants reading.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from recoverplan.cli.repairing import helps
from recoverplan.domain.moment import read_moment
from recoverplan.domain.phrase import understand
from recoverplan.domain.schedule import following
from recoverplan.errors import UsageError

TABLE = Path(__file__).parents[1] / "golden" / "what-people-type.txt"
ZONE = ZoneInfo("America/New_York")
NOW = datetime(2026, 11, 23, 10, tzinfo=ZONE)


def outcome(typed: str) -> str:
    """Return what comes of a phrase, or of a moment with "@ " before it."""
    try:
        return moment(typed[2:]) if typed.startswith("@ ") else hours(typed)
    except UsageError as refused:
        missing = getattr(refused, "missing", None)
        if missing is not None and (
            not missing.choices or helps(missing, moment if typed[0] == "@" else hours)
        ):
            answers = ", ".join(each.words for each in missing.choices) or "no answer offered"
            return f"asks {missing.what}: {answers}"
        readings = getattr(refused, "readings", ())
        offered = f" Offers {'; '.join(readings)}" if readings else ""
        return f"refused: {refused.message.splitlines()[0]}{offered}"


def hours(typed: str) -> str:
    understood = understand(typed, NOW, asks_half=True, clock24=False)
    spans = following(understood.schedule, ZONE, NOW, 2)
    said = ", ".join(
        f"{span.start.astimezone(ZONE):%a %d %b %H:%M} to {span.end.astimezone(ZONE):%a %H:%M}"
        for span in spans
    )
    return f"{understood.words} = {said}"


def moment(typed: str) -> str:
    found = read_moment(typed, NOW, asks_half=True, past=True)
    if found.at > NOW:
        return "refused: still to come"
    return f"{'about ' * found.rough}{found.at:%a %d %b %H:%M}"


def lines() -> list[str]:
    return TABLE.read_text(encoding="utf-8").splitlines()


def phrases() -> list[str]:
    return [line.partition(" | ")[0] for line in lines() if line and line[0] != "#"]


def test_each_gives_what_the_table_says(request: pytest.FixtureRequest) -> None:
    made = [
        line if not line or line[0] == "#" else f"{phrase} | {outcome(phrase)}"
        for line in lines()
        for phrase in [line.partition(" | ")[0]]
    ]
    if request.config.getoption("--golden") == "write":
        TABLE.write_text("\n".join(made) + "\n", encoding="utf-8")
    assert made == lines()
    assert len(phrases()) >= 200
    assert len(set(phrases())) == len(phrases())
