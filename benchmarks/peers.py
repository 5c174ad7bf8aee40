"""The same figures for other programs that people keep a day with, each with one entry.

khal (a calendar), todoman (tasks), jrnl (a journal) and Watson (time) are Python and are installed
into environments of their own; taskwarrior is C++, and is measured where it is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import venv
from collections.abc import Iterator
from contextlib import suppress
from math import inf
from pathlib import Path

from benchmarks.instructions import counted, run, surroundings
from benchmarks.startup import BARE

FOLDER = Path(__file__).parents[1] / ".venv-peers"
PEERS = {"khal": "khal", "todoman": "todoman", "jrnl": "jrnl", "watson": "td-watson"}
EVENT = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//made up//EN
BEGIN:{kind}
UID:one
DTSTAMP:20261123T100000Z
SUMMARY:Tea
{when}
END:{kind}
END:VCALENDAR
"""


def installed(name: str) -> Path:
    """Return the folder of a peer's programs, installing it there first if need be."""
    place = FOLDER / name
    if not (place / "ready").exists():
        venv.create(place, with_pip=True, clear=True)
        wanted = [PEERS[name], "setuptools<81"]  # Watson needs pkg_resources
        python = place / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *wanted], check=True)
        (place / "ready").touch()
    return place / "bin"


def version(name: str) -> str:
    """Return the version of an installed peer."""
    ask = f"from importlib.metadata import version; print(version({PEERS[name]!r}))"
    python = str(installed(name) / "python")
    return subprocess.run(
        [python, "-c", ask], check=True, capture_output=True, text=True
    ).stdout.strip()


def commands(home: Path) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """Yield each peer's everyday command with one entry in its store, made here."""
    env = surroundings(home)
    ics = home / "ics" / "mine"
    ics.mkdir(parents=True)
    (ics / "e.ics").write_text(EVENT.format(kind="VEVENT", when="DTSTART:20991123T100000Z"))
    khal = home / "khal.conf"
    khal.write_text(
        f"[calendars]\n[[mine]]\npath = {ics}\n[locale]\ntimeformat = %H:%M\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
        f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {home / 'khal.db'}\n"
    )
    yield "khal list", [str(installed("khal") / "khal"), "-c", str(khal), "list"], env
    tasks = home / "todo" / "mine"
    tasks.mkdir(parents=True)
    (tasks / "t.ics").write_text(EVENT.format(kind="VTODO", when="DUE:20991123T100000Z"))
    todo = home / "todo.py"
    todo.write_text(f"path = {str(home / 'todo' / '*')!r}\ncache_path = {str(home / 'c.db')!r}\n")
    yield "todoman list", [str(installed("todoman") / "todo"), "--config", str(todo), "list"], env
    jrnl = home / "jrnl.yaml"
    jrnl.write_text(f"journals:\n  default: {home / 'journal.txt'}\nversion: v4.2\n")
    (home / "journal.txt").write_text("[2026-11-23 10:00] Tea.\n")
    yield "jrnl -n 3", [str(installed("jrnl") / "jrnl"), "--config-file", str(jrnl), "-n", "3"], env
    watson = str(installed("watson") / "watson")
    hours = env | {"WATSON_DIR": str(home / "watson")}
    add = [watson, "add", "--from", "2026-11-23 09:00", "--to", "2026-11-23 10:00", "tea"]
    run(add, hours, terminal=False)
    yield "Watson log", [watson, "log", "--all", "--no-pager"], hours
    if shutil.which("task"):
        rc = home / "taskrc"
        rc.write_text(f"data.location={home / 'tasks'}\nconfirmation=off\n")
        tasks_env = env | {"TASKRC": str(rc)}
        run(["task", "add", "tea"], tasks_env, terminal=False)
        yield "taskwarrior list", ["task", "list"], tasks_env


def measured() -> list[tuple[str, float]]:
    """Return what each peer takes on a terminal: its name, the multiple of bare Python."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        bare = counted(BARE, surroundings(home))
        for said, command, env in commands(home):
            taken = counted(command, env, terminal=True)
            found.append((said, taken / bare))
    return found


def figures() -> list[tuple[str, float, float]]:
    """Return the ratios, which stand beside ours; none where nothing can be installed."""
    with suppress(OSError, subprocess.SubprocessError):
        return [(said, ratio, inf) for said, ratio in measured()]
    return []
