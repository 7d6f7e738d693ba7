import { edgeTypes } from '../domain/graph-schema.js'
import { CairnError } from '../errors.js'
import type { Exclusive } from '../graph/exclusive.js'
import { fromPortable } from '../graph/portable-values.js'
import type { GraphMap } from '../graph/query.js'
import { writePortableEdges, writePortableNodes } from '../graph/queries.js'
import { broken, copiedLabels, parsed } from './backup-file.js'

/** Writes the lines of a backup in batches. */
export interface RowWriter {
  /** @returns how many are in the graph, where a batch was written; null where the line waits */
  take(line: Buffer): Promise<number | null>
  /** Writes what waits. @returns how many are in the graph */
  end(): Promise<number>
}

/** Rows that are written in one transaction. */
const batchSize = 1_000

const knownLabels = new Set(copiedLabels)
const knownTypes = new Set(edgeTypes)

/** @throws CairnError BAD_SOURCE for what no backup holds */
export function createRowWriter(graph: Exclusive): RowWriter {
  const elements = new Map<number, string>()
  let nodes: Record<string, unknown>[] = []
  let edges: Record<string, unknown>[] = []
  let written = 0
  const writeNodes = async () => {
    const made = await graph.write(writePortableNodes, { rows: nodes as unknown as GraphMap[] })
    for (const { was, element } of made) elements.set(was, element)
    written += nodes.length
    nodes = []
  }
  const writeEdges = async () => {
    const [row] = await graph.write(writePortableEdges, { rows: edges as unknown as GraphMap[] })
    if (row?.made !== edges.length)
      throw new CairnError('BUG', `of ${edges.length} edges ${row?.made ?? 0} were put back`)
    written += edges.length
    edges = []
  }
  return {
    take: async (line) => {
      const row = parsed(line)
      if ('node' in row) nodes.push(nodeRow(row))
      else {
        if (nodes.length > 0) await writeNodes()
        edges.push(edgeRow(row, elements))
      }
      if (nodes.length >= batchSize) await writeNodes()
      else if (edges.length >= batchSize) await writeEdges()
      else return null
      return written
    },
    end: async () => {
      if (nodes.length > 0) await writeNodes()
      if (edges.length > 0) await writeEdges()
      return written
    }
  }
}

function nodeRow({ node, labels, properties }: Record<string, unknown>): Record<string, unknown> {
  const known =
    Array.isArray(labels) &&
    labels.length > 0 &&
    labels.every((one) => knownLabels.has(String(one)))
  if (!known || !Number.isSafeInteger(node)) throw broken('it holds a node of an unknown kind')
  return { was: node, labels, properties: valuesOf(properties) }
}

function edgeRow(
  { from, type, to, properties }: Record<string, unknown>,
  elements: ReadonlyMap<number, string>
): Record<string, unknown> {
  const [start, end] = [elements.get(from as number), elements.get(to as number)]
  if (!knownTypes.has(String(type)) || start === undefined || end === undefined)
    throw broken('it holds an edge of an unknown kind, or one that leads nowhere')
  return { from: start, type, to: end, properties: valuesOf(properties) }
}

function valuesOf(properties: unknown): Record<string, unknown> {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties))
    throw new CairnError('BAD_SOURCE', 'The backup holds something without properties.')
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, fromPortable(value)])
  )
}
