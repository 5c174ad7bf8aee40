"""Words about hours in which logged urges and lapses gather: what was, never what is to come.

No sentence says that somebody is in danger then, or that anything will happen.
"""

HEADING = "Hours in your log with no hard hours yet"
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
HOW_TO_LOG = "To note an urge: recoverplan urge log"
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
