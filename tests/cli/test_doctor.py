"""`doctor`: what it finds, what it puts right, and what it gets out of a damaged store."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import drawn_examples as drawn
import kept_examples as examples
from conftest import Run
from kept_examples import NOW, add_step, step_texts
from killing import report, runs
from recoverplan.services.keeping import writing
from recoverplan.store import connecting, history, keys, opening, ours, tables
from recoverplan.store.loose_pages import loose_rows
from recoverplan.store.schema import TABLES
from recoverplan.store.strays import synced_by
from recoverplan.store.tables import meetings, steps
from recoverplan.writers.emergency import emergency_card
from rounds import rounds
from secrets_given import PHRASE, cheap, lines

__all__ = ["cheap"]
pytestmark = pytest.mark.usefixtures("cheap")


def found(run: Run, *options: str) -> dict[str, tuple[str, bool]]:
    """Return the state of each thing that doctor looked at."""
    findings = run("doctor", "--json", *options).json["findings"]
    return {each["what"]: (each["state"], each["fixed"]) for each in findings}


def test_a_store_in_order(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    done = run("doctor")
    assert done.code == 0
    assert "WRONG" not in done.out
    assert "not against someone who uses this account" in done.out
    assert set(found(run)) == {
        "modes", "synced", "keys", "pages", "schema", "clock", "zone", "card", "zone data",
        "numbers", "tables",
    }  # fmt: skip


def says_of_card(run: Run, *options: str, now: str) -> str:
    """Return the line about the emergency card."""
    out = run("doctor", *options, now=now).out.splitlines()
    return next(line for line in out if "emergency card" in line)


def test_how_far_the_card_reaches_is_said_and_renewed(run: Run) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm")
    right = "The emergency card says what the store says, and knows who is free through"
    assert says_of_card(run, now="2026-11-23T10:00") == f"ok: {right} 2027-03-22."
    assert says_of_card(run, now="2027-01-21T10:00") == f"ok: {right} 2027-03-22."
    ends = "The emergency card knows who is free through 2027-03-22 only."
    to_fix = "To renew it: recoverplan doctor --fix"
    assert says_of_card(run, now="2027-01-22T10:00") == f"note: {ends} {to_fix}"
    assert run("doctor").code == 0
    assert says_of_card(run, now="2027-03-23T10:00") == f"WRONG: {ends} {to_fix}"
    assert run("doctor").code == 1
    assert run("now", "--json").json["people"] == []
    assert says_of_card(run, "--fix", now="2027-03-23T20:00") == (
        "WRONG: The emergency card knew who is free through 2027-03-22 only, now through"
        " 2027-07-20. Fixed."
    )
    assert [each["name"] for each in run("now", "--json").json["people"]] == ["Sam"]
    assert says_of_card(run, "--fix", now="2027-03-30T20:00") == f"ok: {right} 2027-07-27."


def test_a_card_without_room_for_today_is_not_called_right(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(emergency_card, "__defaults__", (600,))
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm")
    assert says_of_card(run, now="2026-11-23T10:00").startswith("note: The emergency card says")


def test_without_a_store_there_is_nothing_to_look_at(run: Run, home: Path) -> None:
    assert run("doctor").code == 3
    assert not home.exists()


def test_files_that_others_can_read_are_made_private(run: Run, home: Path) -> None:
    add_step(home)
    (home / "plan.db").chmod(0o644)
    home.chmod(0o755)
    assert run("doctor").code == 1
    assert found(run)["modes"] == ("wrong", False)
    assert (home / "plan.db").stat().st_mode & 0o777 == 0o644
    done = run("doctor", "--fix")
    assert (done.code, done.out.count("Fixed.")) == (0, 2)
    assert (home / "plan.db").stat().st_mode & 0o777 == 0o600
    assert home.stat().st_mode & 0o777 == 0o700
    assert found(run)["modes"] == ("ok", False)


def test_a_folder_with_other_files_keeps_its_mode(run: Run, home: Path) -> None:
    home.mkdir(mode=0o755)
    (home / "letter.txt").write_text("mine")
    add_step(home)
    assert run("doctor", "--fix").code == 0
    assert home.stat().st_mode & 0o777 == 0o755


def test_what_a_killed_program_left_is_swept_away(run: Run, home: Path) -> None:
    add_step(home)
    left = ("keys.json.new", "plan.db.restored.77", ".recoverplan.zip.7.db", "plan.db.new")
    for name in left:
        (home / name).write_bytes(b"left")
        (home / name).chmod(0o600)
    assert found(run)["leftovers"] == ("wrong", False)
    assert found(run, "--fix")["leftovers"] == ("wrong", True)
    assert not [name for name in left if (home / name).exists()]
    assert step_texts(home) == ["tea"]


def test_what_another_program_is_just_writing_is_no_leftover_that_stays(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("setup", "--region", "US")
    (home / "keys.json.new").write_text("{")
    sweep = ours.sweep_leftovers

    def beside_a_change(folder: Path) -> list[Path]:
        return [*sweep(folder), folder / "emergency-card.txt.new"]

    monkeypatch.setattr(ours, "sweep_leftovers", beside_a_change)
    assert found(run, "--fix")["leftovers"] == ("wrong", True)


def test_a_file_that_another_program_takes_away_meanwhile_ends_nothing(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("setup", "--region", "US")
    there = ours.everything(home)
    monkeypatch.setattr(ours, "everything", lambda _: [*there, home / "keys.json.new"])
    assert found(run, "--fix")["modes"] == ("ok", False)


def test_files_of_the_persons_that_look_like_leftovers_stay(run: Run, home: Path) -> None:
    add_step(home)
    mine = ("draft.new", ".photos.db", "plan.before-holiday.txt", "keys.json.bak")
    for name in mine:
        (home / name).write_text("mine")
    assert "leftovers" not in found(run)
    run("doctor", "--fix", "--yes")
    assert all((home / name).read_text() == "mine" for name in mine)


def test_what_is_no_file_is_named_and_keeps_nobody_from_reading(run: Run, home: Path) -> None:
    add_step(home)
    (home / "keys.lock").unlink()
    (home / "keys.lock").mkdir()
    assert step_texts(home) == ["tea"]
    done = run("doctor")
    assert done.code == 1
    assert f"{home / 'keys.lock'} is a folder" in done.out
    with lines(PHRASE) as given:
        done = run("lock", "set", "--yes", *given)
    assert (done.code, "is a folder" in done.err) == (5, True)
    assert step_texts(home) == ["tea"]


def test_what_is_going_to_be_removed_is_named_first(run: Run, home: Path) -> None:
    add_step(home)
    (home / "keys.json.new").write_bytes(b"left")
    assert "keys.json.new" in run("doctor").out
    assert "  keys.json.new\n" in run("doctor", "--fix").err


def test_copies_that_others_made_are_named_and_removed_on_a_yes(run: Run, home: Path) -> None:
    add_step(home)
    old = (home / "plan.db").read_bytes()
    stray = home / "plan (conflicted copy).db"
    with lines(PHRASE) as given:
        run("lock", "set", "--yes", *given)
    stray.write_bytes(old)  # under the key from before, which lies nowhere open
    for options in ((), ("--fix",)):
        with lines(PHRASE) as given:
            done = run("doctor", *options, *given)
        assert done.code == 1
        assert "conflicted copy" in done.out
        assert stray.exists()
    with lines(PHRASE) as given:
        assert run("doctor", "--fix", "--yes", *given).code == 0
    assert not stray.exists()


def test_a_copy_of_the_keys_that_is_damaged_is_named_and_made_anew(run: Run, home: Path) -> None:
    add_step(home)
    (home / "keys-copy.json").write_text("{}")
    assert found(run)["keys twice"] == ("wrong", False)
    assert (home / "keys-copy.json").read_text() == "{}"
    assert "keys-copy.json" in run("lock", "status").out
    assert found(run, "--fix")["keys twice"] == ("wrong", True)
    assert (home / "keys-copy.json").read_bytes() == (home / "keys.json").read_bytes()
    assert "keys twice" not in found(run)


def test_a_card_that_is_behind_is_brought_in_step(run: Run, home: Path) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114")
    card = home / "emergency-card.txt"
    whole = card.read_bytes()
    for wrong in (b"", whole.replace(b"Sam", b"Sim"), whole[:-4]):
        card.write_bytes(wrong)
        assert found(run)["card"] == ("wrong", False)
        assert found(run, "--fix")["card"] == ("wrong", True)
        assert card.read_bytes() == whole
    assert run("doctor", now="2026-12-24T10:00").code == 0  # other days, the same card


def test_a_locked_store_is_asked_for_its_passphrase(run: Run, home: Path) -> None:
    add_step(home)
    with lines(PHRASE) as given:
        run("lock", "set", "--yes", *given)
    assert run("doctor").code == 4
    with lines(PHRASE) as given:
        done = run("doctor", *given)
    assert done.code == 0
    assert "A recovery code opens it too" in done.out


def test_a_clock_set_back_and_an_unknown_zone_are_seen(run: Run, home: Path) -> None:
    run("setup", "--timezone", "America/New_York")
    assert "before the last change" in run("doctor", now="2020-01-01T10:00").out
    with opening.open_to_write(home) as store:
        store.execute("UPDATE setting SET value = '\"Nowhere/At_all\"' WHERE name = 'timezone'")
    assert found(run)["zone"] == ("wrong", False)


def test_old_numbers_are_said_to_be_old(run: Run, home: Path) -> None:
    add_step(home)
    assert "look for a newer version" in run("doctor", now="2029-01-01T10:00").out


@pytest.mark.parametrize(
    ("place", "program"),
    [
        ("Dropbox/notes", "Dropbox"),
        ("OneDrive - Work/notes", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/notes", "iCloud"),
        ("plain/notes", None),
        ("megaphone/notes", None),
    ],
)
def test_folders_that_sync_are_known_by_name(
    run: Run, tmp_path: Path, place: str, program: str | None
) -> None:
    home = tmp_path / place
    assert synced_by(home) == program
    done = run("--store", str(home), "step", "add", "Tea", "--kind", "alone")
    assert done.code == 0
    assert ("recoverplan backup" in done.err) is bool(program)
    again = run("--store", str(home), "step", "add", "Walk", "--kind", "alone")
    assert "backup" not in again.err
    assert (program or "No program") in run("--store", str(home), "doctor").out


def test_folders_that_sync_are_known_by_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert synced_by(tmp_path / "shared" / "deep" / "home") == "Syncthing"


EXAMPLES = {
    "groups": drawn.A_GROUP, "contacts": drawn.A_CONTACT, "meetings": drawn.A_MEETING,
    "steps": drawn.A_STEP, "risks": drawn.A_RISK, "urges": drawn.AN_URGE,
    "lapses": drawn.A_LAPSE, "supports": drawn.A_SUPPORT, "reasons": drawn.A_REASON,
    "reviews": drawn.A_REVIEW, "outcomes": drawn.AN_OUTCOME,
}  # fmt: skip


def filled(home: Path, number: int) -> list[str]:
    """Keep so many steps, and a log of meetings; return the steps' texts."""
    with writing(home, NOW) as store:
        from recoverplan.store.tables import groups

        kept = groups.add(store, examples.group())
        for day in range(number // 10):
            meetings.add(store, examples.meeting(kept.id, note=f"meeting {day} " + "x" * 300))
        for each in range(number):
            steps.add(store, examples.step(f"step {each} " + "long " * 20 + "end"))
    with writing(home, NOW) as store:
        history.forget(store)
    return step_texts(home)


def page_of(home: Path, table: str) -> int:
    """Return which page, from 1, a small table's rows are on."""
    with closing(connecting.unlocked(home, home / ours.STORE)) as connection:
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
        return int(found.fetchone()[0])


def spoil(home: Path, page: int) -> None:
    """Flip a bit in the middle of a page."""
    path = home / "plan.db"
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 2000] ^= 4
    path.write_bytes(content)


