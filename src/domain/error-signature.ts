import { stripVTControlCharacters } from 'node:util'
import { contentHash } from './content-hash.js'
import { endedOnly } from './errors-of/error-line.js'
import { cleanLine } from './errors-of/clean-line.js'
import { identifyingNames } from './errors-of/identifying-names.js'
import { normaliseMessage } from './errors-of/normalise-message.js'
import { saidToFail } from './errors-of/said-to-fail.js'
import { recogniseError, type LineAt, type RecognisedError } from './errors-of/recognise-error.js'

/**
 * An error message without what varies from run to run: paths, counts, values. Names that say which error it is
 * stay in quotes (`'DataFrame' object has no attribute 'append'`); without them it is the error's class.
 */
export interface ErrorSignature {
  readonly id: string
  /** `KeyError`, `java.lang.NullPointerException`, `TS2345`, `E0382`, `panic`, `shell`. */
  readonly type: string
  /** The type and the message's first sentence with all that varies replaced; at most about 600 characters. */
  readonly normalForm: string
  /** The line as it stood, cut at 500 characters. */
  readonly example: string
}

const vagueTypes = new Set(['go test', 'exit', 'EXIT'])

/** Whether it says that something failed and not what: too many different faults would meet there. */
export function isVagueError({
  type,
  normalForm
}: Pick<ErrorSignature, 'type' | 'normalForm'>): boolean {
  const isShort = normalForm === type || /: (?:\.\.\.|…)$/.test(normalForm)
  return (
    isShort ||
    vagueTypes.has(type) ||
    /^(?:maven|docker|Gradle|make): (?:<plugin>|process|Execution failed|Error )|^pytest: (?:failed|errors?)$|^Node: [A-Z]/.test(
      normalForm
    )
  )
}

const maxErrors = 5
const maxLine = 500
const maxText = 1_000_000

/** A message beyond that is data. */
const mostRead = 2000

/** Longer lines are data. */
const longestLine = 10_000

/**
 * The errors that a text names, at most five, the one that counts first: the last in the text (so
 * it is with tracebacks), warnings after errors. Tells the common languages with their compilers, test runners,
 * bundlers and package managers, shells, databases, containers. What only says that something failed (an exit code, a count of
 * failed tests) counts where nothing says why. Of a text that is known to have `failed` the sentence that says so counts
 * before those, whichever tool wrote it.
 */
export function errorSignatures(
  text: string,
  { failed = false }: { readonly failed?: boolean } = {}
): ErrorSignature[] {
  const lines = stripVTControlCharacters(text.slice(-maxText)).split(/\r?\n/)
  const read = textOf(lines, text.includes('Traceback (most recent call last)'))
  const ranks = byRank(read)
  const named = [...ranks.error.values(), ...ranks.warning.values()]
  if (named.length > 0) return named.slice(0, maxErrors)
  const vague = [...ranks.vague.values()].slice(0, maxErrors)
  const said = failed && vague.every(saysNothing) ? failureSaid(read) : undefined
  return said === undefined ? vague : [said]
}

/** That something ended badly. Not what a test expected, which is another thing each time. */
function saysNothing(error: ErrorSignature): boolean {
  if (/^(?:go test|pytest)$/.test(error.type)) return /^pytest: errors?$/.test(error.normalForm)
  return isVagueError(error) || endedOnly.test(error.example.replace(/^\w+: /, ''))
}

function failureSaid({ lines, clean }: Text): ErrorSignature | undefined {
  const said = saidToFail(clean(0, lines.length))
  return said === undefined ? undefined : signatureOf(said, said.message)
}

type Rank = 'error' | 'warning' | 'vague'

/** The signatures of all lines, the last in the text first. */
function byRank(text: Text): Record<Rank, Map<string, ErrorSignature>> {
  const ranks: Record<Rank, Map<string, ErrorSignature>> = {
    error: new Map(),
    warning: new Map(),
    vague: new Map()
  }
  for (let i = text.lines.length - 1; i >= 0 && ranks.error.size < maxErrors; i--) {
    const at = lineAt(text, i)
    const found = at === undefined ? undefined : recogniseError(at)
    if (at === undefined || found === undefined) continue
    const signature = signatureOf(found, at.line)
    const kept = ranks[rankOf(found)]
    if (!kept.has(signature.id)) kept.set(signature.id, signature)
  }
  return ranks
}

function rankOf({ type, vague }: RecognisedError): Rank {
  if (vague === true) return 'vague'
  return type.endsWith('Warning') ? 'warning' : 'error'
}

