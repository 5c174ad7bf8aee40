"""What was shown is remembered: line by line, bounded, and whatever lies in its place."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from recoverplan.home import REMINDERS_RAN, REMINDERS_SHOWN
from recoverplan.ringing import notes
from recoverplan.ringing.rows import Row

NOW = 1_795_483_800


def row(*keys: str, until: int = NOW + 3600, day: str = "2026-11-23") -> Row:
    return Row(NOW, until, day, keys, "Time for your notes")


def note(folder: Path, one: Row, now: int = NOW) -> None:
    known = notes.read(str(folder))
    notes.write(str(folder), known.take(one, now), known, now)


def test_all_that_it_is_about_must_have_been_told(tmp_path: Path) -> None:
    note(tmp_path, row("c1.1"))
    known = notes.read(str(tmp_path))
    assert known.told(row("c1.1"))
    assert not known.told(row("c1.1", "c2.2"))
    assert not known.told(row("c1"))
    note(tmp_path, row("c1.1", "c2.2"))
    assert notes.read(str(tmp_path)).told(row("c2.2"))
    assert notes.read(str(tmp_path)).of_day("2026-11-23") == 2


def test_a_line_that_was_cut_off_is_no_note_and_harms_no_other(tmp_path: Path) -> None:
    """Half of a key may be the key of something else that was never told."""
    note(tmp_path, row("c1.1"))
    file = tmp_path / REMINDERS_SHOWN
    whole = notes.read(str(tmp_path)).take(row("c1.35"), NOW).encode()
    for length in range(len(whole) + 1):
        kept = file.read_bytes()
        with file.open("ab") as end:
            end.write(whole[:length])
        assert not notes.read(str(tmp_path)).told(row("c1.3"))
        note(tmp_path, row("c9.9"))
        known = notes.read(str(tmp_path))
        assert not known.told(row("c1.3"))
        assert not known.told(row("c1.35"))
        assert known.told(row("c1.1", "c9.9"))
        file.write_bytes(kept)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\0" * 9, b"shown\t\t\t\t\n" * 9, b"shown\tx\ty\tz\tc1\n"]
)
def test_noise_is_no_note(tmp_path: Path, content: bytes) -> None:
    (tmp_path / REMINDERS_SHOWN).write_bytes(content)
    known = notes.read(str(tmp_path))
    assert not known.shown
    assert known.snoozed == 0
    note(tmp_path, row("c1"))
    assert notes.read(str(tmp_path)).told(row("c1"))


@pytest.mark.parametrize("kind", ["folder", "pipe", "link", "nothing"])
def test_whatever_lies_in_its_place_is_waited_for_by_nobody(tmp_path: Path, kind: str) -> None:
    place = tmp_path / REMINDERS_SHOWN
    if kind == "folder":
        place.mkdir()
    elif kind == "pipe":
        os.mkfifo(place)
    elif kind == "link":
        place.symlink_to(place)
    assert not notes.read(str(tmp_path)).shown


def test_it_is_private_and_stays_small_and_forgets_nothing_too_soon(tmp_path: Path) -> None:
    note(tmp_path, row("c0", until=NOW + 100))
    for number in range(1, 3 * notes.MOST_LINES):
        now = NOW + number * 3600
        note(tmp_path, row(f"c{number}", until=now + 100), now)
    known = notes.read(str(tmp_path))
    assert len(known.lines) < 2 * notes.MOST_LINES
    assert not known.told(row("c0"))
    last = 3 * notes.MOST_LINES - 1
    # A clock that is set back for two weeks shows nothing again.
    assert all(known.told(row(f"c{last - hours}")) for hours in range(14 * 24))
    assert stat.S_IMODE((tmp_path / REMINDERS_SHOWN).stat().st_mode) == 0o600


def test_snoozing_and_trouble_outlive_the_making_anew(tmp_path: Path) -> None:
    folder = str(tmp_path)
    known = notes.read(folder)
    line = f"snoozed\t{NOW + 10**6}"
    known.read(line)
    notes.write(folder, line, known, NOW)
    for number in range(notes.MOST_LINES + 5):
        note(tmp_path, row(f"c{number}", until=NOW - 10**7), NOW)
    known = notes.read(folder)
    line = known.hindered("no desktop\x1b[31m\there", NOW) or ""
    notes.write(folder, line, known, NOW)
    for _ in range(2):
        known = notes.read(folder)
        assert known.snoozed == NOW + 10**6
        assert known.trouble == (NOW, "no desktop here")
        assert known.hindered("no desktop here", NOW + 300) is None  # said once
        notes.replace(f"{folder}/{REMINDERS_SHOWN}", "\n".join(known.worth_keeping(NOW)) + "\n")
    note(tmp_path, row("c1"))
    assert notes.read(folder).trouble is None


def test_the_lock_goes_with_whoever_holds_it(tmp_path: Path) -> None:
    holds = (
        "import sys; from recoverplan.ringing.notes import Alone\n"
        "with Alone(sys.argv[1]) as alone:\n print(alone, flush=True)\n sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", holds, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert other.stdout
    assert other.stdout.readline() == b"True\n"
    with notes.Alone(str(tmp_path)) as alone:
        assert not alone
    other.kill()
    other.communicate()
    with notes.Alone(str(tmp_path)) as alone:
        assert alone
    assert (tmp_path / REMINDERS_RAN).stat().st_mtime == 0  # taking it is no run
