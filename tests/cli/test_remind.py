"""`remind` through the command line: turned on and off, in step with every change, honest."""

from __future__ import annotations

import json
import os
import re
import stat
from pathlib import Path

import pytest

from conftest import Result, Run
from recoverplan.domain.reminding import KINDS
from recoverplan.home import REMINDERS, REMINDERS_NEXT, REMINDERS_RAN
from secrets_given import OTHER, PHRASE, cheap, lines
from sharing import typed_once

__all__ = ["cheap"]
ON = ("remind", "on", "--with", "prompt", "--yes")
CALL = "Time for the call you planned"


@pytest.fixture(autouse=True)
@typed_once
def entered(run: Run) -> None:
    for line in (
        ("setup", "--region", "US", "--timezone", "America/New_York"),
        ("risk", "add", "Nights alone", "--when", "daily 9pm-midnight"),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm"),
    ):
        assert run(*line).code == 0


def no_crontab(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a crontab program that says there is none yet."""
    folder.mkdir()
    (folder / "crontab").write_text("#!/bin/sh\necho no crontab for me >&2\nexit 1\n")
    (folder / "crontab").chmod(0o700)
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")


def listed(run: Run, *options: str) -> list[tuple[str, str, str]]:
    """Return when, which kind and what is listed."""
    found = run("remind", "list", "--json", *options).json
    assert found["schema"] == "recoverplan/reminders/1"
    return [(each["at"], each["kind"], each["words"]) for each in found["reminders"]]


def words_of(run: Run) -> set[str]:
    return {words for _, _, words in listed(run)}


def ring(run: Run, now: str) -> str:
    """Do what a shell's prompt does; return what was shown."""
    done = run("remind", "run", "--print", now=now)
    assert (done.code, done.err) == (0, "")
    return done.out


# --------------------------------------------------------------------------------- on and off


def test_they_are_off_until_turned_on(run: Run, home: Path) -> None:
    assert (
        "Reminders are off.\nTo turn them on: recoverplan remind on" in run("remind", "status").out
    )
    assert run("remind", "status", "--json").json == {
        "schema": "recoverplan/remind/1", "on": False, "with": None, "entry": None, "words": None,
        "ran": None, "snoozed_until": None, "until": None, "wrong": [], "notes": [],
    }  # fmt: skip
    preview = run("remind", "list")
    assert "Today, 8:30 pm: Time for the call you planned.\n" in preview.out
    assert "Reminders are off" in preview.err
    assert not list(home.glob("reminders*"))


def test_without_a_terminal_it_wants_a_yes(run: Run, home: Path) -> None:
    refused = run("remind", "on")
    assert (refused.code, refused.out) == (2, "")
    assert "Add --yes." in refused.err
    assert not list(home.glob("reminders*"))


def test_on_says_what_is_on_and_where_it_ends(run: Run, home: Path) -> None:
    done = run(*ON, "--before", "1h", "--most", "3", "--quiet", "10pm-8am", "--sound")
    assert done.code == 0
    assert (
        "Check-ins, hours, meetings, preparations, treatment, log: "
        "hours, meetings and treatment 1 hour before, none from 10 pm to 8"
        " am, at most 3 a day" in done.out
    )
    assert "Next: today, 8 pm: Your plan for 9 pm is ready." in done.out
    assert "A computer that is off or asleep can't remind you." in done.out
    for name in (REMINDERS, REMINDERS_NEXT, REMINDERS_RAN):
        assert stat.S_IMODE((home / name).stat().st_mode) == 0o600
    text = (home / REMINDERS).read_text()
    assert text.startswith("reminders\t1\n")
    assert text.endswith("\nend\n")
    assert "sound\tyes\nmost\t3\n" in text


def test_what_was_asked_for_is_kept_and_changed_singly(run: Run) -> None:
    run(*ON, "--for", "check-ins,hours", "--before", "10m", "--quiet", "none", "--most", "50")
    run(*ON, "--words", "full")
    assert (
        "2026-11-23T20:50:00-05:00",
        "hours",
        "Your plan for 9 pm is ready: Nights alone",
    ) in listed(run)
    run(*ON, "--for", "all", "--words", "neutral")
    assert (
        "Check-ins, hours, meetings, preparations, treatment, log: "
        "hours, meetings and treatment 10 minutes before, at most 50 a day,"
        " in neutral words." in run(*ON).out
    )


def test_on_a_trip_the_list_shows_the_time_there(run: Run) -> None:
    run("treatment", "add", "Morning one", "--kind", "medicine", "--when", "daily 8am")
    run("trip", "add", "Tokyo", "--from", "2026-11-25", "--until", "2026-11-26")
    would = listed(run)
    run(*ON)
    there = [at for at, kind, _ in listed(run) if kind == "treatment"]
    assert "2026-11-25T08:00:00+09:00" in there
    assert there == [at for at, kind, _ in would if kind == "treatment"]
    assert "Wednesday 25 November, 8 am: Time for your medicine." in run("remind", "list").out


def test_only_what_is_moved_is_said_to_come_before(run: Run) -> None:
    own = run(*ON, "--for", "check-ins,preparations,log").out
    assert "Check-ins, preparations, log: none from 11 pm to 7 am, at most" in own
    some = run(*ON, "--for", "check-ins,hours", "--before", "45m").out
    assert "Check-ins, hours: hours 45 minutes before, none from" in some


def test_help_names_every_kind(run: Run) -> None:
    said = " ".join(run("remind", "on", "--help").out.split())
    assert f"{', '.join(KINDS)}; or all." in said


def test_off_takes_every_file_away_and_is_no_trouble_twice(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*ON)
    ring(run, "2026-11-23T20:30")
    assert len(list(home.glob("reminders*"))) == 4
    assert run("remind", "off").out.startswith("Reminders are off. Their files are gone.\n")
    assert not list(home.glob("reminders*"))
    no_crontab(tmp_path / "bin", monkeypatch)
    again = run("remind", "off")
    assert (again.code, again.out) == (0, "Reminders were off already.\n")


def test_before_setup_there_is_nothing_to_turn_on(run: Run, tmp_path: Path) -> None:
    store = str(tmp_path / "none")
    for line in (ON, ("remind", "snooze", "1d")):
        done = run("--store", store, *line)
        assert done.code == 3
        assert not Path(store).exists()
    assert run("--store", store, "remind", "list").out == "Nothing comes in the next 7 days.\n"
    assert run("--store", store, "remind", "off").code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--before", "13h"), "--before is a length of time"),
        (("--before", "soon"), "--before is a length of time"),
        (("--most", "0"), "--most is a whole number from 1 to 50"),
        (("--words", "loud"), "--words is neutral or full"),
        (
            ("--for", "naps"),
            "--for is check-ins, hours, meetings, preparations, treatment, log or all",
        ),
        (("--quiet", "9-5"), "--quiet takes a part of the day"),
        (("--quiet", "weekends"), "--quiet takes a part of the day"),
        (("--quiet", "23:00-23:00"), "--quiet takes a part of the day"),
        (("--quiet", "loud"), "--quiet takes a part of the day"),
        (("--with", "atd"), "--with is systemd, cron, launchd, tasks or prompt"),
        (("--with", "systemd"), "systemd does not work for your account on this computer"),
        (("--with", "cron"), "Your crontab can't be read: crontab is not for tests"),
        (("--with", "tasks"), "tasks does not work for your account on this computer"),
    ],
)
def test_wrong_words_change_nothing(
    run: Run, home: Path, options: tuple[str, ...], said: str
) -> None:
    steps = run("history", "--json").json
    done = run("remind", "on", "--yes", *options)
    assert done.code in (1, 2)
    assert said in done.err
    assert done.out == ""
    assert not list(home.glob("reminders*"))
    assert run("history", "--json").json == steps


