"""The computer's zone, however it is set: each really set, for a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from conftest import Run

ASK = "from recoverplan.clock import system_zone_name; print(system_zone_name())"
ZONES = str(resources.files("tzdata") / "zoneinfo")
NAMES_ONE = [
    ("America/New_York", "America/New_York"),
    (":America/New_York", "America/New_York"),
    (f"{ZONES}/Europe/Paris", "Europe/Paris"),
    (f":{ZONES}/Australia/Lord_Howe", "Australia/Lord_Howe"),
    ("America/Nowhere", "America/Nowhere"),  # not known: whoever set it is told so
]
# A rule of POSIX names no place: a well-known place with the same clocks does.
RULES = [
    ("EST5EDT", "America/New_York"),
    ("EST5EDT,M3.2.0,M11.1.0", "America/New_York"),
    ("CET-1CEST", "Europe/Berlin"),
    ("NZST-12NZDT,M9.5.0,M4.1.0/3", "Pacific/Auckland"),
    ("JST-9", "Asia/Tokyo"),
    ("<-03>3", "America/Buenos_Aires"),
    ("XXX-5:17", "XXX-5:17"),
]


def asked(*before: str, **environment: str) -> str:
    """Return what the program takes for the computer's zone."""
    given = {name: value for name, value in os.environ.items() if name != "TZ"}
    done = subprocess.run(
        [*before, sys.executable, "-c", ASK],
        env={**given, **environment}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("given", "name"), NAMES_ONE + RULES, ids=lambda value: value.removeprefix(ZONES)
)
def test_tz_decides(given: str, name: str) -> None:
    assert asked(TZ=given) == name


@pytest.mark.parametrize("given", ["UTC0", "UTC", "GMT0", "<+00>0", ":/nowhere/at/all"])
def test_utc_in_any_spelling_is_no_place(given: str) -> None:
    assert asked(TZ=given).rpartition("/")[2] in {"UTC", "GMT0"}


def test_tz_may_name_the_file_that_the_system_uses() -> None:
    assert asked(TZ=":/etc/localtime") == asked(TZ="") == asked()


@pytest.mark.parametrize("given", ["UTC0", ":/etc/localtime", "CET-1CEST", "<+03>-3"])
def test_a_first_command_works_whatever_tz_is(process: Run, given: str) -> None:
    for line in (("risk", "add", "Nights", "--when", "daily 9pm-11pm"), ("plan",), ("now",)):
        done = process(*line, TZ=given)
        assert done.code == 0, done.err


def test_a_tz_that_is_no_zone_is_named(process: Run) -> None:
    done = process("plan", TZ="XXX-5:17")
    assert done.code == 2
    assert '"XXX-5:17"' in done.err
    assert "recoverplan setup --timezone" in done.err


@pytest.mark.live
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Detroit", "Asia/Tokyo", "Etc/UTC"])
@pytest.mark.parametrize("says", ["Europe/Lisbon", ""])
def test_a_copied_localtime_is_known_by_its_bytes(tmp_path: Path, zone: str, says: str) -> None:
    """`says` is what an /etc/timezone that was left behind still claims; "": there is none."""
    etc = tmp_path / "etc"
    etc.mkdir()
    shutil.copy(Path(ZONES, zone), etc / "localtime")
    if says:
        (etc / "timezone").write_text(f"{says}\n", encoding="utf-8")
    elsewhere = ("unshare", "--mount", "sh", "-c", 'mount --bind "$0" /etc && exec "$@"', str(etc))
    if os.geteuid() or subprocess.run([*elsewhere, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody put another folder in the place of /etc")
    assert asked(*elsewhere, PYTHONTZPATH=ZONES).removeprefix("Etc/") == zone.removeprefix("Etc/")
