"""The workbook for pen and paper: what each page is called, says and asks. For grade 5 readers.

Its outside, the first and the last page, tells nothing about what it is for.
"""

from recoverplan.words.question import Question

TITLE = "My pages"
NOTES = "Notes"

WEEK = "My week"
WEEK_SAYS = (
    "Which hours are hard? Write H for very hard, M for hard and L for a bit hard.",
    "Circle the hours when somebody is there.",
)
HARD = "My hard times"
HARD_SAYS = "Give each hard time a name. Nights, weekends or payday are common ones."
HARD_FIELDS = ("I call it", "When is it?", "How hard is it?", "What makes it hard?")
LEVELS = ("low", "medium", "high")
SIGNS = "What I notice first, before it gets hard"

PEOPLE = "People I can call"
PEOPLE_SAYS = "One person is enough to begin. Ask them when you can call, and how often."
PEOPLE_FIELDS = ("Name", "Number", "When can I call?", "How often?")
SAFE = "Is it safe to call them when it is hard?"
SAFE_ANSWERS = ("yes", "not sure", "no")
PER_WEEK = "{count} a week"
EMERGENCY = "In an emergency, call {number}."
EMERGENCY_BLANK = "My emergency number"
MORE_LINES = "A help line I can call"

GROUPS = "Groups I try"
GROUPS_SAYS = (
    "The first visit is often the hardest. You could give a group 3 to 5 tries before you decide."
    " If it does not feel safe, stop at once. You don't owe it another visit."
)
GROUP_FIELDS = ("Name", "When?", "Where?")
TRY = "Try {number}"
DATE = "Date"
QUESTIONS_SAY = "After each try, write yes, no or ? in the box."
QUESTIONS = {
    "boundaries": "What I say stays in the room",
    "respect": "Other ways are fine too",
    "rhythm": "It meets when it says",
    "safety": "I feel safe there",
    "newcomers": "New people can just listen",
}
ANSWERS = {"yes": "yes", "no": "no", "unsure": "?"}

STEPS = "What I can do"
STEPS_SAYS = "Small things count. Write what has helped you before."
STEP_KINDS = {
    "alone": "On my own",
    "places": "With others, or somewhere else",
    "professionals": "A nurse, doctor or counselor I can ask",
    "safer": "To make my home safer",
}
IF_THENS = "If this happens, then I do that. Say each one out loud once."
IF, THEN = "If", "then"

DAYS = "Payday and other hard days"
DAYS_SAYS = "Some hard days can be seen coming. What can you do the day before?"
DAY_FIELDS = ("The day", "When is the next one?", "What I do before", "Who I am with")
TOLD_BEFORE = "{ahead} before: {text}"
DO_THEN = "What I do then"

FIRST = "Going for the first time"
FIRST_SAYS = (
    'You can just listen. Saying "I\'m here to learn" is enough.',
    "You don't have to have stopped. If you used today, come when you can take part safely.",
    "Come a little early and stay a bit after. That is when people talk.",
    "One phone number is enough for a first visit.",
)
FIRST_FIELDS = (
    "I go to", "Day and time", "How I get there", "Who comes with me, or who I tell",
    "One small thing I want to do there", "When I leave home",
)  # fmt: skip

FAMILY = "For the people close to me"
FAMILY_SAYS = "Mark what you want them to know. Then show them this page."

CARD = "A card to carry"
CARD_SAYS = "Cut along the lines, fold in the middle, and keep it with you."

MORE = "Not on the pages for lack of room: {what}."
MORE_OF = {
    "risks": ("1 more hard time", "{count} more hard times"),
    "contacts": ("1 more person", "{count} more people"),
    "groups": ("1 more group", "{count} more groups"),
    "steps": ("1 more step", "{count} more steps"),
}
WRITTEN = "It has {count} pages. The first and the last one don't say what it is for."
NEEDS_FILE = "Say where the workbook goes."
EXAMPLE = "Like recoverplan workbook --pdf pages.pdf --blank"

# `setup --from-workbook`: the pages typed in, one after the other.
TYPE_IN = (
    "Type in the pages, one after the other. Press Enter to skip a line or to go on to the next"
    " page. Each answer is kept at once, so Ctrl-C loses nothing."
)
PAGE = "PAGE {number}: {title}"
ANOTHER_WHY = "What is on the paper, one line at a time. Enter goes on."
ANOTHER = {
    "risk": Question("What do you call it? (Enter: next page)", ANOTHER_WHY),
    "contact": Question("Who could you call? Name (Enter: next page):", ANOTHER_WHY),
    "try": Question("Date of try {number}, like 17 nov? (Enter: no more)", ANOTHER_WHY),
    "step": Question("{title}? (Enter: next)", ANOTHER_WHY),
    "if": Question("If what happens? (Enter: next page)", ANOTHER_WHY),
    "day": Question("Which day? (Enter: done)", ANOTHER_WHY),
}
FIT = Question(
    "The five answers down the page, like y y n ? y:",
    "One answer for each question on the page: y, n or ?.",
)
DID_TYPE_IN = "typed in a workbook"
DID_IF_THEN = "changed hard hours {label}"
FIT_HINT = "Five answers with spaces between: y, n or ?."
NOT_YET = "That day has not come yet."
TRIGGERS = Question(
    "What makes it hard? (commas between)",
    "What is behind it. Your plan shows it.",
)
OF_WHICH = Question(
    "Which hard time does it belong to?",
    "The if-then is shown with these hours.",
)
NO_HARD_TIME = "An if-then belongs to a hard time, and there is none yet. Type one in first."
BEFORE = Question(
    "What do you do before? A day before, or say: 3 hours: shopping list",
    "It is shown in your plan when that time comes.",
)
WITH = Question(
    "Who are you with?",
    "Someone on your list is asked for that day first.",
)
BE_WITH = "Be with {name}"
ON_PAPER = (
    "The other pages stay on paper. They are the first visit, the page for people close to you, and"
    " the card."
)
AGAIN = "Your answers are saved. To go on: recoverplan setup --from-workbook"
NOT_BESIDE = "--from-workbook asks; it takes no other option."
NEEDS_TERMINAL = "--from-workbook asks page by page, and there is no terminal to ask on."
TERMINAL_HINT = "Run it in a terminal: recoverplan setup --from-workbook"
