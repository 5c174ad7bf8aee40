"""Sheets and pictures on the command line: `card --pdf|--png`, `plan --pdf`, `risk map --pdf`."""

from __future__ import annotations

import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import recoverplan
import sheets
from conftest import Run
from recoverplan.writers.paper.compiling import on_computer
from whole.test_first_week import ALEX, enter
from whole.test_lazy_imports import imported

SHEETS = (
    ("card", "--pdf", "card.pdf"),
    ("plan", "--pdf", "week.pdf"),
    ("risk map", "--pdf", "map.pdf"),
    ("risk map --blank", "--pdf", "map.pdf"),
    ("card", "--png", "card.png"),
)


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples through the command line."""
    enter(run, *ALEX)
    return run


@pytest.mark.parametrize(("command", "option", "example"), SHEETS)
def test_a_file_is_written_once_private_and_its_path_said(
    typed: Run, tmp_path: Path, command: str, option: str, example: str
) -> None:
    path = tmp_path / "made"
    words = (*command.split(), option)
    result = typed(*words, str(path))
    assert result.code == 0
    assert result.out == f"{path}\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    first = path.read_bytes()
    assert first.startswith(b"%PDF-" if option == "--pdf" else b"\x89PNG")
    refused = typed(*words, str(path))
    assert (refused.code, refused.out) == (1, "")
    assert "--force" in refused.err
    assert typed(*words, str(path), "--force").code == 0
    assert path.read_bytes() == first
    folder = typed(*words, str(tmp_path))
    assert folder.code == 1
    assert str(tmp_path / example) in folder.err


@pytest.mark.parametrize(
    "line",
    [
        "card --pdf x.pdf --paper a5",
        "card --pdf x.pdf --copies 0",
        "card --pdf x.pdf --copies 51",
        "card --paper a4",
        "card --qr",
        "card --png x.png --qr",
        "card --pdf x.pdf --json",
        "card --png x.png --width 40",
        "card --force",
        "plan --paper a4",
        "plan --pdf x.pdf --paper legal",
        "plan --pdf x.pdf --gaps",
        "plan --pdf x.pdf --json",
        "risk map --paper a4",
        "risk map --pdf x.pdf --json",
        "risk map --force",
    ],
)
def test_what_does_not_go_together_is_refused_and_nothing_written(
    typed: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    result = typed(*line.split())
    assert result.code == 2
    assert result.out == ""
    assert len(result.err.splitlines()) in {1, 2}
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("region", "given", "width"), [("US", "", 215.9), ("DE", "", 210.0), ("US", "A4", 210.0)]
)
def test_the_paper_is_the_regions_unless_it_is_said(
    run: Run, tmp_path: Path, region: str, given: str, width: float
) -> None:
    assert run("setup", "--region", region, "--timezone", "UTC").code == 0
    for command in ("card", "plan"):
        path = tmp_path / f"{command}.pdf"
        paper = ("--paper", given) if given else ()
        assert run(command, "--pdf", str(path), *paper).code == 0
        (page,) = sheets.pages(path.read_bytes())
        assert sheets.size(page)[0] == pytest.approx(width, abs=0.1)


def test_several_files_are_written_together_or_not_at_all(typed: Run, tmp_path: Path) -> None:
    pdf, png = tmp_path / "card.pdf", tmp_path / "card.png"
    png.write_bytes(b"mine")
    refused = typed("card", "--pdf", str(pdf), "--png", str(png))
    assert refused.code == 1
    assert not pdf.exists()
    assert png.read_bytes() == b"mine"
    done = typed("card", "--pdf", str(pdf), "--png", str(png), "--force")
    assert done.out.splitlines() == [str(pdf), str(png)]


def test_what_is_on_it_is_what_was_typed_and_the_name_that_was_chosen(
    typed: Run, tmp_path: Path
) -> None:
    enter(typed, "contact edit|Dana|--card-name|D.", "contact edit|Priya|--off-card")
    card, week = tmp_path / "card.pdf", tmp_path / "week.pdf"
    assert typed("card", "--pdf", str(card), "--qr", "--copies", "1").code == 0
    said = sheets.said(card.read_bytes())
    assert "D. call 555-0136" in said
    assert "Dana" not in said
    assert "Priya" not in said
    (page,) = sheets.pages(card.read_bytes())
    assert sorted(sheets.codes(page)) == ["tel:5550114", "tel:5550136"]
    assert typed("plan", "--pdf", str(week)).code == 0
    shown = sheets.said(week.read_bytes())
    assert len(sheets.pages(week.read_bytes())) == 1
    for text in ("Your week, Alex", "8:30 pm call Sam", "Priya text 555-0127", "Dana"):
        assert text in shown
    assert "you could ask if until midnight" in shown


def test_what_cannot_be_printed_is_said_with_what_to_do(run: Run, tmp_path: Path) -> None:
    enter(run, "setup --region US --timezone UTC", "contact add|𒀀𒁀|--role|peer|--call|555-0101")
    enter(run, "contact add|Kim 🌻|--role|peer|--call|555-0102")
    result = run("card", "--pdf", str(tmp_path / "card.pdf"))
    assert result.code == 0
    assert 'Left out on paper: 🌻 in "Kim 🌻".' in result.err
    told = 'No font here has the Cuneiform letters of "𒀀𒁀"' in result.err
    assert told == (not on_computer("𒀀"))
    assert ("--card-name" in result.err) == told
    said = sheets.said((tmp_path / "card.pdf").read_bytes())
    assert "Kim call 555-0102" in said
    assert "555-0101" in said


def test_what_does_not_fit_is_said(run: Run, tmp_path: Path) -> None:
    enter(run, "setup --region US --timezone UTC")
    for number in range(14):
        enter(run, f"contact add|Person {number}|--role|peer|--call|555-01{number:02}")
    enter(run, f"contact edit|Person 0|--say|{'very long words ' * 80}")
    pdf, png = tmp_path / "card.pdf", tmp_path / "card.png"
    result = run("card", "--pdf", str(pdf), "--png", str(png))
    assert "Person 0 is on it without opening words" in result.err
    assert "It takes" in result.err
    assert "The picture has no room for: Person 13" in result.err
    assert all(f"Person {number} " in sheets.said(pdf.read_bytes()) for number in range(14))


def test_a_title_gives_roles_and_none_gives_none(typed: Run, tmp_path: Path) -> None:
    plain, titled = tmp_path / "plain.pdf", tmp_path / "titled.pdf"
    assert typed("card", "--pdf", str(plain)).code == 0
    assert typed("card", "--pdf", str(titled), "--title").code == 0
    assert sheets.metadata(plain.read_bytes())["Title"] == "Card"
    assert "family" not in sheets.said(plain.read_bytes())
    assert sheets.metadata(titled.read_bytes())["Title"] == "Support contacts"
    assert "Dana (family)" in sheets.said(titled.read_bytes())


@pytest.mark.parametrize("line", ["card", "plan", "risk map", "card --html {}/card.html"])
def test_what_sets_paper_is_loaded_only_for_it(typed: Run, tmp_path: Path, line: str) -> None:
    loaded = imported(tmp_path / "report", *line.format(tmp_path).split())
    assert not loaded & {"typst", "segno"}


def test_a_wheel_brings_templates_fonts_and_their_license(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        inside = set(opened.namelist())
    data = Path(recoverplan.__file__).parent / "data"
    for kept in (*(data / "paper").iterdir(), *(data / "fonts").iterdir()):
        assert f"recoverplan/data/{kept.parent.name}/{kept.name}" in inside
    assert "recoverplan/data/fonts/OFL.txt" in inside


@pytest.mark.parametrize("option", ["--pdf", "--ics"])
@pytest.mark.parametrize("place", ["there", "nowhere/week", "."])
def test_no_file_is_begun_where_another_cannot_be_written(
    typed: Run, tmp_path: Path, option: str, place: str
) -> None:
    (tmp_path / "there").write_text("mine", encoding="utf-8")
    first, other = tmp_path / "first", tmp_path / place
    result = typed("plan", "--html", str(first), option, str(other))
    assert (result.code, result.out) == (1, "")
    twice = typed("plan", "--html", str(first), option, str(first), "--force")
    assert (twice.code, twice.out) == (1, "")
    assert "named twice" in twice.err
    paper = typed("plan", "--html", str(first), "--pdf", str(tmp_path / "x"), "--paper", "a5")
    assert paper.code == 2
    assert {each.name for each in tmp_path.iterdir()} == {"there", "home"}


def test_a_name_of_pictures_alone_gives_way_to_the_number(run: Run, tmp_path: Path) -> None:
    run("risk", "add", "Nights", "--when", "daily 9pm-midnight")
    run("contact", "add", "🌻", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm")
    path = tmp_path / "week.pdf"
    assert run("plan", "--pdf", str(path)).code == 0
    said = sheets.said(path.read_bytes())
    assert "call 555-0114" in said
    assert "555-0114 can be reached until" in said
