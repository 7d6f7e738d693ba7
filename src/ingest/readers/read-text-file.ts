import { isUtf8 } from 'node:buffer'
import { readFile, stat } from 'node:fs/promises'
import { CairnError } from '../../errors.js'
import { badSource } from './bad-source.js'
import { isBinary } from './is-binary.js'

/** The text of a file. @throws CairnError BAD_SOURCE if it is none, TOO_LARGE */
export async function readTextFile(file: string, maxBytes: number): Promise<string> {
  const bytes = await readBytes(file, maxBytes)
  if (!isUtf8(bytes)) throw badSource(file, 'is not UTF-8 text', 'Convert it, or take it out')
  const text = bytes.toString('utf8').replace(/^\ufeff/, '')
  if (isBinary(text)) throw badSource(file, 'holds binary data instead of text', 'Take it out')
  return text
}

async function readBytes(file: string, maxBytes: number): Promise<Buffer> {
  try {
    if ((await stat(file)).size > maxBytes) throw tooLarge(file, maxBytes)
    return await readFile(file)
  } catch (error) {
    if (error instanceof CairnError) throw error
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
    throw badSource(file, `cannot be read (${code})`, 'Check the path and its permissions')
  }
}

function tooLarge(file: string, limit: number): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${file} is larger than ${String(limit)} bytes, the most that is read of one page; split it or raise the limit.`,
    { details: { file, limit } }
  )
}
