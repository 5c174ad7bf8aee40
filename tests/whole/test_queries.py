"""What everyday commands ask the store: no table that grows with the years is walked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from conftest import Run
from recoverplan.store import connecting, ours
from whole.test_first_week import ALEX, enter

# What a person has at one time, and is read whole.
READ_WHOLE = {"setting", "contact", "peer_group", "plan_step", "risk_window", "reason", "support"}
READ_WHOLE |= {
    "agreement",
    "give",
    "treatment",
    "trip",
    "tried",
    "screen",
    "sqlite_schema",
    "sqlite_master",
    "json_each",
    "pragma_table_info",
}
# What ends at the first row, in the order in which rows lie.
ENDS_AT_ONCE = r"EXISTS \(SELECT 1|ORDER BY id( DESC)? LIMIT 1"
# A log is looked for among all of them, so that none is kept twice.
ALSO: dict[tuple[str, ...], set[str]] = {("meeting", "log"): {"meeting"}}
# Groups come with their logs where one of them is named.
ALSO |= {("contact", "ask"): {"meeting"}, ("meeting", "plan"): {"meeting"}}
EVERYDAY: tuple[tuple[str, ...], ...] = (
    (),
    ("plan",),
    ("plan", "--json"),
    ("card",),
    ("now",),
    ("contact", "list"),
    ("risk", "list"),
    ("urge", "log", "--strength", "5"),
    ("step", "add", "Tea", "--kind", "alone"),
    ("contact", "edit", "Sam", "--order", "1"),
    ("__complete", "bash", "contact", "show", ""),
    ("meeting", "log", "Tuesday Lifeline", "--at", "2026-11-03 19:00"),
    ("contact", "log", "Priya", "--no-answer"),
    ("contact", "show", "Sam"),
    ("contact", "ask", "Sam", "--to", "Tuesday"),
    ("meeting", "plan", "SMART", "--with", "Dana"),
)
# The week as it is lived, so that all there is to it is asked for.
LIVED = (
    "meeting plan|Tuesday|--with|Sam", "contact log|Sam", "contact log|Dana|--no-answer",
    "contact agree|Sam|--if|I miss two Tuesdays|--then|ask me how I am",
    "give add|Chairs|--when|tue 6:30pm", "treatment add|Clinic|--when|sat 10am",
    "trip add|Chicago|--from|2026-12-11|--until|2026-12-14",
)  # fmt: skip


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect every statement that is run on a store."""
    statements: list[str] = []
    connect = connecting.connect

    def watched(*arguments: Any, **more: Any) -> Any:
        connection = connect(*arguments, **more)
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(connecting, "connect", watched)
    return statements


def walked(home: Path, statements: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the tables that statements walk from end to end, each with the statement."""
    connection = connecting.unlocked(home, home / ours.STORE)
    for statement in dict.fromkeys(statements):
        if not re.match(r"\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b", statement, re.IGNORECASE):
            continue
        with suppress(dbapi2.OperationalError):  # of a trigger of that connection alone
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall():
                found = re.match(r"SCAN (?!CONSTANT)(?:main\.)?(\w+)", row["detail"])
                if found and not re.search(ENDS_AT_ONCE, statement):
                    yield found[1], statement
    connection.close()


@pytest.mark.parametrize("line", EVERYDAY, ids=lambda line: " ".join(line[:3]))
def test_nothing_that_grows_is_walked(
    line: tuple[str, ...], run: Run, home: Path, asked: list[str]
) -> None:
    enter(run, *ALEX)
    for each in LIVED:
        head, *rest = each.split("|")
        assert run(*head.split(), *rest).code == 0
    asked.clear()
    assert run(*line).code == 0
    statements = list(asked)
    assert statements or line == ("now",)
    for table, statement in walked(home, statements):
        assert table in READ_WHOLE | ALSO.get(line[:2], set()), statement


def test_a_walk_would_be_noticed(run: Run, home: Path, asked: list[str]) -> None:
    enter(run, *ALEX)
    assert run("urge", "list").code == 0
    assert "urge" in {table for table, _ in walked(home, list(asked))}
