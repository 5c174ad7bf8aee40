"""What goes straight past Typer gives what it gives through Typer, to the byte."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from itertools import product
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_lines import commands
from conftest import Run, running
from drawn_examples import NAME
from recoverplan import __main__ as door
from recoverplan.cli import app, straight
from recoverplan.cli.commands import COMMANDS
from recoverplan.cli.declaring import Argument, Command, Context
from recoverplan.domain.text import clean
from recoverplan.store import keys
from rounds import rounds, some
from whole.test_first_week import ALEX, enter

LINES: tuple[tuple[str, ...], ...] = (
    (), ("plan",), ("plan", "--json"), ("plan", "--today"), ("PLAN", "--today", "--json"),
    ("card",), ("Card", "--json"), ("contact", "list"), ("Support",), ("safety", "--json"),
)  # fmt: skip
# These go no way past the door, or make what is of the moment: keys, a backup.
OWN_WAYS = {"now", "remind run", "backup", "lock set", "lock change", "lock rekey"}
# Every line both ways on one terminal; the two answers, each with its code, as JSON in a file.
BOTH_WAYS = """
import io, json, os, sys
from recoverplan import __main__ as door
from recoverplan.cli import app
answers = []
class Kept:
    def __init__(self, stream): self.stream, self.said = stream, []
    def write(self, text): self.said.append(text); return self.stream.write(text)
    def __getattr__(self, name): return getattr(self.stream, name)
real = sys.stdout, sys.stderr
lines = json.loads(sys.argv[1])
for words in lines:
    for plain in ([], ["--plain"]):
        for way in (door.main, lambda: app.run([*plain, *words])):
            sys.stdout, sys.stderr = map(Kept, real)
            sys.argv = ["recoverplan", *words, *plain]
            code = way()
            answers.append([code, "".join(sys.stdout.said), "".join(sys.stderr.said)])
open(os.environ["ANSWERS"], "w").write(json.dumps(answers))
"""


def nothing(run: Run, home: Path) -> None:
    """Leave everything as it is before the first command."""


def begun(run: Run, home: Path) -> None:
    enter(run, "setup --name Zoë --timezone Europe/London --region GB --about gambling")


def alex(run: Run, home: Path) -> None:
    enter(run, *ALEX)


def plainly(run: Run, home: Path) -> None:
    enter(run, *ALEX, "setup --plain")


def the_week_first(run: Run, home: Path) -> None:
    enter(run, *ALEX, "config|show|plan", "config|theme|light")


def right_now_first(run: Run, home: Path) -> None:
    enter(run, *ALEX, "config|show|now")


def wide_letters(run: Run, home: Path) -> None:
    enter(run, "setup --timezone Asia/Tokyo --region JP")
    enter(run, "risk add|仕事のあと|--when|daily 17:00-23:00|--level|high")
    enter(run, "contact add|Łukasz 🙂|--role|peer|--other|Signal, user.12|--per-week|2")


def damaged(run: Run, home: Path) -> None:
    enter(run, *ALEX)
    content = bytearray((home / "plan.db").read_bytes())
    content[100] ^= 1
    (home / "plan.db").write_bytes(content)


def keyless(run: Run, home: Path) -> None:
    enter(run, *ALEX)
    for name in keys.BOTH:
        (home / name).unlink()


STORES = (
    nothing, begun, alex, plainly, the_week_first, right_now_first, wide_letters, damaged, keyless,
)  # fmt: skip
Fill = Callable[[Run, Path], None]
STYLES: tuple[dict[str, str], ...] = ({}, {"NO_COLOR": "1"}, {"TERM": "dumb"})


def answered(way: Callable[[], int]) -> tuple[int, str, str]:
    """Return the exit code, stdout and stderr of a run in this process."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = way()
    return code, out.getvalue(), err.getvalue()


def same_both_ways(*words: str) -> tuple[int, str, str]:
    """Return what a line gives, the same at the door and through Typer."""
    before, sys.argv = sys.argv, ["recoverplan", *words]
    try:
        straight = answered(door.main)
    finally:
        sys.argv = before
    first, rest = door.split_globals(list(words))
    assert straight == answered(lambda: app.run(first + rest)), words
    return straight


