"""What holds of every command there is, found from the commands: text that comes from anyone moves
no terminal, and nothing is asked of the network.
"""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from unicodedata import normalize

import pexpect
import pytest

from command_lines import Command, commands
from conftest import Run
from recoverplan.domain.text import TAKEN_OUT
from rounds import its_turn
from terminal import LONGEST

HOSTILE = (
    "=cmd\x1b[31m[red]\u202eevil[/]\x01\x9b2J\nsecond\x1b]8;;http://x\x07 line\udcff",
    "\x1b]52;c;aGk=\x07+1\u2066\x7f</b><script>alert(1)</script>\r\nBEGIN:VEVENT",
    " \uff1d1+1\u200e\t@x\x85\u2028[/][bold",
)
LIST = [{"slug": "a", "name": HOSTILE[0][:-1], "day": 2, "time": "19:00", "notes": HOSTILE[1],
         "city": HOSTILE[2], "types": ["O", HOSTILE[1]], "location": HOSTILE[0][:-1]}]  # fmt: skip
OBEYED = {chr(code) for code in TAKEN_OUT} - {"\n"}
STAYS = {"lock set", "lock change", "lock rekey", "lock remove"}  # half a second of work each
GUARD = """
import io, json, os, sys
WATCHED = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind",
           "socket.sendto", "urllib.Request", "http.client.connect")
seen, line = [], []
OWN_BUS = os.environ["XDG_RUNTIME_DIR"] + "/bus"

def hook(event, given):
    # A network's address is a tuple, a socket's of this machine a path.
    if event == "socket.connect" and line[:1] == ["remind"] and given[1] == OWN_BUS:
        return
    if event in WATCHED:
        seen.append((event, list(line)))

sys.addaudithook(hook)
from recoverplan.__main__ import main
for line in json.loads(sys.argv[1]):
    sys.argv, sys.stdin = ["recoverplan", *line], io.StringIO()
    print(main(), *line, file=sys.stderr)
print(json.dumps(seen))
"""


