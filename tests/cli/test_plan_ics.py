"""`plan --ics`: what a phone shows is what the plan says, and tells nobody else what it is for."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from calendar_reader import properties, seen
from conftest import Run
from whole.test_first_week import ALEX, enter

NEW_YORK = ZoneInfo("America/New_York")
HARD = (
    "risk add|Nights|--when|daily 9pm-6am|--level|high",
    "risk add|Odd|--when|sat 23:30 for 4 hours",
    "risk add|Payday|--when|every other fri from 2 oct 2026 5pm-11pm until 1 jun 2027",
    "risk add|Month end|--when|last day of the month 6-9pm",
    "risk add|Wages|--when|31st 6-7pm if it falls on a weekend the friday before",
    "risk add|Raw|--when|RRULE:FREQ=WEEKLY;BYDAY=SU 01:15-02:45",
    "risk add|One day|--when|24 dec 2026 6pm-2am",
    "contact add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm",
    "contact add|Priya|--role|sponsor|--text|555-0127|--when|daily|--per-week|3",
    "group add|Tuesday Lifeline|--when|tue 7-8pm|--where|St Luke's hall",
    "group add|Far away|--when|sun 1-3am; wed 20:00-21:30|--zone|Australia/Lord_Howe",
)
ALL = (
    ("America/New_York", "2026-10-26T10:00"),
    ("America/New_York", "2027-03-08T10:00"),
    ("Europe/London", "2027-03-22T22:30"),
    ("Australia/Lord_Howe", "2026-09-28T10:00"),
    ("America/Santiago", "2026-08-31T10:00"),
    ("Africa/Cairo", "2027-04-26T23:59"),
)


def write(run: Run, path: Path, *more: str, now: str | None = None) -> bytes:
    result = run("plan", "--ics", str(path), "--force", *more, now=now)
    assert result.code == 0, result.err
    assert result.out == f"{path}\n"
    return path.read_bytes()


@pytest.fixture
def alex(run: Run) -> Run:
    enter(run, *ALEX)
    return run


@pytest.mark.parametrize(("name", "now"), ALL)
def test_a_phone_shows_the_plan_minute_for_minute(
    run: Run, tmp_path: Path, name: str, now: str
) -> None:
    run("setup", "--timezone", name, now=now)
    away = datetime.fromisoformat(now) + timedelta(days=12)
    enter(run, *HARD, f"contact pause|Sam|--until|{away:%Y-%m-%d}")
    zone = ZoneInfo(name)
    content = write(run, tmp_path / "w.ics", "--titles", "full", "--days", "21", now=now)
    plan = run("plan", "--json", "--days", "21").json
    low, high = (datetime.fromisoformat(plan[edge]) for edge in ("from", "to"))
    moment = datetime.fromisoformat(now).replace(tzinfo=zone)
    shown = [each for each in seen(content, zone, low, high) if each.end > moment]
    hard = {"Nights", "Odd", "Payday", "Month end", "Wages", "Raw", "One day"}
    assert sorted(each[:3] for each in shown if each.title in hard) == sorted(
        (at(found["start"]), at(found["end"]), found["risk"]["label"])
        for found in plan["occurrences"]
    )
    asked = [found["check_in"] for found in plan["occurrences"] if found["check_in"]]
    everything = seen(content, zone, low - timedelta(days=2), high + timedelta(days=2))
    verbs = {"Sam": "Call Sam", "Priya": "Text Priya"}
    assert sorted((each.start, each.title) for each in everything if each.title in verbs.values()
    ) == sorted((at(one["at"]), verbs[one["contact"]["name"]]) for one in asked)  # fmt: skip
    meetings = {(each.start, each.end, each.title) for each in everything}
    for going in plan["tries"]:
        coming = going["next"]
        assert (at(coming["start"]), at(coming["end"]), going["group"]["name"]) in meetings
    assert any(found["cover"] for found in plan["occurrences"])
    for found in plan["occurrences"]:
        for cover in found["cover"]:
            if cover["kind"] == "meeting":
                assert any(
                    start <= at(cover["start"]) and at(cover["end"]) <= end
                    for start, end, title in meetings
                    if title == cover["name"]
                )


def at(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(UTC)


def test_neutral_titles_tell_nothing_and_nobodys_role(alex: Run, tmp_path: Path) -> None:
    enter(alex, "contact edit|Dana|--card-name|D.", "contact edit|Priya|--off-card")
    content = write(alex, tmp_path / "w.ics")
    text = "\n".join(properties(content)).casefold()
    titles = {line for line in properties(content) if line.startswith("SUMMARY:")}
    assert titles == {
        f"SUMMARY:{title}"
        for title in ("Night", "Evening", "Afternoon", "Meeting", "Call Sam", "Call D.", "Text")
    }
    for word in (
        "recover", "risk", "hard", "alone", "payday", "thanksgiving", "lifeline", "smart", "luke",
        "peer", "family", "sponsor", "rough evening", "dana", "priya", "0127", "craving", "sober",
    ):  # fmt: skip
        assert word not in text, word


def test_a_way_in_free_words_stays_out_of_a_neutral_file(run: Run, tmp_path: Path) -> None:
    enter(run, "risk add|N|--when|daily 9-11pm", "contact add|Lee|--role|peer|--other|at the club")
    neutral = "\n".join(properties(write(run, tmp_path / "w.ics")))
    assert "SUMMARY:Lee" in neutral
    assert "club" not in neutral
    full = "\n".join(properties(write(run, tmp_path / "w.ics", "--titles", "full")))
    assert "at the club" in full


def test_full_titles_tell_what_it_is_and_still_no_role(alex: Run, tmp_path: Path) -> None:
    text = "\n".join(properties(write(alex, tmp_path / "w.ics", "--titles", "full")))
    for said in (
        "SUMMARY:Nights alone", "SUMMARY:Tuesday Lifeline", "LOCATION:St Luke's hall",
        "If I pace\\, then shoes on", "For: Payday", "Rough evening. Got ten minutes?",
    ):  # fmt: skip
        assert said in text, said
    assert "peer" not in text
    assert "family" not in text


def test_what_every_event_has(alex: Run, tmp_path: Path) -> None:
    lines = properties(write(alex, tmp_path / "w.ics"))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    events = lines.count("BEGIN:VEVENT")
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == len(uids) == events == 4 + 7 + 2
    for each in ("DTSTAMP:20261123T150000Z", "LAST-MODIFIED:20261123T150000Z", "CLASS:PRIVATE"):
        assert lines.count(each) == events
    assert lines.count("BEGIN:VALARM") == lines.count("ACTION:DISPLAY") == 7
    assert lines.count("TRIGGER:PT0S") == 7
    assert lines.count("TRANSP:TRANSPARENT") == 4 + 7
    assert lines.count("DTSTART:20261123T210000") == 1  # floats
    assert lines.count("DTSTART;TZID=America/New_York:20261124T190000") == 1
    assert lines.count("DTSTART;TZID=America/New_York:20261123T203000") == 1


def test_a_second_export_after_an_edit_brings_the_first_up_to_date(
    alex: Run, tmp_path: Path
) -> None:
    first = write(alex, tmp_path / "w.ics")
    assert write(alex, tmp_path / "w.ics") == first
    enter(
        alex,
        "risk edit|Nights alone|--label|Late|--when|mon-thu 10pm-1am",
        "contact edit|Sam|--name|Sammy|--per-week|7",
        "group edit|SMART Friday|--when|fri 6-7:30pm",
        "setup|--lead|1h",
    )
    later = write(alex, tmp_path / "w.ics", now="2026-11-23T10:05")
    before, after = uids_of(first), uids_of(later)
    assert set(before) == set(after)
    assert before != after
    assert all(0 <= int(sequence) < 2**31 for _, sequence in after.values())
    assert min(int(sequence) for _, sequence in after.values()) > max(
        int(sequence) for _, sequence in before.values()
    )


def uids_of(content: bytes) -> dict[str, tuple[str, str]]:
    """Return each event's title and SEQUENCE by its UID."""
    found, event = {}, dict[str, str]()
    for line in properties(content):
        name, _, value = line.partition(":")
        if line == "END:VEVENT":
            found[event["UID"]] = (event["SUMMARY"] + event["DTSTART"], event["SEQUENCE"])
        event[name.partition(";")[0]] = value
    return found


