import { buildTools } from './build-tools.js'
import {
  byPattern,
  endedOnly,
  type LineAt,
  type RecognisedError,
  type Recogniser
} from './error-line.js'
import { frameworks } from './frameworks.js'
import { operationsTools } from './operations-tools.js'
import { runtimes } from './runtimes.js'
import { servers } from './servers.js'
import { shells, systemTools } from './system-tools.js'

export type { LineAt, RecognisedError } from './error-line.js'

/** Python, JavaScript, Java, C#: a type, perhaps a code in brackets, and after a colon the message. */
const typed =
  /(?:^|[\s([])(?<!\b(?:raise|except|throw|new|throws|return|class|import)\s)((?:[A-Za-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Warning|Interrupt|Exit|Iteration|ExceptionGroup|Fault)|[a-z_]\w*\.(?:Error|Exception))(?:\s*\[([^\]]*)\])?(?:\s?:\s+(.*)|\s*$)/

/** JavaScript's plain Error, which prose names too, therefore only where a line begins with it. */
const plainError =
  /^\s*\[?(?:\S*\s?Uncaught (?:\(in promise\) )?)?(Error)(?:\s*\[([A-Z][A-Z0-9_]+)\])?:\s+(?!\(none\)$)(.+)/

/** A code in capitals makes it an error wherever in a line it stands: `cannot connect: Error: ER_ACCESS_DENIED_ERROR: …`. */
const codedError = /(?:^|\s)(Error)():\s+(E[A-Z_]{3,60}: .+)/

/** What a Python traceback ends with when the type has no usual ending: `socket.timeout: timed out`. */
const lastOfTraceback = /^((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?::\s+(.*))?$/

/** The same class under the names that versions of its library gave it. */
const renamed: readonly (readonly [RegExp, string])[] = [
  [/^ReactServerComponentsError$/, 'Error'],
  [/^torch\.cuda\.OutOfMemoryError$/, 'torch.OutOfMemoryError'],
  [
    /^(?:pydantic_core\._pydantic_core|pydantic\.error_wrappers|pydantic)\.ValidationError$/,
    'pydantic.ValidationError'
  ],
  [/^(?:urllib3\.exceptions|requests\.packages\.urllib3\.exceptions)\./, 'urllib3.']
]

function languageError(at: LineAt): RecognisedError | undefined {
  // What Terraform quotes of others below its own error.
  if (/^[│|]?\s*Error message: /.test(at.line)) return undefined
  // An ExceptionGroup draws a margin, pytest marks its lines with E.
  const text = at.line.replace(/^\s*(?:[|+]\s?[-+\d\s|]*|E\s{2,})(?=[A-Za-z])/, '')
  return messageBelow(text, at) ?? onOneLine(text, at) ?? atTheEnd(text, at)
}

function onOneLine(text: string, at: LineAt): RecognisedError | undefined {
  const match =
    typed.exec(text) ?? plainError.exec(text) ?? (/^npm /.test(text) ? null : codedError.exec(text))
  if (match?.[1] === undefined) return undefined
  return withDetails(withCode(match[1], match[2], wholeMessage(match[3], at)), at, text)
}

function atTheEnd(text: string, { endsTraceback }: LineAt): RecognisedError | undefined {
  const last = endsTraceback ? lastOfTraceback.exec(text) : null
  return last?.[1] === undefined ? undefined : { type: last[1], message: last[2] ?? '' }
}

/** What follows a message without being a part of it. */
const startsAnew =
  /^(?:at|exit|exited|npm|gyp|yarn|pnpm|error|from|goroutine|created|note|info|make|caused|thrown|raised|during|see|run) /

/** A sentence that goes on in the next line, as Node's about modules that were built for another version. */
function wholeMessage(
  message: string | undefined,
  { next, afterNext }: LineAt
): string | undefined {
  const goesOn = (before: string, line: string) =>
    /[\w'",]$/.test(before) && /^[a-z]{2,} (?!at\b|in\b)\w/.test(line) && !startsAnew.test(line)
  if (message === undefined || !goesOn(message, next)) return message
  return goesOn(next, afterNext) ? `${message} ${next} ${afterNext}` : `${message} ${next}`
}

/** `AssertionError:` and nothing else: NumPy and others begin their message on a new line. */
function messageBelow(text: string, { next, afterNext }: LineAt): RecognisedError | undefined {
  const type = /^((?:[A-Za-z_]\w*\.)*(?:[A-Z]\w*)?(?:Error|Exception|Warning)):\s*$/.exec(text)?.[1]
  if (type === undefined) return undefined
  const message = [next, afterNext]
    .map((line) => line.replace(/^\s*[x×] /, '').trim())
    .find((line) => line !== '')
  return { type: presentName(type), message: message ?? '' }
}

function presentName(type: string): string {
  for (const [former, now] of renamed) if (former.test(type)) return type.replace(former, now)
  return type
}

/** Node's own codes tell causes apart; other words in brackets do not. */
function withCode(type: string, code = '', message = ''): RecognisedError {
  const kept = /^(?:ERR_[A-Z0-9_]+|E[A-Z0-9]+)$/.test(code)
  const name = presentName(type)
  return {
    type: kept ? `${name} [${code}]` : name,
    message: message.trim().replace(/\](?: \{)?$/, '')
  }
}

const mostBelow = 60

/** Some libraries say below their message what it is about. */
function withDetails(found: RecognisedError, at: LineAt, text: string): RecognisedError {
  if (/\bloading state_dict for \w+:$/.test(found.message)) return stateDict(found, at)
  return pydantic(found, at, text)
}

/** PyTorch: keys that are missing or too many, and sizes that differ, have different causes. */
function stateDict(found: RecognisedError, at: LineAt): RecognisedError {
  const kinds = at
    .below(12)
    .flatMap((line) => /^\s*(Missing key|Unexpected key|size mismatch)/.exec(line)?.[1] ?? [])
  const message = `Error in loading state_dict: ${[...new Set(kinds)].sort().join(', ')}`
  return kinds.length === 0 ? found : { ...found, message }
}

/** pydantic counts what is wrong first; what it is stands below, `Field required [type=missing, …]`. */
function pydantic(found: RecognisedError, at: LineAt, text: string): RecognisedError {
  if (!/^\d+ validation errors? for /.test(found.message)) return found
  const kinds = at
    .below(mostBelow)
    .flatMap((line) => /\[type=(\w+)[,\]]|\(type=([\w.]+)/.exec(line)?.slice(1).find(Boolean) ?? [])
  if (kinds.length > 0)
    return { type: 'pydantic.ValidationError', message: [...new Set(kinds)].sort().join(', ') }
  return /^FAILED /.test(text)
    ? { ...found, vague: true }
    : { ...found, message: found.message.replace(/ for .*/, '') }
}

function rustPanic({ line, next }: LineAt): RecognisedError | undefined {
  const match = /^thread '[^']*' (?:\(\d+\) )?panicked at (?:'(.*)', )?\S+:\d+:\d+(:?)$/.exec(
    line.trim()
  )
  return match === null ? undefined : { type: 'panic', message: match[1] ?? next.trim() }
}

const recognisers: readonly Recogniser[] = [
  ...servers,
  ...runtimes,
  ...frameworks,
  ...operationsTools,
  ...systemTools,
  ...buildTools,
  rustPanic,
  byPattern('panic', /^panic: (?<message>.+?)(?: \[recovered\].*)?$/),
  byPattern('fatal error', /^fatal error: (?<message>.+)/),
  languageError,
  ...shells,
  byPattern('Node', /^\s*code: '(?<message>[A-Z][A-Z0-9_]{2,40})'/, true),
  byPattern('go test', /^--- FAIL: (?<message>\S+)/, true),
  byPattern('pytest', /^=* ?\d+ (?<message>failed|errors?)\b.{0,200} in [\d.]+s/, true),
  byPattern(
    'exit',
    /\b(?:exit(?:ed)?(?: with)? (?:code|status):? ?|returned non-zero exit status )(?<message>[1-9]\d{0,2})\b/i,
    true
  )
]

/** A cheap look first: a word that one of the recognisers asks for. Most lines of a log have none. */
const mayTell =
  /err|^e: |conflict is caused|exception|warning|interrupt|exit|iteration|fault|fatal|fail|panic|not found|cannot|can't|could not|couldn't|resol|undef|undeclared|\.go:|no such|denied|refused|directory|expect\(|\*\* ?\(|vite|YN\d|conflict|rejected|reference|definition|symbols|recogni[sz]ed|went wrong|no matching|code: '|required module|\*\*\* |satisf|-l\w|notice|deprecated|\bexc\.|missing script|wheel|unable to|is invalid|is not exported|would be overwritten|already allocated|already in use|import cycle|requires |^description:\s*$|was thrown|invocation|FailedScheduling|validation err|"errors"\s*:|core dumped|unbound|not set|unhandled|reason: |aborted|killed|sanitizer|^Msg \d|sql server|[A-Z]{2,6}-?\d{3,6}[A-Z]?: |level"?[=:]|no solution|curl: \(|your ruby|\.pyi?:\d+:\d+: [A-Z]/i

/** What a message announces with a colon at its end stands below; what a service hands on as data holds the service's sentence. */
function inFull(message: string, { below }: LineAt): string {
  const handedOn =
    /\{['"](?:error['"]: ?\{['"])?message['"]: ?(?:"([^"]{3,400})|'([^']{3,400}))/.exec(message)
  if (handedOn !== null) return handedOn[1] ?? handedOn[2] ?? message
  if (!/[\w)'"`]:$/.test(message) || /\d+ \w+:$/.test(message)) return message
  const said = below(3).map((line) => line.replace(/^[\s*•>│-]+/, '').trim())
  return `${message} ${said.find((line) => line !== '' && !/^(?:with|on) \S+(?:,$| line \d)/.test(line)) ?? ''}`.trim()
}

/** The first recogniser's reading of a line; the recognisers stand surest first. Types alone and cut messages are vague. */
export function recogniseError(at: LineAt): RecognisedError | undefined {
  if (!at.endsTraceback && !mayTell.test(at.line)) return undefined
  for (const recognise of recognisers) {
    const read = recognise(at)
    if (read === undefined) continue
    const found = { ...read, message: inFull(read.message, at) }
    const isShort =
      found.message === '' ||
      endedOnly.test(found.message) ||
      /^(?:\.\.\.|…)$/.test(found.message) ||
      (/^(?:FAILED|ERROR) \S/.test(at.line) && /(?:\.\.\.|…)$/.test(found.message))
    return isShort ? { ...found, vague: true } : found
  }
  return undefined
}
