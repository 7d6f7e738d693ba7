import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { CairnError } from '../../../errors.js'
import { badSource } from '../bad-source.js'
import { createJsonTokens } from './json-tokens.js'
import type { JsonToken } from './json-tokens.js'

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

/** Follows the grammar of one object of strings. */
function createScanner(file: string, limits: JsonLimits) {
  let state: State = 'start'
  let path = ''
  const at = () => (path === '' ? '' : ` at page '${path}'`)
  const wrong = (what: string) =>
    badSource(file, `is not a JSON object of HTML pages: ${what}${at()}`, 'Fetch it again')
  const tokens = createJsonTokens({
    mostBytes: () =>
      state === 'value' ? limits.maxPageBytes * widestEscape + 2 : longestPath * widestEscape,
    tooLong: () =>
      state === 'value' ? tooLarge(file, path, limits) : wrong('a path longer than 4096 bytes'),
    wrong
  })

  function takeText(text: string): JsonPage | undefined {
    if (state === 'first key' || state === 'key') {
      path = text
      state = 'colon'
      return undefined
    }
    if (state !== 'value') throw wrong(`text where ${expected[state]} was expected`)
    if (Buffer.byteLength(text) > limits.maxPageBytes) throw tooLarge(file, path, limits)
    state = 'comma'
    return { path, body: text }
  }

  function takeMark(byte: number): void {
    const next = marks[state]?.get(byte)
    if (next === undefined) throw wrong(`${shown(byte)} where ${expected[state]} was expected`)
    state = next
  }

  function take(token: JsonToken): JsonPage | undefined {
    if (typeof token === 'string') return takeText(token)
    takeMark(token)
    return undefined
  }

  return {
    *take(chunk: Buffer): Generator<JsonPage> {
      for (const token of tokens.take(chunk)) {
        const page = take(token)
        if (page !== undefined) yield page
      }
    },
    finish(): void {
      if (state === 'end') return
      throw badSource(
        file,
        `ends in the middle${at()}`,
        'The download was cut short; fetch it again'
      )
    }
  }
}

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
