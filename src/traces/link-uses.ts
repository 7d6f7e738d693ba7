import { publicSpace } from '../domain/caller.js'
import type { CodeUse } from '../domain/code-uses/code-uses.js'
import {
  apiNamesOf,
  lockBuckets,
  relinkTraces,
  spacesWithTraces,
  tracesWithUses
} from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import { createCatalogue, lastNamesOf } from './api-catalogue.js'
import { deriveNotes, settleChanged } from './derive-notes.js'
import { relinkNotes } from './notes/relink-notes.js'
import { bucketOf, settleNotes } from './notes/settle-notes.js'
import { linkedApis, type LinkedApi } from './linked-apis.js'
import type { RecordDeps } from './record-traces.js'
import { usesFromTexts } from './uses-of.js'

type LinkDeps = Pick<RecordDeps, 'db' | 'embedder'>

/** Traces that are looked at in one go, and at most written in one transaction. */
const batchSize = 500

/**
 * After documentation of libraries came or changed, links the traces whose code uses something of the names in
 * them, as they would have been linked had the documentation been there first. Where nothing differs nothing is written.
 * @returns how many traces were linked anew
 */
export async function linkUses(
  deps: LinkDeps,
  documented: { readonly libraries: readonly string[]; readonly space: string },
  signal: AbortSignal
): Promise<number> {
  const { db } = deps
  const { libraries, space } = documented
  const names = new Set((await db.run(apiNamesOf, { libraries })).map(({ name }) => name))
  if (names.size === 0) return 0
  const everywhere = space === publicSpace ? await db.run(spacesWithTraces, {}) : [{ id: space }]
  let linked = 0
  for (const { id } of everywhere) {
    linked += await linkSpace(deps, { space: id, names }, signal)
    await relinkNotes(deps, { space: id, names }, signal)
  }
  return linked
}

async function linkSpace(
  deps: LinkDeps,
  { space, names }: { space: string; names: ReadonlySet<string> },
  signal: AbortSignal
): Promise<number> {
  const { db } = deps
  const catalogue = createCatalogue(db, space)
  let linked = 0
  for (let after = ''; ;) {
    signal.throwIfAborted()
    const rows = await db.run(tracesWithUses, { space, after, limit: batchSize })
    const last = rows.at(-1)
    if (last === undefined) return linked
    after = last.id
    const traces = rows
      .map((row) => ({ ...row, uses: usesFromTexts(row.uses, row.candidates) }))
      .filter(({ uses }) => uses.some((use) => lastNamesOf(use).some((name) => names.has(name))))
    await catalogue.learn(traces.flatMap(({ uses }) => uses))
    const changed = traces
      .map((trace) => ({ ...trace, apis: linkedApis(trace.uses, catalogue) }))
      .filter(({ apis, linked: before }) => asText(apis) !== asText(before))
    if (changed.length === 0) continue
    const touched = await db.write(async (tx) => {
      const all = changed.flatMap(({ id, problem }) => [id, problem])
      await tx.run(lockBuckets, { ids: [...new Set(all.map(bucketOf))].sort() })
      await tx.run(relinkTraces, { rows: changed.map(rowOf) })
      const problems = [...new Set(changed.map(({ problem }) => problem))]
      return settleChanged(tx, await deriveNotes(tx, { space, problems }), space)
    })
    if (touched.length > 0) await settleNotes(deps, space, touched)
    linked += changed.length
  }
}

interface Relinked {
  readonly id: string
  readonly problem: string
  readonly uses: readonly CodeUse[]
  readonly apis: readonly LinkedApi[]
}

function rowOf({ id, apis }: Relinked): GraphMap {
  return {
    trace: id,
    apis: apis.map(({ api, weight, names }) => ({ api, weight, names: [...names] }))
  }
}

function asText(apis: readonly (LinkedApi | GraphMap)[]): string {
  return JSON.stringify(apis.map(({ api, weight, names }) => [api, weight, names]))
}
