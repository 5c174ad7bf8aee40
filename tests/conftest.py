"""The user's home is isolated, today is held still, and the command line is one function away."""

from __future__ import annotations

import gc
import io
import json
import os
import signal
import subprocess
import sys
import zoneinfo
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

import rounds
import sharing
from recoverplan import __main__ as door
from recoverplan.store import keys
from recoverplan.store.ending import ending

HERE = Path(__file__).parent
# The system's zone data differs from the package's in some zones: the package's is the same
# everywhere.
zoneinfo.reset_tzpath([])

REAL_PATH = os.environ.get("PATH", "")
# Oracles, and whatever runs many command lines: most of the time of all that is not live.
# `make fast` leaves them out; `pytest --durations=30` tells who else belongs here.
SLOW = (
    "cli/test_attendance.py",
    "cli/test_backup.py",
    "cli/test_card.py",
    "cli/test_card_vcf.py",
    "cli/test_config.py",
    "cli/test_contact.py",
    "cli/test_contact_import.py",
    "cli/test_doctor.py",
    "cli/test_export.py",
    "cli/test_family.py",
    "cli/test_file_out.py",
    "cli/test_group.py",
    "cli/test_group_find.py",
    "cli/test_group_import.py",
    "cli/test_group_try.py",
    "cli/test_history.py",
    "cli/test_hostile_text.py",
    "cli/test_lapse.py",
    "cli/test_letters.py",
    "cli/test_lock.py",
    "cli/test_meeting.py",
    "cli/test_numbers.py",
    "cli/test_paper.py",
    "cli/test_plan.py",
    "cli/test_plan_closely.py",
    "cli/test_plan_ics.py",
    "cli/test_plan_page.py",
    "cli/test_publish.py",
    "cli/test_reason.py",
    "cli/test_remind.py",
    "cli/test_review.py",
    "cli/test_risk.py",
    "cli/test_risk_suggest.py",
    "cli/test_step.py",
    "cli/test_store_trouble.py",
    "cli/test_straight.py",
    "cli/test_support.py",
    "cli/test_today.py",
    "cli/test_workbook.py",
    "cli/test_wrong_input.py",
    "domain/test_assignment.py",
    "domain/test_calls.py",
    "domain/test_phrase_fuzz.py",
    "domain/test_series.py",
    "domain/test_suggest.py",
    "domain/test_text.py",
    "now/test_card_text.py",
    "readers/test_hostile_lists.py",
    "readers/test_vcard.py",
    "ringing/test_telling.py",
    "services/test_vdir.py",
    "store/test_history.py",
    "store/test_making.py",
    "store/test_nouns.py",
    "store/test_ours.py",
    "test_clock.py",
    "whole/test_clock_edges.py",
    "whole/test_documents.py",
    "whole/test_every_command.py",
    "whole/test_first_week.py",
    "whole/test_lazy_imports.py",
    "whole/test_packaging.py",
    "whole/test_promises_meetings.py",
    "whole/test_promises_moment.py",
    "whole/test_promises_plan.py",
    "whole/test_promises_writing.py",
    "whole/test_rough_text.py",
    "whole/test_voice.py",
    "whole/test_words.py",
    "writers/test_card_forms.py",
    "writers/test_paper_card.py",
)
hypothesis.settings.register_profile(
    "some",
    max_examples=rounds.rounds(100),
    # How long an example takes is the machine's affair.
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("some")
MONDAY = "2026-11-23T10:00"  # of the examples: Monday 23 November 2026, New York


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --golden=write, which writes expected screens anew."""
    parser.addoption("--golden", choices=["compare", "write"], default="compare")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Return how many tests run at once: three a core, since the live ones' time is mostly waiting
    for terminals and programs.
    """
    return 3 * (os.cpu_count() or 1)


def pytest_configure() -> None:
    """Let Ctrl-C reach what the tests start: who is started in the background has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Keep thousands of tests out of every later search for cycles, and whole in every fork."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of slow files (a file of the list that is gone is an error), and those that
    have more to do in `make test-all`.
    """
    slow = {HERE / name for name in SLOW}
    gone = sorted(str(path) for path in slow if not path.is_file())
    if gone:
        message = f"SLOW in tests/conftest.py names files that are gone: {gone}"
        raise pytest.UsageError(message)
    for item in items:
        if item.path in slow:
            item.add_marker(pytest.mark.slow)
        if isinstance(item, pytest.Function) and rounds.has_more(item.obj, item.module):
            item.add_marker(pytest.mark.more)


@dataclass(frozen=True)
class Result:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return stdout read as JSON; a document is held against its schema wherever it is read."""
        import schemas

        value = json.loads(self.out)
        schemas.hold(value)
        return value


@pytest.fixture(autouse=True)
def home(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Path:
    """Keep every test away from the real home; the store is in a folder of its own."""
    folder = tmp_path / "home"
    ending.forget()
    for name in list(os.environ):
        if name.startswith(("RECOVERPLAN_", "XDG_")) or name in {"COLUMNS", "LINES", "NO_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("RECOVERPLAN_HOME", str(folder))
    monkeypatch.setenv("RECOVERPLAN_NOW", MONDAY)
    monkeypatch.setenv("TZ", "America/New_York")
    monkeypatch.setenv("PYTHONTZPATH", "")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("RECOVERPLAN_DEBUG", "1")  # an error of the program's own fails the test
    shared = tmp_path_factory.getbasetemp()
    keep_the_machine_out(shared / "no-session", monkeypatch)
    sharing.share(monkeypatch)
    # How a store is made is what tests of the store are about; live ones race and kill.
    live = request.node.get_closest_marker("live") is not None
    if not live and HERE / "store" not in request.path.parents:
        sharing.share_stores(shared, monkeypatch)
        if "process" not in request.fixturenames:  # which stretches a passphrase in earnest
            monkeypatch.setattr(keys, "COST", 2)
    return folder


def keep_the_machine_out(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test ring on this machine's own desktop, or put anything into its timers."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    if not session.exists():
        session.mkdir(mode=0o700)
        for name in ("crontab", "systemctl", "launchctl", "schtasks"):
            (session / name).write_text(f"#!/bin/sh\necho {name} is not for tests >&2\nexit 1\n")
            (session / name).chmod(0o700)
    monkeypatch.setenv("PATH", f"{session}{os.pathsep}{REAL_PATH}")


Run = Callable[..., Result]


def running(patch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command line in this process."""

    def call(*arguments: str, now: str | None = None, stdin: str = "") -> Result:
        if now is not None:
            patch.setenv("RECOVERPLAN_NOW", now)
        out, err = io.StringIO(), io.StringIO()
        patch.setattr(sys, "argv", ["recoverplan", *arguments])
        patch.setattr(sys, "stdin", io.StringIO(stdin))
        with redirect_stdout(out), redirect_stderr(err):
            code = door.main()
        return Result(code, out.getvalue(), err.getvalue())

    return call


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command line in this process: `run("plan", "--json", now="2026-11-24T09:00")`."""
    return running(monkeypatch)


@pytest.fixture
def process() -> Run:
    """Run a command line in a process of its own, as a person's shell would."""

    def call(*arguments: str, stdin: str = "", **environment: str) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "recoverplan", *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            timeout=120,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return call


Golden = Callable[[str, str], None]


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a screen with tests/golden/<name>.txt; `--golden=write` writes it instead."""

    def compare(name: str, text: str) -> None:
        path = HERE / "golden" / f"{name}.txt"
        text = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
        if request.config.getoption("--golden") == "write":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare
