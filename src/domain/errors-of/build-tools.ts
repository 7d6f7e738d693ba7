import {
  byPattern,
  firstIn,
  saidBelow,
  type LineAt,
  type RecognisedError,
  type Recogniser
} from './error-line.js'

/** `symbol: method total()` below says what kind of thing was not found. */
function javac({ line, below }: LineAt): RecognisedError | undefined {
  const maven = /^\[ERROR\]\s+\S{1,400}\.(?:java|kt|scala):\[\d+,\d+\] (?:error: )?(.+)/.exec(line)
  const plain = /^\S{1,400}\.java:\d+: error: (.+)/.exec(line)
  const said = maven?.[1] ?? plain?.[1]
  if (said === undefined) return undefined
  const symbol = firstIn(below(4), /^\s*(?:\[ERROR\]\s*)?symbol:\s+(\w+)/)
  const plainly = said.replace(/\bjava\.(?:lang|util)\.(?=[A-Z])/g, '')
  return { type: 'javac', message: symbol === undefined ? plainly : `${plainly} (${symbol})` }
}

function compilerOf(file: string): string {
  if (/\.pyi?$/.test(file)) return 'mypy'
  return /\.swift$/.test(file) ? 'swiftc' : 'compiler'
}

function compiler({ line }: LineAt): RecognisedError | undefined {
  const [, file = '', message = ''] =
    /^\s*(\S{1,300}?):\d+(?::\d+)?: (?:fatal )?error: (.+)/.exec(line) ?? []
  // What ends a compiler's message is advice.
  const told = message.replace(/[;,] did you mean .{1,300}$/, '')
  return message === '' ? undefined : { type: compilerOf(file), message: told }
}

/** What a package no longer exports says which error it is; of one's own files the names do not. */
function notExported({ line }: LineAt): RecognisedError | undefined {
  const [, name, file = ''] = /"([^"]{1,200})" is not exported by "([^"]{1,400})"/.exec(line) ?? []
  if (name === undefined) return undefined
  const from = /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)(?!.*node_modules)/.exec(file)?.[1]
  return {
    type: 'vite',
    message:
      from === undefined
        ? `"${name}" is not exported by "${file}"`
        : `'${name}' is not exported by '${from}'`
  }
}

/** Why a goal of Maven's failed, where it says so; whatever plugin it was of, and in whichever project. */
function mavenGoal({ line }: LineAt): RecognisedError | undefined {
  const said = /^\[ERROR\] Failed to execute goal .{1,300}? on project \S{1,200}: (.+)/.exec(
    line
  )?.[1]
  if (
    said === undefined ||
    /^(?:Compilation failure|There (?:are|were) (?:some )?test failures)/.test(said)
  )
    return undefined
  return { type: 'maven', message: said.replace(/ -> \[Help \d+\]$/, '') }
}

/** A compiler of Java that is older than what the project asks for, told by javac, Maven or Gradle. */
const oldJava = byPattern(
  'javac',
  /\berror: (?<message>(?:invalid (?:target|source) release|release version \d+ not supported)\b)/
)

/** What packages disagree about, which says more than what was to be installed. */
function pipConflict({ line, below }: LineAt): RecognisedError | undefined {
  if (!/^\s*The conflict is caused by:$/.test(line)) return undefined
  const over = below(10).flatMap(
    (one) => /\bdepends on ([A-Za-z][\w.-]{0,100})/.exec(one)?.[1] ?? []
  )
  const names = [...new Set(over)].sort().slice(0, 5)
  return names.length === 0
    ? undefined
    : { type: 'pip', message: `conflict over '${names.join(', ')}'` }
}

/** Whatever needs it and wherever it was looked for, an artifact is missing. */
function mavenArtifact({ line, below }: LineAt): RecognisedError | undefined {
  if (!/^\[ERROR\] Failed to execute goal .*?: Could not (?:resolve|find) /.test(line))
    return undefined
  const artifact = firstIn(
    [line, ...below(4)],
    /\b(?:Could not find artifact|Failure to find|Failed to read artifact descriptor for) ([\w.-]{1,200}:[\w.-]{1,200}):/
  )
  return artifact === undefined
    ? undefined
    : { type: 'maven', message: `Could not find artifact '${artifact}'` }
}

function gradle({ line, next, below }: LineAt): RecognisedError | undefined {
  if (!/^\* What went wrong:/.test(line)) return undefined
  if (!/^(?:Execution failed for task|A problem occurred)/.test(next))
    return { type: 'Gradle', message: next.trim() }
  const told = below(12)
  const end = told.findIndex((one, i) => i > 0 && !/^\s*>|^ {2,}\S/.test(one))
  const chain = told
    .slice(1, end < 0 ? undefined : end)
    .flatMap((one) => /^\s*> (.+)/.exec(one)?.[1] ?? [])
  const why =
    (saysNoCause.test(chain[0] ?? '')
      ? chain.findLast((one) => !saysNoCause.test(one))
      : chain[0]) ?? ''
  return why === ''
    ? { type: 'Gradle', message: next.trim(), vague: true }
    : { type: 'Gradle', message: why }
}

