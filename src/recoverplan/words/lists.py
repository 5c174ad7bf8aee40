"""What is said about meeting lists."""

NOTHING_TO_ATTEND = "There is nothing to attend in this list."
FINISHED = "Read {rows} rows: {added} new, {updated} changed, {unchanged} as before, {gone} gone."
SKIPPED = "{count} left out: {reason} ({examples})."
NOTED = "{count}: {reason} ({examples})."
CLOSED = "{count} closed for now; they are never suggested."
CAUTIONS = (
    "{count} with a note that may mean not every week; it is shown with them, and they cover"
    " nothing until you confirm their times."
)
NEXT = "To look for one: recoverplan group find tonight"
TAKE_BACK = "To take it back: recoverplan undo"
ASK_ZONE = "Which time zone are its times in? For instance America/New_York:"
ASK_PROGRAMME = (
    "Which program is it of, so that its codes can be named? AA, Al-Anon, NA or another; Enter"
    " to skip:"
)
READING = "{rows} rows read"
