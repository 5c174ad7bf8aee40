"""What `recoverplan help TOPIC` says about what needs more than a line; docs/topics.md is the same.

Where a sentence is due elsewhere too (withdrawal, a first meeting, medicine), it is taken from
there.
"""

from recoverplan.words import care, lines

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
        "What it is not: detox, treatment of trauma, medical advice or an emergency service."
        " Nobody there can tell you to stop a prescribed medicine."
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
    care.MIX,
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
        "Everything stays on this computer, in one folder. Nothing is sent anywhere, not even how"
        " often you use it. Only group import goes to a web address, and only to the one that you"
        " name."
    ),
    (
        "The data is an encrypted file, but the key is stored next to it. Anyone who uses this"
        " computer account, or copies the whole folder, can read it. A passphrase changes that:"
        " recoverplan lock set."
    ),
    (
        "So that recoverplan now always answers, names, numbers, opening words and steps are also"
        " in a file that is not encrypted. So are hard hours, your groups and where they meet, and"
        " the reasons you chose for it. With a passphrase they are there only if you agree."
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
        "To delete everything: recoverplan erase. What you write here is yours, and no proof of"
        " attendance. A court, probation officer, partner or employer who gets this computer may"
        " read it. Write only what you could live with them seeing."
    ),
)
WHEN = (
    (
        "Say a time as you would say it to a friend. recoverplan when tries a phrase: it shows"
        " what it means, and when it is next."
    ),
    (
        "Days: daily, weekdays, weekends, mon-thu, every other friday from 27 nov, the 15th and the"
        " last day, the last working day, tomorrow, 24 dec."
    ),
    (
        "Hours: 9pm-midnight, 21:00-02:00, noon to 5pm, for 90 minutes. Nights are 9 pm to 2 am,"
        " evenings 5 to 9 pm, mornings 6 am to noon, afternoons noon to 5 pm."
    ),
    "If a phrase can mean two things (5-7, 03/04/2027), you are asked. Nothing is guessed.",
)

SHIFTS = (
    (
        "A pattern of shifts is days on and days off, from a first day. For example: 4 on 4 off"
        " from 23 nov 10pm-6am. 2 days on 2 off works too, and 2-2-3."
    ),
    (
        "Each kind of shift can have its own hours: from 23 nov: 2 early 6am-2pm, 2 late 2pm-10pm,"
        " 2 night 10pm-6am, 4 off."
    ),
    (
        "The time after work is often the hard one. This gives the hours after each shift: 3 hours"
        " after: 4 nights on 4 off from 23 nov 10pm-6am."
    ),
    (
        "Use it wherever a time is asked. For example: recoverplan risk add Evening --when"
        ' "3 hours after: 4 on 4 off from 23 nov 10pm-6am". To try one first: recoverplan when.'
    ),
    "A pattern may be 56 days long. If your shifts change, recoverplan risk edit takes a new one.",
)

