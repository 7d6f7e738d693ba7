import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { backupLines } from '../../src/cairn.js'
import type { Database } from '../../src/graph/database.js'
import { portableEdges, portableNodes } from '../../src/graph/queries.js'
import { copiedLabels } from '../../src/operate/backup-file.js'

/** A node of a copy; its key is what its edges call it by. */
export interface CopiedNode {
  readonly key: string | number
  readonly labels: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}

export interface CopiedEdge {
  readonly from: string | number
  readonly type: string
  readonly to: string | number
  readonly properties: Readonly<Record<string, unknown>>
}

export type CopiedRow = { readonly node: CopiedNode } | { readonly edge: CopiedEdge }

/** The rows of a backup, whose checksum and counts are checked on the way. @throws CairnError BAD_SOURCE */
export async function* rowsOfFile(file: string): AsyncGenerator<CopiedRow> {
  let first = true
  for await (const line of backupLines(createReadStream(file).pipe(createGunzip()))) {
    if (!first) yield rowOf(JSON.parse(line.toString('utf8')) as Line)
    first = false
  }
}

type Line = (Omit<CopiedNode, 'key'> & { readonly node: number }) | CopiedEdge

function rowOf(line: Line): CopiedRow {
  if (!('node' in line)) return { edge: line }
  const { node, labels, properties } = line
  return { node: { key: node, labels, properties } }
}

/**
 * The same statements as those of a backup, while everybody goes on writing: what a backup would be if it closed no gate.
 * For the proof that the check notices.
 */
export async function* rowsWithoutGate(db: Database): AsyncGenerator<CopiedRow> {
  const labels = copiedLabels
  for (const { element, ...rest } of await db.run(portableNodes, { labels }))
    yield { node: { key: element, ...rest } }
  for (const edge of await db.run(portableEdges, { labels })) yield { edge }
}
