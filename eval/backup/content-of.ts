import { createHash } from 'node:crypto'
import type { CopiedRow } from './copied-rows.js'

/** One number for all that a copy holds, whatever order and names its nodes have there: equal graphs give equal ones. */
export async function contentOf(rows: AsyncIterable<CopiedRow>): Promise<string> {
  const names = new Map<string | number, string>()
  const hashes: string[] = []
  for await (const row of rows) {
    if ('node' in row) {
      const { key, labels, properties } = row.node
      names.set(key, `${labels.join(':')} ${String(properties['id'])}`)
      hashes.push(hashOf([labels, ordered(properties)]))
    } else {
      const { from, type, to, properties } = row.edge
      hashes.push(hashOf([names.get(from), type, names.get(to), ordered(properties)]))
    }
  }
  return hashOf(hashes.sort()).slice(0, 16)
}

function ordered(properties: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex')
}
