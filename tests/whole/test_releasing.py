"""What a release asks for before it builds anything, and the recipes for other packagers."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
RECIPES = sorted(path for path in (ROOT / "packaging").glob("*/*") if path.suffix != ".pyc")
READERS = {
    "PKGBUILD": (["bash", "-n"], ["shellcheck"]),
    "package.nix": (["nix-instantiate", "--parse"],),
    "recoverplan.rb": (["ruby", "-c"],),
}


@pytest.fixture
def release() -> ModuleType:
    """Return the tool as a module of its own, which a test may point elsewhere."""
    found = importlib.util.spec_from_file_location("release", ROOT / "tools" / "release.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path, release: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a small repository with what the tool looks at."""
    folder = tmp_path / "project"
    (folder / "src" / "recoverplan").mkdir(parents=True)
    for name in ("pyproject.toml", "CHANGELOG.md", "src/recoverplan/__init__.py"):
        shutil.copy(ROOT / name, folder / name)
    monkeypatch.setattr(release, "ROOT", folder)
    monkeypatch.setattr(release, "VERSION_FILE", folder / "src" / "recoverplan" / "__init__.py")
    monkeypatch.setattr(release, "DIST", folder / "dist")
    git(folder, "init", "--quiet")
    keep(folder)
    return folder


def git(folder: Path, *arguments: str) -> None:
    """Run git as nobody in particular."""
    nobody = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org")
    subprocess.run(["git", *nobody, *arguments], cwd=folder, check=True, capture_output=True)


def keep(folder: Path) -> None:
    """Commit everything."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "As it is")


def change(path: Path, *pairs: tuple[str, str]) -> None:
    """Put something else into a file."""
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def fill_in(folder: Path) -> None:
    """Do what an owner does before the first release."""
    change(
        folder / "pyproject.toml",
        ("https://example.org/recoverplan", "https://code.test/recoverplan"),
        ("security@example.org", "security@code.test"),
    )
    change(
        folder / "CHANGELOG.md",
        ("## [Unreleased]\n", "## [Unreleased]\n\n## [0.1.0] - 2026-12-01\n"),
    )


def test_all_that_is_missing_is_named_at_once_and_nothing_is_built(
    release: ModuleType, project: Path
) -> None:
    (project / "new").write_text("not committed", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        release.release("0.3.0")
    said = str(ended.value)
    for part in (
        "The source says 0.1.0: write 0.3.0 into __init__.py",
        'has no heading "## [0.1.0] - ',
        "still has changes that are not released",
        "`repository` in pyproject.toml is still a placeholder: https://example.org/recoverplan",
        "`contact` in pyproject.toml is still a placeholder",
        "Something is not committed",
    ):
        assert part in said
    assert not (project / "dist").exists()


@pytest.mark.parametrize("wanted", ["1.0", "v0.1.0", "0.1.0rc1", "next"])
def test_a_version_is_three_numbers(release: ModuleType, project: Path, wanted: str) -> None:
    with pytest.raises(SystemExit, match=f"{wanted} is no version: three numbers"):
        release.refuse_unready(wanted)


def test_what_is_ready_is_let_through_once(release: ModuleType, project: Path) -> None:
    fill_in(project)
    keep(project)
    release.refuse_unready("0.1.0")
    release.refuse_unready("")
    git(project, "tag", "v0.1.0")
    with pytest.raises(SystemExit, match=r"v0\.1\.0 is released already"):
        release.refuse_unready("0.1.0")


def test_a_build_that_differs_ends_it(
    release: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter("ab")

    def build(*command: object, cwd: Path = project, **_: str) -> str:
        if "build" in command:
            folder, letter = Path(str(command[-1])), next(times)
            (folder / "it.whl").write_text("same", encoding="utf-8")
            (folder / "it.tar.gz").write_text(letter, encoding="utf-8")
        return ""

    monkeypatch.setattr(release, "run", build)
    with pytest.raises(SystemExit, match=r"Built twice, it\.tar\.gz is not the same"):
        release.built_twice()


@pytest.mark.live
def test_what_is_committed_is_built_twice_the_same(release: ModuleType, tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("no repository: this is an archive")
    archive, wheel = release.built_twice()
    assert archive.name == f"recoverplan-{release.version()}.tar.gz"
    assert wheel.name == f"recoverplan-{release.version()}-py3-none-any.whl"


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.name)
def test_each_recipe_can_be_read_by_what_reads_it(
    release: ModuleType, recipe: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "recoverplan-0.1.0.tar.gz"
    archive.write_bytes(b"an archive")
    package: dict[str, Any] = {"name": "typer", "version": "0.28.0"}
    package |= {"sdist": {"url": "https://x.test/typer.tar.gz", "hashes": {"sha256": "ab" * 32}}}
    given = release.known_at_release(archive, [package])
    (tmp_path / recipe.name).write_text(
        release.filled(recipe.read_text("utf-8"), given), encoding="utf-8"
    )
    text = (tmp_path / recipe.name).read_text("utf-8")
    assert given["ARCHIVE"] in text
    assert given["SHA256"] in text or given["HASH"] in text
    for command in READERS[recipe.name]:
        if shutil.which(command[0]):
            done = subprocess.run(
                [*command, recipe.name], cwd=tmp_path, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr


def test_what_a_release_does_not_know_is_an_error(release: ModuleType) -> None:
    with pytest.raises(KeyError):
        release.filled("pkgver=@NOBODY_KNOWS@", {})


def test_an_audit_that_asked_nobody_is_no_clean_bill(
    release: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = '{"dependencies": [{"name": "typer", "skip_reason": "not found"}]}'
    faulty = (
        '{"dependencies": [{"name": "typer", "version": "1", "vulns":'
        ' [{"id": "X-1", "fix_versions": ["2"]}]}, {"name": "rich", "skip_reason": "no"}]}'
    )
    answers = iter([("", "no network"), (unknown, ""), (faulty, "")])

    def ask(*_: object, **__: object) -> subprocess.CompletedProcess[str]:
        out, err = next(answers)
        return subprocess.CompletedProcess([], 1, out, err)

    monkeypatch.setattr(subprocess, "run", ask)
    assert release.audit() is False
    assert release.audit() is False
    assert capsys.readouterr().out.count("NOT AUDITED") == 2
    with pytest.raises(SystemExit, match="typer 1: X-1"):
        release.audit()
    assert "NOT AUDITED, the database does not know them: rich" in capsys.readouterr().out


def test_the_tool_says_what_it_can_do() -> None:
    done = subprocess.run(
        [sys.executable, "tools/release.py", "recipes"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0 or "build it first, with make release" in done.stderr
