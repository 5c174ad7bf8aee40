"""What the map of the week says."""

TITLE = "Your week by the hour"
BLANK_TITLE = "Which hours were hardest at first?"
NOTHING = "No hard hours this week."

LEVELS = {"high": "H", "medium": "M", "low": "L"}
CALM = "."
LEGEND = (
    "h m l   high, medium, low: somebody is there",
    "H M L   the same hours with nobody on your list yet",
)
THERE = "somebody is there"
OPEN = "nobody on your list yet"

BLANK_LEGEND = (
    "Write H, M or L for high, medium and low. Circle the hours when somebody is there.",
    "Others in your group may know: ask which hours were hardest at first.",
)

# On a page the map has bars: the harder, the higher; filled where somebody is there.
FILLED = "filled: somebody is there"
HOLLOW = "hollow: nobody on your list yet"
HIGHER = "the higher, the harder"
BAR = "{hours}: {level}, {state}"
CALM_DAY = "no hard hours"
