"""A program that crashes with a key or a passphrase in memory leaves no core dump of it."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from rounds import TRACED
from secrets_given import PHRASE, cheap, lines

__all__ = ["cheap"]
pytestmark = [
    pytest.mark.live,
    pytest.mark.usefixtures("cheap"),
    pytest.mark.skipif(sys.platform != "linux", reason="looks where Linux says it"),
]
# Runs a command line, and at its end says what the system would do with a crash; then crashes.
CRASH = """
import ctypes, os, resource, sys
from recoverplan.store import keys
keys.COST = 2
sys.argv = ["recoverplan", *sys.argv[1:]]
from recoverplan.__main__ import main
code = main()
print(code, resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3),
      int(open("/proc/self/coredump_filter").read(), 16), file=sys.stderr, flush=True)
os.abort()
"""

# Runs a command line, and says where a key was in memory while a core could still be written.
LOOK = """
import resource, sys
from recoverplan.store import keys
early = []
def looked_at(name):
    does = getattr(keys, name)
    def looking(*arguments, **options):
        found = does(*arguments, **options)
        if resource.getrlimit(resource.RLIMIT_CORE)[0]:
            early.append(name)
        return found
    setattr(keys, name, looking)
for name in ("read_small", "read_copy", "new_key", "device_slot"):
    looked_at(name)
sys.argv = ["recoverplan", *sys.argv[1:]]
from recoverplan.__main__ import main
code = main()
print(code, *early, file=sys.stderr)
"""


def let_write_cores() -> None:
    """Let this process write core dumps, as far as it may."""
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))


def crashed(folder: Path, *arguments: str, descriptor: int = 0) -> list[int]:
    """Return exit code, limit, whether the process is dumpable, and which memory would be."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", CRASH, *arguments],
        cwd=folder, capture_output=True, text=True, check=False, pass_fds=[descriptor],
        preexec_fn=let_write_cores,
    )  # fmt: skip
    assert done.returncode < 0, done.stderr
    assert list(folder.iterdir()) == []
    return [int(word) for word in done.stderr.splitlines()[-1].split()]


def test_none_with_a_passphrase(run: Run, tmp_path: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    with lines(PHRASE) as given:
        assert run("lock", "set", "--yes", *given).code == 0
    with lines(PHRASE) as given:
        assert crashed(tmp_path / "cores", "step", "list", *given, descriptor=int(given[1])) == [
            0, 0, 0, 0,
        ]  # fmt: skip


def test_none_while_a_passphrase_is_set(run: Run, tmp_path: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    with lines(PHRASE) as given:
        assert crashed(
            tmp_path / "cores", "lock", "set", "--yes", *given, descriptor=int(given[1])
        ) == [0, 0, 0, 0]


def test_without_one_the_key_stays_out_of_dumps_too(run: Run, tmp_path: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    assert crashed(tmp_path / "cores", "step", "list")[::3] == [0, 0]
    assert crashed(tmp_path / "cores", "step", "list")[1] == 0


@pytest.mark.parametrize("anew", ["step add Tea --kind alone", "restore {plain} --yes"])
@pytest.mark.parametrize(
    "command",
    [
        "step list", "lock status", "doctor", "doctor --fix --yes", "backup {out} --plain-key",
        "restore {plain} --yes", "erase --history --yes", "erase --yes", "__complete bash step s",
    ],
)  # fmt: skip
def test_no_key_is_in_memory_before(
    run: Run, home: Path, tmp_path: Path, command: str, anew: str
) -> None:
    files = {"plain": tmp_path / "plain.zip", "out": tmp_path / "out.zip"}
    run("step", "add", "Walk", "--kind", "alone")
    run("backup", str(files["plain"]), "--plain-key")
    shutil.rmtree(home)
    for line in (anew, command):
        done = subprocess.run(
            [sys.executable, "-c", LOOK, *line.format(**files).split()],
            env={**os.environ}, capture_output=True, text=True, check=False,
            preexec_fn=let_write_cores,
        )  # fmt: skip
        assert done.stderr.splitlines()[-1] == "0"


@pytest.mark.skipif(TRACED, reason="tracing adds to what is counted")
def test_now_has_no_key_and_pays_nothing(run: Run, tmp_path: Path) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    script = (
        "import sys; sys.argv = ['recoverplan', 'now']\n"
        "from recoverplan.__main__ import main\n"
        "main()\n"
        "sys.exit(len({'resource', 'ctypes', 'hashlib', 'recoverplan.store'} & {*sys.modules}))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], env={**os.environ}, check=False)
    assert done.returncode == 0
