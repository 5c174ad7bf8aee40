"""What opens the store while its key is changed: one of the keys, wherever it is cut short."""

from __future__ import annotations

import multiprocessing
import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from kept_examples import add_step, step_texts
from killing import killed, report, runs
from recoverplan.errors import CouldNotError, DamagedError, LockedError
from recoverplan.store import checking, connecting, keys, opening, ours, rekeying
from recoverplan.store.unlocking import Asker, person
from secrets_given import OTHER, PHRASE, cheap

__all__ = ["cheap"]
pytestmark = pytest.mark.usefixtures("cheap")
CODE = "0000-1111-2222-3333-4444-5555"


def typing(secret: str) -> None:
    """Be the person who types this at every question."""
    person.comes(Asker(lambda _: secret, lambda _: None, 1))


@pytest.fixture(autouse=True)
def nobody() -> None:
    typing("")


def opens(home: Path, secret: str) -> bool:
    typing(secret)
    try:
        step_texts(home)
    except LockedError:
        return False
    return True


def filled(home: Path) -> list[str]:
    for number in range(12):
        add_step(home, f"step {number} " + "long " * 600)
    return step_texts(home)


def test_a_slot_opens_with_its_secret_alone() -> None:
    key = keys.new_key()
    slot = keys.secret_slot("passphrase", PHRASE, key, b"name")
    assert keys.key_in(slot, PHRASE) == key
    assert key not in (slot.key, slot.check)
    for wrong in (OTHER, "", f"{PHRASE} ", PHRASE.upper()):
        assert keys.key_in(slot, wrong) is None


