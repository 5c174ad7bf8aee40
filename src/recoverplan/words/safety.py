"""The safety plan: its six headings, what an empty part asks, and what is said around an import.

The order of ideas is that of the field's best-tested plan, whose own form is under copyright: the
words here are our own. The title of a page tells nothing about what it is for.
"""

from recoverplan.words.question import Question

TITLE = "My plan"
# Each part in its order, with its heading.
HEADINGS = {
    "signs": "What I may notice first",
    "alone": "What I can do on my own",
    "places": "People and places that take my mind off it",
    "people": "Who I can ask",
    "professionals": "Professionals and help lines",
    "safer": "Safer surroundings",
}
REASONS = "My reasons"
# What a part that is still empty asks. A page has this alone; a screen says what to type too.
INVITATIONS = {
    "signs": "What tells you early that a hard time is coming?",
    "alone": "What has helped before, with nobody else there?",
    "places": "Who is good company, and where could you go?",
    "people": "Who could you tell? One person is enough to begin.",
    "professionals": "Is there a nurse, doctor, counselor or line that you would call?",
    "safer": "What could be put away, locked up or blocked before it gets hard?",
}
TO_ADD = {
    "signs": 'recoverplan step add "I stop answering texts" --kind sign',
    "alone": 'recoverplan step add "Tea and the radio" --kind alone',
    "places": 'recoverplan step add "The library" --kind places',
    "people": "recoverplan contact add Sam --role peer --call NUMBER",
    "professionals": "recoverplan contact add NAME --role clinical --call NUMBER",
    "safer": 'recoverplan step add "Nothing to drink at home" --kind safer',
}
EMERGENCY = "Call {number} in an emergency"
NO_REGION = "No country is set, so there is no emergency number here yet. To set it: {command}"
SET_REGION = "recoverplan setup --region US"
# How somebody is reached: "Sam, call 555-0114 or text 555-0115".
REACHED = "{name}, {ways}"
WAYS = {"call": "call {value}", "text": "text {value}", "email": "email {value}"}
WAYS |= {"other": "other way: {value}"}
BOTH = "call or text {value}"
OR = " or "
WITH_HOURS = "{name} ({hours})"

LARGE_NEEDS = "--large is for the sheet or page that --pdf or --html makes."
TITLE_NEEDS = "--title is for a file."
EXAMPLE = "For instance: recoverplan safety --pdf plan.pdf --large"
WRITTEN = "Whoever has the file can read it."
FOLD = "To carry it, fold it with the words inside."
PAGES = "It takes {count} pages. Print on one side only, so that no words are outside."

# Reading a plan made elsewhere.
LEFT_OUT = "Left out"
READ_AS_HEADINGS = "Read as headings"
NEW_CONTACT = "(a new contact)"
THERE = "(in your plan already)"
NOTHING_IN_IT = "No line of a plan was found in it."
PASTE = "Paste the text of a plan, with its headings."
IS_A_PDF = "{name} is a PDF, and this reads text."
PDF_HINT = (
    "Copy its text into a file. Or, where you have pdftotext: pdftotext -layout plan.pdf - |"
    " recoverplan safety import -"
)
IS_NO_TEXT = "{name} is no text file."
NOT_YET = "Nothing was taken: this is where each line would go."
CHOOSE = (
    "You see one line at a time. Press Enter to take it, n to leave it out, or a number to"
    " move it. Nothing is"
    " kept before the end."
)
WHERE_TO = "{number} {heading}"
TAKE = Question(
    "{text} → {heading}? (Enter, n, or 1 to 7)",
    "Enter takes the line, n leaves it out, a number puts it under another heading.",
)
PLACE = Question(
    "{text} → not sure where. (1 to 7, or Enter leaves it out)",
    "Type the number of its heading. Enter leaves the line out.",
)
ANSWER_HINT = "Type y or Enter, n, or a number from 1 to 7."
TAKEN = "Taken: {lines}."
LINES = ("1 line", "{count} lines")
PEOPLE = ("1 new contact", "{count} new contacts")
SEE = "To see it: recoverplan safety"
STAYED = "Left out: {lines}."
SAFE_TO_CALL = (
    "New contacts also show in now, the plan and on the card. If it isn't safe to call somebody:"
    " recoverplan contact edit NAME --off-now"
)
DID = "took in a safety plan"


# Words about reasons: why somebody is doing this. The reasons themselves are theirs alone.

TEXT = Question(
    "Why are you doing this? In your own words:",
    "It can be shown to you when it gets hard. Nobody else sees it.",
)
WHERE = Question(
    "Where would you like to see it? You can choose more than one; Enter keeps it to yourself.",
    "Some people want to see it in a hard moment, some don't. You can change it later.",
)
# Each screen that can carry one, as it is said.
SCREENS = {
    "now": "now, for a hard moment",
    "card": "the card",
    "plan": "the plan",
    "review": "the look back at the week",
    "safety": "the safety plan",
}
SHOWN_ON = "It is shown on {screens}."
KEPT_TO_YOURSELF = "Kept to yourself. Only reason list shows it."
SHOW_IT = "To see it somewhere: recoverplan reason edit {id} --on now"
IN_NOW = "What now shows is also in a file that is not encrypted."
NOT_IN_NOW = "Your passphrase keeps it out of now, with your names and steps."
ON_CARD = "Whoever finds the card can read it."
LIKE_REASON = 'Like recoverplan reason add "Breakfast with my daughter" --on now'
EMPTY = (
    "No reasons yet. One line in your own words is enough.",
    LIKE_REASON,
)


# One rehearsal for an if-then, offered once and never checked.

SAY_ALOUD = 'If you like, say it out loud once: "If {condition}, then {action}."'

# What is said of what was typed, and once it is kept.
REMOVED_REASON = "Removed the reason: {name}"
REMOVE_REASON = 'Remove the reason "{name}"?'
CHANGED_REASON = "Changed the reason: {text}"
ADDED_REASON = "Added a reason: {text}"
SAY_WHY = "Say why, in your own words."
REMOVED_STEP = "Removed the step: {name}"
REMOVE_STEP = 'Remove the step "{name}"?'
CHANGED_STEP = "Changed the step, {kind}: {text}"
ADDED_STEP = "Added a step, {kind}: {text}"
LIKE_STEP = (
    'Like recoverplan step add "Tea and the radio" --kind alone; for ideas: recoverplan step'
    " list --ideas"
)
SAY_STEP = "Say what to do."
SAY_STEP_KIND = "Say what kind of step it is."
PICK_STEP = "Pick one: recoverplan step list --ideas"
NO_STEPS = "No steps yet."
SHOWN_NOWHERE = "kept to yourself"
