"""What is larger than anybody needs is refused in a sentence that says the bound, from wherever it
comes, and nothing of it is kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from recoverplan.domain.extent import LINE, NOTE, SEVERAL, TIMES
from recoverplan.services.keeping import reading
from recoverplan.services.moving import take_all

LONG, LONG_NOTE = "x" * (LINE + 1), "x" * (NOTE + 1)
MANY = tuple(str(number) for number in range(SEVERAL + 1))


def repeated(option: str, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for value in values for part in (option, value))


@pytest.mark.parametrize(
    "line",
    [
        ("step", "add", LONG, "--kind", "alone"),
        ("contact", "add", LONG, "--role", "peer"),
        ("contact", "add", "Sam", "--role", "peer", "--say", LONG),
        ("contact", "add", "Sam", "--role", "peer", "--call", "55" + LONG),
        ("contact", "add", "Sam", "--role", "peer", "--email", f"{LONG}@example.org"),
        ("contact", "add", "Sam", "--role", "peer", *repeated("--when", ("daily 9am-5pm",) * 51)),
        ("group", "add", "Lifeline", *repeated("--when", ("tue 7pm",) * 51)),
        ("group", "add", "Lifeline", "--where", LONG),
        ("group", "add", "Lifeline", *repeated("--type", MANY)),
        ("risk", "add", LONG, "--when", "nights"),
        ("risk", "add", "Nights", "--when", "nights", *repeated("--trigger", MANY)),
        ("risk", "add", "Nights", "--when", "nights", *repeated("--step", MANY)),
        ("risk", "add", "Nights", "--when", "x" * (LINE + 1)),
        ("reason", "add", LONG),
        ("support", "add", LONG, "--need", "--kind", "practical"),
        ("urge", "log", "--note", LONG_NOTE),
        ("urge", "log", "--did", LONG),
        ("lapse", "log", "--note", LONG_NOTE),
        ("setup", "--name", LONG),
    ],
)  # fmt: skip
def test_what_is_typed_is_bounded(run: Run, home: Path, line: tuple[str, ...]) -> None:
    result = run(*line)
    assert result.code == 2
    assert result.out == ""
    assert (
        any(f"{bound:,}" in result.err for bound in (LINE, NOTE, SEVERAL)) or "2000" in result.err
    )
    assert len(result.err) < 300
    assert not home.exists()


@pytest.mark.parametrize(
    ("line", "length"),
    [
        (("step", "add", "-", "--kind", "alone"), LINE),
        (("urge", "log", "--note", "-"), NOTE),
        (("contact", "add", "-", "--role", "peer"), LINE),
    ],
)
def test_standard_input_is_bounded(run: Run, line: tuple[str, ...], length: int) -> None:
    for more in (1, 10 * NOTE):
        result = run(*line, stdin="x" * (length + more))
        assert result.code == 2
        assert f"{length:,}" in result.err
    assert run(*line, stdin="x" * length).code == 0


def exported(run: Run, path: Path) -> dict[str, Any]:
    """Return an export of one of each that a bound is about."""
    for line in (
        ("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6-11pm"),
        ("risk", "add", "Nights", "--when", "nights", "--if", "I pace", "--then", "tea"),
        ("urge", "log", "--note", "a note"),
    ):
        assert run(*line).code == 0
    assert run("export", "--json", str(path)).code == 0
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def long_name(found: dict[str, Any]) -> None:
    found["contacts"][0]["name"] = LONG


def long_note(found: dict[str, Any]) -> None:
    found["urges"][0]["note"] = LONG_NOTE


def many_hours(found: dict[str, Any]) -> None:
    found["contacts"][0]["hours"] *= SEVERAL + 1


def many_times(found: dict[str, Any]) -> None:
    hours = found["contacts"][0]["hours"][0]
    part = hours["schedule"].split("|")
    times = ["|".join([*part[:2], str(60 * n), *part[3:]]) for n in range(TIMES + 1)]
    hours["schedule"] = " ".join(times)


def many_triggers(found: dict[str, Any]) -> None:
    found["risks"][0]["triggers"] = list(MANY)


def long_then(found: dict[str, Any]) -> None:
    found["risks"][0]["if_thens"][0]["then"] = LONG


@pytest.mark.parametrize(
    "grow", [long_name, long_note, many_hours, many_times, many_triggers, long_then]
)
def test_an_import_is_bounded(run: Run, home: Path, tmp_path: Path, grow: Any) -> None:
    path = tmp_path / "all.json"
    found = exported(run, path)
    grow(found)
    path.write_text(json.dumps(found), encoding="utf-8")
    fresh = tmp_path / "fresh"
    result = run("--store", str(fresh), "import", str(path))
    assert result.code == 2
    assert result.err.startswith("This export cannot be read: ")
    assert "Nothing was imported." in result.err
    with reading(fresh) as store:
        assert store is None or not any(take_all(store)[1])


def test_the_largest_of_everything_goes_out_and_comes_in_again(
    run: Run, home: Path, tmp_path: Path
) -> None:
    line, note = "x" * LINE, "y" * NOTE
    phrases = repeated("--when", tuple(f"daily 9am-{n % 11 + 1}pm" for n in range(SEVERAL)))
    for each in (
        ("contact", "add", line, "--role", "peer", "--call", "555-0114", "--say", line, *phrases),
        ("risk", "add", line, "--when", "nights", *repeated("--step", MANY[1:])),
        ("lapse", "log", "--note", note),
    ):
        assert run(*each).code == 0
    path, fresh = tmp_path / "all.json", tmp_path / "fresh"
    assert run("export", "--json", str(path)).code == 0
    assert run("--store", str(fresh), "import", str(path)).code == 0
    again = run("--store", str(fresh), "export", "--json")
    assert again.out.strip() == path.read_text(encoding="utf-8").strip()
