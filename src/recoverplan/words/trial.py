"""Words about trying a group: before the first meeting, the fit questions, tries, leaving, safety.

Nobody is ever urged back to a group to finish its tries; a group that felt unsafe is not spoken of
again as something to go to.
"""

from recoverplan.words.question import Question

BEFORE_FIRST_MEETING = (
    (
        "The first meeting is often the hardest, because everything is new. You can just listen:"
        " listening is participating. Saying \"I'm here to learn\" is enough. You don't have to"
        " have stopped. If you used today, come when you can take part safely. Share only what"
        " you'd be all right with others hearing. Arrive a little early, leave a bit late: people"
        " often connect before and after. One phone number is enough. Relief can come after one"
        " meeting; routine and friendships take weeks to months."
    ),
    (
        "Online or in person: what counts is that you go and get to know people. If you can, try"
        " one in person too."
    ),
    "You could tell one person you're going.",
)

FIT_QUESTIONS_WHY = "How it felt to you. Unsure is fine, and nobody else sees it."
FIT_QUESTIONS = {
    "boundaries": Question(
        "What's shared stays in the room, and nobody presses for details?", FIT_QUESTIONS_WHY
    ),
    "respect": Question(
        "Different paths are fine: no hazing, no humiliation, no one right way?", FIT_QUESTIONS_WHY
    ),
    "rhythm": Question("Regular, predictable, with people who show up?", FIT_QUESTIONS_WHY),
    "safety": Question(
        "Kept safe: no advice pushed on people, no romantic pressure, no chaos?", FIT_QUESTIONS_WHY
    ),
    "newcomers": Question(
        "Room for new people to listen without being put on the spot?", FIT_QUESTIONS_WHY
    ),
}

NO_FIT = "A different day, time or style may fit better."

# Safety: said in this order, with the numbers of the person's region.
UNSAFE_TRUST = (
    "You noticed something was not right. Trust that feeling. You don't owe this group another"
    " visit."
)
IN_DANGER = "If you are in danger: {number}."
UNSAFE_HELP = "If someone hurt or pressured you, you can talk to:"
UNSAFE_OFFICE = (
    "You can tell the group's local office, only if you want to. Nothing was sent to anyone."
)
MET_THERE = "Met there: {names}. They are not in your check-ins unless you say so."
TAKE_OFF = Question(
    "Remove {names} from your plan, your card and the now screen?",
    "You met them where it felt unsafe. You decide whether they stay in your plan.",
)
TAKEN_OFF = "Removed from your plan, your card and the now screen: {names}."
STAYS_ON = "Nothing changes for {names}."
HOW_TO_TAKE_OFF = "To remove {name} from your plan, your card and the now screen: {command}"
HOW_TO_KEEP = "To keep {name} as before: {command}"

# Where a log begins, of whatever: before its first question.
YOURS = (
    "This is yours, and no proof of attendance. A court, probation officer, partner or employer who"
    " gets this computer may read it. Write only what you could live with them seeing."
)
SKIP = "Press Enter to skip any question."
WHEN = Question(
    "When was it?",
    "A guess is fine, like yesterday 7pm. Enter takes the time shown.",
)
WHICH_GROUP = Question(
    "Which group?",
    "A number of the list, or a word of its name.",
)
NAME_GROUP = 'Name it: recoverplan meeting {verb} "Tuesday Lifeline"'
CHANGE_LOG = Question(
    "{refusal} Change that log?",
    "Say yes to add to what you wrote then. Say no to leave it.",
)
WENT_IN = Question(
    "Did you go in? No is fine too: going to the door is worth noting.",
    "Only a visit inside counts as a try. The door counts for you.",
)
AROUND_WHY = "People often connect before and after."
EARLY = Question("Were you there a little early?", AROUND_WHY)
STAYED = Question("Did you stay a bit afterwards?", AROUND_WHY)
WHICH_DECISION = "Your decision is missing: keep, pause or leave."
DECIDE_LIKE = "Type: recoverplan group decide GROUP keep|pause|leave"
MORE = Question(
    "More to note: who you met, how it fits, your mood, an idea?",
    "Say yes for the other questions. Each of them can be skipped.",
)
SAID_QUESTION = Question(
    "What did you say?",
    "Listening is participating. Any answer is fine.",
)
SAID_WORDS = {
    "listened": "I listened",
    "small-honesty": "I said one honest thing",
    "shared": "I shared",
}
CONTACT = Question(
    "Did you get to know somebody you could call? A first name is enough.",
    "They are added to your people. You can add a number later.",
)
REACH = Question(
    "How can you reach {name}? A number, an address, or words; it can wait.",
    "Your plan needs one way to reach them. It can wait.",
)
REACH_WAY = Question(
    "Is that for calls or texts?",
    "Your plan then says call or text.",
)
NO_WAY_YET = "{name} is saved. Add a number to put them in your plan: {command}"
FIT_OPENING = "Five questions about the group, each yes, no or unsure."
MOOD_WHY = "A guess is fine. It shows what a meeting does for you."
MOOD_BEFORE = Question("Mood before, from 0 (low) to 10 (good)?", MOOD_WHY)
MOOD_AFTER = Question("Mood after, from 0 (low) to 10 (good)?", MOOD_WHY)
IDEA_KEPT = "Added to your steps: {idea}"
IDEA_KNOWN = "Already among your steps: {idea}"
IDEA = Question(
    "Did you hear something that somebody does on bad days? We will add it to your steps.",
    "Something small that you could try as well.",
)
UNSAFE_QUESTION = Question(
    "Was anything unsafe, shaming or predatory? If so, what, in a word or two?",
    "If it felt unsafe, the group is not offered to you again.",
)
LISTENING = "Listening is participating."
AT_THE_DOOR = "You went to the door. That is noted, and doesn't count as a try."

