"""Words about urges: noted as they were, for the person's own eyes. Nothing is scored.

No sentence says what an urge will do next, or that anything made it weaker: what is shown is what
was noted.
"""

from recoverplan.words.question import Question

# The log.
STRENGTH = Question(
    "How strong, from 0 to 10?",
    "A guess is fine. Over time you can see when it gets easier.",
)
TRIGGERS = Question(
    "What set it off?",
    "It helps to see what comes before, over time.",
)
DID = Question(
    "What did you do?",
    "Whatever you did counts, and so does nothing at all.",
)
AFTER = Question(
    "How strong afterwards, from 0 to 10? Press Enter if it is still going on.",
    "It shows what helped. 0 is gone, 10 is as strong as it can be.",
)
HARD = "Hard right now? recoverplan now"
STOPPED = "Your answers are saved. To add to them: recoverplan urge edit {id}"
LATER = "Afterwards you can add to it: recoverplan urge edit last --did TEXT --after 4"

# One urge, in a line.
NOTED = "Noted: an urge, {when}."
CHANGED = "Changed: the urge of {when}."
REMOVED = "Removed: the urge of {when}."
STRENGTH_SAID = "strength {number}"
AFTER_SAID = "{number} afterwards"
NOTHING_SAID = "nothing more noted"

NONE_YET = "No urges noted yet."
HOW_TO_LOG = "To note one: recoverplan urge log"
NONE_THERE = "No urges noted there."

# The chart.
CHART = "Your urges by the hour"
HOURS_LEGEND = "Each number says how many urges began in that hour."
MANY = "+: ten or more."
ABOUT_THEN = "At about that time: {parts}."
IN_PART = "{day} {part} {count}"
SET_OFF = "What set it off"
UNTAGGED = "not said"
STRENGTH_HEADING = "strength"
DONE = "What you did"
FEW = "too few to say"
AVERAGES = "Averages of what you noted. They don't show what caused what."
EARLIER = "{count} from before these days: recoverplan urge chart --from {date}"
MORE = "and {count} more (--plain shows all)"


# Words about hours in which logged urges and lapses gather: what was, never what is to come.
#
# No sentence says that somebody is in danger then, or that anything will happen.

FELL = (
    "{observed} of {logged} logged {what} fell on {hours}. Spread like the rest, it would be"
    " {expected}."
)
URGES, LAPSES, BOTH = "urges", "lapses", "urges and lapses"
FEWER_THAN_ONE = "fewer than 1"
ABOUT = "about {expected}"
ONLY_A_LOOK = "This counts what you logged. It says nothing about what comes next."
ADD = "To make it hard hours: recoverplan risk suggest --add {number}"
NONE_LOGGED = "Nothing is logged yet."
HOW_TO_GATHER = "To note an urge: recoverplan urge log"
TOO_FEW = (
    "It is too early to tell: {logged} so far. With {fewest} or more, this looks for hours that"
    " repeat."
)
NONE_STANDS_OUT = "No time of the week stands out in {logged} logged {what}."
PART = "{observed} of {logged} fell between {first} and {last}."
ONE_ROUGH = "One more was left out, because it only says about when."
ROUGH = "{rough} more were left out, because they only say about when."
NO_SUCH = "There is no suggestion {number}."
SEE = "To see the suggestions: recoverplan risk suggest"

# What is said of what was typed, and once it is kept.
ADD_LIKE = "Like: recoverplan risk suggest --add 1 --level high"
ADD_NEEDS = "--label and --level go with --add."
DID_REMOVE = "removed the log of an urge"
REMOVE = "Remove the urge of {when}?"
DID_CHANGE = "changed the log of an urge"
FROM_LIKE = "Type a day that has been, like --from 2026-11-01."
FROM_TO_COME = "The chart cannot begin on a day that is still to come."
DID_LOG = "logged an urge"
LABELS = {"triggers": "Set off by", "did": DONE, "after": "Strength after"}
MEAN = "strength {before:.1f} before and {after:.1f} after"
IN_SO_MANY = ", in {count} of them"
