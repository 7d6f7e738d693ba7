/** What compilers and type checkers complain of are mostly names of one's own code; so are the objects of a cluster or a repository. */
const speaksOfOwnNames =
  /^(?:TS\d{4,5}|E\d{4}|(?:CS|MSB|FS|BC|LNK|C)\d{4}|go|compiler|mypy|javac|kotlin|ld|swiftc|ghc|eslint|vite|webpack|esbuild|jest|GraphQLError|(?:java\.lang\.)?NullPointerException|NameError|UnboundLocalError|SyntaxError|kubernetes|git|SQL|SQLite|pip|docker|maven|Gradle|MongoServerError|CompileError)$/

/** Things that people make and name, or values: before or after a name they say that it is somebody's own. */
const ownKinds =
  'user|role|login|database|db|schema|table|relation|constraint|index|host|hostname|server|namespace|pods?|deployment|service|container|network|volume|image|branch|tag|ref|remote|bucket|queue|topic|job|task|step|stage|target|workspace|project|files?|directory|folder|path|page|route|url|values?|string|variable|identifier|symbol|ids?|token|character|char|input|pathspec|refspec|label|secret|configmap|chart|release|stack|cluster|node|account|principal|email|session|entity|record|row|cache|channel|collection|device|disk|interface|address|port|class|of type|package named|programme?|program|for|key|test|suite|spec|thread|process|template|view|model|literal|date|pattern|script|got|received|in|at|by|near|as|using|on|with|to'

const ownBefore = new RegExp(`(?:^|[^\\w-])(?:${ownKinds})[ =:]{0,2}$`, 'i')
const ownAfter =
  /^ (?:user|role|database|table|relation|constraint|namespace|pod|branch|container|file|directory|page|job|task|step|value|character)\b/i

/** After a colon stands a value, unless a word before it says whose name it is. */
const valueBefore = /(?:[:=]|\bgot|\breceived|\bfound|\bbut was) ?$/
const nameBefore =
  /\b(?:options?|flags?|arguments?|parameters?|commands?|modules?|packages?|librar(?:y|ies)|attributes?|functions?|methods?|class(?:es)?|plugins?|propert(?:y|ies)|keywords?|extensions?|fields?|variables?|settings?|types?|imports?|exports?|names?): ?$/i

const quotes = /"([^"]{1,120})"|[`']([^`']{1,120})['`]|‘([^’]{1,120})’|“([^”]{1,120})”/g

/** A name as languages and registries have them, not a sentence, a path, a number or an id. */
const nameLike =
  /^(?:--?[a-z][\w-]*|@[\w.-]+\/[\w.-]+|[A-Za-z_$][\w$]*(?:(?:[.:#-]|::|\\)[A-Za-z_$][\w$]*){0,8}(?:\(\))?[?!]?)$/
const idLike = /\d{4}|[0-9a-f]{8}|(?:\d\D*){5}/i

/** Published under that name, whoever speaks of it. */
const published =
  /^(?:java|javax|jakarta|kotlinx?|scala|androidx?|System|Microsoft|std|core|boost|Foundation|UIKit|SwiftUI|org\.(?:springframework|junit|hibernate|apache|slf4j)|com\.(?:google|fasterxml))(?:\.|::)\w/

/** A message beyond this is data. */
const readAtMost = 500

/**
 * The names in quotes that say which error it is: what is not there, not known, not allowed. Where the tool speaks of
 * names of one's own, or a word beside the name says that it is a value or somebody's own thing, there are none.
 */
export function namesInQuotes(type: string, message: string): string[] {
  const ofOwn = speaksOfOwnNames.test(type)
  const text = message.slice(0, readAtMost)
  const names: string[] = []
  for (const match of text.matchAll(quotes)) {
    const name = match.slice(1).find(Boolean) ?? ''
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const after = text.slice(match.index + match[0].length)
    if (published.test(name) || (!ofOwn && isName(name) && !isOwn(before, after))) names.push(name)
  }
  return names
}

function isName(name: string): boolean {
  return nameLike.test(name) && !idLike.test(name)
}

function isOwn(before: string, after: string): boolean {
  if (/(?:@|Type )$/.test(before)) return true
  if (valueBefore.test(before) && !nameBefore.test(before)) return true
  return ownBefore.test(before) || ownAfter.test(after)
}
