"""What `recoverplan config` says of its keys."""

SET = "{key}: {value}."
NOT_SET = "clock: as in your country."
NOT_SET_NOWHERE = "clock: 24, until you set a country."
CLOCK_24 = "Times show as 21:00, and 7:30 is in the morning."
CLOCK_12 = "Times show as 9 pm, and 7:30 is asked about: am or pm?"
CLOCK_ASKED = "Times show as 21:00, and 7:30 is asked about: am or pm?"
NO_KEY = 'There is no setting "{key}".'
KEYS = "There is: {keys}. Like: recoverplan config clock 24"
NO_VALUE = '{key} can be {values}, not "{value}".'
TYPE = "Type it like this: recoverplan config {key} {value}"

# Of every other key: what a value means. The first of a key holds until another is chosen.
MEANINGS = {
    "monday": "Weeks are shown from Monday on.",
    "sunday": "Weeks are shown from Sunday on. Check-ins are still planned from Monday.",
    "saturday": "Weeks are shown from Saturday on. Check-ins are still planned from Monday.",
    "km": "Distances show in kilometers.",
    "miles": "Distances show in miles, and --within 5 is 5 miles.",
    "dark": "Colors are for a dark screen.",
    "light": "Colors are for a light screen.",
    "mono": "No colors, only bold and dim letters.",
    "today": "recoverplan alone shows today.",
    "plan": "recoverplan alone shows the week.",
    "now": "recoverplan alone shows who to call right now.",
}
# What else a value may be typed as.
ALSO = {
    "units": {"mi": "miles", "mile": "miles", "kilometers": "km", "kilometres": "km"},
    "week": {
        "mon": "monday", "mo": "monday", "sun": "sunday", "su": "sunday", "sat": "saturday",
        "sa": "saturday",
    },
}  # fmt: skip
