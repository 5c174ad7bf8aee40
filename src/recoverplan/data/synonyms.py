"""What people type for a choice of a list, and for a command: never said, only understood.

One table for each list, by the option; for commands meaning goes before spelling.
"""

PREFERS = {
    "call": ("phone", "ring", "talk", "voice", "calls", "calling", "speak"),
    "text": ("sms", "message", "messages", "msg", "texts", "texting", "whatsapp", "signal"),
}
ABOUTS = {
    "alcohol": (
        "booze", "drink", "drinking", "drinks", "beer", "wine", "liquor", "spirits", "vodka",
        "whiskey", "whisky", "gin", "rum", "cider", "alcoholic drinks",
    ),
    "drugs": (
        "drug", "pills", "pill", "heroin", "opioids", "opiates", "fentanyl", "oxy", "oxycodone",
        "percs", "morphine", "codeine", "meth", "crystal", "speed", "amphetamine", "adderall",
        "coke", "cocaine", "crack", "weed", "cannabis", "marijuana", "pot", "hash", "spice", "k2",
        "benzos", "xanax", "valium", "ketamine", "mdma", "ecstasy", "molly", "ghb", "kratom",
        "tramadol", "substances", "medicine", "medication", "painkillers", "dope", "smack",
    ),
    "gambling": (
        "slots", "slot machines", "betting", "bets", "bet", "casino", "casinos", "poker", "bingo",
        "lottery", "scratch cards", "sports betting", "horses", "roulette", "gamble", "pokies",
        "fruit machines", "bookies",
    ),
    "other": (
        "else", "food", "eating", "porn", "sex", "shopping", "spending", "gaming", "games",
        "smoking", "nicotine", "vaping", "cigarettes", "phone", "something",
    ),
}  # fmt: skip
ROLES = {
    "peer": (
        "na", "aa", "ca", "ga", "smart", "na friend", "aa friend", "recovery", "fellow", "peer",
        "recovery friend", "buddy", "sober friend", "group", "meeting", "home group", "fellowship",
    ),
    "sponsor": ("sponsor", "mentor", "coach", "temporary sponsor", "guide", "recovery coach"),
    "family": (
        "family", "friend", "mom", "mum", "mother", "mam", "dad", "father", "sister", "brother",
        "wife", "husband", "partner", "girlfriend", "boyfriend", "fiance", "fiancee", "spouse",
        "uncle", "aunt", "auntie", "cousin", "son", "daughter", "kid", "child", "nephew", "niece",
        "grandma", "grandpa", "grandmother", "grandfather", "gran", "nan", "granny", "relative",
        "best friend", "mate", "roommate", "flatmate", "ex", "in-law", "parents", "parent",
    ),
    "clinical": (
        "counselor", "counsellor", "therapist", "doctor", "nurse", "gp", "psychiatrist", "medic",
        "psychologist", "clinician", "social worker", "case manager", "case worker", "clinic",
        "key worker", "pharmacist", "physician", "shrink",
    ),
    "practical": (
        "neighbor", "neighbour", "landlord", "boss", "colleague", "coworker", "babysitter",
        "driver", "ride", "rides", "childcare", "housing", "practical", "help", "teacher",
        "pastor", "priest", "imam", "rabbi",
    ),
    "line": ("hotline", "helpline", "line", "help line", "crisis line", "phone line"),
}  # fmt: skip
TREATMENTS = {
    "appointment": ("doctor", "clinic", "session", "visit", "counseling", "therapy", "checkup"),
    "programme": ("program", "course", "rehab", "iop", "outpatient", "day program", "classes"),
    "medicine": ("meds", "medication", "pill", "pills", "dose", "prescription", "injection"),
}
TALKS = PREFERS | {"in-person": ("met", "face to face", "visit", "visited", "coffee", "seen")}
LEVELS = {
    "low": ("easy", "mild", "a bit", "little", "not very", "not very hard", "not so hard", "light"),
    "medium": ("middle", "so-so", "moderate", "ok", "okay", "average", "fairly", "quite hard", "m"),
    "high": ("hard", "very", "very hard", "really hard", "hardest", "bad", "awful", "worst",
             "extreme", "strong", "severe", "tough", "brutal"),
}  # fmt: skip
SAID = {
    "listened": ("listen", "just listened", "nothing", "quiet", "silent"),
    "small-honesty": ("a little", "something small", "a bit", "my name", "hello"),
    "shared": ("share", "talked", "spoke", "a lot", "my story", "story"),
}

# What is typed for a command, and what to type; none leads to `erase`, and no spelling is taken for
# it. WITHIN is the same behind a noun, where it has such a command.
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
WITHIN = {
    "delete": "remove", "del": "remove", "rm": "remove", "drop": "remove", "cancel": "remove",
    "new": "add", "create": "add", "insert": "add", "note": "log", "record": "log",
    "ls": "list", "all": "list", "view": "show", "see": "show", "info": "show", "get": "show",
    "change": "edit", "update": "edit", "set": "edit", "rename": "edit", "modify": "edit",
    "add": "log", "log": "add", "search": "find", "choose": "decide", "leave": "decide",
    "keep": "decide", "hide": "pause", "stop": "pause",
}  # fmt: skip
NEVER = frozenset(["erase"])