@pytest.fixture
def every(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    monkeypatch.chdir(tmp_path)  # some of the texts are names of files
    listed = tmp_path / "list.json"
    listed.write_text(json.dumps(LIST), encoding="utf-8")
    (tmp_path / "files").mkdir()
    return commands(str(tmp_path / "files"), str(listed))


def test_no_text_in_any_option_of_any_command_moves_the_terminal(
    run: Run, every: list[Command], tmp_path: Path
) -> None:
    text = cycle(HOSTILE)
    taken = 0
    for one in every:
        words = one.name.split()
        if one.name in STAYS or words[-1] == "erase":
            continue
        lines = [(*words, *one.takes)]
        lines += [
            (*words, *one.takes, option, next(text))
            for place, option in enumerate(one.options)
            if its_turn(place)
        ]
        if one.takes:
            lines.append((*words, next(text), *one.takes[1:]))
        if words[-1] in {"import", "restore", "remove"}:
            lines = [(*words, next(text), "--yes")]
        for line in lines:
            done = run(*line)
            assert not OBEYED & set(done.out + done.err), line
            taken += done.code == 0
    assert taken > 40  # most of it was kept
    read_everything(run, every, tmp_path)


def read_everything(run: Run, every: list[Command], tmp_path: Path) -> None:
    """Look at what was kept, in each way that there is."""
    seen = 0
    for one in every:
        words = one.name.split()
        if words[-1] not in {"list", "show", "find", "map", "ask"} and len(words) > 1:
            continue
        if one.name in {"export", "import", "backup", "restore", "erase", "undo", "redo", "setup"}:
            continue
        for way in ((), ("--json",)):
            for before in ((), ("--plain",)):
                done = run(*before, *words, *one.takes, *way)
                assert not OBEYED & set(done.out + done.err), (before, words, way)
                seen += done.code == 0
    assert seen > 40
    assert run("export", "--csv", str(tmp_path / "tables")).code == 0
    for path in (tmp_path / "tables").iterdir():
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"))):
            for cell in row:
                shown = normalize("NFKC", cell).strip()
                assert shown.isdecimal() or not shown.startswith(("=", "+", "-", "@")), path.name
    assert run("card", "--html", str(tmp_path / "card.html")).code == 0
    page = (tmp_path / "card.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert not OBEYED & set(page)


def test_every_command_is_known_in_any_case(run: Run, every: list[Command]) -> None:
    for command in every:
        wanted = run(*command.name.split(), "--help")
        assert wanted.code == 0, command
        for written in (command.name.upper(), command.name.title()):
            assert run(*written.split(), "--help") == wanted, written
            assert run("--plain", *written.split(), "--help") == wanted, written
    assert run("Contat").err == 'There is no command "contat".\nDid you mean contact?\n'
    assert run("Contact", "Liste").err.startswith('There is no command "liste".')


def test_the_history_says_what_was_done_and_not_that_something_changed(
    run: Run, every: list[Command]
) -> None:
    before: list[int] = []
    named = []
    for one in every:
        if one.name.startswith(("restore", "erase", "import")):
            continue
        run(*one.name.split(), *one.takes)
        history = run("history", "--json")
        steps = history.json["steps"] if history.code == 0 else []
        new = [step for step in steps if step["id"] not in before]
        before += [step["id"] for step in new]
        named += [one.name for _ in new]
        for step in new:
            assert step["what"] != "a change", one.name
            assert not step["what"].startswith("changed"), (one.name, step["what"])
    assert {"treatment pause", "contact pause", "risk done", "group decide"} <= set(named)


def test_no_screen_moves_the_terminal(run: Run, every: list[Command]) -> None:
    """On a real terminal, one that takes no styles: all that moves it came from a text."""
    text = cycle(HOSTILE)
    for one in every:
        if one.name in STAYS or one.name.split()[-1] in {"import", "restore", "remove", "erase"}:
            continue
        for option in one.options:
            run(*one.name.split(), *one.takes, option, next(text))
    reading = {"list", "show", "map", "chart"}
    lines = [[*one.name.split(), *one.takes] for one in every if one.name.split()[-1] in reading]
    lines += [["plan"], ["card"], ["review"], ["support"], ["today"], ["now"]]
    given = [sys.executable, "-c", GUARD, json.dumps(lines)]
    seen = b""
    child = pexpect.spawn(given[0], given[1:], env={**os.environ, "TERM": "dumb"}, timeout=LONGEST)
    while not child.eof():
        try:
            seen += child.read_nonblocking(65536)
        except pexpect.EOF:
            break
    shown = seen.decode().replace("\r\n", "\n")
    assert shown.count("\n0 ") > len(lines) / 2
    assert not OBEYED & set(shown)


def all_lines(every: list[Command]) -> list[list[str]]:
    """Return a line of every command, setup first."""
    lines = [["setup", "--name", "Alex", "--region", "US", "--timezone", "America/New_York"]]
    lines += [[*one.name.split(), *one.takes] for one in every if one.name not in STAYS]
    return [
        *lines,
        ["export", "--csv", "x", "--force"],
        ["export", "--sqlite", "y", "--force"],
        ["--help"],
        [],
    ]


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return how each line ended."""
    return [row.split()[0] for row in done.stderr.splitlines() if row[:1].isdigit()]


def test_no_command_asks_anything_of_the_network(every: list[Command]) -> None:
    lines = all_lines(every)
    done = guarded(lines)
    assert json.loads(done.stdout.splitlines()[-1]) == []
    assert len(codes(done)) >= len(lines)
    assert codes(done).count("0") > len(lines) // 2


def test_every_command_does_the_same_where_there_is_no_network(
    every: list[Command], home: Path
) -> None:
    alone = ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--net", "--map-root-user")
    tool = shutil.which("unshare")
    if not tool or subprocess.run([*alone, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody take the network away")
    lines = all_lines(every)
    there = guarded(lines)
    shutil.rmtree(home, ignore_errors=True)
    assert codes(guarded(lines, *alone)) == codes(there)


def test_the_hook_would_see_it() -> None:
    line = ["group", "import", "https://localhost:9/list.json", "--zone", "UTC"]
    assert json.loads(guarded([line]).stdout.splitlines()[-1])


def guarded(lines: list[list[str]], *before: str) -> subprocess.CompletedProcess[str]:
    """Run command lines in one process of their own, under a hook that sees what is asked."""
    return subprocess.run(
        [*before, sys.executable, "-c", GUARD, json.dumps(lines)],
        capture_output=True, text=True, check=True, errors="replace",
    )  # fmt: skip