/** What Gradle says of a task whose own output tells why it failed. */
const saysNoCause =
  /^(?:A failure occurred|Compilation (?:error|failed)|There were failing tests|Process '|.{0,200}(?:see (?:the )?(?:logs?|report)|multiple (?:errors|task action failures)|finished with non-zero|Check the))/i

/** What a registry does not have, by its name. */
function npmMissing({ line, below }: LineAt): RecognisedError | undefined {
  const code = /^npm (?:ERR!|error) code (E404|ETARGET)$/.exec(line)?.[1]
  if (code === undefined) return undefined
  const name = firstIn(
    below(8),
    /^npm (?:ERR!|error) (?:404|notarget) .{0,80}?['\s]((?:@[\w.-]{1,100}\/)?[a-z][\w.-]{0,100})@[^\s']{1,100}'?/
  )
  return name === undefined
    ? { type: 'npm', message: code }
    : { type: 'npm', message: `${code} package '${name}'` }
}

/** What the root project has and a package does not take, wherever npm says so in its report. */
function npmPeer({ line }: LineAt): RecognisedError | undefined {
  const [, wanted, by] =
    /^npm (?:ERR!|error) peer (@?[\w/.-]{1,100})@"[^"]{0,200}" from (@?[\w/.-]{1,100})@/.exec(
      line
    ) ?? []
  if (wanted === undefined || by === undefined) return undefined
  return { type: 'npm', message: `ERESOLVE peer '${wanted}' of '${by}'` }
}