def test_flipped_bits_in_a_slot_never_give_another_key() -> None:
    key = keys.new_key()
    slot = keys.secret_slot("passphrase", PHRASE, key, b"name")
    number = 0
    for field in ("salt", "key", "check", "of"):
        value = getattr(slot, field)
        for place in range(len(value) * 8):
            broken = bytearray(value)
            broken[place // 8] ^= 1 << place % 8
            changed: Any = {field: bytes(broken)}
            assert keys.key_in(slot._replace(**changed), PHRASE) is None
            number += 1
    assert keys.key_in(slot._replace(kind="backup"), PHRASE) is None
    report("flipped bits in a passphrase slot", number, "never a wrong key")


def test_a_code_is_random_and_forgives_how_it_is_typed() -> None:
    codes = {keys.new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(keys.code_in(code) == code.replace("-", "") for code in codes)
    assert keys.code_in("o1il-0000 aaaa-bbbb-cccc-dddd") == "01110000AAAABBBBCCCCDDDD"
    for none in ("", "tea and the radio", "0000", "UUUU-0000-0000-0000-0000-0000"):
        assert keys.code_in(none) is None


def test_a_passphrase_that_looks_like_a_code_still_opens(home: Path) -> None:
    add_step(home)
    rekeying.set_new_key(home, "aaaa bbbb cccc dddd eeee ffff", CODE)
    assert opens(home, "aaaa bbbb cccc dddd eeee ffff")
    assert opens(home, CODE)


def test_rekey_ignores_a_transaction(home: Path) -> None:
    """The trap: what is pending is committed, and a rollback takes nothing back."""
    add_step(home)
    with closing(connecting.unlocked(home, home / ours.STORE)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE plan_step SET text = 'pending'")
        connection.execute(f"PRAGMA rekey=\"x'{'11' * 32}'\"")
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    with closing(connecting.connect(home / ours.STORE, b"\x11" * 32)) as connection:
        assert connection.execute("SELECT text FROM plan_step").fetchone()[0] == "pending"


def test_rekey_says_ok_where_a_reader_kept_it_from_finishing(home: Path) -> None:
    """The other trap, and the reason why everybody is locked out first."""
    add_step(home)
    old = keys.keys_without_passphrase(home)[0]
    with closing(connecting.unlocked(home, home / ours.STORE)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM plan_step").fetchone()
        with closing(connecting.unlocked(home, home / ours.STORE)) as connection:
            connection.execute("PRAGMA busy_timeout=20")
            said = connection.execute(f"PRAGMA rekey=\"x'{'11' * 32}'\"").fetchall()
    assert [tuple(row) for row in said] == [("ok",)]
    with closing(connecting.connect(home / ours.STORE, old)) as connection:
        assert connection.execute("SELECT text FROM plan_step").fetchone()[0] == "tea"


def test_a_reader_keeps_the_key_as_it_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_step(home)
    monkeypatch.setattr(ours, "BUSY_SECONDS", 0.05)
    before = keys.load_slots(home)
    with opening.open_to_read(home) as store:
        store.execute("SELECT * FROM plan_step").fetchall()
        with pytest.raises(CouldNotError, match="Another program"):
            rekeying.set_new_key(home, PHRASE, CODE)
    assert keys.load_slots(home) == before
    assert step_texts(home) == ["tea"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_nobody_waits_at_a_pipe_beside_a_database_of_ours(home: Path) -> None:
    add_step(home)
    older = home / "plan.before-2.db"
    copy(home / "plan.db", older)
    pipes = [home / f"plan.before-2.db{end}" for end in ours.BESIDE]
    for pipe in pipes:
        os.mkfifo(pipe)
    anew = rekeying.set_new_key(home, PHRASE, CODE)
    assert (anew.removed, set(anew.unopened)) == ((), {older, *pipes})
    pipe = home / "keys.lock-journal"
    pipe.unlink(missing_ok=True)
    os.mkfifo(pipe)
    with pytest.raises(DamagedError, match=r"keys\.lock-journal is a pipe"):
        rekeying.set_new_key(home, OTHER, CODE)
    assert pipe.is_fifo()


def test_a_damaged_store_keeps_its_key(home: Path) -> None:
    filled(home)
    content = bytearray((home / "plan.db").read_bytes())
    content[-3000] ^= 1
    (home / "plan.db").write_bytes(content)
    before = keys.load_slots(home)
    with pytest.raises(DamagedError):
        rekeying.set_new_key(home, PHRASE, CODE)
    assert keys.load_slots(home) == before


@pytest.mark.parametrize("done", [False, True])
def test_a_change_that_was_cut_short_is_settled_by_the_next_opening(home: Path, done: bool) -> None:
    add_step(home)
    old = keys.load_slots(home)
    rekeying.set_new_key(home, PHRASE, CODE)
    new = keys.load_slots(home)
    if not done:  # the store is still under the old key
        with closing(connecting.unlocked(home, home / ours.STORE)) as connection:
            connection.execute(f"PRAGMA rekey=\"x'{old[0].key.hex()}'\"")
    keys.save_slots(home, [*new, *old])
    typing(PHRASE)
    assert step_texts(home) == ["tea"]
    assert keys.load_slots(home) == (new if done else old)  # reading settles it, too
    typing(PHRASE)
    add_step(home, "more")
    assert keys.load_slots(home) == (new if done else old)
    assert opens(home, PHRASE)
    assert opens(home, "nothing") is not done


def test_a_secret_that_opens_only_the_key_not_in_use_is_said_to_do_so(home: Path) -> None:
    add_step(home)
    rekeying.set_new_key(home, OTHER, CODE)
    old = keys.load_slots(home)
    typing(OTHER)
    rekeying.set_new_key(home, PHRASE, CODE)
    keys.save_slots(home, [*keys.load_slots(home), *old])
    typing(OTHER)
    with pytest.raises(LockedError, match="cut short"):
        step_texts(home)
    assert opens(home, PHRASE)


def survives_kills(home: Path, name: str, usual: int, change: Callable[[str], object]) -> None:
    """Kill programs that change the passphrase again and again; one of two always opens."""
    truth = filled(home)
    rekeying.set_new_key(home, "phrase", CODE)
    current = "phrase"
    dice = random.Random()
    number = runs(name, usual)
    changed, longest = 0, 0.12
    for kill in range(number):

        def work(
            acknowledge: Callable[[str], None], kill: int = kill, opens: str = current
        ) -> None:
            typing(opens)
            acknowledge("ready")
            for turn in range(1000):
                change(f"phrase {kill} {turn}")
                acknowledge(str(turn))

        said = killed(work, dice.random() * longest)
        longest *= 1 if said or changed else 2  # on a machine that is busy
        last = f"phrase {kill} {said[-1]}" if said else current
        following = f"phrase {kill} {int(said[-1]) + 1 if said else 0}"
        opened = [secret for secret in (last, following) if opens(home, secret)]
        assert opened, "locked out"
        current = opened[-1]
        changed += len(said)
        typing(current)
        assert step_texts(home) == truth
        with opening.open_to_write(home) as store:
            assert checking.damages(store.connection) == []
        assert len({slot.of for slot in keys.load_slots(home)}) == 1
        assert sum(opens(home, secret) for secret in (last, following)) == 1
    assert changed
    report(name, number, "never locked out; one passphrase opens; nothing lost")


def test_who_typed_the_passphrase_is_not_asked_again_when_the_key_alone_changes(home: Path) -> None:
    """Another program makes a new key between the opening and the change."""
    add_step(home)
    typing(PHRASE)
    rekeying.set_new_key(home, PHRASE, CODE)
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return PHRASE

    person.comes(Asker(answer, lambda _: None, 1))
    with opening.open_to_write(home) as store:
        other = multiprocessing.get_context("fork").Process(
            target=rekeying.set_new_key, args=(home, PHRASE, CODE)
        )
        other.start()
        other.join()
        assert other.exitcode == 0
        with store.transaction():
            assert store.execute("SELECT count(*) FROM plan_step").fetchone()[0] == 1
    assert len(asked) == 1


@pytest.mark.live
def test_kills_while_the_key_is_changed_lock_nobody_out(home: Path) -> None:
    survives_kills(
        home, "kill -9 during a new key", 25, lambda new: rekeying.set_new_key(home, new, CODE)
    )


def test_who_opens_while_the_key_changes_never_hears_of_damage(home: Path) -> None:
    """Another program sets, changes and removes the passphrase all the while, really."""
    opened = runs("races", 100)
    kept = filled(home)
    processes = multiprocessing.get_context("fork")
    turns = processes.Semaphore(0)

    def change_keys() -> None:
        typing(PHRASE)
        for _ in range(0, opened, 10):
            turns.acquire()
            rekeying.set_new_key(home, PHRASE, CODE)
            rekeying.set_new_key(home, PHRASE, CODE, names=None)
            rekeying.remove_passphrase(home)

    other = processes.Process(target=change_keys)
    other.start()
    try:
        for number in range(opened):
            if number % 10 == 0:
                turns.release()
            typing(PHRASE)
            assert step_texts(home)[: len(kept)] == kept
            if number % 10 == number // 10 % 10:  # at another moment each time
                add_step(home, "while the key changed")
                kept.append("while the key changed")
    finally:
        for _ in range(opened):
            turns.release()
        other.join()
    assert other.exitcode == 0
    assert step_texts(home) == kept
    report("programs that open while the key changes", opened, "never told of damage; all kept")
