"""All that a person has entered, as one value: what an export holds."""

from __future__ import annotations

from typing import NamedTuple

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.step import Step


class Nouns(NamedTuple):
    """Every record but the settings; what others point at comes before them."""

    groups: tuple[Group, ...] = ()
    contacts: tuple[Contact, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    steps: tuple[Step, ...] = ()
    risks: tuple[RiskWindow, ...] = ()
