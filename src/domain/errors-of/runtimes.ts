import {
  byPattern,
  firstIn,
  saidBelow,
  type LineAt,
  type RecognisedError,
  type Recogniser
} from './error-line.js'

const signals =
  'Segmentation fault|Bus error|Illegal instruction|Floating point exception|Aborted|Killed|Trace/breakpoint trap'

const bySignal = new RegExp(
  `^(?:\\S{1,200}: )?(?:line \\d+: {0,20})?(?:\\d+ +)?(${signals})(?: +\\(core dumped\\))?(?: +(\\S.*))?$`
)

/** A shell says which program a signal ended; of a signal alone nothing is known. */
function signal({ line }: LineAt): RecognisedError | undefined {
  const [, said, program] = bySignal.exec(line.trim()) ?? []
  if (said === undefined) return undefined
  const name = /^(?:\S*\/)?([\w.-]{1,60})/.exec(program ?? '')?.[1]
  return name === undefined
    ? { type: 'signal', message: said, vague: true }
    : { type: 'signal', message: `${said} of program '${name}'` }
}

/** Of what a sanitizer saw, the kind is the error; addresses and threads are of the run. */
const sanitizer = byPattern(
  'sanitizer',
  /\b(?:ERROR|WARNING|SUMMARY): (?<message>(?:Address|Leak|Memory|Thread|UndefinedBehavior)Sanitizer: (?:[A-Z][\w-]+(?: [\w-]+){0,2}|[a-z][\w-]+(?: race)?))/
)

/** A library in an older version than a program was linked to. */
const libraryVersion = byPattern(
  'ld.so',
  /: (?<message>version [`'](?:GLIBCXX|GLIBC|CXXABI|GCC|OPENSSL|LIB\w{1,20}?)(?=_[\d.]+\w?' not found))/
)

const sharedLibrary = byPattern(
  'ld.so',
  /\berror while loading shared libraries: (?<message>[\w.+-]{1,100}): /
)

/** Microsoft's server says it through whichever client: sqlcmd, ODBC, its own form over two lines. */
function sqlServer(at: LineAt): RecognisedError | undefined {
  const byNumber = /^Msg \d+, Level \d+, State \d+/.test(at.line)
  const message = byNumber
    ? saidBelow(at, 2)
    : /(?:\]\[SQL Server\]|\bDriver \d+ for SQL Server ?: )(?!$)([^"]{3,400})/.exec(at.line)?.[1]
  if (message === undefined || message === '') return undefined
  return { type: 'SQL Server', message: message.replace(/ \(\d+\).*$/, '').replace(/\.+$/, '') }
}

/** Codes under which a vendor documents its errors, with what they say; whoever hands them on. */
const vendorCode = byPattern(
  'code',
  /^(?!.*\bwarn(?:ing)?\b).*?(?:^|[\s:(])(?<type>(?:ORA|PLS|TNS|DPI|DPY|NJS|SP2|NG|AADSTS)-?\d{3,6}[A-Z]?): (?<message>[A-Za-z'"`].+)/
)

/** A PHP exception that a handler prints: `A\B\SomeException: message in /x.php:3`. */
const phpException = byPattern(
  'PHP',
  /^(?:[A-Z]\w{0,60}\\){1,8}(?<type>\w{1,60}(?:Exception|Error)): (?<message>.+?)(?: in \/\S+(?::\d+| on line \d+))?$/
)

const byWhat = /^(?:.{0,40}?caused by|cause):?$/i

/** cargo and other programs of Rust tell the chain of causes below; the last of them is what went wrong. */
function chainOfCauses({ line, below }: LineAt): RecognisedError | undefined {
  const head = /^(?:error|Error): (.+)/.exec(line)?.[1]
  if (head === undefined || /^failed to run custom build/.test(head)) return undefined
  if (!below(5).some((one) => byWhat.test(one.trim()))) return undefined
  const cause = lastCause(below(14))
  return cause === undefined ? undefined : { type: 'Rust', message: `${head}: ${cause}` }
}

