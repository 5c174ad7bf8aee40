"""Lists as they are in the world: small ones of each shape, with what each must give."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recoverplan.data.type_codes import codes_of, names
from recoverplan.domain.listing import Listing
from recoverplan.errors import RecoverplanError
from recoverplan.readers import spreadsheet
from recoverplan.readers.meeting_list import ListReader

LISTS = Path(__file__).parents[1] / "data" / "lists"
TODAY = date(2026, 11, 23)
ZONE = "America/New_York"
FRIDAY, SUNDAY = 16, 64
STREET = "12 Quay St, Fairhaven, NY 11999, USA"


def read(content: str | bytes | Path) -> tuple[ListReader, dict[str, Listing]]:
    data = content.read_bytes() if isinstance(content, Path) else content
    data = data.encode() if isinstance(data, str) else data
    reader = ListReader(io.BytesIO(data), ZONE, TODAY)
    return reader, {each.identity: each for each in reader.listings()}


def found(number: str) -> tuple[ListReader, dict[str, Listing]]:
    (path,) = LISTS.glob(f"{number}-*")
    return read(path)


def test_a_town_is_no_place_to_go_to() -> None:
    _, listings = found("01")
    assert {key: each.format for key, each in listings.items()} == {
        "a": "online", "b": "online", "c": "in-person",
    }  # fmt: skip
    assert [listings[key].lat for key in "abc"] == [None, None, 40.71]


def test_every_way_to_attend_is_kept() -> None:
    _, listings = found("02")
    online, hall = listings["a"], listings["b"]
    assert (online.link, online.link_notes) == ("https://zoom.us/j/123", "Passcode: lantern")
    assert (online.phone, online.phone_notes) == ("+15555550100", "PIN 4321")
    assert (online.group_name, online.page) == ("Lantern Group", "https://example.org/lantern")
    assert (hall.venue, hall.where_notes) == ("Old Mill", "Ramp at rear, ring buzzer 4")


def test_whatever_is_not_every_week_is_a_caution_and_no_more() -> None:
    _, listings = found("03")
    assert len(listings) == 8
    assert all(each.caution and not each.closed for each in listings.values())
    assert listings["f"].caution == "Sólo el primer viernes del mes"


def test_business_and_cake_say_nothing_against_it() -> None:
    _, listings = found("04")
    assert [each.caution for each in listings.values()] == [None, None]


def test_a_list_as_bmlt_writes_it_for_the_meeting_guide() -> None:
    reader, listings = found("07")
    owls = listings["night-owls-7"]
    assert reader.kind == "meeting-guide"
    assert (owls.lat, owls.lon, owls.types) == (40.71, -73.99, "O CAN X")
    assert (owls.region, owls.where_notes) == ("Coast Area", "Ramp at rear")
    assert [listings[key].format for key in ("zoom-only-8", "zoom-only-9")] == ["online", "online"]
    assert not listings["zoom-only-8"].closed


def test_lengths_languages_and_coordinates() -> None:
    _, listings = found("09")
    assert listings["a"].minutes == 90
    assert listings["a"].types == "O S"
    assert (listings["a"].lat, listings["a"].lon) == (40.71, -73.99)


def test_a_length_that_no_meeting_has_is_one_hour_and_noted() -> None:
    reader, listings = found("12")
    assert listings["1"].minutes == 60
    assert reader.notes.counts == {"a length of more than five hours: one hour assumed": 1}
    assert (listings["2"].format, listings["2"].link_notes) == ("online", "Passcode: lantern")


def test_the_values_of_a_sheet() -> None:
    reader, listings = found("20")
    lights, noon = listings["101"], listings["102"]
    assert (reader.kind, reader.rows) == ("sheet", 2)
    assert (lights.days, lights.start, lights.minutes) == (FRIDAY, 21 * 60 + 30, 60)
    assert (lights.types, lights.region, lights.updated) == ("O W X", "Fairhaven", "2025-10-31")
    assert (lights.format, lights.zone, lights.lat) == ("in-person", ZONE, 40.71)
    assert (noon.days, noon.start, noon.zone) == (SUNDAY, 12 * 60, "America/Chicago")
    assert (noon.format, noon.link_notes) == ("online", "Passcode: lantern")


def test_a_table_of_tsml() -> None:
    reader, listings = found("21")
    lights = listings["harbor-lights"]
    assert reader.kind == "csv"
    assert (lights.days, lights.start, lights.minutes) == (FRIDAY, 21 * 60 + 30, 60)
    assert (lights.types, lights.where_notes) == ("O W X", "Side door")
    assert (lights.region, lights.updated, lights.format) == (
        "Fairhaven",
        "2025-04-04",
        "in-person",
    )


def test_a_calendar() -> None:
    reader, listings = found("23")
    weekly, monthly = listings["a1@google.com"], listings["a2@google.com"]
    assert reader.kind == "ics"
    assert (weekly.days, weekly.start, weekly.minutes) == (FRIDAY, 21 * 60 + 30, 60)
    assert (weekly.caution, weekly.zone) == (None, ZONE)
    assert (monthly.days, monthly.start) == (FRIDAY, 19 * 60 + 30)
    assert monthly.caution == "First Friday of the month"


A = {"slug": "a", "name": "Lifeline", "day": 5, "time": "21:00"}


def one(**fields: Any) -> Listing:
    _, listings = read(json.dumps([{**A, **fields}]))
    return listings["a"]


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        ({"formatted_address": STREET}, "in-person"),
        ({"formatted_address": "Fairhaven, NY, USA"}, "in-person"),
        ({"conference_url": "https://a.example", "formatted_address": STREET}, "hybrid"),
        ({"conference_url": "https://a.example", "formatted_address": "Fairhaven, NY"}, "online"),
        ({"conference_phone": "555-0142", "formatted_address": STREET}, "hybrid"),
        *(
            ({"conference_url": "https://a.example", "formatted_address": STREET,
              "approximate": yes}, "online")
            for yes in (True, 1, "1", "yes", "Yes", "true")
        ),
        *(
            ({"conference_url": "https://a.example", "formatted_address": "UCI, Irvine",
              "approximate": no}, "hybrid")
            for no in (False, 0, "no", "No")
        ),
        ({"conference_url": "https://a.example", "address": "12 Quay St", "city": "Fairhaven"},
         "hybrid"),
        ({"conference_url": "https://a.example", "city": "Fairhaven", "state": "NY"}, "online"),
        ({"conference_url": "https://a.example", "formatted_address": "A, B",
          "coordinates": "40.7,-73.9"}, "hybrid"),
        ({"conference_url": "https://a.example", "formatted_address": STREET,
          "coordinates": "40,-73,41,-74"}, "online"),
        ({"types": ["ONL"], "formatted_address": "Fairhaven, NY"}, "online"),
        *(({"location": at}, "online") for at in ("Zoom", "ONLINE", "Virtual only", "En ligne")),
        ({"address": "Zoom"}, "online"),
        ({"location": "Zoom Hall", "formatted_address": STREET}, "in-person"),
        ({"location": "Zoom", "formatted_address": STREET}, "hybrid"),
        ({"attendance_option": "online", "formatted_address": STREET}, "online"),
        ({"attendance_option": "hybrid", "conference_url": "https://a.example",
          "formatted_address": "Fairhaven, NY, USA"}, "online"),
    ],
)  # fmt: skip
def test_a_link_is_online_and_a_street_in_person(fields: dict[str, Any], form: str) -> None:
    listing = one(latitude=40.7, longitude=-73.9, **fields)
    assert listing.format == form
    assert (listing.lat is None) == (form == "online")


@pytest.mark.parametrize(
    ("fields", "noted"),
    [
        ({"attendance_option": "in_person", "conference_url": "https://a.example"}, True),
        ({"types": ["ONL"]}, True),
        ({"attendance_option": "hybrid", "formatted_address": STREET}, True),
        ({"attendance_option": "online", "conference_url": "https://a.example"}, False),
        ({"attendance_option": "in_person", "formatted_address": STREET}, False),
        ({"conference_url": "https://a.example"}, False),
    ],
)
def test_what_does_not_agree_is_noted(fields: dict[str, Any], noted: bool) -> None:
    reader, _ = read(json.dumps([{**A, **fields}]))
    assert any("doesn't fit" in reason for reason in reader.notes.counts) == noted


@pytest.mark.parametrize(
    ("day", "bits"),
    [
        (0, 64), (7, 64), (5, 16), ("5", 16), ("1,5", 17), ([1, "5"], 17), ("Friday", 16),
        ("fri", 16), ("Fridays", 16), ("viernes", 16), ("Miércoles", 4), ("sábado", 32),
        ("vendredi", 16), ("Freitag", 16), ("Sonntag", 64), ("Monday & Friday", 17),
        ("lunes y viernes", 17), ("8", 0), ("Someday", 0), (True, 0),
    ],
)  # fmt: skip
def test_days_in_any_spelling(day: Any, bits: int) -> None:
    assert one(day=day).days == bits


@pytest.mark.parametrize(
    ("time", "start"),
    [
        ("21:00", 1260), ("9:00 PM", 1260), ("7.30pm", 1170), ("7:30p", 1170), ("12 Noon", 720),
        ("noon", 720), ("19h30", 1170), ("19 Uhr", 1140), ("12:00 AM", 0), ("7 p.m.", 1140),
        ("21:00:00", 1260),
    ],
)  # fmt: skip
def test_times_in_any_spelling(time: str, start: int) -> None:
    assert one(time=time).start == start


def test_the_end_of_a_day_is_the_next_ones_beginning() -> None:
    assert (one(time="24:00").days, one(time="24:00").start) == (32, 0)
    assert (one(day=0, time="24:00").days) == 1


@pytest.mark.parametrize(
    ("fields", "minutes"),
    [
        ({"end_time": "22:30"}, 90), ({"duration": 90}, 90), ({"duration": "90"}, 90),
        ({"duration": "1:30"}, 90), ({"duration": "01:30:00"}, 90), ({"duration": "12:00:00"}, 60),
        ({"duration": 301}, 60), ({"duration": 300}, 300), ({"duration": "soon"}, 60),
        ({"time": "23:30", "end_time": "00:30"}, 60), ({"end_time": "01:00"}, 240),
        ({"end_time": "01:30"}, 60), ({"time": "00:00", "end_time": "23:59"}, 1439),
        ({"end_time": "24:00"}, 180), ({"end_time": "midnight"}, 180),
    ],
)  # fmt: skip
def test_lengths(fields: dict[str, Any], minutes: int) -> None:
    assert one(**fields).minutes == minutes


@pytest.mark.parametrize("said", ["0", "false", "No", False, 0])
def test_what_is_not_published_is_closed_in_any_spelling(said: Any) -> None:
    assert one(published=said).closed == 1
    meeting = {"id_bigint": "1", "meeting_name": "A", "weekday_tinyint": "6", "published": said}
    _, listings = read(json.dumps([meeting]))
    assert listings["1"].closed == 1


def test_regions_and_what_more_a_list_says() -> None:
    listing = one(
        regions=["Coast", "Fairhaven"], group="Lantern", group_notes="Ask for Kim",
        url="https://a.example/1", contact_1_name="Kim", contact_1_phone="555-0142",
        updated="8/25/2022 11:17:07 AM",
    )  # fmt: skip
    assert (listing.region, listing.group_name) == ("Fairhaven", "Lantern")
    assert (listing.group_notes, listing.page) == ("Ask for Kim", "https://a.example/1")
    assert (listing.contact, listing.updated) == ("Kim, 555-0142", "2022-08-25")
    assert one(region="A", sub_region="B", sub_sub_region="C").region == "C"


@pytest.mark.parametrize(
    ("said", "day"),
    [("8/5/22", "2022-08-05"), ("2022/8/5", "2022-08-05"), ("8/5/122", None), ("13/13/22", None)],
)
def test_the_day_on_which_a_row_was_changed(said: str, day: str | None) -> None:
    assert one(updated=said).updated == day


ROW = json.dumps(A)
PIPES = (
    "Our meetings\n\n| id | Name | Day | Time |\n|---|---|---|---|\n| a | Lifeline | Fri | 9 pm |"
)
NAWS = "Committee,CommitteeName,Day,Time,Closed,Format1\na,Lifeline,Friday,2100,OPEN,BT\n"
OF_THE_API = {"id": "a", "name": "Lifeline", "day": 5, "startTime": "21:00", "venueType": 1,
              "formatIds": [1], "duration": "01:00", "published": True}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (f"[{ROW}]", "meeting-guide"),
        (f'{{"meetings": [{ROW}], "more": 1}}', "meeting-guide"),
        (f'{{"success": true, "data": [{ROW}]}}', "meeting-guide"),
        (f'{{"data": {{"meetings": [{ROW}], "total": 1}}}}', "meeting-guide"),
        (f'{{"records": [{{"id": "a", "fields": {ROW}}}]}}', "meeting-guide"),
        (f"{ROW}\n{json.dumps({**A, 'slug': 'b'})}\n", "meeting-guide"),
        (f"callback([{ROW}]);", "meeting-guide"),
        (f"/**/jQuery1_2({{\"meetings\": [{ROW}]}})", "meeting-guide"),
        ("slug,name,day,time\na,Lifeline,Friday,9:00 PM\n", "csv"),
        ("\ufeffID;Name;Day;Time\r\na;Lifeline;Freitag;21:00\r\n", "csv"),
        ("slug\tname\tday\ttime\na\tLifeline\tFri\t9 pm\n", "text"),
        (PIPES, "text"),
        ("ID   Name       Day      Time\na    Lifeline   Friday   9:00 pm\n", "text"),
        ("id_bigint,meeting_name,weekday_tinyint,start_time\na,Lifeline,6,21:00:00\n", "bmlt"),
        (NAWS, "naws"),
        (json.dumps([OF_THE_API]), "bmlt"),
    ],
)  # fmt: skip
def test_each_shape_is_told_by_its_content(content: str, kind: str) -> None:
    for data in (content.encode(), content.encode("utf-16")):
        reader, listings = read(data)
        assert reader.kind == kind
        assert listings["a"].name == "Lifeline"
        assert (listings["a"].days, listings["a"].start) == (FRIDAY, 1260)


def test_the_first_api_of_bmlts_server_and_its_formats() -> None:
    meeting = {
        **OF_THE_API, "venueType": 3, "formatIds": [4, 17], "timeZone": "Europe/Berlin",
        "locationText": "Old Mill", "location_street": "12 Quay St", "day": 0,
        "virtual_meeting_link": "https://meet.example/1", "temporarilyVirtual": False,
    }  # fmt: skip
    formats = [
        {"id": 4, "translations": [{"key": "G", "name": "Geschlossen", "language": "de"},
                                   {"key": "C", "name": "Closed", "language": "en"}]},
        {"id": 17, "translations": [{"key": "WC", "name": "Wheelchair", "language": "en"}]},
    ]  # fmt: skip
    for document in ({"formats": formats, "meetings": [meeting]},
                     {"meetings": [meeting], "formats": formats}):  # fmt: skip
        reader, listings = read(json.dumps(document))
        assert (listings["a"].days, listings["a"].format) == (64, "hybrid")
        assert (listings["a"].venue, listings["a"].zone) == ("Old Mill", "Europe/Berlin")
        said = codes_of(None, reader.kind, reader.codes)
        assert names(listings["a"].types, said) == ("Closed", "Wheelchair")
    reader, listings = read(json.dumps([meeting]))
    assert names(listings["a"].types, codes_of(None, reader.kind, reader.codes)) == ()


def test_a_table_without_identities_makes_its_own() -> None:
    _, listings = read("Name,Day,Time\nLifeline,Fri,9 pm\nLifeline,Mon,9 pm\nLifeline,Mon,9 pm\n")
    assert len(listings) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    "head", ["Nombre\tDía\tHora\tDirección\tObservaciones", "Name\tTag\tBeginn\tStraße\tHinweise"]
)
def test_a_table_in_its_own_language_and_encoding(encoding: str, head: str) -> None:
    table = f"{head}\nCafé Müller\tmiércoles\t19h30\tCalle Olé 4\tPrimer miércoles\n"
    _, listings = read(table.encode(encoding))
    (listing,) = listings.values()
    assert (listing.name, listing.days, listing.start) == ("Café Müller", 4, 1170)
    assert (listing.address, listing.notes) == ("Calle Olé 4", "Primer miércoles")


@pytest.mark.parametrize(
    ("said", "codes"),
    [("offen, Frauen", "O W"), ("Cerrada, Hombres", "C M"), ("ouverte", "O"), ("Fermée", "C")],
)
def test_kinds_in_other_languages(said: str, codes: str) -> None:
    assert one(types=said).types == codes


def test_letters_as_windows_writes_them_in_json() -> None:
    row = {"slug": "a", "name": "Café – “Olé”", "day": 5, "time": "21:00"}
    _, listings = read(json.dumps([row], ensure_ascii=False).encode("cp1252"))
    assert listings["a"].name == "Café – “Olé”"


def workbook(*sheets: str, texts: str = "") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        for number, rows in enumerate(sheets, 1):
            body = f"<worksheet xmlns='x'><sheetData>{rows}</sheetData></worksheet>"
            file.writestr(f"xl/worksheets/sheet{number}.xml", body)
        if texts:
            file.writestr("xl/sharedStrings.xml", f"<sst>{texts}</sst>")
    return packed.getvalue()


def row_of(*cells: str) -> str:
    said = "".join(f"<c t='inlineStr'><is><t>{cell}</t></is></c>" for cell in cells)
    return f"<row>{said}</row>"


def test_a_spreadsheet_with_shared_texts_and_times_as_numbers() -> None:
    heads = "".join(f"<c r='{at}1' t='s'><v>{n}</v></c>" for n, at in enumerate("ABCD"))
    cells = "<c r='A2'><v>101</v></c><c r='B2' t='s'><v>4</v></c><c r='C2' t='s'><v>5</v></c>"
    rows = f"<row r='1'>{heads}</row><row r='2'>{cells}<c r='D2'><v>0.875</v></c></row>"
    said = ("ID", "Name", "Day", "Time", "<r>Life</r>", "Friday")
    texts = "".join(f"<si><t>{each}</t></si>" for each in said).replace(
        "<t><r>Life</r></t>", "<r><t>Life</t></r><r><t>line</t></r>"
    )
    reader, listings = read(workbook(row_of("Notes"), rows, texts=texts))
    assert reader.kind == "xlsx"
    assert listings["101"].name == "Lifeline"
    assert (listings["101"].days, listings["101"].start) == (FRIDAY, 1260)


def test_a_real_spreadsheet_program_writes_what_is_read(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    from datetime import time

    book = openpyxl.Workbook()
    book.active.append(["Name", "Day", "Time", "Types"])
    book.active.append(["Lifeline", "Friday", time(21, 0), "Open, Women"])
    book.save(tmp_path / "list.xlsx")
    _, listings = read(tmp_path / "list.xlsx")
    (listing,) = listings.values()
    assert (listing.start, listing.types) == (1260, "O W")


@pytest.mark.parametrize(
    ("written", "start"),
    [("2.0833333333333332E-2", 30), ("6.9444444444444447E-4", 1), ("0.0625", 90), ("0", 0)],
)
def test_the_small_hours_of_a_spreadsheet(written: str, start: int) -> None:
    cells = f"<c t='inlineStr'><is><t>Lifeline</t></is></c><c><v>6</v></c><c><v>{written}</v></c>"
    _, listings = read(workbook(row_of("Name", "Day", "Time") + f"<row>{cells}</row>"))
    (listing,) = listings.values()
    assert listing.start == start


def test_how_a_text_of_a_spreadsheet_is_read_aloud_is_no_part_of_it() -> None:
    rows = row_of("Name", "Day", "Time").replace("</row>", "<c t='s'><v>0</v></c></row>")
    shared = "<si><t>Notes</t></si><si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>"
    row = row_of("Lifeline", "Friday", "21:00").replace("</row>", "<c t='s'><v>1</v></c></row>")
    _, listings = read(workbook(rows + row, texts=shared))
    (listing,) = listings.values()
    assert listing.notes == "東京"


def ics(*lines: str) -> str:
    event = "\r\n".join(("BEGIN:VEVENT", "UID:a", "SUMMARY:Lifeline", *lines, "END:VEVENT"))
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-TIMEZONE:{ZONE}\r\n{event}\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("rule", "days", "caution"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,FR", 17, None),
        ("FREQ=DAILY", 127, None),
        ("FREQ=WEEKLY", 16, None),
        ("FREQ=WEEKLY;INTERVAL=2", 16, "Every 2 weeks"),
        ("FREQ=MONTHLY;BYDAY=1FR,3FR", 16, "First and Third Friday of the month"),
        ("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=-1", 16, "Last Friday of the month"),
        ("FREQ=MONTHLY;BYMONTHDAY=13", 16, "Monthly"),
        ("FREQ=YEARLY", 16, "Not every week"),
        ("FREQ=WEEKLY;UNTIL=99991231T000000Z", 16, None),
        ("FREQ=SECONDLY", 16, "Not every week"),
    ],
)
def test_rules_of_calendars(rule: str, days: int, caution: str | None) -> None:
    start = f"DTSTART;TZID={ZONE}:20250103T210000"
    _, listings = read(ics(start, "DURATION:PT90M", f"RRULE:{rule}"))
    assert (listings["a"].days, listings["a"].start) == (days, 1260)
    assert listings["a"].minutes == 90
    assert listings["a"].caution == caution


@pytest.mark.parametrize(
    ("left_out", "caution"),
    [
        (["EXDATE:20251226T210000"], None),
        (["EXDATE:20251226T210000,20261225T210000", "EXDATE;VALUE=DATE:20270101"],
         "Not on 2026-12-25, 2027-01-01"),
    ],
)  # fmt: skip
def test_days_to_come_without_a_meeting_are_told(left_out: list[str], caution: str | None) -> None:
    start = f"DTSTART;TZID={ZONE}:20250103T210000"
    _, listings = read(ics(start, "RRULE:FREQ=WEEKLY", *left_out))
    assert listings["a"].caution == caution


def test_a_calendar_in_utc_is_read_in_its_own_zone() -> None:
    text = ics("DTSTART:20250104T020000Z", "DTEND:20250104T030000Z", "RRULE:FREQ=WEEKLY;BYDAY=SA")
    _, listings = read(text)
    assert (listings["a"].days, listings["a"].start) == (FRIDAY, 1260)


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART:20250103T210000"],
        ["DTSTART:20250103T210000", "RRULE:FREQ=WEEKLY;UNTIL=20250201T000000"],
        ["DTSTART:20250103T210000", "RRULE:FREQ=WEEKLY;COUNT=10"],
        ["DTSTART;VALUE=DATE:20250103", "RRULE:FREQ=WEEKLY"],
    ],
)
def test_what_does_not_go_on_is_left_out_and_told(lines: list[str]) -> None:
    reader, listings = read(ics(*lines))
    assert listings == {}
    assert reader.skipped.total == 1


def bomb() -> bytes:
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        part.write(b"<worksheet><sheetData><row><c><v>")
        for _ in range(40):
            part.write(b"9" * (1 << 20))
    return packed.getvalue()


ENTITIES = (
    "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
    "<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
)


def with_entities() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("xl/worksheets/sheet1.xml", ENTITIES)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        bomb(), with_entities(), b"PK\x03\x04 and no zip", workbook(), workbook(row_of("a", "b")),
        b"Name,Day,Time\n" + b"x" * (10 << 20) + b",Fri,9 pm\n",
        b'Name,Day,Time\n"' + b"x,\n" * (4 << 20),
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"X" * 1000, b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        b"call([", b'call({"a": 1});', b'{"data": ' * 5000, b'{"values": [[1, 2], [3]]}',
    ],
)  # fmt: skip
def test_hostile_files_are_refused_with_a_sentence(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_BYTES", 16 << 20)
    with pytest.raises(RecoverplanError) as refused:
        read(content)
    assert refused.value.message
    assert refused.value.hint


def test_nul_and_long_cells_do_no_harm() -> None:
    _, listings = read(b"Name,Day,Time,Notes\nLife\0line,Fri,9 pm," + b"y" * 90_000 + b"\n")
    (listing,) = listings.values()
    assert listing.name == "Lifeline"
    assert len(listing.notes or "") <= 2000
