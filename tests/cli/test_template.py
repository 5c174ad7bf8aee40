"""Templates on the command line: shown before, nobody in them, applied in one step."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Run

ENTERED = (
    "setup|--region|US|--about|drugs|--timezone|America/New_York|--name|Alex",
    "contact|add|Sam|--role|peer|--call|555-0114",
    "group|add|Tuesday Lifeline|--when|tue 7-8pm|--where|St Luke's hall, 12 Elm Street",
    (
        "risk|add|Nights alone|--when|mon-thu 9pm-midnight|--level|high|--trigger|quiet apartment"
        "|--step|tea and the radio|--if|I pace|--then|I walk|--if|I wait|--then|I call Sam"
    ),
    "risk|edit|Nights alone|--check-in|Sam",
    "step|add|Count the bricks|--kind|alone",
    "step|add|Sit in St Luke's hall|--kind|places",
    "step|add|Ring 555-0199|--kind|people",
    "step|add|Tell Alex it passes|--kind|alone",
    "urge|log|--strength|7|--note|zzlog",
    "reason|add|zzreason",
)


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> Path:
    for line in ENTERED:
        assert run(*line.split("|")).code == 0, line
    path = tmp_path / "start.json"
    done = run("template", "save", str(path))
    assert (done.code, done.out) == (0, f"{path}\n")
    assert done.err.index("Count the bricks") < done.err.index("hand it on")
    for left in ("I call Sam", "Sit in St Luke's hall", "Ring 555-0199", "Tell Alex it passes"):
        assert f'"{left}"' in done.err
    return path


def test_nobody_and_no_place_is_in_it(saved: Path) -> None:
    content = saved.read_text(encoding="utf-8")
    for secret in ("Sam", "555", "Luke", "Elm", "Alex", "Lifeline", "zz", "created", "check_in"):
        assert secret not in content
    document = json.loads(content)
    assert document["hard_hours"][0]["if_thens"] == [{"if": "I pace", "then": "I walk"}]
    assert document["steps"] == [{"text": "Count the bricks", "kind": "alone"}]


def test_what_was_looked_for_is_said_and_that_other_names_can_be_in_it(
    run: Run, tmp_path: Path
) -> None:
    run("step", "add", "Costa on Mill Road", "--kind", "places")
    done = run("template", "save", str(tmp_path / "start.json"))
    assert "Costa on Mill Road" in done.err
    assert "No name" not in done.err
    assert "no name or place from your contacts and groups is in it." in done.err
    assert "read it through for names and places before you hand it on." in done.err


def test_applied_it_is_there_in_one_step_and_a_second_time_it_is_known(
    run: Run, saved: Path, tmp_path: Path
) -> None:
    other = ("--store", str(tmp_path / "other"))
    refused = run(*other, "template", "apply", str(saved))
    assert (refused.code, "--yes" in refused.err) == (2, True)
    assert "Count the bricks" in refused.out
    assert run(*other, "step", "list", "--json").json["steps"] == []
    assert run(*other, "template", "apply", str(saved), "--yes").code == 0
    (risk,) = run(*other, "risk", "list", "--json").json["risks"]
    assert (risk["label"], risk["level"], risk["then"]) == ("Nights alone", "high", ["I walk"])
    again = run(*other, "template", "apply", str(saved), "--yes")
    assert "there already" in again.out
    assert "Nothing was taken." in again.out
    assert run(*other, "undo").code == 0
    assert run(*other, "risk", "list", "--json").json["risks"] == []
    assert run(*other, "step", "list", "--json").json["steps"] == []


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "{}", '{"schema": "recoverplan/export/1"}', "[" * 5000,
        '{"schema": "recoverplan/template/1", "steps": [{"text": "", "kind": "alone"}]}',
        '{"schema": "recoverplan/template/1", "steps": [{"text": "x", "kind": "wall"}]}',
        '{"schema": "recoverplan/template/1", "steps": 3}',
        '{"schema": "recoverplan/template/1", "people": []}',
        '{"schema": "recoverplan/template/1", "hard_hours": [{"label": "x", "hours": 1}]}',
    ],
)  # fmt: skip
def test_what_is_no_template_is_refused_in_a_sentence(
    run: Run, home: Path, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "x.json"
    path.write_text(content)
    refused = run("template", "apply", str(path), "--yes")
    assert (refused.code, refused.out) == (1, "")
    assert "is not a template" in refused.err
    assert not home.exists()


def test_nothing_to_save(run: Run, tmp_path: Path) -> None:
    refused = run("template", "save", str(tmp_path / "x.json"))
    assert (refused.code, refused.out) == (1, "")
    assert not (tmp_path / "x.json").exists()


NAMES = ["Sam", "Zoë Ørsted", "Tuesday Lifeline", "Cedar Ward"]
NUMBERS = ["555-0114", "+44 20 7946 0018", "(202) 555-0143", "07700 900123", "Apt 4B"]
PLACES = ["12 Elm Street", "St Luke's hall", "https://example.org/x", "lee@example.org"]
PLAIN = ["tea", "walk", "the radio", "with somebody", "now", "by the river", "for 10 minutes"]
TEXTS = st.lists(
    st.sampled_from(PLAIN) | st.sampled_from(NAMES + NUMBERS + PLACES), min_size=1, max_size=4
).map(" ".join)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    steps=st.lists(TEXTS, max_size=5, unique=True),
    risk=st.tuples(TEXTS, TEXTS, TEXTS, TEXTS),
    known=st.sets(st.sampled_from(NAMES + PLACES)),
)
def test_of_any_store_what_gives_somebody_away_is_named_and_left_out(
    run: Run, tmp_path: Path, steps: list[str], risk: tuple[str, ...], known: set[str]
) -> None:
    where = ("--store", mkdtemp(dir=tmp_path))
    label, trigger, condition, action = risk
    run(*where, "contact", "add", "Someone", "--role", "peer", "--call", "555-0199")
    for name in known & set(NAMES):
        run(*where, "group", "add", name, "--when", "tue 7-8pm")
    for number, place in enumerate(known & set(PLACES)):
        line = ("group", "add", f"Noon {number}", "--when", "mon noon-1pm", "--where", place)
        assert run(*where, *line).code == 0  # a name is taken once
    for text in steps:
        run(*where, "step", "add", text, "--kind", "alone")
    run(*where, "risk", "add", label, "--when", "mon 9-10pm", "--trigger", trigger,
        "--if", condition, "--then", action)  # fmt: skip
    path = Path(where[1]) / "start.json"
    done = run(*where, "template", "save", str(path))
    content = path.read_text(encoding="utf-8") if path.exists() else ""
    secret = {*NUMBERS, *(known & set(NAMES)), "12 Elm Street", *PLACES[2:], *(known & set(PLACES))}
    for text in secret:
        assert text not in content
    written = {each["text"] for each in json.loads(content)["steps"]} if content else set()
    for text in steps:
        tells = any(one in text for one in secret)
        assert (text in written) is not tells
        assert not tells or f'"{text}"' in done.err