interface Text {
  readonly lines: readonly string[]
  /** The lines from one to before another, as they are without what logs write before them. */
  readonly clean: (from: number, to: number) => readonly string[]
  readonly inPython: boolean
}

/** Each line is cleaned once, when somebody asks for it. */
function textOf(lines: readonly string[], inPython: boolean): Text {
  const cleaned: (string | undefined)[] = []
  const cleanAt = (i: number) => (cleaned[i] ??= cleanLine((lines[i] ?? '').trimEnd()))
  const clean = (from: number, to: number) =>
    lines.slice(from, to).map((_, nth) => cleanAt(from + nth))
  return { lines, clean, inPython }
}

/** Nothing for lines that are empty or hold data. */
function lineAt({ lines, clean, inPython }: Text, i: number): LineAt | undefined {
  const [before = '', line = ''] = [lines[i - 1], lines[i]]
  if (line.trim() === '' || line.length > longestLine) return undefined
  const endsTraceback = inPython && /^\s{2,}\S/.test(before)
  const below = (most: number) => clean(i + 1, i + 1 + most)
  return {
    line: clean(i, i + 1)[0] ?? '',
    endsTraceback,
    below,
    // Most lines are no errors: what stands below is read when somebody asks.
    get next() {
      return below(1)[0] ?? ''
    },
    get afterNext() {
      return below(2)[1] ?? ''
    }
  }
}

function signatureOf({ type, message, vague }: RecognisedError, line: string): ErrorSignature {
  const normalForm = normalFormOf(type, message, vague === true)
  const example = line.trim().slice(0, maxLine)
  return { id: `error:${contentHash(normalForm)}`, type, normalForm, example }
}

function normalFormOf(type: string, message: string, vague: boolean): string {
  const text = unquotedNames(type, message.slice(0, mostRead))
  const said = vague
    ? message.slice(0, maxLine)
    : normaliseMessage(text, identifyingNames(type, text))
  return said === '' ? type : `${type}: ${said}`
}

/** Names that tools print without quotes get them; a KeyError's quoted sentence is its message. */
function unquotedNames(type: string, message: string): string {
  if (type === 'KeyError') return keyMessage(message)
  const by: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
    go: goNames,
    compiler: goNames,
    kotlin: [
      [/^Unresolved reference:? '?[\w.]+'?\.?$/, 'Unresolved reference: "name"'],
      [/(?<=\bof type )[\w.<>?]+/, '"name"'],
      [/(?<=: )'?[\w.]+'?(?=\.?$)/, '"name"']
    ]
  }
  return [...(by[type] ?? []), ...anywhere].reduce(
    (text, [pattern, name]) => text.replace(pattern, name),
    message
  )
}