@pytest.mark.parametrize("typed", ["23:00-07:00", "11pm-7am", "daily 11pm-7am", "23:00 to 7:00"])
def test_quiet_hours_are_said_as_any_time_is(run: Run, typed: str) -> None:
    assert "none from 11 pm to 7 am" in run(*ON, "--quiet", typed).out


# ------------------------------------------------------------------------------------- in step


def test_every_change_is_followed_at_once(run: Run) -> None:
    run(*ON)
    assert words_of(run) == {CALL, "Your plan for 9 pm is ready"}
    run("group", "add", "Lifeline", "--when", "tue 7-8pm")
    assert "Your meeting starts at 7 pm" in words_of(run)
    run("contact", "edit", "Sam", "--prefer", "text", "--text", "555-0127")
    assert "Time for the message you planned" in words_of(run)
    run("undo")
    assert CALL in words_of(run)
    run("contact", "pause", "Sam")
    assert CALL not in words_of(run)
    run("group", "decide", "Lifeline", "leave")
    assert words_of(run) == {"Your plan for 9 pm is ready"}


def test_a_meeting_that_was_logged_asks_for_no_notes(run: Run) -> None:
    run("group", "add", "Lifeline", "--when", "mon 7-8pm")
    run(*ON, "--for", "log")
    assert [kind for _, kind, _ in listed(run, "--days", "8")] == ["log", "log"]
    run("meeting", "log", "Lifeline", now="2026-11-23T19:30")
    assert [at[:10] for at, _, _ in listed(run, "--days", "8")] == ["2026-11-30"]


