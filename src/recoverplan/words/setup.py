"""What setup says and asks. Every question may be skipped."""

WELCOME = (
    "A few questions, about three minutes. Enter skips any of them; Ctrl-C stops, and setup goes on"
    " from there next time. Everything can be changed later."
)
WELCOME_BACK = "Going on where you stopped. Enter skips any question."

# What is kept, where, and who can read it: said before the first question.
KEPT = (
    "What you type is kept on this computer only, in this folder:",
    "  {home}",
    "Nothing is sent anywhere.",
    (
        "It is encrypted, and the key lies beside it: whoever uses this account of the computer can"
        " read it all. Somebody with a copy of the encrypted file alone cannot."
    ),
    (
        "The names, numbers, hard hours and steps that recoverplan now needs also stand in a file"
        " there that is not encrypted, so that they are there even when nothing else works."
    ),
    "Another folder: recoverplan --store FOLDER setup. Take it all away: recoverplan erase.",
)

NAME = "A name or nickname to greet you with?"
ZONE_HOW = "A town will do, like Dallas, or a country with one time zone."
ZONE = "Your time zone?"
REGION_WHY = "Your country gives the emergency number and the help lines."
REGION = "Your country, in two letters?"
REGION_OFFER = "Your country, in two letters, or y for {region}?"
PREFER = "How do you like to reach people?"
PREFERS = {"call": "call", "text": "text"}
ABOUT = "What is it about? Several are fine."
ABOUTS = {
    "alcohol": "alcohol",
    "drugs": "drugs, pills included",
    "gambling": "gambling",
    "other": "something else",
}
LEAD = "How long before hard hours may a check-in be?"
PLAIN = "Plain screens, without boxes and columns, for a screen reader?"

RISK = "WHEN IT IS HARD. One stretch of hours to begin with, for instance nights or payday."
RISK_LABEL = "What do you call it (nights, weekends, payday, or your words)?"
RISK_WHEN = "When is it (mon-thu 9pm-midnight, sun 12-5pm)?"
RISK_MORE = "A few more about these hours. Enter skips each."
RISK_LEVEL = "How hard is it: low, medium or high?"
RISK_TRIGGERS = "What makes it hard?"
RISK_STEPS = "What could you do then?"
IF_THEN = "An if-then, if you like one. Some people say it once aloud."
NUMBERS_OR_OWN = "Numbers, or your words with commas:"
NUMBER_OR_OWN = "Numbers, or your own words:"
ONE_OR_OWN = "A number, or your own words:"
NUMBER_OR_IF = "A number, or what happens, in your words:"
THEN = "Then what do you do?"
PAYDAY_RULE = "When are you paid?"
PAYDAY_DAY = "On which day of the week?"
PAYDAY_NEXT = "When is the next one (27 nov)?"
PAYDAY_HOURS = "From when to when is it hard then (5pm-11pm; Enter: all day)?"

CONTACT = "WHO YOU CAN REACH. One person is enough to begin."
CONTACT_NAME = "Whom could you call or text? Name:"
CONTACT_ROLE = "Who is that?"
ROLES = {
    "peer": "somebody on the same road",
    "sponsor": "a sponsor, mentor or coach",
    "family": "family or a friend",
    "clinical": "a counselor, nurse or doctor",
    "practical": "practical help: rides, children, a bed",
    "line": "a help line",
}
CONTACT_CALL = "Number to call?"
CONTACT_TEXT = "Number to text?"
CONTACT_EMAIL = "Email?"
CONTACT_OTHER = "Another way (Signal, a relay, in person)?"
CONTACT_WHEN = "When may they be reached (daily 6-11pm; Enter: not asked yet)?"
CONTACT_PER_WEEK = "How many check-ins a week did they agree to (Enter: not asked yet)?"
CONTACT_SAY = "Your opening words (such as: I'm struggling today. Can you talk?)?"

GROUP = "WHERE YOU GO. One group to try, if you know one."
GROUP_NAME = "Name of the group?"
GROUP_WHEN = "When does it meet (tue 7-8pm)?"
GROUP_WHERE = "Where, or the link?"

STEP_KIND = "What kind of step?"
STEP_TEXT = "Something to do:"

# Said once, at the end of setup.
WITHDRAWAL = (
    "If you drink heavily every day, or take benzodiazepines, GHB/GBL or other sedatives, don't"
    " stop suddenly on your own. If you are pregnant and use opioids, get care before stopping. Get"
    " medical advice first. Shaking that gets worse, confusion, seeing things, or a seizure:"
    " emergency care now."
)

DONE = "That is all for now. Here is the plan it gives:"
SET = "This is set:"
FIELDS = {
    "name": "name",
    "timezone": "time zone",
    "region": "country",
    "prefer": "reach people by",
    "about": "about",
    "lead_minutes": "check-ins before hard hours, at most",
    "plain": "plain screens",
}
CHANGE = "Change something? Enter ends."
NOT_SAID = "not said"
# What to type next, by what is still missing.
NEXT_RISK = (
    'Next, say when it is hard: recoverplan risk add "Nights alone" --when "mon-thu 9pm-midnight"'
)
NEXT_CONTACT = (
    "Next, somebody you could call or text, for example: recoverplan contact add Sam --role peer"
    " --call 555-0114"
)
NEXT_GROUP = (
    'Next, a group to try, if you know one: recoverplan group add "Tuesday Lifeline" --when'
    ' "tue 7-8pm"'
)
NEXT_PLAN = "To see your week: recoverplan plan"
STOPPED = "What you answered is kept. Go on any time: recoverplan setup"


def saved(said: list[str]) -> str:
    """Return the line that says what was set."""
    return f"Saved: {'; '.join(said)}."


def region_said(name: str, emergency: str | None, check_locally: bool) -> str:
    """Return what a country decides, as it is said right after it was chosen."""
    if emergency is None:
        return f"{name}. No emergency number is known here: ask for the local one."
    return f"{name}. In an emergency: {emergency}{' (check locally)' if check_locally else ''}."


def number_stands(name: str, emergency: str | None, check_locally: bool, code: str) -> str:
    """Return whose emergency number holds on after the time zone alone was changed.

    `name` is the country's, "" for none; `code` what to type for another one.
    """
    change = f"recoverplan setup --region {code}"
    if not name:
        return f"No country is set, so there is no emergency number yet. To set it: {change}"
    if emergency is None:
        return f"Your country is still {name}. If you are in another country: {change}"
    number = f"{emergency}{' (check locally)' if check_locally else ''}"
    said = f"Your emergency number is still {number}, for {name}."
    return f"{said} If you are in another country: {change}"


def zone_said(zone: str, time: str) -> str:
    """Return the echo of a time zone, with the time there."""
    return f"Time zone: {zone}. It is {time} there now."


def parts_said(parts: list[tuple[str, str]]) -> str:
    """Return that parts of a country (code and name) have help lines of their own."""
    listed = ", ".join(f"{name} {code}" for code, name in parts)
    return f"Parts of it have help lines of their own, if you type them: {listed}."


def taken_as(words: str, notes: tuple[str, ...]) -> str:
    """Return the echo of a phrase inside a conversation."""
    return " ".join((f"Taken as: {words}.", *notes))
