"""The options of `group find`, which `group prefer` keeps: what one looks for in meeting lists."""

from typing import Annotated, Any

import typer

from recoverplan.cli.options import Options


class FindOptions(Options):
    """What to look for in lists; group prefer remembers the same."""

    near: Annotated[
        str | None,
        typer.Option(metavar="PLACE|LAT,LON", help="A town, postcode or street of the lists."),
    ] = None
    within: Annotated[
        str | None, typer.Option(metavar="5km", help="How far from there; 5 km if not said.")
    ] = None
    online: Annotated[bool, typer.Option("--online", help="What can be joined online.")] = False
    in_person: Annotated[bool, typer.Option("--in-person", help="What one can go to.")] = False
    hybrid: Annotated[bool, typer.Option("--hybrid", help="Only what is both.")] = False
    open: Annotated[bool, typer.Option("--open", help="Only what is open to anyone.")] = False
    wheelchair: Annotated[
        bool, typer.Option("--wheelchair", help="Only with wheelchair access.")
    ] = False
    type: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="A kind: newcomers, women, step.")
    ] = None
    language: Annotated[
        list[str] | None, typer.Option(metavar="L", help="A language: es, Spanish.")
    ] = None

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