def test_two_stores_never_share_a_uid(run: Run, tmp_path: Path) -> None:
    every = []
    for place, now in (("a", "2026-11-23T10:00"), ("b", "2026-11-23T10:01")):
        store = ("--store", str(tmp_path / place))
        assert run(*store, "risk", "add", "Nights", "--when", "nights", now=now).code == 0
        path = tmp_path / f"{place}.ics"
        assert run(*store, "plan", "--ics", str(path)).code == 0
        every.append(set(uids_of(path.read_bytes())))
    assert not every[0] & every[1]


@pytest.mark.parametrize(
    "name",
    [
        "BEGIN:VALARM",
        'a;b,c:d\\e\\n"f"',
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "\\",
        "🌙" * 60,
        "Nächte " * 30,
        "a\\,b\\;c",
        "=;:,",
        "سلام ‌نیم‌فاصله",
        "\x1b[31mred\u202e",
    ],
)
def test_no_name_forges_a_line_and_each_comes_back_exactly(
    run: Run, tmp_path: Path, name: str
) -> None:
    run("risk", "add", name, "--when", "daily 9pm-midnight", "--step", name)
    run("contact", "add", name, "--role", "peer", "--call", "555-0114")
    run("group", "add", name, "--when", "tue 7-8pm", "--where", name)
    label = run("risk", "list", "--json").json["risks"][0]["label"]
    content = write(run, tmp_path / "w.ics", "--titles", "full", "--days", "1")
    lines = properties(content)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 3
    low = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    titles = [each.title for each in seen(content, NEW_YORK, low, low + timedelta(days=2))]
    assert set(titles) == {label, f"Call {label}"}
    assert not {"\x1b", "\u202e", "\x9b"} & set(content.decode("utf-8"))


