"""`help TOPIC`: what needs more than a line, in the words of the docs; a command's own help."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Run
from recoverplan.cli.commands import COMMANDS
from recoverplan.data.topics import TOPICS
from recoverplan.words import setup, trial
from recoverplan.writers.columns import wrap
from terminal import Terminal

PAGE = Path(__file__).parents[2] / "docs" / "topics.md"


def test_all_topics_are_listed(run: Run) -> None:
    said = run("help")
    assert said.code == 0
    for topic in TOPICS:
        assert f"  {topic.name} " in said.out
        assert run("help", topic.name).out.startswith(topic.summary)
    assert run("help", "peer", "support").out == run("help", "peer-support").out


def test_the_page_of_the_docs_says_the_same(request: pytest.FixtureRequest) -> None:
    rows = ["# Topics", "", "The same texts as `recoverplan help TOPIC`."]
    for topic in TOPICS:
        rows += ["", f"## `{topic.name}`: {topic.summary[:1].lower()}{topic.summary[1:-1]}"]
        for paragraph in topic.paragraphs:
            rows += ["", *wrap(paragraph, 100)]
    page = "\n".join(rows) + "\n"
    if request.config.getoption("--golden") == "write":
        PAGE.write_text(page, encoding="utf-8")
    assert page == PAGE.read_text(encoding="utf-8")


def test_peer_support_is_said_to_be_what_it_is_and_what_it_is_not(run: Run) -> None:
    said = " ".join(run("help", "peer-support").out.split())
    for sentence in (
        "led by peers, not by clinicians",
        "What it is not: detox, treatment of trauma, medical advice or an emergency service.",
        "Many people use both",
        "Find the right mix of peers, treatment and practical help.",
        "Taking methadone, buprenorphine, naltrexone or other prescribed medicine is part of",
    ):
        assert sentence in said


def test_sentences_that_are_due_elsewhere_too_are_the_same(run: Run) -> None:
    withdrawal = setup.WITHDRAWAL.format(number="your local emergency number")
    assert withdrawal in run("help", "withdrawal").out
    for sentence in trial.BEFORE_FIRST_MEETING:
        assert sentence in run("help", "first-meeting").out


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_a_commands_name_shows_its_help(run: Run, name: str) -> None:
    said = run("help", name).out
    if name in {topic.name for topic in TOPICS}:
        assert f"recoverplan {name} --help" in said
    else:
        assert said == run(name, "--help").out


def test_a_command_of_a_group_shows_its_help(run: Run) -> None:
    assert run("help", "contact", "add").out == run("contact", "add", "--help").out


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("peer", "Did you mean peer-support?"),
        ("withdrawl", "Did you mean withdrawal?"),
        ("pln", "Did you mean plan"),
        ("frobnicate", "Topics: peer-support"),
        ("contact ad", "Did you mean add?"),
        ("contact xyzzy", "recoverplan contact --help"),
    ],
)
def test_an_unknown_topic_names_the_nearest(run: Run, typed: str, hint: str) -> None:
    result = run("help", *typed.split())
    assert (result.code, result.out) == (3, "")
    assert f'no help on "{typed}"' in result.err
    assert hint in result.err


def test_the_pager_is_for_what_is_longer_than_the_terminal(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ncat > {seen}\n", encoding="utf-8")
    pager.chmod(0o700)
    assert Terminal("help", "peer-support", rows=50, PAGER=str(pager)).rest()[0] == 0
    assert not seen.exists()
    code, shown = Terminal("help", "peer-support", rows=10, PAGER=str(pager)).rest()
    assert (code, shown) == (0, "")
    text = seen.read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 80
    assert "led by peers" in " ".join(text.split())
    code, shown = Terminal("help", "peer-support", rows=10, PAGER="no-such-pager").rest()
    assert code == 0
    assert "led by peers" in " ".join(shown.split())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("under-18", "help before you turn 18"),
        ("family", "No is allowed."),
        ("family", "have naloxone at home"),
        ("family", "Your own safety comes first."),
        ("gambling", "self-exclusion list"),
        ("medicine", "If you missed days, ask before the next dose."),
        ("court", "no proof of attendance"),
        ("safer", "keep them locked away from children"),
        ("lines", "recoverplan lines --kind using-alone"),
    ],
)
def test_topics_for_those_who_need_them(run: Run, name: str, said: str) -> None:
    assert said in " ".join(run("help", name).out.split())


def test_the_topic_of_lines_names_every_kind(run: Run) -> None:
    from recoverplan.domain.help_lines import KINDS, TEXT

    said = run("help", "lines").out
    for kind in (*KINDS, TEXT):
        assert f"--kind {kind}" in said
