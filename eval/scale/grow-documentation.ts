import type { Database } from '../../src/graph/database.js'
import {
  awaitIndexes,
  growApis,
  growDocs,
  growEdgesOfApis,
  growEdgesOfDocs,
  growLibrary,
  librariesToGrow,
  removeGrown
} from '../../src/graph/queries.js'
import { createVectorIndex, dropVectorIndex } from '../../src/graph/vector-index.js'

export interface Held {
  readonly key: string
  /** Sections and APIs. */
  readonly nodes: number
}

export interface GrowOptions {
  /** Sections and APIs that there are to be, nearly. */
  readonly nodes: number
  readonly dimensions: number
  readonly onProgress?: (text: string) => void
}

/** Nodes or edges in a transaction. */
const rows = 1_000

/** A copy's components differ from its original's by this over the root of the dimensions at most: a cosine of about 0.9. */
const spread = 0.6

/** How far from what was asked for a graph may end. */
const tolerance = 0.05

/** Of a copied library: `pypi/pandas-w2@1.4.0` is the copy of world 2. */
const copied = /-w\d+@/

/** The libraries that came in as documentation, without their copies. */
export async function originals(db: Database): Promise<Held[]> {
  const held = await db.run(librariesToGrow, {})
  return held.filter(({ key, nodes }) => !copied.test(key) && nodes > 0)
}

/**
 * Copies libraries under other names until there are so many sections and APIs: world by world, with vectors a little
 * off and the edges between them. What was broken off is removed and made again.
 * @returns how many there are now
 * @throws Error where no library is there to be copied, or more is there than was asked for
 */
export async function growDocumentation(db: Database, options: GrowOptions): Promise<number> {
  const { nodes, dimensions, onProgress = () => undefined } = options
  const held = await db.run(librariesToGrow, {})
  const whole = new Map(held.filter(({ growing }) => !growing).map((one) => [one.key, one.nodes]))
  const first = [...whole].flatMap(([key, own]): Held[] =>
    copied.test(key) || own === 0 ? [] : [{ key, nodes: own }]
  )
  if (first.length === 0) throw new Error('There is no documentation to grow from.')
  const there = [...whole.values()].reduce((sum, own) => sum + own, 0)
  if (there > nodes * (1 + tolerance))
    throw new Error(`${there} nodes of documentation are there; ${nodes} were asked for.`)
  const worlds = worldsToMake(first, new Set(whole.keys()), nodes - there)
  // Each vector that comes to an index by itself costs several times what it costs in the making of the index.
  if (nodes > there * 1.5) await dropVectorIndex(db)
  const noise = (2 * spread) / Math.sqrt(dimensions)
  let total = there
  for (const [world, libraries] of worlds) {
    await copyWorld(db, { world, libraries, noise })
    total += libraries.reduce((sum, { nodes: own }) => sum + own, 0)
    onProgress(`${total.toLocaleString('en')} of ${nodes.toLocaleString('en')} nodes`)
  }
  await createVectorIndex(db, dimensions)
  await indexesReady(db, onProgress)
  return total
}

/** Which libraries are copied in which world: each that is not there yet and fits, until there are so many nodes. */
function worldsToMake(
  first: readonly Held[],
  whole: ReadonlySet<string>,
  missing: number
): [string, Held[]][] {
  const worlds: [string, Held[]][] = []
  const slack = missing * tolerance
  const smallest = Math.min(...first.map(({ nodes }) => nodes))
  let left = missing
  for (let n = 2; left > slack && left + slack >= smallest; n += 1) {
    const world = `-w${n}`
    const libraries = first.filter(({ key, nodes }) => {
      if (whole.has(nameIn(key, world)) || nodes > left + slack) return false
      left -= nodes
      return true
    })
    if (libraries.length > 0) worlds.push([world, libraries])
  }
  return worlds
}

function nameIn(key: string, world: string): string {
  return key.replaceAll('@', `${world}@`)
}

/** Nodes before edges, for edges lead from one library to another. */
async function copyWorld(
  db: Database,
  { world, libraries, noise }: { world: string; libraries: readonly Held[]; noise: number }
): Promise<void> {
  const root = world.replace('-', '_')
  for (const { key: library } of libraries) {
    await db.run(growLibrary, { library, world, growing: true })
    await db.run(removeGrown, { key: nameIn(library, world) })
    await db.run(growDocs, { library, world, root, noise, rows })
    await db.run(growApis, { library, world, root, noise, rows })
  }
  for (const { key: library } of libraries) {
    await db.run(growEdgesOfDocs, { library, world, root, rows })
    await db.run(growEdgesOfApis, { library, world, root, rows })
  }
  for (const { key: library } of libraries)
    await db.run(growLibrary, { library, world, growing: false })
}

/** Waits, however long it takes. */
export async function indexesReady(
  db: Database,
  onProgress: (text: string) => void = () => undefined
): Promise<void> {
  for (let waited = 0; ; waited += waitSeconds) {
    const done = await db.run(awaitIndexes, { seconds: waitSeconds }).then(
      () => true,
      () => false
    )
    if (done) return
    onProgress(`indexes are being made, ${waited + waitSeconds} s`)
    if (waited > mostWaitSeconds) throw new Error('The indexes were not ready within two hours.')
  }
}

const waitSeconds = 20
const mostWaitSeconds = 7_200
