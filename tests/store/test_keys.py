"""The key file: slots that hold the data key, and room for those that ask for a passphrase."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kept_examples import add_step, step_texts
from recoverplan.errors import DamagedError, LockedError
from recoverplan.store import keys


def test_a_slot_comes_back_and_takes_little_room(tmp_path: Path) -> None:
    slots = [keys.device_slot(keys.new_key()), keys.Slot("passphrase", b"s" * 16, b"k" * 32, b"c")]
    keys.save_slots(tmp_path, slots)
    assert keys.load_slots(tmp_path) == slots
    assert (tmp_path / "keys.json").stat().st_size < 600


def test_every_whole_slot_gives_its_key(tmp_path: Path) -> None:
    """While a key is being changed, the old one and the new one both lie there."""
    both = [keys.new_key(), keys.new_key()]
    keys.save_slots(tmp_path, [keys.device_slot(key) for key in both])
    assert keys.keys_without_passphrase(tmp_path) == both


def test_a_store_opens_with_whichever_of_its_keys_is_right(home: Path) -> None:
    add_step(home)
    right = keys.load_slots(home)
    keys.save_slots(home, [keys.device_slot(keys.new_key()), *right])
    assert step_texts(home) == ["tea"]


def test_only_a_passphrase_slot_means_locked(home: Path) -> None:
    add_step(home)
    keys.save_slots(home, [keys.Slot("passphrase", b"s" * 16, b"k" * 32, b"c" * 32)])
    with pytest.raises(LockedError) as caught:
        step_texts(home)
    assert caught.value.exit_code == 4


def test_a_slot_whose_check_is_wrong_is_damage(tmp_path: Path) -> None:
    keys.save_slots(tmp_path, [keys.device_slot(keys.new_key())._replace(check=b"x" * 32)])
    with pytest.raises(DamagedError):
        keys.keys_without_passphrase(tmp_path)


def test_unknown_kinds_of_slots_are_passed_over(tmp_path: Path) -> None:
    key = keys.new_key()
    keys.save_slots(tmp_path, [keys.Slot("star", b"", b"k" * 32, b"c"), keys.device_slot(key)])
    assert keys.keys_without_passphrase(tmp_path) == [key]


def test_the_key_file_is_readable_json(tmp_path: Path) -> None:
    keys.save_slots(tmp_path, [keys.device_slot(keys.new_key())])
    document = json.loads((tmp_path / "keys.json").read_text())
    assert document["format"] == "recoverplan/keys/1"
    assert [slot["kind"] for slot in document["slots"]] == ["device"]
