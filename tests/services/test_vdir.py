"""A folder kept in step: whatever others do there, it comes to rest and loses nothing of theirs."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from uuid import uuid5

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoverplan.domain.calendar import NAMES, Entry
from recoverplan.domain.series import Series, Stretch
from recoverplan.errors import CouldNotError
from recoverplan.services.published import CALENDAR, Place
from recoverplan.services.vdir import Said, Wanted, bring_in_step, take_away
from recoverplan.writers.ics import ics_item
from rounds import rounds

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
MANY = 10_000


def event(number: int, title: str = "Call") -> tuple[str, Wanted]:
    """Return an event of a day of its own."""
    uid = str(uuid5(NAMES, str(number)))
    start = datetime(2026, 11, 23, 20, 30) + timedelta(days=number % 3000)  # noqa: DTZ001
    series = Series("", Stretch(start, start + timedelta(minutes=15)))
    entry = Entry(uid, series, "America/New_York", title, alarm=True)
    return uid, Wanted(f"{number} {title}", partial(ics_item, entry, NOW), (title,))


def bare(number: int, title: str = "Call") -> tuple[str, Wanted]:
    """Return an event that costs next to nothing to write."""
    uid = str(uuid5(NAMES, str(number)))

    def made(sequence: int) -> bytes:
        return (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
            f"UID:{uid}\r\nDTSTAMP:20261123T100000Z\r\nDTSTART:20261123T203000Z\r\n"
            f"SUMMARY:{title}\r\nSEQUENCE:{sequence}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        ).encode()

    return uid, Wanted(f"{number} {title}", made, (title,))


class Keeper:
    """What is published, as the file beside the store has it."""

    def __init__(self, folder: Path) -> None:
        self.place = Place(CALENDAR, str(folder), "neutral", date(2026, 11, 23))

    def bring(self, wanted: dict[str, Wanted]) -> Said:
        self.place, said = bring_in_step(self.place, wanted, self.keep)
        return said

    def keep(self, place: Place) -> None:
        self.place = place


def times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}


def test_of_ten_thousand_events_one_change_writes_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # ten thousand would be all that is measured
    keeper = Keeper(tmp_path)
    wanted = dict(map(bare, range(MANY)))
    assert keeper.bring(wanted) == Said(written=MANY)
    before = times(tmp_path)
    assert keeper.bring(wanted) == Said()
    uid, changed = bare(77, "Text")
    assert keeper.bring({**wanted, uid: changed}) == Said(written=1)
    after = times(tmp_path)
    assert [name for name in after if after[name] != before[name]] == [f"{uid}.ics"]
    del wanted[uid]
    assert keeper.bring(wanted) == Said(removed=1)
    assert len(list(tmp_path.iterdir())) == MANY - 1


# What others do there: a number says to which event.
EDIT, SAME, DELETE, REPLACE, OTHER, PLAN, DROP, ADD, KILL = range(9)
ACTS = st.lists(st.tuples(st.integers(EDIT, KILL), st.integers(0, 4)), max_size=12)


@settings(max_examples=rounds(150), deadline=None)
@given(ACTS)
def test_whatever_others_do_it_comes_to_rest_and_nothing_of_theirs_is_touched(
    acts: list[tuple[int, int]],
) -> None:
    folder = Path(mkdtemp())
    try:
        keeper = Keeper(folder)
        wanted = dict(event(number) for number in range(5))
        keeper.bring(wanted)
        theirs: dict[str, bytes] = {}
        for turn, (act, number) in enumerate(acts):
            uid = str(uuid5(NAMES, str(number)))
            path = folder / f"{uid}.ics"
            if act == PLAN:
                wanted[uid] = event(number, f"Call {turn}")[1]
            elif act == DROP:
                wanted.pop(uid, None)
            elif act == ADD:
                wanted[uid] = event(number)[1]
            elif act == OTHER:
                (folder / f"theirs {turn}.ics").write_bytes(b"mine")
            elif act == KILL:
                killed_while_writing(keeper, wanted)
            else:
                others_write(path, act, turn)
            theirs = {
                each.name: each.read_bytes()
                for each in folder.iterdir()
                if b"UID:" not in each.read_bytes()
            }
            keeper.bring(wanted)
            assert all((folder / name).read_bytes() == theirs[name] for name in theirs)
        keeper.bring(wanted)
        rest = times(folder)
        assert keeper.bring(wanted)[:2] == (0, 0)
        assert times(folder) == rest
        # Two files of one UID would stop all syncing.
        uids = [line for each in folder.iterdir() for line in lines_of(each) if b"UID:" in line]
        assert len(uids) == len(set(uids))
        take_away(keeper.place)
        assert {each.name for each in folder.iterdir()} == {*theirs}
    finally:
        shutil.rmtree(folder)


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines()


def others_write(path: Path, act: int, turn: int) -> None:
    """Do what a phone, a server or a person does to a file."""
    if act == DELETE:
        path.unlink(missing_ok=True)
    elif act == REPLACE:
        path.write_bytes(b"something else")
    elif path.exists() and b"UID:" in path.read_bytes():
        old, new = (b"SUMMARY:", b"SUMMARY:Not ") if act == EDIT else (b"CLASS:PRIVATE", b"X-A:1")
        path.write_bytes(path.read_bytes().replace(old, new, 1))
        os.utime(path, ns=(turn, turn))


def killed_while_writing(keeper: Keeper, wanted: dict[str, Wanted]) -> None:
    """Bring the folder in step, and forget what came of it, but for what is kept beforehand."""
    kept: list[Place] = []
    bring_in_step(keeper.place, wanted, kept.append)
    keeper.place = kept[-1] if kept else keeper.place


def test_after_a_kill_nothing_is_said_to_be_somebody_elses_doing(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    wanted = dict(map(event, range(3)))
    killed_while_writing(keeper, wanted)
    assert keeper.bring(wanted) == Said()  # they are there
    wanted |= [event(1, "Text")]
    killed_while_writing(keeper, wanted)
    assert keeper.bring(wanted) == Said()
    assert b"SUMMARY:Text" in (tmp_path / f"{event(1)[0]}.ics").read_bytes()


def test_what_came_only_before_a_kill_and_is_not_wanted_is_removed(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    killed_while_writing(keeper, dict(map(event, range(3))))
    assert keeper.bring({}).removed == 3
    assert not list(tmp_path.iterdir())


def test_a_passing_file_that_a_kill_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    uid, wanted = event(1)
    (tmp_path / f".{uid}.ics.tmp").write_bytes(b"half")
    keeper.bring({uid: wanted})
    assert [path.name for path in tmp_path.iterdir()] == [f"{uid}.ics"]


def test_no_folder_and_a_link_to_one_are_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("none", "link"):
        with pytest.raises(CouldNotError, match="is not there, or is no folder"):
            Keeper(tmp_path / name).bring(dict([event(1)]))
