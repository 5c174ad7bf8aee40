"""The options of `group find`, which `group prefer` keeps: what one looks for in meeting lists."""

from typing import Any

from recoverplan.cli.declaring import Annotated, Option
from recoverplan.cli.options import TypedOptions


class FindOptions(TypedOptions):
    """What to look for in lists; group prefer remembers the same."""

    near: Annotated[
        str | None,
        Option(metavar="PLACE|LAT,LON", help="A town, postcode or street of the lists."),
    ] = None
    within: Annotated[
        str | None, Option(metavar="5km", help="How far from there; 5 km if not said.")
    ] = None
    online: Annotated[bool, Option("--online", help="What can be joined online.")] = False
    in_person: Annotated[bool, Option("--in-person", help="What one can go to.")] = False
    hybrid: Annotated[bool, Option("--hybrid", help="Only what is both.")] = False
    open: Annotated[bool, Option("--open", help="Only what is open to anyone.")] = False
    wheelchair: Annotated[bool, Option("--wheelchair", help="Only with wheelchair access.")] = False
    type: Annotated[
        list[str] | None, Option(metavar="TEXT", help="A kind: newcomers, women, step.")
    ] = None
    language: Annotated[list[str] | None, Option(metavar="L", help="A language: es, Spanish.")] = (
        None
    )

    @property
    def given(self) -> dict[str, Any]:
        """Return the options by the names they have in a search."""
        return {
            "near": self.near,
            "within": self.within,
            "online": self.online,
            "in_person": self.in_person,
            "hybrid": self.hybrid,
            "open": self.open,
            "wheelchair": self.wheelchair,
            "types": self.type,
            "languages": self.language,
        }
