"""What reminders say, and what is said about them.

Neutral notices are read by whoever sees the screen, locked screens too: none of them tells what it
is for. Nothing in them changes with the time at which they are shown.
"""

from recoverplan.words.question import Question

TITLE = "Reminder"  # the name that a notice comes under

# The notices, neutral and with names; a call by the way in which the contact is reached.
CHECK_IN = {
    "call": "Time for the call you planned",
    "text": "Time for the message you planned",
    "email": "Time for the email you planned",
    "other": "Time to get in touch, as you planned",
}
CHECK_IN_FULL = {
    "call": "Call {name}, {where}",
    "text": "Text {name}, {where}",
    "email": "Email {name}, {where}",
    "other": "Get in touch with {name}: {where}",
}
HOURS = "Your plan for {time} is ready"
HOURS_FULL = "Your plan for {time} is ready: {labels}"
MEETING = "Your meeting starts at {time}"
MEETING_FULL = "{names}: starts at {time}"
PREPARATION = "Something to do ahead of time"
TREATMENT = "Your appointment starts at {time}"
TREATMENT_FULL = "{label}: starts at {time}"
MEDICINE = "Time for your medicine"
LOG = "Time for your notes"
LOG_FULL = "How was {names}? Write a line: recoverplan meeting log"
RENEWAL = "Your reminders end on {day}. Open the program once and they go on"
TEST = "This is a test. Your reminders look like this"

# What the timer is, and what can go wrong with it.
CRONTAB = "your crontab"
TASK = "Task Scheduler, {name}"
NO_PROGRAM = "This computer has no {name}."
IDLE = "{name} does not work for your account on this computer."
NO_ANSWER = "{name} did not answer."
PROGRAM_SAID = "{name} did not accept it: {said}"
NO_CRONTAB_LINE = "The path of this folder or program can't be put into a crontab."
CRONTAB_UNREAD = "Your crontab can't be read: {said}."
CRONTAB_RETURNS = (
    "Your crontab has Windows line ends. Writing it back would change them, so it was left alone."
)
CRONTAB_BUSY = "Another program changed your crontab at the same moment, so it was left alone."
OTHER_WAYS = "Other ways: --with systemd, cron, launchd, tasks, or prompt for your shell alone."
UNKNOWN_OPTION = "remind run does not know {option}. It takes --print."

# How they stand.
WAYS = {
    "systemd": "a systemd timer",
    "cron": "a line in your crontab",
    "launchd": "a LaunchAgent",
    "tasks": "a task of Task Scheduler",
    "prompt": "your shell's prompt",
}
NO_WAY = "what should check for them"
BEHIND = "Saved, but your reminders still show the old version."
DAMAGED = "The file with your reminders is damaged. To write it again: recoverplan doctor --fix"
ENTRY_GONE = (
    "Nothing checks for your reminders: {way} is gone. To set it again: recoverplan remind on"
)
ENTRY_UNSEEN = "We can't tell whether anything checks for your reminders. {why}"
ENTRY_OTHER = "Something has changed {way}. To set it again: recoverplan remind on"
PROGRAM_MOVED = (
    "The program has moved: {program} is not there any more, so nothing can ring. To set it again:"
    " recoverplan remind on"
)
NO_RUN_YET = "Nothing has looked for reminders yet. That should happen within five minutes."
NO_RUN = (
    "Nothing has looked for reminders since {when}. If this computer was on and you were logged in,"
    " set them again: recoverplan remind on"
)
NOT_SHOWN = "Reminders haven't been shown since {since}: {why}."
OTHER_ZONE = (
    "Your reminders are for {zone}, and this computer is set to {system}. They follow {zone}. To"
    " change that: recoverplan setup --timezone ZONE"
)
ENDS_SOON = "Your reminders end on {day}. Any change of your plan renews them."
OFF = "Reminders are off."
ON = "Reminders are on. {way} checks for them every five minutes."
ON_PROMPT = "Reminders are on, in your shell's prompt."
ALREADY_OFF = "Reminders were off already."
TURNED_OFF = "Reminders are off. {way} and the files are gone."
OFF_AGAIN = "To take that away too, once this works: recoverplan remind off"
TURNED_OFF_FILES = "Reminders are off. Their files are gone."
PROMPT_STAYS = "If you put lines for the prompt into your shell's start file, remove them there."
LAST_RUN = "Last looked for: {when}."
SNOOZED = "Nothing is shown until {until}. To end that: recoverplan remind snooze --end"
AWAKE = "Reminders are shown again."
NEXT = "Next: {when}: {words}."
NO_NEXT = "There is nothing to remind you of yet. When is it hard? recoverplan risk add nights"
HOW_TO_TURN_ON = "To turn them on: recoverplan remind on"
WOULD_COME = "Reminders are off. If they were on, this would come."
NOTHING_COMES = "Nothing comes in the next {days} days."
HONEST = (
    "A computer that is off or asleep can't remind you. Your phone's calendar can: recoverplan"
    " publish"
)
BUSY = "A reminder is being shown right now."
TEST_SENT = "A test was shown. If you can't see it, check whether do-not-disturb is on."
TEST_NOT_SHOWN = "The test could not be shown: {why}."
TEST_ELSE = "Without a desktop, your shell's prompt can show reminders: recoverplan remind prompt"

