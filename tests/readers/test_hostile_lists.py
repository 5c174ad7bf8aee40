"""Every format of lists against every kind of hostile file: taken whole, or refused in a sentence.

A format that the reader tells apart and that has no shape here fails the first test.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, get_args
from xml.sax.saxutils import escape

import pytest

from conftest import Run
from recoverplan.cli import group_import
from recoverplan.readers import json_stream, spreadsheet
from recoverplan.readers.listing_fields import Kind
from recoverplan.services.keeping import reading

NAMES = ("Lifeline", "Lantern")
LONG = 10 << 20
DEEP = 50_000
MANY = 50_000


class Shape(NamedTuple):
    """A format, and how a file of it is written with two meetings of these notes.

    `written`: as what; of all but tables what is cut off is not taken for a shorter list.
    """

    kind: str
    write: Callable[[str], bytes]
    written: str = "json"


def guide(notes: str) -> list[dict[str, Any]]:
    return [
        {"slug": name, "name": name, "day": 5, "time": "21:00", "notes": notes,
         "conference_url": "https://meet.example/1", "timezone": "UTC"}
        for name in NAMES
    ]  # fmt: skip


def bmlt(notes: str) -> list[dict[str, Any]]:
    return [
        {"id_bigint": name, "meeting_name": name, "weekday_tinyint": "6", "start_time": "21:00:00",
         "comments": notes, "virtual_meeting_link": "https://meet.example/1"}
        for name in NAMES
    ]  # fmt: skip


def api(notes: str) -> list[dict[str, Any]]:
    return [
        {"id": number, "name": name, "day": 5, "startTime": "21:00", "venueType": 2,
         "formatIds": [1], "duration": "01:00", "published": True, "comments": notes,
         "virtual_meeting_link": "https://meet.example/1"}
        for number, name in enumerate(NAMES, 1)
    ]  # fmt: skip


def wrapped(before: str, rows: Callable[[str], Any], after: str) -> Callable[[str], bytes]:
    return lambda notes: (before + json.dumps(rows(notes)) + after).encode()


def values(notes: str) -> list[list[str]]:
    rows = guide(notes)
    return [list(rows[0]), *([str(cell) for cell in row.values()] for row in rows)]


def table(mark: str, rows: Callable[[str], list[list[str]]]) -> Callable[[str], bytes]:
    def write(notes: str) -> bytes:
        import csv

        out = io.StringIO()
        csv.writer(out, delimiter=mark).writerows(rows(notes))
        return out.getvalue().encode()

    return write


def naws(notes: str) -> list[list[str]]:
    head = ["Committee", "CommitteeName", "Day", "Time", "Closed", "Format1", "Directions"]
    return [head, *([name, name, "Friday", "2100", "OPEN", "BT", notes] for name in NAMES)]


def bmlt_table(notes: str) -> list[list[str]]:
    rows = bmlt(notes)
    return [list(rows[0]), *(list(row.values()) for row in rows)]


def pasted(notes: str) -> bytes:
    rows = "".join(f"| {name} | {name} | Fri | 9 pm | {notes} |\n" for name in NAMES)
    return f"| id | Name | Day | Time | Notes |\n|---|---|---|---|---|\n{rows}".encode()


def spaced(notes: str) -> bytes:
    rows = "".join(f"{name}   {name}   Fri   9 pm   {notes}\n" for name in NAMES)
    return f"id   Name   Day   Time   Notes\n{rows}".encode()


def calendar(notes: str) -> bytes:
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{name}\r\nSUMMARY:{name}\r\nDTSTART:20261127T210000\r\n"
        f"RRULE:FREQ=WEEKLY\r\nDESCRIPTION:{notes}\r\nEND:VEVENT\r\n"
        for name in NAMES
    )
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{events}END:VCALENDAR\r\n".encode()


def packed(sheet: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


def sheet_of(rows: str) -> str:
    return f"<worksheet><sheetData>{rows}</sheetData></worksheet>"


def spreadsheet_row(cells: list[str]) -> str:
    said = "".join(f"<c t='inlineStr'><is><t>{escape(cell)}</t></is></c>" for cell in cells)
    return f"<row>{said}</row>"


def workbook(notes: str) -> bytes:
    said = [[cell.replace("\0", "") for cell in row] for row in values(notes)]  # not in XML
    return packed(sheet_of("".join(map(spreadsheet_row, said))))


SHAPES = {
    "a list": Shape("meeting-guide", wrapped("", guide, "")),
    **{
        f"in {name}": Shape("meeting-guide", wrapped(f'{{"{name}": ', guide, "}"))
        for name in json_stream.LISTS
    },
    "two deep": Shape("meeting-guide", wrapped('{"data": {"meetings": ', guide, "}}")),
    "records with fields": Shape(
        "meeting-guide",
        wrapped('{"records": ', lambda notes: [{"id": row["slug"], "fields": row}
                                               for row in guide(notes)], "}"),
    ),
    "a record a line": Shape(
        "meeting-guide",
        lambda notes: "".join(json.dumps(row) + "\n" for row in guide(notes)).encode(),
    ),
    "a call": Shape("meeting-guide", wrapped("callback(", guide, ");")),
    "BMLT": Shape("bmlt", wrapped("", bmlt, "")),
    "BMLT in a call": Shape("bmlt", wrapped("/**/jQuery1(", bmlt, ");")),
    "BMLT with formats": Shape(
        "bmlt", wrapped('{"formats": [], "meetings": ', bmlt, "}")
    ),
    "BMLT's API": Shape("bmlt", wrapped("", api, "")),
    "BMLT's table": Shape("bmlt", table(",", bmlt_table), "table"),
    "a sheet": Shape("sheet", wrapped('{"range": "A", "values": ', values, "}")),
    "commas": Shape("csv", table(",", values), "table"),
    "semicolons": Shape("csv", table(";", values), "table"),
    "NAWS": Shape("naws", table(",", naws), "table"),
    "tabs": Shape("text", table("\t", values), "table"),
    "bars": Shape("text", pasted, "table"),
    "spaces": Shape("text", spaced, "table"),
    "a calendar": Shape("ics", calendar, "calendar"),
    "a spreadsheet": Shape("xlsx", workbook, "spreadsheet"),
}  # fmt: skip

# In the place of a name: what nests, opens or goes on without end in this format.
ENDLESS = {
    "json": ("[" * DEEP, '{"a":' * DEEP, "9" * LONG, '"\\ud800', "[],[[]]" * DEEP),
    "table": (
        '"' * DEEP, '"' + "x,\t|\n" * MANY, "x," * MANY, "x\t" * MANY, "x | " * MANY, "x   " * MANY
    ),
    "calendar": (
        "Lifeline\r\n" + "BEGIN:VEVENT\r\n" * (DEEP // 10),
        "Lifeline\r\nRRULE:FREQ=SECONDLY",
        "Lifeline\r\nRRULE:FREQ=DAILY;INTERVAL=0",
        "Lifeline\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "Lifeline\r\nRRULE:FREQ=WEEKLY;COUNT=" + "9" * 5000,
        "Lifeline\r\nRDATE:" + ",".join(["20261127T210000"] * (DEEP // 10)),
        "Lifeline\r\nEXDATE:" + ",".join(["20261127T210000"] * (DEEP // 10)),
    ),
    "spreadsheet": (),  # packed: see `bombs`
}  # fmt: skip


def bombs() -> list[bytes]:
    """Return spreadsheets that unpack to more than they seem, nest, or define entities."""
    head = spreadsheet_row([*guide("")[0]])
    large = "9" * (17 << 20)
    entities = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/sharedStrings.xml", f"<sst><si><t>{large}</t></si></sst>")
        file.writestr("xl/worksheets/sheet1.xml", sheet_of(head))
    return [
        out.getvalue(),
        packed(sheet_of(f"{head}<row><c><v>{large}</v></c></row>")),
        packed(sheet_of(head + "<row>" * DEEP)),
        packed(sheet_of(head + "<row/>" * MANY)),
        packed(sheet_of(f"{head}<row>{'<c><v>1</v></c>' * MANY}</row>")),
        packed(sheet_of(f"{head}<row><c r='XFD{'9' * 5000}'><v>1</v></c></row>")),
        packed(sheet_of(f"{head}<row><c t='s'><v>{'9' * 5000}</v></c></row>")),
        packed(entities + sheet_of(f"{head}<row><c><v>&b;</v></c></row>")),
    ]


def hostile(shape: Shape) -> dict[str, bytes]:
    """Return hostile files of a shape, by what is hostile in them."""
    good = shape.write("Ring twice")
    name = b'"Lifeline"' if b'"Lifeline"' in good else b"Lifeline"
    found = {
        "a cell of 10 MB": shape.write("x" * LONG),
        "a NUL, as the format writes it": shape.write("Ring\0twice"),
        "NULs": good.replace(b"Ring", b"Ri\0ng"),
        "a hole": good + b"\0" * (2 << 20),
        "cut in half": good[: len(good) // 2],
        "cut in a meeting": good[: good.rindex(b"Lantern") + 3] if b"Lantern" in good else good[:9],
        "without its end": good.rstrip()[:-1],
        "lines without end": good + b"\n " * MANY,
        "no UTF-8": good.replace(b"Ring", b"\xff\xfe\xed\xa0\x80"),
    }
    for number, endless in enumerate(ENDLESS[shape.written]):
        found[f"without end, {number}"] = good.replace(name, endless.encode(), 1)
    if shape.written == "spreadsheet":
        found |= {f"a bomb, {number}": each for number, each in enumerate(bombs())}
    return found


def test_every_format_has_a_shape() -> None:
    assert {shape.kind for shape in SHAPES.values()} == set(get_args(Kind))
    assert {shape.written for shape in SHAPES.values()} == set(ENDLESS)


def kept(home: Path) -> int:
    with reading(home) as store:
        assert store is not None
        found = store.execute(
            "SELECT (SELECT count(*) FROM listing) + (SELECT count(*) FROM listing_source)"
            " + (SELECT count(*) FROM slot)"
        )
        return int(found.fetchone()[0])


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_taken_whole_or_refused_in_a_sentence(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_BYTES", 16 << 20)
    monkeypatch.setattr(spreadsheet, "MOST_TEXTS", 16 << 20)
    shape = SHAPES[name]
    run("step", "add", "Tea", "--kind", "alone")
    path = tmp_path / "list"

    def take(content: bytes) -> Any:
        path.write_bytes(content)
        return run("group", "import", str(path), "--zone", "UTC", "--json")

    for what, content in hostile(shape).items():
        result = take(content)
        if result.code == 0:
            told = result.json
            skipped = sum(each["count"] for each in told["skipped"])
            assert (told["format"], told["added"] + skipped) == (shape.kind, told["rows"]), what
            assert shape.written == "table" or not what.startswith("cut"), what
            assert run("undo").code == 0
        else:
            assert (result.code, result.out) == (2, ""), what
            said = result.err.strip()
            assert said.endswith("."), what
            assert len(said) < 400, what
            assert "Traceback" not in said, what
        assert kept(home) == 0, what
    with monkeypatch.context() as patch:
        patch.setattr(group_import, "MOST_BYTES", 64)
        result = take(shape.write("Ring twice"))
        assert result.code == 2
        assert "too much" in result.err
    assert kept(home) == 0
    assert take(shape.write("Ring twice")).json["added"] == len(NAMES)
