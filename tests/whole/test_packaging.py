"""What is given out: the source archive, the wheel, and what they say about themselves."""

from __future__ import annotations

import email
import importlib.util
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email.message import Message
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PLACE: dict[str, Any] = PROJECT["tool"]["hatch"]["metadata"]["hooks"]["custom"]
LEFT_OUT = {".git", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__"}
LEFT_OUT |= {"dist", ".import_linter_cache", ".gitignore"}
HOST = re.compile(r"https?://|file:|--find-links|--index-url|/(opt|home|root|tmp|work)/")


class Built(NamedTuple):
    """The source archive and the wheel, and the archive's files laid out."""

    archive: Path
    wheel: Path
    source: Path


def build(root: Path, folder: Path) -> tuple[Path, Path]:
    """Build the source archive and the wheel of what lies in `root`."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=root, check=True, capture_output=True,
    )  # fmt: skip
    (archive,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return archive, wheel


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build once."""
    folder = tmp_path_factory.mktemp("built")
    archive, wheel = build(ROOT, folder)
    with tarfile.open(archive) as packed:
        packed.extractall(folder / "source", filter="data")
    (source,) = (folder / "source").iterdir()
    return Built(archive, wheel, source)


def files(root: Path) -> set[str]:
    """Return the project's files below a folder, as paths in it; what tools leave there is not."""
    found = set()
    for path in root.rglob("*"):
        inner = path.relative_to(root)
        aside = LEFT_OUT & set(inner.parts) or any(
            part.startswith((".venv", ".coverage", ".mutants")) for part in inner.parts
        )
        if path.is_file() and not aside:
            found.add(inner.as_posix())
    return found


def metadata(wheel: Path) -> Message:
    """Return what the wheel says about itself."""
    with zipfile.ZipFile(wheel) as packed:
        (name,) = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
        return email.message_from_bytes(packed.read(name))


def description(wheel: Path) -> str:
    """Return the README as an index shows it."""
    payload = metadata(wheel).get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode("utf-8")


def test_the_source_archive_has_all_that_builds_and_tests_it(built: Built) -> None:
    assert files(built.source) - {"PKG-INFO"} == files(ROOT)
    for path in (".ci/run", "Makefile", "requirements.lock", "tests/conftest.py", "tools/demo.py",
                 "benchmarks/__main__.py", "packaging/metadata.py"):  # fmt: skip
        assert (built.source / path).is_file(), path


def test_the_wheel_out_of_the_archive_is_the_same_to_the_byte(built: Built, tmp_path: Path) -> None:
    archive, wheel = build(built.source, tmp_path)
    assert wheel.read_bytes() == built.wheel.read_bytes()
    assert archive.read_bytes() == built.archive.read_bytes()


def test_the_wheel_has_the_whole_package_and_nothing_else(built: Built) -> None:
    with zipfile.ZipFile(built.wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
    pages = {name for name in names if ".data/" in name}
    assert names - pages == {f"recoverplan/{name}" for name in files(ROOT / "src" / "recoverplan")}
    assert {name.partition(".data/data/")[2] for name in pages} == {
        f"share/man/man1/{name}" for name in files(ROOT / "man")
    }


def test_the_licenses_are_in_the_wheel(built: Built) -> None:
    said = metadata(built.wheel)
    assert said["License-Expression"] == "MIT AND OFL-1.1"
    assert said.get_all("License-File") == ["LICENSES/MIT.txt", "LICENSES/OFL-1.1.txt"]
    with zipfile.ZipFile(built.wheel) as packed:
        inside = "recoverplan-{}.dist-info/licenses/LICENSES/OFL-1.1.txt".format(said["Version"])
        terms = packed.read(inside).decode("utf-8")
        beside = packed.read("recoverplan/data/fonts/OFL.txt").decode("utf-8")
    assert beside.endswith(terms)
    assert "Google LLC" in beside
    assert (ROOT / "LICENSE").read_bytes() == (ROOT / "LICENSES" / "MIT.txt").read_bytes()


def test_every_file_says_its_license(built: Built) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reuse", "--root", str(built.source), "lint"],
        env={**os.environ, "REUSE_ENCODING_MODULE": "charset_normalizer"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def test_the_readme_s_links_work_away_from_the_repository(built: Built) -> None:
    text = description(built.wheel)
    links = re.findall(r"!?\[[^\]]*\]\(([^)\s]+)\)", text)
    assert len(links) > 15
    assert all(link.startswith("https://") for link in links), links
    version = metadata(built.wheel)["Version"]
    for way in ("shown", "raw"):
        before = f"{PLACE['repository']}/{PLACE[way].format(version=version)}/"
        paths = [link.removeprefix(before) for link in links if link.startswith(before)]
        assert paths
        assert all((ROOT / path).is_file() for path in paths), paths


def test_the_project_s_links_come_from_one_place(built: Built) -> None:
    urls = metadata(built.wheel).get_all("Project-URL", [])
    names = {url.partition(", ")[0] for url in urls}
    assert names == {"Homepage", "Issues", "Documentation", "Changelog", "Security"}
    assert all(url.partition(", ")[2].startswith(PLACE["repository"]) for url in urls)
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert text.count(PLACE["repository"]) == 1
    assert (ROOT / "SECURITY.md").is_file()


def test_the_owner_filled_in_where_the_project_lives() -> None:
    module = importlib.util.spec_from_file_location("metadata", ROOT / "packaging" / "metadata.py")
    assert module is not None
    assert module.loader is not None
    hook = importlib.util.module_from_spec(module)
    module.loader.exec_module(hook)
    waiting = hook.unfilled(PLACE)
    if waiting:
        where = "[tool.hatch.metadata.hooks.custom] in pyproject.toml"
        pytest.skip(f"for the owner to fill in, in {where}: {', '.join(waiting)}")


def test_no_version_is_claimed_that_nothing_supports() -> None:
    versions = [
        name.rpartition(" ")[2]
        for name in PROJECT["project"]["classifiers"]
        if re.search(r":: 3\.\d+$", name)
    ]
    assert versions[0] == PROJECT["project"]["requires-python"].removeprefix(">=")
    minors = [int(version.partition(".")[2]) for version in versions]
    assert minors == list(range(minors[0], minors[0] + len(minors)))


@pytest.mark.parametrize(
    "lock", sorted(ROOT.glob("requirements*.lock")), ids=lambda path: path.stem
)
def test_the_locks_name_no_host_and_no_place(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not HOST.search(text)
    pinned = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    needed = {re.split(r"[<>=\[]", one)[0] for one in PROJECT["project"]["dependencies"]}
    assert needed <= pinned
    assert text.count("--hash=sha256:") >= len(pinned)


def test_the_lowest_lock_has_the_floors_that_are_promised() -> None:
    text = (ROOT / "requirements-lowest.lock").read_text("utf-8")
    for one in PROJECT["project"]["dependencies"]:
        name, floor = re.match(r"([a-z0-9-]+)>=([0-9.]+)", one).groups()  # type: ignore[union-attr]
        (pinned,) = re.findall(rf"^{name}==([0-9.]+)", text, re.MULTILINE)
        assert pinned.removesuffix(".0") == floor.removesuffix(".0") or pinned.startswith(
            f"{floor}."
        ), name
