"""Random lives of a store against a plain list: the same contents always, whatever was done to it.

Changes, meetings and urges logged, undo and redo, programs killed in the middle, a passphrase set,
changed and removed, a new key, backups brought back, exports read into a new place.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import drawn_examples as drawn
import kept_examples as examples
from kept_examples import NOW, export_text, step_texts
from killing import killed, report, runs
from recoverplan.errors import CouldNotError, LockedError
from recoverplan.readers.export import read_export
from recoverplan.services import restoring
from recoverplan.services.backing_up import make_backup, open_source, slots_for
from recoverplan.services.keeping import reading, writing
from recoverplan.services.moving import put, take_all
from recoverplan.store import checking, history, keys, opening, rekeying
from recoverplan.store.opened import Store
from recoverplan.store.tables import groups, meetings, steps, urges
from recoverplan.store.unlocking import Asker, person

pytestmark = pytest.mark.live
EXAMPLES = runs("model", 6, 2)
TURNS = 25
SECRETS = st.sampled_from(["tea and the radio", "once round the block", "shoes on, walk"])
CODE = "0000-1111-2222-3333-4444-5555"
NAMES = drawn.NAME.filter(lambda name: not name.startswith("crash"))


class Contents(NamedTuple):
    """What is kept: the texts of steps, the notes of meetings logged, those of urges."""

    steps: tuple[str, ...] = ()
    meetings: tuple[str | None, ...] = ()
    urges: tuple[str | None, ...] = ()


class Model(NamedTuple):
    """What should be kept: that of now, of each earlier change, and what redo may bring."""

    now: Contents = Contents()
    done: tuple[Contents, ...] = ()
    undone: tuple[Contents, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        return self.now.steps

    def changed(self, texts: tuple[str, ...]) -> Model:
        return self.became(self.now._replace(steps=texts))

    def became(self, contents: Contents) -> Model:
        return Model(contents, (*self.done, self.now), ())


class Life(RuleBasedStateMachine):
    """One store, and the model of it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="rp-model-"))
        self.home = self.folder / "home"
        self.model = Model()
        self.secret = ""
        self.backups: list[tuple[Path, Model, str]] = []
        self.number = 0
        self.type_it()
        with writing(self.home, NOW, lambda _: None) as store:
            groups.add(store, examples.group())
            history.forget(store)

    def type_it(self, secret: str | None = None) -> None:
        """Be a new run of the program, and type the passphrase where it is asked for."""
        typed = self.secret if secret is None else secret
        person.comes(Asker(lambda _: typed, lambda _: None, 1))

    def keep(self, change: Callable[[Store], object]) -> None:
        self.type_it()
        with writing(self.home, NOW) as store:
            change(store)

    def ids(self) -> list[int]:
        self.type_it()
        with opening.open_to_read(self.home) as store:
            return [step.id for step in steps.load_all(store)]

    @rule(text=NAMES)
    def add(self, text: str) -> None:
        self.keep(lambda store: steps.add(store, examples.step(text)))
        self.model = self.model.changed((*self.model.texts, text))

    @precondition(lambda self: self.model.texts)
    @rule(data=st.data(), text=NAMES)
    def edit(self, data: st.DataObject, text: str) -> None:
        place = data.draw(st.integers(0, len(self.model.texts) - 1))
        texts = list(self.model.texts)
        step = replace(examples.step(text), id=self.ids()[place])
        self.keep(lambda store: steps.save(store, step))
        texts[place] = text
        self.model = self.model.changed(tuple(texts))

    @precondition(lambda self: self.model.texts)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.model.texts) - 1))
        number = self.ids()[place]
        self.keep(lambda store: steps.remove(store, number))
        texts = self.model.texts
        self.model = self.model.changed((*texts[:place], *texts[place + 1 :]))

    @rule(note=drawn.NOTE)
    def log_a_meeting(self, note: str) -> None:
        self.keep(lambda store: meetings.add(store, examples.meeting(note=note)))
        now = self.model.now
        self.model = self.model.became(now._replace(meetings=(*now.meetings, note)))

    @rule(note=drawn.NOTE)
    def log_an_urge(self, note: str) -> None:
        self.keep(lambda store: urges.add(store, examples.urge(note=note)))
        now = self.model.now
        self.model = self.model.became(now._replace(urges=(*now.urges, note)))

    @rule()
    def undo(self) -> None:
        if not self.model.done:
            with pytest.raises(CouldNotError):
                self.keep(history.undo)
            return
        self.keep(history.undo)
        now, done, undone = self.model
        self.model = Model(done[-1], done[:-1], (*undone, now))

    @rule()
    def redo(self) -> None:
        if not self.model.undone:
            with pytest.raises(CouldNotError):
                self.keep(history.redo)
            return
        self.keep(history.redo)
        now, done, undone = self.model
        self.model = Model(undone[-1], (*done, now), undone[:-1])

    @rule(after=st.floats(0, 0.02))
    def crash(self, after: float) -> None:
        self.number += 1
        text = f"crash {self.number}"

        def work(acknowledge: Callable[[str], None]) -> None:
            self.type_it()
            acknowledge("ready")
            self.keep(lambda store: steps.add(store, examples.step(text)))
            acknowledge("done")

        acknowledged = killed(work, after)
        self.type_it()
        kept = step_texts(self.home)
        after_it = (*self.model.texts, text)
        assert tuple(kept) in ((after_it,) if acknowledged else (self.model.texts, after_it))
        if text not in kept:  # a life must not hang on when exactly the program was killed
            self.keep(lambda store: steps.add(store, examples.step(text)))
        self.model = self.model.changed(after_it)

    @rule(secret=SECRETS)
    def new_key(self, secret: str) -> None:
        self.type_it()
        rekeying.set_new_key(self.home, secret, CODE)
        self.secret = secret

    @precondition(lambda self: self.secret)
    @rule(secret=SECRETS, after=st.floats(0, 0.02))
    def crash_while_the_key_changes(self, secret: str, after: float) -> None:
        def work(acknowledge: Callable[[str], None]) -> None:
            self.type_it()
            acknowledge("ready")
            rekeying.set_new_key(self.home, secret, CODE)
            acknowledge("done")

        killed(work, after)
        for tried in (self.secret, secret):
            self.type_it(tried)
            try:
                step_texts(self.home)
            except LockedError:
                continue
            rekeying.set_new_key(self.home, secret, CODE, names=None)
            self.secret = secret
            return
        pytest.fail("locked out")

    @precondition(lambda self: self.secret)
    @rule(secret=SECRETS)
    def change_passphrase(self, secret: str) -> None:
        self.type_it()
        rekeying.set_new_key(self.home, secret, CODE, names=None)
        self.secret = secret

    @precondition(lambda self: self.secret)
    @rule()
    def remove_passphrase(self) -> None:
        self.type_it()
        rekeying.remove_passphrase(self.home)
        self.secret = ""

    @precondition(lambda self: self.secret)
    @rule()
    def a_wrong_passphrase(self) -> None:
        self.type_it("not this one")
        with pytest.raises(LockedError):
            step_texts(self.home)

    @rule()
    def backup(self) -> None:
        self.type_it()
        path = self.folder / f"backup{len(self.backups)}.zip"
        with ExitStack() as to_close:
            source = open_source(self.home, to_close)
            make_backup(source, slots_for(source, None), path)
        self.backups.append((path, self.model, self.secret))

    @precondition(lambda self: self.backups)
    @rule(data=st.data(), gone=st.booleans())
    def restore(self, data: st.DataObject, gone: bool) -> None:
        path, model, secret = data.draw(st.sampled_from(self.backups))
        if gone:
            shutil.rmtree(self.home)
            self.type_it(secret)
        else:
            self.type_it()
        here = restoring.look(self.home)
        self.type_it(secret) if gone or here.state != "whole" else None
        person.asker = Asker(lambda _: secret, lambda _: None, 1)
        with restoring.taken_apart(self.home, path, here) as arrived:
            if not gone:
                person.asker = Asker(lambda _: self.secret, lambda _: None, 1)
                person.known.clear()
            restoring.put_in(self.home, arrived, here, NOW)
        self.model = model
        if gone:
            self.secret = secret

    @rule()
    def export_and_import(self) -> None:
        self.type_it()
        with reading(self.home) as found:
            text = export_text(*take_all(found))
        there = self.folder / "there"
        with writing(there, NOW, lambda _: None) as store:
            put(store, read_export(BytesIO(text.encode())))
        with reading(there) as found:
            assert export_text(*take_all(found)) == text
        shutil.rmtree(there)

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        self.type_it()
        with opening.open_to_read(self.home) as store:
            assert held(store) == self.model.now
            standing = history.standing(history.load_entries(store))
        assert len(standing.changes) == len(self.model.done)
        assert len(standing.undos) == len(self.model.undone)

    def teardown(self) -> None:
        """Look at every page at the end."""
        self.type_it()
        with opening.open_to_write(self.home) as store:
            assert checking.damages(store.connection) == []
        shutil.rmtree(self.folder)


def held(store: Store) -> Contents:
    """Return what a store holds, each noun in the order in which it came."""

    def in_order(found: Iterable[Any]) -> list[Any]:
        return sorted(found, key=lambda record: int(record.id))

    return Contents(
        tuple(step.text for step in steps.load_all(store)),
        tuple(each.note for each in in_order(meetings.load_all(store))),
        tuple(each.note for each in in_order(urges.load_all(store))),
    )


def test_a_store_holds_what_a_plain_list_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "COST", 2)
    Life.TestCase.settings = settings(
        max_examples=EXAMPLES,
        stateful_step_count=TURNS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    Life.TestCase("runTest").debug()
    report(
        "random lives of a store, against a plain list", EXAMPLES,
        f"the same contents and history after each of {TURNS} turns",
    )  # fmt: skip
