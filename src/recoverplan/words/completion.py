"""What a shell offers after `--when` and the like, and what is said when completion is put in."""

# Each is a phrase that `--when` takes; the first of a kind shows the form.
WHEN = (
    "daily 9pm-midnight",
    "nights",
    "evenings",
    "mornings",
    "weekday evenings",
    "weeknights 9pm-1am",
    "mon-thu 9pm-midnight",
    "friday nights",
    "saturdays 6pm-midnight",
    "sundays 12-5pm",
    "weekend",
    "tonight",
    "tomorrow 6pm-9pm",
    "last day of the month 5pm-11pm",
)
MOMENTS = ("now", "today 9am", "yesterday 7pm", "fri 19:00", "mon 8pm")
DATES = ("today", "tomorrow", "friday", "sunday", "monday")

SHELLS = ("bash", "zsh", "fish", "powershell")
NO_SHELL = "Say which shell: bash, zsh, fish or powershell."
NO_SHELL_HINT = "For instance: recoverplan completion zsh --install"
HOW = "To have it put in its place: recoverplan completion {shell} --install"
PUT = "{file} is written. New terminals complete what you type after recoverplan."
START = "If yours doesn't, put this line into {start}:"
THERE = "{file} is a file already, and not one of ours."
THERE_HINT = "Move it away first, or print the lines: recoverplan completion {shell}"
NOT_WRITTEN = "{file} could not be written: {why}."
