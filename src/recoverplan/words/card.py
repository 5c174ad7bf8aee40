"""What stands on the card. It is read by whoever finds it: no word of it tells what it is for."""

TITLE = "Support contacts"  # only with --title
PAGE = "Card"  # the name of the page in a browser, where there is no title
EMERGENCY = "emergency"
CHECK_LOCALLY = "emergency, check locally"
NUMBER_NOT_KNOWN = "your local emergency number"
NUMBERS_OF = "numbers of {month}"
ANY_TIME = "any time"
NOBODY = (
    "Nobody is on the card yet. To add somebody:"
    " recoverplan contact add NAME --role peer --call NUMBER"
)
BLANKS = 2  # empty lines to write on, where nobody is on the card
MADE = "Print the page and fold it, or open it on a phone."
