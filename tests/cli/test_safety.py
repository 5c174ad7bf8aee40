"""The safety plan on one page: its parts, its files, and a plan made elsewhere taken in."""

from __future__ import annotations

import stat
from pathlib import Path
from tempfile import mkdtemp
from textwrap import wrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sheets
from conftest import Run
from page_reading import PageRead
from recoverplan.words import safety as words
from recoverplan.words.files import NOTHING_TAKEN
from sharing import typed_once

PARTS = ["signs", "alone", "places", "people", "professionals", "safer"]
ENTERED = (
    "setup|--region|US|--about|drugs|--name|Alex",
    "contact|add|Sam|--role|peer|--call|555-0114",
    "contact|add|Priya|--role|family|--text|555-0127|--call|555-0127",
    "contact|add|Lee|--role|peer|--other|Signal @lee",
    "contact|add|Dr. Ito|--role|clinical|--call|555-0199",
    "contact|add|Kept off|--role|peer|--call|555-0150|--off-now",
    "step|add|I stop answering texts|--kind|sign",
    "step|add|Tea and the radio|--kind|alone",
    "step|add|The library|--kind|places",
    "step|add|Sit with somebody|--kind|people",
    "step|add|Ask for the evening program|--kind|professionals",
    "step|add|Lock up the pills|--kind|safer",
    "group|add|Tuesday Lifeline|--when|tue 7-8pm|--where|St Luke's hall",
    "reason|add|Breakfast with my daughter|--on|safety",
    "reason|add|Mine alone",
)


@typed_once
def enter(run: Run, *lines: str) -> None:
    for line in lines:
        assert run(*line.split("|")).code == 0, line


def parts(run: Run, *where: str) -> dict[str, list[str]]:
    return {each["part"]: each["items"] for each in run(*where, "safety", "--json").json["parts"]}


def below(pdf: Path) -> float:
    """Return how far down the first page there is ink, in millimetres."""
    box = sheets.ink(sheets.pages(pdf.read_bytes())[0])
    assert box is not None
    return box[3]


@pytest.fixture
def typed(run: Run) -> Run:
    enter(run, *ENTERED)
    return run


def test_six_parts_in_order_and_reasons_that_were_chosen(typed: Run) -> None:
    record = typed("safety", "--json").json
    assert [each["part"] for each in record["parts"]] == PARTS
    assert record["reasons"] == ["Breakfast with my daughter"]
    found = parts(typed)
    assert found["people"] == [
        "Sam, call 555-0114", "Priya, call or text 555-0127", "Lee, other way: Signal @lee",
        "Sit with somebody",
    ]  # fmt: skip
    assert found["professionals"][0] == "Dr. Ito, call 555-0199"
    assert found["professionals"][-1] == "Call 911 in an emergency"
    assert any(item.startswith("988") for item in found["professionals"])
    assert found["places"] == ["The library", "Tuesday Lifeline, Tue 7–8 pm, St Luke's hall"]
    assert "Kept off" not in typed("safety").out


def test_empty_parts_invite(run: Run) -> None:
    said = run("safety").out
    for part in PARTS:
        assert words.HEADINGS[part] in said
        assert words.INVITATIONS[part] in said
    assert words.SET_REGION in said


def test_somebody_who_is_good_company_stands_there_and_not_among_those_to_ask(typed: Run) -> None:
    enter(typed, "step|add|sam|--kind|places")
    assert parts(typed)["places"][0] == "Sam, call 555-0114"
    assert "Sam, call 555-0114" not in parts(typed)["people"]
    enter(typed, "step|add|Ring Dana|--kind|people")
    assert "Ring Dana" in parts(typed)["people"]


