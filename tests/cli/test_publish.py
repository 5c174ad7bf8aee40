"""`publish` through the command line: in step with every change, and only its own files touched."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from calendar_reader import Seen, properties, seen
from conftest import Result, Run
from recoverplan.home import PUBLISHED
from secrets_given import OTHER, PHRASE, cheap, lines
from sharing import typed_once
from whole.test_neutral_reminders import TELLING

__all__ = ["cheap"]
NEW_YORK = ZoneInfo("America/New_York")
# SEQUENCE begins with the seconds since this year began, at the time of these tests.
BEGIN = int(
    (datetime(2026, 11, 23, 15, tzinfo=UTC) - datetime(2026, 1, 1, tzinfo=UTC)).total_seconds()
)
UIDS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.(ics|vcf)")


@pytest.fixture(autouse=True)
@typed_once
def entered(run: Run) -> None:
    for line in (
        ("setup", "--region", "US", "--timezone", "America/New_York", "--about", "drugs"),
        ("risk", "add", "Nights alone", "--when", "daily 9pm-midnight", "--level", "high"),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm"),
        ("contact", "add", "Dana", "--role", "family", "--text", "555-0136", "--say", "Rough one"),
        ("group", "add", "Tuesday Lifeline", "--when", "tue 7-8pm", "--where", "St Luke's hall"),
    ):
        assert run(*line).code == 0


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "calendar"


def good(result: Result) -> Result:
    assert result.code == 0, result.err
    return result


Locked = Callable[..., Result]


@pytest.fixture
def locked(run: Run, cheap: None) -> Locked:
    """Run a command line with passphrases."""

    def call(*line: str, given: tuple[str, ...] = (PHRASE,)) -> Result:
        with lines(*given) as options:
            return run(*line, *options)

    return call


def everything(place: Path) -> bytes:
    """Return the items of a folder as one file."""
    events = [path.read_bytes() for path in sorted(place.glob("*.ics"))]
    body = re.compile(rb"BEGIN:VEVENT.*END:VEVENT\r\n", re.DOTALL)
    zones = re.compile(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", re.DOTALL)
    found = {zone for each in events for zone in zones.findall(each)}
    parts = [*sorted(found), *(body.search(each)[0] for each in events)]  # type: ignore[index]
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    return head + b"".join(parts) + b"END:VCALENDAR\r\n"


def shown(place: Path, days: int = 28) -> list[Seen]:
    start = datetime(2026, 11, 23, tzinfo=NEW_YORK)
    return seen(everything(place), NEW_YORK, start, start + timedelta(days=days))


def titles(place: Path) -> list[str]:
    return sorted({each.title for each in shown(place)})


def texts(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir() if path.is_file()}


def the_one(place: Path, saying: bytes) -> Path:
    """Return the first file that says something."""
    return next(path for path in sorted(place.iterdir()) if saying in path.read_bytes())


def edit(path: Path, old: bytes, new: bytes) -> None:
    """Write a file anew as vdirsyncer does: another inode, another time."""
    content = path.read_bytes()
    assert old in content
    other = path.with_suffix(".tmp")
    other.write_bytes(content.replace(old, new))
    os.utime(other, (1_800_000_000, 1_800_000_000))
    other.replace(path)


def sequence(path: Path) -> int:
    """Return how many times a file was written anew since it was published."""
    found = re.search(rb"SEQUENCE:(\d+)", path.read_bytes())
    assert found
    return int(found[1]) - BEGIN


# ------------------------------------------------------------ what stands there


def test_a_folder_has_one_private_file_an_event_named_by_its_uid(run: Run, place: Path) -> None:
    done = good(run("publish", "calendar", str(place)))
    assert done.out.startswith(f"Your calendar is in {place} (30 files).\n")
    assert "Its titles don't say what it is for.\n" in done.out
    assert "recoverplan sends nothing." in done.out
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert len(list(place.iterdir())) == 30  # 28 calls, the nights, the meeting
    for path in place.iterdir():
        assert UIDS.fullmatch(path.name), path.name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        told = properties(path.read_bytes())
        assert told.count(f"UID:{path.stem}") == told.count("BEGIN:VEVENT") == 1
        assert f"SEQUENCE:{BEGIN}" in told
        assert "METHOD:PUBLISH" not in told
        assert "CLASS:PRIVATE" in told
        assert any(line.startswith("BEGIN:VTIMEZONE") for line in told)
        assert all(
            ";TZID=America/New_York:" in each for each in told if each.startswith("DTSTART;")
        )


def test_it_shows_the_plan_minute_for_minute(run: Run, place: Path) -> None:
    good(run("publish", "calendar", str(place), "--titles", "full", "--yes"))
    plan = run("plan", "--days", "28", "--json").json
    hours = {(each.start, each.end) for each in shown(place) if each.title == "Nights alone"}
    assert hours == {(at(each["start"]), at(each["end"])) for each in plan["occurrences"]}
    calls = {each.start for each in shown(place) if each.title == "Call Sam"}
    asked = {at(each["check_in"]["at"]) for each in plan["occurrences"] if each["check_in"]}
    texted = {each.start for each in shown(place) if each.title == "Text Dana"}
    assert calls | texted == asked
    assert {each.title for each in shown(place)} >= {"Tuesday Lifeline", "Call Sam"}


def at(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(UTC)


def test_neutral_files_and_their_names_tell_nothing(run: Run, place: Path, tmp_path: Path) -> None:
    good(run("publish", "calendar", str(place)))
    good(run("publish", "contacts", str(tmp_path / "people")))
    good(run("publish", "page", str(tmp_path / "week.html")))
    assert titles(place) == ["Call Sam", "Meeting", "Night", "Text Dana"]
    # Who is on the card has a name, and formats have words of their own.
    names = re.compile(
        r"sam|dana|^TRIGGER:|VCARD|<style>.*</style>", re.IGNORECASE | re.DOTALL | re.MULTILINE
    )
    for path in (*place.iterdir(), *(tmp_path / "people").iterdir(), tmp_path / "week.html"):
        told = TELLING.findall(names.sub("", path.read_text("utf-8")))
        assert told == [], (path.name, told)
        assert not TELLING.search(path.name)


def test_full_titles_are_shown_first_and_need_a_yes(run: Run, place: Path) -> None:
    refused = run("publish", "calendar", str(place), "--titles", "full")
    assert (refused.code, refused.out) == (2, "")
    assert "Add --yes." in refused.err
    assert not place.exists()
    done = good(run("publish", "calendar", str(place), "--titles", "full", "--yes"))
    assert "  Nights alone" in done.err
    assert "Anyone who can open that folder can read it" in done.err
    assert "Its titles say what it is for." in done.out
    assert {"Nights alone", "Tuesday Lifeline"} <= set(titles(place))


def test_people_are_cards_and_full_ones_have_roles(run: Run, tmp_path: Path) -> None:
    people = tmp_path / "people"
    done = good(run("publish", "contacts", str(people)))
    assert f"Your contacts are in {people} (2 files).\n" in done.out
    both = b"".join(path.read_bytes() for path in people.glob("*.vcf"))
    assert b"FN:Sam" in both
    assert b"555-0136" in both
    assert b"family" not in both
    assert b"Rough" not in both
    good(run("publish", "contacts", str(people), "--titles", "full", "--yes"))
    both = b"".join(path.read_bytes() for path in people.glob("*.vcf"))
    assert b"family" in both
    assert b"Rough one" in both


def test_whoever_agrees_to_a_page_sees_the_hours_of_people_too(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "week.html"
    done = good(run("publish", "page", str(page), "--titles", "full", "--yes"))
    assert "Sam: 555-0114, every day 6–11 pm\n" in done.err
    assert 'Dana: 555-0136, any time (not asked yet), "Rough one"' in done.err


def test_no_link_of_a_neutral_page_has_opening_words(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "week.html"
    good(run("publish", "page", str(page)))
    assert 'href="sms:5550136"' in page.read_text("utf-8")
    good(run("publish", "page", str(page), "--titles", "full", "--yes"))
    assert 'href="sms:5550136?body=Rough%20one"' in page.read_text("utf-8")


def test_the_page_has_the_week_and_the_card(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "week.html"
    assert f"Your page is {page}.\n" in good(run("publish", "page", str(page))).out
    neutral = page.read_text("utf-8")
    for said in ("Monday 23 November", "9&nbsp;pm to midnight", "Call Sam", "Meeting", "tel:"):
        assert said in neutral.replace("\xa0", "&nbsp;"), said
    assert "Nights alone" not in neutral
    assert "988" not in neutral
    good(run("publish", "page", str(page), "--titles", "full", "--yes"))
    full = page.read_text("utf-8")
    for said in ("Nights alone", "Tuesday Lifeline", "988", "911"):
        assert said in full, said


def test_what_is_published_names_nobody_in_its_own_file(run: Run, home: Path, place: Path) -> None:
    good(run("publish", "calendar", str(place), "--titles", "full", "--yes"))
    content = (home / PUBLISHED).read_text("utf-8")
    assert stat.S_IMODE((home / PUBLISHED).stat().st_mode) == 0o600
    assert not re.search("sam|dana|nights|lifeline|luke", content, re.IGNORECASE)


# ------------------------------------------------------------ in step with every change


def test_every_change_is_there_and_nothing_else_is_written(run: Run, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    before = texts(place)
    good(run("risk", "edit", "Nights alone", "--level", "low"))
    assert texts(place) == before
    good(run("group", "edit", "Tuesday Lifeline", "--when", "tue 6-7pm"))
    after = texts(place)
    (changed,) = [name for name in after if after[name] != before[name]]
    assert after.keys() == before.keys()
    assert b"T180000" in after[changed]
    assert sequence(place / changed) == 1
    good(run("undo"))
    assert sequence(place / changed) == 2
    assert b"T190000" in (place / changed).read_bytes()


def test_what_falls_out_of_the_plan_is_removed_and_comes_back_with_undo(
    run: Run, place: Path
) -> None:
    good(run("publish", "calendar", str(place)))
    good(run("risk", "remove", "Nights alone", "--yes"))
    assert titles(place) == ["Meeting"]
    good(run("undo"))
    assert len(list(place.iterdir())) == 30
    # Of a UID that was there before a later writing has a higher number.
    assert sequence(the_one(place, b"SUMMARY:Night")) == 1


def test_off_and_on_again_the_numbers_go_on_rising(run: Run, place: Path, tmp_path: Path) -> None:
    good(run("publish", "calendar", str(place)))
    for turn, when in enumerate(("tue 6-7pm", "tue 5-6pm", "tue 4-5pm")):
        good(run("group", "edit", "Tuesday Lifeline", "--when", when))
        meeting = the_one(place, b"SUMMARY:Meeting")
        assert sequence(meeting) == turn + 1
    good(run("publish", "off", now="2026-11-23T10:01"))
    good(run("publish", "calendar", str(place), now="2026-11-23T10:02"))
    assert sequence(meeting) == 120
    good(run("publish", "calendar", str(tmp_path / "elsewhere"), now="2026-11-23T10:03"))
    assert sequence(tmp_path / "elsewhere" / meeting.name) == 180


def test_days_move_on_also_for_somebody_who_only_reads(run: Run, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    nights = the_one(place, b"RRULE:FREQ=DAILY")
    before = nights.read_bytes()
    good(run("plan", now="2026-12-07T10:00"))
    dates = sorted(
        found
        for path in place.iterdir()
        for found in re.findall(r"DTSTART;TZID=America/New_York:(\d{8})", path.read_text())
        if "Call" in path.read_text() or "Text" in path.read_text()
    )
    assert (dates[0], dates[-1]) == ("20261207", "20270103")
    assert nights.read_bytes() == before  # what repeats is not sent again each week
    good(run("plan", now="2027-06-07T10:00"))
    assert sequence(nights) == 1


def test_a_folder_that_is_gone_stops_no_change_and_says_so(run: Run, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    aside = place.rename(place.with_name("aside"))
    done = run("risk", "edit", "Nights alone", "--when", "daily 8pm-midnight")
    assert done.code == 7
    assert "Saved, but what you publish still shows the old version." in done.err
    assert f"{place} is not there" in done.err
    assert "20:00" in json.dumps(run("plan", "--json").json)
    assert not place.exists()
    assert "is not there" in run("publish", "status").out
    assert run("publish", "status", "--json").json["published"][0]["wrong"]
    unfixed = run("doctor", "--fix")  # and looks at everything else
    assert (unfixed.code, "is not there" in unfixed.out) == (1, True)
    assert "The help lines were looked up" in unfixed.out
    assert "wrong: Your" not in unfixed.out
    aside.rename(place)
    doctor = run("doctor")
    assert (doctor.code, "does not say what your plan says" in doctor.out) == (1, True)
    assert run("doctor", "--fix").code == 0
    assert run("step", "add", "Tea", "--kind", "alone").err == ""
    assert any(b"T200000" in content for content in texts(place).values())
    assert "What you publish says what your plan says." in run("doctor").out


@pytest.mark.skipif(os.geteuid() != 0, reason="needs a folder that root may not write to")
def test_one_place_that_fails_keeps_no_other_from_being_written(
    run: Run, place: Path, tmp_path: Path
) -> None:
    people = tmp_path / "people"
    good(run("publish", "calendar", str(place)))
    good(run("publish", "contacts", str(people)))
    place.rename(tmp_path / "aside")
    assert run("contact", "edit", "Sam", "--call", "555-0199").code == 7
    assert any(b"555-0199" in content for content in texts(people).values())


def test_reminders_and_publishing_each_follow_whatever_comes_of_the_other(
    run: Run, place: Path, home: Path
) -> None:
    good(run("remind", "on", "--with", "prompt", "--yes"))
    good(run("publish", "calendar", str(place)))
    place.rename(place.with_name("aside"))
    done = run("risk", "edit", "Nights alone", "--when", "daily 8pm-midnight")
    assert done.code == 7
    assert "Your plan for 8 pm is ready" in (home / "reminders.txt").read_text()


# ------------------------------------------------------------ others at work there


def test_other_peoples_files_are_never_touched(run: Run, place: Path, tmp_path: Path) -> None:
    place.mkdir()
    (place / "dentist.ics").write_bytes(b"BEGIN:VCALENDAR\nmine\n")
    (place / ".hidden").write_text("mine")
    (place / "color").write_text("#ff0000")
    outside = tmp_path / "outside.ics"
    outside.write_text("mine")
    (place / "link.ics").symlink_to(outside)
    mine = texts(place)
    done = good(run("publish", "calendar", str(place)))
    assert "Other files are in that folder too. They are left alone." in done.out
    good(run("risk", "remove", "Nights alone", "--yes"))
    good(run("publish", "off"))
    assert texts(place) == mine
    assert (place / "link.ics").is_symlink()
    assert outside.read_text() == "mine"


def test_what_was_edited_there_is_overwritten_once_and_said(run: Run, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    call = the_one(place, b"SUMMARY:Call Sam")
    edit(call, b"SUMMARY:Call Sam", b"SUMMARY:Call mum")
    assert "Changed or deleted there since: 1." in run("publish", "status").out
    done = good(run("step", "add", "Tea", "--kind", "alone"))
    assert "Somebody changed this in" in done.err
    assert "Call Sam" in done.err
    assert b"SUMMARY:Call Sam" in call.read_bytes()
    assert sequence(call) == 1
    edit(call, b"SUMMARY:Call Sam", b"SUMMARY:Call mum")  # the folder insists
    assert good(run("step", "add", "Walk", "--kind", "alone")).err == ""
    assert b"SUMMARY:Call mum" in call.read_bytes()
    good(run("contact", "edit", "Sam", "--call", "555-0177"))  # until the event itself changes
    assert b"SUMMARY:Call Sam" in call.read_bytes()


def test_what_was_deleted_there_comes_back_once_and_that_is_said(run: Run, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    call = the_one(place, b"SUMMARY:Call Sam")
    call.unlink()
    done = good(run("step", "add", "Tea", "--kind", "alone"))
    assert "Somebody deleted this in" in done.err
    assert call.exists()
    call.unlink()
    assert good(run("step", "add", "Walk", "--kind", "alone")).err == ""
    assert not call.exists()
    assert "since" not in run("publish", "status").out
    good(run("contact", "edit", "Sam", "--call", "555-0177"))
    assert call.exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"TRIGGER:PT0S", b"TRIGGER:PT0S\r\nACKNOWLEDGED:20261123T203000Z"),
        (b"CLASS:PRIVATE\r\n", b""),
        (b"TRANSP:TRANSPARENT\r\n", b"X-MOZ-LASTACK:20261123T203000Z\r\n"),
        (b"\r\n", b"\n"),
        (b"PRODID:-//plan//plan//EN", b"PRODID:-//Example Corp//Server 1.0//EN"),
        (b"DTSTART;TZID=America/New_York:20261123T203000", b"DTSTART:20261124T013000Z"),
        (b"STATUS:CONFIRMED\r\n", b""),
        (b"DESCRIPTION:555-0114", b"DESCRIPTION:555\r\n -0114 "),
        (b"END:VALARM", b"UID:F1E2\r\nEND:VALARM"),
    ],
)  # fmt: skip
def test_a_servers_own_form_and_a_dismissed_alarm_are_left_alone(
    run: Run, place: Path, old: bytes, new: bytes
) -> None:
    good(run("publish", "calendar", str(place)))
    call = the_one(place, b"DTSTART;TZID=America/New_York:20261123T203000")
    edit(call, old, new)
    theirs = call.read_bytes()
    for step in ("Tea", "Walk"):
        assert good(run("step", "add", step, "--kind", "alone")).err == ""
    assert call.read_bytes() == theirs
    assert "since" not in run("publish", "status").out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"FREQ=DAILY", b"FREQ=WEEKLY"),
        (b"DTSTART;TZID=America/New_York:", b"DTSTART;TZID=Europe/Paris:"),
        (b"T210000", b"T213000"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED"),
        (b"RRULE", b"EXDATE;TZID=America/New_York:20261124T210000\r\nRRULE"),
        (b"BEGIN:VEVENT", b"BEGIN:VNOTHING"),
        (b"DTSTART;TZID=America/New_York:20261122T210000", b"DTSTART:20261123T020000Z"),
    ],
)
def test_what_says_something_else_is_put_right(
    run: Run, place: Path, old: bytes, new: bytes
) -> None:
    good(run("publish", "calendar", str(place)))
    nights = the_one(place, b"RRULE:FREQ=DAILY")
    edit(nights, old, new)
    assert "Somebody changed" in good(run("step", "add", "Tea", "--kind", "alone")).err
    assert b"RRULE:FREQ=DAILY" in nights.read_bytes()


def test_another_thing_under_the_name_of_ours_is_left_and_named(
    run: Run, place: Path, tmp_path: Path
) -> None:
    good(run("publish", "calendar", str(place)))
    one, two, three = sorted(place.iterdir())[:3]
    outside = tmp_path / "outside.ics"
    outside.write_text("mine")
    one.unlink()
    one.symlink_to(outside)
    two.unlink()
    two.mkdir()
    three.unlink()
    three.write_text("not an event at all")
    done = good(run("step", "add", "Tea", "--kind", "alone"))
    assert "are not from recoverplan, so they were left alone" in done.err
    off = good(run("publish", "off"))
    assert "Left there, because something else has changed them since" in off.err
    assert sorted(place.iterdir()) == [one, two, three]
    assert outside.read_text() == "mine"


def test_a_lost_list_of_files_adopts_what_is_there(run: Run, home: Path, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    call = the_one(place, b"SUMMARY:Call Sam")
    moved = call.rename(place / "from-a-server.ics")
    before = texts(place)
    for damage in (b"{", b""):
        (home / PUBLISHED).write_bytes(damage)
        assert "damaged" in run("publish", "status").err
        assert "damaged" in run("step", "add", f"Tea{damage!r}", "--kind", "alone").err
        good(run("publish", "calendar", str(place)))
        assert texts(place) == before
    (home / PUBLISHED).unlink()
    good(run("publish", "calendar", str(place)))
    assert texts(place) == before  # two files of one UID would stop all syncing
    good(run("contact", "edit", "Sam", "--call", "555-0177"))
    assert not call.exists()
    assert b"555-0177" in moved.read_bytes()


def test_a_page_that_somebody_else_wrote_is_never_taken(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "week.html"
    page.write_text("mine")
    refused = run("publish", "page", str(page))
    assert refused.code == 1
    assert "recoverplan didn't write it" in refused.err
    assert page.read_text() == "mine"
    page.unlink()
    good(run("publish", "page", str(page)))
    edit(page, b"Week", b"Other")
    assert "Somebody changed this in" in good(run("step", "add", "Tea", "--kind", "alone")).err
    assert "<title>Week" in page.read_text("utf-8")
    page.write_text("mine")
    good(run("publish", "off"))
    assert page.read_text() == "mine"


# ------------------------------------------------------------ where, and off


@pytest.mark.parametrize(
    ("what", "named", "says"),
    [
        ("calendar", "file", "is a file"),
        ("calendar", "none/below", "There is no folder"),
        ("calendar", "none/below", "mkdir -p "),
        ("calendar", "home/inside", "where your data is kept"),
        ("calendar", "home", "where your data is kept"),
        ("contacts", "calendar", "is where your calendar is already"),
        ("page", "calendar", "is a folder"),
        ("page", "home/week.html", "where your data is kept"),
    ],
)
def test_a_place_that_will_not_do_is_refused(
    run: Run, tmp_path: Path, place: Path, what: str, named: str, says: str
) -> None:
    (tmp_path / "file").write_text("mine")
    good(run("publish", "calendar", str(place)))
    refused = run("publish", what, str(tmp_path / named))
    assert refused.code == 1
    assert says in refused.err
    assert len(run("publish", "status", "--json").json["published"]) == 1


@pytest.mark.parametrize("name", [".week.html", "week of Ünsal", "50% 'a' $b.html", "-x.html"])
def test_a_page_may_have_any_name(run: Run, tmp_path: Path, name: str) -> None:
    good(run("publish", "page", str(tmp_path / name)))
    good(run("step", "add", "Tea", "--kind", "alone"))
    good(run("publish", "off"))
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("what", "instead"),
    [("calendar", "plan --ics -"), ("contacts", "card --vcf -"), ("page", "plan --html -")],
)
@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_what_is_kept_in_step_is_never_written_to_stdout(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, instead: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused = run("publish", what, name)
    assert (refused.code, refused.out) == (1, "")
    assert f"recoverplan {instead}" in refused.err
    assert not (tmp_path / "-").exists()
    assert good(run(*instead.split())).out


def test_a_list_that_points_elsewhere_is_not_believed(run: Run, home: Path, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    mine = place.parent / "mine.ics"
    mine.write_text("mine")
    kept = json.loads((home / PUBLISHED).read_text())
    kept["places"][0]["items"][0]["name"] = "../mine.ics"
    (home / PUBLISHED).write_text(json.dumps(kept))
    assert "damaged" in run("publish", "off").err
    assert mine.read_text() == "mine"


def test_another_folder_takes_over_and_the_first_is_emptied(
    run: Run, place: Path, tmp_path: Path
) -> None:
    good(run("publish", "calendar", str(place)))
    other = tmp_path / "other"
    done = good(run("publish", "calendar", str(other)))
    assert "Gone from there: 30." in done.out
    assert not list(place.iterdir())
    assert len(list(other.iterdir())) == 30


def test_a_link_to_a_folder_is_followed_once_and_no_later(
    run: Run, place: Path, tmp_path: Path
) -> None:
    real = tmp_path / "real"
    real.mkdir()
    link = tmp_path / "link"
    link.symlink_to(real)
    good(run("publish", "calendar", str(link)))
    assert len(list(real.iterdir())) == 30
    real.rename(tmp_path / "aside")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    real.symlink_to(elsewhere)
    assert run("step", "add", "Tea", "--kind", "alone").code == 7
    assert not list(elsewhere.iterdir())


def test_off_removes_every_file_and_says_what_stays(run: Run, home: Path, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    assert "vdirsyncer" not in good(run("publish", "page", str(place.with_name("w.html")))).out
    off = good(run("publish", "off", "calendar"))
    assert off.out.startswith(f"Your calendar is gone from {place} (30 files).\n")
    assert "vdirsyncer refuses to empty a whole collection." in off.out
    assert not list(place.iterdir())
    assert run("publish", "off", "calendar").out == "Your calendar was not published.\n"
    off = good(run("publish", "off"))
    assert "vdirsyncer" not in off.out  # it carries no pages
    assert not place.with_name("w.html").exists()
    assert not (home / PUBLISHED).exists()
    assert run("publish", "off").out == "Nothing was published.\n"
    assert run("publish", "status").out.startswith("Nothing is published.\n")
    assert run("publish", "off", "everything").code == 2
    good(run("risk", "edit", "Nights alone", "--level", "low"))
    assert not list(place.iterdir())


def test_erase_takes_it_away_and_says_what_stays(run: Run, home: Path, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    (place / "dentist.ics").write_text("mine")
    (home / "keys.json").write_bytes(b"spoilt")  # erasing opens nothing
    done = good(run("erase", "--yes"))
    assert f"What you published goes too: {place}." in done.err
    assert "What was carried on stays where it is" in done.out
    assert [path.name for path in place.iterdir()] == ["dentist.ics"]
    assert not home.exists()


def test_erase_goes_on_where_the_folder_cannot_be_reached(
    run: Run, home: Path, place: Path
) -> None:
    good(run("publish", "calendar", str(place)))
    place.rename(place.with_name("aside"))
    done = good(run("erase", "--yes"))
    assert f"{place} can't be reached now, so what you published may still be there" in done.out
    assert not home.exists()


def test_off_forgets_a_folder_that_is_gone_and_says_what_may_be_there(
    run: Run, home: Path, place: Path
) -> None:
    good(run("publish", "calendar", str(place)))
    place.rename(place.with_name("aside"))
    assert f"{place} can't be reached now" in good(run("publish", "off")).out
    assert not (home / PUBLISHED).exists()


def test_no_passphrase_is_set_while_names_stand_where_they_cannot_be_taken_out(
    locked: Locked, run: Run, place: Path
) -> None:
    good(run("publish", "calendar", str(place)))
    aside = place.rename(place.with_name("aside"))
    refused = locked("lock", "set", "--yes")
    assert refused.code == 1
    assert "so the lock was left as it is" in refused.err
    assert "recoverplan publish off forgets this one" in refused.err
    assert run("plan").code == 0  # without a passphrase
    aside.rename(place)
    good(locked("lock", "set", "--yes"))


def test_a_backup_that_comes_back_is_there_too(run: Run, place: Path, tmp_path: Path) -> None:
    good(run("publish", "calendar", str(place)))
    good(run("backup", str(tmp_path / "b.zip"), "--plain-key"))
    before = titles(place)
    good(run("risk", "remove", "Nights alone", "--yes"))
    assert titles(place) != before
    good(run("restore", str(tmp_path / "b.zip"), "--yes"))
    assert titles(place) == before


def test_before_setup_there_is_nothing_to_publish(run: Run, tmp_path: Path) -> None:
    store = str(tmp_path / "none")
    done = run("--store", store, "publish", "calendar", str(tmp_path / "c"))
    assert done.code == 3
    assert not (tmp_path / "c").exists()
    assert not Path(store).exists()
    assert run("--store", store, "publish", "off").code == 0


# ------------------------------------------------------------ with a passphrase


def test_lock_set_takes_names_out_and_names_the_places(
    locked: Locked, run: Run, place: Path, tmp_path: Path
) -> None:
    people = tmp_path / "people"
    good(run("publish", "calendar", str(place), "--titles", "full", "--yes"))
    good(run("publish", "contacts", str(people)))
    done = good(locked("lock", "set", "--yes"))
    assert f"Your calendar in {place} can be read without your passphrase, so" in done.out
    assert f"recoverplan publish contacts {people}" in done.out
    assert titles(place) == ["Call", "Meeting", "Night", "Text"]
    assert not re.search(rb"555-01|Sam|Dana|Lifeline", everything(place))
    assert not list(people.iterdir())
    assert "A passphrase is set, so there are no names in it." in run("publish", "status").out
    good(locked("step", "add", "Tea", "--kind", "alone"))
    assert not re.search(rb"555-01|Sam|Dana|Lifeline", everything(place))
    refused = locked("publish", "calendar", str(place))
    assert refused.code == 2
    agreed = good(locked("publish", "calendar", str(place), "--yes"))
    assert "It can be read without your passphrase." in agreed.err
    assert "Nights alone" in titles(place)
    good(locked("step", "add", "Walk", "--kind", "alone"))
    assert "Nights alone" in titles(place)
    assert not list(people.iterdir())  # that was agreed to for the calendar alone


def test_consent_is_for_one_passphrase_one_place_and_its_titles(
    locked: Locked, run: Run, home: Path, place: Path
) -> None:
    good(locked("lock", "set", "--yes"))
    assert locked("publish", "calendar", str(place)).code == 2
    good(locked("publish", "calendar", str(place), "--yes"))
    assert "Call Sam" in titles(place)
    kept = (home / PUBLISHED).read_text()
    (home / PUBLISHED).write_text(kept.replace('"neutral"', '"full"'))  # somebody else's wish
    good(locked("step", "add", "Tea", "--kind", "alone"))
    assert not re.search(rb"Sam|Nights", everything(place))
    (home / PUBLISHED).write_text((home / PUBLISHED).read_text().replace('"full"', '"neutral"'))
    good(locked("step", "add", "Walk", "--kind", "alone"))
    assert "Call Sam" in titles(place)
    done = good(locked("lock", "change", "--yes", given=(PHRASE, OTHER)))
    assert "so there are no names in it any more" in done.out
    assert not re.search(rb"Sam|555-01", everything(place))


def test_status_and_off_ask_for_no_passphrase(locked: Locked, run: Run, place: Path) -> None:
    good(run("publish", "calendar", str(place)))
    good(locked("lock", "set", "--yes"))
    assert str(place) in good(run("publish", "status")).out
    assert f"gone from {place}" in good(run("publish", "off")).out


def test_a_backup_carries_none_of_it_elsewhere(run: Run, place: Path, tmp_path: Path) -> None:
    good(run("publish", "calendar", str(place)))
    good(run("backup", str(tmp_path / "b.zip"), "--plain-key"))
    good(run("export", "--json", str(tmp_path / "all.json")))
    assert str(place) not in (tmp_path / "all.json").read_text()
    other = str(tmp_path / "other")
    good(run("--store", other, "restore", str(tmp_path / "b.zip"), "--yes"))
    assert run("--store", other, "publish", "status", "--json").json["published"] == []


def test_a_move_that_fails_leaves_what_was_published_where_it_was(
    run: Run, home: Path, place: Path, tmp_path: Path
) -> None:
    good(run("publish", "calendar", str(place)))
    files = {path.name: path.read_bytes() for path in place.iterdir()}
    listed = (home / PUBLISHED).read_bytes()
    second = tmp_path / "second"
    second.mkdir()
    one = sorted(files)[1]
    (second / f".{one}.tmp").mkdir()  # what a disk that fails in the middle comes to
    refused = run("publish", "calendar", str(second))
    assert refused.code == 1
    assert {path.name: path.read_bytes() for path in place.iterdir()} == files
    assert [path.name for path in second.iterdir()] == [f".{one}.tmp"]
    assert (home / PUBLISHED).read_bytes() == listed
    good(run("contact", "edit", "Sam", "--call", "555-0177"))
    assert any(b"555-0177" in path.read_bytes() for path in place.glob("*.ics"))
    (second / f".{one}.tmp").rmdir()
    assert f"Gone from there: {len(files)}." in good(run("publish", "calendar", str(second))).out
    assert not list(place.iterdir())


@pytest.mark.parametrize("how", ["change", "off"])
def test_a_move_that_was_killed_is_finished_by_whatever_comes_next(
    run: Run, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    from recoverplan.services import publishing

    good(run("publish", "calendar", str(place)))
    second = tmp_path / "second"
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "leave", lambda home, new: (new, 0))
        good(run("publish", "calendar", str(second)))
    assert list(place.iterdir())
    good(
        run("step", "add", "Walk", "--kind", "alone") if how == "change" else run("publish", "off")
    )
    assert not list(place.iterdir())
    assert bool(list(second.iterdir())) == (how == "change")


def test_a_second_move_after_one_that_was_killed_empties_both_places(
    run: Run, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recoverplan.services import publishing

    second = tmp_path / "second"
    with monkeypatch.context() as patch:
        patch.setattr(publishing, "leave", lambda home, new: (new, 0))
        good(run("publish", "calendar", str(place)))
        good(run("publish", "calendar", str(second)))
        good(run("publish", "calendar", str(place)))  # and back again
    good(run("step", "add", "Walk", "--kind", "alone"))
    assert not list(second.iterdir())
    assert len(list(place.iterdir())) == 30
