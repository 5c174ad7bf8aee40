"""Slots and copies of keys.json as values: what is written, what is read, which copy counts."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from recoverplan.errors import CouldNotError, DamagedError, LockedError, NewerStoreError
from recoverplan.store import keys
from recoverplan.store.keys import Copy, Keys, Slot

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "COST", 2)


def summed(value: Any) -> str:
    """Return a checksum as it is promised: CRC-32 of the JSON with its names in order."""
    return f"{crc32(json.dumps(value, sort_keys=True).encode()):08x}"


def document(*entries: Any, generation: int = 1, version: int = 2, **more: Any) -> bytes:
    """Return a keys.json that is whole, unless `more` says otherwise."""
    found = {
        "format": f"recoverplan/keys/{version}", "generation": generation, "slots": list(entries),
    }  # fmt: skip
    return json.dumps({**found, "checksum": summed(found), **more}).encode()


def entry(slot: Slot) -> dict[str, str]:
    """Return a slot's entry with its checksum."""
    return keys.with_sum(keys.entry_of(slot))


def test_what_is_written_is_what_is_promised_to_the_byte() -> None:
    slot = keys.device_slot(KEY, b"\1\2\3\4")
    check = hmac.digest(KEY, b"recoverplan/keys/1 device " + b"\1\2\3\4" + KEY, hashlib.sha256)
    bare = {"kind": "device", "key": KEY.hex(), "check": check.hex(), "of": "01020304"}
    written = {
        "format": "recoverplan/keys/2",
        "generation": 7,
        "slots": [{**bare, "sum": summed(bare)}, {"odd": 1}],
    }
    found = keys.slots_out([slot], 7, [{"odd": 1}])
    whole = {**written, "checksum": summed(written)}
    assert found == json.dumps(whole, indent=1).encode() + b"\n"
    copy = keys.read_copy(found)
    assert (copy.slots, copy.odd, copy.generation, copy.whole) == ([slot], [{"odd": 1}], 7, True)
    assert "salt" not in keys.entry_of(slot)
    assert json.loads(keys.slots_out([]))["generation"] == 1


def test_a_secret_slot_is_made_of_both_halves_of_what_scrypt_gives() -> None:
    slot = keys.secret_slot("passphrase", "tea", KEY, b"abcd")
    assert (slot.kind, len(slot.salt), slot.of) == ("passphrase", 16, b"abcd")
    both = hashlib.scrypt(b"tea", salt=slot.salt, n=2, r=8, p=1, dklen=64)
    assert slot.key == bytes(a ^ b for a, b in zip(KEY, both[:32], strict=True))
    said = b"recoverplan/keys/1 passphrase abcd" + slot.salt + slot.key
    assert slot.check == hmac.digest(both[32:], said, hashlib.sha256)
    assert keys.key_in(slot, "tea") == KEY
    for wrong in (
        slot._replace(of=b"abce"), slot._replace(kind="backup"), slot._replace(check=b"\0" * 32),
        slot._replace(salt=b"\0" * 16), slot._replace(key=OTHER),
    ):  # fmt: skip
        assert keys.key_in(wrong, "tea") is None
    assert keys.key_in(slot, "Tea") is None


def test_a_code_is_six_groups_of_four_and_is_read_however_it_is_typed() -> None:
    code = keys.new_code()
    groups = code.split("-")
    assert [len(group) for group in groups] == [4] * 6
    assert set("".join(groups)) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    letters = code.replace("-", "")
    for typed in (code, letters, code.lower(), code.replace("-", " "), code.replace("-", "\t")):
        assert keys.code_in(typed) == letters
    assert keys.code_in("oOiI-lL" + "a" * 18) == "001111" + "A" * 18
    for wrong in (letters[:-1], letters + "A", "U" + letters[1:], "", "é" * 24):
        assert keys.code_in(wrong) is None
    slot = keys.secret_slot("recovery", code, KEY)
    assert keys.key_in(slot, letters.lower()) == KEY
    assert keys.key_in(keys.secret_slot("passphrase", code, KEY), letters) is None
    assert keys.key_in(keys.secret_slot("recovery", "tea", KEY), "tea") == KEY


def test_fresh_keys_and_names_have_their_lengths_and_differ() -> None:
    assert [len(keys.new_key()), len(keys.new_name())] == [32, 4]
    assert keys.new_key() != keys.new_key()
    assert len({keys.new_code() for _ in range(5)}) == 5