SAFER = (
    (
        "When it is hard, it helps to have some things out of reach. You can set this up on a good"
        " day."
    ),
    (
        "Pills: someone you choose can keep them, and give you what you need for a day. You can"
        " change that any time."
    ),
    (
        "Weapons: ask someone you trust to keep them out of the house for a while. If you have"
        " thoughts of suicide, ask today. To see who to call: recoverplan now"
    ),
    (
        "Naloxone: keep it where others can reach it, and tell them how to use it. You can't give"
        " it to yourself."
    ),
    (
        "Methadone and buprenorphine: keep them locked away from children. Even a little can kill a"
        " child."
    ),
    (
        "Money: someone you choose can keep your bank card for a while. You can get it back any"
        " time."
    ),
    (
        "More ideas: recoverplan step list --ideas. To keep one: recoverplan step add TEXT --kind"
        " safer"
    ),
)
GAMBLING = (
    (
        "Gambling can be a problem on its own. It can also go along with drinking or drugs. There"
        " is help, and a lot of it is free."
    ),
    (
        "Make it harder to start. Ask your bank to turn on a gambling block. Put yourself on a"
        " self-exclusion list. Use blocking software on your phone and computer."
    ),
    "Some lists have a name. {registers}. In the United States most states have their own list.",
    (
        "Money: someone you choose can keep your bank card, or help with your pay. You can get it"
        " back any time."
    ),
    (
        "Debts: talk to a free debt adviser before you pay or borrow more. Take care with anyone"
        " who wants money first."
    ),
    (
        "Losing money can bring thoughts of suicide. If they come, call now. To see who to call:"
        " recoverplan now"
    ),
    "Lines for gambling: recoverplan lines --kind gambling",
)
REGISTER = "In {place} it is {name}"
MEDICINE = (
    care.MEDICINE,
    (
        "If you missed days, ask before the next dose. Your usual dose may be too much now. Your"
        " prescriber or a pharmacist can tell you."
    ),
    (
        "Don't stop or change it on your own. If it makes you sleepy or drugged, ask before you"
        " take more."
    ),
    (
        "If you drank while on disulfiram (Antabuse), or used opioids while on naltrexone or"
        " buprenorphine, ask a doctor or pharmacist now. If you feel very ill: recoverplan now"
    ),
    "Keep your medicine locked away from children.",
    (
        "No one in a group can tell you to stop a prescribed medicine. If someone does, talk to"
        " your prescriber first."
    ),
)
UNDER_18 = (
    "You can get help before you turn 18. You don't have to wait until it gets worse.",
    (
        "You could tell one adult you trust: a parent, a teacher, a school nurse, a doctor. One"
        " sentence is enough to start."
    ),
    (
        "There are lines for young people. Before you say more, you can ask what they keep to"
        " themselves: recoverplan lines --kind youth"
    ),
    (
        "Some groups are for young people, and many welcome them. Take someone you trust along the"
        " first time."
    ),
    (
        "If an adult wants to meet you alone, or wants you to keep a secret, trust your feeling and"
        " tell someone. You never owe anyone a favor for their help."
    ),
    (
        "If home is not safe, use a phone or computer that no one there looks at. If someone"
        " there puts you in danger, call the police. To see the number: recoverplan lines"
    ),
)
FAMILY = (
    (
        "You can care about someone and still have limits. Ask to understand. Ask about one thing:"
        ' "What would help tonight?"'
    ),
    "No is allowed. You can say no to money, to shouting, and to calls at night. A no can be kind.",
    (
        "Your own safety comes first. If someone hurts or threatens you, get away if you can and"
        " call the police. Someone to talk to: recoverplan lines --kind domestic-violence"
    ),
    (
        "If anyone at home may use opioids, have naloxone at home. Ask a pharmacist how to get it"
        " and how to use it. Keep it where everyone can find it."
    ),
    "Keep medicine locked away from children.",
    (
        "You need people too. There are groups and lines for families and friends: recoverplan"
        " lines --kind family"
    ),
    "A page on what helps, for someone to hand to you: recoverplan family page",
)
COURT = (
    (
        "What you write here is yours, and no proof of attendance. A court, probation officer,"
        " partner or employer who gets this computer may read it. Write only what you could live"
        " with them seeing."
    ),
    (
        "If a court or your work wants proof, ask them what they take. Then ask the group before"
        " the meeting if it signs papers. Some groups do, some don't."
    ),
    (
        "You don't have to tell everyone at work. To get time off, \"I have a doctor's"
        ' appointment" is often enough.'
    ),
    (
        "If someone tells you to stop a prescribed medicine, talk to your prescriber first. A free"
        " legal office can tell you what your rights are."
    ),
    "If you drive or use machines at work, ask your doctor what is safe for you.",
)
LINES = (
    "Every help line we know for your country: recoverplan lines. For another: --region GB",
    "In a crisis, any hour: recoverplan now. All of them: recoverplan lines --kind crisis",
    "Some crisis lines are for veterans, or for LGBTQ+ people. They are in that list too.",
    "Someone on the phone while you use alone: recoverplan lines --kind using-alone",
    "Alcohol and drugs: recoverplan lines --kind drug-alcohol",
    "Gambling: recoverplan lines --kind gambling",
    "Sexual assault: recoverplan lines --kind sexual-assault",
    "Violence at home: recoverplan lines --kind domestic-violence",
    "Family and friends: recoverplan lines --kind family",
    "Young people: recoverplan lines --kind youth",
    "To find treatment: recoverplan lines --kind referral",
    "If you can't or don't want to speak: recoverplan lines --kind text",
    lines.ADD,
)

SUMMARIES = {
    "peer-support": "What peer support is, and what it is not.",
    "first-meeting": "Before a first meeting.",
    "withdrawal": "Before stopping suddenly.",
    "privacy": "What is saved, where, and who can read it.",
    "when": "How to say a time.",
    "shifts": "Shifts: days on and days off.",
    "lines": "Help lines of every kind.",
    "safer": "Things to keep out of reach.",
    "gambling": "When gambling is the problem, or part of it.",
    "medicine": "Missed days, and other questions about medicine.",
    "under-18": "For young people.",
    "family": "For the people close to someone.",
    "court": "Courts, work, and proof of attendance.",
}
LIST = "Topics: recoverplan help TOPIC. Commands: recoverplan help COMMAND, or COMMAND --help."
UNKNOWN = 'There is no help on "{topic}".'
COMMAND = "The options of the command: recoverplan {name} --help"
