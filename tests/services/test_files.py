"""Files that a person asked for: private, whole, never over another by chance."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from malicious import a_socket
from recoverplan.errors import CouldNotError
from recoverplan.services.files import write_file


def names(folder: Path) -> list[str]:
    """Return what is in a folder."""
    return [path.name for path in folder.iterdir()]


def test_a_file_is_private_and_nothing_else_stays(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    os.umask(0o022)
    write_file(folder / "card.html", b"hello", force=False)
    assert (folder / "card.html").read_bytes() == b"hello"
    assert stat.S_IMODE((folder / "card.html").stat().st_mode) == 0o600
    assert names(folder) == ["card.html"]


def test_what_is_there_is_refused_until_force(tmp_path: Path) -> None:
    path = tmp_path / "card.html"
    path.write_text("mine")
    with pytest.raises(CouldNotError) as refused:
        write_file(path, b"new", force=False)
    assert refused.value.hint is not None
    assert "--force" in refused.value.hint
    assert path.read_text() == "mine"
    write_file(path, b"new", force=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_never_followed(tmp_path: Path, there: bool) -> None:
    victim, link = tmp_path / "victim", tmp_path / "card.html"
    if there:
        victim.write_text("precious")
    link.symlink_to(victim)
    with pytest.raises(CouldNotError):
        write_file(link, b"new", force=False)
    write_file(link, b"new", force=True)
    assert not link.is_symlink()
    assert link.read_bytes() == b"new"
    assert victim.exists() is there
    assert not there or victim.read_text() == "precious"


def test_a_link_laid_in_the_way_of_the_passing_file_is_not_followed(tmp_path: Path) -> None:
    victim, path = tmp_path / "victim", tmp_path / "card.html"
    victim.write_text("precious")
    (tmp_path / f".card.html.{os.getpid()}.new").symlink_to(victim)
    with pytest.raises(CouldNotError):
        write_file(path, b"new", force=False)
    assert victim.read_text() == "precious"
    assert not path.exists()


def test_a_file_that_came_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "card.html"
    link = os.link

    def race(source: Path, target: Path) -> None:
        path.write_text("theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", race)
    with pytest.raises(CouldNotError):
        write_file(path, b"new", force=False)
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["card.html"]


def test_a_file_system_without_links_is_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_file(tmp_path / "card.html", b"new", force=False)
    assert (tmp_path / "card.html").read_bytes() == b"new"


@pytest.mark.parametrize("place", [".", "no/such/card.html"])
def test_a_place_that_takes_no_file_is_said(tmp_path: Path, place: str) -> None:
    with pytest.raises(CouldNotError):
        write_file(tmp_path / place, b"new", force=True)
    assert names(tmp_path) == []


def odd_files(folder: Path) -> list[Path]:
    """Make what is no plain file, and links to it."""
    pipe, link, to_null = folder / "pipe", folder / "link to a pipe", folder / "null"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    to_null.symlink_to("/dev/null")
    listening = folder / "socket"
    a_socket(listening)
    found = [pipe, link, to_null, listening, Path("/dev/null"), Path("/dev/stdout")]
    if os.geteuid() == 0:
        with suppress(OSError):
            os.mknod(folder / "disk", stat.S_IFBLK | 0o600, os.makedev(7, 250))
            found.append(folder / "disk")
    return found


def test_force_writes_over_plain_files_alone(tmp_path: Path) -> None:
    for path in odd_files(tmp_path):
        before = path.lstat()
        for force in (False, True):
            with pytest.raises(CouldNotError) as refused:
                write_file(path, b"new", force=force)
            assert "--force" not in str(refused.value.hint)
        assert (path.lstat().st_ino, path.lstat().st_mode) == (before.st_ino, before.st_mode)
    with pytest.raises(CouldNotError):
        write_file(Path("/dev/there-is-none"), b"new", force=True)
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "to a folder").symlink_to(folder)
    with pytest.raises(CouldNotError, match="is a folder"):
        write_file(tmp_path / "to a folder", b"new", force=True)
    if Path("/dev/shm").is_dir():
        with TemporaryDirectory(dir="/dev/shm") as name:
            write_file(Path(name) / "card.html", b"new", force=False)
