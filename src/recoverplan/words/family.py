"""The page for the people close to somebody: curious, specific, with boundaries, no surveillance.

Nothing of it comes from what was logged. The title tells nothing about what it is for.
"""

from recoverplan.words.question import Question

TITLE = "Good to know"

LOOKS_LIKE = "What support looks like to me"
# What can be picked, as it stands on the page; keyed by how the inventory calls it.
SUPPORT = {
    "rides": "Rides.",
    "meals": "Meals, or eating together.",
    "childcare": "Childcare, for an hour or two.",
    "a calm home": "A calm home.",
    "fewer interrogations": "Less questioning.",
    "predictable routines": "Predictable routines.",
}
HELPS = "What helps"
HELPING = (
    "Ask to understand. Don't cross-examine.",
    'Ask about one thing: "What would help tonight?"',
    "Boundaries, said calmly: what you can do, and what you can't.",
    "Support without taking over.",
)
HELPS_NOT = "What does not help"
NOT_HELPING = (
    'Big questions of blame: "Why are you like this?"',
    "Checking up on me: looking through my phone, my room or my wallet.",
    "Trying to catch me lying.",
    "Taking over.",
)
AGREED = "What we agreed"
CALL = "When to call, and who"
WHOSE = "Who it is from"
FROM = "This page is from {name}."
CALL_IF = (
    "Call {number} now if someone won't wake up, isn't breathing normally, or is having a seizure;"
    " if someone has taken too much; or if someone might act on thoughts of suicide."
)
DANGER = "If someone puts you in danger, call {number}."

# Around the page, on the terminal.
PREVIEW = (
    (
        "Nothing is written yet. Choose lines by their numbers:"
        " recoverplan family page --line 1 --line 4 --text FILE"
    ),
    "All of them: --all. In your own words: --add TEXT. Also --html FILE or --pdf FILE.",
)
CHOOSE = (
    "You see one line at a time. Press Enter or y to take it, n to leave it out. Nothing is"
    " written before the end."
)
OWN = Question(
    "Something to add in your own words? Press Enter to finish:",
    "A line of your own on the page. You can add more than one.",
)

# What is said of what was typed, and once it is kept.
ADD_LINES = "Add --line N for each line that you want, or --all."
CHOOSE_FIRST = "Nothing was written: each line is chosen first."
FORCE_LIKE = "For instance: recoverplan family page --text page.txt --force"
PAPER_LIKE = "For instance: recoverplan family page --pdf page.pdf --paper a4"
