"""Run the short suite on every other Python that this machine has, each in its own environment.

The full suite runs on the first one; here are the tests that need no terminal, browser or kill.
Pythons are looked for on the PATH and where pyenv keeps them; nothing is downloaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import which

ROOT = Path(__file__).parents[1]
OLDEST = (3, 11)


def others() -> dict[str, str]:
    """Return an interpreter for each version that is new enough and not this one."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    paths = [*sorted(pyenv.glob("versions/*/bin/python3"), reverse=True)]
    paths += [Path(name) for number in range(11, 30) if (name := which(f"python3.{number}"))]
    found: dict[str, str] = {}
    for path in paths:
        version = version_of(path)
        if version and version >= OLDEST and version != sys.version_info[:2]:
            found.setdefault("{}.{}".format(*version), str(path))
    return dict(sorted(found.items(), key=lambda item: int(item[0].partition(".")[2])))


def version_of(path: Path) -> tuple[int, int] | None:
    """Return the version of a CPython that can make environments, None for anything else."""
    ask = "import ensurepip, sys, venv; print(sys.implementation.name, *sys.version_info[:2])"
    done = subprocess.run([path, "-c", ask], capture_output=True, text=True, check=False)
    name, *numbers = done.stdout.split() or [""]
    return (int(numbers[0]), int(numbers[1])) if name == "cpython" else None


def main() -> None:
    """Set up and test each; end with which ones failed."""
    failed = []
    pythons = others()
    print(f"Beside {sys.version.split()[0]} there are here: {', '.join(pythons) or 'no others'}.")
    for version, path in pythons.items():
        folder = f".venv-{version}"
        print(f"Python {version}, {path}", flush=True)
        steps = (
            [path, "tools/environment.py", folder, "requirements.lock"],
            [f"{folder}/bin/python", "-m", "pytest", "-n", "auto", "-m", "not live"],
        )
        if any(subprocess.run(step, cwd=ROOT, check=False).returncode for step in steps):
            failed.append(version)
    if failed:
        sys.exit(f"Failed on Python {', '.join(failed)}.")


if __name__ == "__main__":
    main()
