"""`make` on odd machines: each is really set up, and make runs in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.live

ROOT = Path(__file__).parents[2]
NEEDED = (
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "Makefile",
    "LICENSES",
    "packaging",
    "src",
    "tools",
)
BUILDING = ("hatchling", "packaging", "pathspec", "pip", "pluggy", "trove-classifiers", "tomlkit")
TOOLS = ("sh", "make", "env", "cp", "rm", "cat", "mount", "unshare", "test")
READY = ".venv-demo/ready"
# What pip may have been told on a machine, in its file or in the environment.
ELSEWHERE = {
    "user": "true", "target": "{0}/target", "prefix": "{0}/prefix", "root": "{0}/root",
    "dry-run": "true", "no-binary": ":all:", "constraint": "{0}/none.txt", "python": "{0}/none",
}  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the project, with a list of the few packages that build it, so that it is quick."""
    folder = tmp_path / "a copy"
    for name in NEEDED:
        here = ROOT / name
        unneeded = shutil.ignore_patterns("__pycache__")
        if here.is_dir():
            shutil.copytree(here, folder / name, ignore=unneeded)
        else:
            folder.mkdir(exist_ok=True)
            shutil.copy(here, folder / name)
    lock = (ROOT / "requirements-demo.lock").read_text("utf-8")
    blocks = re.findall(r"^([a-z0-9-]+)==.*\n(?: .*\n)+", lock, re.MULTILINE)
    assert set(BUILDING) <= set(blocks)
    kept = [
        block[0]
        for block in re.finditer(r"^([a-z0-9-]+)==.*\n(?: .*\n)+", lock, re.MULTILINE)
        if block[1] in BUILDING
    ]
    (folder / "requirements-demo.lock").write_text("".join(kept), encoding="utf-8")
    return folder


