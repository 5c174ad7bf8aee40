"""The key file: slots that hold the data key, and room for those that ask for a passphrase."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kept_examples import add_step, step_texts
from recoverplan.errors import CouldNotError, DamagedError, LockedError, NewerStoreError
from recoverplan.store import kept_copies, keys, rekeying
from recoverplan.store.unlocking import Asker, person
from secrets_given import PHRASE, cheap

__all__ = ["cheap"]
pytestmark = pytest.mark.usefixtures("cheap")
CODE = "0000-1111-2222-3333-4444-5555"


def test_a_slot_comes_back_and_takes_little_room(tmp_path: Path) -> None:
    slots = [keys.device_slot(keys.new_key()), keys.Slot("passphrase", b"s" * 16, b"k" * 32, b"c")]
    keys.save_slots(tmp_path, slots)
    assert keys.load_slots(tmp_path) == slots
    assert (tmp_path / "keys.json").stat().st_size < 700


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
    assert document["format"] == "recoverplan/keys/2"
    assert [slot["kind"] for slot in document["slots"]] == ["device"]


def copies(home: Path) -> list[bytes]:
    return [(home / name).read_bytes() for name in keys.BOTH]


def missing(path: Path) -> None:
    path.unlink()


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-30])


def garbage(path: Path) -> None:
    path.write_bytes(b"\xff\x00{" * 50)


def nested(path: Path) -> None:
    path.write_bytes(b"[" * 60_000)


def a_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def enormous(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(1 << 40)  # nothing of it is on the disk


SPOILT = (missing, emptied, cut, garbage, nested, a_link, a_pipe, enormous)


@pytest.mark.parametrize("name", keys.BOTH)
@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_one_copy_is_enough_and_the_next_opening_makes_the_other_anew(
    home: Path, spoil: Callable[[Path], None], name: str
) -> None:
    add_step(home)
    slots = keys.load_slots(home)
    spoil(home / name)
    assert step_texts(home) == ["tea"]
    assert copies(home)[0] == copies(home)[1]
    assert keys.load_slots(home) == slots
    for kept in keys.BOTH:
        assert stat.S_IMODE((home / kept).lstat().st_mode) == 0o600


@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__)
def test_without_a_whole_copy_it_is_said_and_nothing_is_written(
    home: Path, spoil: Callable[[Path], None]
) -> None:
    add_step(home)
    for name in keys.BOTH:
        spoil(home / name)
    before = {path.name: path.lstat().st_ino for path in home.iterdir()}
    with pytest.raises(DamagedError, match=r"keys\.json"):
        step_texts(home)
    assert {path.name: path.lstat().st_ino for path in home.iterdir()} == before


@pytest.mark.parametrize(("higher", "lower"), [keys.BOTH, keys.BOTH[::-1]])
def test_the_copy_with_the_higher_number_counts_whichever_it_is(
    home: Path, higher: str, lower: str
) -> None:
    add_step(home)
    right = keys.load_slots(home)
    (home / lower).write_bytes(keys.slots_out([keys.device_slot(keys.new_key())], 5))
    (home / higher).write_bytes(keys.slots_out(right, 6))
    assert keys.load_slots(home) == right
    assert step_texts(home) == ["tea"]
    assert copies(home)[0] == copies(home)[1]
    assert json.loads(copies(home)[0])["generation"] == 7


def test_older_keys_over_both_copies_are_named_as_what_it_may_be(home: Path) -> None:
    add_step(home)
    older = copies(home)
    rekeying.set_new_key(home, PHRASE, CODE)
    newer = copies(home)
    for name, content in zip(keys.BOTH, older, strict=True):
        (home / name).write_bytes(content)
    with pytest.raises(DamagedError, match=r"an older keys\.json was put beside it"):
        step_texts(home)
    for name, content in zip(keys.BOTH, newer, strict=True):
        (home / name).write_bytes(content)
    person.comes(Asker(lambda _: PHRASE, lambda _: None, 1))
    assert step_texts(home) == ["tea"]


def test_a_store_put_back_by_hand_opens_with_the_keys_of_then(home: Path, tmp_path: Path) -> None:
    """Only the two files that were there once: a later second copy stays beside them."""
    add_step(home)
    then = {name: (home / name).read_bytes() for name in ("plan.db", "keys.json")}
    rekeying.set_new_key(home, PHRASE, CODE)
    for name, content in then.items():
        (home / name).write_bytes(content)
    person.comes(Asker(lambda _: PHRASE, lambda _: None, 1))
    assert step_texts(home) == ["tea"]
    person.comes(Asker(lambda _: None, lambda _: None, 1))
    assert step_texts(home) == ["tea"]
    assert [slot.kind for slot in keys.load_slots(home)] == ["device"]


def test_keys_of_an_earlier_version_open_and_are_written_as_they_are_now(home: Path) -> None:
    add_step(home)
    slots = keys.load_slots(home)
    (home / "keys-copy.json").unlink()
    document = {"format": "recoverplan/keys/1", "slots": [keys.entry_of(slot) for slot in slots]}
    (home / "keys.json").write_text(json.dumps(document))
    assert step_texts(home) == ["tea"]
    assert keys.load_slots(home) == slots
    assert copies(home)[0] == copies(home)[1]
    assert json.loads(copies(home)[0])["generation"] == 1


def test_a_flipped_bit_in_one_copy_is_noticed_and_mended(home: Path) -> None:
    add_step(home)
    whole = copies(home)[0]
    slots = keys.load_slots(home)
    for place in range(0, len(whole) * 8, 11):
        for name in keys.BOTH:
            broken = bytearray(whole)
            broken[place // 8] ^= 1 << place % 8
            (home / name).write_bytes(broken)
            assert keys.load_slots(home) == slots
            assert step_texts(home) == ["tea"]
            assert copies(home)[0] == copies(home)[1]


def spoilt_slot(content: bytes, kind: str) -> bytes:
    """Return keys.json with a bit of one slot flipped, as a disk would."""
    document = json.loads(content)
    slot = next(each for each in document["slots"] if each["kind"] == kind)
    return content.replace(
        slot["key"].encode(), f"{int(slot['key'][0], 16) ^ 1:x}{slot['key'][1:]}".encode()
    )


@pytest.mark.parametrize(("kind", "other"), [("passphrase", CODE), ("recovery", PHRASE)])
def test_a_slot_that_is_damaged_in_both_is_named_kept_and_the_others_open(
    home: Path, kind: str, other: str
) -> None:
    add_step(home)
    rekeying.set_new_key(home, PHRASE, CODE)
    for name in keys.BOTH:
        (home / name).write_bytes(spoilt_slot((home / name).read_bytes(), kind))
    before = copies(home)
    person.comes(Asker(lambda _: other, lambda _: None, 1))
    assert step_texts(home) == ["tea"]
    assert copies(home) == before  # nothing is dropped, and nothing said to be whole
    found = keys.load(home)
    assert [keys.kind_of(entry) for entry in found.odd] == [kind]
    rekeying.agree(home, names=True)
    assert [keys.kind_of(entry) for entry in keys.load(home).odd] == [kind]
    rekeying.set_new_key(home, PHRASE, CODE)
    assert keys.load(home).odd == []


def test_what_is_sound_in_two_damaged_copies_is_taken_together(home: Path) -> None:
    add_step(home)
    rekeying.set_new_key(home, PHRASE, CODE)
    for name, kind in zip(keys.BOTH, ("passphrase", "recovery"), strict=True):
        (home / name).write_bytes(spoilt_slot((home / name).read_bytes(), kind))
    for secret in (PHRASE, CODE):
        person.comes(Asker(lambda _, secret=secret: secret, lambda _: None, 1))  # type: ignore[misc]
        assert step_texts(home) == ["tea"]


def test_there_are_sixteen_slots_at_most(home: Path) -> None:
    add_step(home)
    right = keys.load_slots(home)
    before = copies(home)
    many = [keys.Slot("passphrase", b"s" * 16, bytes([n]) * 32, b"c" * 32) for n in range(16)]
    with pytest.raises(CouldNotError, match="16"):
        keys.save_slots(home, [*right, *many])
    assert copies(home) == before
    (home / "keys.json").write_bytes(keys.slots_out([*right, *many], 9))
    assert keys.load_slots(home) == right  # the other copy
    keys.save_slots(home, [*right, *many[1:]])
    assert len(keys.load_slots(home)) == 16


def test_keys_of_a_newer_version_are_refused_untouched(home: Path) -> None:
    add_step(home)
    document = json.loads(copies(home)[0])
    document.pop("checksum")
    document["format"] = "recoverplan/keys/3"
    document["checksum"] = keys.sum_of(document)
    (home / "keys.json").write_text(json.dumps(document))
    before = copies(home)
    with pytest.raises(NewerStoreError) as caught:
        step_texts(home)
    assert caught.value.exit_code == 6
    assert copies(home) == before


def test_earlier_keys_are_hidden_and_remembered_but_not_for_ever(home: Path) -> None:
    add_step(home)
    earlier = [keys.load_slots(home)[0].key]
    for turn in range(kept_copies.OLDER_KEPT + 2):
        rekeying.set_new_key(home, PHRASE, CODE)
        person.comes(Asker(lambda _: PHRASE, lambda _: None, 1))
        slots = keys.load_slots(home)
        key = person.open(slots)[0].key
        known = kept_copies.older_keys(slots, key)
        assert known == earlier[: kept_copies.OLDER_KEPT]
        assert not any(each.hex() in copies(home)[0].decode() for each in (key, *known))
        assert kept_copies.older_keys(slots, keys.new_key()) == []
        earlier.insert(0, key)
        assert len(slots) == 2 + min(turn + 1, kept_copies.OLDER_KEPT)
