"""All that a person has entered, as one value: what an export holds."""

from __future__ import annotations

from typing import NamedTuple, get_args, get_type_hints

from recoverplan.domain.contact import Contact
from recoverplan.domain.group import Group
from recoverplan.domain.inventory import Support
from recoverplan.domain.listing import Source, Stored
from recoverplan.domain.looking_back import Outcome, Review
from recoverplan.domain.meeting import Meeting
from recoverplan.domain.risk import RiskWindow
from recoverplan.domain.step import Reason, Step
from recoverplan.domain.talk import Agreement, Going, Talk
from recoverplan.domain.treatment import Give, Treatment
from recoverplan.domain.trip import Trip
from recoverplan.domain.urge import Lapse, Urge


class Nouns(NamedTuple):
    """Every record but the settings; what others point at comes before them."""

    trips: tuple[Trip, ...] = ()
    groups: tuple[Group, ...] = ()
    contacts: tuple[Contact, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    steps: tuple[Step, ...] = ()
    risks: tuple[RiskWindow, ...] = ()
    urges: tuple[Urge, ...] = ()
    lapses: tuple[Lapse, ...] = ()
    supports: tuple[Support, ...] = ()
    reasons: tuple[Reason, ...] = ()
    reviews: tuple[Review, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    goings: tuple[Going, ...] = ()
    talks: tuple[Talk, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    gives: tuple[Give, ...] = ()
    treatments: tuple[Treatment, ...] = ()


# The class of each field of Nouns.
CLASSES: dict[str, type] = {name: get_args(hint)[0] for name, hint in get_type_hints(Nouns).items()}
# Meeting lists, which come by the hundred thousand: never all of them at once.
LISTS: dict[str, type] = {"sources": Source, "listings": Stored}
# Which field of a noun's records is the number of a record of which other noun.
POINTERS: dict[str, dict[str, str]] = {
    "groups": {"trip": "trips"},
    "contacts": {"met_at": "groups"},
    "meetings": {"group": "groups", "contact": "contacts"},
    "steps": {"meeting": "meetings"},
    "risks": {"check_in": "contacts"},
    "supports": {"contact": "contacts", "group": "groups"},
    "outcomes": {"risk": "risks"},
    "goings": {"group": "groups", "contact": "contacts"},
    "talks": {"contact": "contacts"},
    "agreements": {"contact": "contacts"},
    "gives": {"group": "groups", "contact": "contacts"},
    "listings": {"source": "sources"},
}
