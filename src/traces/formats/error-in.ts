import { stripVTControlCharacters } from 'node:util'
import { errorSignatures, isVagueError } from '../../domain/error-signature.js'

const opening = 'Traceback (most recent call last)'
const errorLine = /^(?:[\w.]{1,120}(?:Error|Exception)|Error|ERROR|error)(?::.*|)$/m
const longest = 4000
/** Errors stand at the end of what a tool printed. */
const longestEnd = 60_000

/** A cheap look first: most outputs tell of no error. */
const mayTell =
  /error|exception|traceback|panic|fatal|fail|warn|not found|no such|denied|refused|undefined|cannot|can't|could not|unable|E\d{4}|TS\d{4}|✖|ERR|exit|\*\* \(/i

/**
 * The error that an output tells of: its last Python traceback, the line that has the form of an error, or
 * the end of the output where only that names what resolve_error would find in the whole. undefined where there is none.
 */
export function errorIn(output: string): string | undefined {
  const text = stripVTControlCharacters(output.slice(-longestEnd))
  if (!mayTell.test(text)) return undefined
  const [wanted] = errorSignatures(text)
  if (wanted === undefined || isVagueError(wanted)) return plainErrorIn(text)
  const at = text.lastIndexOf(opening)
  const shortest = [
    at < 0 ? undefined : traceback(text.slice(at)),
    errorLine.exec(text)?.[0].trim()
  ]
  const short = shortest.find(
    (one) => one !== undefined && errorSignatures(one)[0]?.id === wanted.id
  )
  return short?.slice(0, longest) ?? excerpt(text, wanted.example)
}

/** Where nothing has a name, what begins like an error is one all the same. */
function plainErrorIn(text: string): string | undefined {
  const at = text.lastIndexOf(opening)
  if (at >= 0) return traceback(text.slice(at))
  return errorLine.exec(text)?.[0].trim().slice(0, longest)
}

/** The output around the line that names the error, from some lines before it. */
function excerpt(text: string, example: string): string {
  const trimmed = text.trim()
  if (trimmed.length <= longest) return trimmed
  const at = Math.max(0, text.lastIndexOf(example.slice(0, 200)))
  const from = Math.max(0, Math.min(at - longest / 2, text.length - longest))
  return text.slice(from, from + longest).trim()
}

/** From its opening line to the exception, which is the first line that is not indented. */
function traceback(text: string): string {
  const lines = text.split('\n', 2000)
  const end = lines.findIndex((line, i) => i > 0 && /^\S/.test(line))
  const whole = lines
    .slice(0, end < 0 ? undefined : end + 1)
    .join('\n')
    .trim()
  if (whole.length <= longest) return whole
  const tail = whole.slice(-(longest - opening.length - 4))
  return `${opening}\n…\n${tail}`
}
