import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { badInput } from '../../errors.js'
import { uploadedFile } from './address.js'

/** For how long an upload is kept, in milliseconds: a job that failed can be started again. */
const keptFor = 7 * 24 * 3_600_000

/** Keeps an archive that was sent until it is taken in. @returns the source that it is @throws CairnError BAD_INPUT */
export async function keepUpload(home: string, name: string, bytes: Uint8Array): Promise<string> {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  const source = `upload:${id}/${name.trim()}`
  if (uploadedFile(source) === null)
    throw badInput('name', name, 'the name of a file, at most 120 characters')
  if (bytes.length === 0) throw badInput('body', '', 'the bytes of an archive')
  const folder = join(home, 'uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeOld(folder)
  await writeFile(join(folder, id), bytes, { mode: 0o600 })
  return source
}

async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    const { mtimeMs } = await stat(file)
    if (Date.now() - mtimeMs > keptFor) await rm(file, { force: true })
  }
}
