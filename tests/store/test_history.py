"""Every change is one step; taking steps back and bringing them again is exact."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

import kept_examples as examples
from kept_examples import NOW, add_step, everything, step_texts
from recoverplan.errors import CouldNotError, NotFoundError
from recoverplan.services.keeping import answers, reading, writing
from recoverplan.settings import Settings
from recoverplan.store import history, profile
from recoverplan.store.opened import Store
from recoverplan.store.tables import contacts, groups, meetings, risks, steps


def names(home: Path) -> list[tuple[str, bool]]:
    with reading(home) as store:
        assert store is not None
        return [(step.what, step.undone) for step in history.steps(store)]


def undo(home: Path, number: int | None = None) -> tuple[str, ...]:
    with writing(home, NOW) as store:
        return history.undo(store, number)


def redo(home: Path) -> tuple[str, ...]:
    with writing(home, NOW) as store:
        return history.redo(store)


def contents(home: Path) -> dict[str, object]:
    with reading(home) as store:
        assert store is not None
        return everything(store)


def test_undo_and_redo_walk_along_the_changes(home: Path) -> None:
    for text in ("one", "two", "three"):
        add_step(home, text)
    assert undo(home) == ("added step three",)
    assert undo(home) == ("added step two",)
    assert step_texts(home) == ["one"]
    assert redo(home) == ("added step two",)
    assert step_texts(home) == ["one", "two"]
    assert redo(home) == ("added step three",)
    assert step_texts(home) == ["one", "two", "three"]
    with pytest.raises(CouldNotError, match="nothing to bring back"):
        redo(home)


def test_a_change_after_an_undo_leaves_nothing_to_redo(home: Path) -> None:
    add_step(home, "one")
    undo(home)
    add_step(home, "two")
    with pytest.raises(CouldNotError):
        redo(home)
    assert undo(home) == ("added step two",)
    with pytest.raises(CouldNotError, match="nothing to take back"):
        undo(home)


def test_undo_of_a_step_takes_all_after_it(home: Path) -> None:
    for text in ("one", "two", "three"):
        add_step(home, text)
    assert undo(home, 2) == ("added step three", "added step two")
    assert step_texts(home) == ["one"]
    assert names(home) == [
        ("took back: added step three, added step two", False),
        ("added step three", True),
        ("added step two", True),
        ("added step one", False),
    ]
    assert redo(home) == ("added step two", "added step three")
    assert step_texts(home) == ["one", "two", "three"]
    with pytest.raises(NotFoundError):
        undo(home, 99)
    undo(home, 3)
    with pytest.raises(CouldNotError, match="no change that still stands"):
        undo(home, 3)


def test_many_changes_taken_back_at_once_are_counted(home: Path) -> None:
    for text in ("one", "two", "three", "four"):
        add_step(home, text)
    undo(home, 1)
    assert names(home)[0] == ("took back: 4 changes, added step four the first", False)


def test_a_removal_that_took_others_along_is_undone_whole(home: Path) -> None:
    with writing(home, NOW) as store:
        group = groups.add(store, examples.group())
        dana = contacts.add(store, examples.contact("Dana", met_at=group.id))
        risks.add(store, examples.risk(check_in=dana.id))
        meeting = meetings.add(store, examples.meeting(group.id, contact=dana.id, note="a\nb"))
        steps.add(store, replace(examples.step(), meeting=meeting.id))
    before = contents(home)
    with writing(home, NOW) as store:
        groups.remove(store, group.id)
        contacts.remove(store, dana.id)
        store.did("removed both")
    assert contents(home) != before
    assert undo(home) == ("removed both",)
    assert contents(home) == before


def test_nothing_written_is_no_step(home: Path) -> None:
    add_step(home)
    with writing(home, NOW) as store:
        store.did("looked around")
    with suppress(ZeroDivisionError), writing(home, NOW) as store:
        steps.add(store, examples.step("never"))
        _ = 1 / 0
    assert names(home) == [("added step tea", False)]
    assert step_texts(home) == ["tea"]


@contextmanager
def going_on(home: Path, step: int) -> Iterator[Store]:
    """Open the store for a change that follows a question, in a run that has written a step."""
    answers.asked, answers.step = True, step
    try:
        with writing(home, NOW) as store:
            yield store
    finally:
        answers.forget()


def test_a_change_that_goes_on_with_the_newest_is_undone_with_it(home: Path) -> None:
    add_step(home, "before")
    with writing(home, NOW) as store:
        kept = steps.add(store, examples.step("one"))
        store.did("added one")
        first = store.step
    for text in ("two", "three"):
        with going_on(home, first) as store:
            assert store.step == first
            steps.save(store, replace(kept, text=text))
            store.did(f"added {text}")
    assert names(home) == [("added three", False), ("added step before", False)]
    assert undo(home) == ("added three",)
    assert step_texts(home) == ["before"]
    redo(home)
    assert step_texts(home) == ["before", "three"]


def test_what_goes_on_after_another_change_is_a_step_of_its_own(home: Path) -> None:
    with writing(home, NOW) as store:
        kept = steps.add(store, examples.step("one"))
        store.did("added one")
        first = store.step
    add_step(home, "another")
    for text in ("two", "three"):
        with going_on(home, first) as store:
            assert store.step != first
            steps.save(store, replace(kept, text=text))
            store.did(f"changed to {text}")
    undo(home)
    with going_on(home, len(names(home))) as store:  # an undo is no change to go on with
        steps.save(store, replace(kept, text="four"))
        store.did("changed to four")
    assert [what for what, _ in names(home)] == [
        "changed to four",
        "took back: changed to three",
        "changed to three",
        "changed to two",
        "added step another",
        "added one",
    ]
    assert undo(home) == ("changed to four",)
    assert step_texts(home) == ["two", "another"]


def test_the_oldest_steps_are_forgotten_when_the_records_grow(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "LIMIT_BYTES", 200)
    for text in ("one", "two", "three", "four", "five", "six"):
        add_step(home, text)
    undo(home)
    assert len(names(home)) < 7
    assert redo(home) == ("added step six",)
    while True:
        try:
            undo(home)
        except CouldNotError:
            break
    kept = step_texts(home)
    assert kept == ["one", "two", "three", "four", "five", "six"][: len(kept)]
    assert kept


def test_a_huge_change_can_still_be_undone(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "LIMIT_BYTES", 100)
    with writing(home, NOW) as store:
        for number in range(50):
            steps.add(store, examples.step(f"step {number}"))
    undo(home)
    assert step_texts(home) == []


def test_the_history_can_be_forgotten(home: Path) -> None:
    add_step(home)
    with writing(home, NOW) as store:
        history.forget(store)
    assert names(home) == []
    with pytest.raises(CouldNotError):
        undo(home)
    assert step_texts(home) == ["tea"]


def change_anything(store: Store, dice: random.Random) -> None:
    """Add, change or remove something at random, with whatever hangs on it."""
    for _ in range(dice.randint(1, 3)):
        people, places, logs = (
            contacts.load_all(store),
            groups.load_all(store),
            meetings.load_all(store),
        )
        what = dice.randrange(10)
        some_person = dice.choice([None, *[each.id for each in people]])
        some_place = dice.choice([None, *[each.id for each in places]])
        if what == 0:
            contacts.add(store, examples.contact(f"P{dice.random()}", met_at=some_place))
        elif what == 1:
            groups.add(store, examples.group(f"G{dice.random()}"))
        elif what == 2 and some_place:
            meetings.add(store, examples.meeting(some_place, contact=some_person))
        elif what == 3:
            risks.add(store, examples.risk(f"R{dice.random()}", check_in=some_person))
        elif what == 4:
            heard = dice.choice([None, *[each.id for each in logs]])
            steps.add(store, replace(examples.step(f"S{dice.random()}"), meeting=heard))
        elif what == 5 and some_person:
            contacts.remove(store, some_person)
        elif what == 6 and some_place:
            groups.remove(store, some_place)
        elif what == 7 and people:
            contacts.save(store, replace(dice.choice(people), say=f"hello {dice.random()}"))
        elif what == 8 and places:
            store.execute(  # a replace deletes first, and its meetings with it
                "REPLACE INTO peer_group SELECT * FROM peer_group WHERE id = ?", (places[0].id,)
            )
        else:
            profile.save(
                store, Settings(name=dice.choice([None, "A", "B"]), plain=dice.random() < 0.5)
            )


@pytest.mark.parametrize("seed", range(6))
def test_random_changes_undos_and_redos_agree_with_snapshots(home: Path, seed: int) -> None:
    dice = random.Random(seed)
    with writing(home, NOW):
        pass
    done = [contents(home)]  # what stood after each change that stands
    undone: list[list[dict[str, object]]] = []
    ids: list[int] = []
    off: list[list[int]] = []
    for turn in range(40):
        chance = dice.random()
        if chance < 0.5:
            with writing(home, NOW) as store:
                change_anything(store, dice)
                store.did(f"turn {turn}")
            with reading(home) as reader:
                assert reader is not None
                newest = history.steps(reader)[:1]
            if not newest or newest[0].what != f"turn {turn}":
                continue
            ids.append(newest[0].id)
            done.append(contents(home))
            undone.clear()
            off.clear()
        elif chance < 0.65:
            if ids:
                undo(home)
                undone.append([done.pop()])
                off.append([ids.pop()])
            else:
                with pytest.raises(CouldNotError):
                    undo(home)
        elif chance < 0.75 and ids:
            place = dice.randrange(len(ids))
            undo(home, ids[place])
            undone.append(done[place + 1 :])
            off.append(ids[place:])
            del done[place + 1 :], ids[place:]
        elif undone:
            redo(home)
            done += undone.pop()
            ids += off.pop()
        else:
            with pytest.raises(CouldNotError):
                redo(home)
        assert contents(home) == done[-1], turn
