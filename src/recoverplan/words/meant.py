"""What people type for a command that goes by another name: meaning goes before spelling.

The key is what was typed, alone or after the command above it ("contact delete"); the value is
what to type. No entry leads to `erase`, and no spelling is ever taken for it.
"""

MEANT = {
    "relapse": "lapse log", "relapsed": "lapse log", "slip": "lapse log", "slipped": "lapse log",
    "used": "lapse log", "drank": "lapse log", "gambled": "lapse log", "lapsed": "lapse log",
    "craving": "urge log", "cravings": "urge log", "tempted": "urge log", "log": "meeting log",
    "today": "", "home": "", "status": "", "week": "plan", "schedule": "plan", "calendar": "plan",
    "tomorrow": "plan", "agenda": "plan", "suggest": "risk suggest", "find": "group find",
    "search": "group find", "near": "group find", "meetings": "meeting list",
    "attend": "meeting log",
    "groups": "group list", "contacts": "contact list", "people": "contact list",
    "friends": "contact list", "sponsor": "contact list", "call": "now", "sos": "now",
    "emergency": "now", "crisis": "now", "panic": "now", "911": "now", "999": "now", "112": "now",
    "hotline": "lines", "hotlines": "lines", "helpline": "lines", "helplines": "lines",
    "risks": "risk list", "hours": "risk list", "triggers": "risk list", "steps": "step list",
    "reasons": "reason list", "why": "reason list", "urges": "urge list", "lapses": "lapse list",
    "version": "--version", "about": "--version", "start": "setup", "init": "setup",
    "settings": "config", "options": "config", "preferences": "config", "password": "lock set",
    "passphrase": "lock set", "unlock": "lock status", "encrypt": "lock set", "back": "undo",
    "revert": "undo", "save": "backup", "delete": "undo", "remove": "undo", "reset": "undo",
    "clear": "undo", "add": "setup", "new": "setup", "print": "card --pdf card.pdf",
    "alarm": "remind", "alarms": "remind", "reminders": "remind list", "notify": "remind",
    "phone": "publish", "sync": "publish", "share": "family", "treatment": "care",
    "detox": "help withdrawal", "withdrawal": "help withdrawal", "shifts": "help shifts",
    "topics": "help", "commands": "--help", "journal": "urge log", "mood": "review",
    "summary": "review", "report": "review", "check": "doctor", "repair": "doctor",
}  # fmt: skip
# The same after the name of any noun, where it has such a command.
WITHIN = {
    "delete": "remove", "del": "remove", "rm": "remove", "drop": "remove", "cancel": "remove",
    "new": "add", "create": "add", "insert": "add", "note": "log", "record": "log",
    "ls": "list", "all": "list", "view": "show", "see": "show", "info": "show", "get": "show",
    "change": "edit", "update": "edit", "set": "edit", "rename": "edit", "modify": "edit",
    "add": "log", "log": "add", "search": "find", "choose": "decide", "leave": "decide",
    "keep": "decide", "hide": "pause", "stop": "pause",
}  # fmt: skip
NEVER = frozenset(["erase"])
