import type { OrderRule } from './order-rules.js'

/** Tools that act; the names of examples, such as `get_weather`, are none of them. */
const acting =
  '(?:bash|shell|sh|terminal|exec(?:ute)?(?:_\\w+)?|run(?:_\\w+)?|computer\\w*|python|code_interpreter|(?:write|edit|read|delete|create|str_replace)_\\w+|Bash|Write|Edit|Read|WebFetch|fetch\\w*|http_\\w+|curl|browser\\w*|send_\\w+|post_\\w+|upload\\w*|record_trace|report_outcome|report_note|next_step|resolve_error|recommend|mcp__\\w+)'
const quote = `["'\`]`

/** Sections of a line that begins with a speaker. */
const lineStart = '(?:^|\\n)[\\s>#*_|"\'/;-]{0,12}'

/**
 * What imitates the frame in which a model reads: turns of a conversation, calls of tools, ends of delimiters, other
 * speakers, and Cairn's own lines.
 */
const rows: readonly (readonly [kind: string, pattern: RegExp])[] = [
  [
    'chat-token',
    /<\|(?:im_start|im_end|im_sep|system|user|assistant|start_header_id|end_header_id|eot_id|begin_of_text|endofprompt|endoftext\|>\s{0,3}(?:system|you)|tool_call|channel|message|fim_prefix)(?:\|>|>)/g
  ],
  [
    'chat-token',
    /<\/?(?:system[-_]?(?:prompt|instructions?|message|reminder)|assistant[-_]?(?:prompt|message|instructions?)|antml:[a-z_]{1,30}|start_of_turn|end_of_turn|developer[-_]?(?:message|prompt))\s{0,2}>/gi
  ],
  [
    'chat-token',
    /<system>\s{0,8}\S[^<]{0,600}<\/system>|\bto=(?:functions|tools|container|browser|multi_tool_use)\.\w+/gi
  ],
  ['chat-token', /\[\/?INST\]|<<\/?SYS>>|^<\/?system>\s*$/gm],
  [
    'forged-turn',
    /(?:^|\n\n)(?:### ?(?:system|instruction)s?:|(?:system|developer)(?: prompt| message)?: (?:you|ignore|from now|always|never)\b)/gi
  ],
  // Human: and Assistant: are nobody's headings; User: and Bot: only count together.
  [
    'forged-turn',
    new RegExp(
      `${lineStart}(?:Human|H|Mensch|Humain|Humano) ?:[^\\n]{0,2000}\\n{1,3}[\\s>#*_|"'/;-]{0,12}(?:Assistant|A|AI|Assistent|Asistente) ?:`,
      'g'
    )
  ],
  ['forged-turn', /(?:^|\n)[\s>#*_|"'/;-]{0,12}(?:Human|Assistant): (?=["'`]?[A-Z])[^\n]{0,200}/g],
  [
    'forged-turn',
    /(?:^|\n)[\s>#*_|"'/;-]{0,12}(?:\[|<)?(?:SYSTEM|System|DEVELOPER|Developer)(?:\]|>)?(?: (?:message|prompt|note|notice|override|update|instruction)s?)? ?: {0,3}(?=(?:you|ignore|from now|always|never|the (?:assistant|agent|model|user)|all agents|disregard|do not|new|override|obey|forget|call|run|execute|reveal|print|send)\b)/gi
  ],
  [
    'forged-turn',
    /(?:^|\n)[\s>#*_|"'/;-]{0,12}---\s{0,3}\n(?:[\s>#*/;]{0,8}[\w-]{1,40}:[^\n]{0,200}\n){0,6}?[\s>#*/;]{0,8}role: {0,3}["']?(?:system|developer)\b/gi
  ],
  [
    'forged-turn',
    /(?:^|\n)[\s>#*_|"'/;-]{0,12}-? ?role: {0,3}["']?(?:system|developer)["']? {0,3}\n\s{0,12}[\s>#*_|"'/;-]{0,6}(?:content|instructions?|prompt|text):/gi
  ],
  [
    'tool-call',
    /<\/?(?:function_calls?|tool_calls?|tool_use|tool_code|function_results?|tool_results?|invoke name=["'][\w.-]{1,60}["'])\s{0,2}>/gi
  ],
  [
    'tool-call',
    new RegExp(
      `${quote}(?:name|tool|tool_name|function|recipient_name)${quote}\\s{0,4}:\\s{0,4}${quote}(?:functions\\.)?${acting}${quote}[^\\n{]{0,60}(?:\\n\\s{0,20})?[^\\n{]{0,60}${quote}(?:arguments|args|input|parameters|params|tool_input)${quote}\\s{0,4}:`,
      'g'
    )
  ],
  [
    'tool-call',
    new RegExp(
      `${quote}type${quote}\\s{0,4}:\\s{0,4}${quote}(?:tool_use|function_call|tool_call)${quote}[\\s\\S]{0,160}?${quote}name${quote}\\s{0,4}:\\s{0,4}${quote}${acting}${quote}`,
      'g'
    )
  ],
  [
    'tool-call',
    new RegExp(
      `${quote}method${quote}\\s{0,4}:\\s{0,4}${quote}tools/call${quote}[\\s\\S]{0,160}?${quote}name${quote}\\s{0,4}:\\s{0,4}${quote}${acting}${quote}`,
      'g'
    )
  ],
  // Ends of what was said to be material only.
  [
    'forged-delimiter',
    /end\s+of\s+cairn\b[\s\w-]{0,64}(?:>{2,}|›{2,}|»{2,})|(?:<{3,}|‹{3,})\s{0,4}(?:end\s+of\s+)?cairn\b/gi
  ],
  [
    'forged-delimiter',
    /(?:^|\n)[\s>#*_|"'/;=[<(-]{0,16}(?:end|close|stop)(?: of)?(?: the)? (?:reference(?: material)?|untrusted|tool (?:output|result|response)s?|retrieved|search results?|quoted|memory|context|user (?:input|data)|document|data)(?: (?:material|content|data|context|text|block|section))?[\s\]>)=*_#|-]{0,16}(?:\n|$)[\s\S]{0,80}?\b(?:instructions?|operator|system|you must|you are|now|assistant|agent|run|call|execute)\b/gi
  ],
  [
    'forged-delimiter',
    /<\/(?:reference|untrusted|document|context|tool_output|search_results?|retrieved|user_input|data|memory)>[\s>#*/;]{0,20}(?:<(?:system|instructions?|operator|user|assistant)>|(?:new )?(?:instructions?|system|operator|assistant)\b)/gi
  ],
  // Who else would speak.
  [
    'forged-speaker',
    /(?:^|\n|[.!;] )[\s>#*_|"'/;[(=-]{0,16}(?:(?:new|important|urgent|updated|official|final|priority) ){0,2}(?:message|note|notice|instructions?|announcement|directive|order|command|update|advisory|reminder)s? (?:from|by|of) (?:the |your )?(?:operator|system(?! (?:call|header|library|clock|log))|(?:system |platform |cairn |security )?admin(?:istrator)?s?|developers? of (?:this|cairn)|cairn|anthropic|openai|platform|security team|memory|host|user)\b(?! (?:is|was|are|were|agent|interface|input|code|space))/gi
  ],
  [
    'forged-speaker',
    /\bcairn(?:'s)? (?:(?:now|also|itself) )?(?:requires?|asks?|needs?|wants?|orders?|instructs?|expects?|tells?|demands?|policy (?:is|says|requires)|rules? (?:is|are|say|require)s?)\b[^.\n]{0,40}?\b(?:you|agents?|every(?:one|body)|assistants?|that|all)\b/gi
  ],
  [
    'forged-speaker',
    /(?:^|\n)[\s>#*_|"'/;[(=-]{0,16}(?:cairn|operator)(?: (?:system|note|notice|says|message))?\]? ?[:>] {0,3}(?=\w)/gi
  ],
  [
    'forged-speaker',
    /\bas (?:instructed|required|requested|ordered|demanded) by (?:cairn|the operator|the system|your operator|anthropic|openai)\b/gi
  ],
  [
    'forged-speaker',
    /(?:^|\n)[\s>#*_|"'/;[(=-]{0,16}(?:SYSTEM|SECURITY|ADMIN|SAFETY|OPERATOR) (?:OVERRIDE|BYPASS)\b/g
  ],
  // Cairn's own lines and tools.
  [
    'imitates-cairn',
    /\bBetween the lines marked\b|(?<![A-Za-z])Reference material from Cairn\b|\bThis is `?recommendation:|\bcall (?:the tool )?[`"']?(?:mcp__cairn__)?(?:report_outcome|record_trace|report_note)\b[`"']?(?! (?:returns|is|fails|takes|tool))|\bwhen (?:yours has|you know how it went)[,:]? (?:record_trace|call)\b|\breport_outcome\b[^.\n]{0,40}\b(?:worked|helped|for every|always)\b/gi
  ]
]

export const forgedFrames: readonly OrderRule[] = rows.map(([kind, pattern]) => ({ kind, pattern }))
