"""What is said around pages to print. Sheets are seen by others too: no word tells what for."""

CARD = "Card"  # the document's title where the person gave none
LEGEND = "Print at actual size. Cut along the lines, fold along the dashes."
DIALS = "Code for {target}"

SAY_LEFT_OFF = '"{text}" is too long for the card: {name} is on it without opening words.'
CUT = '"{text}" is too long for the card and is cut there.'
SEVERAL = "It takes {count} cards to hold everything: {copies} of each."
PRINT = "Print it at actual size (100 percent), cut along the lines, and fold."
PICTURE_MADE = "Send it to your phone and set it as the lock screen."
NO_ROOM_FOR = "The picture has no room for: {what}."
NO_ROOM_HINT = "To choose who is on it: recoverplan contact edit NAME --off-card"

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
