"""A page of a month to take to a counselor: what may stand on it, and how it is chosen.

No totals of people or of days, no score. The title is the days alone.
"""

# What --with names, and the heading of each part.
PARTS = {
    "hours": "How hard hours went",
    "chart": "When urges came",
    "triggers": "What came before",
    "did": "What I did",
    "meetings": "Meetings",
    "helped": "What helped",
    "ideas": "Ideas I heard",
    "questions": "My questions",
    "reasons": "Why",
    "notes": "Notes",
}
ALL = "all"
CHART_LINE = "The week by the hour"
LEGEND = "The higher the bar, the more often in that hour."
LEVELS = ("", "sometimes", "more often", "most often")
HEARD = "{day}: {hours}"
NOTE = "{day}: {text}"

TAKE_WHY = "Enter puts this line on the page, n leaves it out."
CHOOSE = (
    "You see one line at a time. Press Enter or y to take it, n to leave it out. Nothing is"
    " written before the end. Notes are asked about only with --with notes."
)
ASKED_FOR = (
    "This page is yours, and no proof of attendance. If a court, probation officer or employer asks"
    " for it, ask a free legal office about your rights first. To read more: recoverplan help court"
)
NOTHING_CHOSEN = "No line was chosen, so nothing was written."
NOTHING_THERE = "Nothing was noted in these days."
OTHER_DAYS = "For another month: --week DATE."
OTHER_CHART_DAYS = "Other days: --days N, or --from DATE."
SAY_WITH = "Nothing was written. Say what should be on it."
WITH_HINT = "Add --with for each part: {parts}. --with all takes all of them but notes."
UNKNOWN = '"{typed}" is not one of the parts.'
WITH_NEEDS = "--with is for the page that --pdf or --html makes."
ONLY_SHOWS = "--pdf and --html change nothing. They go with --week and --with."
CHART_ONLY = "--json prints; it does not go with --pdf or --html."
EXAMPLE = "Like recoverplan {command} --pdf page.pdf --with {part}"
WRITTEN = "Read it once more before you hand it on. Whoever has the file can read it."
