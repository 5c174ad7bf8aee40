"""Text that comes from anyone: made harmless where it comes in, shown as it is otherwise."""

from __future__ import annotations

import io
import sys

import pytest

from conftest import Run

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
    (("contact", "add", "d", "--role", "peer", "--call", HOSTILE + " 555"), "call"),
    (("step", "add", HOSTILE, "--kind", "alone"), "text"),
    (("setup", "--name", HOSTILE), "name"),
)


@pytest.mark.parametrize(("line", "field"), FIELDS, ids=[field for _, field in FIELDS])
def test_hostile_text_is_cleaned_in_every_field(
    run: Run, line: tuple[str, ...], field: str
) -> None:
    result = run(*line, "--json")
    assert result.code == 0, result.err
    value = result.json[field]
    text = value[0] if isinstance(value, list) else value
    assert text.removesuffix(" 555") == HARMLESS


def test_lists_show_brackets_as_typed_and_nothing_that_moves_the_terminal(run: Run) -> None:
    for line, _ in FIELDS:
        assert run(*line).code == 0, line
    for noun in ("risk", "contact", "step"):
        out = run(noun, "list").out + run(noun, "show", "1").out
        assert HARMLESS in out
        assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(out)


def test_an_unknown_name_is_said_back_harmlessly(run: Run) -> None:
    for noun in ("risk", "contact", "step"):
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
