"""What is said around every question: how to answer, to go back, what an answer was not, why it is
asked; and what is asked where a time, or when something was, lacks one piece.
"""

from recoverplan.words import setup

SAVED_SO_FAR = "Your answers so far are saved. To take them back: recoverplan undo"
FIRST_QUESTION = "There is no question before this one."
ANY_QUESTION = "Press Enter to skip it. Type back for the question before. Ctrl-C stops."
NOT_ONE = '"{typed}" is not one of these. Type {which}.'
NUMBER_OR_WORD = "a number from 1 to {last}, or a word like {word}"
NUMBERS = "Numbers or words, like 1,2:"
NUMBER = "Number or word:"
YES_OR_NO = "Please answer yes or no: y or n."
YES_NO_UNSURE = "Please answer yes, no or not sure: y, n or u."
YES = (
    "y", "yes", "yeah", "yep", "yup", "ya", "yea", "sure", "ok", "okay", "absolutely", "certainly",
    "definitely", "right", "correct", "please", "yes please", "i do", "i did", "it is", "si", "sí",
    "ja", "oui",
)  # fmt: skip
NO = (
    "n", "no", "nope", "nah", "no way", "never", "no thanks", "no thank you", "not really",
    "not yet", "not now", "i don't", "i didn't", "nein", "non",
)  # fmt: skip
UNSURE = (
    "u", "unsure", "not sure", "idk", "i don't know", "i dont know", "don't know", "dont know",
    "dunno", "no idea", "maybe", "perhaps", "possibly", "sometimes", "kind of", "sort of",
)  # fmt: skip


# What "?" says of a question, by its words: why it is asked, and what can be typed.

EXPLAINED = {
    setup.NAME: "It is only used to greet you. Any name will do.",
    setup.REGION: "It decides the emergency number and the help lines you see.",
    setup.ZONE: "Your hours follow the clock of this place.",
    setup.ABOUT: "It decides which steps and help lines you see. Nobody else sees it.",
    setup.PREFER: "Your plan then says call or text where a person has both.",
    setup.RISK_LABEL: "A name for the hours that are hard, so that your plan can call them that.",
    setup.RISK_WHEN: "Say it as you would to a friend. recoverplan help when has more.",
    setup.RISK_STEPS: "Something small you can do then. It shows in your plan and in now.",
    setup.CONTACT_NAME: "Someone who would pick up. One person is enough to begin.",
    setup.CONTACT_ROLE: "It decides when your plan asks them for a check-in.",
    setup.CONTACT_CALL: "It is kept on this computer only. Nobody is called from here.",
    setup.CONTACT_WHEN: "The plan then asks them only when they are free.",
    setup.CONTACT_SAFE: "If it isn't, they are kept out of now, your plan and your card.",
    setup.GROUP_NAME: "A meeting you go to, or would like to try.",
    setup.GROUP_WHEN: "The day and the time, like tue 7pm. One hour is taken if you say no end.",
}


# What is asked where a time, or when something was, lacks one piece.

WHEN = "When?"
HALF = "{said} {first}, or {second}?"
PARTS = {
    "morning": "in the morning",
    "afternoon": "in the afternoon",
    "evening": "in the evening",
    "night": "at night",
    "noon": "at noon",
    "midnight": "at midnight",
}
END = "{end}?"
UNTIL = "Until when?"
FROM = "From when?"
SINCE = "Which is the first day: {first} (1) or {second} (2)?"
ABOUT = "About what time?"
ONE_WAY = 'Do you mean "{phrase}"?'
WHICH = "Which of these? Press Enter for none."
NO_TIME = '"{typed}" is no time that fits here.'
LIKE_A_TIME = "Type it like 9pm, 21:30, noon or midnight. Press - to type it all again."
LIKE_A_DAY = "Type 1, 2, or another date, like 27 nov."
ONE_OF_TWO = "{first} or {second}"
TAKEN_AS = "Taken as: {said}."
ROUGHLY = "{day}, about {time}"
ABOUT_THEN = "about "
