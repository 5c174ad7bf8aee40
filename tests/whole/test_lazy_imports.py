"""Which modules a hot command may import: start-up is what people feel."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from conftest import Run
from terminal import LONGEST

# Runs a command line as the door does, then writes down what was imported beyond bare Python.
WATCHED = """
import sys
bare = set(sys.modules)
report, sys.argv = sys.argv[1], ["recoverplan", *sys.argv[2:]]
from recoverplan.__main__ import main
code = main()
open(report, "w").write("\\n".join(sorted(set(sys.modules) - bare)))
sys.exit(code)
"""
LIBRARIES = {"annotated_doc", "dateutil", "rich", "shellingham", "sqlcipher3", "sqlite_utils"} | {
    "typer", "pydantic", "phonenumbers", "platformdirs", "icalendar", "jinja2", "segno", "six",
    "typst", "tzdata", "tzlocal", "vobject", "jeepney", "desktop_notifier",
}  # fmt: skip


def imported(report: Path, *arguments: str, terminal: bool = False) -> set[str]:
    """Return the modules that a command line imports."""
    command = [sys.executable, "-c", WATCHED, str(report), *arguments]
    if terminal:
        _, status = pexpect.run(
            shlex.join(command), withexitstatus=True, timeout=LONGEST, dimensions=(24, 80)
        )
    else:
        done = subprocess.run(command, check=False, capture_output=True, timeout=LONGEST)
        status = done.returncode
    assert status == 0
    return set(report.read_text(encoding="utf-8").split())


def libraries(modules: set[str]) -> set[str]:
    """Return which libraries are among the modules."""
    return {name.partition(".")[0] for name in modules} & LIBRARIES


@pytest.fixture
def entered(run: Run) -> None:
    """Enter a person, a contact and hard hours, so that the commands have something to do."""
    for line in (
        ("setup", "--region", "US", "--timezone", "America/New_York"),
        ("risk", "add", "Nights", "--when", "daily 9pm-midnight"),
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm"),
        ("group", "add", "Lifeline", "--when", "tue 7-8pm"),
    ):
        assert run(*line).code == 0


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize("terminal", [False, True])
@pytest.mark.parametrize("typed", ["now", "Now", "NOW"])
def test_now_imports_next_to_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, *, terminal: bool
) -> None:
    monkeypatch.delenv("RECOVERPLAN_NOW")
    modules = imported(tmp_path / "report", typed, terminal=terminal)
    ours = {name for name in modules if name.startswith("recoverplan.")}
    allowed = {"recoverplan.__main__", "recoverplan.home", "recoverplan.words"}
    assert ours - allowed - {"recoverplan.words.moment"} == {
        name for name in ours if name.startswith("recoverplan.now")
    }
    heavy = {"argparse", "calendar", "dataclasses", "datetime", "json", "pathlib", "re", "shutil"}
    heavy |= {"tempfile", "textwrap", "typing", "zoneinfo", "logging", "inspect", "sqlite3"}
    assert not modules & heavy
    assert not libraries(modules)


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize("line", [("plan",), (), ("card",), ("plan", "--today")])
def test_what_is_nothing_but_rows_loads_no_rich(
    tmp_path: Path, line: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONTZPATH")  # the package tzdata is read by way of typing
    piped = imported(tmp_path / "piped", *line)
    assert libraries(piped) - {"six", "tzdata"} == {"sqlcipher3"}
    if line != ("card",):  # which says hours in words, but reads none
        assert not {name for name in piped if name.startswith("recoverplan.domain.phrase")}
    assert "recoverplan.domain.phrase.reading" not in piped
    # What Typer and dataclasses bring; recoverplan.value has what is needed of typing.
    if "tzdata" not in piped:
        assert not piped & {"dataclasses", "inspect", "subprocess", "typing", "uuid"}
    shown = imported(tmp_path / "shown", *line, terminal=True)
    assert libraries(shown) - {"six", "tzdata"} == {"sqlcipher3"}
    drawing = "recoverplan.writers.terminal.style"
    assert drawing in shown
    assert drawing not in piped or line == ("card",)  # whose frame is text too


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize(
    "line",
    [
        "contact list", "contact show Sam", "remind list", "group list", "group show Lifeline",
        "meeting list", "plan --gaps", "risk map", "safety",
    ],
)  # fmt: skip
def test_lists_and_single_things_are_drawn_without_rich(tmp_path: Path, line: str) -> None:
    shown = imported(tmp_path / "report", *line.split(), terminal=True)
    assert "recoverplan.writers.terminal.style" in shown
    assert not libraries(shown) & {"rich", "typer"}
    assert not shown & {"inspect", "dataclasses", "ast"}


@pytest.mark.usefixtures("entered")
@pytest.mark.parametrize(
    "line", ["contact list", "risk show 1", "plan --days 30", "support", "urge log --strength 5"]
)
def test_no_line_that_leaves_nothing_to_ask_loads_typer(tmp_path: Path, line: str) -> None:
    assert "typer" not in libraries(imported(tmp_path / "report", *line.split()))
    assert "typer" in libraries(imported(tmp_path / "report", *line.split(), "--help"))


@pytest.mark.usefixtures("entered")
def test_what_seldom_happens_to_keys_is_loaded_when_it_does(tmp_path: Path) -> None:
    """Stretching, older copies, leftovers: not for a store that opens without a passphrase."""
    seldom = {
        f"recoverplan.store.{name}" for name in ("kept_copies", "marks", "settling", "strays")
    }
    seldom |= {"recoverplan.store.making", "ctypes", "hmac"}
    for line in (("plan",), ("step", "list"), ("contact", "edit", "Sam", "--order", "1")):
        assert not imported(tmp_path / "report", *line) & seldom, line


@pytest.mark.usefixtures("entered")
def test_the_words_of_a_refused_phrase_are_loaded_only_to_refuse_one(tmp_path: Path) -> None:
    for line in (
        ("plan",),
        ("card",),
        ("risk", "list"),
        ("contact", "edit", "Sam", "--order", "1"),
    ):
        assert "recoverplan.words.phrase" not in imported(tmp_path / "report", *line), line


@pytest.mark.usefixtures("entered")
def test_what_is_published_is_loaded_only_where_something_is(tmp_path: Path, run: Run) -> None:
    seldom = {f"recoverplan.services.{name}" for name in ("published", "publishing", "vdir")}
    for line in (("plan",), ("contact", "edit", "Sam", "--order", "1")):
        assert not imported(tmp_path / "report", *line) & seldom, line
    assert run("publish", "calendar", str(tmp_path / "calendar")).code == 0
    unchanged = imported(tmp_path / "report", "contact", "edit", "Sam", "--order", "1")
    assert unchanged >= seldom
    assert not libraries(unchanged) & {"icalendar", "jinja2", "vobject"}  # only to write
    # Reading looks at one time and loads no more.
    assert not imported(tmp_path / "report", "plan") & {"recoverplan.services.publishing"}


def test_help_loads_no_command(tmp_path: Path) -> None:
    modules = imported(tmp_path / "report", "--help")
    assert libraries(modules) == {"annotated_doc", "shellingham", "typer"}
    commands = {name for name in modules if name.startswith("recoverplan.cli.")}
    assert commands <= {
        f"recoverplan.cli.{name}"
        for name in ("app", "commands", "ending", "lazy", "output", "pages")
    }
    assert not {name for name in modules if name.startswith("recoverplan.store")}


def test_no_everyday_command_loads_the_migrations(tmp_path: Path, run: Run) -> None:
    assert run("step", "add", "Tea", "--kind", "alone").code == 0
    for line in (("step", "list"), ("card",), ("step", "add", "Walk", "--kind", "alone")):
        assert "sqlite_utils" not in libraries(imported(tmp_path / "report", *line)), line


@pytest.mark.usefixtures("entered")
def test_a_page_loads_jinja2_and_nothing_of_paper_or_calendars(tmp_path: Path) -> None:
    for name in ("plan", "card"):
        page = str(tmp_path / f"{name}.html")
        loaded = libraries(imported(tmp_path / "report", name, "--html", page))
        assert "jinja2" in loaded
        assert not loaded & {"icalendar", "rich", "sqlite_utils", "typst"}


@pytest.mark.usefixtures("entered")
def test_the_rules_of_numbers_are_loaded_only_where_one_is_dialed(tmp_path: Path) -> None:
    page = str(tmp_path / "card.html")
    kim = ("contact", "add", "Kim", "--role", "peer")
    for line, loaded in (
        (("contact", "list"), False),
        (("card",), False),
        (("contact", "edit", "Sam", "--per-week", "2"), False),
        ((*kim, "--email", "kim@example.org"), False),
        (("contact", "edit", "Kim", "--call", "988"), False),  # a service's own number
        (("contact", "edit", "Kim", "--call", "555-0115"), True),
        (("card", "--html", page), True),
    ):
        found = libraries(imported(tmp_path / "report", *line))
        assert ("phonenumbers" in found) is loaded, line


@pytest.mark.usefixtures("entered")
def test_the_timer_of_now_needs_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RECOVERPLAN_NOW")
    modules = imported(tmp_path / "report", "now", "--timer", "1s", terminal=True)
    assert {"recoverplan.now.timer", "recoverplan.words.moment"} <= modules
    assert not modules & {"dataclasses", "datetime", "json", "re", "shutil", "typing", "zoneinfo"}
    assert not libraries(modules)
    plain = imported(tmp_path / "report", "now", terminal=True)
    assert "recoverplan.now.timer" not in plain


@pytest.mark.usefixtures("entered")
def test_a_run_with_nothing_due_imports_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    assert run("remind", "on", "--for", "meetings", "--with", "prompt", "--yes").code == 0
    monkeypatch.delenv("RECOVERPLAN_NOW")
    imported(tmp_path / "report", "remind", "run")  # the first looks into it
    modules = imported(tmp_path / "report", "remind", "run")
    ours = {"recoverplan", "recoverplan.__main__", "recoverplan.home", "recoverplan.ringing"}
    assert modules <= ours


@pytest.mark.usefixtures("entered")
def test_jeepney_is_loaded_only_to_show_something(tmp_path: Path, run: Run) -> None:
    on = ("remind", "on", "--with", "prompt", "--yes")
    assert run(*on).code == 0
    for line in (on, ("remind", "list"), ("remind", "status"), ("remind", "run"), ("plan",)):
        assert not {"jeepney", "desktop_notifier"} & libraries(
            imported(tmp_path / "report", *line)
        ), line


@pytest.mark.usefixtures("entered")
def test_a_change_loads_no_reminders_where_they_are_off(tmp_path: Path) -> None:
    modules = imported(tmp_path / "report", "step", "add", "Walk", "--kind", "alone")
    assert not {name for name in modules if "remind" in name or "ringing" in name} - {
        "recoverplan.words.remind"
    }


@pytest.mark.usefixtures("entered")
def test_what_names_no_time_loads_nothing_that_reads_one(tmp_path: Path) -> None:
    for line in ("meeting log Lifeline --fit safety=yes", "urge log --strength 4"):
        modules = imported(tmp_path / "report", *line.split())
        reading = {"clauses", "dates", "lengths", "one_time", "reading", "times", "tokens"}
        assert not {f"recoverplan.domain.phrase.{name}" for name in reading} & modules, line