@pytest.mark.parametrize(
    "content",
    [
        document(format="other/2"),
        document(format="recoverplan/keys/3", checksum="0"),
        document(version=0),
        document(*[{}] * 17),
        b"[]",
        b"{}",
        b"null",
        b"x",
        document(format=None),
        document(format="recoverplan/keys/two"),
    ],
)
def test_what_is_no_copy_is_refused(content: bytes) -> None:
    with pytest.raises(keys.UNREADABLE):
        keys.read_copy(content)


def test_a_newer_copy_is_told_only_where_it_is_whole() -> None:
    with pytest.raises(NewerStoreError):
        keys.read_copy(document(version=3))
    assert len(keys.read_copy(document(*[{}] * 16)).odd) == 16


def test_a_copy_counts_only_as_it_was_written() -> None:
    slot = keys.device_slot(KEY)
    spoilt = keys.read_copy(document(entry(slot), generation=9, checksum="0"))
    assert (spoilt.slots, spoilt.generation, spoilt.whole) == ([slot], 0, False)
    assert not keys.read_copy(document(entry(slot), generation=0)).whole
    assert keys.read_copy(document(entry(slot), generation=1)).whole
    first = {"format": "recoverplan/keys/1", "slots": [keys.entry_of(slot)]}
    old = keys.read_copy(json.dumps(first).encode())
    assert (old.slots, old.odd, old.generation, old.whole) == ([slot], [], 0, True)
    first["slots"] = [keys.entry_of(slot), {}]
    assert not keys.read_copy(json.dumps(first).encode()).whole


def test_a_slot_is_read_whole_or_not_at_all() -> None:
    slot = keys.secret_slot("backup", "tea", KEY, b"abcd")
    sound = entry(slot)
    assert keys.slot_or_none(sound, summed=True) == slot
    assert keys.slot_or_none(keys.entry_of(slot), summed=False) == slot
    bare = {"kind": "device", "key": KEY.hex(), "check": ""}
    assert keys.slot_or_none(bare, summed=False) == Slot("device", b"", KEY, b"")
    spoilt: tuple[Any, ...] = (
        keys.entry_of(slot), {**sound, "kind": "device"}, {**sound, "sum": "0"}, "x", None, [],
    )  # fmt: skip
    for wrong in spoilt:
        assert keys.slot_or_none(wrong, summed=True) is None
    lacking: tuple[Any, ...] = (
        {**bare, "key": KEY[:-1].hex()}, {**bare, "key": KEY.hex() + "00"}, {**bare, "key": "x"},
        {"kind": "device", "check": ""}, {"kind": "device", "key": KEY.hex()}, {},
        {**bare, "of": 1}, {**bare, "salt": "zz"},
    )  # fmt: skip
    for wrong in lacking:
        assert keys.slot_or_none(wrong, summed=False) is None


def copies(*many: tuple[list[Slot], int, bool]) -> list[Copy]:
    """Return copies: their slots, generation, and whether they are whole."""
    return [Copy(slots, [], generation, whole=whole) for slots, generation, whole in many]


def test_the_whole_copy_of_the_higher_number_counts_and_the_other_has_others() -> None:
    one, two = keys.device_slot(KEY), keys.device_slot(OTHER)
    for many in (
        copies(([one], 2, True), ([two], 1, True)),
        copies(([two], 1, True), ([one], 2, True)),
        copies(([one], 1, True), ([two], 5, False)),
        copies(([two], 5, False), ([one], 1, True)),
    ):
        found = Keys(many)
        assert (found.slots, found.others, found.whole, found.even) == ([one], [two], True, False)
        assert found.generation in {1, 2}


def test_of_copies_that_are_not_whole_what_is_sound_counts_together() -> None:
    one, two = keys.device_slot(KEY), keys.device_slot(OTHER)
    first = Copy([one, two], [{"a": 1}, {"b": 1}], 3, whole=False)
    second = Copy([two], [{"b": 1}, {"c": 1}], 4, whole=False)
    found = Keys([first, second])
    assert found.slots == [one, two]
    assert found.odd == [{"a": 1}, {"b": 1}, {"c": 1}]
    assert (found.others, found.whole, found.even, found.generation) == ([], False, False, 0)
    assert Keys([]).slots == []