def test_a_call_that_was_made_does_not_ring(run: Run) -> None:
    run(*ON, "--for", "check-ins", now="2026-11-23T20:00")
    run("contact", "log", "Sam", now="2026-11-23T20:10")
    listed_at = [at for at, _, _ in listed(run)]
    assert listed_at[0] == "2026-11-24T20:30:00-05:00"
    for minute in ("20:31", "21:30", "22:59"):
        assert ring(run, f"2026-11-23T{minute}") == ""
    assert CALL in ring(run, "2026-11-24T20:31")
    # Nobody answered: the call is still to make.
    run("contact", "log", "Sam", "--no-answer", now="2026-11-25T20:10")
    assert CALL in ring(run, "2026-11-25T20:31")


def test_undo_takes_back_what_was_asked_for_and_not_that_they_are_on(run: Run) -> None:
    run(*ON)
    run(*ON, "--before", "2h")
    assert ("2026-11-23T19:00:00-05:00", "hours", "Your plan for 9 pm is ready") in listed(run)
    assert "changed the reminders" in run("undo").out
    assert ("2026-11-23T20:30:00-05:00", "hours", "Your plan for 9 pm is ready") in listed(run)
    assert run("remind", "status", "--json").json["on"] is True


def test_a_change_that_cannot_reach_them_is_kept_and_said(run: Run, home: Path) -> None:
    run(*ON)
    (home / f"{REMINDERS}.new").mkdir()
    done = run("step", "add", "Tea", "--kind", "alone", now="2026-11-24T10:00")
    assert done.code != 0
    assert "Saved, but your reminders still show the old version." in done.err
    assert "Tea" in run("step", "list").out


def test_where_they_are_off_no_change_writes_any(run: Run, home: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    assert not list(home.glob("reminders*"))


# ----------------------------------------------------------------------------- ringing and list


def test_the_list_is_what_rings(run: Run) -> None:
    run("group", "add", "Lifeline", "--when", "tue 7-8pm")
    run(*ON, "--most", "3")
    coming = listed(run, "--days", "3")
    rung = []
    for day in (23, 24, 25):
        for minutes in range(0, 1440, 5):
            now = f"2026-11-{day}T{minutes // 60:02}:{minutes % 60:02}"
            if now >= "2026-11-23T10:00" and (out := ring(run, now)):
                rung += [(now, line) for line in out.splitlines()]
    assert rung == [(at[:16], f"Reminder: {words}.") for at, _, words in coming]
    assert len(rung) == 7  # the fourth of Tuesday is one too many


def test_a_list_for_people_goes_by_days(run: Run) -> None:
    run(*ON)
    out = run("remind", "list", "--days", "3").out
    assert out.splitlines()[0] == "Today, 8:30 pm: Time for the call you planned."
    assert "Tomorrow, 8:30 pm: Your plan for 9 pm is ready.\n" in out
    assert "Wednesday 25 November, 8:30 pm: " in out


def test_nothing_rings_while_snoozed(run: Run) -> None:
    run(*ON)
    assert run("remind", "snooze", "11h").out == (
        "Nothing is shown until today, 9 pm. To end that: recoverplan remind snooze --end\n"
    )
    assert listed(run, "--days", "1")[0][0] == "2026-11-23T21:00:00-05:00"
    assert ring(run, "2026-11-23T20:45") == ""
    assert "Nothing is shown until today, 9 pm." in run("remind", "status").out
    assert run("remind", "snooze", "--end").out == "Reminders are shown again.\n"
    assert CALL in ring(run, "2026-11-23T20:50")
    for typed in ("", "0m", "61d", "-1h", "soon"):
        refused = run("remind", "snooze", typed)
        assert (refused.code, refused.out) == (2, "")
    assert run("remind", "snooze", "1d", "--end").code == 2


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("1d", "tomorrow, 10 am"),
        ("2 days", "Wed 25, 10 am"),
        ("1h 30m", "today, 11:30 am"),
        ("45m", "today, 10:45 am"),
    ],
)
def test_how_long_to_snooze_is_said_plainly(run: Run, typed: str, until: str) -> None:
    run(*ON)
    assert f"until {until}." in run("remind", "snooze", typed).out


