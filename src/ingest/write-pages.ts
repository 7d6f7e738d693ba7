import type { Database } from '../graph/database.js'
import {
  forgetClaims,
  joinApis,
  joinPages,
  joinSections,
  releasePages,
  removeApis,
  removeDocs,
  reviveNodes,
  writeApis,
  writeDocs
} from '../graph/queries.js'
import type { GraphMap } from '../graph/query.js'
import type { NodeRow, PageRows } from './page-rows.js'

/** Pages with their vectors, to be written in one transaction. */
export interface EmbeddedPages {
  readonly libraryId: string
  readonly pages: readonly PageRows[]
  readonly vectors: ReadonlyMap<NodeRow, Float32Array>
  /** Pages of this batch that the graph holds already, from an earlier form. */
  readonly known: ReadonlySet<string>
  /** Whether other accounts of the same APIs must be heard again (not while they are being heard). */
  readonly release: boolean
  /** Whether some of them may be in the graph as history, from where they come back. */
  readonly revive: boolean
}

/** Writes whole pages in one transaction: a page is in the graph as it stands in its source, or as it was before. */
export async function writePages(db: Database, batch: EmbeddedPages): Promise<void> {
  const docs = batch.pages.flatMap((page) => page.docs)
  const apis = bestClaims(batch.pages.flatMap((page) => page.apis))
  const rewritten = batch.pages.map((page) => page.page).filter((id) => batch.known.has(id))
  await db.write(async (tx) => {
    if (rewritten.length > 0) {
      if (batch.release) await tx.run(releasePages, { pages: rewritten })
      await tx.run(forgetClaims, { pages: rewritten })
      await tx.run(removeDocs, { pages: rewritten, keep: docs.map((row) => row.properties.id) })
      await tx.run(removeApis, { pages: rewritten, keep: apis.map((row) => row.properties.id) })
    }
    if (batch.revive) {
      await tx.run(reviveNodes, {
        docs: docs.map((row) => row.properties.id),
        apis: apis.map((row) => row.properties.id)
      })
    }
    await tx.run(writeDocs, { rows: docs.map((row) => withVector(row, batch.vectors)) })
    await tx.run(writeApis, { rows: apis.map((row) => withVector(row, batch.vectors)) })
    await tx.run(joinSections, {
      rows: batch.pages.flatMap((page) => page.sections)
    })
    await tx.run(joinPages, {
      pages: batch.pages.map((page) => page.page),
      library: batch.libraryId
    })
    await tx.run(joinApis, {
      rows: batch.pages.flatMap((page) => page.documents)
    })
  })
}

/** Pages removed in one transaction. */
export const pagesPerRemoval = 200

/** Removes pages that their source no longer has; what was cited stays as history. */
export async function removePages(db: Database, pages: readonly string[]): Promise<void> {
  await db.write(async (tx) => {
    await tx.run(releasePages, { pages })
    await tx.run(removeDocs, { pages, keep: [] })
    await tx.run(removeApis, { pages, keep: [] })
  })
}

function bestClaims(rows: readonly NodeRow[]): NodeRow[] {
  const best = new Map<string, NodeRow>()
  for (const row of rows) {
    const rival = best.get(row.properties.id)
    if (rival === undefined || claimOf(row) < claimOf(rival)) best.set(row.properties.id, row)
  }
  return [...best.values()]
}

function claimOf(row: NodeRow): string {
  return String(row.properties['claim'])
}

function withVector(row: NodeRow, vectors: ReadonlyMap<NodeRow, Float32Array>): GraphMap {
  const vector = vectors.get(row)
  return {
    ...row.properties,
    embedding: vector === undefined ? null : Array.from(vector)
  }
}