def test_files(typed: Run, tmp_path: Path) -> None:
    text, html, pdf = (tmp_path / f"p.{kind}" for kind in ("txt", "html", "pdf"))
    done = typed("safety", "--text", str(text), "--html", str(html), "--pdf", str(pdf))
    assert done.out.split() == [str(text), str(html), str(pdf)]
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
    heard = sheets.said(pdf.read_bytes())
    places = [heard.index(words.HEADINGS[part]) for part in PARTS]
    assert places == sorted(places)
    assert all(map(sheets.is_grey, sheets.pages(pdf.read_bytes())))
    inside = sheets.everything_in(pdf.read_bytes())
    for tag in ("/StructTreeRoot", "/Marked true", "/H1", "/H2", "/Lang"):
        assert tag in inside
    page = html.read_text(encoding="utf-8")
    assert 'href="tel:5550114"' in page
    assert "http" not in page.split("<main>")[1]
    for content in (page.split("<title>")[1].split("</title>")[0], words.TITLE):
        assert "safety" not in content.casefold()
    assert typed("safety", "--pdf", str(pdf)).code == 1
    big = tmp_path / "big.pdf"
    typed("safety", "--pdf", str(big), "--large", "--paper", "letter")
    assert below(big) > below(pdf)


@pytest.mark.parametrize("title", [(), ("--title", "Things to do")], ids=["own", "other"])
def test_folded_with_the_words_inside_nothing_tells_what_it_is(
    typed: Run, tmp_path: Path, title: tuple[str, ...]
) -> None:
    pdf = tmp_path / "p.pdf"
    for line in (("safety", *title), ("review", "--with", "all"), ("urge", "chart")):
        typed("urge", "log", "--strength", "7", "--did", "tea")
        done = typed(*line, "--pdf", str(pdf), "--force")
        assert words.FOLD in done.err
        assert len(sheets.pages(pdf.read_bytes())) == 1  # its back, which is outside, is empty
        told = " ".join(sheets.metadata(pdf.read_bytes()).values()).replace("typst", "")
        assert not sheets.TELLING.search(told)
    assert "one side only" not in done.err
    for number in range(20):
        typed("step", "add", f"Walk {number} times around the block", "--kind", "alone")
    many = typed("safety", *title, "--large", "--pdf", str(pdf), "--force")
    assert len(sheets.pages(pdf.read_bytes())) > 1
    assert "one side only" in many.err


@pytest.mark.parametrize(
    "options", ["--large", "--paper a4", "--force", "--title x", "--json --text p.txt"]
)
def test_options_that_do_not_go_together(typed: Run, options: str) -> None:
    assert typed("safety", *options.split()).code == 2


def test_round_trip_by_text(typed: Run, tmp_path: Path) -> None:
    path, other = tmp_path / "plan.txt", ("--store", str(tmp_path / "other"))
    enter(typed, "step|add|Priya|--kind|places", "step|add|1. a dash - call 5|--kind|people")
    typed("safety", "--text", str(path))
    assert typed(*other, "safety", "import", str(path), "--yes").code == 0
    assert typed(*other, "safety", "--json").json == typed("safety", "--json").json
    again = typed(*other, "safety", "import", str(path), "--yes")
    assert NOTHING_TAKEN in again.out
    assert typed(*other, "undo").code == 0
    assert typed(*other, "contact", "list", "--json").json["contacts"] == []
    assert typed(*other, "step", "list", "--json").json["steps"] == []


@pytest.mark.parametrize("region", ["DE", "GB-SCT", "JP", "NO"])
def test_lines_of_any_region_come_back_as_lines(run: Run, tmp_path: Path, region: str) -> None:
    run(
        "setup", "--region", region, "--about", "alcohol", "--about", "drugs", "--about", "gambling"
    )
    path, other = tmp_path / "plan.txt", ("--store", str(tmp_path / "other"))
    run("safety", "--text", str(path))
    run(*other, "safety", "import", str(path), "--yes")
    assert parts(run, *other) == parts(run)
    assert {one["role"] for one in run(*other, "contact", "list", "--json").json["contacts"]} == {
        "line"
    }