def test_status_tells_of_runs_that_do_not_come_and_of_another_zone(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_crontab(tmp_path / "bin", monkeypatch)
    run(*ON)
    file = home / REMINDERS
    file.write_text(file.read_text().replace("timer\tprompt", "timer\tcron"))
    status = run("remind", "status")
    assert (status.code, "a line in your crontab is gone" in status.out) == (0, True)
    assert run("doctor").code == 1
    monkeypatch.setenv("TZ", "Europe/Berlin")
    said = run("remind", "status").out
    assert (
        "Your reminders are for America/New_York, and this computer is set to Europe/Berlin."
        in said
    )


def test_status_says_when_they_end(run: Run) -> None:
    run(*ON)
    assert "end on" not in run("remind", "status", now="2027-03-01T10:00").out
    assert "Your reminders end on Tue 23 Mar" in run("remind", "status", now="2027-03-12T10:00").out
    assert "Your reminders end on Tuesday 23 March" in ring(run, "2027-03-16T12:00")
    run("step", "add", "Tea", "--kind", "alone")
    assert "end on" not in run("remind", "status").out


def test_damaged_ones_are_told_and_written_anew(run: Run, home: Path) -> None:
    run(*ON)
    whole = (home / REMINDERS).read_bytes()
    (home / REMINDERS).write_bytes(whole[:-9])
    assert "The file with your reminders is damaged." in run("remind", "status").out
    found = run("doctor")
    assert found.code == 1
    assert "Your reminders do not say what the store says." in found.out
    assert run("doctor", "--fix").code == 0
    assert words_of(run) == {CALL, "Your plan for 9 pm is ready"}
    assert "Reminders are on, and something calls them." in run("doctor").out


# ------------------------------------------------------------- lock, export, backup, another place


def full(run: Run, *more: str) -> Result:
    return run(*ON, "--words", "full", *more)


@pytest.mark.usefixtures("cheap")
def test_a_passphrase_takes_names_away_until_they_were_shown_and_agreed_to(
    run: Run, home: Path
) -> None:
    full(run)
    assert "Call Sam, 555-0114" in words_of(run)
    with lines(PHRASE) as given:
        done = run("lock", "set", "--yes", "--card", "names", *given)
    assert done.code == 0
    assert "Your reminders no longer have names in them." in done.out
    assert "Sam" not in (home / REMINDERS).read_text()
    assert words_of(run) == {CALL, "Your plan for 9 pm is ready"}  # and asks for no passphrase
    with lines(PHRASE) as given:
        done = full(run, *given)
    assert done.code == 0
    assert "  Call Sam, 555-0114\n" in done.err
    assert "Anyone who uses this account can read that file" in done.err
    assert "Call Sam, 555-0114" in words_of(run)
    with lines(PHRASE) as given:
        run("step", "add", "Tea", "--kind", "alone", *given)
    assert "Call Sam, 555-0114" in words_of(run)
    # Another passphrase is another lock: what was agreed to went with the old one.
    with lines(PHRASE, OTHER) as given:
        assert run("lock", "change", *given).code == 0
    with lines(OTHER) as given:
        run("step", "add", "Walk", "--kind", "alone", *given)
    assert "Sam" not in (home / REMINDERS).read_text()
    with lines(OTHER) as given:
        assert run("lock", "remove", "--yes", *given).code == 0
    assert "Call Sam, 555-0114" in words_of(run)


@pytest.mark.usefixtures("cheap")
def test_neither_undo_nor_a_setting_brings_names_past_the_lock(run: Run, home: Path) -> None:
    full(run)
    run(*ON, "--words", "neutral")
    with lines(PHRASE) as given:
        run("lock", "set", "--yes", *given)
    with lines(PHRASE) as given:
        run("undo", *given)
    for line in (("step", "add", "Tea", "--kind", "alone"), (*ON, "--most", "5")):
        with lines(PHRASE) as given:
            done = run(*line, *given)
        assert done.code == 0
        assert "Sam" not in (home / REMINDERS).read_text()
    assert "A passphrase is set, so names are left out." in done.out


@pytest.mark.usefixtures("cheap")
def test_what_needs_no_store_asks_for_no_passphrase(run: Run) -> None:
    run(*ON)
    with lines(PHRASE) as given:
        run("lock", "set", "--yes", *given)
    for line in (
        "list",
        "status",
        "snooze 1h",
        "snooze --end",
        "prompt bash",
        "run --print",
        "off",
    ):
        assert run("remind", *line.split()).code == 0, line
    assert run(*ON).code == 4


def test_what_was_asked_for_travels_and_that_they_are_on_does_not(run: Run, tmp_path: Path) -> None:
    run(*ON, "--before", "20m", "--words", "full", "--for", "hours", "--quiet", "none")
    exported, backup = str(tmp_path / "all.json"), str(tmp_path / "backup.zip")
    assert run("export", "--json", exported).code == 0
    assert run("backup", backup, "--plain-key").code == 0
    settings = json.loads(Path(exported).read_text())["settings"]
    assert settings["remind_before"] == 20
    assert not {"timer", "program"} & set(settings)
    for number, line in enumerate((("import", exported), ("restore", backup, "--yes"))):
        place = tmp_path / str(number)
        assert run("--store", str(place), *line).code == 0
        assert run("--store", str(place), "remind", "status", "--json").json["on"] is False
        assert not list(place.glob("reminders*"))
        done = run("--store", str(place), *ON)
        assert "Hours: 20 minutes before, at most 6 a day, with names." in done.out
        again = run("--store", str(place), "export", "--json")
        assert again.out == Path(exported).read_text()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("remind_before", -1), ("remind_before", 100_000), ("remind_for", ["naps"]),
        ("remind_quiet", [1]), ("remind_quiet", [0, 2000]), ("remind_quiet", [60, 60]),
        ("remind_most", 0), ("remind_words", "loud"),
    ],
)  # fmt: skip
def test_an_export_with_wishes_that_no_command_takes_is_refused(
    run: Run, tmp_path: Path, field: str, value: object
) -> None:
    found = run("export", "--json").json
    found["settings"][field] = value
    (tmp_path / "odd.json").write_text(json.dumps(found))
    done = run("--store", str(tmp_path / "new"), "import", str(tmp_path / "odd.json"))
    assert (done.code, "Nothing was imported." in done.err) == (2, True)


