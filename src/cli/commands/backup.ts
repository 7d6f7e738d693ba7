import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { backupLines, readHeader, readingFailure, type BackupHeader } from '../../cairn.js'
import { badInput, CairnError, failures, type FailureCode } from '../../errors.js'
import { ensureServer } from '../background.js'
import { headersOf } from '../client.js'
import { createProgress, type Progress } from '../progress.js'
import type { CommandContext } from '../run.js'

/**
 * Copies the whole graph to a file, online. The file appears under its name when it is whole and
 * its checksum was compared; before, and where it is broken off, there is none.
 */
export async function backup(
  context: CommandContext,
  file: string,
  { replace = false }: { replace?: boolean }
): Promise<void> {
  const { config, terminal } = context
  const path = resolve(file)
  if (existsSync(path) && !replace)
    throw badInput('FILE', file, 'a name that is not taken, or --replace')
  const server = await ensureServer(config, (step) => {
    terminal.note(`  ${step} …`)
  })
  const abort = new AbortController()
  process.once('SIGINT', () => {
    abort.abort()
  })
  const part = join(dirname(path), `.${randomBytes(6).toString('hex')}.cairn-part`)
  const out = await openPart(part, file)
  const progress = createProgress(terminal, 'nodes and edges')
  try {
    const response = await ask(server.url, headersOf(config), abort.signal)
    const { header, bytes } = await receive(response, out, progress)
    await out.sync()
    await rename(part, path)
    progress.stop()
    const heldMs = Number(response.headers.get('cairn-held-ms'))
    const held = (heldMs / 1000).toLocaleString('en', { maximumFractionDigits: 1 })
    const size = (bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })
    terminal.answer(
      `${file} holds ${header.nodes.toLocaleString('en')} nodes and ${header.edges.toLocaleString('en')} edges in ${size} MB; writing waited ${held} s.`,
      { file: path, bytes, heldMs, ...header }
    )
  } catch (error) {
    throw abort.signal.aborted
      ? new CairnError('CANCELLED', 'The backup was stopped; no file was written.')
      : error
  } finally {
    progress.stop()
    await out.close()
    await rm(part, { force: true })
  }
}

async function openPart(part: string, file: string): Promise<FileHandle> {
  try {
    return await open(part, 'wx', 0o600)
  } catch {
    throw badInput('FILE', file, 'a file in a folder that is there and may be written to')
  }
}

async function ask(
  url: string,
  headers: Record<string, string>,
  signal: AbortSignal
): Promise<Response> {
  const response = await fetch(`${url}/operate/backup`, { method: 'POST', headers, signal }).catch(
    (error: unknown) => {
      throw new CairnError('GRAPH_UNAVAILABLE', `Cairn does not answer at ${url}.`, {
        cause: error
      })
    }
  )
  if (response.ok) return response
  const { errors } = (await response.json().catch(() => ({}))) as {
    errors?: { message: string; extensions: { code: string } }[]
  }
  const code = errors?.[0]?.extensions.code ?? ''
  throw new CairnError(
    code in failures ? (code as FailureCode) : 'BUG',
    errors?.[0]?.message ?? `Cairn answered with ${response.status}.`
  )
}

/** Writes what comes in, and reads it at the same time as a restore would. */
async function receive(
  response: Response,
  out: FileHandle,
  progress: Progress
): Promise<{ header: BackupHeader; bytes: number }> {
  const count = { bytes: 0 }
  let header: BackupHeader | null = null
  let lines = 0
  try {
    for await (const line of backupLines(unpacked(response, out, count))) {
      header ??= readHeader(line)
      progress.update((lines += 1), header.nodes + header.edges)
    }
  } catch (error) {
    throw readingFailure(error)
  }
  if (header === null) throw new CairnError('BUG', 'the backup has no header')
  return { header, bytes: count.bytes }
}

function unpacked(
  response: Response,
  out: FileHandle,
  count: { bytes: number }
): AsyncIterable<Uint8Array> {
  const body = response.body as AsyncIterable<Uint8Array> | null
  const written = async function* () {
    for await (const chunk of body ?? []) {
      await out.appendFile(chunk)
      count.bytes += chunk.length
      yield chunk
    }
  }
  const source = Readable.from(written())
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  return source.pipe(gunzip)
}
