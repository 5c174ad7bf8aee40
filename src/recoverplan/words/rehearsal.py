"""One rehearsal for an if-then, offered once and never checked."""

SAY_ALOUD = 'If you like, say it out loud once: "If {condition}, then {action}."'
