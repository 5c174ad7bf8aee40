"""Words about support: what there is and what is needed next. More is not better for everyone."""

from recoverplan.words.question import Question

TITLE = "Your support"
KINDS = {
    "peer": "peer: others in recovery",
    "clinical": "clinical: doctors, nurses, counselors",
    "practical": "practical: rides, meals, money, a calm home",
}
STANDINGS = {
    "have": "I have it",
    "need": "I need it next",
    "no": "not for me",
}
HAVE = "I have"
NEED = "I need next"
TO_NOTE = 'To note something: recoverplan support add "rides" --need'
EMPTY = (
    "Nothing is noted yet. People and groups on your lists appear here by themselves.",
    TO_NOTE,
)
EMPTY_LIST = (
    "Nothing is noted by hand yet; recoverplan support shows your people and groups too.",
    TO_NOTE,
)

# One suggestion at most, and never again what was declined.
SUGGEST = "Would {what} help?"
NOTE_IT = 'To note it: recoverplan support add "{what}" --need'
NOT_FOR_ME = 'Don\'t suggest this again: recoverplan support add "{what}" --no'
FIRST_STEP = {
    "peer": "You noted {what}. A meeting is one place to begin: recoverplan group find",
    "clinical": "You noted {what}. Where to ask near you: recoverplan care",
    "practical": 'You noted {what}. A text you could send: "{ask}"',
}
ASK_WITH = 'A text you could send: "{ask}"'
FOR_FAMILY = "It can go on a page for the people close to you: recoverplan family page"
NEVER_AGAIN = "It won't be suggested again."

WHICH_KIND = Question(
    "What kind of support?",
    "It decides under which heading it stands.",
)
WHAT = Question(
    "What is it?",
    "What helps, or would help. A number of the list, or your own words.",
)
STANDING = Question(
    "Do you have it, or is it what you need next?",
    "What you need next is offered to you again. What is not for you isn't.",
)
WHO = Question(
    "Who is it from? A name from your list, or Enter:",
    "Your list then shows who gives it.",
)

# What is said of what was typed, and once it is kept.
CHANGE_IT = "To change it: recoverplan support edit {id} --{standing}"
THERE_ALREADY = '"{what}" is on your list already: {standing}.'
ADD_STANDING = "Add --have or --need; --no for what is not for you."
SAY_STANDING = "Say whether you have it or need it next."
ADD_KIND = "Add --kind peer, clinical or practical."
SAY_KIND = "Say what kind of support it is."
SAY_WHAT = "Say what support it is."
LIKE_ADD = 'Like recoverplan support add "rides" --kind practical --need'
ONE_STANDING = "Say one of --have, --need and --no, not several."
FIRST_STEP_LABEL = "A first step"