def test_zones_are_described_as_they_are(run: Run, tmp_path: Path) -> None:
    names = (
        "America/New_York", "Australia/Lord_Howe", "Africa/Cairo", "Europe/Dublin",
        "America/Santiago", "Asia/Kolkata", "Africa/Casablanca",
    )  # fmt: skip
    for number, name in enumerate(names):
        run("group", "add", f"Group {number}", "--when", "daily 7-8pm", "--zone", name)
    path = tmp_path / "w.ics"
    write(run, path)
    # dateutil reads VTIMEZONE for itself; icalendar's own would be an hour late in spring.
    read = tzical(str(path))
    assert sorted(read.keys()) == sorted(names)
    for name in names:
        zone, described = ZoneInfo(name), read.get(name)
        hour = datetime(2026, 1, 2, tzinfo=UTC)
        while hour < datetime(2028, 1, 1, tzinfo=UTC):
            wall = hour.astimezone(zone).replace(tzinfo=None)
            if (wall.replace(tzinfo=zone).astimezone(UTC)) == hour:  # the first of two equal hours
                offset = wall.replace(tzinfo=described).utcoffset()
                assert offset == hour.astimezone(zone).utcoffset(), (name, hour)
            hour += timedelta(hours=1, minutes=30)


def test_a_zone_of_utc_needs_no_description(run: Run, tmp_path: Path) -> None:
    run("group", "add", "G", "--when", "tue 7-8pm until 1 dec 2026", "--zone", "UTC")
    lines = properties(write(run, tmp_path / "w.ics"))
    assert "BEGIN:VTIMEZONE" not in lines
    assert "DTSTART:20261124T190000Z" in lines


