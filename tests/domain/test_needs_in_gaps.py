"""A need that was noted may fit open hours: one line, in place of anything else of its kind."""

from __future__ import annotations

import pytest

from domain.test_invitations import EVERY_ROLE, MONDAY
from kept_examples import support
from planning_examples import NEW_YORK, days_after, facts, risk
from recoverplan.domain.inventory import Support
from recoverplan.domain.invitations import KINDS, Invitation, open_hours
from recoverplan.domain.plan import make_plan
from recoverplan.writers.invitations import sentence


def invited(start: str, *supports: Support, people: bool = True) -> list[Invitation]:
    """Return the invitations for open hours on Monday that begin at `start`."""
    known = facts([risk(1, "MO", start, "23:30")], EVERY_ROLE if people else [])
    plan = make_plan(known, MONDAY, MONDAY, days_after(MONDAY, 7))
    return list(open_hours(known, plan.occurrences, supports=supports)[0].invitations)


def noted(start: str, *supports: Support) -> list[str]:
    """Return what is said of needs."""
    said = [sentence(each, NEW_YORK, clock24=False) for each in invited(start, *supports)]
    return [one for one in said if one.startswith("You noted")]


@pytest.mark.parametrize(
    ("what", "fits", "never"),
    [
        ("rides", "19:00", "22:00"),
        ("Meals", "18:00", "21:00"),
        ("childcare", "14:00", "05:00"),
        ("a calm home", "21:00", "03:00"),
        ("money", None, "18:00"),
        ("housing", None, "18:00"),
    ],
)
def test_a_need_is_named_only_where_the_hour_fits(what: str, fits: str | None, never: str) -> None:
    need = support(what=what)
    assert noted(never, need) == []
    if fits is not None:
        (said,) = noted(fits, need)
        assert said.startswith(f"You noted {what.casefold()}; ")


def test_own_words_are_said_back_and_one_need_is_enough() -> None:
    needs = (support(what="somebody to cook with"), support(what="rides"))
    assert noted("18:00", *needs) == [
        "You noted: somebody to cook with; this could be one of the hours for it."
    ]


def test_what_is_there_or_declined_or_clinical_is_not_named() -> None:
    assert noted("18:00", support(standing="have"), support(standing="no")) == []
    assert noted("18:00", support(kind="clinical", what="a doctor")) == []


def test_what_was_declined_is_no_invitation_either() -> None:
    def kinds(*supports: Support) -> set[str]:
        return {each.kind for each in invited("18:00", *supports, people=False)} & set(KINDS)

    assert kinds() == {"peer"}
    assert kinds(support(kind="peer", what="a group that fits", standing="no")) == {"family"}
    no = [support(kind=kind, what=kind, standing="no") for kind in ("peer", "practical")]
    assert kinds(*no) == set()
    assert kinds(support(what="rides")) == set()  # a need of one's own is enough
