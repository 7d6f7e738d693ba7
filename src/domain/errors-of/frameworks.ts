import {
  byPattern,
  firstIn,
  saidBelow,
  type LineAt,
  type RecognisedError,
  type Recogniser
} from './error-line.js'

function flutter(at: LineAt): RecognisedError | undefined {
  if (
    !/^The following (?:assertion|\w+(?:Error|Exception)?) was thrown\b.{0,100}:$/.test(
      at.line.trim()
    )
  )
    return undefined
  return { type: 'Flutter', message: saidBelow(at, 3) }
}

/** Spring tells at length why the application did not start. */
function spring(at: LineAt): RecognisedError | undefined {
  if (!/^Description:\s*$/.test(at.line)) return undefined
  const said = saidBelow(at, 4)
  const bean =
    /\brequired (?:a bean of type|a bean named) '([\w.$]{1,300})' that could not be found/.exec(
      said
    )?.[1]
  if (bean !== undefined)
    return { type: 'Spring', message: `no bean '${bean.split('.').at(-1) ?? bean}'` }
  return said === '' ? undefined : { type: 'Spring', message: said }
}

/** Prisma shows the call first and what was wrong with it at the end; its command tells a code before it. */
function prisma({ line, below }: LineAt): RecognisedError | undefined {
  const told = /^Error: P\d{4}: (.+)/.exec(line)?.[1]
  if (told !== undefined) return { type: 'Prisma', message: told }
  if (!/^\s*Invalid `[\w.$]{1,200}\(\)` invocation(?: in|:)/.test(line)) return undefined
  const lines = below(20)
  const shown = lines.findIndex((one) => /^\s*→/.test(one))
  const message = lines
    .slice(shown + 1)
    .find((one) => /^[A-Z]/.test(one) && !/^(?:Please|Invalid `)/.test(one))
  return message === undefined ? undefined : { type: 'Prisma', message }
}

/** What Jest says of its own settings. */
function jestSettings(at: LineAt): RecognisedError | undefined {
  if (!/^\s*● (?:Validation|Configuration) Error:$/i.test(at.line)) return undefined
  return { type: 'jest', message: saidBelow(at, 4) }
}

/** Laravel names the exception above its message on the console, and in its log beside it. */
function laravel(at: LineAt): RecognisedError | undefined {
  const type = /^\s{2,}(?:\w+\\)+(\w+(?:Exception|Error))\s*$/.exec(at.line)?.[1]
  if (type !== undefined) {
    const message = saidBelow(at, 3)
    return message === '' ? undefined : { type, message }
  }
  const [, named, message] =
    /"exception":"\[object\] \((?:\w+\\{1,2})*(\w+)\(code: \w+\): (.{1,1000}?) at \//.exec(
      at.line
    ) ?? []
  return named === undefined || message === undefined ? undefined : { type: named, message }
}

/** An action of Playwright's took too long: its log says what it waited for. Its errors carry no type where nothing caught them. */
function playwright({ line, below }: LineAt): RecognisedError | undefined {
  const said =
    /^\s*(?:Error: |TimeoutError: )?((?:browser|browserContext|browserType|elementHandle|frame|locator|page)\.\w+: .+)/.exec(
      line
    )?.[1]
  if (said === undefined) return undefined
  const why = /\b[Tt]imeout\b/.test(said)
    ? firstIn(
        below(12),
        /\b(element is not (?:visible|enabled|stable|editable)|intercepts pointer events|element is outside of the viewport|element was detached)/
      )
    : undefined
  const message = said.replace(/^.{1,60}?: Test timeout/, (text) =>
    text.replace('Test timeout', 'Timeout')
  )
  return {
    type: 'Error',
    message: why === undefined ? message : `${message.replace(/\.$/, '')}: ${why}`
  }
}

/** Dart tells what nobody caught on the same line or the next. */
function unhandled(at: LineAt): RecognisedError | undefined {
  const said = /^(?:Unhandled|Uncaught) [Ee]xception:\s*(.*)$/.exec(at.line.trim())?.[1]
  if (said === undefined) return undefined
  const message = said === '' ? saidBelow(at, 2) : said
  const [, type, rest] = /^(\w*(?:Error|Exception)): (.+)/.exec(message) ?? []
  if (type !== undefined && rest !== undefined) return { type, message: rest }
  return message === '' ? undefined : { type: 'Unhandled exception', message }
}

/** Frameworks for applications, pages and tests, which frame what they say in ways of their own. */
export const frameworks: readonly Recogniser[] = [
  flutter,
  spring,
  prisma,
  jestSettings,
  laravel,
  playwright,
  unhandled,
  byPattern('vitest', /^ *MISSING DEPENDENCY +(?<message>.+)/),
  byPattern(
    'React Native',
    /\bTurboModuleRegistry\.getEnforcing\(\.\.\.\): (?<message>'\w{1,100}' could not be found)/
  )
]