def test_one_call_rings_once_whatever_it_serves(run: Run, tmp_path: Path) -> None:
    enter(
        run,
        "risk add|Nights|--when|mon 9pm-midnight",
        "risk add|Match|--when|mon 9-10pm",
        "risk add|Out|--when|tue 9-10pm",
        "contact add|Sam|--role|peer|--call|555-0114",
    )
    content = write(run, tmp_path / "week.ics", "--titles", "full").decode()
    assert content.count("BEGIN:VALARM") == 2
    assert content.count("SUMMARY:Call Sam") == 2
    assert "For: Nights\\, Match" in content.replace("\r\n ", "")
    plan = run("plan", "--json").json
    assert [each["check_in"]["at"][:16] for each in plan["occurrences"]] == [
        "2026-11-23T20:30", "2026-11-23T20:30", "2026-11-24T20:30",
    ]  # fmt: skip
    assert plan["summary"]["with_person"] == 3


def test_a_call_that_was_made_is_not_in_it(run: Run, tmp_path: Path) -> None:
    enter(
        run,
        "risk add|Nights|--when|daily 9pm-midnight",
        "contact add|Sam|--role|peer|--call|555-0114",
    )
    before = write(run, tmp_path / "before.ics").decode()
    assert "DTSTART;TZID=America/New_York:20261123T203000" in before
    run("contact", "log", "Sam", now="2026-11-23T20:10")
    after = write(run, tmp_path / "after.ics", now="2026-11-23T20:20").decode()
    assert "20261123T203000" not in after
    assert after.count("SUMMARY:Call Sam") == before.count("SUMMARY:Call Sam") - 1


def test_groups_paused_or_not_confirmed(run: Run, tmp_path: Path) -> None:
    enter(
        run, "group add|A|--when|tue 7-8pm", "group add|B|--when|wed 7-8pm", "group decide|B|pause"
    )
    lines = properties(write(run, tmp_path / "w.ics", "--titles", "full"))
    assert "SUMMARY:A" in lines
    assert "SUMMARY:B" not in lines


def test_what_is_said_beside_the_path(alex: Run, tmp_path: Path) -> None:
    path = tmp_path / "w.ics"
    said = alex("plan", "--ics", str(path)).err
    assert "check-ins are there through Sun 29 Nov" in said
    assert "Some phones don't ring for imported calendars" in said
    assert "Its titles don't say what it is for." in said.replace("\n", " ")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    alex("risk", "add", "Wages", "--when", "31st 6-7pm if it falls on a weekend the friday before")
    full = alex("plan", "--ics", str(path), "--force", "--titles", "full", "--days", "28").err
    in_a_row = full.replace("\n", " ")
    assert "Calendars have no rule for Wages: the days through" in full
    assert "--days 28" not in full
    assert "its titles say what it is for. Without --titles full they don't." in in_a_row


def test_wrong_use_writes_nothing(alex: Run, tmp_path: Path) -> None:
    path = tmp_path / "w.ics"
    for more, code in (
        (("--titles", "loud"), 2),
        (("--json",), 2),
        (("--gaps",), 2),
        (("--risk", "Payday"), 2),
    ):
        result = alex("plan", "--ics", str(path), *more)
        assert (result.code, result.out) == (code, ""), more
        assert not path.exists()
    assert alex("plan", "--titles", "full").code == 2
    path.write_text("mine", encoding="utf-8")
    assert alex("plan", "--ics", str(path)).code == 1
    assert path.read_text(encoding="utf-8") == "mine"


def test_an_empty_plan_is_no_calendar(run: Run, home: Path, tmp_path: Path) -> None:
    result = run("plan", "--ics", str(tmp_path / "w.ics"))
    assert result.code == 1
    assert "nothing to put in a calendar" in result.err
    assert not (tmp_path / "w.ics").exists()
    assert not home.exists()
