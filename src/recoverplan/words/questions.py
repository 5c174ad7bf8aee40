"""What is said around every question: how to answer, to go back, what an answer was not, why it is
asked; and what is asked where a time, or when something was, lacks one piece.
"""

from recoverplan.words.question import Question

SAVED_SO_FAR = "Your answers so far are saved. To take them back: recoverplan undo"
FIRST_QUESTION = "There is no question before this one."
ANY_QUESTION = "Type back for the question before. Ctrl-C stops."
ENTER_SKIPS = "Press Enter to skip it."
ENTER_TAKES = "Press Enter for {what}."
MINUS = "Type - for none."
YES_WORD, NO_WORD = "yes", "no"
YES_ELSE, NO_ELSE = "Y/n", "y/N"
NOT_ONE = '"{typed}" is not one of these. Type {which}.'
ONE_NUMBER, NUMBER_UP_TO = "1", "a number from 1 to {last}"
NUMBER_OR_WORD = "{number}, or a word like {word}"
NUMBER_OR_OWN = "Type {number}, or your own words."
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


# What is asked where a time, or when something was, lacks one piece.

NOTE = Question(
    "Anything to note for yourself?",
    "For your own eyes. Write only what others may see.",
)
SKIP = "Press Enter to skip any question. Answers are saved as you go."
SAFE_WHY = "If it isn't, they are kept out of now, your plan and your card."
NUMBER_WHY = "It is kept on this computer only. Nobody is called from here."
WHEN = Question(
    "When?",
    "Say it as you would to a friend. recoverplan help when has more.",
)
HALF = Question(
    "{said} {first}, or {second}?",
    "Both halves of the day fit what you typed. am and pm work too.",
)
PARTS = {
    "morning": "in the morning",
    "afternoon": "in the afternoon",
    "evening": "in the evening",
    "night": "at night",
    "noon": "at noon",
    "midnight": "at midnight",
}
END = Question(
    "{end}?",
    "It ends at this time if you say yes, and in the other half of the day if not.",
)
UNTIL = Question(
    "Until when?",
    "The time it ends, or how long it is, like 2 hours.",
)
FROM = Question(
    "From when?",
    "The time it begins.",
)
SINCE = Question(
    "Which is the first day: {first} (1) or {second} (2)?",
    "It comes every few days or weeks, so one day is needed to count from.",
)
ABOUT = Question(
    "About what time?",
    "A guess is fine.",
)
ONE_WAY = Question(
    'Do you mean "{phrase}"?',
    "Say no to type it again.",
)
WHICH = Question(
    "Which of these? Press Enter for none.",
    "What you typed can mean more than one thing.",
)
NO_TIME = '"{typed}" is not a time that fits here.'
LIKE_A_TIME = "Type it like 9pm, 21:30, noon or midnight. Press - to type it all again."
LIKE_A_DAY = "Type 1, 2, or another date, like 27 nov."
ONE_OF_TWO = "{first} or {second}"
TAKEN_AS = "Taken as: {said}."
ROUGHLY = "{day}, about {time}"
ABOUT_THEN = "about "

# What is said of what was typed, and once it is kept.

NOT_OF_THESE = '"{typed}" is not one of these.'
TYPE_ONE = "Type one number, or your own words."
ONE_PLEASE = "One of them, please."
TYPE_OR_ENTER = "Type {keys}, or Enter to skip."
DAY_OVER = '"{typed}" is not a day that is still to come.'
DAY_LIKE = 'Type it like "2026-12-01", "1 dec", "friday" or "tomorrow".'
