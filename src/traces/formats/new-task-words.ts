/** What a person says to what was done, before they ask for more. */
export const praise =
  /^(?:(?:ok(?:ay)?|great|perfect|nice|awesome|excellent|cool|super|wonderful|amazing|brilliant|lovely|good(?: job| work)?|well done|thanks?(?: you)?(?: (?:so|very) much| a lot)?(?: for (?:that|this|the \w+|your help))?|many thanks|thx|ty|cheers|much appreciated|lgtm|looks (?:good|great|perfect)(?: to me)?|all good|(?:that|it|this|everything)(?: all)? (?:works?|worked|passes|did it)(?: now| fine| great| well| perfectly| again)*|(?:that|it|this)(?:'s| is)? (?:fixed(?: it)?|solved(?: it)?|perfect|great)(?: now)?|works?(?: now| fine| great| well| perfectly| like a charm| as expected)*)(?![\w'])[\s,.!:;—–-]*)+/i

/** What leads over to a request and asks for nothing itself. */
export const connectives =
  /^(?:(?:now|next(?: up)?|so|then|and then|alright|all right|right|ok(?:ay)?|please|well|btw|by the way|hey|hi|hello|(?:one|just one) (?:more|last|other|quick) (?:thing|question|request))(?![\w'-])[\s,.!:;—–-]*)+/i

const leads =
  "(?:(?:let'?s|let us|i(?:'d| would)? (?:like|want|need) (?:you )?to|we (?:can|should)|time to|move on|moving on|switch(?:ing)?|chang(?:e|ing)|go(?:ing)? on|turn(?:ing)?|i(?:'ve| have)(?: got)?|here(?:'s| is)|there(?:'s| is)|this is|for|with|on|to|work on|start|do|as|your|the|a|an|my|completely|entirely|totally|quite|wholly) )*"

/** The person says that it is another task. */
export const hardMarks = new RegExp(
  `^${leads}(?:(?:new|next|different|unrelated|separate|second|third) (?:task|topic|subject|project|ticket|assignment)|(?:unrelated|different|separate) (?:thing|problem|question|request|bug|issue|feature|matter|note|job)|something (?:completely |entirely |totally |quite )?(?:else|different|unrelated)(?=\\s*[:.,;—–-])|unrelated(?:ly)?\\b|(?:gears|topics|subjects)\\b)`,
  'i'
)

/** The person counts on: another thing, mostly of another kind. */
export const softMarks =
  /^(?:i (?:have|'ve got) )?(?:a(?:nother)?|the next|next|new|a new|a second) (?:thing|bug|issue|problem|question|request|feature)\b/i

/** Openings that answer, correct or go on. */
export const goesOn =
  /^(?:no|nope|nah|wait|stop|actually|hm+|but|however|or|and|because|yes|yep|yeah|sure|go|exactly|correct|i see|i think|i thought|i mean|i meant|sorry|oops|why not|how about|what about|what if|maybe|perhaps|continue|proceed|keep|resume|retry|try|finish|in addition|additionally|furthermore|besides|moreover|plus|alternatively)\b/i

const thing =
  '(?:changes?|fix(?:es)?|bugs?|errors?|warnings?|failures?|issues?|problems?|tests?|code|outputs?|results?|functions?|methods?|class(?:es)?|scripts?|files?|implementation|solution|approach|plan|patch|diff|features?|work|build|latter|former|others?|last one|first one|second one|new one|version|logic|comments?)'

/** What only somebody understands who knows what came before; looked for in the first sentence. */
export const pointsBack: readonly RegExp[] = [
  /\b(?:also|too|as well|still|again|instead|same|rather|revert|undo|roll back|above|previous(?:ly)?|earlier|remaining|rest of|similar(?:ly)?|likewise|otherwise|further|more|likewise|back)\b/i,
  new RegExp(
    `\\bthe (?:\\w+ )?${thing}\\b(?! (?:of|in|for|from|at|on|with|when|called|named)\\b)`,
    'i'
  ),
  /\b(?:did|do|have) you\b/i,
  /\bthe (?:fail|broken|pass)\w* tests?\b/i,
  /\byou(?:'ve| have| just| did| made| wrote| added| changed| said| suggested| mentioned| used| broke| forgot| missed| removed| created| should)\b/i,
  /\byour (?!(?:next |new )?(?:task|job)\b)/i,
  /^(?:\S+\s+){0,5}?(?:it|its|them|they|those|these|here)\b/i,
  /^(?:\S+\s+){0,5}?this\b(?! (?:repo|repository|project|codebase|folder|directory|package|library|app|site|website|machine)\b)/i,
  /^that\b|\b(?:fix|do|does|did|for|like|of|with|in|to|on|about|change|make|keep|remove|use|why|is|was|add|test|explain|update|after|before|than) that\b/i
]

const polite =
  "(?:(?:please|can you|could you|would you|will you|i want you to|i'?d like (?:you )?to|i would like (?:you )?to|i need (?:you )?to|i want to|we need to|we want to|we have to|help me(?: to)?|let'?s|let us|go and|your (?:next |new )?task is to)[\\s,]+)*"

/** Requests that begin a work. */
export const opensWith = new RegExp(
  `^${polite}(?:fix|write|create|implement|build|find|investigate|explain|set ?up|convert|port|migrate|review|debug|deploy|design|generate|upgrade|develop|draft|diagnose|translate|analy[sz]e|compare|summari[sz]e|describe|plot|compute|calculate|parse|install|configure|figure out|look (?:into|at)|work out|prepare|research|profile|speed up|containeri[sz]e|dockeri[sz]e|reproduce|mend|repair|solve|scaffold|bootstrap|i need an?\\b|i want an?\\b|we need an?\\b|there(?:'s| is) an?\\b|we have an?\\b|why|how|what|which|where|when|who)\\b`,
  'i'
)

/** Requests that go on with a work as often as they begin one. */
export const opensOften = new RegExp(
  `^${polite}(?:add|make|change|handle|support|rename|remove|delete|drop|move|update|set|extend|allow|ensure|include|show|print|log|check|improve|optimi[sz]e|refactor|clean|replace|extract|split|merge|simplify|introduce|enable|disable|switch|turn|document|bump|is there|are there|does|do|is|can)\\b`,
  'i'
)

/** Words that tell no subject: those of grammar, and those of any work with code. */
export const generic: ReadonlySet<string> = new Set(
  (
    'the and for with from into onto that this these those there their them they then than when what which where who why how are was were been being ' +
    'have has had does did doing done not but can could would should will shall may might must let lets please thanks thank you your our ours mine its ' +
    'his her him she out off over under about after before between while until only just very really some any all each every both few more most other ' +
    'another such same own too also now next new one two three first second last here again still yet ever never always because since though although ' +
    'fix write create implement build make add change update find look check run use using used need needs want wants like get gets set put give take see ' +
    'show help try work works working know think keep turn handle support review explain figure investigate debug mend repair solve without within ' +
    'code file files function functions method methods class classes script scripts test tests testing tested bug bugs error errors issue issues problem ' +
    'problems task tasks change changes fail fails failed failing failure failures broken pass passes passed passing thing things way ways part line lines ' +
    'code project repo repository codebase folder directory feature features commit push pull request branch merge lint format formatted docs readme ' +
    'changelog comment comments rename refactor cleanup clean version output input result results return returns value values name names called user users ' +
    'case cases time times right wrong correct proper properly good bad best better simple small big large quick quickly easy whole instead currently ' +
    'please able sure per via etc something anything nothing everything someone two don doesn isn won didn aren wasn http https www com org'
  ).split(' ')
)