def salvaged(run: Run, home: Path) -> tuple[int, list[str], str]:
    """Salvage, import into a new place, and return the steps' texts there."""
    path = home.parent / "out.json"
    path.unlink(missing_ok=True)
    done = run("doctor", "--salvage", str(path))
    assert done.code in (0, 5), done.err
    if not path.exists():
        return done.code, [], done.out
    assert path.stat().st_mode & 0o777 == 0o600
    there = home.parent / f"there-{random.random()}"
    assert run("--store", str(there), "import", str(path)).code == 0
    return done.code, step_texts(there), done.out


def test_every_row_of_a_whole_page_comes_out_of_a_damaged_store(run: Run, home: Path) -> None:
    """Also where the pages are damaged that say what is where: the first, a table's, the schema."""
    truth = filled(home, 400)
    whole = (home / "plan.db").read_bytes()
    total = len(whole) // 4096
    most_lost = 0
    # The first page, and three of the schema, whichever else.
    tried = {1, 16, 17, 33, *range(2, total + 1, max(1, total // runs("salvage", 12, 3)))}
    for page in sorted(tried):
        (home / "plan.db").write_bytes(whole)
        spoil(home, page)
        assert run("doctor").code == 5
        _, texts, _ = salvaged(run, home)
        assert set(texts) <= set(truth)
        most_lost = max(most_lost, len(truth) - len(texts))
    assert 0 < most_lost < 60  # the rows of one page of 4 KB
    said = f"at most {most_lost} of 400 rows lost, those of that page, whichever page it was"
    report("one damaged page, salvaged", len(tried), said)


def test_meetings_of_lists_come_out_too(run: Run, home: Path, tmp_path: Path) -> None:
    listed = [
        {"slug": f"m{number}", "name": f"Meeting {number}", "day": number % 7, "time": "19:00",
         "notes": "about this " * 20}
        for number in range(60)
    ]  # fmt: skip
    (tmp_path / "list.json").write_text(json.dumps(listed), encoding="utf-8")
    assert run("group", "import", str(tmp_path / "list.json"), "--zone", "UTC").code == 0
    code, _, said = salvaged(run, home)
    assert code == 0
    assert "meetings of lists: 60" in said
    spoil(home, page_of(home, "listing"))
    spoil(home, page_of(home, "listing_source"))
    code, _, said = salvaged(run, home)
    assert code == 5
    assert "meetings of lists: 60" in said  # that page led to the others, and held none itself
    assert "some may be missing" in said
    assert "1 that were lost stand in" in said


def test_a_page_is_read_by_its_looks_as_what_it_is(home: Path) -> None:
    add_step(home)

    @settings(max_examples=rounds(40), deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def each(data: st.DataObject) -> None:
        with opening.open_to_write(home) as store, store.transaction():
            for table in TABLES:
                store.execute(f"DELETE FROM {table}")
            for name, example in EXAMPLES.items():
                tables.TABLES[name].add(store, data.draw(example))
            truth = {
                table: sorted(tuple(row) for row in store.execute(f"SELECT * FROM {table}"))
                for table in TABLES
            }
        key = keys.load_slots(home)[0].key
        seen: dict[str, set[tuple[object, ...]]] = {table: set() for table in TABLES}
        for table, row in loose_rows(home / "plan.db", key):
            seen[table].add(tuple(row.values()))
        assert {table: sorted(rows) for table, rows in seen.items()} == truth

    each()


def test_rows_that_are_lost_are_counted_and_a_lost_group_stands_in(run: Run, home: Path) -> None:
    filled(home, 100)
    spoil(home, page_of(home, "peer_group"))
    code, texts, said = salvaged(run, home)
    assert (code, len(texts)) == (5, 100)
    assert "1 that were lost stand in" in said
    document = json.loads((home.parent / "out.json").read_text(encoding="utf-8"))
    assert [group["name"] for group in document["groups"]] == ["Group 1"]
    assert len(document["meetings"]) == 10


def test_without_the_start_of_its_file_the_newest_backup_is_named(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(home, 20)
    monkeypatch.chdir(tmp_path)
    assert run("backup", "mine.zip", "--plain-key").code == 0
    path = home / "plan.db"
    path.write_bytes(b"\0" * 16 + path.read_bytes()[16:])
    done = run("doctor")
    assert done.code == 5
    assert f"recoverplan restore {tmp_path / 'mine.zip'}" in done.out
    assert run("doctor", "--salvage", str(tmp_path / "out.json")).code == 5
    assert not (tmp_path / "out.json").exists()


def test_where_the_keys_are_lost_no_salvage_is_promised(run: Run, home: Path) -> None:
    filled(home, 20)
    (home / "plan.db").write_bytes(b"\0" * 4096)
    assert "salvage" in found(run)
    for name in keys.BOTH:
        (home / name).write_text("{}")
    assert "salvage" not in found(run)
    assert run("doctor", "--salvage", str(home.parent / "out.json")).code == 5


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_what_is_no_file_among_backups_ends_no_look(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe where a backup is looked for, and a folder that is gone while one works in it."""
    filled(home, 20)
    monkeypatch.chdir(tmp_path)
    run("backup", "my own.zip", "--plain-key")
    (home / "plan.db").write_bytes(b"\0" * 4096)
    for place in (home, tmp_path):
        os.mkfifo(place / "a.zip")
    done = run("doctor")
    assert done.code == 5
    assert f"recoverplan restore '{tmp_path / 'my own.zip'}'" in done.out
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert run("doctor").code == 5


def test_a_whole_store_can_be_salvaged_too(run: Run, home: Path) -> None:
    truth = filled(home, 30)
    code, texts, _ = salvaged(run, home)
    assert (code, texts) == (0, truth)
    assert run("doctor", "--salvage", "x", "--fix").code == 2


@contextmanager
def mounted(home: Path) -> Iterator[None]:
    """Put the store on a small disk of its own (as root), or skip the test."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("a disk of its own needs root on Linux")
    kept = {path.name: path.read_bytes() for path in home.iterdir()}
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", str(home)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        for name, content in kept.items():
            (home / name).write_bytes(content)
            (home / name).chmod(0o600)
        yield
    finally:
        subprocess.run(["umount", "-l", str(home)], check=True)


@pytest.mark.live
@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_a_disk_on_which_nothing_can_be_saved_is_said(run: Run, home: Path, trouble: str) -> None:
    run("setup", "--region", "US")
    with mounted(home):
        if trouble == "full":
            with suppress(OSError), (home / "mine.bin").open("wb", buffering=0) as file:
                while file.write(b"x" * 4096):
                    pass
        else:
            subprocess.run(["mount", "-o", "remount,ro", str(home)], check=True)
        done = run("doctor")
        assert done.code == 1
        assert "WRONG: " in done.out
        assert trouble in done.out
        assert "Everything works" not in done.out
        assert "--fix" not in done.err
        assert not list(home.glob("plan.probe*"))


def test_a_store_without_its_data_says_how_a_backup_comes_back(run: Run, home: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    (home / "plan.db").unlink()
    for options in ((), ("--fix",)):
        done = run("doctor", *options)
        assert done.code == 5
        assert "the data itself is missing" in done.out
        assert "recoverplan restore FILE" in done.out
        assert "erased" not in (done.out + done.err)
        assert "recoverplan setup" not in (done.out + done.err)
        assert "--fix" not in done.err


def cut_off(home: Path) -> None:
    os.truncate(home / "plan.db", 5000)


def no_keys(home: Path) -> None:
    for name in keys.BOTH:
        (home / name).unlink()


def garbled_keys(home: Path) -> None:
    for name in keys.BOTH:
        (home / name).write_bytes(b"{")


@pytest.mark.parametrize(
    ("spoil", "typed"),
    [(cut_off, "doctor"), (no_keys, "restore FILE"), (garbled_keys, "restore FILE")],
)
def test_a_damaged_store_says_what_to_type(
    run: Run, home: Path, spoil: Callable[[Path], None], typed: str
) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    spoil(home)
    assert f"recoverplan {typed}" in run("plan").err
    done = run("doctor")
    assert "recoverplan restore FILE" in done.out
    assert "recoverplan doctor." not in (done.out + done.err)
    assert "--fix" not in done.err
