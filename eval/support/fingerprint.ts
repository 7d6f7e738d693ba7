import { createHash } from 'node:crypto'
import type { Cairn } from '../../src/cairn.js'

/** One number for the whole graph, from its ordered export; times are left out. */
export async function fingerprint(cairn: Cairn): Promise<string> {
  const hash = createHash('sha256')
  for await (const line of cairn.exportLines()) {
    hash.update(
      JSON.stringify(line, (key, value: unknown) => (key.endsWith('At') ? undefined : value))
    )
  }
  return hash.digest('hex').slice(0, 16)
}
