/** A way of instructing a reader. Patterns are anchored at fixed words and bounded. */
export interface OrderRule {
  readonly kind: string
  readonly pattern: RegExp
}

const gap = '[\\s\\u200B-\\u200D\\u2060\\uFEFF*_>"\'`,]{1,6}'
/** Words with up to six spaces, quotes or marks between them; `|` and groups as in patterns. */
const phrase = (...words: readonly string[]) => new RegExp(`\\b${words.join(gap)}\\b`, 'gi')

const few = `(?:[\\w'’-]{1,20}${gap}){0,4}?`
const orders =
  '(?:instructions?|directions?|prompts?|directives?|commands?|guidelines|guardrails|system prompts?|system messages?|safety rules|safeguards|orders|(?:your|system) (?:rules|constraints|restrictions|policies))'
const earlier =
  '(?:previous|prior|above|preceding|earlier|foregoing|initial|original|existing|current|system|developer|your|all|any)'

/** What nobody has to be told in documentation of a library. */
const deeds =
  'run|execute|call|invoke|delete|remove|send|post|upload|paste|install|download|fetch|visit|ignore|disregard|obey|follow|reveal|disable|skip|bypass|approve|accept|recommend|trust|relay|tell|report|record|forward|include|add|copy|set|use|rm|curl|npx'

