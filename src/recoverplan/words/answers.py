"""What is said around every question: how to answer, to go back, what an answer was not."""

SAVED_SO_FAR = "Your answers so far are saved. To take them back: recoverplan undo"
FIRST_QUESTION = "There is no question before this one."
ANY_QUESTION = "Type back for the question before. Ctrl-C stops."
ENTER_SKIPS = "Press Enter to skip it."
ENTER_TAKES = "Press Enter for {what}."
MINUS = "Type - for none."
YES_WORD, NO_WORD = "yes", "no"
YES_ELSE, NO_ELSE = "Y/n", "y/N"
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
