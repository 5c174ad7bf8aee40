"""Keeping a change: one transaction, one step, and the emergency card before "done"."""

from __future__ import annotations

from pathlib import Path

import pytest

from kept_examples import NOW, add_step, contact, step, step_texts
from recoverplan.errors import NotFoundError, UsageError
from recoverplan.services.keeping import reading, writing
from recoverplan.store import history
from recoverplan.store.ending import ending
from recoverplan.store.tables import contacts, steps

CARD = "emergency-card.txt"


def test_the_first_change_makes_the_store_and_says_where(home: Path) -> None:
    said: list[str] = []
    with writing(home, NOW, said.append) as store:
        assert store.made
        steps.add(store, step())
    with writing(home, NOW, said.append) as store:
        assert not store.made
    assert said == [
        (
            f"Your data is kept in {home}. Anyone who uses this computer account can read it."
            " Nothing is sent anywhere."
        )
    ]


def test_where_is_said_on_stderr(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_step(home)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert str(home) in captured.err


def test_a_change_that_is_refused_half_way_leaves_nothing(home: Path) -> None:
    add_step(home)

    def add_half() -> None:
        with writing(home, NOW) as store:
            steps.add(store, step("half"))
            steps.remove(store, 99)

    with pytest.raises(NotFoundError):
        add_half()
    assert step_texts(home) == ["tea"]


def test_the_card_follows_every_change(home: Path) -> None:
    with writing(home, NOW) as store:
        contacts.add(store, contact("Marigold"))
    assert "Marigold" in (home / CARD).read_text(encoding="utf-8")
    with writing(home, NOW) as store:
        history.undo(store)
    assert "Marigold" not in (home / CARD).read_text(encoding="utf-8")


def test_a_card_left_behind_is_brought_in_step_by_the_next_change(home: Path) -> None:
    with writing(home, NOW) as store:
        contacts.add(store, contact("Marigold"))
    right = (home / CARD).read_bytes()
    (home / CARD).write_bytes(b"old")
    with pytest.raises(UsageError), writing(home, NOW):
        raise UsageError("nothing to do")
    assert (home / CARD).read_bytes() == right


def test_a_card_that_cannot_be_written_is_said_and_the_change_kept(home: Path) -> None:
    add_step(home)
    (home / CARD).unlink()
    (home / CARD).mkdir()
    (home / CARD / "in the way").touch()
    add_step(home, "kept")
    (doubt,) = ending.doubts
    assert doubt.message == "Saved, but the emergency card still shows the old version."
    assert doubt.hint
    assert "Nothing was changed" not in doubt.hint
    assert "recoverplan doctor --fix" in doubt.hint
    assert f"{home / CARD}: " in doubt.hint  # the name that is known, not the one on the way
    assert step_texts(home) == ["tea", "kept"]


def test_what_is_read_is_of_one_moment(home: Path) -> None:
    add_step(home)
    with reading(home) as store:
        assert store is not None
        assert len(steps.load_all(store)) == 1
        # A writer has to wait for the reader; that it may not slip in between is the point.
        assert store.connection.in_transaction
