"""What "?" says of a question, by its words: why it is asked, and what can be typed."""

from recoverplan.words import setup

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
