"""`recoverplan plan --html FILE` on the command line."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from conftest import Run
from page_reading import PageRead
from whole.test_first_week import ALEX, enter


@pytest.fixture
def typed(run: Run) -> Run:
    """Enter the person of the examples through the command line."""
    enter(run, *ALEX)
    return run


def read(run: Run, folder: Path, *options: str, now: str | None = None) -> PageRead:
    """Write a page and read it back."""
    path = folder / "page.html"
    result = run("plan", "--html", str(path), "--force", *options, now=now)
    assert result.code == 0, result.err
    return PageRead(path.read_text(encoding="utf-8"))


def test_a_page_is_written_once_private_and_its_path_said(typed: Run, tmp_path: Path) -> None:
    page = tmp_path / "week.html"
    result = typed("plan", "--html", str(page))
    assert result.code == 0
    assert result.out == f"{page}\n"
    assert "Whoever opens the file can read it." in result.err
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    first = page.read_bytes()
    page.write_text("mine", encoding="utf-8")
    refused = typed("plan", "--html", str(page))
    assert refused.code == 1
    assert "--force" in refused.err
    assert page.read_text(encoding="utf-8") == "mine"
    assert typed("plan", "--html", str(page), "--force").code == 0
    assert page.read_bytes() == first


def test_a_link_is_not_followed(typed: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("mine", encoding="utf-8")
    page = tmp_path / "week.html"
    page.symlink_to(other)
    assert typed("plan", "--html", str(page)).code == 1
    assert typed("plan", "--html", str(page), "--force").code == 0
    assert other.read_text(encoding="utf-8") == "mine"
    assert not page.is_symlink()


def test_a_call_that_serves_several_hours_is_named_once(run: Run, tmp_path: Path) -> None:
    enter(
        run,
        "risk add|Nights|--when|mon 9pm-midnight",
        "risk add|Match|--when|mon 9-10pm",
        "contact add|Sam|--role|peer|--call|555-0114",
    )
    said = read(run, tmp_path).words
    assert said.count("Call Sam, 555-0114") == 1
    assert said.count("20:30 same call to Sam") == 2  # in its line, and opened


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--html", "week.html", "--risk", "Payday"), "--risk or --gaps"),
        (("--html", "week.html", "--gaps"), "--risk or --gaps"),
        (("--html", "week.html", "--json"), "either --json or a file"),
        (("--force",), "no file was named"),
        (("--html", "week.html", "--days", "0"), "1 to 366 days"),
    ],
)
def test_what_does_not_go_together_is_one_sentence_and_writes_nothing(
    typed: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    says: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = typed("plan", *options)
    assert result.code == 2
    assert says in result.err
    assert result.out == ""
    assert not (tmp_path / "week.html").exists()


def test_the_days_that_were_asked_for_are_on_it(typed: Run, tmp_path: Path) -> None:
    day = read(typed, tmp_path, "--today").words
    assert "Your day, Alex Monday 23 November" in day
    assert "Thanksgiving" not in day
    month = read(typed, tmp_path, "--days", "30").words
    assert "Your 30 days, Alex Mon 23 Nov to Tue 22 Dec" in month
    assert "Fri 11 Dec 5 to 11 pm Payday, high" in month
    year = read(typed, tmp_path, "--days", "366").said
    assert year.count("Payday") > 25
    past = read(typed, tmp_path, "--from", "2026-11-23", now="2026-11-25T12:00").words
    assert "Wednesday 25 November, 9 pm to midnight" in past
    assert "Mon 23 9 to midnight Nights alone, high 8:30 pm call Sam 11 to 12 open" in past


def test_it_is_the_same_page_whenever_it_is_made_but_for_what_comes_first(
    typed: Run, tmp_path: Path
) -> None:
    morning = read(typed, tmp_path, now="2026-11-23T10:00").words
    night = read(typed, tmp_path, now="2026-11-23T22:30").words
    assert morning.replace("10 am.", "10:30 pm.") == night


def test_an_empty_store_has_a_page_too_and_stays_empty(
    run: Run, home: Path, tmp_path: Path
) -> None:
    said = read(run, tmp_path).words
    assert "No hard hours are written down yet." in said
    assert "Your local emergency number: ________" in said
    assert not home.exists()


def test_whose_clock_it_is_is_said_where_that_is_a_question(typed: Run, tmp_path: Path) -> None:
    enter(
        typed,
        "contact add|Kim|--role|peer|--call|555-0141|--when|daily 6-9pm|--zone|Europe/Berlin",
        "contact pause|Priya",
    )
    said = read(typed, tmp_path).words
    assert "Kim every day 6–9 pm, Berlin time call 555-0141" in said
    assert "Priya" not in said


def test_the_clock_of_the_region_is_used(typed: Run, tmp_path: Path) -> None:
    enter(typed, "setup --region DE")
    said = read(typed, tmp_path).words
    assert "Monday 23 November, 21:00 to 00:00" in said
    assert not re.search(r"\d [ap]m\b", said)


def test_a_page_of_the_night_the_clocks_go_back(run: Run, tmp_path: Path) -> None:
    enter(
        run,
        "setup --timezone America/New_York --region US",
        "risk add|Late|--when|daily 12:30am-2:30am",
    )
    said = read(run, tmp_path, now="2026-10-30T12:00").words
    assert "Sun 1 12:30 to 2:30 am Late" in said


def test_a_call_that_was_made_is_named_as_done(run: Run, tmp_path: Path) -> None:
    enter(
        run,
        "setup|--region|US",
        "risk add|Nights|--when|daily 9pm-4am",
        "contact add|Sam|--role|peer|--call|555-0114|--when|daily 6-11pm",
    )
    run("contact", "log", "Sam", now="2026-11-23T20:10")
    said = read(run, tmp_path, "--days", "1", now="2026-11-23T20:20").words
    assert "done, 8:10 pm" in said.casefold()
    assert "8:30 pm" not in said
    # Not made, and Sam can't be reached any more: nothing is said of it, with no empty heading.
    said = read(run, tmp_path, "--days", "1", now="2026-11-24T23:30").words
    assert "8:30 pm" not in said
    assert "Check in" not in said
