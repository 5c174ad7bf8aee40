"""Lists far beyond the limit, really written, of real rows: refused in bounded memory, and nothing
of them is kept."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from feeds import guide, needs_feeds, raw
from recoverplan.readers.meeting_list import MOST_BYTES
from rounds import ALL

pytestmark = [pytest.mark.live, needs_feeds]

SIZES = (MOST_BYTES + 1, *((1 << 30,) if ALL else ()))  # how much beyond is the same in kind
ROOM = 3 << 30
MOST_MB = 100  # of memory; what is kept of a list is not in it
IMPORT = (sys.executable, "-m", "recoverplan", "group", "import")
# A process begins with the memory of the one that started it: so a small one starts the import.
MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:]).returncode
with open(sys.argv[1], "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))
sys.exit(code)
"""
ZONE = ("--zone", "America/New_York", "--source", "huge")


def written(path: Path, size: int) -> Path:
    """Write a well-formed list of real rows, each once under every name, that is `size` long."""
    rows = ",".join(json.dumps(row) for row in raw(guide("oc-2023-09")))
    with path.open("w", encoding="utf-8") as file:
        file.write("[")
        for number in range(size // len(rows) + 1):
            file.write("," * bool(number) + rows.replace('"slug": "', f'"slug": "{number}-'))
        file.write("]")
    assert path.stat().st_size >= size
    return path


def imported(path: Path, way: str) -> tuple[int, str, float]:
    """Import by name, or from a pipe; return the exit code, what was said, MB of memory."""
    source = subprocess.Popen(["cat", str(path)], stdout=subprocess.PIPE) if way == "-" else None
    used = path.parent / "used"
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(used), *IMPORT, "-" if source else str(path), *ZONE],
        stdin=source.stdout if source else subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, check=False,
    )  # fmt: skip
    if source and source.stdout:
        source.stdout.close()
        source.wait()
    return done.returncode, done.stdout, float(used.read_text())


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted as Linux does")
@pytest.mark.parametrize("size", SIZES)
def test_a_list_beyond_the_limit_is_refused_and_leaves_nothing(
    run: Run, tmp_path: Path, size: int
) -> None:
    if shutil.disk_usage(tmp_path).free < ROOM:
        pytest.skip("there is no room for three gigabytes")
    assert run("step", "add", "Tea", "--kind", "alone").code == 0
    before = run("export", "--json").out
    path = written(tmp_path / "huge.json", size)
    try:
        for way in ("by name", "-"):
            code, said, most = imported(path, way)
            assert (code, "more than 512 MB: too much for a meeting list" in said) == (2, True)
            assert most < MOST_MB, way
            assert run("export", "--json").out == before
    finally:
        path.unlink()
    assert len(run("history", "--json").json["steps"]) == 1
