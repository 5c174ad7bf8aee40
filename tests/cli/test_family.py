"""The page for the people close to somebody: each line chosen, and nothing from what was logged."""

from __future__ import annotations

from pathlib import Path

import pytest

import sheets
from conftest import Run
from recoverplan.words import family as words
from sharing import typed_once

SECRET = "zzsecret"
PEOPLE = (
    "setup|--region|US|--about|drugs|--name|Alex",
    "contact|add|Dana|--role|family|--call|555-0136|--when|fri-sun 10am-8pm",
    "contact|add|Sam|--role|peer|--call|555-0114",
    "support|add|rides|--need",
    "support|add|somebody for the dog|--kind|practical|--need",
    "support|add|a counselor or therapist|--need",
    "support|add|childcare|--no",
)
# Everything that a person can log or plan, each with the secret in it.
LOGGED = (
    (
        f"risk|add|{SECRET} nights|--when|mon-thu 9pm-midnight|--trigger|{SECRET} trigger"
        f"|--step|{SECRET} step|--if|{SECRET} if|--then|{SECRET} then"
    ),
    f"step|add|{SECRET} own|--kind|alone",
    f"group|add|{SECRET} group|--when|tue 7-8pm",
    (
        f"meeting|log|{SECRET} group|--at|2026-11-17 19:00|--note|{SECRET} note"
        f"|--idea|{SECRET} idea|--mood-before|3|--mood-after|9"
    ),
    f"urge|log|--strength|7|--trigger|{SECRET} urge|--did|{SECRET} did|--note|{SECRET} words",
    f"lapse|log|--trigger|{SECRET} lapse|--note|{SECRET} verdict",
    f"reason|add|{SECRET} reason|--on|card|--on|now|--on|plan",
    f"contact|add|{SECRET} peer|--role|peer|--call|555-0150|--say|{SECRET} opening",
    f"contact|edit|Dana|--say|{SECRET} words for her",
    f"support|add|{SECRET} treatment|--kind|clinical|--need",
)


@typed_once
def enter(run: Run, *lines: str) -> None:
    for line in lines:
        assert run(*line.split("|")).code == 0, line


def texts(run: Run, *options: str) -> list[str]:
    """Return every line of the page as JSON has it."""
    sections = run("family", "page", "--json", *options).json["sections"]
    return [line["text"] for section in sections for line in section["lines"]]


def test_needs_come_first_and_what_was_declined_is_left_out(run: Run) -> None:
    enter(run, *PEOPLE)
    shown = texts(run)
    assert shown[:2] == ["Rides.", "Somebody for the dog."]
    assert "Less questioning." in shown
    assert not [text for text in shown if "Childcare" in text or "therapist" in text]


def test_when_to_call_is_said_as_in_the_moment(run: Run) -> None:
    enter(run, *PEOPLE)
    shown, moment = texts(run), run("now").out
    called, naloxone, danger, *lines = shown[-8:-2]
    assert called.startswith("Call 911 now if someone won't wake up")
    assert "someone might act on thoughts of suicide" in called
    assert "naloxone" in naloxone
    assert naloxone in moment
    assert danger == "If someone puts you in danger, call 911."
    assert lines[0] in moment
    assert lines[-1].startswith("National Domestic Violence Hotline: call 1-800-799-7233")
    assert shown[-2] == "Dana: call 555-0136, Fri–Sun 10 am–8 pm."
    assert "Sam" not in " ".join(shown)
    enter(run, "setup|--about|gambling")
    assert "naloxone" not in " ".join(texts(run))


def test_whoever_is_not_safe_to_call_is_not_on_it(run: Run) -> None:
    enter(run, *PEOPLE, "contact|add|Old|--role|family|--call|555-0141|--off-now")
    said = texts(run, "--all")
    assert any("555-0136" in text for text in said)
    assert not any("Old" in text or "555-0141" in text for text in said)
    run("contact", "edit", "Old", "--on-now")
    assert any("555-0141" in text for text in texts(run, "--all"))


def test_without_a_region_no_number_is_made_up(run: Run) -> None:
    assert "your local emergency number" in " ".join(texts(run))
    assert "911" not in " ".join(texts(run))


@pytest.mark.parametrize("form", ["text", "html", "pdf"])
def test_nothing_of_what_was_logged_is_on_it(run: Run, tmp_path: Path, form: str) -> None:
    enter(run, *PEOPLE, *LOGGED)
    path = tmp_path / f"page.{form}"
    assert run("family", "page", "--all", f"--{form}", str(path)).code == 0
    content = path.read_bytes()
    text = sheets.said(content) if form == "pdf" else content.decode()
    assert SECRET not in text
    for said in ("Rides.", "What would help tonight?", "555-0136", "Call 911 now", words.TITLE):
        assert said in text.replace("&#34;", '"').replace("\xa0", " ")
    for telling in ("recover", "lapse", "urge", "sober"):
        assert telling not in text.casefold().replace("linebreak", "")
    assert path.stat().st_mode & 0o777 == 0o600


