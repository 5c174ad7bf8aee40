"""What setup says and asks. Every question may be skipped."""

from recoverplan.words import moment

WELCOME = (
    "A few questions, about three minutes. Press Enter to skip any. Ctrl-C stops, and setup picks"
    " up there next time. You can change everything later."
)
WELCOME_BACK = "Picking up where you stopped. Press Enter to skip any question."

# What is kept, where, and who can read it: said before the first question.
KEPT = (
    "What you type is kept on this computer only, in this folder:",
    "  {home}",
    "Nothing is sent anywhere.",
    (
        "It is encrypted, but the key is stored next to it. Anyone who uses this computer account"
        " can read everything. A copy of the encrypted file alone tells nothing."
    ),
    (
        "The names, numbers, hard hours and steps on the now screen are also in a file there that"
        " is not encrypted. This way you can see them when nothing else works."
    ),
    (
        "If someone may look at this computer, use a device they don't use, or a folder with"
        " another name: recoverplan --store FOLDER setup"
    ),
    "To delete everything: recoverplan erase",
)

NAME = "A name or nickname to greet you with?"
ZONE_HOW = "A town will do, like Dallas, or a country with one time zone."
ZONE = "Your time zone?"
REGION_WHY = "Your country gives the emergency number and the help lines."
ZONE_WHICH = "Which time zone are you in? A number, or a town like Dallas."
REGION = "Your country?"
REGION_OFFER = "Your country, or y for {region}?"
PREFER = "How do you like to reach people?"
PREFERS = {"call": "call", "text": "text"}
ABOUT = "What do you want help with? You can choose more than one."
ABOUTS = {
    "alcohol": "alcohol",
    "drugs": "drugs, including pills",
    "gambling": "gambling",
    "other": "something else",
}
LEAD = "How long before a hard time do you want to check in?"
PLAIN = "Plain screens, without boxes and columns, for a screen reader?"

RISK = "WHEN IT IS HARD. Start with one hard time, for example nights or payday."
RISK_LABEL = "What do you call it (nights, weekends, payday, or your words)?"
RISK_WHEN = "When is it (mon-thu 9pm-midnight, sun 12-5pm)?"
RISK_MORE = "A few more questions about this time. Press Enter to skip any."
RISK_LEVEL = "How hard is it: low, medium or high?"
RISK_TRIGGERS = "What makes it hard?"
RISK_STEPS = "What could you do then?"
IF_THEN = "Would you like an if-then plan? Some people say it out loud once."
NUMBERS_OR_OWN = "Numbers, or your words with commas:"
NUMBER_OR_OWN = "Numbers, or your own words:"
ONE_OR_OWN = "A number, or your own words:"
NUMBER_OR_IF = "A number, or what happens, in your words:"
THEN = "What will you do then?"
PAYDAY_RULE = "When are you paid?"
PAYDAY_DAY = "On which day of the week?"
PAYDAY_NEXT = "When is the next one (27 nov)?"
PAYDAY_HOURS = "From when to when is it hard then (5pm-11pm; Enter: all day)?"

CONTACT = "WHO YOU CAN REACH. One person is enough to begin."
CONTACT_NAME = "Who could you call or text? Name:"
CONTACT_ROLE = "Who are they to you?"
ROLES = {
    "peer": "someone else in recovery",
    "sponsor": "a sponsor, mentor or coach",
    "family": "family or a friend",
    "clinical": "a counselor, nurse or doctor",
    "practical": "practical help: rides, childcare, a place to stay",
    "line": "a help line",
}
CONTACT_CALL = "Number to call?"
CONTACT_TEXT = "Number to text?"
CONTACT_EMAIL = "Email?"
CONTACT_OTHER = "Another way (Signal, a relay, in person)?"
CONTACT_WHEN = "When may they be reached (daily 6-11pm; Enter: not asked yet)?"
CONTACT_SAFE = "Is it safe to call them when it is hard (y, n, or u for not sure; Enter: yes)?"
CONTACT_PER_WEEK = "How many check-ins a week did they agree to (Enter: not asked yet)?"
CONTACT_SAY = "Your opening words (such as: I'm struggling today. Can you talk?)?"

GROUP = "WHERE YOU GO. One group to try, if you know one."
GROUP_NAME = "Name of the group?"
GROUP_WHEN = "When does it meet (tue 7-8pm)?"
GROUP_WHERE = "Where, or the link?"

STEP_KIND = "What kind of step?"
STEP_TEXT = "Something to do:"

# Said at the end of setup, after a lapse, and by `care`.
WITHDRAWAL = (
    "It can be dangerous to stop all at once if you drink heavily every day. The same goes if you"
    " take benzodiazepines, GHB/GBL or other sedatives, or had a seizure or saw things when you"
    " stopped before. Get medical advice first; if you are pregnant, get care before you"
    " stop. Call {number} now for: a seizure, confusion, seeing things, shaking that"
    " gets worse."
)
AFTER_A_BREAK = "After a break your body can handle less."  # where drugs were named
MONEY = "Losing money can bring thoughts of suicide. If they come, {do}."  # gambling
GAMBLING_HELP = "More about gambling: recoverplan help gambling"

MORE_ABOUT = "Add more about {label}: how hard it is, why, an if-then?"
MORE_LATER = "You can add more any time: recoverplan risk edit, contact edit, group edit."
DONE = "That is all for now. Here is your plan:"
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
CHANGE = "Change something? Press Enter to finish."
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
STOPPED = "Your answers are saved. To go on: recoverplan setup"


def saved(said: list[str]) -> str:
    """Return the line that says what was set."""
    return f"Saved: {'; '.join(said)}."


def region_said(name: str, emergency: str | None, check_locally: bool) -> str:
    """Return what a country decides, as it is said right after it was chosen."""
    if emergency is None:
        return f"{name}. We have no emergency number for this country. Find the local one now."
    return f"{name}. Emergency number: {emergency}.{doubt(emergency, check_locally=check_locally)}"


def number_stands(name: str, emergency: str | None, check_locally: bool, code: str) -> str:
    """Return whose emergency number holds on after the time zone alone was changed.

    `name` is the country's, "" for none; `code` what to type for another one.
    """
    change = f"recoverplan setup --region {code}"
    if not name:
        return f"No country is set, so there is no emergency number yet. To set it: {change}"
    if emergency is None:
        return f"Your country is still {name}. If you are in another country: {change}"
    said = f"Your emergency number is still {emergency}, for {name}."
    said += doubt(emergency, check_locally=check_locally)
    return f"{said} If you are in another country: {change}"


def doubt(emergency: str, *, check_locally: bool) -> str:
    """Return what follows a number that its sources disagree about."""
    return f" {moment.DISAGREE.format(number=emergency)}" if check_locally else ""


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
