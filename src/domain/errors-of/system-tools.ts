import {
  byPattern,
  firstIn,
  saidBelow,
  unescaped,
  type LineAt,
  type RecognisedError,
  type Recogniser
} from './error-line.js'

/** The command identifies the error: `jq` is not `docker`. */
function commandNotFound({ line }: LineAt): RecognisedError | undefined {
  const text = line.trim()
  const name =
    /^(?:\S{1,60}: )?(?:line \d+: |\d+: )?(\S{1,80}): (?:command )?not found$/.exec(text)?.[1] ??
    /^\S{1,40}: command not found: (\S{1,80})/.exec(text)?.[1] ??
    /^'?([\w.-]{1,80})'? is not recognized as (?:an internal or external command|the name of a cmdlet)/.exec(
      text
    )?.[1] ??
    /\bThe term '(\S{1,80})' is not recognized as (?:the|a) name of a cmdlet/.exec(text)?.[1]
  return name === undefined ? undefined : { type: 'shell', message: `command not found: '${name}'` }
}

/** A field of GraphQL's answer that names its first error, on one line or over several. */
function graphql({ line, below }: LineAt): RecognisedError | undefined {
  const said = /^\s*"errors"\s*:\s*\[\s*$/.test(line)
    ? firstIn(below(25), /^\s*"message"\s*:\s*"((?:[^"\\]|\\.){1,2000})"/)
    : /"errors"\s*:\s*\[\s*\{[^{}[\]]{0,200}?"message"\s*:\s*"((?:[^"\\]|\\.){1,2000})"/.exec(
        line
      )?.[1]
  return said === undefined ? undefined : { type: 'GraphQLError', message: unescaped(said) }
}

