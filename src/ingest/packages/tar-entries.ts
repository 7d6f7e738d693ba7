import { badSource } from '../readers/bad-source.js'

/** A regular file of an archive. */
export interface ArchiveFile {
  readonly path: string
  readonly bytes: Uint8Array
}

const block = 512

/** The regular files of a tar; links, devices and folders are passed over. @throws CairnError BAD_SOURCE where it breaks off */
export function* tarFiles(tar: Buffer, name: string): Generator<ArchiveFile> {
  let longPath: string | null = null
  for (let at = 0; at + block <= tar.length;) {
    const header = tar.subarray(at, at + block)
    if (header.every((byte) => byte === 0)) return
    const size = octal(header.subarray(124, 136))
    const bytes = contentOf(tar, at + block, size)
    if (bytes === null)
      throw badSource(name, 'breaks off in the middle of a file', 'Make or fetch it again')
    const kind = String.fromCharCode(header[156] ?? 0)
    if (kind === 'L') longPath = text(bytes)
    else if (kind === 'x') longPath = pathOfPax(bytes)
    else {
      if (kind === '0' || kind === '\0') yield { path: longPath ?? pathOf(header), bytes }
      longPath = null
    }
    at += block + Math.ceil(size / block) * block
  }
}

/** Null where the archive has less than it says. */
function contentOf(tar: Buffer, from: number, size: number): Buffer | null {
  if (!Number.isSafeInteger(size) || size < 0) return null
  const bytes = tar.subarray(from, from + size)
  return bytes.length < size ? null : bytes
}

function text(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString('utf8')
}

function octal(bytes: Uint8Array): number {
  return Number.parseInt(text(bytes).trim() || '0', 8)
}

function pathOf(header: Buffer): string {
  const isUstar = text(header.subarray(257, 263)).startsWith('ustar')
  const prefix = isUstar ? text(header.subarray(345, 500)) : ''
  const name = text(header.subarray(0, 100))
  return prefix === '' ? name : `${prefix}/${name}`
}

/** Records of the form `length key=value`, one a line. */
function pathOfPax(bytes: Buffer): string | null {
  return /^\d+ path=(.*)$/m.exec(bytes.toString('utf8'))?.[1] ?? null
}
