"""What `recoverplan help TOPIC` says about what needs more than a line; docs/topics.md is the same.

Where a sentence is due elsewhere too (withdrawal, a first meeting), it is taken from there.
"""

PEER_SUPPORT = (
    (
        "Peer support is people with experience of the same thing, meeting as equals: in groups, in"
        " pairs, in person, by phone or online. It is led by peers, not by clinicians."
    ),
    (
        "What it can be: being heard without being managed; seeing how others get through an"
        " evening; a rhythm in the week; a number to call; in time, being that for somebody else."
    ),
    (
        "What it is not: it is no detox, no treatment of trauma, no medical advice and no emergency"
        " service. Nobody there can tell you to stop a prescribed medicine."
    ),
    (
        "Many people use both, peers and professionals. Taking methadone, buprenorphine, naltrexone"
        " or other prescribed medicine is part of recovery."
    ),
    (
        "There are many kinds: 12-step, secular, faith, moderation, for alcohol, drugs and"
        " gambling. No path is the right one for everybody. A group that does not fit says nothing"
        " about you: a different day, time or style may fit better."
    ),
    (
        "The goal isn't to graduate from peer support. It is the right mix: peer, clinical and"
        " practical."
    ),
    (
        "In recoverplan: group find, group try, meeting log, support, and care for what peers"
        " cannot give."
    ),
)
WITHDRAWAL_MORE = "Where to ask: recoverplan care. In an emergency: recoverplan now."
FIRST_MEETING_MORE = (
    "To find one: recoverplan group find. To note how it was: recoverplan meeting log."
)
PRIVACY = (
    (
        "Everything stays on this computer, in one folder. There is no telemetry, and nothing is"
        " sent anywhere. Only group import goes to a web address, and only to the one that you"
        " name."
    ),
    (
        "The data is an encrypted file, and its key lies beside it: whoever uses this account of"
        " the computer, or copies the whole folder, can read it. A passphrase changes that:"
        " recoverplan lock set."
    ),
    (
        "So that recoverplan now always answers, names, numbers, steps and the reasons you chose"
        " for it also stand in a file that is not encrypted. With a passphrase they stand there"
        " only if you agree."
    ),
    (
        "What is typed into a command line may stay in the shell's history. Without a text, most"
        " commands ask on the terminal; a - in the place of a text takes it from standard input."
    ),
    (
        "Files that you ask for (card, plan, family page, export) can be read by whoever has them."
        " A backup can have a passphrase of its own."
    ),
    (
        "To remove everything: recoverplan erase. What is recorded is no proof of anything, and is"
        " nobody's to inspect."
    ),
)
WHEN = (
    (
        "A time is said as you would say it to a friend. recoverplan when tries a phrase: what it"
        " means, and when it is next."
    ),
    (
        "Days: daily, weekdays, weekends, mon-thu, every other friday from 27 nov, the 15th and the"
        " last day, the last working day, tomorrow, 24 dec."
    ),
    (
        "Hours: 9pm-midnight, 21:00-02:00, noon to 5pm, for 90 minutes. Nights are 9 pm to 2 am,"
        " evenings 5 to 9 pm, mornings 6 am to noon, afternoons noon to 5 pm."
    ),
    "What reads two ways (5-7, 03/04/2027) is asked about, never guessed.",
)

SUMMARIES = {
    "peer-support": "What peer support is, and what it is not.",
    "first-meeting": "Before a first meeting.",
    "withdrawal": "Before stopping suddenly.",
    "privacy": "What is kept, where, and who can read it.",
    "when": "How to say a time.",
}
LIST = "Topics: recoverplan help TOPIC. Commands: recoverplan help COMMAND, or COMMAND --help."
UNKNOWN = 'There is no help on "{topic}".'
COMMAND = "The options of the command: recoverplan {name} --help"
PAGE_TITLE = "Topics"
PAGE_NOTE = "The same texts as `recoverplan help TOPIC`."
