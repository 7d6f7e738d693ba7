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
  '(?:instructions?|directions?|prompts?|directives?|commands?|guidelines|guardrails|system prompt|safety rules)'
const earlier =
  '(?:previous|prior|above|preceding|earlier|foregoing|initial|original|existing|current|system|developer|your|all|any)'

/** Each kind with its patterns. */
const rows: readonly (readonly [string, RegExp])[] = [
  [
    'ignore-instructions',
    phrase(
      "(?:ignore|disregard|forget|override|bypass|do not follow|don['’]t follow|stop following|pay no attention to)",
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
    'chat-token',
    /<\|(?:im_start|im_end|im_sep|system|user|assistant|start_header_id|end_header_id|eot_id|begin_of_text|endofprompt|tool_call|channel|message|fim_prefix)\|>/g
  ],
  [
    'chat-token',
    /<\/?(?:system[-_]?(?:prompt|instructions?|message|reminder)|assistant[-_]?(?:prompt|message|instructions?)|antml:[a-z_]{1,30}|start_of_turn|end_of_turn)\s{0,2}>/gi
  ],
  ['chat-token', /\[\/?INST\]|<<\/?SYS>>|^<\/?system>\s*$/gm],
  [
    'chat-token',
    /(?:^|\n\n)(?:### ?(?:system|instruction)s?:|(?:system|developer)(?: prompt| message)?: (?:you|ignore|from now|always|never)\b|\n(?:Human|Assistant): (?=[A-Z]))/gi
  ],
  [
    'tool-call',
    /<\/?(?:function_calls?|tool_calls?|tool_use|tool_code|function_results?|tool_results?|invoke name=["'][\w.-]{1,60}["'])\s{0,2}>/gi
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
  /\b(?:ignore|disregard|forget)\b[^.\n]{0,40}\b(?:instruct|prompt|previous|above|rules?)|\b(?:you must|you are|you should|assistant|ai agents?|language model|llm|system prompt)\b[^.\n]{0,80}\b(?:must|now|send|run|execute|call|reply|respond|output|include|tell|never|always|recommend)\b|\b(?:do not|don['’]t|never) tell\b|\b(?:send|post|upload)\b[^.\n]{0,60}https?:/i
