"""A store in a known state, and a command that is cut short in it, again and again.

After each run the same promises are looked at: nobody is locked out, nothing is damaged, what is
there is what was there before or what the whole command makes of it, `now` answers, and what the
command said of itself is so.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from conftest import Result, Run
from cutting import Cut, Place, cut_at, pairs_of, places, spread
from killing import CALLS_ASKED, report, runs
from recoverplan.home import EMERGENCY_CARD
from recoverplan.store import keys, ours
from recoverplan.words.files import NOTHING_CHANGED
from secrets_given import lines

LATER = ("step", "add", "Later", "--kind", "alone")
TRIES = 12  # of meeting one call
HELD = "one state or the other, whole; `now` answers; the ending told is the one that came to be"


class State(NamedTuple):
    """What a folder of the store comes to: the passphrase that opens it (None without), all that
    it holds, and what of it can be undone. A folder without a store: `content` is "".
    """

    secret: str | None
    content: str
    history: str


NO_STORE = State(None, "", "")


class Tried:
    """The folder of a store, and another beside it for files of the person."""

    def __init__(self, run: Run, home: Path) -> None:
        self.run = run
        self.home = home
        self.files = home.with_name("files")
        self.start = home.with_name("start")
        self.files.mkdir(exist_ok=True)

    def begin(self) -> None:
        """Remember the state that there is as the one to begin with."""
        self.start.mkdir()
        for folder in (self.home, self.files):
            if folder.exists():
                shutil.copytree(folder, self.start / folder.name)

    def again(self) -> None:
        """Put the state back."""
        for folder in (self.home, self.files):
            shutil.rmtree(folder, ignore_errors=True)
            if (self.start / folder.name).exists():
                shutil.copytree(self.start / folder.name, folder)

    def cut(
        self,
        command: tuple[str, ...],
        secrets: tuple[str, ...],
        check: Callable[[Cut], None],
        name: str = "",
    ) -> None:
        """Run the command to many an end; each is checked, and described where it is wrong."""
        # Once whole, here: what it loads the forks have from the first to the last then.
        self.again()
        with lines(*secrets) as given:
            self.run(*command, *given)
        self.again()
        known = pairs_of(places(command, secrets, (self.home, self.files)), CALLS_ASKED)
        number = missed = 0
        for place, fault in spread(known, runs("injected", 6, 2)):
            cut = self.met(place, fault, command, secrets)
            if not cut.at:
                missed += 1
                continue
            number += 1
            try:
                assert "an error of its own" not in cut.err
                self.answers_at_once()
                check(cut)
            except AssertionError as error:
                raise AssertionError(place, fault, cut, str(error)) from error
        assert missed <= max(2, number // 10), f"{missed} were not met, of {number + missed}"
        report(
            f"a call cut short: {name or command[0]}",
            number,
            HELD,
            of=len(known),
            part=" ".join(CALLS_ASKED),
        )

    def met(
        self, place: Place, fault: str, command: tuple[str, ...], secrets: tuple[str, ...]
    ) -> Cut:
        """Run the command from the state to begin with, to this end of one of its calls; more than
        once where it makes one call more or less than before, by chance.
        """
        for _ in range(TRIES):
            self.again()
            cut = cut_at(place, fault, command, secrets)
            if cut.at:
                break
        return cut

    def answers_at_once(self) -> None:
        """Hold that `now` answers, before anything else has opened the store."""
        before = (self.start / self.home.name / EMERGENCY_CARD).exists()
        said = self.run("now")
        assert said.code == 0
        assert "\n" in said.out.strip()
        if before and (self.home / EMERGENCY_CARD).exists():
            assert "911" in said.out
            assert "988" in said.out

    def with_secret(self, secret: str | None, *command: str) -> Result:
        """Run a command with a passphrase, None without."""
        if secret is None:
            return self.run(*command)
        with lines(secret) as given:
            return self.run(*command, *given)

    def opens(self, secret: str | None) -> bool:
        """Tell whether a secret opens the store."""
        done = self.with_secret(secret, "contact", "list", "--json")
        assert done.code in (0, 4), done.err
        return done.code == 0 and '"Sam"' in done.out

    def state(self, *secrets: str | None) -> State:
        """Return what the folder comes to: it opens without a secret, or with one of them alone."""
        if not (self.home / ours.STORE).exists():
            return NO_STORE
        found: list[State] = []
        for secret in dict.fromkeys((None, *secrets)):
            if found and found[0].secret is None:
                break
            done = self.with_secret(secret, "export", "--json")
            assert done.code in (0, 4), done.err
            if done.code == 0:
                history = self.with_secret(secret, "history", "--json")
                assert history.code == 0, history.err
                found.append(State(secret, done.out, history.out))
        assert len(found) == 1, f"{len(found)} of {secrets} open it"
        return found[0]

    def tidy(self, *kept: str) -> None:
        """Hold that nothing is left in the folder but what is in use, and the kept copies."""
        there = {path.name for path in self.home.iterdir()}
        assert there - ours.LIVE == {*kept}
        first, second = ((self.home / name).read_bytes() for name in keys.BOTH)
        assert first == second

    def goes_on(self, secret: str | None) -> None:
        """Hold that the store takes the next change, that nothing is damaged, and nothing left."""
        assert self.with_secret(secret, *LATER).code == 0
        assert "Later" in self.with_secret(secret, "step", "list").out
        looked = self.with_secret(secret, "doctor")
        assert looked.code == 0, looked.out
        left = {path.name for path in self.home.iterdir()} - ours.LIVE
        assert left <= {path.name for path in ours.older_copies(self.home)}

    def card(self) -> str:
        """Return the emergency card."""
        return (self.home / EMERGENCY_CARD).read_text(encoding="utf-8")


def ending(cut: Cut, state: State, before: State, after: State) -> None:
    """Hold that what a command said of itself is so.

    Its exit code says: 0 done, 7 done but not confirmed, any other that nothing was changed.
    """
    assert state in (before, after), "neither before nor after"
    if before == after:
        assert cut.code in (-9, 0, 1, 7)
    elif cut.code in (0, 7):
        assert state == after, "said to be done"
        assert NOTHING_CHANGED not in cut.err
    elif cut.code != -9:
        assert cut.code in (1, 4, 5)
        assert cut.err.strip()
        assert state == before, "said that nothing was changed"


def one_place(tried: Tried, command: tuple[str, ...], call: str) -> tuple[list[Place], Cut]:
    """Return the places of one call, and what comes of an error at the first of them."""
    found = [place for place in places(command, (), (tried.home,)) if place.call == call]
    tried.again()
    return found, cut_at(found[0], "error=EIO", command)