/** The last of the causes that begin within the first lines; a chain ends at a line that is not indented. */
function lastCause(lines: readonly string[]): string | undefined {
  const from = lines.findIndex((one) => byWhat.test(one.trim()))
  if (from < 0 || from > 4) return undefined
  const end = lines.findIndex((one, i) => i > from && /^\S/.test(one) && !byWhat.test(one))
  const chain = lines.slice(from, end < 0 ? undefined : end)
  const causes = chain
    .slice(chain.findLastIndex((one) => byWhat.test(one.trim())) + 1)
    .filter((one) => one.trim() !== '')
  const cause = causes.findLast((one) => /^\s*\d+: /.test(one)) ?? causes[0]
  return cause?.trim().replace(/^\d+: /, '')
}

/** What a solver of versions concludes: the packages that it names are what they disagree about. */
function solver(at: LineAt): RecognisedError | undefined {
  const drawn = /^\s*[×x] (No solution found .+)/.exec(at.line)?.[1]
  if (drawn !== undefined) {
    const why = at.below(30).map((line) => line.replace(/^[\s│╰├─▶]+/, ''))
    const end = why.findIndex((line) => line === '' || /^(?:hint|help)\b/.test(line))
    return solved(why.slice(0, end < 0 ? 12 : end).join(' '))
  }
  if (/^(?:pub get|pub upgrade) failed/.test(at.line)) return undefined
  const said = /^(?:So, )?[Bb]ecause (.+), version solving failed\.?$/.exec(at.line.trim())?.[1]
  return said === undefined ? undefined : { type: 'solver', message: versionless(said) }
}

function solved(text: string): RecognisedError {
  const names = [
    ...text.matchAll(/(?<![\w-])([A-Za-z][\w.-]{0,80}?)(?:\[[\w,-]{1,60}\])?(?:[=<>!~]=?|==)/g)
  ].map((match) => (match[1] ?? '').toLowerCase())
  const distinct = [...new Set(names)].sort().slice(0, 5)
  const message = distinct.length === 0 ? text : `conflict over '${distinct.join(', ')}'`
  return { type: 'solver', message: message === '' ? 'No solution found' : message }
}

function versionless(text: string): string {
  return text.replace(
    /\s?\(?(?:[\^~]|[<>=!]=?)?\d+(?:\.[\w*-]+)*(?:[ ,]{0,2}[<>=!]=?\d[\w.*-]*)*\)?/g,
    ''
  )
}

/** RSpec names the exception with its colon and tells its message below. */
function rspec(at: LineAt): RecognisedError | undefined {
  const type =
    /^\s{4,}((?:[A-Z]\w*::)*[A-Z]\w*(?:Error|Exception|NotFound|Invalid|Mismatch)):$/.exec(
      at.line
    )?.[1]
  if (type === undefined) return undefined
  const message = saidBelow(at, 2).replace('nil:NilClass', 'nil')
  return message === '' ? undefined : { type, message }
}

/** A logger's fields: `level=error msg="…" err="…"`, and the same as JSON. What the error field says counts before the message. */
function fields({ line }: LineAt): RecognisedError | undefined {
  if (!/\blevel"?[=:] ?"?(?:error|fatal|panic|critical)\b/i.test(line)) return undefined
  const value = '"((?:[^"\\\\]|\\\\.){3,1000})"'
  const said =
    firstIn([line], new RegExp(`\\b(?:err|error)(?:"\\s?:\\s?|=)${value}`)) ??
    firstIn([line], new RegExp(`\\b(?:msg|message)(?:"\\s?:\\s?|=)${value}`))
  return said === undefined
    ? undefined
    : { type: 'failure', message: lastLine(said.replace(/\\"/g, '"')) }
}

function lastLine(text: string): string {
  return text.split('\\n').findLast((line) => line.trim() !== '') ?? text
}

/** What ends programs: signals, sanitizers, loaders, servers' codes, solvers, and what loggers and handlers make of an error. */
export const runtimes: readonly Recogniser[] = [
  signal,
  sanitizer,
  libraryVersion,
  sharedLibrary,
  sqlServer,
  vendorCode,
  phpException,
  chainOfCauses,
  solver,
  rspec,
  fields
]
