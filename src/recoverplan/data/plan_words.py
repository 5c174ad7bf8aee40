"""Words by which the headings of safety and prevention plans tell their parts, with weights.

Gathered from how plans are headed in public forms and apps in the US and the UK; facts, not their
text. Each pattern counts once, at the beginning of a word; the part with the highest sum has it.
"""

HEADING_WORDS: dict[str, tuple[tuple[str, int], ...]] = {
    "signs": (
        (r"tells? me", 4),
        (r"warning|red flags?|trigger|symptom", 4),
        (r"signs?\b|signal|risk factors?|stressor|challeng|danger zone", 3),
        (r"high[- ]risk|avoid|stay away|steer clear|tempt", 5),
        (r"sets? (me|it|things|this) off|look out for|watch (out )?for|notic|spot(ting)?\b", 4),
        (r"clues?\b|tips? me|winds? me|upset|at risk|pushes my|hard day|gets to me|heading for", 4),
        (
            (
                r"bad day|(when|not) (i'?m |i am )?(doing )?(un)?well|slip|getting worse|"
                r"build(s|ing) up|break(s|ing)? down|fall(s|ing)? apart|go(es|ing)? wrong"
            ),
            3,
        ),
        (
            (
                r"when (to|should i|will i|do i|i) (use|need|know)|(will|do|can) (i|you|we) know|"
                r"know (i|when)"
            ),
            4,
        ),
        (
            (
                r"makes me (want|feel|think)|want to (use|drink|gamble|bet|score|pick up)|"
                r"hard(est)? (times|for me)"
            ),
            4,
        ),
        (r"out of control|overwhelm|start(s|ing)? to", 2),
        (r"struggl|early|thoughts|feelings|moods?\b|crisis may be", 1),
        (r"(in|and) (my|your) (body|head|mind)", 2),
    ),
    "alone": (
        (r"feel better|helps me feel", 4),
        (r"cope|coping|self[- ](help|care|sooth|manage|calm)|sooth|calm|comfort", 3),
        (
            r"(on|by) (my|your) ?(own|self)|by myself|by yourself|alone|for (my|your)self|internal",
            4,
        ),
        (r"(tell|say to|talk to|remind) (my|your)self|affirmation|mantra|routine|daily|hobb", 5),
        (r"(thing|what)s? (that )?(help|work)s?\b|my ?self\b|your ?self\b", 2),
        (r"^if (i|a) (slip|lapse|relapse|use)|lapse happens", 5),
        (r"without (contact|other|anyone|need)", 5),
        (r"ground|solo\b|go-to|breath|distract myself|urges?\b|crav|moves\b", 4),
        (r"tool ?(box|kit)|skills?\b|strateg|techniq|wellness", 2),
        (
            (
                r"rid(e|ing) it out|g[eo]t(s|ting)? (me |my ?self )?through|helps me|"
                r"help me (feel|cope)|do instead"
            ),
            3,
        ),
        (
            (
                r"(what|things|stuff) (i|you) (can|could) do|can you do|have i done|"
                r"(help|work)\w* .{0,12}before"
            ),
            2,
        ),
    ),
    "places": (
        (r"hang(ing)? out|spend(ing)? time|around (other )?people|be around (people|others)", 5),
        (r"distract", 4),
        (r"places?\b|spots\b|settings?\b|outings?|social|compan(y|ions)|scene", 3),
        (r"mind off|lifts? my|cheer|out of my (own )?head", 3),
        (r"where (i|you|can|could)|somewhere|go to\b|sit with|be with|connect|activit", 2),
        (r"(get|go|going|getting) out\b|out of the house|change of", 4),
        (r"other (people|ppl)|with (others|people)", 2),
        (r"people", 1),
    ),
    "people": (
        (r"(call|phone|contact) (list|sheet|tree)", 4),
        (r"ask for (help|support)|talk to|turn to|reach out|lean on|tell\b|let know|confide", 4),
        (
            (
                r"friends?|famil|humans\b|back-?up|loved ones|relatives|sponsor|peers?\b|"
                r"adults?\b|persons?\b"
            ),
            3,
        ),
        (
            (
                r"my (people|circle|support|tribe)|"
                r"support(ive|ers?)? (people|persons?|network|team|circle)"
            ),
            4,
        ),
        (r"(can|could|do|want|should) others|others (can|could|to)|partner|buddy|accountab", 4),
        (r"network|trust|support|contacts?\b|who\b|whom", 1),
        (r"(who|can|could|to|might|will) (i |you |i'll )*(call|contact|ring|phone|text)", 3),
        (r"people", 2),
    ),
    "professionals": (
        (r"crisis (help|care|plan)", 4),
        (r"profession|agenc", 6),
        (r"health ?care|health (people|team|staff|workers?)", 4),
        (r"clinic|doctor|therap|counsel|psych|treatment|provider|medical", 4),
        (
            (
                r"crisis (line|team|service|contact|resource|support)|hot ?lines?|help ?lines?|"
                r"warm ?line"
            ),
            5,
        ),
        (r"services?\b|organi[sz]ations?|staff|hospital|key ?worker|pros\b|care team", 4),
        (
            (
                r"emergenc(y|ies)|urgent|can'?t keep (myself|me) safe|cannot keep|in danger|"
                r"(don'?t|not) feel safe"
            ),
            4,
        ),
        (r"numbers?\b|crisis$", 2),
        (r"(am|i'?m|be) in danger|if (it|things) gets? |too much for me|as a last resort", 5),
        (r"24/7|lines?\b", 2),
        (r"out[- ]of[- ]hours|after hours", 7),
        (r"a ?& ?e\b|911|999|112|988|gp\b|er\b", 4),
    ),
    "safer": (
        (r"(from|out of) (the|my) (house|home|room)|harder\b", 4),
        (r"environment|means\b|lethal|surroundings", 4),
        (
            (
                r"(saf(e|er|ety)) .{0,14}(space|home|house|room|around)|"
                r"(space|home|house|room) .{0,14}saf"
            ),
            4,
        ),
        (r"(mak|keep)\w* .{0,24}safe|safety proof|keep me safe|stay(ing)? safe", 3),
        (
            (
                r"reduc\w* (the |my |your )?(access|harm|risk|danger)|get rid|harm reduction|"
                r"restrict|remov|out of reach|put away|lock"
            ),
            5,
        ),
        (r"block|barrier|limit|access|safeguard", 3),
        (r"chang(e|es|ing) (at|to|around|in|i)\b|remov\w* (the )?tempt", 5),
        (r"\Ahome\Z|safer", 4),
    ),
    "reasons": (
        (r"care about|love most", 4),
        (r"reasons?\b|worth living|live for|living for|keeps? me going|hope", 5),
        (
            (
                r"why\b|important to me|matters|motivat|goals?\b|values|future|dream|protect|"
                r"around for"
            ),
            4,
        ),
        (
            (
                r"look(ing)? forward|stand to|lose\b|gain\b|benefit|"
                r"stay(ing)? (sober|clean|stopped|well)"
            ),
            4,
        ),
        (r"what recovery (gives|means|brings)|(who|what) i love|proud|do(ing)? (this|it) for", 5),
        (r"(stay|stick|hang)(ing)? (alive|here|around|on)\b|staying for|(to|i) go on\b", 5),
    ),
    # No part of a plan: medicines, wishes, how others can help, what is to be remembered.
    "other": (
        (r"medications?\b|medicines?\b|meds\b|prescriptions?\b|allerg", 3),
        (r"(do not|don'?t) (want|call|contact|involve)|not to (call|contact|involve|be)", 9),
        (r"advance (statement|directive|decision)|power of attorney|insurance|consent", 6),
        (r"(post|after)[- ](a |the |my )?crisis|(it|crisis) (is over|has passed)", 7),
        (r"when i'?( a)?m (feeling )?(all ?right|well|good|fine|ok(ay)?|at my best)\b", 7),
        (r"anything else|notes?\Z|other (notes|information)|comments?\b|about me\b|remember", 4),
        (r"next appointment|review dates?|agreements?\b|copies\b|to[- ]do\b", 4),
        (r"(does ?n'?t|does not|not) help(ful)?\b|unhelpful|makes (it|things) worse", 6),
        (
            (
                r"(how|what) (other people|others|people|you|friends|family|staff|they|"
                r"supporters)( \w+)? (can|could|should|do)\b|when you'?( a)?re with me"
            ),
            6,
        ),
    ),
}
# What people write for longer words, where they type with their thumbs.
CHAT = (
    ("ppl", "people"), ("w/", "with "), ("w", "with"), ("u", "you"), ("n", "and"), ("b4", "before"),
    ("pls", "please"), ("msg", "message"), ("fam", "family"), ("thx", "thanks"),
)  # fmt: skip
# What lines themselves say, where a heading does not.
CONTENT_WORDS = {
    "signs": (
        r"stop(ped|ping)?|not (sleep|eat|answer|wash|shav|want|open|tak|go)\w*|no sleep|can'?t|"
        r"skip\w*|snap\w*|fights?|cancel\w*|isolat\w*|awake|thinking|thoughts?|feel(ing)?|numb|tired|"
        r"lying|angry|everyone|everybody|nobody|nothing|ignor\w*|pac(e|ing)|drinking|craving\w*|lonely|"
        r"hopeless|burden|leaving|avoid\w*|hearing|crying|shak\w*"
    ),
    "alone": (
        r"shower|bath|walk|run|music|song|playlist|read\w*|book|breath\w*|tea|kettle|cook\w*|bake|draw|"
        r"writ\w*|journal|pray|meditat\w*|stretch\w*|games?|puzzle|crossword|garden\w*|knit\w*|guitar|"
        r"piano|tv|film|watch|listen\w*|cold water|clean\w*|nap|count|blanket|ride it out|paint\w*"
    ),
    "places": (
        r"parks?|caf[eé]|coffee|library|gym|church|mosque|temple|cent(re|er)|clubs?|class|meetings?|"
        r"beach|pool|mall|shops?|market|diner|bowling|hall|choir|volunteer\w*|crowd|pub|night at|"
        r"cinema|museum|borrow|with (my|our|the) \w+|'s (house|place|kitchen)"
    ),
    "safer": (
        r"lock\w*|keys?|pills|meds|tablets|medication|guns?|rifle|kniv?f?es?|razors?|ropes?|bottles?|"
        r"throw|flush|get rid|gave|holds?|blocks?|delet\w*|remov\w*|cash|away|safe|pharmacy|chemist"
    ),
    "reasons": (
        r"kids?|children|son|daughter|grand\w*|wedding|dog|cat|future|finish\w*|promised?|faith|god|"
        r"family|graduat\w*|birthday|baby|garden|see"
    ),
}
# The heads of columns.
COLUMNS = (
    r"(phone|contact|number|hours?|relation(ship)?|best time|when|by when|where|who( .*)?|"
    r"details?|what( .*)?|how( .*)?|notes?|times?|days?|e-?mail|address|available|role|"
    r"done)( (no|number)\.?)?"
)
# A line of these words alone belongs to the form, not to the plan: its pages, dates, signatures.
FORM_WORDS = (
    r"(page|sheet) \d+( (of|/) \d+)?|\d+ ?/ ?\d+|.{0,60}\bpage \d+ of \d+",
    r"(last |date )?(updated|reviewed|completed|exported|printed|created|saved)\b.*",
    r".{0,30}\b(signature|signed|signed by|date of birth|dob)\b.*",
    r"please (fill|complete|use|write|print)\b.*|use your own words.*|fill (in|out)\b.*",
    r"copyright .*|©.*|\(c\) .*|<!--.*-->|form [\w-]+,? rev\b.*|.*\bphotocop(y|ies)\b.*",
    r".*\bcop(y|ies) (given|to|of this)\b.*|give (one|a) copy\b.*",
    r"(this|my) plan (should|belongs)\b.*",
    r"sent from my \w+|(tap|click|press) (here|to)\b.*|\[(photo|image|picture|attachment)\b.*\]",
    r"<[\w ]+ omitted>",
    # Nothing yet is there.
    r"\(?(none|n/?a|nothing|nobody|no one)( (yet|right now|at the moment|known|so far))?\)?",
    r"\(?(i )?(don'?t|do not) know( yet)?(,.*)?\)?|tb[acd]|to be (decided|confirmed|completed)\b.*",
)
# Before the first heading: whose plan it is, and what it is called.
FRONT_WORDS = (
    (
        r"(client|patient|my|clinician|your|staff)?'?s? ?(name|initials|date|prepared (by|for|"
        r"with))\b.*"
    ),
    r"(client|patient|worker|counsell?or|clinic)\s*:.*|.*\b(plans?|card|notebook|workbook|booklet|toolkit)\b.*",
)
# The fields of a form, without what is written in them.
FIELDS = (
    r"(?:clinician|contact|agency|hospital|person|service|pager)?(?:/\w+)?\s?"
    r"(?:name|phone|telephone|tel|mobile|mob|cell|number|no|place|address|relationship|relation|"
    r"date|signature|notes?|role|patient|staff|client)(?: (?:number|no))?"
)
# What only says which field it is, and nobody's name.
FIELD_NAMES = {
    "clinician", "contact", "pager", "or", "and", "emergency", "local", "name", "phone",
    "telephone", "number", "no", "hours", "out", "of",
}  # fmt: skip
FAMILY = (
    r"mum|mom|mam|mother|dad|father|sister|brother|bro|sis|aunt|auntie|uncle|nan|nana|gran\w*|"
    r"wife|husband|partner|cousin|son|daughter|niece|nephew|in-law|friend|mate|neighbou?r|our"
)
SPONSOR = r"sponsor|mentor|coach|sober buddy"
PEER = r"group|peer|recovery|fellowship|meeting|aa|na|smart"
CLINICAL = (
    r"dr|doctor|gp|therapist|counsell?or|psychiatr\w+|psycholog\w+|nurse|clinic\w*|surgery|worker|"
    r"keyworker|case|manager|team|desk|prescriber|pharmac\w+|officer|service\w*|provider|hospital|"
    r"center|centre|walk-in|er|urgent"
)
# Besides these, what is a service by itself.
SERVICES = (
    r"a ?& ?e|emergency|police|ambulance|practice|practitioner|medical|health|health ?care|"
    r"care team|resource|on-call|staff|caseworker|care co-?ordinator|advoca\w*|freephone|"
    r"hospital|st\. \w+'s"
)
LINE = (
    r"line|lifeline|helpline|hotline|warmline|samaritans|crisis line|nhs|shout|hours|988|lines|"
    r"text line|never use alone|childline|papyrus|calm"
)
# Words of a group's or a person's name that say nothing about who or which.
COMMON_IN_NAMES = (
    "a", "an", "and", "at", "the", "of", "in", "on", "for",
    "my", "our", "to", "with", "dr", "mr", "mrs", "ms", "st",
    "group", "meeting", "meetings", "daily", "morning", "evening", "night", "nights", "noon",
    "online", "friday", "monday", "tuesday", "wednesday",
    "thursday", "saturday", "sunday", "weekly",
    "help", "line", "helpline", "crisis", "text", "home", "smart", "recovery", "aa",
    "na", "ga", "mum", "mom", "dad", "sister", "brother", "aunt", "uncle",
    "friend", "sponsor", "doctor", "counselor", "therapist", "nurse",
)  # fmt: skip
