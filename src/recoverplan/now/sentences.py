"""The sentences of the moment, filled in from a View; the screen and the plain lines share them."""

from __future__ import annotations

from recoverplan.now.view import LineNow, PersonNow, View, way_of
from recoverplan.words import moment as words

PEOPLE_SHOWN = 3
STEPS_SHOWN = 3
REASONS_SHOWN = 2
LINES_BESIDE = 2
LAST_DAYS = 14 * 86_400  # seconds


def emergency(view: View | None) -> list[str]:
    """Return what to do first, with the emergency number where it is known."""
    number = view.number() if view else None
    if view is None or number is None:
        return [words.EMERGENCY.format(number=words.NUMBER_NOT_KNOWN, check=""), *abroad(view)]
    entry = view.card.emergency
    check = words.CHECK_LOCALLY if entry.get("sure") else ""
    said = [words.EMERGENCY.format(number=number, check=check)]
    text = entry.get("text")
    said += [words.TEXT_INSTEAD.format(number=text)] if text else []
    return [*said, *abroad(view)]


def abroad(view: View | None) -> list[str]:
    """Return that country and time zone do not go together, as the card says it."""
    said = view.card.fact("abroad") if view else ""
    return [said] if said else []


def naloxone(view: View | None) -> list[str]:
    """Return what to do about an overdose, unless only alcohol or gambling was named."""
    if view and view.card.fact("naloxone") == "no":
        return []
    number = view.number() if view else None
    return [words.NALOXONE.format(service=number or words.SERVICE_NOT_KNOWN)]


def lines(view: View) -> list[str]:
    """Return the help line to name first, and what stands beside it."""
    shown = ([view.lead] if view.lead else []) + view.beside()[:LINES_BESIDE]
    return [line_sentence(line) for line in shown]


def line_sentence(line: LineNow) -> str:
    """Return a help line: "988: call or text, any hour. For suicide, mental health ..."."""
    entry = line.entry
    name, call, text = entry.get("name") or "", entry.get("call"), entry.get("text")
    # 988 Suicide & Crisis Lifeline: its number is its name.
    first = "".join(filter(str.isdigit, name.partition(" ")[0]))
    label, calling = (call, "call") if call and first == call else (name, f"call {call}")
    if call and call == text:
        ways = "call or text" if label == call else f"call or text {call}"
    else:
        ways = " or ".join(filter(None, (call and calling, text and f"text {text}"))) or (
            entry.get("chat") or ""
        )
    hours = entry.get("hours") or words.HOURS_NOT_KNOWN
    if line.open is False:
        hours = f"{words.CLOSED_NOW} ({hours})"
    purpose = entry.get("purpose")
    said = f"{label}: {ways}, {hours}."
    return f"{said} {words.PURPOSE.format(purpose=purpose)}" if purpose else said


def until_words(view: View, person: PersonNow) -> str:
    """Return until when someone can be reached."""
    if person.until is None:
        return words.ANY_TIME
    time = view.wall.until(person.until.end, person.until.words, view.at)
    return words.UNTIL.format(time=time)


def opening(view: View, person: PersonNow) -> str | None:
    """Return what to say to someone.

    Where nobody shown has opening words of the person's own, the first one to call gets ours.
    """
    own = person.entry.get("say")
    if own:
        return own
    shown = view.people[:PEOPLE_SHOWN]
    ours = person is shown[0] and not any(each.entry.get("say") for each in shown)
    return words.OPENING if ours and way_of(person.entry).startswith("call ") else None


def reached(person: PersonNow) -> str:
    """Return a name and the way to reach it: "Dana, call 555-0136"."""
    return ", ".join(filter(None, (person.entry.get("name"), way_of(person.entry))))


def also(view: View) -> list[str]:
    """Return whom else to try in the hours they gave."""
    return [reached(person) for person in view.people[PEOPLE_SHOWN:]]


def outside(view: View) -> list[str]:
    """Return whom to try outside the hours they gave."""
    return [reached(person) for person in view.others]


def some(said: list[str], most: int) -> str:
    """Join what is said, at most so many of it and then how many more there are."""
    more = len(said) - most
    shown = "; ".join(said[:most])
    return f"{shown}; {words.MORE.format(count=more)}" if more > 0 else shown


def steps(view: View) -> list[str]:
    """Return the first steps, with the hours whose own they are: "Shower (Nights alone)"."""
    said = []
    for step in view.steps[:STEPS_SHOWN]:
        # A first word like iPhone stays as it was typed.
        islower = step.text.partition(" ")[0].islower()
        text = step.text[:1].upper() + step.text[1:] if islower else step.text
        said.append(f"{text} ({step.hours})" if step.hours else text)
    return said


def meeting(view: View) -> str | None:
    """Return the next meeting: "Tuesday Lifeline, tomorrow 7 pm, St Luke's hall"."""
    if view.next_meeting is None:
        return None
    group, stretch = view.next_meeting
    if stretch.start <= view.at:
        when = words.RUNNING.format(time=view.wall.clock(stretch.end))
    else:
        when = f"{view.wall.day(stretch.start, view.at)} {stretch.words}"
        if when[:1].isupper():
            when = when.replace(f" {stretch.words}", f", {stretch.words}")
    return ", ".join(filter(None, (group.get("name"), when, group.get("where"))))


def hours_end(view: View) -> list[str]:
    """Return until when who is free is known, and how to renew it, where that ends soon."""
    end = view.card.known[1]
    if view.in_words or not view.card.times or end - view.at > LAST_DAYS:
        return []
    return [words.HOURS_END.format(day=view.wall.day(end - 1, view.at))]


def last(view: View | None) -> list[str]:
    """Return what stands at the end."""
    logs = view is not None and view.card.fact("urges logged") == "yes"
    return [words.LOG_URGE, words.LIMITS] if logs else [words.LIMITS]


def month(view: View | None) -> list[str]:
    """Return when the numbers were looked up, where any of them is shown."""
    said = view.card.fact("numbers of") if view and (view.number() or view.lines) else ""
    return [words.MONTH.format(month=said)] if said else []


def nobody(view: View) -> str:
    """Return what stands in the place of people where the card has none."""
    return words.LOCKED_AWAY if view.card.fact("locked") == "yes" else words.NOBODY_YET
