"""What setup says and asks. Every question may be skipped."""

from recoverplan.words import lines, moment, questions
from recoverplan.words.question import Question
from recoverplan.words.questions import NUMBER_WHY, SAFE_WHY

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

NAME = Question(
    "A name or nickname to greet you with?",
    "It is only used to greet you. Any name will do.",
)
ZONE_HOW = "A town will do, like Dallas, or a country with one time zone."
ZONE = Question(
    "Your time zone?",
    "Your hours follow the clock of this place.",
)
REGION_WHY = "Your country gives the emergency number and the help lines."
ZONE_WHICH = "Which time zone are you in? A number, or a town like Dallas."
COUNTRY_WHY = "It decides the emergency number and the help lines you see."
REGION = Question("Your country?", COUNTRY_WHY)
REGION_OFFER = Question("Your country, or y for {region}?", COUNTRY_WHY)
PREFER = Question(
    "How do you like to reach people?",
    "Your plan then says call or text where a person has both.",
)
PREFERS = {"call": "call", "text": "text"}
ABOUT = Question(
    "What do you want help with? You can choose more than one.",
    "It decides which steps and help lines you see. Nobody else sees it.",
)
ABOUTS = {
    "alcohol": "alcohol",
    "drugs": "drugs, including pills",
    "gambling": "gambling",
    "other": "something else",
}
LEAD = Question(
    "How long before a hard time do you want to check in?",
    "Your plan offers a check-in that long before. Type 30m or 1 hour.",
)
PLAIN = Question(
    "Plain screens, without boxes and columns, for a screen reader?",
    "Plain screens are easier to hear when a program reads them aloud.",
)

RISK = "WHEN IT IS HARD. Start with one hard time, for example nights or payday."
RISK_LABEL = Question(
    "What do you call it (nights, weekends, payday, or your words)?",
    "A name for the hours that are hard, so that your plan can call them that.",
)
RISK_WHEN = Question(
    "When is it (mon-thu 9pm-midnight, sun 12-5pm)?",
    questions.WHEN.why,
)
NO_TIME_YET = (
    '"{label}" is not kept, as it has no time yet. To add it: recoverplan risk add "{label}" --when'
    ' "nights"'
)
RISK_MORE = "A few more questions about this time. Press Enter to skip any."
RISK_LEVEL = Question(
    "How hard is it: low, medium or high?",
    "The hardest hours get a person first in your plan.",
)
RISK_TRIGGERS = Question(
    "What makes it hard?",
    "What is behind it. Your plan shows it, and offers steps that fit.",
)
RISK_STEPS = Question(
    "What could you do then?",
    "Something small you can do then. It shows in your plan and in now.",
)
IF_THEN = Question(
    "Would you like an if-then plan? Some people say it out loud once.",
    "A plan for one moment: if it happens, then you do this. Say it in one line, or pick one.",
)
NUMBERS_OR_OWN = "Numbers, or your words with commas:"
NUMBER_OR_OWN = "Numbers, or your own words:"
ONE_OR_OWN = "A number, or your own words:"
NUMBER_OR_IF = "A number, or what happens, in your words:"
THEN = Question(
    "What will you do then?",
    "The one thing you will do when it happens.",
)
PAYDAY_RULE = Question(
    "When are you paid?",
    "Your plan then finds each payday. A phrase works too, like every other friday.",
)
PAYDAY_DAY = Question(
    "On which day of the week?",
    "The day your pay comes, like friday.",
)
PAYDAY_NEXT = Question(
    "When is the next one (27 nov)?",
    "From this day on, every other week counts.",
)
PAYDAY_HOURS = Question(
    "From when to when is it hard then (5pm-11pm; Enter: all day)?",
    "The hours of that day that are hard. Enter takes the whole day.",
)

CONTACT = "WHO YOU CAN REACH. One person is enough to begin."
CONTACT_NAME = Question(
    "Who could you call or text? Name:",
    "Someone who would pick up. One person is enough to begin.",
)
CONTACT_ROLE = Question(
    "Who are they to you?",
    "It decides when your plan asks them for a check-in.",
)
ROLES = {
    "peer": "someone else in recovery",
    "sponsor": "a sponsor, mentor or coach",
    "family": "family or a friend",
    "clinical": "a counselor, nurse or doctor",
    "practical": "practical help: rides, childcare, a place to stay",
    "line": "a help line",
}
CONTACT_CALL = Question(
    "Number to call?",
    NUMBER_WHY,
)
CONTACT_TEXT = Question(
    "Number to text?",
    "The number your plan shows for a text. Nothing is sent from here.",
)
CONTACT_EMAIL = Question(
    "Email?",
    "For someone you would rather write to. Nothing is sent from here.",
)
CONTACT_OTHER = Question(
    "Another way (Signal, a relay, in person)?",
    "Any other way to find them, in your words.",
)
CONTACT_WHEN = Question(
    "When may they be reached (daily 6-11pm; Enter: not asked yet)?",
    "The plan then asks them only when they are free.",
)
CONTACT_SAFE = Question(
    "Is it safe to call them when it is hard (y, n, or u for not sure; Enter: yes)?",
    SAFE_WHY,
)
CONTACT_PER_WEEK = Question(
    "How many check-ins a week did they agree to (Enter: not asked yet)?",
    "Your plan never asks them for more than that. 0 is for never.",
)
CONTACT_SAY = Question(
    "Your opening words (such as: I'm struggling today. Can you talk?)?",
    "Your plan and now show these words, so you don't have to find them then.",
)

GROUP = "WHERE YOU GO. One group to try, if you know one."
GROUP_NAME = Question(
    "Name of the group?",
    "A meeting you go to, or would like to try.",
)
GROUP_WHEN = Question(
    "When does it meet (tue 7-8pm)?",
    "The day and the time, like tue 7pm. One hour is taken if you say no end.",
)
GROUP_WHERE = Question(
    "Where, or the link?",
    "A room, an address, or a link to join. Your plan shows it.",
)

STEP_KIND = Question(
    "What kind of step?",
    "It decides where the step stands in your safety plan.",
)
STEP_TEXT = Question(
    "Something to do:",
    "Something small. Your plan, your card and now can show it.",
)

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

MORE_ABOUT = Question(
    "Add more about {label}: how hard it is, why, an if-then?",
    "Say yes for a few more questions. You can also do it later.",
)
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
CHANGE = Question(
    "Change something? Press Enter to finish.",
    "Pick what you want to change. Enter leaves all as it is.",
)
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
        return f"{name}. {lines.NO_NUMBER}"
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


# What is said of what was typed, and once it is kept.
LIKE_SETUP = "Like recoverplan setup --name Alex --timezone America/New_York --region US"
JSON_ASKS_NOTHING = "With --json setup asks nothing: say it with options."
LIKE_SETUP_JSON = "Like recoverplan setup --json --name Alex"
ASKS = "Setup asks questions on a terminal; without one, say it with options."
DID_CHANGE = "changed the settings"
