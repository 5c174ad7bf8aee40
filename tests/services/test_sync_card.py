"""The emergency card follows the store: private, whole, replaced only when it is not right."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from moment_examples import ALEX, DANA, EVENING, LIFELINE, SAM, SHOES, card_of, read_back
from recoverplan.home import EMERGENCY_CARD
from recoverplan.now.card import read
from recoverplan.services.emergency import sync_card
from recoverplan.services.keeping import reading, writing
from recoverplan.settings import Settings
from recoverplan.store import profile
from recoverplan.store.ending import ending
from recoverplan.store.opening import open_to_write
from recoverplan.store.tables import contacts, groups, steps
from recoverplan.writers.emergency import emergency_card

ALEX_SETTINGS = Settings(
    timezone="America/New_York", region="US", prefer="call", about=("alcohol", "drugs")
)


def fill(home: Path, settings: Settings = ALEX_SETTINGS) -> Path:
    """Make a store with one of each, and return the card's path."""
    with writing(home, EVENING) as store:
        profile.save(store, settings)
        contacts.add(store, SAM)
        steps.add(store, SHOES)
        groups.add(store, LIFELINE)
    return home / EMERGENCY_CARD


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def test_it_says_what_the_store_says(home: Path) -> None:
    path = fill(home)
    kept = ALEX._replace(contacts=(SAM,), steps=(SHOES,), groups=(LIFELINE,))
    assert path.read_bytes() == emergency_card(card_of(kept))
    with writing(home, EVENING) as store:
        contacts.add(store, DANA)
    assert b"name: Dana" in path.read_bytes()
    with writing(home, EVENING) as store:
        contacts.remove(store, DANA.id)
    assert b"name: Dana" not in path.read_bytes()


def test_only_this_account_can_read_it_whatever_the_umask(home: Path) -> None:
    before = os.umask(0)
    try:
        path = fill(home)
    finally:
        os.umask(before)
    assert mode(path) == 0o600
    path.chmod(0o644)
    with writing(home, EVENING):
        pass
    assert mode(path) == 0o600


def test_a_card_that_is_right_is_left_alone(home: Path) -> None:
    path = fill(home)
    was = path.stat().st_ino
    with writing(home, EVENING):
        pass
    assert path.stat().st_ino == was


def test_whatever_lies_in_its_place_is_replaced_and_nothing_else(
    home: Path, tmp_path: Path
) -> None:
    path = fill(home)
    whole = path.read_bytes()
    victim = tmp_path / "victim"
    victim.write_bytes(b"not ours")
    for put in (
        lambda: path.write_bytes(whole[:-4]),
        lambda: path.symlink_to(victim),
        lambda: path.symlink_to(path),
        lambda: os.mkfifo(path),
    ):
        path.unlink()
        put()
        with writing(home, EVENING):
            pass
        assert stat.S_ISREG(path.lstat().st_mode)
        assert path.read_bytes() == whole
    assert victim.read_bytes() == b"not ours"


def test_a_card_that_cannot_be_written_is_said_and_the_change_is_kept(home: Path) -> None:
    path = fill(home)
    path.unlink()
    path.mkdir()
    with writing(home, EVENING) as store:
        contacts.add(store, DANA)
    assert "Saved, but the emergency card" in ending.doubts[0].message
    with reading(home) as found:
        assert found
        assert [one.name for one in contacts.load_all(found)] == ["Sam", "Dana"]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(timezone="Nowhere/At all", region="US"),
        Settings(timezone="America/New_York", region="ZZ"),
        Settings(),
    ],
)
def test_settings_that_are_not_known_any_more_cost_no_card(home: Path, settings: Settings) -> None:
    fill(home, settings)
    card, _ = read(str(home))
    assert card
    assert [person.get("name") for person in card.people] == ["Sam"]
    assert card.emergency.get("call") == ("911" if settings.region == "US" else None)
    assert card.fact("zone") == "America/New_York"


def test_nothing_is_written_to_the_store_and_its_lock_is_let_go(home: Path) -> None:
    path = fill(home)
    before = (home / "plan.db").read_bytes()
    path.unlink()
    with open_to_write(home) as store:
        sync_card(store, EVENING)
        assert not store.connection.in_transaction
    assert path.exists()
    assert (home / "plan.db").read_bytes() == before


def test_plain_and_gambling_are_remembered(home: Path) -> None:
    fill(home, Settings(region="GB-SCT", plain=True, about=("gambling",)))
    card, _ = read(str(home))
    assert card
    assert (card.fact("plain"), card.fact("naloxone"), card.fact("clock")) == ("yes", "no", "24")
    assert read_back().fact("plain") == "no"
