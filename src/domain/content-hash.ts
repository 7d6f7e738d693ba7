import { createHash } from 'node:crypto'

/** The first 16 hex digits of SHA-256: short enough to read aloud, long enough for a graph of our size. */
export function contentHash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16)
}
