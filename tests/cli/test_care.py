"""`care`: five questions, where to go next with the month, and nothing kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.test_lapse import WITHDRAWAL, in_order
from conftest import Run
from recoverplan.data import helplines
from recoverplan.domain.region import SHOWN
from sharing import typed_once

QUESTIONS = (
    "Could it be dangerous for me to stop suddenly?",
    "Have I gone back to it several times, even with support?",
    "Am I having thoughts of suicide?",
    "Is my mood getting worse?",
    "Is where I live unsafe?",
)
NAMES = ("stopping", "going-back", "thoughts", "mood", "home")
OTHER_DEVICE = "If someone may read this screen, use a device they don't use."
CRISIS = "988: call or text, any hour. For suicide, mental health or substance use crises."
DANGER = "In danger now: 911."
SAMHSA = "call 1-800-662-4357"
HOME = "National Domestic Violence Hotline: call 1-800-799-7233"
FINDER = "findtreatment.gov"
AROUND = "Ask for care that fits around work and family"
ROWS = helplines.load()
MIX = "Find the right mix of peers, treatment and practical help."


@pytest.fixture
@typed_once
def us(run: Run) -> Run:
    """Somebody in the US."""
    run("setup", "--region", "US", "--about", "drugs")
    return run


def test_without_a_terminal_the_questions_and_every_route_are_printed(us: Run) -> None:
    result = us("care")
    assert (result.code, result.err) == (0, "")
    assert "Your answers are not saved." in result.out
    in_order(result.out, OTHER_DEVICE, *QUESTIONS, CRISIS, DANGER, HOME, WITHDRAWAL)
    in_order(result.out, "Ask your doctor", AROUND, SAMHSA, FINDER)
    in_order(result.out, MIX, "Numbers looked up in November 2026.")
    assert "Source" not in result.out
    assert us("care", "--all").out == result.out


@pytest.mark.parametrize(
    ("answer", "shown", "hidden"),
    [
        (("--stopping", "yes"), (WITHDRAWAL, SAMHSA, FINDER, AROUND, MIX), (CRISIS, HOME)),
        (("--stopping", "unsure"), (WITHDRAWAL, SAMHSA, AROUND), (CRISIS, HOME)),
        (("--going-back", "yes"), (WITHDRAWAL, SAMHSA, AROUND), (CRISIS, HOME)),
        (("--going-back", "unsure"), ("Ask your doctor",), (SAMHSA, CRISIS, HOME)),
        (("--thoughts", "yes"), (CRISIS, SAMHSA), (HOME,)),
        (("--thoughts", "unsure"), (CRISIS, "call 911 now", SAMHSA), (HOME,)),
        (("--mood", "yes"), (SAMHSA, AROUND), (CRISIS, HOME)),
        (("--mood", "unsure"), ("Ask your doctor",), (SAMHSA, CRISIS, HOME)),
        (("--home", "yes"), (DANGER, HOME, SAMHSA), (CRISIS,)),
        (("--home", "unsure"), (DANGER, HOME, SAMHSA), (CRISIS,)),
    ],
)
def test_each_answer_leads_where_it_should(
    us: Run, answer: tuple[str, ...], shown: tuple[str, ...], hidden: tuple[str, ...]
) -> None:
    said = us("care", *answer).out
    for text in shown:
        assert text in said, text
    for text in hidden:
        assert text not in said, text


def test_no_to_all_suggests_nothing_and_counts_nothing(us: Run) -> None:
    said = us("care", *(part for one in NAMES for part in (f"--{one}", "no"))).out
    assert "You answered no to all of them" in said
    for text in (CRISIS, SAMHSA, HOME, WITHDRAWAL):
        assert text not in said
    assert not any(letter.isdigit() for letter in said)


def test_the_crisis_line_stands_before_everything_else(us: Run) -> None:
    said = us("care", "--thoughts", "yes", "--stopping", "yes").out
    in_order(said, "call 911 now.", CRISIS, WITHDRAWAL, "Where to go next")
    assert said.startswith(f"{OTHER_DEVICE}\nIf you might act on thoughts of suicide")


@pytest.mark.parametrize(
    ("region", "said", "unsaid"),
    [
        ("IE", ("HSE Drugs & Alcohol Helpline", "116 123", "Numbers looked up"), (FINDER, "988")),
        ("GB-SCT", ("Scotland's Domestic Abuse", "Drinkline", "call 999 now"), (FINDER,)),
        ("FR", ("Drogues Info Service", "3114", "3919"), (FINDER,)),
        ("AD", ("We have no help line for Andorra", "Ask your doctor"), ("Numbers looked",)),
    ],
)
def test_routes_are_those_of_the_region(
    run: Run, region: str, said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    run("setup", "--region", region)
    result = run("care").out
    for text in said:
        assert text in result, text
    for text in unsaid:
        assert text not in result, text


def test_without_a_region_no_country_is_assumed(run: Run, home: Path) -> None:
    result = run("care")
    assert result.code == 0
    assert "your local emergency number" in result.out
    assert "recoverplan setup --region US" in result.out
    assert not {"911", "988", FINDER} & set(result.out.replace(":", " ").split())
    assert not home.exists()


def test_gambling_has_its_own_line_and_words(run: Run) -> None:
    run("setup", "--region", "US", "--about", "gambling")
    said = run("care", "--going-back", "yes").out
    assert "National Problem Gambling Helpline" in said
    for word in ("naloxone", "methadone", "seizure"):
        assert word not in said.lower()
    assert WITHDRAWAL in run("care", "--stopping", "yes").out


def test_nothing_is_kept(us: Run, home: Path) -> None:
    before = {path.name: path.read_bytes() for path in home.iterdir()}
    for answer in ("yes", "no", "unsure"):
        us("care", "--mood", answer, "--home", answer)
    us("care")
    assert {path.name: path.read_bytes() for path in home.iterdir()} == before


def test_json_has_questions_answers_and_routes(us: Run) -> None:
    record = us("care", "--home", "yes", "--stopping", "no", "--json").json
    assert record["schema"] == "recoverplan/care/1"
    assert [each["question"].partition("?")[0] + "?" for each in record["questions"]] == list(
        QUESTIONS
    )
    answers = {each["id"]: each["answer"] for each in record["questions"]}
    assert answers == dict.fromkeys(NAMES) | {"stopping": "no", "home": "yes"}
    assert (record["leads_on"], record["region"], record["emergency"]) == (True, "US", "911")
    kinds = [each["kind"] for each in record["routes"]]
    assert kinds == ["referral", "domestic-violence", "directory"]
    assert all(each["source"] for each in record["routes"])
    assert record["numbers_of"] == "November 2026"
    assert set(record) == {
        "schema", "questions", "leads_on", "region", "emergency", "police", "routes", "numbers_of",
    }  # fmt: skip
    none = us("care", "--mood", "no", "--json").json
    assert (none["leads_on"], none["routes"]) == (False, [])


def test_wrong_answers_are_refused(us: Run) -> None:
    result = us("care", "--mood", "maybe")
    assert result.code == 2
    assert "yes, no or unsure" in result.err


def test_own_and_hidden_lines_are_respected(us: Run) -> None:
    us("contact", "add", "Clinic line", "--role", "line", "--call", "555-0150")
    us("contact", "pause", "988 Suicide & Crisis Lifeline")
    said = us("care", "--thoughts", "yes").out
    assert "Clinic line: call 555-0150" in said
    assert CRISIS not in said


def test_it_answers_with_a_damaged_store(us: Run, home: Path) -> None:
    (home / "plan.db").write_bytes(b"noise" * 3000)
    result = us("care")
    assert result.code == 0
    assert CRISIS in result.out
    assert SAMHSA in result.out
    assert result.err


@pytest.mark.parametrize(
    ("region", "police", "line", "crisis"),
    [
        ("US", "In danger now: 911.", "National Domestic Violence Hotline", "988"),
        ("GB", "In danger now: 999.", "Men's Advice Line", "Samaritans"),
        ("GB-ENG", "In danger now: 999.", "National Domestic Abuse Helpline", "NHS 111"),
        ("GB-SCT", "In danger now: 999.", "Scotland's Domestic Abuse", "Samaritans"),
        ("GB-WLS", "In danger now: 999.", "Live Fear Free", "Samaritans"),
        ("GB-NIR", "In danger now: 999.", "Domestic and Sexual Abuse Helpline", "Lifeline"),
        ("DE", "In danger now: 110.", "Hilfetelefon Gewalt gegen Frauen", "TelefonSeelsorge"),
        ("IN", "In danger now: 112.", "Women Helpline", "Tele-MANAS"),
        ("BR", "In danger now: 190.", "", "CVV"),
        ("JP", "In danger now: 110.", "", "Yorisoi"),
        (None, "In danger now: your local emergency number.", "", ""),
    ],
)
def test_danger_from_a_person_is_for_the_police_and_one_screen_is_enough(
    run: Run, region: str | None, police: str, line: str, crisis: str
) -> None:
    run("setup", "--about", "drugs", *(("--region", region) if region else ()))
    said = run("care", *(part for one in NAMES for part in (f"--{one}", "yes"))).out
    in_order(said, OTHER_DEVICE, crisis, police, line, "Where to go next")
    assert len(said.splitlines()) <= 12


EVERYTHING = tuple(part for one in NAMES for part in (f"--{one}", "yes"))


@pytest.mark.parametrize("region", sorted({row["c"] for row in ROWS.lines}))
def test_what_every_answer_leads_to_has_twelve_lines_at_most_and_contradicts_nothing(
    run: Run, region: str
) -> None:
    run("setup", "--region", region)
    said = run("care", *EVERYTHING).out
    assert len(said.splitlines()) <= 12
    shown = [
        row for row in ROWS.lines if row["c"] in {region, region[:2]} and row["grade"] in SHOWN
    ]
    assert ("We have no help line" in said) == (not shown)


@pytest.mark.parametrize(
    ("region", "more"),
    [("GB", "GB-ENG"), ("CA", "CA-ON"), ("GB-SCT", ""), ("GB-ENG", ""), ("US", ""), ("DE", "")],
)
def test_where_only_parts_have_a_line_for_somebody_the_way_to_it_is_named(
    run: Run, region: str, more: str
) -> None:
    """In the United Kingdom the lines for women are of its parts; those of all are for others."""
    run("setup", "--region", region)
    run("group", "add", "Tuesday", "--when", "tue 7-8pm")
    log = ("meeting", "log", "Tuesday", "--at", "2026-11-17 19:00", "--unsafe", "pressure")
    for said in (run("care", "--home", "yes").out, run(*log).out):
        way = f"recoverplan lines --kind domestic-violence --region {more}"
        assert (way in said) == bool(more)
    if more:
        found = run("lines", "--kind", "domestic-violence", "--region", more).out
        assert "women" in found


def test_where_only_parts_have_a_line_for_care_the_way_to_it_is_named(run: Run) -> None:
    run("setup", "--region", "CA", "--about", "drugs")
    said = run("care", "--mood", "yes").out
    assert "recoverplan lines --kind referral --region CA-" in said
    run("setup", "--region", "CA-ON")
    said = run("care", "--mood", "yes").out
    assert "ConnexOntario" in said
    assert "There are more lines" not in said


def test_where_sources_disagree_the_sentence_with_the_number_is_still_a_sentence(run: Run) -> None:
    out = run("setup", "--region", "BO", "--about", "drugs").out
    doubt = "Our sources disagree about 118, so ask someone local too."
    assert f"shaking that gets worse. {doubt}" in out
    out = run("care", "--thoughts", "yes", "--home", "yes", "--stopping", "yes").out
    in_order(out, f"If you might act on thoughts of suicide, call 118 now. {doubt}")
    in_order(out, "In danger now: 110. Our sources disagree about 110, so ask someone local too.")
    assert "Emergency number: 118. Our sources" in run("lines", "--region", "BO").out
    assert "Our sources disagree about 118 and 110" in run("family", "page").out
    run("setup", "--about", "gambling")
    said = run("lapse", "log").out
    assert f"If thoughts of suicide come, call 118. {doubt}" in said


@pytest.mark.parametrize(
    "code", sorted({row["c"] for row in ROWS.emergency if row["grade"] == "C"})[:40:4]
)
def test_no_note_stands_inside_a_sentence(run: Run, code: str) -> None:
    run("setup", "--region", code, "--about", "alcohol,gambling")
    for command in (("care",), ("lapse", "log"), ("lines",), ("family", "page"), ("now",)):
        assert "(our sources" not in run(*command).out.lower()
        assert "(check locally" not in run(*command).out.lower()