def test_only_chosen_lines_are_written(run: Run, tmp_path: Path) -> None:
    enter(run, *PEOPLE)
    path = tmp_path / "page.txt"
    done = run("family", "page", "--line", "1,7", "--line", "2", "--text", str(path))
    assert done.out.strip() == str(path)
    shown = texts(run)
    written = path.read_text(encoding="utf-8")
    for place, text in enumerate(shown, start=1):
        assert (text in written) is (place in {1, 2, 7}), text
    assert "When to call" not in written


def test_own_words_are_added_without_being_numbered_first(run: Run) -> None:
    said = run("family", "page", "--line", "1", "--add", "Sunday walks", "--title", "For you").out
    assert said.startswith("For you\n")
    assert "- Sunday walks." in said
    assert "Meals" not in said
    # The numbers that were seen in the preview stay those of their lines.
    nine = run("family", "page", "--line", "9", "--json").json["sections"][0]["lines"][0]
    with_own = run("family", "page", "--line", "9", "--add", "a", "--add", "b", "--json").json
    assert with_own["sections"][1]["lines"] == [nine]
    assert [line["text"] for line in with_own["sections"][0]["lines"]] == ["A.", "B."]


def test_without_a_choice_there_is_a_preview_and_nothing_is_written(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "page.txt"
    preview = run("family", "page")
    assert preview.code == 0
    assert "  1  Rides." in preview.out
    assert "--line 1 --line 4" in preview.out
    refused = run("family", "page", "--text", str(path))
    assert refused.code == 2
    assert refused.out == preview.out
    assert "--all" in refused.err
    assert not path.exists()


def test_a_file_that_is_there_is_not_overwritten(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("mine", encoding="utf-8")
    refused = run("family", "page", "--all", "--text", str(path))
    assert refused.code == 1
    assert path.read_text(encoding="utf-8") == "mine"
    assert run("family", "page", "--all", "--text", str(path), "--force").code == 0


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("--line|99", "from 1 to"),
        ("--line|x", "from 1 to"),
        ("--line|1|--all", "not both"),
        ("--all|--paper|a4", "--pdf"),
        ("--all|--force", "--text page.txt"),
        ("--all|--json|--text|x", "not both"),
        ("--all|--pdf|x.pdf|--paper|a5", "a4 or letter"),
    ],
)
def test_what_will_not_do_is_said(run: Run, line: str, hint: str) -> None:
    result = run("family", "page", *line.split("|"))
    assert result.code == 2
    assert hint in result.err


def test_hostile_text_is_harmless_in_every_form(run: Run, tmp_path: Path) -> None:
    hostile = "\x1b[31m<script>x</script>\u202e#let a = [b]\x00"
    enter(run, "contact|add|Dana|--role|family|--call|555-0136")
    run("contact", "edit", "Dana", "--name", hostile)
    run("support", "add", hostile, "--kind", "practical", "--need")
    for form in ("text", "html", "pdf"):
        path = tmp_path / f"page.{form}"
        done = run("family", "page", "--all", "--title", hostile, f"--{form}", str(path))
        assert done.code == 0, done.err
        content = path.read_bytes()
        text = sheets.said(content) if form == "pdf" else content.decode()
        assert not {"\x1b", "\u202e", "\x00"} & set(text)
        if form == "html":
            assert "<script" not in text
        else:
            assert "<script>x</script>#let a = [b]" in text


def test_whose_page_it_is_is_a_line_to_choose(run: Run) -> None:
    assert words.WHOSE not in run("family", "page").out
    run("setup", "--name", "Alex", "--region", "US")
    listed = run("family", "page").out
    number = listed.partition(f"{words.WHOSE}\n")[2].split()[0]
    chosen = run("family", "page", "--line", number, "--line", "1", "--text", "-").out
    assert chosen.endswith(f"{words.WHOSE}\n- This page is from Alex.\n")
    assert "Alex" not in run("family", "page", "--line", "1", "--text", "-").out


def test_where_only_parts_have_a_line_for_women_the_page_has_those_of_each_part(run: Run) -> None:
    run("setup", "--region", "GB")
    said = run("family", "page", "--all", "--text", "-").out
    for place in ("England", "Scotland", "Wales", "Northern Ireland"):
        assert f", in {place}." in said
    run("setup", "--region", "GB-SCT")
    assert ", in England." not in run("family", "page", "--all", "--text", "-").out
