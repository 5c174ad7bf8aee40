"""The emergency numbers and help lines that ship, as they were looked up: grade, source and date.

`helplines.json` is kept whole, so that whoever doubts a number can see where it comes from. What
may be shown of it is decided in domain/region.py.
"""

from __future__ import annotations

import json
from pathlib import Path

from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Helplines(NamedTuple):
    """The two tables, one mapping a row, and the day they were looked up (ISO 8601)."""

    checked: str
    emergency: tuple[dict[str, Any], ...]
    lines: tuple[dict[str, Any], ...]


PATH = Path(__file__).with_name("helplines.json")


def load() -> Helplines:
    """Read the shipped file."""
    document = json.loads(PATH.read_text(encoding="utf-8"))
    return Helplines(
        document["checked"][:10], tuple(document["emergency"]), tuple(document["lines"])
    )


def load_country(country: str) -> Helplines:
    """Read the rows of one country and its parts: the same as in `load`, in a tenth of the time.

    The file has each row on a line of its own, with the code first.
    """
    text = PATH.read_text(encoding="utf-8")
    emergency, _, lines = text.partition('"lines": [')
    checked = emergency.partition('"checked": "')[2][:10]
    return Helplines(checked, rows_of(country, emergency), rows_of(country, lines))


def rows_of(country: str, part: str) -> tuple[dict[str, Any], ...]:
    """Return a part's rows whose code is the country's or begins with it and a hyphen."""
    starts = f' {{"c": "{country}"', f' {{"c": "{country}-'
    return tuple(json.loads(row.rstrip(",")) for row in part.split("\n") if row.startswith(starts))


# The hours of help lines, understood beforehand: reading a phrase costs every start that has one.
#
# By the `when` of helplines.json: the schedule as `schedule.dump` writes it, and its words in both
# clock styles. Tests hold them equal to what the phrase gives.


class Understood(NamedTuple):
    """What a line's hours mean."""

    schedule: str
    words12: str
    words24: str


HOURS = {
    "weekdays 09:00-20:00, weekends 11:00-16:00": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR||540|1200|0||| FREQ=WEEKLY;BYDAY=SA,SU||660|960|0|||",
        "every Monday to Friday, 9 am–8 pm; every Saturday and Sunday, 11 am–4 pm",
        "every Monday to Friday, 09:00–20:00; every Saturday and Sunday, 11:00–16:00",
    ),
    "mon and wed 09:00-20:00, tue and thu and fri 09:00-17:00": Understood(
        "FREQ=WEEKLY;BYDAY=MO,WE||540|1200|0||| FREQ=WEEKLY;BYDAY=TU,TH,FR||540|1020|0|||",
        "every Monday and Wednesday, 9 am–8 pm; every Tuesday, Thursday and Friday, 9 am–5 pm",
        "every Monday and Wednesday, 09:00–20:00; every Tuesday, Thursday and Friday, 09:00–17:00",
    ),
    "mon-thu 10:00-20:30, fri 10:00-16:30": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH||600|1230|0||| FREQ=WEEKLY;BYDAY=FR||600|990|0|||",
        "every Monday to Thursday, 10 am–8:30 pm; every Friday, 10 am–4:30 pm",
        "every Monday to Thursday, 10:00–20:30; every Friday, 10:00–16:30",
    ),
    "mon-fri 09:30-17:30": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR||570|1050|0|||",
        "every Monday to Friday, 9:30 am–5:30 pm",
        "every Monday to Friday, 09:30–17:30",
    ),
    "mon-thu 10:00-22:00, fri-sun 10:00-18:00": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH||600|1320|0||| FREQ=WEEKLY;BYDAY=FR,SA,SU||600|1080|0|||",
        "every Monday to Thursday, 10 am–10 pm; every Friday to Sunday, 10 am–6 pm",
        "every Monday to Thursday, 10:00–22:00; every Friday to Sunday, 10:00–18:00",
    ),
    "every day 08:00-02:00": Understood(
        "FREQ=DAILY||480|120|1|||",
        "every day, 8 am–2 am",
        "every day, 08:00–02:00",
    ),
    "mon-fri 10:00-18:00": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR||600|1080|0|||",
        "every Monday to Friday, 10 am–6 pm",
        "every Monday to Friday, 10:00–18:00",
    ),
    "mon-fri 12:00-18:00": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR||720|1080|0|||",
        "every Monday to Friday, noon–6 pm",
        "every Monday to Friday, 12:00–18:00",
    ),
    "mon-fri 10:00-16:00": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR||600|960|0|||",
        "every Monday to Friday, 10 am–4 pm",
        "every Monday to Friday, 10:00–16:00",
    ),
    "every day 08:00-24:00": Understood(
        "FREQ=DAILY||480|0|1|||",
        "every day, 8 am–midnight",
        "every day, 08:00–00:00",
    ),
}