def test_copies_are_even_where_they_are_one_and_were_numbered() -> None:
    same = Copy([keys.device_slot(KEY)], [], 1, whole=True)
    assert Keys([same, same]).even
    assert not Keys([same]).even
    unnumbered = Copy([keys.device_slot(KEY)], [], 0, whole=True)
    assert not Keys([unnumbered, unnumbered]).even


def test_two_readings_say_the_same_by_slots_odd_entries_and_others() -> None:
    one, two = keys.device_slot(KEY), keys.device_slot(OTHER)
    plain = Keys(copies(([one], 1, True)))
    assert plain.says_as(Keys(copies(([one], 9, True))))
    assert not plain.says_as(Keys(copies(([two], 1, True))))
    assert not plain.says_as(Keys(copies(([one], 1, True), ([two], 0, False))))
    assert not plain.says_as(Keys([Copy([one], [{}], 1, whole=True)]))


def test_a_key_is_among_the_slots_that_count_else_those_of_its_name() -> None:
    mine, named = keys.device_slot(KEY, b"aaaa"), keys.device_slot(OTHER, b"bbbb")
    hidden = keys.secret_slot("recovery", "tea", KEY, b"aaaa")
    found = Keys(copies(([mine], 2, True), ([named, hidden], 1, True)))
    assert found.around(KEY, b"aaaa") == [mine]
    assert found.around(OTHER, b"aaaa") == [hidden, mine]
    assert found.around(OTHER, b"bbbb") == [named]
    assert found.around(KEY, b"cccc") == []
    assert Keys(copies(([hidden], 1, True))).around(OTHER, b"aaaa") == [hidden]
    older = Slot("older", b"", KEY, b"", b"aaaa")
    assert not older.may_hold(KEY)


def test_which_slots_ask_for_a_secret_and_when_a_change_was_cut_short() -> None:
    device, secret = keys.device_slot(KEY), keys.secret_slot("passphrase", "tea", KEY)
    leaving, later = device._replace(kind="leaving"), device._replace(of=b"bbbb")
    assert keys.device_keys([secret, device, leaving]) == [KEY]
    for slots, need, take in (
        ([device], False, False), ([device, secret], False, True), ([secret], True, True),
        ([leaving], False, False), ([], False, False),
    ):  # fmt: skip
        assert (keys.need_secret(slots), keys.take_secret(slots)) == (need, take), slots
    assert not keys.unfinished([])
    assert not keys.unfinished([device])
    assert not keys.unfinished([device, secret])
    assert keys.unfinished([device, later])
    assert keys.unfinished([device, leaving])


def test_a_backup_gives_what_opens_it_alone_and_only_where_it_is_whole() -> None:
    device, card = keys.device_slot(KEY), keys.device_slot(KEY)._replace(kind="card")
    both = document(entry(device), entry(card))
    assert keys.slots_in(both) == [device]
    with pytest.raises(keys.UNREADABLE):
        keys.slots_in(document(entry(device), checksum="0"))


@pytest.mark.parametrize(
    ("odd", "kind"),
    [
        ({"kind": "device"}, "device"),
        ({"kind": "passphrase"}, "passphrase"),
        ({"kind": "backup"}, "backup"),
        ({"kind": "recovery"}, "recovery"),
        ({"kind": "card"}, ""),
        ({"kind": 1}, ""),
        ({}, ""),
        ("device", ""),
        (None, ""),
    ],
)
def test_the_kind_of_a_damaged_entry_is_said_where_it_can_be(odd: Any, kind: str) -> None:
    assert keys.kind_of(odd) == kind


def test_each_writing_is_one_more_in_both_copies_and_sixteen_fit(tmp_path: Path) -> None:
    assert keys.generation_of(tmp_path) == 0
    slots = [keys.device_slot(KEY)] * 15
    for generation in (1, 2):
        keys.save_slots(tmp_path, slots, [{}])
        assert keys.generation_of(tmp_path) == generation
    before = [(tmp_path / name).read_bytes() for name in ("keys.json", "keys-copy.json")]
    assert before[0] == before[1]
    with pytest.raises(CouldNotError):
        keys.save_slots(tmp_path, [*slots, keys.device_slot(KEY)], [{}])
    assert (tmp_path / "keys.json").read_bytes() == before[0]


