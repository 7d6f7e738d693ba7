import { trustLevels, noteSources, type NoteSource, type Trust } from '../../domain/field-note.js'
import { contentHash } from '../../domain/content-hash.js'
import type { Database } from '../../graph/database.js'
import {
  lockBuckets,
  notesOfKey,
  notesUngrouped,
  setNoteGroups,
  setNoteVectors
} from '../../graph/queries.js'
import type { GraphMap } from '../../graph/query.js'
import type { Embedder } from '../../model/embedder.js'
import { groupNotes, type GroupedNote } from './group-notes.js'

const atOnce = 500
/** Of things of one last name in a space; of more, those that were said most often. */
const mostOfKey = 2_000

/**
 * Puts notes that are new or changed beside the others about the same thing. Models are asked outside of any
 * transaction; cut short, the next call goes on, since what is not done is marked.
 * @param ids those to look at; all that wait where none is named
 * @throws CairnError MODEL_UNAVAILABLE, GRAPH_UNAVAILABLE
 */
export async function settleNotes(
  { db, embedder }: { readonly db: Database; readonly embedder: Embedder },
  space: string,
  ids: readonly string[] = []
): Promise<void> {
  for (let i = 0; i === 0 || i < ids.length; i += atOnce) {
    const some = ids.slice(i, i + atOnce)
    for (;;) {
      const waiting = await db.run(notesUngrouped, { space, ids: some, limit: atOnce })
      await embedBare(
        db,
        embedder,
        waiting.filter(({ bare }) => bare)
      )
      const byKey = new Map<string, string[]>()
      for (const { id, key } of waiting) byKey.set(key, [...(byKey.get(key) ?? []), id])
      for (const [key, own] of [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)))
        await groupKey(db, { key, space, own })
      if (waiting.length < atOnce || some.length > 0) break
    }
  }
}

async function embedBare(
  db: Database,
  embedder: Embedder,
  notes: readonly { readonly id: string; readonly text: string }[]
): Promise<void> {
  if (notes.length === 0) return
  const vectors = await embedder.embed(notes.map(({ text }) => text))
  const rows = notes.map(({ id }, i) => ({ id, embedding: Array.from(vectors[i] ?? []) }))
  await db.write(async (tx) => tx.run(setNoteVectors, { rows }))
}

async function groupKey(
  db: Database,
  {
    key,
    space,
    own
  }: { readonly key: string; readonly space: string; readonly own: readonly string[] }
): Promise<void> {
  await db.write(async (tx) => {
    await tx.run(lockBuckets, { ids: [bucketOf(`${space}\n${key}`)] })
    const notes = await tx.run(notesOfKey, { key, space, limit: mostOfKey })
    const grouped = groupNotes(notes.map(groupedOf)).map(({ opposes, ...row }) => ({
      ...row,
      opposes: [...opposes],
      disputed: opposes.length > 0
    }))
    const known = new Set(grouped.map(({ id }) => id))
    const alone = own.filter((id) => !known.has(id)).map((id) => ({ id, ...standingAlone }))
    await tx.run(setNoteGroups, { rows: [...grouped, ...alone] })
  })
}

/** Of one of too many about the same thing: it is kept and not shown. */
const standingAlone = {
  behaviour: null,
  witnesses: 1,
  principals: 1,
  by: null,
  trust: 'self-reported',
  weight: 0,
  disputed: false,
  opposes: []
}

type KeyRow = Omit<GroupedNote, 'source' | 'embedding' | 'seen'> & {
  readonly source: string
  readonly embedding: readonly number[] | null
  readonly seen: readonly GraphMap[]
}

function groupedOf(row: KeyRow): GroupedNote {
  return {
    ...row,
    source: noteSources.find((source) => source === row.source) ?? ('model' satisfies NoteSource),
    embedding: row.embedding === null ? null : Float32Array.from(row.embedding),
    seen: row.seen.map(({ principal, problem, trust }) => ({
      principal: typeof principal === 'string' ? principal : null,
      problem: typeof problem === 'string' ? problem : '',
      trust: trustLevels.find((level) => level === trust) ?? ('self-reported' satisfies Trust)
    }))
  }
}

/** One of 4,096 locks, so that who writes about other things need not wait. */
export function bucketOf(what: string): string {
  return `lock/${contentHash(what).slice(0, 3)}`
}
