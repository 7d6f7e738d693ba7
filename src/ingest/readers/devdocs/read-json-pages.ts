import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CairnError } from '../../../errors.js'
import { badSource } from '../bad-source.js'

export interface JsonPage {
  readonly path: string
  readonly body: string
}

export interface JsonLimits {
  /** Bytes of one page's body, as UTF-8, above which the file is refused. */
  readonly maxPageBytes: number
  readonly signal?: AbortSignal | undefined
}

/** One character may be written in six bytes (\u0041). */
const widestEscape = 6
const longestPath = 4096

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openBrace = 0x7b
const closeBrace = 0x7d

/**
 * Streams a JSON file that is one object of strings, page by page, gunzipped if its name ends in .gz.
 * Memory is bounded by the longest page. @throws CairnError BAD_SOURCE, TOO_LARGE, CANCELLED
 */
export async function* readJsonPages(file: string, limits: JsonLimits): AsyncGenerator<JsonPage> {
  const source = createReadStream(file, { highWaterMark: 262_144 })
  const stream = file.endsWith('.gz') ? source.pipe(createGunzip({ chunkSize: 262_144 })) : source
  source.on('error', (error) => stream.destroy(error))
  const scan = createScanner(file, limits)
  try {
    for await (const chunk of stream) {
      if (limits.signal?.aborted === true) throw cancelled(file)
      yield* scan.take(chunk as Buffer)
    }
    scan.finish()
  } catch (error) {
    throw readable(error, file)
  } finally {
    source.destroy()
    stream.destroy()
  }
}

function cancelled(file: string): CairnError {
  return new CairnError('CANCELLED', `Reading ${file} was cancelled.`)
}

function readable(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'Z_BUF_ERROR')
    return badSource(file, 'ends in the middle: the download was cut short', 'Fetch it again')
  if (code.startsWith('Z_')) return badSource(file, 'is not a whole gzip file', 'Fetch it again')
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    return badSource(file, `cannot be read (${code})`, 'Check the path and its permissions')
  }
  return error
}

type State = 'start' | 'first key' | 'key' | 'colon' | 'value' | 'comma' | 'end'

function createScanner(file: string, limits: JsonLimits) {
  let state: State = 'start'
  let path = ''
  /** What of an unfinished string came in earlier chunks. */
  let held: Buffer[] = []
  let heldBytes = 0
  let inString = false
  let escaped = false

  const page = () => (path === '' ? '' : ` at page '${path}'`)
  const wrong = (what: string) =>
    badSource(file, `is not a JSON object of HTML pages: ${what}${page()}`, 'Fetch it again')

  function readString(bytes: Buffer): string {
    if (!isUtf8(bytes)) throw wrong('text that is not UTF-8')
    try {
      return JSON.parse(bytes.toString('utf8')) as string
    } catch {
      throw wrong('a string with an invalid escape or control character')
    }
  }

  function hold(bytes: Buffer): void {
    heldBytes += bytes.length
    const limit =
      state === 'value' ? limits.maxPageBytes * widestEscape + 2 : longestPath * widestEscape
    if (heldBytes > limit)
      throw state === 'value'
        ? tooLarge(file, path, limits)
        : wrong('a path longer than 4096 bytes')
    held.push(bytes)
  }

  /** Where the string ends that `chunk` continues at `from`; -1 if not in this chunk. */
  function endOfString(chunk: Buffer, from: number): number {
    let at = from
    if (escaped) {
      escaped = false
      at++
    }
    for (;;) {
      const end = chunk.indexOf(quote, at)
      const stop = end === -1 ? chunk.length : end
      let slashes = 0
      while (stop - slashes > at && chunk[stop - slashes - 1] === backslash) slashes++
      if (end === -1) {
        escaped = slashes % 2 === 1
        return -1
      }
      if (slashes % 2 === 0) return end
      at = end + 1
    }
  }

  function takeString(text: string): JsonPage | undefined {
    if (state === 'value') {
      state = 'comma'
      const size = Buffer.byteLength(text)
      if (size > limits.maxPageBytes) throw tooLarge(file, path, limits)
      return { path, body: text }
    }
    path = text
    state = 'colon'
    return undefined
  }

  function takeMark(byte: number): void {
    const next = marks[state]?.get(byte)
    if (next === undefined) throw wrong(`${shown(byte)} where ${expected[state]} was expected`)
    state = next
  }

  function* take(chunk: Buffer): Generator<JsonPage> {
    let at = 0
    while (at < chunk.length) {
      if (inString) {
        const end = endOfString(chunk, at)
        hold(chunk.subarray(at, end === -1 ? chunk.length : end + 1))
        if (end === -1) return
        const text = readString(held.length === 1 && held[0] ? held[0] : Buffer.concat(held))
        inString = false
        at = end + 1
        const found = takeString(text)
        if (found !== undefined) yield found
        continue
      }
      const byte = chunk[at] ?? 0
      if (byte === quote && takesString.has(state)) {
        inString = true
        held = [chunk.subarray(at, at + 1)]
        heldBytes = 1
      } else if (!isSpace(byte)) takeMark(byte)
      at++
    }
  }

  function finish(): void {
    if (state === 'end') return
    throw badSource(
      file,
      `ends in the middle${page()}`,
      'The download was cut short; fetch it again'
    )
  }

  return { take, finish }
}

const takesString: ReadonlySet<State> = new Set<State>(['first key', 'key', 'value'])

const marks: Partial<Record<State, ReadonlyMap<number, State>>> = {
  start: new Map([[openBrace, 'first key']]),
  'first key': new Map([[closeBrace, 'end']]),
  colon: new Map([[colon, 'value']]),
  comma: new Map([
    [comma, 'key'],
    [closeBrace, 'end']
  ])
}

const expected: Readonly<Record<State, string>> = {
  start: '{',
  'first key': 'the path of a page',
  key: 'the path of a page',
  colon: ':',
  value: 'a string of HTML',
  comma: ', or }',
  end: 'the end of the file'
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function shown(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? `'${String.fromCharCode(byte)}'` : `byte ${String(byte)}`
}

function tooLarge(file: string, path: string, limits: JsonLimits): CairnError {
  const limit = String(limits.maxPageBytes)
  return new CairnError(
    'TOO_LARGE',
    `${file}: page '${path}' is larger than ${limit} bytes, the most that is read of one page; raise the limit or take the page out.`,
    { details: { file, page: path, limit: limits.maxPageBytes } }
  )
}
