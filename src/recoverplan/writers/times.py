"""When, as screens and plain lines say it: days, windows, gaps, check-ins.

Local times are said by domain/saying.py; here they are put together and made short where the rest
of the line says what is left out ("9 to midnight", "11 to 12 open").
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from recoverplan.domain.coverage import Cover
from recoverplan.domain.outlook import days_of, first_and_last
from recoverplan.domain.plan import Plan, Planned
from recoverplan.domain.saying import (
    ALL_DAY,
    MONTHS,
    WEEKDAYS,
    long_day,
    medium_day,
    relative_day,
    short_day,
    time_of_day,
    time_range,
)
from recoverplan.domain.span import Span
from recoverplan.words import plan as words

EVENING = 17  # from this hour on, today's hours are "tonight"
FOR_ALL_OF_IT = f"for {words.ALL_OF_IT}"
TICK = timedelta(seconds=1)
HALF_DAY = timedelta(hours=12)
NOON = 12


def day_range(plan: Plan) -> str:
    """Return the days of a plan: "Mon 23 to Sun 29 November", "Mon 30 Nov to Sun 6 Dec"."""
    first, last = first_and_last(plan)
    this_year = plan.now.astimezone(plan.zone).year
    if first == last:
        return long_day(first) + (f" {first.year}" if first.year != this_year else "")
    if first.year != last.year:
        return f"{medium_day(first)} {first.year} to {medium_day(last)} {last.year}"
    return days_said(first, last, this_year)


def days_said(first: date, last: date, this_year: int) -> str:
    """Return "Mon 16 to Sun 22 November", with the year of the last day where it is another."""
    year = "" if last.year == this_year else f" {last.year}"
    if first.month == last.month:
        return f"{short_day(first)} to {short_day(last)} {MONTHS[last.month - 1]}{year}"
    return f"{medium_day(first)} to {medium_day(last)}{year}"


def day_of(day: date, plan: Plan) -> str:
    """Return a day as a row shows it; with its month in a plan longer than a week."""
    return short_day(day) if days_of(plan) <= 7 else medium_day(day)


def month_said(day: date, plan: Plan) -> str:
    """Return the month of a day: "November", with its year where that is another than now."""
    year = "" if day.year == plan.now.astimezone(plan.zone).year else f" {day.year}"
    return MONTHS[day.month - 1] + year


def heading(planned: Planned, plan: Plan, *, clock24: bool, full: bool = False) -> str:
    """Return when: "Tonight, 9 pm to midnight", "Now, until 2 am", "Thu 26, 2 to 8 pm".

    `full` names the day in full, for lines that are heard.
    """
    now = plan.now.astimezone(plan.zone)
    start, end = on_the_wall(planned.span, plan.zone)
    if planned.span.start <= plan.now < planned.span.end:
        return f"Now, until {later_time(end, now, clock24=clock24)}"
    day = day_words(start.date(), now.date(), full=full)
    if day == "today" and start.hour >= EVENING:
        day = "tonight"
    return f"{day[:1].upper() + day[1:]}, {time_range(start, end, clock24=clock24)}"


def on_the_wall(span: Span, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return a stretch by the person's clock; one that ends with a trip ends by its clock."""
    start, end = (moment.astimezone(zone) for moment in span)
    if type(zone) is not ZoneInfo:
        end = (span.end - TICK).astimezone(zone) + TICK
    return start, end


def day_words(day: date, today: date, *, full: bool) -> str:
    """Return a day as seen from today; `full` without short forms."""
    near = relative_day(day, today)
    if not full or near in {"today", "tomorrow"}:
        return near
    return long_day(day) + (f" {day.year}" if day.year != today.year else "")


def later_time(moment: datetime, since: datetime, *, clock24: bool) -> str:
    """Return a time of day, with its day where it is not plain which one: "2 am", "Sun 29, 6 pm".

    A midnight belongs to the evening before it.
    """
    said = time_of_day(moment, clock24=clock24)
    if moment - since < timedelta(hours=18) or moment.date() == since.date():
        return said
    day = moment.date() - timedelta(days=1) if said == "midnight" else moment.date()
    return f"{short_day(day)}, {said}"


