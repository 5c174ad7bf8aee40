"""What stands on the card, on pages and on sheets. They are seen by others too: no word of them
tells what they are for.
"""

TITLE = "Support contacts"  # only with --title
EMERGENCY = "emergency"
CHECK_LOCALLY = "emergency, check locally"
NUMBERS_OF = "numbers of {month}"
ANY_TIME = "any time"
NOBODY = (
    "Nobody is on the card yet. To add somebody:"
    " recoverplan contact add NAME --role peer --call NUMBER"
)
BLANKS = 2  # empty lines to write on, where nobody is on the card
MADE = "Print the page and fold it, or open it on a phone."


# What only a page or a sheet of the plan says. It stays as it is, so it tells when it was made.

CHECK_IN = "Check in"
OPEN = "Open"
PLAN = "If, then"
IF = "If {condition}, then {action}."
THE_DAY = "The day"
THE_WEEK = "The week"
THE_DAYS = "The days"
MEANT = "Also on these days"
MAP = "By the hour"
PEOPLE = "People"
HELP = "Help lines"
GROUPS = "Groups"
INVITATIONS = "Open hours"
THEIR_CLOCK = "{hours}, {city} time"
MADE_THEN = (
    "Made {day}, {time}. It does not change by itself: make a new one when the days are over."
)
LIMITS = "This page cannot contact anyone and cannot tell how much danger you are in."

# To stderr, beside the path.
OPEN_IT = "Open it on a phone, or print it. Whoever opens the file can read it."


# What is said around pages to print. Sheets are seen by others too: no word tells what for.

CARD = "Card"  # what a page or a document is called where the person gave no title
LEGEND = "Print at actual size. Cut along the lines, fold along the dashes."
DIALS = "Code for {target}"

SAY_LEFT_OFF = '"{text}" is too long for the card: {name} is on it without opening words.'
CUT = '"{text}" is too long for the card and is cut there.'
SEVERAL = "It takes {count} cards to hold everything: {copies} of each."
PRINT = "Print it at actual size (100 percent), cut along the lines, and fold."
PICTURE_MADE = "Send it to your phone and set it as the lock screen."
NO_ROOM_FOR = "The picture has no room for: {what}."

STROKES = (
    'No font here has all letters of "{text}". Each missing letter is a line. Write it in by hand.'
)
STROKES_OF = (
    'No font here has the {script} letters of "{text}". Each missing letter is a line. Write it'
    " in by hand."
)
PICTURES = "Left out on paper: {pictures} in {text}."
CARD_NAME_HINT = (
    "For another name on the card: recoverplan contact edit NAME --card-name TEXT."
    " Or install a font that has them."
)
FONT_HINT = "To have them printed, install a font that has them."

COLUMNS = ("Day", "When", "What", "Check in", "Also")
WHAT_HELPS = "What helps"
PAGES = "It takes {count} pages."
ZONE = "Times are those of {zone}."

# What is said of what was typed, and once it is kept.
TITLES_LIKE = "For instance: recoverplan plan --ics week.ics --titles full"
TITLES_NEED = "--titles is for the calendar that --ics makes."
LEAVE_ONE_OUT = "Leave one of them out. A page has open hours in it anyway."
WHOLE_PLAN = "A file holds the whole plan; it does not go with --risk or --gaps."
PAPER_LIKE = "For instance: recoverplan plan --pdf week.pdf --paper a4"
FORCE_LIKE = "For instance: recoverplan plan --html week.html --force"
WIDTH_LIKE = "For instance: recoverplan card --width 46"
WIDTH_NEEDS = "The card is {least} to {most} columns wide, not {width}."
CHINESE_OR_JAPANESE = "Chinese or Japanese"
