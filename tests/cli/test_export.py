"""`export` and `import`: an exact round trip, and nothing taken from a file that is not right."""

from __future__ import annotations

import io
import json
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import drawn_examples as drawn
from conftest import Run
from feeds import NEW_YORK, guide, needs_feeds
from kept_examples import NOW, export_text
from recoverplan.domain.everything import CLASSES, LISTS, Nouns
from recoverplan.errors import UsageError
from recoverplan.readers.export import read_export
from recoverplan.services.keeping import reading, writing
from recoverplan.services.moving import put, take_all
from recoverplan.settings import Settings
from rounds import rounds
from sharing import typed_once


@typed_once
def fill(run: Run) -> None:
    run("setup", "--name", "Zoë", "--timezone", "America/New_York", "--region", "US")
    run("risk", "add", "Nights", "--when", "mon-thu 9pm-midnight", "--level", "high",
        "--if", "I pace", "--then", "walk", "--trigger", "quiet", "--step", "tea")  # fmt: skip
    run("contact", "add", "Sam", "--role", "peer", "--call", "555-0114", "--when", "daily 6pm-11pm")
    run("contact", "add", "Gone", "--role", "peer", "--call", "555-0115")
    run("contact", "remove", "Gone", "--yes")
    run("contact", "add", "Dana", "--role", "family", "--text", "555-0136", "--per-week", "2")
    run("contact", "pause", "Dana", "--until", "2026-12-01")
    run("step", "add", "Tea", "--kind", "alone")
    run("group", "add", "Lifeline", "--when", "tue 7-8pm", "--type", "open")
    run("meeting", "log", "Lifeline", "--at", "2026-11-17 19:00", "--note", "one", "--contact",
        "Lee", "--fit", "safety=yes", "--mood-before", "3", "--idea", "walk")  # fmt: skip


def test_an_export_comes_back_as_the_same_bytes(run: Run, home: Path, tmp_path: Path) -> None:
    fill(run)
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    done = run("export", "--json", str(first))
    assert (done.code, done.out) == (0, f"{first}\n")
    assert "anyone who gets this file can read it" in done.err
    assert first.stat().st_mode & 0o777 == 0o600
    there = str(tmp_path / "other")
    assert run("--store", there, "import", str(first)).code == 0
    assert run("--store", there, "export", "--json", str(second)).code == 0
    assert second.read_bytes() == first.read_bytes()
    for noun in ("risk", "contact", "step", "group", "meeting"):
        listed = run(noun, "list", "--json").json
        assert run("--store", there, noun, "list", "--json").json == listed
    assert run("--store", there, "plan", "--json").json == run("plan", "--json").json
    card = "emergency-card.txt"
    assert (Path(there) / card).read_bytes() == (home / card).read_bytes()


def test_by_way_of_stdout_and_stdin(run: Run, tmp_path: Path) -> None:
    fill(run)
    text = run("export", "--json").out
    there = str(tmp_path / "other")
    assert run("--store", there, "import", "-", "--json", stdin=text).json == {
        "schema": "recoverplan/imported/1",
        "groups": 1, "contacts": 3, "meetings": 1, "steps": 2, "risks": 1, "urges": 0, "lapses": 0,
        "supports": 0, "reasons": 0, "reviews": 0, "outcomes": 0,
        "trips": 0, "goings": 0, "talks": 0, "agreements": 0, "gives": 0, "treatments": 0,
        "sources": 0, "listings": 0,
    }  # fmt: skip
    assert run("--store", there, "export", "--json").out == text


@needs_feeds
def test_meeting_lists_are_part_of_it(run: Run, tmp_path: Path) -> None:
    fill(run)
    for path, programme in ((guide("oc-2023-09"), "AA"), (guide("edmonton-2022-09"), "AA")):
        zone = "America/Los_Angeles"
        assert run("group", "import", str(path), "--zone", zone, "--programme", programme).code == 0
    assert run("group", "import", str(NEW_YORK), "--zone", "America/New_York").code == 0
    assert run("group", "try", "1500").code == 0
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    assert run("export", "--json", str(first)).code == 0
    there = ("--store", str(tmp_path / "other"))
    done = run(*there, "import", str(first), "--json")
    assert (done.json["sources"], done.json["groups"]) == (3, 2)
    assert done.json["listings"] > 3000
    assert run(*there, "export", "--json", str(second)).code == 0
    assert second.read_bytes() == first.read_bytes()
    for options in ([], ["tue 7pm-9pm"], ["--near", "Costa Mesa"], ["--text", "women"]):
        found = run(*there, "group", "find", *options, "--json").json
        assert found["total"] > 0
        assert found == run("group", "find", *options, "--json").json
    again = run(*there, "group", "import", str(NEW_YORK), "--json").json
    assert (again["added"], again["updated"], again["retired"]) == (0, 0, 0)
    assert run(*there, "undo", "--json").code == 0