/** A build script says below what it lacks; else the crate says which script it was. */
function cargoScript({ line, below }: LineAt): RecognisedError | undefined {
  const crate = /^error: failed to run custom build command for `([\w-]{1,100})/.exec(line)?.[1]
  if (crate === undefined) return undefined
  const library = firstIn(below(40), /\bsystem library `([\w.+-]{1,100})` required by crate/)
  return {
    type: 'Rust',
    message:
      library === undefined
        ? `failed to run custom build command of the crate '${crate}'`
        : `missing the system library '${library}'`
  }
}

/** GHC says on the first line where, and below what is wrong: a sentence, or a list of which the last matters. */
function ghc(at: LineAt): RecognisedError | undefined {
  const said = /^\S{1,300}\.hs:\d+:\d+: error:(?: \[[\w-]+\])*\s*(.*)$/.exec(at.line)?.[1]
  if (said === undefined) return undefined
  const hidden = firstIn(at.below(4), /\bhidden package ‘([\w-]{1,100}?)(?:-[\d.]+)?’/)
  if (hidden !== undefined) return { type: 'ghc', message: `hidden package '${hidden}'` }
  const message = (said === '' ? saidBelow(at, 2) : said).replace(/^[•*] /, '')
  return message === '' ? undefined : { type: 'ghc', message }
}

/** A version of a dependency that go.sum does not know, whoever imports it. */
function goSum({ line }: LineAt): RecognisedError | undefined {
  const name =
    /\bmissing go\.sum entry for (?:module providing package |go\.mod file for )?([\w.-]+\/[\w./-]{1,200})/.exec(
      line
    )?.[1]
  return name === undefined
    ? undefined
    : { type: 'go', message: `missing go.sum entry for package '${name}'` }
}

/** Compilers, bundlers, linters and package managers. The surest stand first. */
export const buildTools: readonly Recogniser[] = [
  byPattern('TypeScript', /\berror (?<type>TS\d{4,5}): (?<message>.+)/),
  byPattern(
    'C#',
    /\berror (?<type>(?!LNK1120)(?:CS|MSB|NU|NETSDK|FS|BC|LNK|C|CA|RZ|XA)\d{4}): (?<message>.+?)(?: \[[^\]]+\])?$/
  ),
  cargoScript,
  ghc,
  goSum,
  byPattern('cabal', /^Error: cabal: (?<message>Failed to build .+)/, true),
  byPattern('xcodebuild', /^error: (?<message>.{3,400}?) \(in target '.{1,100}' from project '/),
  byPattern(
    'xcodebuild',
    /(?:\.xc(?:odeproj|workspace): error: (?<message>.+?)(?: \(in target .*)?$)/
  ),
  byPattern('Rust', /^error\[(?<type>E\d{4})\]: (?<message>.+)/),
  oldJava,
  javac,
  byPattern(
    'kotlin',
    /^e: (?:file:\/\/)?\S{1,400}\.kts?:(?:\d+:\d+|\s*\(\d+, \d+\):?)\s*(?<message>.+)/
  ),
  byPattern(
    'ld',
    /(?:^|: )(?<message>undefined reference to .+|multiple definition of [^;]+|cannot find -l[^\s:]+)(?:: No such file or directory|;.*)?$/
  ),
  byPattern('ld', /^(?<message>Undefined symbols for architecture \w+)/),
  byPattern('go', /^(?:vet: )?\.{0,2}[\w./-]{1,300}\.go:\d+:\d+: (?<message>.+)/),
  byPattern(
    'go',
    /^(?:go: )?\S{1,300}: (?<message>no required module provides package .+|cannot find module providing package .+)/
  ),
  byPattern('go', /^\s+imports \S{1,300}: (?<message>import cycle not allowed)/),
  byPattern('pytest', /^E\s+(?<message>fixture '\w{1,100}' not found)/),
  compiler,
  byPattern('eslint', /^\s+\d+:\d+\s+error\s+.+?\s{2,}(?<message>@?[\w-]+(?:\/[\w/-]+)?)$/),
  notExported,
  byPattern(
    'vite',
    /\[(?:plugin:)?vite(?:-plugin-[\w-]+|:[\w-]+)?\]:? (?:\((?:client|ssr)\) )?(?:(?:Internal server|Pre-transform) error: )?(?:\S{1,300}:\d+:\d+:? )?(?<message>.+)/
  ),
  byPattern('vite', /(?:^|\s)(?<message>Rollup failed to resolve import .+)/),
  byPattern(
    'webpack',
    /^(?:\s*)(?:Module not found: )(?:Error: )?(?<message>(?:Can't|Cannot) resolve .+)/
  ),
  byPattern('esbuild', /^\s*[✘X] \[ERROR\] (?<message>.+)/),
  byPattern('jest', /^\s*(?<message>Cannot find module '[^']{1,200}' from) '/),
  byPattern(
    'jest',
    /^\s*(?<message>expect\([\w.()]{0,40}\)\.(?:not\.|resolves\.|rejects\.){0,3}to\w+\(.{0,40}\))/
  ),
  byPattern('pnpm', /\b(?<message>ERR_PNPM_[A-Z0-9_]+)\b/),
  byPattern('yarn', /^(?:➤ )?(?<message>YN(?!0000)\d{4}): /),
  byPattern('npm', /^npm (?:ERR!|error) code (?<message>ELIFECYCLE)$/, true),
  npmPeer,
  npmMissing,
  byPattern('npm', /^npm (?:ERR!|error) code (?<message>[A-Z][A-Z0-9_]+)/),
  byPattern('npm', /^npm (?:ERR!|error) (?<message>Missing script: .+)/i),
  byPattern(
    'pip',
    /^\s*(?:ERROR: )?(?<message>No matching distribution found for [^(]+|Could not find a version that satisfies the requirement .+|Cannot install .+ because these package versions have conflicting dependencies.*|Failed building wheel for .+|Could not build wheels for .+)/
  ),
  pipConflict,
  byPattern('pip', /^(?:ERROR: )?(?<message>ResolutionImpossible): /, true),
  byPattern('pip', /\berror: (?<message>externally-managed-environment)\b/),
  byPattern('JVM', /\b(?<message>Unsupported class file major version) \d+/),
  gradle,
  mavenArtifact,
  byPattern('Gradle', /^\s*> (?<message>Could not (?:resolve|find) .+)/),
  byPattern(
    'maven',
    /^\[ERROR\] Failed to execute goal .*?: (?<message>Could not (?:resolve|find) .+)/
  ),
  mavenGoal,
  byPattern('maven', /^\[ERROR\] Failed to execute goal (?<message>.+)/, true),
  byPattern(
    'docker',
    /\bfailed to solve: (?<message>process .+ did not complete successfully.*)/,
    true
  ),
  byPattern('docker', /^ERROR: (?<message>process .+ did not complete successfully.*)/, true),
  byPattern(
    'docker',
    /(?<message>[Pp]ermission denied while trying to connect to the [Dd]ocker (?:daemon|API))/
  ),
  byPattern(
    'docker',
    /(?:^|: )(?<message>Bind for \S+ failed: port is already allocated|[Cc]onflict\. The container name .+ is already in use|pull access denied for [^,]+|manifest for .+ not found|Cannot connect to the Docker daemon)/
  ),
  byPattern(
    'docker',
    /\bfailed to calculate checksum of ref \S{1,200}: (?:.{1,200}: )?(?<message>not found)$/
  ),
  byPattern('docker', /\b(?:failed to solve|failed to compute cache key): (?<message>.+)/),
  byPattern('make', /^\S{1,200}:\d+: \*\*\* (?<message>(?!\[).{3,200}?)\.(?: +Stop\.)?$/),
  byPattern('make', /^make(?:\[\d+\])?: \*\*\* (?<message>No rule to make target .+)/),
  byPattern('make', /^make(?:\[\d+\])?: \*\*\* \[.+\] (?<message>Error \d+)/, true)
]