def hours_short(span: Span, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return a window's hours for a row: "9 to midnight", "2 to 8 pm", "noon to 5 pm".

    Of several days: "through Sun 29", "5 pm to Sun 11 pm".
    """
    start, end = on_the_wall(span, zone)
    said = time_range(start, end, clock24=clock24)
    if said.startswith(f"{ALL_DAY} through"):
        return said.removeprefix(f"{ALL_DAY} ")
    if ", " in said:  # the end with its day
        first, last = (time_of_day(moment, clock24=clock24) for moment in (start, end))
        return f"{first} to {WEEKDAYS[end.weekday()][:3]} {last}"
    for half, edge in ((" pm", "midnight"), (" am", "noon")):
        # The half of the day is plain where the stretch ends with it.
        if said.endswith(f"{half} to {edge}") and span.end - span.start < HALF_DAY:
            return said.replace(f"{half} to ", " to ")
    return said


def hours_inside(span: Span, planned: Planned, zone: ZoneInfo, *, clock24: bool) -> str:
    """Return hours inside a window that is shown beside them: "11 to 12", "2:30 to 4", "23 to 24".

    In a window of half a day or more the short form would read two ways, so it is said in full,
    and in one of several days the day comes first: there a midnight to begin with is "00:00", since
    "midnight" beside a day is its end.
    """
    start, end = on_the_wall(span, zone)
    window = planned.span.end - planned.span.start
    if span == planned.span:
        return words.ALL_OF_IT
    if window > timedelta(days=1):
        # Well into another day than it begins in.
        if end - start < timedelta(days=1) and start.date() < end.date() and end.hour >= NOON:
            first = time_of_day(start, clock24=clock24, dated=True)
            last = time_of_day(end, clock24=clock24)
            return f"{short_day(start.date())} {first} to {WEEKDAYS[end.weekday()][:3]} {last}"
        return f"{short_day(start.date())} {time_range(start, end, clock24=clock24, dated=True)}"
    if clock24:
        return " to ".join(hour24(moment, last=moment is end) for moment in (start, end))
    if window > HALF_DAY:
        return time_range(start, end, clock24=False)
    return f"{hour12(start)} to {hour12(end)}"


def hour12(moment: datetime) -> str:
    """Return the hour on a clock's face: "11", "8:30", "12"."""
    return f"{moment.hour % 12 or 12}" + (f":{moment.minute:02}" if moment.minute else "")


def hour24(moment: datetime, *, last: bool) -> str:
    """Return "23", "22:30"; midnight at the end of a stretch is "24"."""
    hour = 24 if last and not (moment.hour or moment.minute) else moment.hour
    return f"{hour}" if not moment.minute else f"{moment.hour:02}:{moment.minute:02}"


def gaps_ahead(planned: Planned, plan: Plan) -> list[Span]:
    """Return the gaps of a window that are not over."""
    return [gap for gap in planned.gaps if gap.end > plan.now]


def gap_said(gap: Span, planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return the hours of a gap beside its window: "11 to 12"; "until 6 pm" once it runs."""
    if gap.start < plan.now < gap.end and gap != planned.span:
        return gap_until(gap, plan, clock24=clock24)
    return hours_inside(gap, planned, plan.zone, clock24=clock24)


def gap_until(gap: Span, plan: Plan, *, clock24: bool) -> str:
    """Return how long a gap that runs still does: "until 6 pm"."""
    _, end = on_the_wall(gap, plan.zone)
    return f"until {later_time(end, plan.now.astimezone(plan.zone), clock24=clock24)}"


def open_words(planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return what is still open as a row says it: "11 to 12 open", "2 to 4, 7 to 8 open"."""
    ahead = gaps_ahead(planned, plan)
    hours = [gap_said(gap, planned, plan, clock24=clock24) for gap in ahead]
    return words.OPEN.format(hours=", ".join(hours))


def open_total(planned: Planned, plan: Plan) -> str:
    """Return how much is still open, where the stretches take too much room: "3 h open"."""
    left = (Span(max(gap.start, plan.now), gap.end) for gap in gaps_ahead(planned, plan))
    hours, minutes = divmod(sum(span.minutes for span in left), 60)
    parts = ([f"{hours} h"] if hours else []) + ([f"{minutes} min"] if minutes else [])
    return words.OPEN.format(hours=" ".join(parts))


def check_in_time(planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return when to check in, with its day where that is not the window's own: "Fri 11:30 pm".

    In a window that runs, today's time goes without it.

    Once that time has come, it is now for as long as the person asked can be reached.
    """
    check_in = plan.check_in(planned)
    if check_in is None:
        return ""
    if check_in.at <= plan.now < planned.span.end and not check_in.over:
        return words.NOW
    at = check_in.at.astimezone(plan.zone)
    said = time_of_day(at, clock24=clock24)
    own = max(planned.span.start, plan.now) if plan.now < planned.span.end else planned.span.start
    if at.date() == own.astimezone(plan.zone).date():
        return said
    return f"{WEEKDAYS[at.weekday()][:3]} {said}"


def stretches(covers: list[Cover], planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return when one source is there: "until 11 pm", "from 10 pm", "7 to 8:30 pm", "all of it".

    Of a window that runs, the part already past is left out.
    """
    zone = plan.zone
    began = max(plan.now, planned.span.start)
    said = []
    for cover in covers:
        at_start, at_end = cover.span.start <= began, cover.span.end >= planned.span.end
        if at_start and at_end:
            said.append(FOR_ALL_OF_IT)
            continue
        start, end = on_the_wall(cover.span, zone)
        since = began.astimezone(zone)
        if at_start:
            said.append(f"until {later_time(end, since, clock24=clock24)}")
        elif at_end:
            said.append(f"from {later_time(start, since, clock24=clock24)}")
        else:
            said.append(other_day(start, planned, plan) + time_range(start, end, clock24=clock24))
    return " and ".join(said)


def meeting_hours(covers: list[Cover], planned: Planned, plan: Plan, *, clock24: bool) -> str:
    """Return when a group's meetings in a window are: "7 to 8:30 pm", "Sun 10 to 11:30 am".

    The day is said where it is not the window's first.
    """
    said = []
    for cover in covers:
        start, end = on_the_wall(cover.span, plan.zone)
        said.append(other_day(start, planned, plan) + time_range(start, end, clock24=clock24))
    return " and ".join(said)


def other_day(moment: datetime, planned: Planned, plan: Plan) -> str:
    """Return the weekday of a moment and a space, or "" on the window's own first day."""
    own = planned.span.start.astimezone(plan.zone).date()
    return "" if moment.date() == own else f"{WEEKDAYS[moment.weekday()][:3]} "
