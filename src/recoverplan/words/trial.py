"""Words about trying a group: before the first meeting, the fit questions, tries, leaving, safety.

Nobody is ever urged back to a group to finish its tries; a group that felt unsafe is not spoken of
again as something to go to.
"""

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

FIT_QUESTIONS = {
    "boundaries": "What's shared stays in the room, and nobody presses for details?",
    "respect": "Different paths are fine: no hazing, no humiliation, no one right way?",
    "rhythm": "Regular, predictable, with people who show up?",
    "safety": "Kept safe: no advice pushed on people, no romantic pressure, no chaos?",
    "newcomers": "Room for new people to listen without being put on the spot?",
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
TAKE_OFF = "Remove {names} from your plan, your card and the now screen?"
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
WHEN = "When was it?"
WENT_IN = "Did you go in? No is fine too: going to the door is worth noting."
EARLY = "Were you there a little early?"
STAYED = "Did you stay a bit afterwards?"
WHICH_DECISION = "Your decision is missing: keep, pause or leave."
DECIDE_LIKE = "Type: recoverplan group decide GROUP keep|pause|leave"
MORE = "More to note: who you met, how it fits, your mood, an idea?"
SAID_QUESTION = "What did you say?"
SAID_WORDS = {
    "listened": "I listened",
    "small-honesty": "I said one honest thing",
    "shared": "I shared",
}
CONTACT = "Did you get to know somebody you could call? A first name is enough."
REACH = "How can you reach {name}? A number, an address, or words; it can wait."
REACH_WAY = "Is that for calls or texts?"
NO_WAY_YET = "{name} is saved. Add a number to put them in your plan: {command}"
FIT_OPENING = "Five questions about the group, each yes, no or unsure."
MOOD_BEFORE = "Mood before, from 0 (low) to 10 (good)?"
MOOD_AFTER = "Mood after, from 0 (low) to 10 (good)?"
IDEA_KEPT = "Added to your steps: {idea}"
IDEA_KNOWN = "Already among your steps: {idea}"
IDEA = "Did you hear something that somebody does on bad days? We will add it to your steps."
UNSAFE_QUESTION = "Was anything unsafe, shaming or predatory? If so, what, in a word or two?"
NOTE = "Anything to note for yourself?"
LISTENING = "Listening is participating."
AT_THE_DOOR = "You went to the door. That is noted, and doesn't count as a try."

# Deciding.
FELT_UNSAFE = "You noted that {name} felt unsafe. You don't owe it another visit."
KEEP_UNSAFE = "You noted that {name} felt unsafe. Keep it anyway?"
KEEP_YES = "To keep it anyway, add --yes."
TRY_UNSAFE = "You noted that {name} felt unsafe. Try it anyway?"
TRY_YES = "To try it anyway, add --yes."
AS_IT_WAS = "Nothing was changed."
HOW_TO_DECIDE = "When you know: {command}"
FULL_PROMISE = "You have given it the tries you promised yourself."
DECIDE_QUESTION = "Would you like to decide now? There is no hurry."
DECIDE_WORDS = {
    "keep": "keep it, it helps",
    "pause": "pause it for now",
    "leave": "leave it",
    "later": "decide later",
}
WHY = "Why? A few words for yourself."
NO_MEETINGS_YET = "No meetings logged yet."
NO_GROUPS_YET = "No groups yet. You start to try a group when you add it."
