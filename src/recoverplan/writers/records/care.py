"""The JSON of `care`: the five questions, and where their answers lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from recoverplan.data.regions import FINDERS
from recoverplan.domain.care import QUESTIONS, Answers, Routes, leads_on
from recoverplan.domain.region import Line, Region
from recoverplan.writers.plain.care import questions


def care_record(
    answers: Answers, region: Region, shown: Routes, *, everything: bool
) -> dict[str, Any]:
    """Return the record. `shown` holds the lines that are shown; `everything`: all routes are."""
    asked = [
        {"id": name, "question": text, "answer": answers.get(name)}
        for name, text in zip(QUESTIONS, questions(), strict=True)
    ]
    return {
        "schema": "recoverplan/care/1",
        "questions": asked,
        "leads_on": everything or leads_on(answers),
        "region": region.code or None,
        "emergency": region.emergency,
        "police": region.police if region.police != region.emergency else None,
        "routes": [*line_records(shown), *finder_records(region, everything or leads_on(answers))],
        "numbers_of": region.month if region.lines else None,
    }


def line_records(shown: Routes) -> Iterator[dict[str, Any]]:
    """Give the lines, each with what it is there for."""
    for why, lines in zip(("crisis", "care", "home"), shown, strict=True):
        yield from (line_record(line, why) for line in lines)


def line_record(line: Line, why: str) -> dict[str, Any]:
    """Return what it is there for, how to reach it and when, and where that was looked up."""
    return {
        "why": why,
        "kind": line.kind,
        "name": line.name,
        "for": line.purpose,
        "call": line.call,
        "text": line.text,
        "chat": line.chat,
        "hours": line.hours if line.hours_known else None,
        "source": line.source,
    }


def finder_records(region: Region, wanted: bool) -> Iterable[dict[str, Any]]:
    """Return the country's directory of treatment, where there is one."""
    finder = FINDERS.get(region.code.partition("-")[0]) if wanted else None
    if finder is None:
        return []
    record = dict.fromkeys(("call", "text", "chat", "hours"))
    named = {"why": "care", "kind": "directory", "name": finder.name, "for": finder.what}
    return [{**named, **record, "source": finder.source}]


def lines_record(region: Region, lines: Iterable[tuple[Line, bool | None]]) -> dict[str, Any]:
    """Return the record; each line comes with whether it is open now, None where not known."""
    emergency = {
        "call": region.emergency,
        "police": region.police if region.police != region.emergency else None,
        "text": region.emergency_text,
        "text_for": region.text_for,
        "other": list(region.other_ways),
        "check_locally": region.check_locally,
    }
    return {
        "schema": "recoverplan/lines/1",
        "region": region.code or None,
        "emergency": emergency,
        "lines": [full_line_record(line, opened) for line, opened in lines],
        "numbers_of": region.month if region.code else None,
    }


def full_line_record(line: Line, opened: bool | None) -> dict[str, Any]:
    """Return the record of one line; what was not given or not seen is null."""
    return {
        "name": line.name,
        "for": line.purpose,
        "kind": line.kind,
        "who": line.who,
        "call": line.call,
        "other_numbers": list(line.other_numbers),
        "text": line.text,
        "tty": line.tty,
        "email": line.email,
        "other": line.chat,
        "hours": line.hours if line.hours_known else None,
        "zone": line.zone,
        "open": opened,
        "cost": line.cost or None,
        "languages": list(line.languages),
        "access": line.access,
        "yours": line.yours,
        "note": line.note,
        "source": line.source,
        "date": line.date,
    }
