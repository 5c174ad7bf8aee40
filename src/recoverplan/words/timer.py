"""What the timer of `recoverplan now --timer` says: riding it out as a thing to try, no promise."""

# First, always.
WARNING = "If this is withdrawal or an overdose, don't wait: recoverplan now."
OFFER = "Try to ride it out for {length}. Ctrl-C ends it."
OFFER_UNTIMED = "Try to ride it out for {length}."  # where no time is kept
BREATHE = "In for {breathe_in} seconds, hold for {hold}, out for {out}, at your own pace."
LEFT = "{length} left"
LAST_MINUTE = "less than a minute left"
PACE = {"in": "breathe in", "hold": "hold", "out": "breathe out"}

OVER = "Still hard? Call someone named above."
ENDED = "You stopped after {length}. That's fine."