def test_an_import_is_one_step_that_can_be_taken_back(run: Run, tmp_path: Path) -> None:
    fill(run)
    text = run("export", "--json").out
    there = str(tmp_path / "other")
    run("--store", there, "import", "-", stdin=text)
    assert run("--store", there, "undo").code == 0
    assert run("--store", there, "contact", "list", "--json").json["contacts"] == []


def test_nothing_is_imported_over_what_is_there(run: Run) -> None:
    fill(run)
    text = run("export", "--json").out
    result = run("import", "-", stdin=text)
    assert result.code == 1
    assert run("export", "--json").out == text


def test_an_export_of_nothing_is_one_too(run: Run, home: Path, tmp_path: Path) -> None:
    text = run("export", "--json").out
    assert not home.exists()
    assert run("--store", str(tmp_path / "other"), "import", "-", stdin=text).code == 0


def test_an_existing_file_is_kept_unless_forced(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text("mine")
    assert run("export", "--json", str(path)).code == 1
    assert path.read_text() == "mine"
    assert run("export", "--json", str(path), "--force").code == 0
    assert run("export", str(path)).code == 2
    assert run("import", str(tmp_path / "nowhere")).code == 1


def numbered(one_of: st.SearchStrategy[Any], **fields: Any) -> st.SearchStrategy[Any]:
    """Give up to two records with numbers of their own, pointing at what is there."""
    return st.lists(one_of, max_size=2).map(
        lambda all_: tuple(replace(one, id=number, **fields) for number, one in enumerate(all_, 1))
    )


def later(one: Any) -> Any:
    """Return a going that ends after it begins, or a trip that ends when it begins or later."""
    if hasattr(one, "first"):
        return replace(one, first=min(one.first, one.until), until=max(one.first, one.until))
    return replace(one, end=one.start + timedelta(hours=1))


NOUNS = st.builds(
    Nouns,
    trips=numbered(drawn.A_TRIP.map(later), timezone="UTC"),
    goings=numbered(drawn.A_GOING.map(later), zone="UTC"),
    talks=st.just(()),
    agreements=st.just(()),
    gives=numbered(drawn.A_GIVE, zone="UTC", contact=None),
    treatments=numbered(drawn.A_TREATMENT, zone="UTC"),
    groups=st.tuples(
        drawn.A_GROUP.map(lambda one: replace(one, id=1, zone="UTC", tries_goal=(3, 5)))
    ),
    contacts=st.lists(drawn.A_CONTACT, max_size=3).map(
        lambda all_: tuple(
            replace(one, id=number, zone="UTC", order=number, met_at=1)
            for number, one in enumerate(all_, 2)
        )
    ),
    meetings=st.lists(drawn.A_MEETING, max_size=3).map(
        lambda all_: tuple(replace(one, id=n, zone="UTC") for n, one in enumerate(all_, 3))
    ),
    steps=st.lists(drawn.A_STEP, max_size=3).map(
        lambda all_: tuple(replace(one, id=number) for number, one in enumerate(all_, 1))
    ),
    risks=st.lists(drawn.A_RISK, max_size=3).map(
        lambda all_: tuple(replace(one, id=number) for number, one in enumerate(all_, 1))
    ),
    urges=st.lists(drawn.AN_URGE, max_size=2).map(
        lambda all_: tuple(replace(one, id=n, zone="UTC") for n, one in enumerate(all_, 1))
    ),
    lapses=st.lists(drawn.A_LAPSE, max_size=2).map(
        lambda all_: tuple(replace(one, id=n, zone="UTC") for n, one in enumerate(all_, 1))
    ),
    supports=st.lists(drawn.A_SUPPORT, max_size=2).map(
        lambda all_: tuple(replace(one, id=n) for n, one in enumerate(all_, 1))
    ),
    reasons=st.lists(drawn.A_REASON, max_size=2).map(
        lambda all_: tuple(replace(one, id=n) for n, one in enumerate(all_, 1))
    ),
    reviews=st.lists(drawn.A_REVIEW, max_size=2, unique_by=lambda one: one.week).map(
        lambda all_: tuple(replace(one, id=n) for n, one in enumerate(all_, 1))
    ),
    outcomes=st.lists(drawn.AN_OUTCOME, max_size=2).map(
        lambda all_: tuple(replace(one, id=n) for n, one in enumerate(all_, 1))
    ),
)  # fmt: skip


@settings(max_examples=rounds(40), deadline=None, suppress_health_check=list(HealthCheck))
@given(NOUNS)
def test_whatever_was_typed_survives_the_round_trip(nouns: Nouns) -> None:
    text = export_text(Settings(name="A"), nouns)
    assert read_back(text) == (Settings(name="A"), nouns)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        with writing(home, NOW, lambda line: None) as store:
            put(store, read_export(io.BytesIO(text.encode())))
        with reading(home) as reader:
            assert export_text(*take_all(reader)) == text


def read_back(text: str) -> tuple[Settings, Nouns]:
    """Return what a text holds as an export, meeting lists aside."""
    said = Settings()
    found: dict[str, list[Any]] = {name: [] for name in (*CLASSES, *LISTS)}
    for name, record in read_export(io.BytesIO(text.encode())):
        if name == "settings":
            said = record
        else:
            found[name].append(record)
    return said, Nouns(**{name: tuple(found[name]) for name in CLASSES})


def spoiled(run: Run) -> list[bytes]:
    """Return files that are nearly exports: one value after the other replaced by another."""
    document = json.loads(run("export", "--json").out)
    others: list[Any] = [None, -1, 10**12, True, "", "x", "\x00", [], {}, [[]], [None], {"a": 1}]
    files: list[bytes] = []

    def spoil(holder: Any, key: Any) -> None:
        kept = holder[key]
        for other in others:
            holder[key] = other
            files.append(json.dumps(document).encode())
        holder[key] = kept
        if isinstance(kept, dict):
            for inner in kept:
                spoil(kept, inner)
        elif isinstance(kept, list) and kept:
            spoil(kept, 0)

    for name in document:
        spoil(document, name)
    return files


def test_a_file_that_is_nearly_an_export_is_refused_or_whole(run: Run) -> None:
    fill(run)
    refused = 0
    files = spoiled(run)
    for content in files:
        try:
            found = read_back(content.decode())
        except UsageError:
            refused += 1
        else:
            assert read_back(export_text(*found)) == found
    assert len(files) > 1000
    assert refused > len(files) // 2


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe", b"[" * 200_000, b"9" * 5000, b'{"schema": "recoverplan/export/2"}',
        b'{"schema": "recoverplan/export/1", "steps": [NaN]}', b"null", b'"x"',
        b'{"schema": "recoverplan/export/1", "steps": [{"id": 1e3}]}',
        b'{"schema": "recoverplan/export/1", "extra\\u001b[31m": 1}',
        b'{"schema": "recoverplan/export/1", "settings": {"name": "\\ud800", "about": 3}}',
        b'{"schema": "recoverplan/export/1", "steps": [], "steps": []}',
        b'{"schema": "recoverplan/export/1", "steps": []} {}', b'{"steps": []}', b"{}",
        b'{"schema": "recoverplan/export/1", "settings": {"name": "\xff"}}',
        b'{"schema": "recoverplan/export/1", "listings": [{"id": 1001, "source": 1}]}',
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_and_nothing_made(
    run: Run, home: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    result = run("import", str(path))
    assert result.code == 2
    assert "\x1b" not in result.err
    assert result.out == ""
    assert not home.exists()


def test_hostile_text_in_a_file_is_cleaned(run: Run) -> None:
    document = json.loads(run("export", "--json").out)
    document["steps"] = [
        {
            "id": 1,
            "text": "\x1b[2J\u202etea\x00",
            "kind": "alone",
            "created": "2026-11-01T00:00:00Z",
        }
    ]
    assert run("import", "-", stdin=json.dumps(document)).code == 0
    assert [one["text"] for one in run("step", "list", "--json").json["steps"]] == ["tea"]


@pytest.mark.parametrize(
    ("noun", "field", "value"),
    [
        ("contacts", "paused_until", "9999-12-31"),
        ("contacts", "paused_from", "0001-01-01"),
        ("contacts", "created", "9999-12-31T23:59:59Z"),
        ("risks", "created", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_a_time_that_no_calendar_can_go_beyond_is_refused(
    run: Run, tmp_path: Path, noun: str, field: str, value: str
) -> None:
    fill(run)
    document = json.loads(run("export", "--json").out)
    document[noun][0][field] = value
    other = tmp_path / "other"
    result = run("--store", str(other), "import", "-", stdin=json.dumps(document))
    assert result.code == 2
    assert field in result.err
    assert not other.exists()


@pytest.mark.parametrize("option", ["--csv", "--sqlite"])
def test_what_import_does_not_take_back_says_what_it_takes(
    run: Run, tmp_path: Path, option: str
) -> None:
    run("step", "add", "Tea", "--kind", "alone")
    run("export", option, str(tmp_path / "tables"))
    done = run("--store", str(tmp_path / "new"), "import", str(tmp_path / "tables"))
    assert done.code == 2
    assert "recoverplan export --json FILE" in done.err
    assert not (tmp_path / "new").exists()
