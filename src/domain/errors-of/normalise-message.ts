/** Where a sentence ends; what follows in a message is mostly advice or data. */
const sentenceEnd = /[.!?](?:\s|$)/

/** Quoted words that say what went wrong rather than where: types of the language and its tools. */
const typeNames = new Set(
  'NoneType int str float bool bytes list dict tuple set function method type object module ndarray DataFrame Series Index Tensor string number undefined null boolean'.split(
    ' '
  )
)

/** Where a message compares types; elsewhere `list` may be somebody's variable. */
const aboutTypes = /\b(?:concatenate|types?|instances?|object|must be|expected|got|not an?)\b/i

const sourceFile =
  '[\\w.@-]+\\.(?:py|pyx|[cm]?[jt]sx?|go|rs|java|kt|c|cc|cpp|h|hpp|rb|php|sh|json|ya?ml|toml|csv|txt|bin|mp4|png|jpe?g|zip|t?gz|tar|whl|log|xml|html|s?css|vue|svelte|md|sql|ipynb|parquet|dart|swift|scala|exs?|hs|tf|proto|pem)'

const replacements: readonly (readonly [RegExp, string])[] = [
  [
    /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])/g,
    '<time>'
  ],
  [/\[::\]:\d{1,5}\b/g, '<host>'],
  [
    /\b(?:RequestID|Request ID|request id|HostID|trace_?id|correlation id|x-request-id)[:=]? ?[^\s,;]+/gi,
    '<id>'
  ],
  [/\b(?:file|jar):\/[^\s'")]*/g, '<url>'],
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s'")]+/g, '<url>'],
  [
    /(?<![\w@.-])(?:[\w-]{1,63}\.){1,6}(?:com|org|net|io|dev|local|internal|lan|svc|cloud|app)(?::\d{1,5})?(?![\w.(-])/g,
    '<host>'
  ],
  [/(?<![\w:.])\d{1,6}:\d{1,6}:?(?= |$)/g, '<place>'],
  [/\([0-9a-f]{7,64}\)/g, '(<hex>)'],
  [
    /(?<![\w:.])(?:\[?(?=[\da-f:]*\d)[\da-f]*:[\da-f]*:[\da-f:]*\]?|\d{1,3}(?:\.\d{1,3}){3}|localhost)(?::\d{1,5})?(?![\w:.]*\w)/gi,
    '<host>'
  ],
  [/(?<![\w.])\d+(?:\.\d+)?\s?(?:[KMGT]i?B|bytes)\b/g, '<size>'],
  [/(?<![\w.])(?!0x)\d+(?:[x×]\d+){1,6}\b/g, '<n>'],
  [
    /(?<=\b(?:for|requirement) )[\w.[\]-]{1,100}(?:(?:[=!~<>]=?=?)[\w.*,<>=!~]{1,80})?(?= \(from|$)/g,
    '<requirement>'
  ],
  [/(?<![\w.-])[A-Za-z][\w.-]{0,100}(?:==|>=|<=|~=|!=)[\w.*]{1,40}/g, '<requirement>'],
  [/\bof ref [\w:-]{6,200}/gi, 'of ref <ref>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/<[\w.]{1,100}(?: object)? at 0x[0-9a-f]+>/gi, '<name>'],
  [/@(?=[a-f]*\d)[0-9a-f]{5,16}\b/g, '@<hex>'],
  [/\b0x[0-9a-f]+/gi, '<address>'],
  [
    /(?:[A-Za-z]:|~|(?<![\w.])\.{1,2}|(?<![\w.@/-])[A-Za-z_][\w.-]{0,60}(?=(?:[\\/][\w@-][\w.@-]*){1,12}\.\w{1,5}\b))?(?:[\\/][\w.@-]+){2,}(?::\d+){0,2}/g,
    '<path>'
  ],
  [
    new RegExp(`(?:\\.{1,2}[\\\\/])?(?:[\\w.@-]+[\\\\/]){0,12}${sourceFile}\\b(?::\\d+){0,2}`, 'g'),
    '<path>'
  ],
  [/(?<![\w./])\.{1,2}\/[\w.@-]+/g, '<path>'],
  [/(?<![\w.])[\w@.-]{1,80}\.(?:service|socket|timer|mount)\b(?![.(])/g, '<name>'],
  [/\{\w{1,40}(?:, \w{1,40}){0,20}\}/g, '<list>'],
  [/(?<![\w.])v?\d+(?:\.\d+){2}(?:[-+][\w.]+)?(?![\w.]*\w)(?!:\d)/g, '<version>'],
  [/\b(?=[a-f]*\d)[0-9a-f]{12,}\b/gi, '<hex>'],
  [/(?<![\w.])-?(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|min|m|h)){1,4}\b/g, '<duration>'],
  [/(?<![A-Za-z_\d])-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?(?![A-Za-z_])/gi, '<n>'],
  // Shapes and lists of whatever length are one thing.
  [/\((?:(?:<n>|None),?\s?)+\)/g, '<shape>'],
  [/\[(?:(?:<n>|<name>),?\s?)+\]/g, '<list>'],
  [/\{(?:(?:<n>|<name>),?\s?)+\}/g, '<list>'],
  [/(?:<shape>[ ,]{0,2}){2,}/g, '<shape> <shape> '],
  [/\b[A-Za-z_]\w*(?:\.\w+)*\(\)/g, '<name>()'],
  [/\s*\((?:<path>|<name>|<[\w ]+>), line <n>\)/g, ''],
  [/\s+/g, ' ']
]

/**
 * A message's first sentence without what varies from run to run: names in quotes, numbers, shapes,
 * paths, addresses, ids, durations. Types in quotes stay: `'NoneType' object has no attribute` and
 * `'str' object has no attribute` have different causes. Names that are to be `kept` stand as they are.
 */
export function normaliseMessage(message: string, kept: readonly string[] = []): string {
  const marked = hide(message.slice(0, 500), kept)
  const named = marked.replace(
    /"[^"]*"|`[^`']*['`]|‘[^’]*’|“[^”]*”|(?<!\w)[bru]?'[^']*'(?![a-z])/g,
    quoted
  )
  const end = sentenceEnd.exec(named)
  const sentence = (end === null ? named : named.slice(0, end.index)).replace(/[!?]+$/, '')
  const normal = replacements.reduce((text, [pattern, by]) => text.replace(pattern, by), sentence)
  return kept.reduce((text, name, i) => text.replaceAll(markOf(i), `'${name}'`), normal).trim()
}

/** A mark that no replacement touches stands for a name while the others go. */
function markOf(i: number): string {
  return `§${'abcdefghij'[i] ?? 'k'}§`
}

function hide(message: string, kept: readonly string[]): string {
  return kept.reduce((text, name, i) => {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const asCall = new RegExp(`(?<![\\w.'])${escaped}\\(\\)`)
    const inQuotes = new RegExp(`[\`'"‘]${escaped}['"\`’]`)
    if (inQuotes.test(text)) return text.replace(inQuotes, markOf(i))
    return asCall.test(text) ? text.replace(asCall, markOf(i)) : text.replace(name, markOf(i))
  }, message)
}

function quoted(match: string, at: number, whole: string): string {
  const sentence = /^.([A-Z][^'"]{4,}(?: [^'" ]+){2,}\.).$/.exec(match)?.[1]
  if (sentence !== undefined) return sentence
  const inner = match.replace(/^[bru]?['"`‘“]|['"`’”]$/g, '')
  const owner = whole.startsWith(' object', at + match.length) && /^[\w.]+$/.test(inner)
  const type = typeNames.has(inner) && aboutTypes.test(whole)
  return owner || type ? `'${inner}'` : '<name>'
}