const rubyForms: readonly RegExp[] = [
  // `file.rb:46:in 'total': undefined method '[]' for nil (NoMethodError)`
  /^\S{1,400}:\d+:in [`'].{1,300}?': (?<message>.{1,2000}) \((?<type>(?:\w+::)*[A-Z]\w*)\)$/,
  /^(?<message>[a-z].{1,500}) \((?<type>(?:\w+::)*[A-Z]\w*Error)\)$/,
  // `NoMethodError (undefined method 'x' for nil):`, as Rails logs it
  /^\s*(?<type>(?:[A-Z]\w*::)*[A-Z]\w*(?:Error|NotFound|Invalid|Exception)|(?:[A-Z]\w*::)+[A-Z]\w*) \((?<message>.{1,1000})\):$/
]

function ruby({ line }: LineAt): RecognisedError | undefined {
  const { message, type } =
    rubyForms.map((form) => form.exec(line)?.groups).find((groups) => groups !== undefined) ?? {}
  if (message === undefined || type === undefined) return undefined
  return {
    type: type === 'Bundler::GemNotFound' ? 'bundler' : type,
    message: message.replace('nil:NilClass', 'nil')
  }
}

function elixir({ line }: LineAt): RecognisedError | undefined {
  const [, type, message] = /^\s*\*\* \(([A-Za-z][\w.]{0,100})\) (.+)/.exec(line) ?? []
  if (type === undefined || message === undefined) return undefined
  return {
    type,
    message,
    ...(type === 'EXIT' || /exited in: /.test(message) ? { vague: true } : {})
  }
}

/** R tells the call first, and on the same line or the next what went wrong in it. */
function r(at: LineAt): RecognisedError | undefined {
  const [head, said = ''] =
    /^Error(?: in .{1,300}?)?(?: \(from [^)]{1,200}\))? ?:(?: (.+))?$/.exec(at.line) ?? []
  if (head === undefined || (!head.startsWith('Error in ') && !/^\s*! /.test(at.next)))
    return undefined
  const message = said.trim() === '' ? saidBelow(at, 2) : said
  return message === '' ? undefined : { type: 'R', message: message.replace(/^! /, '') }
}

/** Databases, clusters, version control, shells, and languages that print errors in a form of their own. */
export const systemTools: readonly Recogniser[] = [
  graphql,
  ruby,
  elixir,
  byPattern(
    'PHP',
    /^(?:PHP )?(?:Fatal|Parse|Recoverable fatal) error:\s+Uncaught (?<type>[\w\\]+): (?<message>.+?)(?: in \S+?(?::\d+| on line \d+))?$/
  ),
  byPattern('PHP', /^(?:PHP )?(?:Fatal error|Parse error):\s+(?<message>.+?) in \S+ on line \d+/),
  byPattern(
    'PHP Warning',
    /^(?:PHP )?(?:Warning|Notice|Deprecated):\s+(?<message>.+?) in \S+ on line \d+/
  ),
  byPattern(
    'Swift',
    /(?:^|[\]:] )Fatal error: (?<message>(?!.* on line \d).+?)(?:: file \S+, line \d+)?$/
  ),
  byPattern('kubernetes', /^Error from server(?: \(\w+\))?: (?<message>.+)/),
  byPattern(
    'kubernetes',
    /^(?:error: )?(?<message>Unable to connect to the server: .+|The connection to the server \S+ was refused|You must be logged in to the server.*|unable to recognize .+|error validating .+?(?=; if you choose|$)|The \w+ "[^"]{1,200}" is invalid: .+)/i
  ),
  byPattern('git', /^fatal: (?<message>.+)/),
  byPattern(
    'git',
    /^error: (?<message>(?:Your local changes to the following files|The following untracked working tree files) would be overwritten by \w+|pathspec .+ did not match .+|src refspec .+ does not match any|could not apply \b|cannot (?:pull|rebase)\b.*|remote \S+ already exists)/
  ),
  byPattern('git', /^(?<message>CONFLICT \([\w/ -]+\)): /),
  byPattern(
    'MySQL',
    /^ERROR \d{4} \([0-9A-Z]{5}\)(?: at line \d+)?(?: in file: '[^']{1,300}')?: (?<message>.+)/
  ),
  byPattern('SQL', /^psql: (?:error: )?(?:.{1,300}: )?(?:FATAL|error): {1,2}(?<message>.+)/),
  byPattern(
    'SQL',
    /^(?:error|FATAL|ERROR): {1,3}(?<message>no pg_hba\.conf entry .+|password authentication failed .+|(?:role|database) "[^"]{1,100}" does not exist|remaining connection slots .+|sorry, too many clients .+)/
  ),
  byPattern(
    'bundler',
    /^\s*(?:Bundler Output: )?(?<message>Your bundle only supports platforms) \[/
  ),
  byPattern('bundler', /^(?<message>Your Ruby version is \S+, but your Gemfile specified)/),
  byPattern('Rails', /(?:^|[\s(])(?<message>Migrations are pending)\./),
  r,
  byPattern('ruff', /^\S{1,300}\.pyi?:\d+:\d+: (?<message>[A-Z]{1,4}\d{2,4}) (?:\[\*\] )?\S/),
  byPattern('bundler', /^(?<message>Could not find gem '[^']{1,200}') in /),
  byPattern(
    'composer',
    /\brequires (?<message>ext-[\w-]{1,60}) .{0,40}is missing from your system/
  ),
  byPattern(
    'composer',
    /^\s*- Root composer\.json requires (?<message>[\w.-]+\/[\w.-]+ .{1,200}?), (?:found|it could)/
  ),
  byPattern(
    'SQL',
    /^(?:psql:\S{1,300} )?ERROR:\s{1,3}(?<message>(?:relation|column|table|syntax error|permission denied|duplicate key|null value|function|type|schema|database|role|operator|invalid input|insert or update|update or delete|value too long|could not|deadlock)\b.+)/
  ),
  byPattern(
    'Error',
    /^Error: (?:in prepare, |near line \d+: |stepping, )(?<message>.+?)(?: \(\d+\))?$/
  ),
  // Modules whose errors have no usual ending: psycopg2.errors.UndefinedTable.
  byPattern(
    'Python',
    /^(?<type>(?:[a-z_]\w*\.){1,8}(?:errors|exceptions|exc|errorfactory)\.[A-Z]\w*)(?::\s+(?<message>.*)|\s*$)/
  )
]

/** A variable of a script's that nobody set. */
function unbound({ line }: LineAt): RecognisedError | undefined {
  const name =
    /(?:^|: )([A-Za-z_]\w{0,80}): (?:unbound variable|parameter (?:null or )?not set)$/.exec(
      line.trim()
    )?.[1]
  return name === undefined ? undefined : { type: 'shell', message: `'${name}' unbound variable` }
}

export const shells: readonly Recogniser[] = [
  commandNotFound,
  unbound,
  byPattern('shell', /: (?<message>\S{1,100}: bad interpreter): /),
  byPattern(
    'shell',
    /^(?:\S{1,60}: ){1,4}(?:cannot \w+ .{1,200}: )?(?<message>No such file or directory|Permission denied|Is a directory|Not a directory|Connection refused)$/
  ),
  byPattern(
    'Rust',
    /^error: (?<message>(?!.*(?:aborting due to|ExitCode\(|external filter |could not compile|failed to push some refs|compilation failed|fatalError|Recipe ))(?!\s*$).+)/
  ),
  byPattern('git', /^ ?! \[(?:remote )?rejected\]\s+.*\((?<message>[\w -]+)\)$/),
  byPattern('git', /^error: (?<message>failed to push some refs) to/, true),
  // How a runner ended says nothing of why.
  byPattern(
    'failure',
    /^ERROR:? {1,2}(?<message>(?!\[|usage: |collecting |\S+\.py(?:::\S+)?$|(?:Job|Process|Step|Command|Build|Task)\b.{0,60}\bexit(?:ed)?\b.{0,20}\d)\S.{3,})/
  )
]
