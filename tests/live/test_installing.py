"""What is given out is installed as people do, from the lock, and does what the README shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from whole.test_packaging import ROOT, build
from whole.test_readme import README, shown_by

pytestmark = pytest.mark.live

TOOLS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    return build(ROOT, tmp_path_factory.mktemp("wheel"))[1]


def locked(folder: Path) -> str:
    """Write the versions of the lock to a file that installers are held to, and return its path."""
    lock = (ROOT / "requirements-demo.lock").read_text("utf-8")
    versions = re.findall(r"^([a-z0-9-]+==[^\\\n]+)", lock, re.MULTILINE)
    assert len(versions) > 25
    (folder / "locked.txt").write_text("\n".join(versions), encoding="utf-8")
    return str(folder / "locked.txt")


def with_pipx(wheel: Path, folder: Path) -> None:
    """Install as pipx does."""
    ran(
        [sys.executable, "-m", "pipx", "install", "--python", sys.executable,
         f"--pip-args=--constraint={locked(folder)}", str(wheel)],
        PIPX_HOME=str(folder / "pipx"), PIPX_BIN_DIR=str(folder / "bin"),
    )  # fmt: skip


def with_uv(wheel: Path, folder: Path) -> None:
    """Install as uv does."""
    ran(
        [str(TOOLS / "uv"), "tool", "install", "--python", sys.executable, "--no-config",
         "--constraints", locked(folder), str(wheel)],
        UV_TOOL_DIR=str(folder / "uv"), UV_TOOL_BIN_DIR=str(folder / "bin"),
    )  # fmt: skip


def ran(command: list[str], **environment: str) -> None:
    """Run an installer; skip the test where there is no network, which is no fault of ours."""
    done = subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    said = f"{done.stdout}{done.stderr}"
    if done.returncode and not os.environ.get("CI"):
        for mark in ("resolution", "Could not find a version", "Failed to fetch", "connect"):
            if mark in said:
                pytest.skip("no network")
    assert done.returncode == 0, said


@pytest.mark.parametrize("install", [with_pipx, with_uv])
def test_the_five_minutes_of_the_readme(
    install: object, wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(install)
    install(wheel, tmp_path)
    program = tmp_path / "bin" / "recoverplan"
    assert program.exists()
    monkeypatch.setenv("RECOVERPLAN_NOW", "2026-11-23T21:40")
    monkeypatch.chdir(tmp_path)  # nothing of the repository is near
    assert shown_by([str(program)]) == README.read_text(encoding="utf-8")
