"""Steps through the command line, in the order of a safety plan."""

from __future__ import annotations

from conftest import Run
from recoverplan.domain.step import KINDS


def test_steps_are_listed_in_the_order_of_a_safety_plan(run: Run) -> None:
    for kind in reversed(KINDS):
        assert run("step", "add", f"a {kind} step", "--kind", kind).code == 0
    listed = run("step", "list", "--json").json
    assert listed["schema"] == "recoverplan/steps/1"
    assert [step["kind"] for step in listed["steps"]] == list(KINDS)
    last = listed["steps"][-1]
    assert last == {
        "id": 1,
        "text": "a safer step",
        "kind": "safer",
        "meeting": None,
        "created": "2026-11-23T10:00:00-05:00",
    }
    shown = run("step", "show", "#1", "--json").json
    assert shown == {"schema": "recoverplan/step/1", "step": last}


def test_a_step_is_changed_and_removed_by_how_it_begins(run: Run) -> None:
    assert run("step", "add", "Tea and the radio", "--kind", "alone").out.startswith("Added a step")
    changed = run("step", "edit", "tea", "--text", "Coffee", "--kind", "places", "--json").json
    assert (changed["text"], changed["kind"]) == ("Coffee", "places")
    assert run("step", "remove", "coffee").code == 2
    assert run("step", "remove", "coffee", "--yes").code == 0
    assert run("step", "list", "--json").json["steps"] == []


def test_a_text_may_come_from_standard_input(run: Run) -> None:
    record = run("step", "add", "-", "--kind", "alone", "--json", stdin="Tea\n").json
    assert record["text"] == "Tea"


def test_ideas_leave_out_naloxone_where_drugs_are_no_part_of_it(run: Run) -> None:
    def texts() -> str:
        ideas = run("step", "list", "--ideas", "--json").json["ideas"]
        assert [idea["kind"] for idea in ideas] == sorted(
            (idea["kind"] for idea in ideas), key=list(KINDS).index
        )
        return " ".join(idea["text"] for idea in ideas)

    for wanted in ("Naloxone", "Take my medicine", "clinic", "can't spend it tonight"):
        assert wanted in texts()
    run("setup", "--about", "alcohol", "--about", "gambling")
    assert "Naloxone" not in texts()
    assert "Take my medicine" in texts()
    run("setup", "--about", "gambling", "--about", "drugs")
    assert "Naloxone" in texts()
    assert "--kind alone" in run("step", "list", "--ideas").out