@pytest.mark.parametrize("fill", STORES)
def test_piped_it_is_the_same(
    fill: Fill, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(run, home)
    for now in ("2026-11-23T10:00", "2026-11-24T22:00", "2026-03-08T01:59"):
        monkeypatch.setenv("RECOVERPLAN_NOW", now)
        for words in LINES:
            code, out, err = same_both_ways(*words)
            assert (code == 0) is bool(out)
            assert (code == 0) is not bool(err)
            assert same_both_ways("--plain", *words) == (code, out, err)


def test_what_comes_from_the_environment_is_complained_of_alike(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(run, home)
    for name, value in (
        ("RECOVERPLAN_NOW", "tomorrow-ish"), ("RECOVERPLAN_HOME", "/dev/null"),
        ("RECOVERPLAN_HOME", "/" + "x" * 300),
    ):  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            for words in LINES:
                code, out, err = same_both_ways(*words)
                assert (code, out) != (0, "")
                assert bool(code) is bool(err)


@given(NAME, NAME)
@settings(
    max_examples=rounds(20),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_it_is_the_same_whatever_was_typed(
    tmp_path_factory: pytest.TempPathFactory, label: str, name: str
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECOVERPLAN_HOME", str(tmp_path_factory.mktemp("person")))
        run = running(patch)
        run("risk", "add", "--when", "daily 9pm-1am", "--", clean(label))
        run("contact", "add", "--role", "peer", "--call", "555-0114", "--", clean(name))
        for words in LINES:
            same_both_ways(*words)


@pytest.mark.parametrize("columns", [40, 80, 132])
@pytest.mark.parametrize("fill", STORES)
def test_on_a_terminal_it_is_the_same(
    fill: Fill, columns: int, run: Run, home: Path, tmp_path: Path
) -> None:
    fill(run, home)
    for style in some(STYLES, 1):
        answers = on_terminal(tmp_path / "answers", columns, style)
        assert len(answers) == 4 * len(LINES)
        for (words, plain), here, typer in zip(
            product(LINES, ("", "--plain")), answers[::2], answers[1::2], strict=True
        ):
            assert here == typer, (words, plain)
    if fill is alex:
        assert any(
            "\x1b[" in str(out) for _, out, _ in on_terminal(tmp_path / "again", columns, {})
        )


def on_terminal(file: Path, columns: int, style: dict[str, str]) -> list[list[object]]:
    """Return the answers of BOTH_WAYS on a terminal so many columns wide."""
    child = pexpect.spawn(
        sys.executable,
        ["-c", BOTH_WAYS, json.dumps(LINES)],
        env={**os.environ, **style, "ANSWERS": str(file)},
        dimensions=(24, columns),
        timeout=120,
    )
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    answers: list[list[object]] = json.loads(file.read_text(encoding="utf-8"))
    return answers


@pytest.mark.parametrize(
    "words",
    [
        ("plan", "--jsn"), ("plan", "--today", "more"), ("card", "--today"), ("--json",), ("",),
        ("plan", "--"), ("plan", "--help"), ("plan", "--json=1"), ("plan", ""), ("pla",),
        ("plan", "--plain=1"), ("--store", "", "plan"), ("plan", "--store"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line_is_for_typer_to_say(words: tuple[str, ...]) -> None:
    same_both_ways(*words)


# Whatever could stand on a line, rightly or not: each word alone, and near to what it should be.
WORDS = (
    "plan", "PLAN", "Plan", "pla", "plans", "card", "CARD", "now", "help", "",
    "--json", "--jso", "--j", "--JSON", "--json=", "--json=1", "--no-json", "-j",
    "--today", "--toda", "--today=yes", "--to", "today",
    "--plain", "--plai", "--plain=1", "--days", "--days=3", "--day", "3", "--width", "46",
    "--help", "-h", "--hel", "-help", "--version", "-V", "-", "--", "---", "--store", "--store=",
    "--color", "--color=never", "never", "--passphrase-fd", "\N{COMBINING ACUTE ACCENT}", "-\u200b",
)  # fmt: skip
NEAR = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=3)).filter(lambda word: "\0" not in word),
    max_size=4,
)


@pytest.fixture(scope="module")
def somebody(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keep a person once for all lines."""
    folder = tmp_path_factory.mktemp("somebody")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECOVERPLAN_HOME", str(folder))
        patch.setenv("RECOVERPLAN_NOW", "2026-11-23T10:00")
        enter(running(patch), *ALEX)
    return folder


# What may stand beside what a command declares, rightly or not.
ODD = ("", "-", "--", "--json", "--json=1", "--plain", "-h", "--help", "1", "01", "-1", "٣", "x=y",
       "--no-json", "--jso", "a b", "--title", "--days", "9" * 12)  # fmt: skip


def declared() -> Iterator[tuple[tuple[str, ...], Command]]:
    """Yield every command that may go straight, with the words before what it takes."""
    for entry in COMMANDS:
        app = straight.app_of(entry.name)
        if app is None:
            continue
        if app.before is not None:
            yield (entry.name,), app.before
        for name, command in app.commands.items():
            yield (entry.name, name) if app.several else (entry.name,), command


DECLARED = tuple(declared())


def words_for(command: Command) -> list[str]:
    """Return the names of its options, each also with a text."""
    names = [name for one in command.takes() for name, _ in straight.names_of(one)]
    return [*names, *(f"{name}=2" for name in names)]


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Draw a line of a command, with what it takes and what it does not."""
    path, command = draw(st.sampled_from(DECLARED))
    own = words_for(command)
    word = st.sampled_from(own + list(ODD)) if own else st.sampled_from(ODD)
    path = tuple(draw(st.sampled_from((each, each.upper()))) for each in path)
    return [*path, *draw(st.lists(st.one_of(word, st.sampled_from(("3", "Sam"))), max_size=5))]


def done(way: Callable[[], object], patch: pytest.MonkeyPatch) -> list[object]:
    """Return which functions a way calls, with which values, below which command."""
    calls: list[object] = []

    def noted(command: Command, context: Context, values: Mapping[str, object]) -> None:
        below = getattr(context, "invoked_subcommand", None)
        calls.append((command.function, dict(values), below, context.obj))

    patch.setattr(Command, "run", noted)
    assert way() is None
    return calls


@given(lines())
@settings(max_examples=rounds(1000), deadline=None)
def test_typer_reads_what_goes_straight_as_it_is_read_there(words: list[str]) -> None:
    before, rest = door.split_globals(words)
    work = straight.read(rest, plain=bool(before))
    if work is None or "--plain=1" in before:
        return
    with pytest.MonkeyPatch.context() as patch:
        here = done(work, patch)
        assert here == done(lambda: app.obeyed([*before, *rest]), patch)
        assert here


def test_what_is_declared_goes_straight() -> None:
    """But for what asks Typer what there is."""
    only_typers = {entry.name for entry in COMMANDS if straight.app_of(entry.name) is None}
    assert only_typers == {"help"}
    kinds = straight.FLAGS | straight.TEXTS | straight.NUMBERS | straight.LISTS
    for path, command in DECLARED:
        for one in command.takes():
            assert one.kind in kinds, (path, one.name)
        given = [one for one in command.takes() if isinstance(one.info, Argument)]
        line = [*path, *("1" for _ in given)]
        assert straight.read(line, plain=False) is not None or len(path) == 1, path


def test_every_command_gives_the_same_both_ways(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    alex(run, home)
    (tmp_path / "files").mkdir()
    (tmp_path / "list.json").write_text("[]")
    shutil.copytree(tmp_path / "home", tmp_path / "as it was")

    def again(way: Callable[[], int]) -> tuple[int, str, str]:
        for name in ("home", "files"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
        shutil.copytree(tmp_path / "as it was", tmp_path / "home")
        (tmp_path / "files").mkdir()
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        return answered(way)

    well = 0
    for command in commands("files", "list.json"):
        words = [*command.name.split(), *command.takes]
        if straight.read(words, plain=False) is None or command.name in OWN_WAYS:
            continue
        here = again(lambda words=words: straight.run([], words))  # type: ignore[misc]
        assert here == again(lambda words=words: app.run(words)), words  # type: ignore[misc]
        well += here[0] == 0
    assert well > 60


RIGHT = st.lists(st.sampled_from(("--json", "--today", "--plain")), max_size=4)


@given(
    st.one_of(
        NEAR,
        st.builds(
            lambda name, words: [name, *words],
            st.sampled_from(("plan", "Card", "PLAN")),
            st.one_of(NEAR, RIGHT),
        ),
    )
)
@settings(max_examples=rounds(400), deadline=None)
def test_whatever_stands_on_a_line_both_ways_read_it_alike(
    somebody: Path, words: Sequence[str]
) -> None:
    # What goes straight to `now` or to completion never goes to Typer, by design.
    if not words or words[0].lower() in {"now", "__complete"}:
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECOVERPLAN_HOME", str(somebody))
        patch.setenv("RECOVERPLAN_NOW", "2026-11-23T10:00")
        patch.chdir(somebody)
        same_both_ways(*words)
