"""The hours of help lines, understood beforehand: reading a phrase costs every start that has one.

By the `when` of helplines.json: the schedule as `schedule.dump` writes it, and its words in both
clock styles. Tests hold them equal to what the phrase gives.
"""

from __future__ import annotations

from recoverplan.value import NamedTuple


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
    "mon-fri 09:30-17:30": Understood(
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR||570|1050|0|||",
        "every Monday to Friday, 9:30 am–5:30 pm",
        "every Monday to Friday, 09:30–17:30",
    ),
    "every day 08:00-02:00": Understood(
        "FREQ=DAILY||480|120|1|||",
        "every day, 8 am–2 am",
        "every day, 08:00–02:00",
    ),
}