# What was asked for.
SAID_BEFORE = "{kinds}{minutes} before"
SAID_AT_ONCE = "{kinds}as they begin"
SAID_QUIET = "none from {start} to {end}"
SAID_MOST = "at most {most} a day"
SAID_ONE_A_DAY = "at most one a day"
SAID_NEUTRAL = "in neutral words"
SAID_FULL = "with names"
NAMES_LEFT_OUT = (
    "A passphrase is set, so names are left out. To see what would be readable, and agree to it:"
    " recoverplan remind on --words full"
)
NAMES_TAKEN_OUT = (
    "Your reminders no longer have names in them. To have them again: recoverplan remind on"
    " --words full"
)
SAID_SOUND = "with a sound"
ASKED_FOR = "{kinds}: {details}."
NOT_YET = "recoverplan has no {kind} yet, so there is nothing to remind you of."
NOT_YET_HINT = "Choose some of: {kinds}."
ALL = "all"
NO_QUIET = "none"
QUIET_NOT_READ = '--quiet takes a part of the day, not "{typed}".'
QUIET_HINT = "Write it like 23:00-07:00 or 11pm-7am, or none."
SNOOZE_NEEDS = "Say for how long."
SNOOZE_HINT = "Like recoverplan remind snooze 1d, 2h or 45m; --end ends it."
SNOOZE_NOT_READ = '"{typed}" is not a length of time from a minute to 60 days.'

# Before they are turned on: what is written, where, and how it goes away.
WRITES = "This will be written:"
WRITES_FILE = "{path} holds times and words, for the next four months. It can say:"
WRITES_BESIDE = "Three small files next to it remember what was shown."
WRITES_ENTRY = "This goes into {where}, so that something checks every five minutes:"
WRITES_PROMPT = (
    "No timer works here, so only your shell's prompt can show them. For that, add a few lines to"
    " its start file: recoverplan remind prompt"
)
WRITES_AWAY = "To remove all of it: recoverplan remind off"
WHO_CAN_READ = "Anyone who uses this account can read that file, and anyone near can see a notice."
ASK = Question(
    "Turn reminders on?",
    "Say no, and nothing changes. You can turn them off at any time.",
)
ASK_NAMES = Question(
    "Turn reminders on, with these names readable without your passphrase?",
    "Say no, and nothing changes. Without names you get neutral words.",
)
NEEDS_YES = "Turning reminders on asks first, and there is no terminal to ask on."

# The lines for a shell.
SHELLS = ("bash", "zsh", "fish")
PROMPT_HOW = (
    "Put these lines at the end of {file}, or run: recoverplan remind prompt {shell} >> {file}"
)
PROMPT_NOT_ON = "They show nothing until reminders are on: recoverplan remind on"
PROMPT_SHELL = "Say which shell: bash, zsh or fish."
PROMPT_SHELL_HINT = "Like recoverplan remind prompt bash"
START_FILES = {"bash": "~/.bashrc", "zsh": "~/.zshrc", "fish": "~/.config/fish/config.fish"}

# What is said of what was typed, and once it is kept.
DID_CHANGE = "changed the reminders"
NO_UNIT = "No unit of systemd can hold this path."
FILE_NOTE = "Times and words of reminders. Anyone who uses this account can read them."

# Why a notice could not be shown.
NO_SESSION = "there is no desktop session to show it in"
NOTHING_SHOWS = "nothing on the desktop shows notices"
NO_ANSWER_WITHIN = "the desktop did not answer within {seconds:.0f} seconds"
REFUSED = "the desktop refused it"
OF_SOMEBODY_ELSE = "the session bus belongs to somebody else"
DESKTOP_SILENT = "the desktop did not answer"
