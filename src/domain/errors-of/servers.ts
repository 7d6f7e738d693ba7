import {
  byPattern,
  unescaped,
  type LineAt,
  type RecognisedError,
  type Recogniser
} from './error-line.js'

/** MySQL's number and sentence as Python's clients hand them on: `(1045, "Access denied for …")`. */
function mysqlThroughPython({ line }: LineAt): RecognisedError | undefined {
  const [, double, single] =
    /(?:Operational|Programming|Integrity|Internal|Data)Error\)?:? \([12]\d{3}, (?:"((?:[^"\\]|\\.){1,1000})"|'((?:[^'\\]|\\.){1,1000})')\)/.exec(
      line
    ) ?? []
  const message = double ?? single
  return message === undefined ? undefined : { type: 'MySQL', message: unescaped(message) }
}

/** What a server says is the same error whichever client hands it on. */
export const servers: readonly Recogniser[] = [
  mysqlThroughPython,
  byPattern(
    'SQL',
    /\bconnection to server (?:at|on) .{1,300} failed: (?:FATAL|ERROR): {1,2}(?<message>.+)/
  ),
  byPattern(
    'Redis',
    /(?:^|[\s)'"])(?<message>(?:MISCONF|WRONGTYPE|NOAUTH|WRONGPASS|NOPERM|OOM|READONLY|LOADING|CROSSSLOT|CLUSTERDOWN|BUSY|BUSYGROUP|NOSCRIPT|NOREPLICAS|MASTERDOWN|EXECABORT|UNKILLABLE) [A-Z].{5,})/
  ),
  byPattern(
    'SQLite',
    /(?:OperationalError|SQLITE_\w+|SqliteError|SQLiteException)\)?\W{1,4}(?:\w+\W{1,4})?(?<message>database (?:table )?is locked|attempt to write a readonly database|database disk image is malformed|disk I\/O error)/
  ),
  byPattern(
    'Kafka',
    /\bConnection to node -?\d+ \(\S{1,200}\) (?<message>could not be established)/
  ),
  byPattern('V8', /^FATAL ERROR: .*?(?<message>JavaScript heap out of memory)/),
  byPattern(
    'kubernetes',
    /^\s*Reason:\s+(?<message>OOMKilled|ContainerCannotRun|DeadlineExceeded|Evicted)$/
  ),
  byPattern(
    'kubernetes',
    /\bUnhealthy\s.*?\b(?<message>(?:Readiness|Liveness|Startup) probe failed: .+)/
  ),
  byPattern(
    'kubernetes',
    /\b(?<message>no matches for kind "[\w.]{1,100}") in version "[\w./-]{1,100}"/
  )
]
