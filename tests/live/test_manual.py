"""The man pages, as `man` shows them."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from terminal import LONGEST

PAGES = Path(__file__).parents[2] / "man"
pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(shutil.which("man") is None, reason="man is not here"),
]


def shown(page: Path, *options: str) -> str:
    """Return a page as man shows it in 80 columns; warnings of roff would be on stderr."""
    done = subprocess.run(
        ["man", *options, "-l", str(page)],
        env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MAN_KEEP_FORMATTING": ""},
        capture_output=True, text=True, encoding="utf-8", check=True, timeout=LONGEST,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def test_man_shows_the_program_in_whole(tmp_path: Path) -> None:
    said = shown(PAGES / "recoverplan.1")
    for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "ENVIRONMENT"):
        assert f"\n{heading}\n" in f"\n{said}", heading
    assert "recoverplan [OPTION]... [COMMAND]" in said
    assert "recoverplan-contact(1)" in said
    assert "-V, --version" in said or "--version, -V" in said
    folder = tmp_path / "man1"
    folder.mkdir()
    shutil.copy(PAGES / "recoverplan.1", folder)
    by_name = subprocess.run(
        ["man", "-M", str(tmp_path), "recoverplan"],
        env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
        capture_output=True, text=True, encoding="utf-8", check=True, timeout=LONGEST,
    )  # fmt: skip
    assert by_name.stdout == said


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.1")), ids=lambda page: page.stem)
def test_every_page_is_shown_without_a_warning(page: Path) -> None:
    said = shown(page, "--warnings=w")
    assert "recoverplan" in said
    assert max(map(len, said.splitlines())) <= 100
