"""The options of `contact log` and `contact agree`."""

from typing import Annotated

import typer

from recoverplan.cli.by_number import ByNumber
from recoverplan.cli.options import AS_IT_IS, NOTE, TEXT, one_of
from recoverplan.domain.talk import HOWS


class TalkOptions(ByNumber):
    """The options as typed; None: not given, "": to be taken away."""

    how: Annotated[
        str | None, typer.Option(metavar="HOW", help="call, text or in-person."), one_of(HOWS)
    ] = None
    no_answer: Annotated[
        bool | None,
        typer.Option("--no-answer/--answer", help="There was no answer.", show_default=False),
    ] = None
    they_called: Annotated[
        bool | None,
        typer.Option("--they-called/--i-called", help="It came from them.", show_default=False),
        AS_IT_IS,
    ] = None
    at: Annotated[
        str | None, typer.Option(metavar="WHEN", help='When, if not now: "yesterday 7pm".')
    ] = None
    note: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="A note to yourself."), NOTE
    ] = None


class AgreeOptions(ByNumber):
    """The options as typed; None: not given."""

    if_: Annotated[
        str | None, typer.Option("--if", metavar="TEXT", help='"I miss two Tuesdays".'), TEXT
    ] = None
    then: Annotated[
        str | None, typer.Option("--then", metavar="TEXT", help='"ask me how I am".'), TEXT
    ] = None
    family: Annotated[
        bool | None,
        typer.Option("--family/--no-family", help="On the family page too.", show_default=False),
        AS_IT_IS,
    ] = None
