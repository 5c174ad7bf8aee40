"""Words about templates: a start that a group or a clinic can hand out."""

from recoverplan.words.question import Question

HOLDS = "This is what is in it:"
NOTHING = "There is nothing in it."
NOTHING_TO_SAVE = "There are no steps and no hard hours yet."
ADD_FIRST = 'Like recoverplan step add "Tea and the radio" --kind alone'
HOURS = "Hard hours: {label}, {when}, {level}"
WITHIN = {"triggers": "  hard because: {text}", "steps": "  step: {text}", "if_thens": "  {text}"}
STEP = "Step, {kind}: {text}"
GIVES_AWAY = {
    "name": "This names somebody, or a group: {text}",
    "number": "This has a number in it: {text}",
    "place": "This says where something is: {text}",
}
OTHER_WORDS = Question(
    "Say it in other words? (Enter leaves it out)",
    "Others will read it, so no name, number or place should be in it.",
)
STILL = "That still gives it away."
LEFT_OUT = "Left out, because it names somebody, a number or a place: {texts}"
WRITE = Question(
    "Write it?",
    "Say no, and no file is written.",
)
NOT_WRITTEN = "Nothing was written."
WRITTEN = (
    "No number to call, no log, and no name or place from your contacts and groups is in it. Others"
    " can be, in your own words: read it through for names and places before you hand it on."
)

TAKE = Question(
    "{line}?",
    "Enter takes this line, n leaves it out.",
)
NOT_YET = "Nothing was taken: this is what is in it."
THERE = "{line} (there already)"
TAKEN = "Taken: {hours}, {steps}."
HOURS_TAKEN = ("1 hard time", "{count} hard times")
STEPS_TAKEN = ("1 step", "{count} steps")
DID = "took in a template"
CANNOT = "{name} is not a template that can be read: {why}."
CANNOT_HINT = "recoverplan template save FILE makes one."
NO_JSON = "it is not JSON"
NO_SCHEMA = "it does not say that it is one"
TOO_MANY = "there is more in it than a template holds"
NOTHING_ELSE = "{field} is not known"