def test_keys_that_open_without_asking_are_checked(tmp_path: Path) -> None:
    good, wrong = keys.device_slot(KEY), keys.device_slot(OTHER)._replace(check=b"\0" * 32)
    secret = keys.secret_slot("passphrase", "tea", KEY)
    keys.save_slots(tmp_path, [wrong, secret, good])
    assert keys.keys_without_passphrase(tmp_path) == [KEY]
    assert keys.load_slots(tmp_path) == [wrong, secret, good]
    keys.save_slots(tmp_path, [secret])
    with pytest.raises(LockedError):
        keys.keys_without_passphrase(tmp_path)
    keys.save_slots(tmp_path, [wrong, secret])
    with pytest.raises(DamagedError):
        keys.keys_without_passphrase(tmp_path)


def test_what_stands_in_the_way_is_said_only_where_no_copy_has_a_slot(tmp_path: Path) -> None:
    with pytest.raises(DamagedError, match="missing"):
        keys.load(tmp_path)
    first, second = (tmp_path / name for name in ("keys.json", "keys-copy.json"))
    for content in (b"x", document()):
        first.write_bytes(content)
        first.chmod(0o600)
        with pytest.raises(DamagedError, match="damaged"):
            keys.load(tmp_path)
    second.write_bytes(document(entry(keys.device_slot(KEY)), generation=2))
    second.chmod(0o600)
    assert keys.load(tmp_path).slots == [keys.device_slot(KEY)]
    assert [copy is not None for copy in keys.copies_in(tmp_path)] == [True, True]
    first.write_bytes(b"x")
    assert [copy is not None for copy in keys.copies_in(tmp_path)] == [False, True]
    first.write_bytes(b"[" * 65_537)
    assert keys.load(tmp_path).slots == [keys.device_slot(KEY)]


def test_both_copies_as_they_were_written_are_told_from_two_that_differ(tmp_path: Path) -> None:
    keys.save_slots(tmp_path, [keys.device_slot(KEY)])
    assert keys.load(tmp_path).even
    second = tmp_path / "keys-copy.json"
    second.write_bytes(document(entry(keys.device_slot(KEY)), generation=2))
    found = keys.load(tmp_path)
    assert (found.even, found.generation, keys.generation_of(tmp_path)) == (False, 2, 2)


@pytest.mark.parametrize(("size", "fits"), [(65_536, True), (65_537, False)])
def test_a_copy_has_64_kib_at_most(tmp_path: Path, size: int, fits: bool) -> None:
    path = tmp_path / "keys.json"
    path.write_bytes(document(entry(keys.device_slot(KEY))).ljust(size))
    path.chmod(0o600)
    if fits:
        assert keys.device_keys(keys.load_slots(tmp_path)) == [KEY]
        return
    with pytest.raises(DamagedError, match="too large"):
        keys.load(tmp_path)


def test_of_what_stands_in_the_way_the_first_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tmp_path / "keys.json"
    first.write_bytes(b"x" * 65_537)
    first.chmod(0o600)
    second = tmp_path / "keys-copy.json"
    second.write_bytes(b"x")
    second.chmod(0o600)
    with pytest.raises(DamagedError, match="too large"):
        keys.load(tmp_path)
    first.write_bytes(b"x")
    second.write_bytes(b"x" * 65_537)
    with pytest.raises(DamagedError, match="are damaged"):
        keys.load(tmp_path)

    def fails(path: Path, most: int) -> bytes:
        raise OSError(5, f"{path.name} of {most}")

    monkeypatch.setattr(keys, "read_small", fails)
    with pytest.raises(OSError, match=r"keys\.json"):
        keys.load(tmp_path)
    assert keys.copies_in(tmp_path) == [None, None]


def test_a_passphrase_may_hold_what_is_no_whole_character() -> None:
    """As a terminal gives bytes that are no UTF-8."""
    slot = keys.secret_slot("passphrase", "tea\udce9", KEY)
    assert keys.key_in(slot, "tea\udce9") == KEY
    assert keys.key_in(slot, "tea\udcea") is None


def test_only_two_values_of_one_length_are_laid_over_each_other() -> None:
    assert keys.xor(b"\x0f\xff", b"\xff\x0f") == b"\xf0\xf0"
    with pytest.raises(ValueError, match="shorter"):
        keys.xor(b"ab", b"a")
