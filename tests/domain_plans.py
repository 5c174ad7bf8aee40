"""Made-up facts for property tests of the plan."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st

from planning_examples import contact, facts, group, local, risk
from recoverplan.domain.plan import Facts


@st.composite
def much(draw: st.DrawFn) -> Facts:
    """Draw hard hours, people and groups of an ordinary and a crowded week."""
    days = st.sampled_from(["MO,WE,FR", "daily", "SU", "SA,SU", "TU,TH", "MO"])
    times = st.sampled_from(["00:00", "06:30", "12:00", "17:00", "21:00", "23:30"])
    stretch = st.tuples(days, times, times)
    risks = [
        risk(
            number,
            *draw(stretch),
            level=draw(st.sampled_from(["high", "medium", "low"])),
            check_in=draw(st.sampled_from([None, None, None, 1, 3])),
            created=local("2026-11-20 13:00") + timedelta(hours=draw(st.integers(0, 200))),
        )
        for number in range(1, draw(st.integers(1, 5)) + 1)
    ]
    people = [
        contact(
            number,
            f"Person {number}",
            *draw(stretch),
            per_week=draw(st.sampled_from([None, 1, 2, 4])),
            zone=draw(st.sampled_from(["America/New_York", "Europe/London"])),
        )
        for number in range(1, draw(st.integers(0, 4)) + 1)
    ]
    return facts(risks, people, [group(1, "Lifeline", "TU", "19:00", "20:00")])
