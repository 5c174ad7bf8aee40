"""Options are declared once: what is typed, how it is read, and which field it sets."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from conftest import Run
from recoverplan.cli import (
    contact_options,
    group_options,
    lapse,
    meeting,
    reason,
    review_keep,
    risk,
    setup,
    step,
    support,
    urge_keep,
)
from recoverplan.cli.options import FIELDS, option_names, readers
from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.inventory import Support
from recoverplan.domain.looking_back import Review
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.step import Reason, Step
from recoverplan.domain.urge import Lapse, Urge
from recoverplan.settings import Settings

OPTIONS: list[tuple[Any, Any]] = [
    (contact_options.Options, Contact),
    (group_options.EditOptions, Group),
    (lapse.Options, Lapse),
    (meeting.Options, Meeting),
    (meeting.EditOptions, Meeting),
    (reason.Options, Reason),
    (review_keep.Options, Review),
    (risk.EditOptions, RiskWindow),
    (setup.Options, Settings),
    (step.Options, Step),
    (support.Options, Support),
    (urge_keep.Options, Urge),
]


@pytest.mark.parametrize(("options", "noun"), OPTIONS, ids=lambda kind: f"{kind.__module__[12:]}")
def test_what_an_option_reads_is_a_field_of_its_noun(options: Any, noun: Any) -> None:
    read = {FIELDS.get(name, name) for name, _ in readers(options)}
    assert read
    assert read <= {field.name for field in fields(noun)}
    assert not options().any
    with pytest.raises(AttributeError):
        options(nothing="of the kind")


def test_how_an_option_is_typed_is_known_to_the_sentence_that_lists_them() -> None:
    names = {name: option_names(name, each) for name, each in setup.Options.declared().items()}
    assert names["timezone"] == ["--timezone"]
    assert names["plain"] == ["--plain"]
    declared = contact_options.Options.declared()
    names = {name: option_names(name, each) for name, each in declared.items()}
    assert names["card_name"] == ["--card-name"]
    assert names["on_card"] == ["--on-card", "--off-card"]


@pytest.mark.parametrize(
    ("add", "edit", "options"),
    [
        (
            "contact add Sam --role peer", "contact edit 1",
            ("--name, --role, --call, --text, --email, --other, --prefer, --order, --when, --zone,"
            " --per-week, --say, --card-name, --on-card, --off-card, --on-now, --off-now"),
        ),
        (
            "risk add Nights", "risk edit 1",
            ("--label, --when, --level, --trigger, --step, --if, --then, --prepare,"
            " --check-in, --no-check-in"),
        ),
        ("step add Tea --kind alone", "step edit 1", "--text, --kind"),
        ("reason add Breakfast", "reason edit 1", "--text, --on"),
        ("support add rides --need", "support edit 1",
         "--what, --kind, --have, --need, --no, --contact, --group"),
        ("urge log", "urge edit 1", "--strength, --trigger, --did, --after, --at, --note"),
        ("group add Hall", "group edit 1",
         ("--name, --when, --program, --format, --zone, --where, --where-notes, --link,"
         " --link-notes, --phone, --phone-notes, --type, --trip, --confirmed")),
    ],
)  # fmt: skip
def test_an_edit_that_changes_nothing_names_what_could_be(
    run: Run, add: str, edit: str, options: str
) -> None:
    assert run(*add.split()).code == 0
    refused = run(*edit.split())
    assert refused.code != 0
    assert refused.err == f"Say what to change.\nOptions: {options}.\n"


def test_a_text_that_is_empty_takes_an_answer_back_wherever_it_may_be_missing(run: Run) -> None:
    run("contact", "add", "Sam", "--role", "peer", "--say", "Hey", "--per-week", "2")
    changed = run("contact", "edit", "Sam", "--say", "", "--per-week", "", "--json").json
    assert (changed["say"], changed["per_week"]) == (None, None)
    refused = run("contact", "edit", "Sam", "--role", "")
    assert refused.code != 0
    assert refused.err.startswith("--role is peer, sponsor,")
