"""Text that nobody thought of, in every field of every command, of an import and of a backup."""

from __future__ import annotations

import json
import shutil
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cli.test_hostile_text import CHANGES
from command_lines import Command, commands
from conftest import Run
from drawn_examples import ROUGH
from harmless import look, quiet
from recoverplan.domain.text import clean
from recoverplan.store import opening
from rounds import rounds
from sharing import typed_once

# A shell hands on no NUL, and a slash could name a file outside the test's folder.
TYPED = ROUGH.map(lambda text: text.replace("\0", "").replace("/", "\u2215").lstrip("~"))
STARTS = st.sampled_from(
    (
        "",
        "=",
        "+1",
        "-",
        "@",
        "\uff1d",
        "</p><script>",
        "\r\nBEGIN:VEVENT\r\n",
        "\x1b]52;c;",
        '"',
        "\u202e",
    )
)
TEXTS = st.lists(st.builds(str.__add__, STARTS, TYPED), min_size=30, max_size=40, unique=True)
ROUGHLY = settings(
    max_examples=rounds(8, 2),
    deadline=None,
    derandomize=False,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
# The place of a file is printed as it was typed: here its name is one that can be printed.
WRITING = {"backup", "export", "doctor", "--pdf", "--png"}
STAYS = {
    "lock set",
    "lock change",
    "lock rekey",
    "lock remove",
    "erase",
    "restore",
    "import",
    "undo",
}
NO_TEXTS = "setup|--name|Alex|--region|US|--timezone|America/New_York"


@pytest.fixture
def every(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    folder = tmp_path / "typed"
    folder.mkdir()
    monkeypatch.chdir(folder)  # some of the texts are names of files
    (tmp_path / "list.json").write_text('[{"slug": "a", "name": "A", "day": 2, "time": "19:00"}]')
    found = commands(str(folder), str(tmp_path / "list.json"))
    return [one for one in found if one.name not in STAYS and one.name.split()[-1] != "remove"]


OTHERS = {"--group", "--contact", "--same-as"}  # they take the name of something that is there


def free(run: Run, every: list[Command]) -> dict[str, list[str]]:
    """Return the options of each command that take any text, found by giving them one."""
    assert run(*NO_TEXTS.split("|")).code == 0
    found: dict[str, list[str]] = {}
    for one in every:
        words = one.name.split()
        if words[-1] in {"edit", "add", "log", "decide", "setup", "review"}:
            run(*words, *one.takes)
            found[one.name] = [
                option
                for number, option in enumerate(one.options)
                if option not in OTHERS
                and run(*named(one, f"A {number}"), option, "quiet 5", *pair(option, "tea")).code
                == 0
            ]
    return found


def named(one: Command, name: str) -> list[str]:
    """Return a command's line; what is added has this name."""
    words = one.name.split()
    return [*words, *((name, *one.takes[1:]) if words[-1] == "add" else one.takes)]


def pair(option: str, text: str) -> tuple[str, ...]:
    """Return what must stand beside an option."""
    return ("--then", text) if option == "--if" else ()


def test_nothing_typed_anywhere_does_harm(
    run: Run, every: list[Command], home: Path, tmp_path: Path
) -> None:
    taking = free(run, every)
    assert sum(map(len, taking.values())) > 40

    @ROUGHLY
    @given(TEXTS, st.integers(0, 4))
    def check(texts: list[str], turn: int) -> None:
        shutil.rmtree(home, ignore_errors=True)
        rough = cycle(texts)
        assert run(*NO_TEXTS.split("|")).code == 0
        kept = place = 0
        for one in every:
            # As the name of a file, - sends the bytes of a backup to standard output.
            files = ("a file" if each == "-" else each for each in map(clean, texts))
            text = cycle(files) if {one.name, *one.options} & WRITING else rough
            words = named(one, one.takes[0] if one.takes else "")
            together = [
                each
                for option in taking.get(one.name, ())
                for each in (option, next(text), *pair(option, next(text)))
            ]
            quiet(run(*words), words)
            line = [*named(one, f"{place} {next(text)}".strip()), *together]
            done = run(*line)
            quiet(done, line)
            kept += bool(together) and done.code == 0
            for option in one.options:
                place += 1
                if place % 5 == turn:
                    line = [*words, option, next(text)]
                    quiet(run(*line), line)
            if one.takes:
                line = [*one.name.split(), *one.takes[1:], "--", next(text)]
                quiet(run(*line), line)
        assert kept > 5
        assert look(run, tmp_path / "written") > 50

    check()


FIELDS = frozenset(
    (
        "name", "call", "text", "email", "other", "say", "card_name", "label", "triggers",
        "steps", "if", "then", "programme", "where", "link", "types", "why", "caution",
        "listed", "idea", "unsafe", "note", "did", "what", "helped", "question", "phrase",
    )
)  # fmt: skip
FULL = (
    NO_TEXTS,
    "risk|add|Nights|--when|nights|--trigger|quiet|--step|shower|--if|pace|--then|walk",
    "contact|add|Sam|--role|peer|--call|555-0114|--other|x|--say|hello|--card-name|S|--when|daily",
    "step|add|Tea|--kind|alone",
    "support|add|rides|--need",
    "reason|add|Sleep|--on|now|--on|card|--on|plan",
    "group|add|Life|--when|daily 7-8pm|--where|hall|--link|https://meeting.example|--programme|AA|--type|O",
    "meeting|log|Life|--at|2026-11-20 19:00|--note|fine|--idea|walk|--unsafe|loud",
    "urge|log|--strength|5|--trigger|payday|--did|tea|--note|late|--at|2026-11-20 19:00",
    "lapse|log|--trigger|payday|--note|late|--at|2026-11-20 19:00",
    "review|--helped|tea|--idea|walk|--question|what next",
)


@typed_once
def fill(run: Run) -> None:
    for line in FULL:
        assert run(*line.split("|")).code == 0, line


def replaced(value: Any, text: Any, field: str = "") -> Any:
    """Return a document with every free text in it replaced by the next."""
    if isinstance(value, dict):
        return {name: replaced(one, text, name) for name, one in value.items()}
    if isinstance(value, list):
        return [replaced(one, text, field) for one in value]
    return next(text) if isinstance(value, str) and field in FIELDS else value


IN_FILES = st.lists(
    st.builds(str.__add__, STARTS, ROUGH).map(lambda text: f"{text}5x"), min_size=30, max_size=40
)


def test_nothing_in_an_import_does_harm(run: Run, home: Path, tmp_path: Path) -> None:
    fill(run)
    document = json.loads(run("export", "--json", "-").out)
    path = tmp_path / "typed.json"
    taken: list[bool] = []

    @ROUGHLY
    @given(IN_FILES)
    def check(texts: list[str]) -> None:
        shutil.rmtree(home)
        path.write_text(json.dumps(replaced(document, cycle(texts))), encoding="utf-8")
        done = run("import", str(path))
        quiet(done, texts)
        taken.append(done.code == 0)
        assert look(run, tmp_path / "written") > (70 if taken[-1] else 20), done.err

    check()
    assert any(taken)


def tamper(home: Path, texts: list[str]) -> None:
    """Put texts into the rows themselves, past everything that cleans."""
    # A row holds no half of a character (a lone surrogate).
    text = cycle(one.replace("\0", "").encode(errors="ignore").decode() for one in texts)
    with opening.open_to_write(home) as store:
        for change in CHANGES:
            store.connection.execute(change, {"1": next(text)})


def test_nothing_in_a_backup_does_harm(run: Run, home: Path, tmp_path: Path) -> None:
    @ROUGHLY
    @given(IN_FILES)
    def check(texts: list[str]) -> None:
        shutil.rmtree(home, ignore_errors=True)
        fill(run)
        tamper(home, texts)
        file = tmp_path / "mine.zip"
        assert run("backup", str(file), "--plain-key", "--force").code == 0
        shutil.rmtree(home)
        done = run("restore", str(file), "--yes")
        quiet(done, texts)
        assert done.code == 0, done.err
        assert look(run, tmp_path / "written", tampered=True) > 70

    check()