def make(
    copy: Path, *before: str, target: str = READY, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run make in the copy; `before` is what it is run under."""
    return subprocess.run(
        [*before, "make", f"PY={sys.executable}", target]
        if "PATH" not in environment
        else [*before, "make", target],
        cwd=copy, env={**os.environ, **environment}, capture_output=True, text=True,
        timeout=500, check=False,
    )  # fmt: skip


def said(done: subprocess.CompletedProcess[str]) -> str:
    """Return what a person reads, as one line."""
    return " ".join(f"{done.stdout} {done.stderr}".split())


def only(tmp_path: Path, **programs: str) -> str:
    """Return a PATH with the tools that make needs and these programs, each a line of shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in TOOLS:
        if found := shutil.which(name):
            (folder / name).symlink_to(found)
    for name, line in programs.items():
        (folder / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    return str(folder)


def fetched(done: subprocess.CompletedProcess[str]) -> None:
    """Skip where the packages cannot be fetched, which is no fault of make's."""
    if "could not be fetched" in said(done) and not os.environ.get("CI"):
        pytest.skip("no network")


def test_pip_s_settings_lead_nothing_elsewhere(copy: Path, tmp_path: Path) -> None:
    given = {name: value.format(tmp_path) for name, value in ELSEWHERE.items()}
    file = tmp_path / ".config" / "pip" / "pip.conf"  # the user's own; HOME is tmp_path
    file.parent.mkdir(parents=True)
    rows = [f"{name} = {value}" for name, value in given.items()]
    file.write_text("\n".join(["[global]", *rows, ""]), encoding="utf-8")
    done = make(copy, **{f"PIP_{name.upper().replace('-', '_')}": v for name, v in given.items()})
    fetched(done)
    assert done.returncode == 0, said(done)
    assert not {path.name for path in tmp_path.iterdir()} & {"target", "prefix", "root"}
    assert not (tmp_path / ".local" / "lib").exists()
    python = copy / ".venv-demo" / "bin" / "python"
    asked = "import hatchling, recoverplan; print(hatchling.__file__, recoverplan.__file__)"
    found = subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True).stdout
    assert str(copy / ".venv-demo") in found
    assert str(copy / "src") in found
    assert (copy / READY).exists()


def test_a_folder_that_is_read_only(copy: Path) -> None:
    shell = (
        'mount --bind "$PWD" "$PWD" && mount -o remount,ro,bind "$PWD" && cd "$PWD" && exec "$@"'
    )
    if os.geteuid():
        copy.chmod(0o500)
        done = make(copy)
        copy.chmod(0o700)
    else:
        under = ("unshare", "--mount", "sh", "-c", shell, "sh")
        if subprocess.run([*under, "true"], cwd=copy, check=False).returncode:
            pytest.skip("this machine lets nobody make a folder read-only")
        done = make(copy, *under)
    assert done.returncode == 2
    assert f"You can't write in {copy}" in said(done)
    assert "Copy the folder to a place of your own" in said(done)
    assert "venv" not in said(done).replace(".venv", "")
    assert not (copy / ".venv-demo").exists()


def test_no_network(copy: Path) -> None:
    alone = ("unshare", "--net") if os.geteuid() == 0 else ("unshare", "--net", "--map-root-user")
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody take the network away")
    done = make(copy, *alone, PIP_RETRIES="0", PIP_NO_CACHE_DIR="1", PIP_FIND_LINKS="",
                PIP_EXTRA_INDEX_URL="")  # fmt: skip
    assert done.returncode == 2
    assert "The packages could not be fetched: there's no network" in said(done)
    assert "Traceback" not in said(done)
    assert not (copy / ".venv-demo").exists()


def test_a_package_that_was_changed_on_the_way(copy: Path) -> None:
    lock = copy / "requirements-demo.lock"
    text = re.sub(r"sha256:[0-9a-f]{8}", "sha256:00000000", lock.read_text("utf-8"))
    lock.write_text(text, encoding="utf-8")
    done = make(copy)
    fetched(done)
    assert done.returncode == 2
    assert "A package is not the one that requirements-demo.lock names" in said(done)
    assert not (copy / ".venv-demo").exists()


def test_no_venv(copy: Path, tmp_path: Path) -> None:
    """Debian parts it from the rest: the modules are there, what puts pip in is not."""
    (tmp_path / "parted").mkdir()
    (tmp_path / "parted" / "sitecustomize.py").write_text(
        "import sys\nsys.modules['ensurepip'] = None\n", encoding="utf-8"
    )
    python = f'PYTHONPATH="{tmp_path}/parted" exec "{sys.executable}" "$@"'
    done = make(copy, PATH=only(tmp_path, python3=python))
    assert done.returncode == 2
    assert "can't make environments: it has no venv, or no pip for it" in said(done)
    assert "sudo apt install python3-venv" in said(done)
    assert not (copy / ".venv-demo").exists()


def test_another_python_that_can_is_taken_before_the_first_that_cannot(
    copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "parted").mkdir()
    (tmp_path / "parted" / "sitecustomize.py").write_text(
        "import sys\nsys.modules['ensurepip'] = None\n", encoding="utf-8"
    )
    cannot = f'PYTHONPATH="{tmp_path}/parted" exec "{sys.executable}" "$@"'
    path = only(tmp_path, python3=cannot, **{"python3.12": f'exec "{sys.executable}" "$@"'})
    done = subprocess.run(
        ["make", "-n", READY], cwd=copy, env={**os.environ, "PATH": path},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "python3.12 tools/environment.py .venv-demo" in done.stdout


@pytest.mark.parametrize(
    "programs",
    [{}, {"python3": "exit 1"}, {"python3": "echo 'python3: not here'; exit 127"}],
    ids=["none", "old", "a shim"],
)
def test_no_python_that_is_new_enough(copy: Path, tmp_path: Path, programs: dict[str, str]) -> None:
    done = make(copy, PATH=only(tmp_path, **programs))
    assert done.returncode == 2
    assert "recoverplan needs Python 3.11 or newer on your PATH." in said(done)


def test_a_full_disk(copy: Path) -> None:
    shell = 'mkdir -p .venv-demo && mount -t tmpfs -o size=2m none .venv-demo && exec "$@"'
    under = ("unshare", "--mount", "sh", "-c", shell, "sh")
    if os.geteuid() or subprocess.run([*under, "true"], cwd=copy, check=False).returncode:
        pytest.skip("this machine lets nobody make a small disk")
    done = make(copy, *under)
    assert done.returncode == 2
    assert "The disk is full. Make some room" in said(done)
