import { withoutPrefixes } from '../without-prefixes.js'
import { logHeads } from './log-heads.js'

const prefixes: readonly RegExp[] = [
  // BuildKit numbers its steps and times their lines.
  /^#\d{1,4} (?:\d{1,6}\.\d{1,3} )?(?=\S)/,
  // The margin by which Terraform and Docker Compose frame what they say.
  /^[│╷╵┃] ?/,
  // Compose and its like put the service's name before each line.
  /^[\w.-]{1,60}-\d{1,3} {1,20}\| /,
  // PostgreSQL's log: the time, its zone, the process.
  /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? [A-Z]{2,5} \[\d+\](?: \S{1,100})? (?=[A-Z]+: )/,
  // nginx tells what PHP wrote.
  /^.{0,300}"PHP message: (?=PHP )/,
  // Syslog: the time, the host, the program with its number.
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,100} (?=\(?[\w.@/-]{1,60}\)?\[\d+\]: )/,
  // Flutter and Android name the part that speaks, and its process.
  /^[VDIWEF]\/[\w.-]{1,40}\s?\(\s*\d+\): ?/,
  // What runs several programs writes which of them speaks.
  /^\[(?:\d{1,2}|(?!vite|plugin|err|warn|fatal|info|debug|notice)[a-z][\w-]{0,30})\] (?=\S)/,
  // Node's own warning about what was rejected and not caught.
  /^\(node:\d+\) (?:UnhandledPromiseRejection)?Warning: (?=(?:[A-Z]\w*)?Error\b)/,
  // PHP's log.
  /^\[\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d [\w/+-]{1,40}\] (?=\S)/,
  // Times of logs: ISO, a clock alone, each perhaps in brackets.
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?\s+(?=\S)/,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?\s+(?=\S)/,
  ...logHeads
]

/** A service, its time and a frame: tools write into each other's logs. */
const mostPrefixes = 5

/** A line without what a tool's log writes before it; indentation stays. */
export function cleanLine(line: string): string {
  return withoutPrefixes(line, prefixes, mostPrefixes)
}
