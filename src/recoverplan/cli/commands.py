"""The table of commands: what each is called, where it is, what the help of all says of it."""

from __future__ import annotations

from recoverplan.value import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from recoverplan.cli.declaring import App

HARD = "When it is hard"
DAILY = "Every day"
PEOPLE = "Your people and places"
SAFE = "Keep it safe"
HIDDEN = ""  # named in the line of a sibling, so that the help stays one screen


class Entry(NamedTuple):
    """One line of the help: a command, the file that holds it, what it is for, its section.

    Without a section it works as the others do, and the help of all does not list it. `app` is
    what the file calls it.
    """

    name: str
    file: str
    help: str
    section: str
    app: str

    def load(self) -> App:
        """Import the file and return what it declares."""
        from importlib import import_module

        found: App = getattr(import_module(f"recoverplan.cli.{self.file}"), self.app)
        return found


def entry(name: str, help: str, section: str, *, within: str = "") -> Entry:  # noqa: A002
    """Return the table's line for a command of cli/<name>.py, or of the file of another."""
    return Entry(name, within or name, help, section, f"{name}_app" if within else "app")


COMMANDS = (
    entry("now", "Who to call and what to do, right now.", HARD),
    entry("urge", "Note an urge (also: lapse).", HARD),
    entry("lapse", "Log a lapse; what came before it.", HIDDEN),
    entry("care", "When peer support isn't enough: where to go (also: lines).", HARD),
    entry("lines", "Help lines: every one, what it costs, its languages.", HIDDEN),
    entry("plan", "The days ahead (also: remind, trip, treatment, workbook).", DAILY),
    entry("remind", "Notices ahead of the hour.", HIDDEN),
    entry("trip", "Days elsewhere: time zone, numbers, meetings there.", HIDDEN),
    entry("treatment", "Appointments, programs and medicine in your week.", HIDDEN),
    entry("card", "The card to carry: screen, paper, phone (also: publish, family).", DAILY),
    entry("publish", "Your week and people, where your phone gets them.", HIDDEN),
    entry("family", "A page for the people close to you.", HIDDEN),
    entry("review", "Look back at the week.", DAILY),
    entry("setup", "Start here; any question can wait (also: config, completion).", PEOPLE),
    entry("template", "A start to hand out: steps, if-thens, hard hours.", HIDDEN),
    entry("workbook", "Pages to fill in with a pen.", HIDDEN),
    entry("config", "How things are shown: clock, units, colors, what comes first.", HIDDEN),
    entry("risk", "Your hard hours (when tries a time phrase).", PEOPLE),
    entry("when", "Try a time phrase: what it means, when it is next.", HIDDEN),
    entry("contact", "People who can be reached, and help lines.", PEOPLE),
    entry("step", "Things to do when it is hard (also: reason, safety, template).", PEOPLE),
    entry("safety", "The whole safety plan on one page; takes one in.", HIDDEN),
    entry("reason", "Why you are doing this, shown where you choose.", HIDDEN),
    entry("group", "Groups you are trying.", PEOPLE),
    entry("meeting", "Meetings you went to.", PEOPLE),
    entry("support", "What you have, and need (also: give, treatment).", PEOPLE),
    entry("give", "What you do for others.", HIDDEN),
    entry("undo", "Take back the last change (also: redo, history).", SAFE, within="history"),
    entry("redo", "Bring back what was taken back.", HIDDEN, within="history"),
    entry("history", "What was changed, newest first.", HIDDEN),
    entry("backup", "Everything in one file (also: restore, export, import).", SAFE),
    entry("restore", "Bring a backup back.", HIDDEN),
    entry("lock", "Set, change or remove a passphrase.", SAFE),
    entry("doctor", "Check that everything works.", SAFE),
    entry("export", "A file that anyone can read (import takes back its JSON).", HIDDEN),
    entry("import", "Read it all into an empty store.", HIDDEN, within="export"),
    entry("help", "A topic in a few paragraphs, or what a command takes.", HIDDEN),
    entry("completion", "Tab finishes commands and names in your shell.", HIDDEN),
    entry("erase", "Remove everything that is kept here.", SAFE),
)
