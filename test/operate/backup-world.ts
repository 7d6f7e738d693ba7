import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Cairn } from '../../src/cairn.js'
import type { Database } from '../../src/graph/database.js'
import { bareWrite } from '../../src/graph/queries.js'
import { takeBackup } from '../../src/operate/backup.js'
import { ingested, temporaryFolder } from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

/** A small library, so that there are values of every type: times, numbers of both kinds, vectors. */
export async function withLibrary(cairn: Cairn): Promise<void> {
  const folder = writeDump(temporaryFolder(), {
    name: 'Tablet',
    release: '1.0',
    pages: [
      functionPage('tablet.read', { call: 'read(path)', text: 'Reads a table from a file.' }),
      functionPage('tablet.strip', { call: 'strip(table)', text: 'Strips blanks of columns.' })
    ],
    entries: [
      { name: 'tablet.read()', path: 'api/tablet.read#tablet.read' },
      { name: 'tablet.strip()', path: 'api/tablet.strip#tablet.strip' }
    ]
  })
  await ingested(cairn, 'devdocs', [folder])
}

/** Takes a backup to a file. */
export async function backupFile(db: Database): Promise<string> {
  const { content } = await takeBackup(db, { folder: temporaryFolder() })
  const file = join(temporaryFolder(), 'graph.backup')
  await pipeline(content, createGzip(), createWriteStream(file))
  return file
}

/** A backup, unpacked, as a Cairn of another schema would have written it: whole, with a checksum that fits. */
export function ofSchema(text: string, schema: number): string {
  const lines = text.trimEnd().split('\n')
  const header = { ...(JSON.parse(lines[0] ?? '') as object), schema }
  const body = `${[JSON.stringify(header), ...lines.slice(1, -1)].join('\n')}\n`
  const { end } = JSON.parse(lines.at(-1) ?? '') as { end: object }
  const sha256 = createHash('sha256').update(body).digest('hex')
  return `${body}${JSON.stringify({ end: { ...end, sha256 } })}\n`
}

interface NodeLine {
  readonly node: number
  readonly labels: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}

interface EdgeLine {
  readonly from: number
  readonly type: string
  readonly to: number
  readonly properties: Readonly<Record<string, unknown>>
}

/** What a backup holds, without the numbers that a database gives its nodes: equal graphs give equal lines. */
export async function contentOf(file: string): Promise<string[]> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(file).pipe(createGunzip()))
    chunks.push(chunk as Buffer)
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n').slice(1, -1)
  const rows = lines.map((line) => JSON.parse(line) as NodeLine | EdgeLine)
  const names = new Map(
    rows.flatMap((row) =>
      'node' in row
        ? [[row.node, `${row.labels.join(':')} ${JSON.stringify(row.properties['id'])}`]]
        : []
    )
  )
  return rows
    .map((row) => {
      const properties = Object.entries(row.properties).toSorted(([a], [b]) => (a < b ? -1 : 1))
      return 'node' in row
        ? JSON.stringify([row.labels, properties])
        : JSON.stringify([names.get(row.from), row.type, names.get(row.to), properties])
    })
    .toSorted()
}

/** Writers that go on until they are told to stop. */
export interface Writers {
  /** Ids that were acknowledged so far. */
  readonly acknowledged: readonly string[]
  /** @throws what a writer met */
  stop(): Promise<void>
}

/** Each database writes the next pair once the last was acknowledged, whoever wrote it: so a moment has a pair only with all before it. */
export function writePairs(databases: readonly Database[]): Writers {
  const acknowledged: string[] = []
  const state = { over: false }
  const stopped = () => state.over
  // As fast as they can they would only make the copy long.
  const pause = () => new Promise((resolve) => setTimeout(resolve, 5))
  const chain = async () => {
    for (let i = 0; !stopped(); i += 1) {
      const db = databases[i % databases.length] ?? databases[0]
      await db?.write(async (tx) => {
        await tx.run(bareWrite, { rows: [{ id: `problem:left-${i}`, embedding: [i, 0.5] }] })
        await tx.run(bareWrite, { rows: [{ id: `problem:right-${i}`, embedding: [i, 0.5] }] })
      })
      acknowledged.push(`problem:left-${i}`, `problem:right-${i}`)
      await pause()
    }
  }
  const side = async (db: Database, name: string) => {
    for (let i = 0; !stopped(); i += 1) {
      await db.run(bareWrite, { rows: [{ id: `problem:${name}-${i}`, embedding: [i, 1.5] }] })
      acknowledged.push(`problem:${name}-${i}`)
      await pause()
    }
  }
  const all = Promise.all([chain(), ...databases.map((db, i) => side(db, `side${i}`))])
  all.catch(() => undefined)
  return {
    acknowledged,
    stop: async () => {
      state.over = true
      await all
    }
  }
}