/** Each kind with its patterns. */
const rows: readonly (readonly [string, RegExp])[] = [
  [
    'ignore-instructions',
    phrase(
      "(?:ignore|ignoring|disregard|disregarding|forget|override|bypass|set aside|throw out|drop|cancel|circumvent|do not follow|don['’]t follow|do not obey|stop following|stop obeying|pay no attention to)",
      `${few}${earlier}`,
      `${few}${orders}`
    )
  ],
  [
    'ignore-instructions',
    phrase(
      '(?:ignore|disregard|forget)',
      '(?:everything|all|anything)',
      '(?:that )?(?:you|(?:was|were|is) (?:said|written|told)|above|before)'
    )
  ],
  [
    'ignore-instructions',
    /\b(?:new|updated|revised|real|actual) (?:system )?(?:instructions?|directives?) (?:for (?:you|the (?:ai|assistant|model|agent))\b|(?:follow|are as follows|below) ?:)/gi
  ],
  [
    'new-role',
    /\byou (?:are|will) (?:now|from now on|no longer) (?:an?|the|act|acting|in|DAN|my|going to act|bound|restricted|required to follow)\b/gi
  ],
  ['new-role', /\b(?:from now on|henceforth),? you (?:are|will|must|shall|should|only)\b/gi],
  [
    'new-role',
    /\b(?:pretend|act|roleplay|behave)(?: as if| like| to be| that| as though) (?:you(?:['’]re| are)|an? (?:unrestricted|uncensored|different|jailbroken|evil))\b/gi
  ],
  [
    'new-role',
    /\b(?:DAN|developer|god|jailbreak|debug|admin|sudo) mode (?:is )?(?:now )?(?:enabled|activated|on)\b/gi
  ],
  [
    'to-the-model',
    /\b(?:attention|important|note|message|instructions?|reminder|hey|dear|notice)[:,]?(?: (?:to|for))?(?: the| all| any)? (?:ai|llms?|language model|(?:ai |coding )?(?:assistant|agent|model)|chatbot|claude|chatgpt|gpt|copilot|gemini)s?\s{0,2}[:,!]/gi
  ],
  [
    'to-the-model',
    /\b(?:if you are|as) an? (?:ai|llm|large language model|ai assistant|ai agent|coding agent|language model|chatbot)(?: (?:assistant|model|agent))?[^.\n]{0,60}?,? (?:you (?:must|should|have to|need to|are required)|please (?:run|execute|send|ignore|include|add)|then)\b/gi
  ],
  [
    'tool-call',
    /\b(?:call|invoke|use|run) (?:the |your )(?:[`"']?[\w.-]{1,40}[`"']? )?(?:tool|mcp server|shell tool|bash tool|browser tool)\b[^.\n]{0,40}\b(?:immediately|now|before (?:answering|you|responding)|without (?:asking|confirm\w*|telling))/gi
  ],
  [
    'secrecy',
    /\b(?:do not|don['’]t|never|without|must not|shouldn['’]t)\s{1,3}(?:tell|telling|inform|informing|notify|notifying|alert|alerting|mention\w* (?:this|it) to|reveal\w* (?:this|it) to|ask(?:ing)?|show(?:ing)? (?:this|it) to|disclos\w{1,4} (?:this|it) to|warn(?:ing)?)\s{1,3}(?:this to )?the (?:user|human|developer|operator|person|reviewer)s?\b(?! (?:to|for|that|what|which|how|of))/gi
  ],
  [
    'secrecy',
    /\b(?:do not|don['’]t|never) (?:mention|reveal|disclose|repeat|acknowledge|refer to) (?:these|this|your|the (?:system|above|hidden)) (?:instructions?|prompt|message|directive)s?\b/gi
  ],
  [
    'secrecy',
    /\b(?:keep|hide) (?:this|it|these instructions?) (?:secret |hidden )?from (?:the )?(?:user|human|developer|operator)s?\b/gi
  ],
  [
    'reveal-prompt',
    /\b(?:reveal|print|output|repeat|show|leak|disclose|dump)\b[^.\n]{0,20}\b(?:your|the) (?:(?:system|hidden|initial|original|developer) (?:prompt|instructions?|message)|(?:prompt|instructions?) verbatim)\b/gi
  ],
  [
    'exfiltrate',
    /\b(?:send|post|upload|forward|exfiltrate|transmit|leak|e-?mail|append|encode|include|copy)\b[^.\n]{0,60}\b(?:api[ _-]?keys?|credentials?|secrets|passwords|private keys?|ssh keys?|env(?:ironment)? (?:file|variables?|vars)|\.env|conversation(?: history)?|chat history|system prompt|access tokens?|source code|~\/\.(?:ssh|aws)\S{0,30})\b[^.\n]{0,60}\b(?:to|at|into) (?:https?:\/\/|the (?:following|url|address|server|webhook)|this (?:url|address|server|webhook)|[\w.-]{1,60}@|my |[\w-]{1,40}\.(?:com|net|org|io|dev)\b)/gi
  ],
  [
    'exfiltrate',
    /\b(?:(?:printenv|env)\b|(?:cat|base64|tar|cp)\b[^\n|]{0,80}(?:\.env|id_rsa|id_ed25519|\.ssh|\.aws|credentials|\.netrc)\b)[^\n|]{0,40}\|\s{0,3}(?:base64[^\n|]{0,40}\|\s{0,3})?(?:curl|wget|nc)\b[^\n]{0,100}/gi
  ],
  [
    'exfiltrate',
    /!\[[^\]\n]{0,80}\]\(https?:\/\/[^)\s]{1,200}\?[^)\s]{0,80}=(?:\{|%7B|\$\{|<)[^)\n]{0,80}\)/gi
  ],
  [
    'dangerous-command',
    /\b(?:curl|wget)\b[^\n|]{1,200}\|\s{0,3}(?:sudo\s)?(?:ba|z|da)?sh\b[^\n]{0,40}\b(?:immediately|before (?:you|answering|continuing)|without asking)\b/gi
  ],
  [
    'ignore-instructions',
    /\b(?:ignore|disregard|forget) (?:the|everything|all(?: of)?(?: the)?) (?:above|previous|foregoing|preceding)(?= ?(?:and\b|instead\b|[.!,;]))|\byour (?:instructions|directives|orders|rules|guidelines|system prompt) (?:have|has) (?:been )?(?:changed|updated|replaced|revoked|superseded)\b/gi
  ],
  [
    'to-the-model',
    /\bif (?:an?|any|the) (?:ai|llm|language model|bot|(?:ai |coding )(?:agent|assistant)|ai model)\b[^.\n]{0,30}\b(?:reads?|sees?|process(?:es)?|finds?|parses?|is reading|summari[sz]es)\b/gi
  ],
  [
    'approval',
    /\b(?:user|human|developer|operator|owner|maintainer)s? (?:has|have) (?:already )?(?:approved|authori[sz]ed|consented|agreed|confirmed|given (?:you )?permission)\b[^.\n]{0,80}\b(?:so|do not|don['’]t|without|no need|skip|proceed|run)\b/gi
  ],
  [
    'exfiltrate',
    /(?:id_(?:rsa|ed25519)(?!\.pub)|\.aws\/credentials|admin\.key|~\/\.ssh\/|\.netrc|\.env\b)[^\n]{0,160}\b(?:record_trace|report_note|report_outcome|(?:next|your|the) (?:next )?(?:trace|answer|reply|response))\b/gi
  ],
  [
    'new-task',
    /\b(?:forget|abandon|set aside|drop|ignore)(?: about)? (?:the|your|this) (?:(?:current|original|user['’]s|given|actual|present) )?(?:task|goal|question|request|assignment)\b/gi
  ],
  [
    'new-task',
    /\b(?:your|the) (?:new|real|actual|true|only) (?:task|goal|objective|mission|job|purpose) (?:is|now is|will be)(?: now)?(?: to)?[: ]/gi
  ],
  [
    'to-the-model',
    new RegExp(
      `\\b(?:every|each|all|any|future|other|the next|subsequent|whichever)(?: (?:other|future|ai|coding))? (?:ai )?(?:agents?|assistants?|llms?|language models?)\\b[^.\\n]{0,30}?\\b(?:must|(?:has|have|needs?|is|are) (?:required )?to|should|shall|is obliged to)(?: (?:first|always|also|now|never|not|immediately|only)){0,2} (?:${deeds})\\b`,
      'gi'
    )
  ],
  [
    'to-the-model',
    new RegExp(
      `\\b(?:ai|llm|coding|autonomous) (?:assistants?|agents?|models?|tools?)\\b[^.\\n]{0,30}?\\b(?:must|(?:has|have|needs?|is|are) (?:required )?to|should|shall|will)(?: (?:first|always|also|now|never|not|immediately|only)){0,2} (?:${deeds})\\b`,
      'gi'
    )
  ],
  [
    'to-the-model',
    /\b(?:every|each|all) (?:ai |coding )?agents? (?:has|have|needs?) to\b(?! be\b)/gi
  ],
  [
    'to-the-model',
    /(?:^|\n|[.!] )[\s>#*_|"'/;-]{0,12}(?:for|to|dear|hey|attention) (?:all |any |the |future |other )?(?:ai |llm |coding )(?:agents?|assistants?|models?)\s{0,2}[:,!]/gi
  ],
  [
    'before-you',
    new RegExp(
      `\\bbefore (?:you )?(?:answer|answering|respond|responding|reply|replying|continue|continuing|read on|reading on|doing anything else|proceed|proceeding|going on|use any of this)\\b[^.\\n]{0,40}?\\b(?:you (?:must|should|have to|need to) |please |first )?(?:run|execute|call|fetch|open|download|install|visit|send|paste|curl|npx)\\b|\\b(?:run|execute|call|fetch|download|install|curl|npx|send|paste)\\b[^.\\n]{0,100}?\\bbefore (?:you )?(?:answer|answering|respond|responding|reply|replying|reading on|read on|doing anything else)\\b`,
      'gi'
    )
  ],
  [
    'for-all-sessions',
    /\b(?:remember|memori[sz]e|keep in mind|bear in mind|store|save|persist)\b[^.\n]{0,80}\b(?:for|in|across|during|to|into) (?:all|every|any|each|the rest of|your)(?: (?:of )?(?:your|the|future|later|following|subsequent|coming|next|further|long[- ]term|other)){0,3} (?:sessions?|conversations?|chats?|tasks? (?:from|that)|memory)\b/gi
  ],
  [
    'for-all-sessions',
    /\b(?:remember|memori[sz]e|keep in mind)\b[^.\n]{0,60}\b(?:future|later|subsequent|following|next) (?:sessions?|conversations?|chats?|interactions?)\b|\b(?:in|for|from|across) (?:all|every|any)(?: of your)? (?:future|later|subsequent|coming) (?:sessions?|conversations?|chats?|tasks?|runs?)\b[^.\n]{0,80}\b(?:always|never|must|you|run|call|use|recommend)\b|\b(?:from (?:this|that) session on|in all sessions to come)\b/gi
  ],
  [
    'for-all-sessions',
    /\b(?:add|write|append|save|put|copy|insert)\b[^.\n]{0,60}\b(?:to|in|into) (?:your |the |its )?(?:(?:own |persistent |long[- ]term )?memory(?: file)?\b(?! (?:of|for|at|address|cell|buffer|bank|region|block|usage|leak|limit|store|card|stream|map|page|pool))|CLAUDE\.md|AGENTS\.md|GEMINI\.md|\.cursorrules|copilot-instructions(?:\.md)?|system prompt)[^.\n]{0,60}\b(?:so that|every|always|future|all|next|agents?|session)/gi
  ],
  [
    'exfiltrate',
    /\b(?:send|post|upload|paste|attach|leak|reveal|submit|exfiltrate|forward|transmit|record|report|e-?mail|publish|put|include)\b[^.\n]{0,80}(?:~\/\.ssh(?!\/config)|id_(?:rsa|ed25519|ecdsa)(?!\.pub)|\.aws\/credentials|admin\.key|\/etc\/(?:shadow|passwd)|\.netrc|\.kube\/config|\.git-credentials|\.cairn\/)[^\n]{0,80}\b(?:to|in(?:to)?|with|as|at|via)\b/gi
  ],
  [
    'exfiltrate',
    /\b(?:record_trace|report_outcome|report_note|recommend|search)\b[^.\n]{0,60}(?:~\/\.(?:ssh|aws|cairn|kube|netrc)|id_rsa|\.env\b|credentials|admin\.key|api keys?|secrets)/gi
  ],
  [
    'reveal-prompt',
    /\b(?:reveal|print|show|output|dump|cat|disclose|leak|tell me)\b[^.\n]{0,40}(?:\b(?:contents? of )(?:~\/\.|\/etc\/(?:shadow|passwd))|admin\.key\b)/gi
  ],
  [
    'dangerous-command',
    /\b(?:must|always|first|immediately|required?|every (?:agent|session|run|time)|has to|have to|before (?:anything|doing|you|using|the)|now|please)\b[^\n]{0,80}?\b(?:curl|wget|iwr|irm)\b[^\n|]{1,200}\|\s{0,3}(?:sudo\s{1,3})?(?:(?:ba|z|da|k)?sh|python3?|node|perl|iex)\b/gi
  ],
  [
    'dangerous-command',
    /\b(?:curl|wget|iwr|irm)\b[^\n|]{1,200}\|\s{0,3}(?:sudo\s{1,3})?(?:(?:ba|z|da|k)?sh|python3?|node|perl|iex)\b[^\n]{0,80}?\b(?:immediately|before (?:you|answering|continuing|anything|doing|the|using|reading)|without asking|every (?:agent|session)|is (?:required|mandatory)|agents?)\b/gi
  ],
  [
    'dangerous-command',
    /\b(?:decode|decrypt|un-?base64|rot13)\b[^.\n]{0,60}\b(?:and|then)\b[^.\n]{0,30}\b(?:follow|obey|execute|run|do (?:what|as)|carry out)\b|\bbase64 (?:-d|--decode|-D)\b[^\n|]{0,80}\|\s{0,3}(?:sudo\s)?(?:ba|z|da)?sh\b/gi
  ],
  [
    'approval',
    /\b(?:this|the) (?:code|pull request|insight|change|answer|document|text) (?:is|has been) (?:already )?(?:pre-?approved|reviewed and approved)[^.\n]{0,40}\b(?:approve|skip|no (?:further )?review|do not review)\b/gi
  ],
  [
    'approval',
    /\b(?:approve|accept|promote|merge|publish) (?:this|the|my) (?:insight|candidate|change|pull request|code|answer|trace|lesson)s?[^.\n]{0,40}\b(?:at once|immediately|right away|now|without (?:any )?(?:review|checks?|questions?|delay)|unread)\b/gi
  ],
  [
    'approval',
    /\ball (?:the )?(?:checks|gates|reviews|approvals) (?:are|were|have been) (?:waived|lifted|suspended)\b/gi
  ],
  [
    'approval',
    /\b(?:rate|score|grade|judge|mark|rank) (?:this|my|the following) (?:answer|response|code|solution|insight|document)[^.\n]{0,40}\b(?:as (?:correct|perfect|excellent|passing|approved)|with (?:the )?(?:highest|maximum|full|a perfect)|10\/10|5\/5)\b/gi
  ]
]

export const orderRules: readonly OrderRule[] = rows.map(([kind, pattern]) => ({ kind, pattern }))

/** Words that make hidden text an order rather than a note of its author. */
export const orderWords =
  /<!--\s{0,8}(?:ai|llm|assistant|agents?|claude|chatgpt|gpt|copilot)s?\s?[:,]|\b(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instruct|prompt|previous|above|rules?)|\b(?:you must|you are|you should|assistant|ai agents?|language model|llm|system prompt)\b[^.\n]{0,80}\b(?:must|now|send|run|execute|call|reply|respond|output|include|tell|never|always|recommend)\b|\b(?:do not|don['’]t|never) tell\b|\b(?:send|post|upload)\b[^.\n]{0,60}https?:/i