def test_an_older_export_has_none_and_gets_the_usual_ones(run: Run, tmp_path: Path) -> None:
    found = run("export", "--json").json
    found["settings"] = {k: v for k, v in found["settings"].items() if "remind" not in k}
    (tmp_path / "old.json").write_text(json.dumps(found))
    place = str(tmp_path / "new")
    assert run("--store", place, "import", str(tmp_path / "old.json")).code == 0
    assert (
        "30 minutes before, none from 11 pm to 7 am, at most 6 a day"
        in run("--store", place, *ON).out
    )


def test_a_restore_over_what_is_there_is_followed(run: Run, tmp_path: Path) -> None:
    backup = str(tmp_path / "backup.zip")
    run("backup", backup, "--plain-key")
    run(*ON)
    run("risk", "remove", "Nights alone", "--yes")
    assert words_of(run) == set()
    assert run("restore", backup, "--yes").code == 0
    assert words_of(run) == {CALL, "Your plan for 9 pm is ready"}
    assert run("remind", "status", "--json").json["on"] is True


def test_a_copied_folder_does_not_claim_to_be_called(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_crontab(tmp_path / "bin", monkeypatch)
    run(*ON)
    file = home / REMINDERS
    file.write_text(file.read_text().replace("timer\tprompt", "timer\tcron"))
    copy = tmp_path / "copy"
    home.rename(copy)
    found = run("--store", str(copy), "remind", "status", "--json").json
    assert found["entry"] == "gone"
    assert re.search("Nothing checks for your reminders", found["wrong"][0])


def test_erase_knows_every_file(run: Run, home: Path) -> None:
    run(*ON)
    ring(run, "2026-11-23T20:30")
    (home / "reminders.txt.new").touch()
    assert run("erase", "--yes").code == 0
    assert not home.exists()


@pytest.mark.usefixtures("cheap")
def test_consent_is_outside_undo_backups_and_whoever_edits_the_file(
    run: Run, home: Path, tmp_path: Path
) -> None:
    def locked(*line: str) -> Result:
        with lines(PHRASE) as given:
            done = run(*line, *given)
        assert done.code == 0, done.err
        return done

    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", *given).code == 0
    backup = str(tmp_path / "backup.zip")
    locked(*ON, "--words", "full")
    file = home / REMINDERS
    agreed = next(row for row in file.read_text().split("\n") if row.startswith("agreed\t"))
    locked("backup", backup)
    locked(*ON, "--words", "neutral")
    locked("undo")
    assert "Sam" not in file.read_text()
    locked("restore", backup, "--yes")
    assert "Sam" not in file.read_text()
    # Somebody without the passphrase writes a consent of their own into the file.
    for forged in (agreed[:-1] + ("0" if agreed[-1] != "0" else "1"), "agreed\t", "agreed\tyes"):
        file.write_text(file.read_text().replace("\nat\t", f"\n{forged}\nat\t", 1))
        locked("step", "add", forged, "--kind", "alone")
        assert "Sam" not in file.read_text()
    assert locked(*ON, "--words", "full").code == 0
    assert "Sam" in file.read_text()


def test_a_crontab_that_cannot_be_read_is_never_said_to_lack_the_line(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table, program = tmp_path / "table", tmp_path / "bin" / "crontab"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")

    def stands(script: str) -> None:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o700)

    works = f'[ "$1" = -l ] && exec cat {table}; cat > {table}'
    table.write_text("# mine\n")
    stands(works)
    assert run("remind", "on", "--with", "cron", "--yes").code == 0
    line = table.read_text()
    stands("echo not allowed to use this program >&2; exit 1")
    why = "Your crontab can't be read: not allowed to use this program."
    told = run("remind", "status")
    assert f"We can't tell whether anything checks for your reminders. {why}" in told.out
    assert "is gone" not in told.out
    standing = run("remind", "status", "--json").json
    assert (standing["on"], standing["entry"], standing["wrong"]) == (True, None, [])
    assert run("doctor", "--fix").code == 0
    off = run("remind", "off")
    assert off.code == 1
    assert f"{why} Something may still check for reminders every five minutes" in off.err
    assert "To take that away too, once this works: recoverplan remind off" in off.err
    assert "--with" not in off.err
    assert table.read_text() == line
    assert not list(home.glob("reminders*"))
    again = run("remind", "off")
    assert (again.code, again.out) == (0, "Reminders are off.\n")
    assert f"{why} Something may still check for reminders every five minutes" in again.err
    assert "once this works: recoverplan remind off" in again.err
    for _ in range(2):  # with something there, and with nothing
        erased = run("erase", "--yes")
        assert erased.code == 0
        shown = " ".join(erased.err.split())
        assert f"{why} Something may still check for reminders every five minutes" in shown
    stands(works)
    assert run("remind", "off").code == 0
    assert table.read_text() == "# mine\n"