def test_nothing_is_taken_unseen(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("My plan\n\nWarning signs\n- pacing\n\nPeople I can call\n- Jo 07700 900123\n")
    refused = run("safety", "import", str(path))
    assert refused.code == 2
    assert "--yes" in refused.err
    assert "Jo, call 07700 900123" in refused.out
    assert parts(run)["people"] == []
    done = run("safety", "import", str(path), "--yes")
    assert done.out.index("pacing") < done.out.index("Taken: 2 lines")
    assert run("contact", "list", "--json").json["contacts"][0]["call"] == "07700 900123"
    assert "My plan" in done.out.split(words.LEFT_OUT)[1]


def test_nothing_of_a_long_text_is_left_out_without_a_word(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "chat.txt"
    file.write_text("Steps\n" + "Walk\n" * 250_000 + "Last of all\n", encoding="utf-8")
    refused = run("safety", "import", str(file), "--yes")
    assert (refused.code, refused.out) == (2, "")
    assert "more than 1 MB: too much for a plan" in refused.err


def test_somebody_of_the_same_name_with_another_number_stays_as_they_are(
    typed: Run, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("Who I can ask\n- Sam 555-0199\n- Sam 555-0114\n")
    typed("safety", "import", str(path), "--yes")
    sam = typed("contact", "show", "Sam", "--json").json["contact"]
    assert sam["call"] == "555-0114"
    assert "Sam 555-0199" in parts(typed)["people"]


@pytest.mark.parametrize(
    ("content", "code"), [(b"%PDF-1.7\n", 1), (b"\0\1\2", 1), (b"", 1), (b"\xff\xfe", 1)]
)
def test_files_that_are_no_plan(run: Run, tmp_path: Path, content: bytes, code: int) -> None:
    path = tmp_path / "plan"
    path.write_bytes(content)
    refused = run("safety", "import", str(path), "--yes")
    assert (refused.code, refused.out) == (code, "")


ITEM = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z", "M")), min_size=1, max_size=12
).filter(lambda text: text.strip("-"))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(entered=st.lists(st.tuples(st.sampled_from(PARTS), ITEM), max_size=6))
def test_any_steps_come_back_as_they_were(
    run: Run, tmp_path: Path, entered: list[tuple[str, str]]
) -> None:
    folder = Path(mkdtemp(dir=tmp_path))
    first, other = ("--store", str(folder / "first")), ("--store", str(folder / "other"))
    for part, text in entered:
        kind = "sign" if part == "signs" else part
        run(*first, "step", "add", "--kind", kind, "--", text)
    path = folder / "plan.txt"
    run(*first, "safety", "--text", str(path))
    run(*other, "safety", "import", str(path), "--yes")
    assert parts(run, *other) == parts(run, *first)


NAMED = st.sampled_from(
    [
        "Sam",
        "Big Mike",
        "José",
        "O'Brien, Pat",
        "Dr. Ito",
        "Ana (work)",
        "call me Al",
        "李明",
        "988",
    ]
)
WAYS = st.fixed_dictionaries(
    {},
    optional={
        "call": st.sampled_from(["555-0114", "+44 20 7946 0018", "555-0199"]),
        "text": st.sampled_from(["555-0114", "555-0127"]),
        "email": st.sampled_from(["lee@example.org", "a.b+c@example.com"]),
        "other": st.sampled_from(["Signal @lee", "at the desk, or by post", "call the shop"]),
    },
)
PERSON = st.tuples(st.sampled_from(["peer", "sponsor", "family", "clinical", "line"]), WAYS)


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    people=st.dictionaries(NAMED, PERSON, max_size=4),
    entered=st.lists(st.tuples(st.sampled_from(PARTS), ITEM | NAMED), max_size=5),
    groups=st.lists(st.sampled_from(["Tuesday Lifeline", "SMART, online", "The 9"]), unique=True),
    reasons=st.lists(ITEM, max_size=2, unique=True),
    region=st.sampled_from(["US", "GB", "IE", ""]),
)
def test_any_store_comes_back_as_the_same_parts(
    run: Run, tmp_path: Path, *, people: dict[str, tuple[str, dict[str, str]]],
    entered: list[tuple[str, str]], groups: list[str], reasons: list[str], region: str,
) -> None:  # fmt: skip
    folder = Path(mkdtemp(dir=tmp_path))
    first, other = ("--store", str(folder / "first")), ("--store", str(folder / "other"))
    run(*first, "setup", "--name", "Alex", *(("--region", region) if region else ()))
    for name, (role, ways) in people.items():
        given = [f"--{way}={value}" for way, value in ways.items()]
        run(*first, "contact", "add", name, "--role", role, *given)
    for part, text in entered:
        run(*first, "step", "add", "--kind", "sign" if part == "signs" else part, "--", text)
    for name in groups:
        run(*first, "group", "add", name, "--when", "tue 7-8pm", "--where", "a hall")
    for text in reasons:
        run(*first, "reason", "add", "--on", "safety", "--", text)
    path = folder / "plan.txt"
    run(*first, "safety", "--text", str(path))
    run(*other, "safety", "import", str(path), "--yes")
    record, there = (run(*where, "safety", "--json").json for where in (first, other))
    assert there["reasons"] == record["reasons"]
    for mine, theirs in zip(record["parts"], there["parts"], strict=True):
        assert sorted(theirs["items"]) == sorted(mine["items"])


def test_nothing_on_the_page_is_loaded(typed: Run, tmp_path: Path) -> None:
    path = tmp_path / "p.html"
    typed("safety", "--html", str(path), "--large")
    page = PageRead(path.read_text(encoding="utf-8"))
    assert "Tea and the radio" in page.words


BESIDE = """People I can ask for help
- Mum 555-0122 (after 5)
- Ann 555-0130 before 9pm
- Bo 555-0131 (weekends only)
- Cy 555-0132 (24/7)
- Di (my sister) 555-0133, mornings
- Ed 555-0134 (6-9)
- Fay 555-0135 (my rock)

Professionals
- Keyworker: Joanne 555-0125 Mon-Fri 9-5
"""


def test_hours_beside_a_name_are_kept_as_hours_and_all_else_as_words(
    run: Run, tmp_path: Path
) -> None:
    run("setup", "--region", "US", "--timezone", "America/New_York")
    run("contact", "add", "Gil", "--role", "peer", "--call", "555-0136")
    path = tmp_path / "plan.txt"
    path.write_text(BESIDE + "\nPeople I can ask for help\n- Gil 555-0136 (evenings)\n")
    said = run("safety", "import", str(path), "--yes")
    assert "Mum, call 555-0122 (5pm-midnight) (a new contact)" in said.out
    kept = {one["name"]: one["when"] for one in run("contact", "list", "--json").json["contacts"]}
    assert kept == {
        "Mum": ["5pm-midnight"],
        "Ann": ["midnight-9pm"],
        "Bo": ["weekends only"],
        "Cy (24/7)": None,
        "Di (my sister)": ["mornings"],
        "Ed (6-9)": None,
        "Fay (my rock)": None,
        "Joanne (Keyworker)": ["Mon-Fri 9am-5pm"],
        "Gil": None,
        "Gil (evenings)": None,
    }
    now = run("now", now="2026-11-22T15:00").out
    assert "Not their usual hours, but you can still try: Mum, call 555-0122." in now
    assert "Joanne (Keyworker): call 555-0125, Mon to Fri 9 am to 5 pm." in run("card").out
    assert run("safety", "import", str(path), "--yes").out.count("Nothing was taken.") == 1


@pytest.mark.parametrize("region", ["", "US"])
@pytest.mark.parametrize("form", ["text", "pdf", "large", "screen", "narrow"])
def test_what_an_empty_part_asks_is_no_line_of_a_plan(
    run: Run, tmp_path: Path, region: str, form: str
) -> None:
    run("setup", "--region", region)
    run("step", "add", "Tea", "--kind", "alone")
    path, page, other = tmp_path / "plan.txt", tmp_path / "plan.pdf", tmp_path / "other"
    said = run("safety").out
    if form == "text":
        run("safety", "--text", str(path))
        said = path.read_text(encoding="utf-8")
    elif form in ("pdf", "large"):
        run("safety", "--pdf", str(page), *(["--large"] if form == "large" else []))
        said = "\n".join(sheets.texts(page.read_bytes()))
    elif form == "narrow":
        said = "\n".join(line for row in said.splitlines() for line in wrap(row, 50))
    path.write_text(said, encoding="utf-8")
    run("--store", str(other), "setup", "--region", region)
    run("--store", str(other), "safety", "import", str(path), "--yes")
    assert parts(run, "--store", str(other)) == parts(run)
