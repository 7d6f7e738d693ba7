import {
  byPattern,
  firstIn,
  saidBelow,
  unescaped,
  type LineAt,
  type RecognisedError,
  type Recogniser
} from './error-line.js'

/** `fatal: [web1]: FAILED! => {"msg": "…"}`, on one line or over several. */
function ansible(at: LineAt): RecognisedError | undefined {
  const kind = /^fatal: \[[^\]]{1,200}\](?: \([^)]{1,200}\))?: (FAILED|UNREACHABLE)!/.exec(
    at.line
  )?.[1]
  if (kind === undefined) return undefined
  const told = firstIn([at.line, ...at.below(12)], /"msg":\s*"((?:[^"\\]|\\.){1,2000})"/)
  const last = told?.split(/\\r?\\n/).at(-1) ?? ''
  const message = unescaped(last).replace(/^.{0,60}via ssh: (?:\S+@\S+: )?|^\S+@\S+: /, '')
  return { type: 'Ansible', message: message === '' ? kind : message, vague: message === '' }
}

/** Of a failed request to AWS the code and the operation say what is wrong. */
function aws({ line }: LineAt): RecognisedError | undefined {
  const [, code, operation, message = ''] =
    /\bAn error occurred \((\w{1,100})\) when calling the (\w{1,100}) operation(?: \(.{1,60}?\))?: (.+)/.exec(
      line
    ) ?? []
  if (code === undefined) return undefined
  const action = /not authorized to perform: ([\w:*-]{1,120})/.exec(message)?.[1]
  if (action !== undefined)
    return { type: `AWS ${code}`, message: `not authorized to perform: ${action}` }
  return isOfSession(code)
    ? { type: 'AWS', message: code }
    : { type: `AWS ${code}`, message: `${String(operation)}: ${message}` }
}

/** Whatever was called, the session is at fault. */
function isOfSession(code: string): boolean {
  return /^(?:ExpiredToken\w*|InvalidClientTokenId|UnrecognizedClient\w*|RequestExpired|SignatureDoesNotMatch|AuthFailure|InvalidAccessKeyId)$/.test(
    code
  )
}

/** CMake says on the first line that something is wrong, and below what it is; so does Terraform. */
function cmake(at: LineAt): RecognisedError | undefined {
  const call = /^CMake Error(?: \(dev\))? at \S{1,300}:\d+ \((\w+)\):/.exec(at.line)?.[1]
  if (call === undefined) return undefined
  const missing = firstIn(at.below(8), /By not providing "(?:Find)?([\w-]{1,100})\.cmake"/)
  const message =
    missing === undefined ? saidBelow(at) : `no package configuration file '${missing}'`
  return { type: 'CMake', message: `${call}: ${message}` }
}

function terraform(at: LineAt): RecognisedError | undefined {
  const summary =
    /^Error: ((?:Unsupported|Missing|Invalid|Reference to|Error acquiring|Duplicate|Incorrect|Inconsistent|Provider|Failed to|Cycle|Unknown|No valid|Could not|Backend|Argument|Conflicting|Insufficient|Unresolvable|Module)\b.{0,200})$/.exec(
      at.line.trim()
    )?.[1]
  if (summary === undefined) return undefined
  const place = /^(?:[│|] ?)?\s+(?:on|with) \S+.*(?: line \d+|,)|^Error message: /
  const isOfTerraform = at.below(4).some((line) => place.test(line)) || /state lock/.test(summary)
  if (!isOfTerraform) return undefined
  const named = firstIn(
    at.below(8),
    /\b(?:An argument named|A block of type|Blocks of type|The argument|the name) "([\w.-]{1,100})"/i
  )
  return { type: 'Terraform', message: named === undefined ? summary : `${summary}: '${named}'` }
}

/** An error as loggers write it: `{"type":"TypeError","message":"…"}`. */
function logged({ line }: LineAt): RecognisedError | undefined {
  const [, type, message] =
    /^\{.{0,4000}?"(?:type|name)":"([A-Z]\w*(?:Error|Exception))","message":"((?:[^"\\]|\\.){1,2000})"/.exec(
      line
    ) ?? []
  return type === undefined || message === undefined
    ? undefined
    : { type, message: unescaped(message) }
}

/** An option that a program does not know says which error it is; its value does not. */
function unknownOption({ line }: LineAt): RecognisedError | undefined {
  const [, program, told] = /^([\w.-]{1,60}): error: unrecognized arguments: (.+)/.exec(line) ?? []
  const option = /(?:^|\s)(--?[A-Za-z][\w-]*)/.exec(told ?? '')?.[1]
  return program === undefined || option === undefined
    ? undefined
    : { type: 'usage', message: `${program} does not know the option '${option}'` }
}

/** Whose request it was and where it went stand around what went wrong. */
function nginx({ line }: LineAt): RecognisedError | undefined {
  const said = /^(?:\S+ \S+ )?\[(?:emerg|alert|crit|error)\] \d+#\d+: (?:\*\d+ )?(.+)/.exec(
    line
  )?.[1]
  if (said === undefined || said.startsWith('still could not bind')) return undefined
  const message = said
    .replace(/, (?:client|server|request|upstream|host): .*/, '')
    .replace(/(?<=\(\)) to \S+(?= failed)/, '')
  return { type: 'nginx', message }
}

/** What runs, serves and connects programs. */
export const operationsTools: readonly Recogniser[] = [
  ansible,
  aws,
  cmake,
  terraform,
  logged,
  unknownOption,
  byPattern('panic', /\bhttp: panic serving \S{1,100}: (?<message>.+)/),
  byPattern('kubernetes', /\bFailedScheduling\s.*?\bnodes are available: (?<message>[^.]{1,300})/),
  byPattern('curl', /^curl: \((?<message>\d{1,3}\) .+)/),
  byPattern('nginx', /\bnginx: \[(?:emerg|alert|crit)\] (?<message>(?!still could not bind).+)/),
  nginx,
  byPattern('ssh', /^(?<message>Host key verification failed)\.?$/),
  byPattern('ssh', /^(?:\S+@)?\S{1,200}: (?<message>Permission denied \([\w,-]{1,100}\))\.?$/),
  byPattern(
    'systemd',
    /: Main process exited, code=exited, (?<message>status=(?!1\/)\d{1,3}\/[A-Z_]{2,30})/,
    true
  ),
  byPattern('systemd', /: (?<message>Failed at step \w+ spawning \S+: .+)/),
  byPattern(
    'kubernetes',
    /\bFailed to pull image .{1,400}: (?:unexpected status(?: code| from \w+ request to \S+)?: )(?<message>\d{3} [\w ]+)$/
  ),
  byPattern('kubernetes', /\bFailed to pull image "[^"]{1,300}": (?<message>.+)/),
  byPattern(
    'kubernetes',
    /\s(?:Warning)\s+(?:Failed|BackOff)\s.*\bError: (?<message>ErrImagePull|ImagePullBackOff|CrashLoopBackOff)$/,
    true
  ),
  byPattern(
    'kubernetes',
    /^\s*Warning\s+(?!BackOff|Failed\s|Unhealthy)[A-Z]\w{2,40}\s+\S+(?: \(x\d+ over \S+\))?\s+\S+\s+(?<message>\S.+)/
  ),
  byPattern('bundler', /^(?<message>An error occurred while installing [\w.-]{1,80}) \([\d.]+\)/),
  byPattern('eslint', /^ESLint (?<message>couldn't find .+)/),
  byPattern(
    'bundler',
    /^(?<message>Could not find \S{1,100}(?:, \S{1,100}){0,50} in locally installed gems)/
  )
]
