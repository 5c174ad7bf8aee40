"""`recoverplan group import`: real lists, counted independently; broken and hostile ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from feeds import FEEDS, GUIDE, NEW_YORK, guide, needs_feeds, raw
from recoverplan.domain.listing import Kept
from recoverplan.domain.text import clean
from recoverplan.readers import meeting_guide
from recoverplan.services.keeping import reading
from recoverplan.store import listings, opening

ZONE = "America/New_York"
A_MEETING = {"slug": "a", "name": "Lifeline", "day": 2, "time": "19:00", "end_time": "20:00"}


def written(path: Path, rows: Any) -> str:
    path.write_text(json.dumps(rows), encoding="utf-8")
    return str(path)


def imported(run: Run, path: Path | str, *more: str) -> Any:
    result = run("group", "import", str(path), "--zone", ZONE, "--json", *more)
    assert result.code == 0, result.err
    return result.json


def kept(home: Path) -> dict[str, Kept]:
    """Return what is kept, by identity."""
    with reading(home) as store:
        assert store is not None
        ids = [row[0] for row in store.execute("SELECT id FROM listing")]
        return {each.listing.identity: each for each in listings.load(store, ids).values()}


def counts(done: Any) -> tuple[int, ...]:
    return tuple(done[name] for name in ("rows", "added", "updated", "retired", "unchanged"))


@needs_feeds
@pytest.mark.parametrize("name", GUIDE)
def test_every_row_of_a_real_list_is_kept(run: Run, home: Path, name: str) -> None:
    rows = raw(guide(name))
    done = imported(run, guide(name))
    assert counts(done) == (len(rows), len(rows), 0, 0, 0)
    assert (done["format"], done["skipped"]) == ("meeting-guide", [])
    without = [row for row in rows if row.get("day") in (None, "", []) or not row.get("time")]
    notes = {note["reason"]: note["count"] for note in done["notes"]}
    assert notes.pop("no day or time: by appointment", 0) == len(without)
    nowhere = [row for row in rows if row.get("latitude") == 0 == row.get("longitude")]
    assert notes.pop("coordinates 0, 0: no place", 0) == len(nowhere)
    assert not notes
    found = kept(home)
    assert set(found) == {str(row["slug"]) for row in rows}
    assert {key: each.listing.name for key, each in found.items()} == {
        str(row["slug"]): clean(row["name"]) for row in rows
    }


@needs_feeds
@pytest.mark.parametrize("name", GUIDE)
def test_formats_and_closed_meetings_are_as_the_raw_rows_say(
    run: Run, home: Path, name: str
) -> None:
    rows = raw(guide(name))
    imported(run, guide(name))
    found = kept(home)
    for row in rows:
        types = [str(each).upper() for each in row.get("types") or []]
        if isinstance(row.get("types"), str):
            types = []
        option = row.get("attendance_option")
        online = bool(
            (row.get("conference_url") or "").strip()
            or (row.get("conference_phone") or "").strip()
            or "ONL" in types
            or option in {"online", "hybrid"}
            or row.get("location") == "ZOOM"
        )
        closed = option == "inactive" or ("TC" in types and not online)
        listing = found[str(row["slug"])].listing
        assert listing.closed == closed, row["slug"]
        assert (listing.format != "in-person") == online, row["slug"]
        if option in {"online", "hybrid"} and "TC" not in types:
            assert listing.format == option, row["slug"]


@needs_feeds
@pytest.mark.parametrize("name", GUIDE)
def test_days_and_times_are_as_the_raw_rows_say(run: Run, home: Path, name: str) -> None:
    rows = raw(guide(name))
    imported(run, guide(name))
    found = kept(home)
    for row in rows:
        listing = found[str(row["slug"])].listing
        day = row.get("day")
        days = {int(each) for each in (day if isinstance(day, list) else [day]) if each is not None}
        assert {(bit + 1) % 7 for bit in range(7) if listing.days >> bit & 1} == days
        assert listing.zone == ((row.get("timezone") or ZONE) if days else None)
        time = row.get("time")
        if not time:
            assert listing.start is None
            continue
        hour, minute = int(time.split(":")[0]), int(time.split(":")[1][:2])
        if time.endswith("M"):
            hour = hour % 12 + 12 * time.endswith("PM")
        assert listing.start == hour * 60 + minute
        if end := row.get("end_time"):
            length = (int(end[:2]) - hour) * 60 + int(end[3:5]) - minute
            assert listing.minutes == length % 1440, row["slug"]
        else:
            assert listing.minutes == 60


@needs_feeds
def test_a_list_of_bmlt_is_kept_whole(run: Run, home: Path) -> None:
    rows = raw(NEW_YORK)
    done = imported(run, NEW_YORK)
    assert counts(done) == (1513, len(rows), 0, 0, 0)
    assert (done["format"], done["skipped"]) == ("bmlt", [])
    assert [(each["reason"], each["count"]) for each in done["notes"]] == [
        ("a length of more than five hours: one hour assumed", 2)
    ]
    found = kept(home)
    past_midnight = 0
    for row in rows:
        listing = found[row["id_bigint"]].listing
        # Their 1 is Sunday; our bit 0 is Monday.
        assert listing.days == 1 << (int(row["weekday_tinyint"]) - 2) % 7
        hours, minutes, _ = map(int, row["start_time"].split(":"))
        assert listing.start == hours * 60 + minutes
        long, more, _ = map(int, row["duration_time"].split(":"))
        assert listing.minutes == (60 if long > 5 else long * 60 + more)
        past_midnight += listing.start + listing.minutes > 1440
        formats = dict.fromkeys(code for code in row["formats"].split(",") if code)
        assert listing.types.split() == list(formats)
    assert past_midnight == 5  # two of the seven in the list last longer than five hours


@needs_feeds
def test_rows_with_nothing_to_attend_are_told(run: Run, home: Path) -> None:
    path = FEEDS / "bmlt" / "yap-helpline-search-brooklyn-ny.json"
    done = imported(run, path)
    assert counts(done) == (649, 0, 0, 0, 0)
    assert [each["count"] for each in done["skipped"]] == [649]
    assert "nothing to attend" in run("group", "import", str(path), "--zone", ZONE).out
    assert kept(home) == {}


@needs_feeds
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("bmlt/bmlt-sample-formats.json", "list of formats"),
        ("meeting-guide/invalid-2022-09.json", "not JSON"),
    ],
)
def test_what_is_no_list_is_refused_with_what_it_looks_like(
    run: Run, home: Path, path: str, told: str
) -> None:
    result = run("group", "import", str(FEEDS / path), "--zone", ZONE)
    assert result.code == 2
    assert told in result.err
    assert not home.exists() or kept(home) == {}


@needs_feeds
@pytest.mark.parametrize("name", ["oc-2023-09", "edmonton-2022-09"])
def test_a_list_that_comes_again_unchanged_changes_nothing(run: Run, home: Path, name: str) -> None:
    rows = raw(guide(name))
    imported(run, guide(name))
    before = kept(home)
    done = imported(run, guide(name))
    assert counts(done) == (len(rows), 0, 0, 0, len(rows))
    assert kept(home) == before


def test_a_list_that_an_earlier_version_read_says_how_to_read_it_again(
    run: Run, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.json"
    path.write_text(json.dumps([{"slug": "a", "name": "A", "day": 1, "time": "21:00"}]))
    zone = ("--zone", "America/New_York")
    assert run("group", "import", str(path), "--programme", "AA", *zone).code == 0
    again = "recoverplan group import --again"
    assert again not in run("group", "find").err
    with opening.open_to_write(home) as store:
        store.execute("DELETE FROM setting WHERE name = 'lists_read_as'")
    assert again in run("group", "find").err
    assert run("group", "import", "--again").code == 0
    assert again not in run("group", "find").err


def test_a_list_that_comes_again_updates_adds_and_retires(
    run: Run, home: Path, tmp_path: Path
) -> None:
    rows = [{**A_MEETING, "slug": str(number)} for number in range(5)]
    path = tmp_path / "list.json"
    imported(run, written(path, rows))
    ids = {key: each.id for key, each in kept(home).items()}
    changed = [{**rows[0], "time": "18:00"}, *rows[1:3], {**A_MEETING, "slug": "new"}]
    assert counts(imported(run, written(path, changed))) == (4, 1, 1, 2, 2)
    after = kept(home)
    assert {key: after[key].id for key in ids} == ids
    assert {key for key, each in after.items() if each.retired} == {"3", "4"}
    assert after["0"].listing.start == 18 * 60
    # What comes back has its number again.
    assert counts(imported(run, written(path, rows))) == (5, 2, 1, 1, 2)
    assert {key: each.id for key, each in kept(home).items() if key in ids} == ids


def test_a_group_of_yours_that_moved_or_went_in_its_list_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    rows = [{**A_MEETING, "slug": each, "name": each} for each in ("Moved", "Same", "Left", "Gone")]
    imported(run, written(path, rows))
    for place in range(1001, 1005):
        assert run("group", "try", str(place)).code == 0
    assert run("group", "decide", "Left", "leave").code == 0
    rows = [{**rows[0], "time": "18:00"}, {**rows[1], "notes": "Bring a mug"}]
    said = run("group", "import", written(path, rows)).out
    assert "Moved, a group of yours, has changed in its list: Tue, 18:00 to 20:00." in said
    assert "Gone, a group of yours, is in its list no more" in said
    assert "Same, a group" not in said
    assert "Left, a group" not in said
    again = run("group", "import", "--again", "--json")
    assert again.json["groups"] == []
    rows[1]["types"] = ["TC"]
    done = imported(run, written(path, rows))
    assert done["groups"] == [{"id": 2, "name": "Same", "listing": 1002, "gone": True}]
    for listing, why in (("1002", "closed for now"), ("1004", "has it no more")):
        shown = run("group", "show", listing).out
        assert why in shown
        assert "group try" not in shown
        assert why in run("group", "try", listing).out


def test_an_import_is_one_change_that_can_be_undone_and_redone(
    run: Run, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.json"
    imported(run, written(path, [A_MEETING, {**A_MEETING, "slug": "b"}]))
    first = kept(home)
    imported(run, written(path, [{**A_MEETING, "name": "Lifeline Two"}]))
    second = kept(home)
    assert len(run("history", "--json").json["steps"]) == 2
    assert run("undo").code == 0
    assert kept(home) == first
    found = run("group", "find", "tue 19:00-20:00", "--json").json
    assert [each["name"] for each in found["meetings"]] == ["Lifeline", "Lifeline"]
    assert run("redo").code == 0
    assert kept(home) == second
    found = run("group", "find", "tue 19:00-20:00", "--json").json
    assert [each["name"] for each in found["meetings"]] == ["Lifeline Two"]
    assert run("undo", "1").code == 0
    assert kept(home) == {}


def test_two_lists_stand_side_by_side(run: Run, home: Path, tmp_path: Path) -> None:
    imported(run, written(tmp_path / "one.json", [A_MEETING]))
    imported(run, written(tmp_path / "two.json", [{**A_MEETING, "name": "Other"}]))
    with reading(home) as store:
        assert store is not None
        assert store.execute("SELECT count(*) FROM listing WHERE retired = 0").fetchone()[0] == 2


def test_a_list_keeps_its_name_wherever_the_file_is(run: Run, tmp_path: Path) -> None:
    imported(run, written(tmp_path / "one.json", [A_MEETING]), "--source", "County")
    again = imported(run, written(tmp_path / "two.json", [A_MEETING]), "--source", "County")
    assert counts(again) == (1, 0, 0, 0, 1)


def test_a_list_is_read_from_standard_input(run: Run) -> None:
    result = run("group", "import", "-", "--zone", ZONE, "--json", stdin=json.dumps([A_MEETING]))
    assert result.json["added"] == 1


def test_times_without_a_zone_need_one_once(run: Run, home: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "list.json", [A_MEETING])
    refused = run("group", "import", path, "--json")
    assert refused.code == 2
    assert "--zone" in refused.err
    assert not home.exists()
    assert run("group", "import", path, "--zone", "Europe/Lisbon", "--json").code == 0
    again = run("group", "import", path, "--json")
    assert (again.code, again.json["unchanged"]) == (0, 1)
    own = written(tmp_path / "own.json", [{**A_MEETING, "timezone": "Europe/Berlin"}])
    assert run("group", "import", own, "--json").json["added"] == 1


def test_rows_are_read_once_where_nobody_is_shown_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str | None] = []
    of_record = meeting_guide.identity

    def identity(record: dict[str, Any]) -> str | None:
        read.append(found := of_record(record))
        return found

    run("step", "add", "Tea", "--kind", "alone")  # so that there is a store
    monkeypatch.setattr(meeting_guide, "identity", identity)
    path = written(tmp_path / "list.json", [{**A_MEETING, "slug": str(n)} for n in range(3)])
    assert imported(run, path)["added"] == 3
    assert read == ["0", "1", "2"]


def test_a_late_time_without_a_zone_refuses_the_whole_list(
    run: Run, home: Path, tmp_path: Path
) -> None:
    rows = [{**A_MEETING, "slug": str(n), "timezone": "Europe/Berlin"} for n in range(2100)]
    path = written(tmp_path / "list.json", [*rows, A_MEETING])
    assert run("group", "import", path).code == 2
    assert not home.exists() or kept(home) == {}


ROWS_WITH_REASONS = [
    ({"name": "No slug", "day": 1, "time": "10:00"}, "skipped", "no slug or id"),
    ({"slug": "x", "day": 1, "time": "10:00"}, "skipped", "no name"),
    ({"slug": "x", "name": "\x1b[31m\u202e "}, "skipped", "no name"),
    ("a text", "skipped", "not a record"),
    (None, "skipped", "not a record"),
    ([[]], "skipped", "not a record"),
    ({**A_MEETING}, "skipped", "listed twice"),
    ({"slug": "x", "name": "X"}, "notes", "no day or time: by appointment"),
    ({"slug": "x", "name": "X", "day": 9, "time": "10:00"}, "notes", "a day that cannot"),
    ({"slug": "x", "name": "X", "day": True, "time": "10:00"}, "notes", "a day that cannot"),
    ({"slug": "x", "name": "X", "day": {"a": 1}, "time": "10:00"}, "notes", "a day that cannot"),
    ({"slug": "x", "name": "X", "day": 1, "time": "25:00"}, "notes", "a time that cannot"),
    ({"slug": "x", "name": "X", "day": 1, "time": 1900}, "notes", "a time that cannot"),
    ({**A_MEETING, "slug": "x", "end_time": "soon"}, "notes", "an end that cannot"),
    ({**A_MEETING, "slug": "x", "end_time": "07:00"}, "notes", "an end before its start"),
    ({**A_MEETING, "slug": "x", "timezone": "Mars/Base"}, "notes", "a time zone that is not"),
    ({**A_MEETING, "slug": "x", "latitude": 0, "longitude": 0}, "notes", "coordinates 0, 0"),
]


@pytest.mark.parametrize(("row", "where", "reason"), ROWS_WITH_REASONS)
def test_every_reason_is_told_with_its_row(
    run: Run, tmp_path: Path, row: Any, where: str, reason: str
) -> None:
    done = imported(run, written(tmp_path / "list.json", [A_MEETING, row]))
    assert done["rows"] == 2
    assert done["added"] == 2 - (where == "skipped")
    assert [(each["count"], each["examples"][0][:5]) for each in done[where]] == [(1, "row 2")]
    assert done[where][0]["reason"].startswith(reason)


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("23:00", "00:30", 90),
        ("22:00", "02:00", 240),
        ("22:00", "02:01", 60),
        ("19:00", "19:00", 60),
        ("08:00", "20:00", 720),
        ("8:00 PM", "9:15 pm", 75),
        ("20:00", "24:00", 240),
        ("20:00:00", "21:30:00", 90),
    ],
)
def test_how_long_a_meeting_lasts(
    run: Run, home: Path, tmp_path: Path, start: str, end: str, minutes: int
) -> None:
    row = {**A_MEETING, "time": start, "end_time": end}
    imported(run, written(tmp_path / "list.json", [row]))
    assert kept(home)["a"].listing.minutes == minutes


def test_numbers_that_nothing_can_hold_spoil_their_row_alone(
    run: Run, home: Path, tmp_path: Path
) -> None:
    rows = [
        '{"slug": "a", "name": "A", "day": 1, "time": "10:00"}',
        '{"slug": "b", "name": "B", "latitude": NaN}',
        '{"slug": "c", "name": "C", "longitude": -Infinity}',
        '{"slug": "d", "name": "D", "day": %s}' % ("9" * 5000),
        '{"slug": "e", "name": "E", "latitude": 1e999, "longitude": 1}',
    ]
    path = tmp_path / "list.json"
    path.write_text(f"[{', '.join(rows)}]", encoding="utf-8")
    done = imported(run, path)
    assert (done["rows"], done["added"]) == (5, 2)
    assert [(each["reason"], each["count"]) for each in done["skipped"]] == [
        ("a number in it cannot be read", 3)
    ]
    assert kept(home)["e"].listing.lat is None


HOSTILE = "\x1b[31m\u202ered\ud800 \x00\u2066<b>&amp;</b>\x9b1m\u0007"


def test_hostile_text_in_every_field_is_made_harmless(run: Run, home: Path, tmp_path: Path) -> None:
    fields = (
        "name", "slug", "timezone", "types", "location", "formatted_address", "region", "notes",
        "conference_url", "conference_phone", "city", "sub_region", "attendance_option", "time",
    )  # fmt: skip
    rows: list[Any] = [
        {**A_MEETING, "slug": f"{n}", each: HOSTILE} for n, each in enumerate(fields)
    ]
    imported(run, written(tmp_path / "list.json", rows))
    for each in kept(home).values():
        for text in each.listing:
            assert not isinstance(text, str) or text == clean(text)
    shown = run("group", "find", "tue 19:00-20:00", "--limit", "20")
    assert shown.code == 0
    assert "red &. Tue 24 Nov" in shown.out
    assert not {"\x1b", "\u202e", "\u2066", "\x9b", "\x00"} & set(shown.out)


def test_wrong_types_everywhere_crash_nothing(run: Run, tmp_path: Path) -> None:
    odd: list[Any] = [None, True, 3, -1.5, "", "x", [], [None], [[1]], {}, {"a": [1]}, "9" * 9999]
    names = (*A_MEETING, "types", "timezone", "latitude", "longitude", "notes", "regions",
             "conference_url", "attendance_option", "formatted_address", "id")  # fmt: skip
    rows = [A_MEETING, *({**A_MEETING, "slug": f"{n}{m}", name: value}
            for n, name in enumerate(names) for m, value in enumerate(odd))]  # fmt: skip
    done = imported(run, written(tmp_path / "list.json", rows))
    skipped = sum(each["count"] for each in done["skipped"])
    assert done["added"] + skipped == done["rows"] == len(rows)
    bmlt = {"id_bigint": "1", "meeting_name": "A", "weekday_tinyint": "2", "start_time": "19:00:00"}
    names = (*bmlt, "duration_time", "formats", "venue_type", "latitude", "longitude", "published",
             "location_street", "comments", "time_zone", "virtual_meeting_link")  # fmt: skip
    rows = [bmlt, *({**bmlt, "id_bigint": f"{n}-{m}", name: value}
            for n, name in enumerate(names) for m, value in enumerate(odd))]  # fmt: skip
    done = imported(run, written(tmp_path / "bmlt.json", rows))
    skipped = sum(each["count"] for each in done["skipped"])
    assert done["added"] + skipped == done["rows"] == len(rows)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "empty"),
        ("[]", "empty"),
        ("{}", "an empty object"),
        ('[{"slug": "a", "name": "A"}', "breaks off"),
        ('[{"slug": "a", "name": "A"}, ', "wrong"),
        ('[{"slug": "a"} {"slug": "b"}]', "comma"),
        ('[{"slug": "a", "name": "A"},]', "wrong"),
        ('{"type": "FeatureCollection", "features": []}', "no meetings"),
        ('[{"first": 1, "second": 2}]', "records with first, second"),
        ("[1, 2, 3]", "numbers"),
        ("<html></html>", "web page"),
        ("BEGIN:VCALENDAR\n", "calendar can't be read"),
        ("first,second\na,1\nb,2\n", "it begins with"),
        ("first,second,third\na,1,2\n", "looks like a table"),
        ("[" * 100_000, "nested"),
        ('[{"slug": "a", "x": ' + '{"y": ' * 100_000, "nested"),
    ],
)
def test_what_cannot_be_a_list_is_refused_and_nothing_kept(
    run: Run, home: Path, tmp_path: Path, content: str, told: str
) -> None:
    path = tmp_path / "list"
    path.write_text(content, encoding="utf-8")
    result = run("group", "import", str(path), "--zone", ZONE)
    assert (result.code, result.out) == (2, "")
    assert told in result.err
    assert not home.exists()


def test_a_break_after_thousands_of_rows_keeps_none_of_them(
    run: Run, home: Path, tmp_path: Path
) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    rows = [{**A_MEETING, "slug": str(number)} for number in range(5000)]
    path = tmp_path / "list.json"
    path.write_text(json.dumps(rows)[:-1] + ', {"slug": ', encoding="utf-8")
    result = run("group", "import", str(path), "--zone", ZONE)
    assert result.code == 2
    assert kept(home) == {}
    assert len(run("history", "--json").json["steps"]) == 1


def test_a_record_without_end_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text('[{"slug": "a", "notes": "' + "x" * (9 << 20) + '"}]', encoding="utf-8")
    result = run("group", "import", str(path), "--zone", ZONE)
    assert result.code == 2
    assert "4 MB" in result.err


def test_a_file_without_end_is_refused(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.json"
    with path.open("wb") as file:
        file.write(b'[{"slug": "a", "name": "A"}')
        file.truncate(1 << 30)  # a hole: a gigabyte of NUL
    result = run("group", "import", str(path), "--zone", ZONE)
    assert result.code == 2
    assert not home.exists()
    monkeypatch.setattr("recoverplan.readers.meeting_list.MOST_BYTES", 1 << 20)
    path.write_text("[" + json.dumps(A_MEETING) + " " * (4 << 20) + "]", encoding="utf-8")
    result = run("group", "import", str(path), "--zone", ZONE)
    assert result.code == 2
    assert "too much" in result.err


def test_a_list_with_its_own_names_of_formats(run: Run, home: Path, tmp_path: Path) -> None:
    meeting = {
        "id_bigint": "7", "meeting_name": "Evening", "weekday_tinyint": "3", "formats": "ZZ,O",
        "start_time": "19:00:00", "duration_time": "24:00:00", "venue_type": "3",
    }  # fmt: skip
    formats = [{"key_string": "ZZ", "name_string": "Quiet", "lang": "en"}]
    path = written(tmp_path / "list.json", {"meetings": [meeting], "formats": formats})
    assert imported(run, path)["format"] == "bmlt"
    assert kept(home)["7"].listing.minutes == 60
    found = run("group", "find", "tue 19:00-20:00", "--json").json["meetings"]
    assert found[0]["types"] == ["Quiet", "open"]
    assert found[0]["format"] == "hybrid"


def test_a_list_of_which_nothing_can_be_used_retires_nothing(
    run: Run, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.json"
    imported(run, written(path, [A_MEETING]))
    done = imported(run, written(path, [{"slug": "b"}, {"slug": "c"}]))
    assert counts(done) == (2, 0, 0, 0, 0)
    assert not kept(home)["a"].retired


def test_a_file_that_is_not_there_is_named(run: Run) -> None:
    result = run("group", "import", "/nowhere/list.json")
    assert result.code == 1
    assert "/nowhere/list.json" in result.err
