"""What the tests of promises share: lines with bars, and plans as short rows."""

from __future__ import annotations

from typing import Any

from conftest import Result, Run

NEW_YORK = "setup|--region|US|--timezone|America/New_York"


def words_of(line: str) -> list[str]:
    """Split "contact add|Sam|--role|peer" into arguments: the head at spaces, the rest at bars."""
    head, *rest = line.split("|")
    return [*head.split(), *rest]


def do(run: Run, *lines: str, now: str | None = None) -> Result:
    """Run lines one after the other; each must succeed. Returns the last one's result."""
    for line in lines:
        result = run(*words_of(line), now=now)
        assert result.code == 0, (line, result.err)
    return result


def listed(run: Run, noun: str, name: str) -> list[dict[str, Any]]:
    """Return the records of `noun list --json`, which stand under `name`."""
    document = run(noun, "list", "--json").json
    assert document["schema"] == f"recoverplan/{name}/1"
    records: list[dict[str, Any]] = document[name]
    return records


def plan(run: Run, *options: str, now: str | None = None) -> dict[str, Any]:
    """Return `plan --json`."""
    result = run("plan", "--json", *options, now=now)
    assert result.code == 0, result.err
    document: dict[str, Any] = result.json
    return document


def short(instant: str) -> str:
    """Return "2026-11-23T21:00:00-05:00" as "23 21:00"."""
    return f"{instant[8:10]} {instant[11:16]}"


def windows(found: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return each occurrence of a plan as (label, start, end)."""
    return [
        (one["risk"]["label"], short(one["start"]), short(one["end"]))
        for one in found["occurrences"]
    ]


def check_ins(found: dict[str, Any]) -> list[tuple[str, str] | None]:
    """Return each occurrence's check-in as (name, at)."""
    return [
        one["check_in"] and (one["check_in"]["contact"]["name"], short(one["check_in"]["at"]))
        for one in found["occurrences"]
    ]


def cover(found: dict[str, Any], number: int = 0) -> list[tuple[str, str, str]]:
    """Return the cover of one occurrence as (name, start, end)."""
    return [
        (one["name"], short(one["start"]), short(one["end"]))
        for one in found["occurrences"][number]["cover"]
    ]


def gaps(found: dict[str, Any], number: int = 0) -> list[tuple[str, str]]:
    """Return the gaps of one occurrence as (start, end)."""
    return [
        (short(one["start"]), short(one["end"])) for one in found["occurrences"][number]["gaps"]
    ]