const goNames: readonly (readonly [RegExp, string])[] = [
  [
    /\b(undefined|undeclared name|unused variable|imported and not used|declared and not used|undefined type): \S+/,
    '$1: "name"'
  ],
  [/^\b\w+(?= (?:declared and not used|redeclared))/, '"name"'],
  [/(?<=\bhas arg )\S+(?= of wrong type )/, '"name"'],
  [/\bcannot use .{1,200}? \((?=\w)/, 'cannot use "name" ('],
  [/(?<=\b(?:argument to|call to|assignment to) )[\w.]+/, '"name"'],
  [/^[\w.()[\]]+(?= undefined \(type )/, '"name"'],
  [/(?<=\(type )[\w.*[\]]+(?= has no field or method )/, '"name"'],
  [/(?<=has no field or method )\w+/, '"name"']
]

const anywhere: readonly (readonly [RegExp, string])[] = [
  [/(?<=\bno such (?:table|column|function|index|module): )[\w."]+/, '"name"'],
  [/(?<=^column )[\w."]+(?= does not exist)/, '"name"'],
  [
    /(?<=\b(?:function|in) )(?!(?:Access|Agent|Application|Atom|Base|Bitwise|Calendar|Code|Date|DateTime|Ecto|Enum|File|Float|GenServer|IO|Integer|Jason|Kernel|Keyword|List|Logger|Map|MapSet|Mix|Module|NaiveDateTime|Node|Phoenix|Plug|Process|Range|Regex|Registry|Stream|String|Supervisor|System|Task|Time|Tuple|URI)\.)(?:[A-Z]\w*\.)+[a-z_]\w*[?!]?(?=\/\d)/,
    '"name"'
  ],
  [/(?<=\bsize mismatch for )[\w.]+(?=:)/, '"name"'],
  [/(?<![\w.$'"])[\w$]+(?:\.[\w$]+)*(?=\.\w+ is not a function)/, '"name"'],
  [/^Cannot install .{1,400} because/, 'Cannot install "names" because'],
  [/(?<=\bcollection of role: )[\w.$]+[,:]?/, '"name"'],
  [
    /(?<=\bdefined (?:by "exports" )?in )\S*\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\/package\.json.*/,
    "the package '$1'"
  ],
  [/(?<=\(expected )[\w.]+(?= to define such)/, '"name"'],
  [/(?<= not found), tried .*/, ''],
  [/(?<=\breferenced in function )\S+/, '"name"'],
  [
    /^could not open extension control file "\S*?(\w+)\.control".*/,
    "extension '$1' is not installed"
  ],
  [/(?<=["'`][\w.-]{1,60})[/@]v?\d+(?:\.\w+)+(?=["'`])/g, ''],
  [/ \((?:Connection: \w+, )?SQL: .*/, ''],
  [/ \(did you mean .*\)/i, ''],
  [
    /(?<=\b(?:creating|reading|updating|deleting|waiting for) [A-Z][\w ]{1,60}) \([^)]{1,200}\)/,
    ''
  ],
  [/(?<=\bimported from )'([^']+)'/, '$1'],
  [/^(?:[a-z]\w*\/){1,20}\w+(?= has been compiled by a more recent)/, '"name"'],
  [/^(?:INSTALLATION|UPGRADE) FAILED: /, ''],
  [/(?<=from current channels: )([\w.-]+)=\S+/, '$1'],
  [/^\S{1,80} - (?=Connection is not available\b)/, ''],
  [/(?<=\brequest timed out after \d{1,9}ms) \(total=.*/, ''],
  [/(?<=\bCannot parse(?: for target version [\w., ]{1,80})?): \d+:\d+: .*/, ''],
  [/(?<=\bconnect to host )\S+ port \d+/, '"host"'],
  [/\bcollection: \S+ index: \S+ dup key: .*/, 'collection: "name" index: "name"'],
  [/(?<=\bTarget class \[)[^\]]+/, '"name"'],
  [/\bError creating bean with name '.*/, "Error creating bean with name 'bean'"]
]

function keyMessage(message: string): string {
  const inner = /^(['"])(.*)\1$/.exec(message.trim())?.[2]
  if (inner === undefined || /^[A-Za-z_][\w. -]{0,100}$/.test(inner)) return message
  return inner
}

/** An error without the names that say which one it is: what others of its kind share. */
export function errorClassOf(normalForm: string): string {
  const colon = normalForm.indexOf(': ')
  const [type, said] =
    colon < 0 ? [normalForm, ''] : [normalForm.slice(0, colon), normalForm.slice(colon + 2)]
  const names = identifyingNames(type, said)
  const form = names.reduce((text, name) => text.replaceAll(`'${name}'`, '<name>'), said)
  return said === ''
    ? type
    : `${type}: ${form.replace(/^<name>\(\)|^'?[\w.]+'? (?=got an unexpected keyword)/, '<name> ')}`
}

const toolType =
  /^(?:TS\d{4,5}|E\d{4}|(?:CS|MSB|NU|NETSDK|FS|BC)\d{4}|go|compiler|mypy|javac|kotlin|ld|eslint|vite|webpack|esbuild|pip|npm|pnpm|yarn|Gradle|maven|docker|kubernetes|git|MySQL|SQL|GraphQLError|PHP|panic)$/

/**
 * The API or tool that raised an error, as far as its normal form tells: the type that lacks an attribute, the
 * function that does not take an argument, the package, the compiler. undefined where only the code that failed could tell.
 */
export function raiserOf({
  type,
  normalForm
}: Pick<ErrorSignature, 'type' | 'normalForm'>): string | undefined {
  if (toolType.test(type)) return type
  const owner = /'([\w.]+)' object has no attribute/.exec(normalForm)?.[1]
  if (owner !== undefined) return plainTypes.has(owner) ? undefined : owner
  return namedIn(normalForm) ?? rootOf(type)
}

/** The function that does not take an argument, else the package that an error is about. */
function namedIn(normalForm: string): string | undefined {
  const called = /: '([\w.]+)' got an unexpected keyword argument/.exec(normalForm)?.[1]
  return called ?? /(?:module|from|No module named|package) '([\w@/.-]+)'/.exec(normalForm)?.[1]
}

/** The package of an error's type, where it is no part of the language. */
function rootOf(type: string): string | undefined {
  const root = /^([a-z_]\w*)\.[\w.]+$/.exec(type)?.[1]
  return root === 'java' || root === 'builtins' ? undefined : root
}

const plainTypes = new Set(
  'NoneType int str float bool bytes list dict tuple set function method type object module'.split(
    ' '
  )
)
