import {
  apiEmbedText,
  docEmbedText,
  insightEmbedText,
  taskEmbedText
} from '../domain/embed-text.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  countEmbedded,
  markReembedding,
  nodesToEmbed,
  readMeta,
  setEmbeddings,
  writeMeta
} from '../graph/queries.js'
import { createVectorIndex, dropVectorIndex } from '../graph/vector-index.js'
import type { Embedder } from '../model/embedder.js'

const batchSize = 500

/**
 * Makes every vector anew with another embedder and makes the graph remember it. Killed in the
 * middle and started again with the same embedder it goes on where it was.
 * @returns how many nodes were embedded in this run
 */
export async function reembed(
  deps: { db: Database; embedder: Embedder },
  options: { signal?: AbortSignal; onProgress?: (done: number, total: number) => void }
): Promise<number> {
  const { db, embedder } = deps
  let cursor = await startingPoint(db, embedder)
  const [count = { total: 0, left: 0 }] = await db.run(countEmbedded, { after: cursor })
  const { total, left } = count
  let embedded = 0
  for (;;) {
    if (options.signal?.aborted === true) {
      throw new CairnError(
        'CANCELLED',
        'Re-embedding was stopped; `cairn reembed` goes on from there.'
      )
    }
    const nodes = await db.run(nodesToEmbed, { after: cursor, limit: batchSize })
    const last = nodes.at(-1)
    if (last === undefined) break
    const vectors = await embedder.embed(nodes.map(embedTextOf))
    cursor = last.id
    const rows = nodes.map((node, i) => ({ id: node.id, embedding: Array.from(vectors[i] ?? []) }))
    await db.run(setEmbeddings, { rows, cursor })
    embedded += nodes.length
    options.onProgress?.(total - left + embedded, total)
  }
  await createVectorIndex(db, embedder.dimensions)
  await db.run(writeMeta, { embedder: embedder.id, dimensions: embedder.dimensions })
  return embedded
}

/** Where an interrupted run with the same embedder stopped; otherwise the start, with the old index gone. */
async function startingPoint(db: Database, embedder: Embedder): Promise<string> {
  const [meta] = await db.run(readMeta, {})
  if (meta?.reembedding === embedder.id) return meta.cursor ?? ''
  await dropVectorIndex(db)
  await db.run(markReembedding, { embedder: embedder.id })
  return ''
}

function embedTextOf(node: {
  label: string
  title: string
  text: string
  breadcrumb: readonly string[]
  qualifiedName: string
  summary: string
  task: string
}): string {
  switch (node.label) {
    case 'Doc':
      return docEmbedText(node)
    case 'Api':
      return apiEmbedText(node)
    case 'Trace':
      return taskEmbedText(node.task)
    case 'Problem':
      return taskEmbedText(node.text)
    default:
      return insightEmbedText(node.text)
  }
}
