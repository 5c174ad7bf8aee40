"""`lapse`: the words in their order, kept before anything is said, and nothing taken away by it."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Run
from whole.test_first_week import ALEX, enter

SAFE = "Thank you for writing this down. Are you safe right now?"
INFORMATION = (
    "What happened before it can help next time. It is not a judgment of you. Nothing you logged"
    " before is erased. No count starts over. No one is told."
)
LESS = (
    "After even a short break your body can handle less. An amount you used before can kill you. If"
    " you might use again: not alone, don't mix, go slow, use less than before."
)
SAFE_SPOT = "SafeSpot overdose hotline: call 1-800-972-0590, any hour."
NALOXONE = "Keep naloxone where someone else can reach it."
MEDICINE = "Don't change your recovery medicine on your own."
DOSE = "Ask your prescriber or a pharmacist before the next dose if you missed days"
WITHDRAWAL = "It can be dangerous to stop all at once if you drink heavily every day."
CALL = "Call 911 now for: a seizure, confusion, seeing things, shaking that gets worse."
SUICIDE = "If thoughts of suicide come, call 988."
GAMBLING = "National Problem Gambling Helpline: call 1-800-697-3738, any hour."


def in_order(said: str, *sentences: str) -> None:
    """Check that all is said, in this order."""
    place = 0
    for sentence in sentences:
        assert sentence in said[place:], sentence
        place = said.index(sentence, place) + len(sentence)


def test_without_a_terminal_the_words_stand_in_their_order_and_the_record_is_kept(run: Run) -> None:
    enter(run, *ALEX)
    result = run("lapse", "log", "--at", "yesterday 9pm", "--trigger", "payday", "--note", "alone")
    assert (result.code, result.err) == (0, "")
    in_order(
        result.out,
        "Logged: Sunday 22 November, 9 pm.",
        SAFE,
        "recoverplan now",
        INFORMATION,
        LESS,
        SAFE_SPOT,
        NALOXONE,
        MEDICINE,
        DOSE,
        WITHDRAWAL,
        CALL,
        "One person you could tell: call Sam, 555-0114.",
        'recoverplan risk add "Sunday 9 to 11 pm" --when "sun 21:00-23:00"',
    )
    (record,) = run("lapse", "list", "--json").json["lapses"]
    assert record["at"] == "2026-11-22T21:00:00-05:00"
    assert (record["trigger"], record["note"]) == (["payday"], "alone")


def test_what_is_offered_can_be_typed_as_it_stands(run: Run) -> None:
    run("setup", "--region", "US")
    said = run("lapse", "log", "--at", "2026-11-20 23:30").out
    assert 'recoverplan risk add "Friday 11 pm to 1 am" --when "fri 23:00-01:00"' in said
    added = run("risk", "add", "Friday 11 pm to 1 am", "--when", "fri 23:00-01:00", "--json")
    assert added.code == 0
    assert "risk add" not in run("lapse", "log", "--at", "2026-11-20 23:40").out


DRUGS = (LESS, SAFE_SPOT, NALOXONE)
ALCOHOL = (MEDICINE, DOSE, WITHDRAWAL, CALL)
MONEY = (SUICIDE, GAMBLING)


@pytest.mark.parametrize(
    ("about", "said", "unsaid"),
    [
        ((), (*DRUGS, *ALCOHOL), ("gambling",)),
        (("drugs",), (*DRUGS, *ALCOHOL), ("gambling",)),
        (("alcohol",), ALCOHOL, ("naloxone", "amount", "gambling")),
        (("alcohol", "gambling"), (*ALCOHOL, *MONEY), ("naloxone", "amount")),
        (
            ("gambling",),
            MONEY,
            ("naloxone", "amount", "dose", "drink", "seizure", "medicine", "recover your"),
        ),
        (("gambling", "other"), (*DRUGS, *ALCOHOL, *MONEY), ()),
    ],
)
def test_what_is_said_fits_what_was_named(
    run: Run, about: tuple[str, ...], said: tuple[str, ...], unsaid: tuple[str, ...]
) -> None:
    run("setup", "--region", "US", *(part for each in about for part in ("--about", each)))
    result = run("lapse", "log").out
    in_order(
        result, SAFE, INFORMATION, *said, "recoverplan contact add NAME", "recoverplan risk add"
    )
    assert len(result.split()) <= 260
    for word in unsaid:
        assert word not in result.lower()


def test_nothing_of_the_plan_the_tries_or_the_year_changes(run: Run) -> None:
    enter(run, *ALEX)
    looks = (
        ("plan", "--json"),
        ("plan", "--from", "2026-11-16", "--json"),
        ("meeting", "list", "--calendar"),
        ("group", "list", "--json"),
        ("now", "--json"),
        ("card",),
    )
    before = [run(*look).out for look in looks]
    assert run("lapse", "log", "--at", "2026-11-17 23:00", "--trigger", "alone").code == 0
    assert run("lapse", "log").code == 0
    assert [run(*look).out for look in looks] == before
    assert '"tries": 2' in before[0]
    for said in (run("lapse", "log").out, run("lapse", "list").out):
        assert "since" not in said
        assert "days" not in said.replace("if you missed days", "")


def test_json_holds_the_record_alone_and_the_words_stand_beside_it(run: Run) -> None:
    result = run("lapse", "log", "--json", "--trigger", "bored")
    assert result.json == {
        "id": 1,
        "at": "2026-11-23T10:00:00-05:00",
        "rough": False,
        "zone": "America/New_York",
        "trigger": ["bored"],
        "note": None,
        "created": "2026-11-23T10:00:00-05:00",
    }
    in_order(result.err, SAFE, INFORMATION, LESS)


def test_a_log_is_shown_changed_and_removed(run: Run) -> None:
    run("lapse", "log", "--at", "2026-11-20 19:00", "--trigger", "payday")
    run("lapse", "log", "--at", "2026-11-19 19:00")
    listed = run("lapse", "list").out.splitlines()
    assert listed == [
        "Thursday 19 November, 19:00, number 2: Nothing more noted.",
        "Friday 20 November, 19:00, number 1: Payday.",
    ]
    assert "Came before it: payday." in run("lapse", "show", "1").out
    assert run("lapse", "show", "1", "--json").json["lapse"]["trigger"] == ["payday"]
    assert run("lapse", "edit", "1", "--trigger", "", "--note", "-", stdin="two\nlines\n").code == 0
    edited = run("lapse", "edit", "last", "--at", "2026-11-18 19:00", "--json").json
    assert edited["id"] == 2
    assert edited["at"] == "2026-11-18T19:00:00-05:00"
    record = run("lapse", "show", "1", "--json").json["lapse"]
    assert (record["trigger"], record["note"]) == (None, "two\nlines")
    assert run("lapse", "remove", "1").code == 2
    assert run("lapse", "remove", "1", "--yes").code == 0
    assert [each["id"] for each in run("lapse", "list", "--json").json["lapses"]] == [2]
    run("lapse", "remove", "2", "--yes")
    assert run("lapse", "list").out == "No lapses logged.\n"


def test_wrong_input_is_refused_and_nothing_is_kept(run: Run, home: Path) -> None:
    for line in (
        ("log", "--at", "tomorrow 7pm"),
        ("log", "--at", "whenever"),
        ("log", "--note", "-"),
    ):
        result = run("lapse", *line)
        assert result.code == 2, line
        assert result.out == ""
    assert not home.exists()
    run("lapse", "log")
    assert run("lapse", "edit", "1").code == 2
    assert run("lapse", "edit", "1", "--at", "tomorrow 7pm").code == 2
    for command in ("show 7", "edit x --note a", "remove 7 --yes"):
        assert run("lapse", *command.split()).code == 3, command


def test_where_it_cannot_be_kept_the_way_to_now_is_said(run: Run) -> None:
    run("setup", "--region", "US")

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    result = subprocess.run(
        [sys.executable, "-m", "recoverplan", "lapse", "log"],
        capture_output=True,
        text=True,
        preexec_fn=no_room,
        check=False,
    )
    assert (result.returncode, result.stdout) == (1, "")
    assert "Nothing was changed" in result.stderr
    assert "Not safe, or not sure: recoverplan now" in result.stderr


def test_undo_export_and_import_cover_it(run: Run, tmp_path: Path) -> None:
    run("lapse", "log", "--trigger", "payday", "--at", "2026-11-20 19:00")
    run("lapse", "edit", "1", "--note", "changed")
    run("undo")
    assert run("lapse", "list", "--json").json["lapses"][0]["note"] is None
    text = run("export", "--json").out
    other = ("--store", str(tmp_path / "other"))
    assert run(*other, "import", "-", stdin=text).code == 0
    assert run(*other, "lapse", "list", "--json").json == run("lapse", "list", "--json").json
    run("undo")
    assert run("lapse", "list", "--json").json["lapses"] == []


HOSTILE = "\x1b[31m[red]\u202eevil[/]\x00\x9b2J\nsecond\x1b]8;;http://x\x07 line\udcff"


def test_hostile_text_is_harmless(run: Run) -> None:
    record = run("lapse", "log", "--trigger", HOSTILE, "--note", HOSTILE, "--json").json
    assert record["trigger"] == ["[red]evil[/] second line"]
    assert record["note"] == "[red]evil[/]\nsecond line"
    for look in (("list",), ("show", "1"), ("show", HOSTILE)):
        result = run("lapse", *look)
        assert not {"\x1b", "\x9b", "\x00", "\u202e"} & set(result.out + result.err)


@pytest.mark.parametrize(
    ("region", "said"),
    [
        (
            "GB",
            ("Samaritans on 116 123", "National Gambling Helpline (GamCare): call 0808 8020 133"),
        ),
        ("GB-NIR", ("call Lifeline on 0808 808 8000", "call 0808 8020 133")),
        ("DE", ("call TelefonSeelsorge on 0800 111 0 111", "call 0800 1 37 27 00")),
        ("IN", ("call Tele-MANAS on 14416",)),
        ("BR", ("call CVV on 188",)),
        ("JP", ("call Yorisoi Hotline on 0120-279-338",)),
        (None, ("call your local emergency number",)),
    ],
)
def test_gambling_alone_has_words_of_its_own_everywhere(
    run: Run, region: str | None, said: tuple[str, ...]
) -> None:
    run("setup", "--about", "gambling", *(("--region", region) if region else ()))
    result = run("lapse", "log").out
    in_order(result, SAFE, INFORMATION, "If thoughts of suicide come,", *said)
    assert "988" not in result
    assert "dose" not in result


def test_to_take_medicine_is_a_step_elsewhere_and_not_offered_here() -> None:
    from recoverplan.data.picklists import TAKE_MEDICINE, steps_for

    assert TAKE_MEDICINE in [idea.text for idea in steps_for(("alcohol",))]
