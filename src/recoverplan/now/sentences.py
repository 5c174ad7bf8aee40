"""The sentences of the moment, filled in from a View; the screen and the plain lines share them."""

from __future__ import annotations

from recoverplan.now.card import Entry, seconds
from recoverplan.now.view import LineNow, PersonNow, View, way_of
from recoverplan.words import moment as words

PEOPLE_SHOWN = 3
STEPS_SHOWN = 3
REASONS_SHOWN = 2
CHATS_SHOWN = 2
LINES_SHOWN = 3  # of those that ship
LAST_DAYS = 14 * 86_400  # seconds


def emergency(view: View | None, *, few: bool = False) -> list[str]:
    """Return what is to be known of the emergency number; `few`: not who takes a text instead."""
    number = view.number() if view else None
    if view is None or number is None:
        return abroad(view)
    entry = view.card.emergency
    said = [words.DISAGREE.format(number=number)] if entry.get("sure") else []
    text, who = entry.get("text"), entry.get("who")
    if text and not few:
        said.append(words.TEXT_INSTEAD.format(number=text, who=f" ({who})" if who else ""))
    return [*said, *abroad(view)]


def call_if(view: View | None) -> str:
    """Return the first sentence: which number to call. What follows are the cases."""
    return words.CALL_IF.format(number=(view.number() if view else None) or words.NUMBER_NOT_KNOWN)


def cases(view: View | None) -> tuple[str, ...]:
    """Return when to call it; of stopping nothing where gambling alone was named."""
    if view and view.card.fact("withdrawal") == "no":
        return words.CASES
    return (*words.CASES, words.STOPPING)


def abroad(view: View | None) -> list[str]:
    """Return that country and time zone do not go together, as the card says it."""
    said = view.card.fact("abroad") if view else ""
    return [said] if said else []


def naloxone(view: View | None, *, short: bool = False) -> list[str]:
    """Return what to do about an overdose, unless only alcohol or gambling was named."""
    if view and view.card.fact("naloxone") == "no":
        return []
    if short:
        return [words.NALOXONE_SHORT]
    number = view.number() if view else None
    service = words.OPERATOR.format(number=number) if number else words.SERVICE_NOT_KNOWN
    return [words.NALOXONE.format(service=service)]


def lines(view: View) -> list[str]:
    """Return the help line to name first, then the others, the person's own last."""
    shown = [view.lead] if view.lead and not view.lead.own else []
    shown += view.beside()[: LINES_SHOWN - len(shown)]
    return [line_sentence(line) for line in [*shown, *view.own_lines()]]


def few_lines(view: View) -> list[str]:
    """Return the help line to name first and one of the person's own, how to reach them alone."""
    shown = [view.lead, *view.own_lines()] if view.lead else []
    return [how_to_reach(line) for line in dict.fromkeys(shown[:2]) if line]


def line_sentence(line: LineNow) -> str:
    """Return a help line: "988: call or text, any hour. For suicide, mental health ..."."""
    entry = line.entry
    purpose = entry.get("purpose")
    said = [how_to_reach(line), purpose and words.PURPOSE.format(purpose=purpose)]
    return " ".join(filter(None, (*said, entry.get("more"))))


def how_to_reach(line: LineNow) -> str:
    """Return a help line, how to reach it and when: "988: call or text, any hour."."""
    entry = line.entry
    name, call, text = entry.get("name") or "", entry.get("call"), entry.get("text")
    # 988 Suicide & Crisis Lifeline: its number is its name.
    first = "".join(filter(str.isdigit, name.partition(" ")[0]))
    label, calling = (call, "call") if call and first == call else (name, f"call {call}")
    if call and call == text:
        ways = words.CALL_OR_TEXT if label == call else f"{words.CALL_OR_TEXT} {call}"
    else:
        ways = " or ".join(filter(None, (call and calling, text and f"text {text}"))) or (
            entry.get("chat") or ""
        )
    hours = entry.get("hours") or words.HOURS_NOT_KNOWN
    if line.open is False:
        hours = f"{words.CLOSED_NOW} ({hours})"
    return f"{label}: {ways}, {hours}."


def until_words(view: View, person: PersonNow) -> str:
    """Return until when someone can be reached."""
    if person.until is None:
        said = person.entry.get("hours") or ""  # "any time (not asked yet)", where that is so
        return said if said.startswith(words.ANY_TIME) else words.ANY_TIME
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
    said = [group.get("name"), when, group.get("where")]
    if view.card.goings:
        from recoverplan.now.going import more

        said += more(view)
    return ", ".join(filter(None, said))


def chats(view: View) -> list[str]:
    """Return the chats that are there at any time, each with its link: "Circle, https://…"."""
    return [
        ", ".join(filter(None, (chat.get("name"), chat.get("link") or chat.get("where"))))
        for chat in view.card.chats[:CHATS_SHOWN]
    ]


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
    """Return what stands in the place of people where the card has none, or all are paused."""
    if view.card.fact("locked") == "yes":
        return words.LOCKED_AWAY
    paused = [away(view, entry) for entry in view.card.people if entry.get("name")]
    answers = any(line.open is not False for line in view.lines)
    if paused:
        said = words.ALL_PAUSED.format(people=some(paused, PEOPLE_SHOWN))
        return f"{said} {words.STILL_A_LINE}" if answers else said
    return words.NOBODY_YET if answers else words.NOBODY_NOR_LINE


def away(view: View, entry: Entry) -> str:
    """Return who is paused, and through which day where that is known."""
    name = entry.get("name") or ""
    end = seconds(entry.fields.get("paused", "").partition(" ")[2])
    return words.THROUGH.format(name=name, day=view.wall.day(end - 1, view.at)) if end else name