# Deciding.
FELT_UNSAFE = "You noted that {name} felt unsafe. You don't owe it another visit."
UNSAFE_WHY = "You don't owe it another visit. It is your choice."
KEEP_UNSAFE = Question("You noted that {name} felt unsafe. Keep it anyway?", UNSAFE_WHY)
KEEP_YES = "To keep it anyway, add --yes."
TRY_UNSAFE = Question("You noted that {name} felt unsafe. Try it anyway?", UNSAFE_WHY)
TRY_YES = "To try it anyway, add --yes."
HOW_TO_DECIDE = "When you know: {command}"
FULL_PROMISE = "You have given it the tries you promised yourself."
DECIDE_QUESTION = Question(
    "Would you like to decide now? There is no hurry.",
    "You can change your mind at any time.",
)
DECIDE_WORDS = {
    "keep": "keep it, it helps",
    "pause": "pause it for now",
    "leave": "leave it",
    "later": "decide later",
}
WHY = Question(
    "Why? A few words for yourself.",
    "It helps you to look for the next one.",
)
NO_MEETINGS_YET = "No meetings logged yet."
NO_GROUPS_YET = "No groups yet. You start to try a group when you add it."

# What is said of what was typed, and once it is kept.
ADD_GROUP_FIRST = (
    'For example: recoverplan group add "Tuesday Lifeline"; then recoverplan meeting {verb}'
    ' "Tuesday Lifeline"'
)
LIKE_ADD = 'For example: recoverplan group add "Tuesday Lifeline"'
NAME_IT = "Name the group."
DID_DECIDE = "decided to {what} group {name}"
ADDED = "Added {name}, to try {tries} times."
TRIES_NEED = '--tries is 3, 4, 5 or a range of them, not "{typed}".'
TRY_ALONE = "Try it on its own: recoverplan group try {number}"
OTHER_CLOCK = "{name} is in {zone}, and this meeting in {there}."
ON_TRIAL = "{name} is a group to try {tries} times.{more}"
DID_TRY = "put group {name} on trial"
DAYS_KNOWN = "For days you know: recoverplan group edit GROUP --when PHRASE"
SAME_AS_NEEDS = "--same-as takes a meeting of your lists, by its number."
DID_REMOVE_MEETING = "removed a meeting of {name}"
LOG_OF = "the log of {name}, {when}"
YEAR_LIKE = "Type --calendar --year 2026."
YEAR_NEEDS = "--year goes with --calendar."
DID_PUT_BACK = "put {names} back as before"
DID_TAKE_OFF = "took {names} off plan, card and now"
EDIT_LOG = "To change it: recoverplan meeting edit {id}"
LOGGED_ALREADY = "{name}, {when}, is logged already, as number {id}."
NONE_OF_GROUP = "No meeting of {name} is logged yet."
NO_SUCH_MEETING = 'No meeting has the number "{number}".'
SEE_MEETINGS = "See the numbers: recoverplan meeting list"
FIT_ONCE = "Give each quality once."
FIT_TWICE = "--fit {quality} was given twice."
FIT_QUALITY = "The quality in --fit"
FIT_NEEDS = '--fit takes a quality and an answer, not "{typed}".'
FIT_LIKE = 'Type it like "--fit safety=yes" or "--fit rhythm=unsure".'
SEE_GROUPS = "See: recoverplan group list"
GROUP_GONE = "The group is not there any more."

# What is said of meetings and tries.
DOOR_ONLY = "went to the door"
MOODS = "mood {before} before, {after} after"
NOT_RIGHT = "something was not right"
NOT_A_TRY = "yes, not counted as a try"
EARLY_LABEL = "A little early"
STAYED_LABEL = "Stayed a bit"
NONE_IN_YEAR = "No meetings logged in {year}."
RUNNING_NOW = "it is running now, until {time}"
MOOD_ON_AVERAGE = "Mood on average: {moods}."
FIT_SO_FAR = "Fit so far"
MOOD_HEADING = "Mood, before and after"
PAUSED_AND_LEFT = "Paused and left"
DID_LOG = "logged a meeting of {name}"
DID_CHANGE = "changed a meeting of {name}"
