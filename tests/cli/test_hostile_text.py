"""Text that comes from anyone: made harmless where it comes in, shown as it is otherwise."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from conftest import Run
from terminal import Terminal

HOSTILE = "\x1b[31m[red]\u202eevil[/]\x00\x9b2J\nsecond\x1b]8;;http://x\x07 line\udcff"
HARMLESS = "[red]evil[/] second line"
FIELDS = (
    (("risk", "add", HOSTILE, "--when", "nights"), "label"),
    (("risk", "add", "r", "--when", "nights", "--trigger", HOSTILE), "trigger"),
    (("risk", "add", "s", "--when", "nights", "--step", HOSTILE), "step"),
    (("risk", "add", "t", "--when", "nights", "--if", HOSTILE, "--then", HOSTILE), "then"),
    (("contact", "add", HOSTILE, "--role", "peer"), "name"),
    (("contact", "add", "a", "--role", "peer", "--other", HOSTILE), "other"),
    (("contact", "add", "b", "--role", "peer", "--say", HOSTILE), "say"),
    (("contact", "add", "c", "--role", "peer", "--card-name", HOSTILE), "card_name"),
    (("step", "add", HOSTILE, "--kind", "alone"), "text"),
    (("setup", "--name", HOSTILE), "name"),
    (("support", "add", HOSTILE, "--kind", "practical", "--need"), "what"),
    (("reason", "add", HOSTILE, "--on", "now"), "text"),
    (("urge", "log", "--trigger", HOSTILE), "trigger"),
    (("urge", "log", "--did", HOSTILE), "did"),
    (("lapse", "log", "--trigger", HOSTILE), "trigger"),
    (("review", "--helped", HOSTILE), "helped"),
    (("review", "--idea", HOSTILE), "idea"),
    (("review", "--question", HOSTILE), "question"),
)


@pytest.mark.parametrize(("line", "field"), FIELDS, ids=[field for _, field in FIELDS])
def test_hostile_text_is_cleaned_in_every_field(
    run: Run, line: tuple[str, ...], field: str
) -> None:
    result = run(*line, "--json")
    assert result.code == 0, result.err
    value = result.json[field]
    text = value[0] if isinstance(value, list) else value
    assert text == HARMLESS


def test_a_number_is_cleaned_too_and_hostile_words_are_none(run: Run) -> None:
    number = "\x1b[31m555\u202e-\x9b2J01\x0014\x1b]8;;http://x\x07\udcff"
    line = ("contact", "add", "d", "--role", "peer", "--call")
    assert run(*line, number, "--json").json["call"] == "555-0114"
    refused = run(*line, f"{HOSTILE} 555")
    assert refused.code == 2
    assert f'not "{HARMLESS} 555"' in refused.err
    assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(refused.err)


def test_lists_show_brackets_as_typed_and_nothing_that_moves_the_terminal(run: Run) -> None:
    for line, _ in FIELDS:
        assert run(*line).code == 0, line
    for noun in ("risk", "contact", "step", "support", "reason"):
        out = run(noun, "list").out + run(noun, "show", "1").out
        assert HARMLESS in out
        assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(out)


def test_an_unknown_name_is_said_back_harmlessly(run: Run) -> None:
    for noun in ("risk", "contact", "step", "support", "reason"):
        result = run(noun, "show", HOSTILE)
        assert result.code == 3
        assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(result.err)


def test_an_ascii_terminal_gets_a_substitute(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from recoverplan import __main__ as door

    run("risk", "add", "Nächte 🌙", "--when", "nights", "--trigger", "allein…")
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="")
    monkeypatch.setattr(sys, "argv", ["recoverplan", "risk", "list"])
    monkeypatch.setattr(sys, "stdout", out)
    assert door.main() == 0
    out.flush()
    assert b"N" in out.buffer.getvalue()


# What a store holds that somebody tampered with: never cleaned on its way in.
TAMPERED = "\x1b]52;c;aGVsbG8=\x07\x1b[31mX\x9b2J\u202eevil\u2066\x7f[red][/]</b><script>"
COMMANDS = (
    "plan",
    "plan --json",
    "plan --gaps",
    "plan --risk 1",
    "now",
    "now --json",
    "card",
    "card --json",
    "card --title",
    "contact list",
    "contact list --json",
    "contact show 1",
    "contact ask 1",
    "risk list",
    "risk show 1",
    "group list",
    "group show 1",
    "meeting list --json",
    "meeting show 1",
    "step list",
    "urge list",
    "urge list --json",
    "urge show 1",
    "urge chart",
    "urge chart --json",
    "lapse list",
    "lapse show 1",
    "review",
    "review --json",
    "review --month",
    "support",
    "support --json",
    "support list",
    "support show 1",
    "reason list",
    "reason show 1",
    "family page --json",
    "family page --all",
    "help nobody",
    "history",
    "history --json",
    "export --json -",
    "contact show nobody",
)
CHANGES = (
    "UPDATE contact SET name = ?1, say = ?1, call = ?1, card_name = ?1",
    (
        "UPDATE risk_window SET label = ?1, triggers = json_array(?1), steps = json_array(?1),"
        " if_thens = json_array(json_array(?1, ?1))"
    ),
    "UPDATE plan_step SET text = ?1",
    "UPDATE support SET what = ?1",
    "UPDATE reason SET text = ?1",
    "UPDATE peer_group SET name = ?1, place = ?1, link = ?1, programme = ?1, why = ?1",
    "UPDATE urge SET note = ?1, did = ?1, triggers = json_array(?1)",
    "UPDATE lapse SET note = ?1, triggers = json_array(?1)",
    "UPDATE review SET helped = ?1, idea = ?1, question = ?1",
    (
        "INSERT INTO outcome VALUES"
        " (1, NULL, ?1, '2026-11-20T21:00:00+00:00', 'hard', '2026-11-20T21:00:00+00:00')"
    ),
    "UPDATE meeting SET note = ?1, idea = ?1",
    "UPDATE history_step SET name = ?1",
)


def test_a_store_that_was_tampered_with_moves_no_terminal(
    run: Run, home: Path, tmp_path: Path
) -> None:
    from recoverplan.store import opening

    for line in (
        "risk|add|Nights|--when|nights|--trigger|quiet|--step|shower|--if|pace|--then|walk",
        "contact|add|Sam|--role|peer|--call|555-0114|--say|hello",
        "step|add|Tea|--kind|alone",
        "support|add|rides|--need",
        "reason|add|Sleep|--on|now|--on|card|--on|plan",
        "group|add|Life|--when|daily 7-8pm|--where|hall|--link|https://meeting.example",
        "meeting|log|Life|--at|2026-11-20 19:00|--note|fine|--idea|walk",
        "urge|log|--strength|5|--trigger|payday|--did|tea|--note|late|--at|2026-11-20 19:00",
        "lapse|log|--trigger|payday|--note|late|--at|2026-11-20 19:00",
        "review|--helped|tea|--idea|walk|--question|what next",
    ):
        assert run(*line.split("|")).code == 0
    with opening.open_to_write(home) as store:
        for change in CHANGES:
            store.connection.execute(change, {"1": TAMPERED})
    from recoverplan.cli.output import console

    dangerous = {"\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\x7f"}
    assert run("step", "add", "Walk", "--kind", "alone").code == 0  # the card is made anew
    for line in COMMANDS:
        result = run(*line.split())
        assert result.code in {0, 3}, (line, result.err)
        assert not dangerous & set(result.out + result.err), line
    for name in ("card", "plan"):
        assert run(name, "--html", str(tmp_path / f"{name}.html")).code == 0
        page = (tmp_path / f"{name}.html").read_text(encoding="utf-8")
        assert "[red][/]&lt;/b&gt;&lt;script&gt;" in page
        assert "<script" not in page
        assert not dangerous & set(page)
    out = console()
    from recoverplan.writers.rows import Fact
    from recoverplan.writers.terminal.rows import fact_screen

    with out.capture() as drawn:
        out.print(fact_screen(TAMPERED, [Fact(f"If {TAMPERED}", TAMPERED)], 80))
    assert not dangerous & set(drawn.get())


def test_an_ascii_terminal_is_asked_in_its_letters(run: Run) -> None:
    assert run("contact", "add", "Zoë", "--role", "peer").code == 0
    talk = Terminal("contact", "remove", "Zoë", PYTHONIOENCODING="ascii")
    talk.answer("Remove Zoe?", "n")
    assert talk.rest()[0] == 0
