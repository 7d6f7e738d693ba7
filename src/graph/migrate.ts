import { CairnError } from '../errors.js'
import type { Database } from './database.js'
import { migrations } from './migrations.js'
import { appliedMigrations, recordMigrations } from './queries.js'

/** A step that a graph has been through. */
export interface AppliedMigration {
  readonly number: number
  readonly checksum: string
}

export interface Migration {
  readonly number: number
  readonly name: string
  /** The first Cairn that has it, and what it is for: told to whoever brings an older graph up to date. */
  readonly since: string
  readonly says: string
  readonly checksum: string
  readonly statements: readonly string[]
}

/** The oldest Neo4j whose Cypher 25 has the SEARCH clause with filters inside the vector index. */
const oldestServer = { year: 2026, month: 1 }

/**
 * Brings the graph's schema up to this Cairn's, in order, recording each step in the graph.
 * Every step can be run again, so a kill in the middle does no harm.
 * A graph from before tells `onProgress` what each step is for, a fresh one nothing. Whoever knows already
 * what the graph has been through says it as `applied`.
 * @returns the numbers of the migrations applied now
 * @throws CairnError GRAPH_TOO_NEW when a newer Cairn wrote the graph
 */
export async function migrate(
  db: Database,
  steps: readonly Migration[] = migrations,
  how: {
    readonly applied?: readonly AppliedMigration[]
    /** Whether there is not a node in the graph: then what changes what is there need not be planned. */
    readonly empty?: boolean
    readonly onProgress?: ((step: string) => void) | undefined
  } = {}
): Promise<number[]> {
  const rows = how.applied ?? (await db.run(appliedMigrations, {}))
  const pending = pendingSteps(steps, rows)
  if (how.empty === true) return createAll(db, pending)
  for (const step of pending) {
    if (rows.length > 0) how.onProgress?.(noteOf(step))
    for (const statement of step.statements) {
      if (isEdited(step, rows)) await dropDefined(db, statement)
      await db.raw(statement)
    }
    await db.run(recordMigrations, { rows: [recorded(step)] })
  }
  return pending.map((step) => step.number)
}

/**
 * All steps at once, for an empty graph: what begins with MATCH finds nothing in it. They are recorded together,
 * for Neo4j plans every statement anew after each change of the schema.
 */
async function createAll(db: Database, steps: readonly Migration[]): Promise<number[]> {
  for (const { statements } of steps)
    for (const statement of statements) if (!/^\s*MATCH\b/i.test(statement)) await db.raw(statement)
  await db.run(recordMigrations, { rows: steps.map(recorded) })
  return steps.map((step) => step.number)
}

function recorded({ number, name, checksum }: Migration) {
  return { number, name, checksum }
}

/**
 * The steps that a graph has yet to go through.
 * @throws CairnError GRAPH_TOO_NEW when a newer Cairn wrote the graph
 */
export function pendingSteps(
  steps: readonly Migration[],
  applied: readonly AppliedMigration[]
): Migration[] {
  const numbers = new Set(applied.map(({ number }) => number))
  const newest = Math.max(0, ...numbers)
  const known = newestOf(steps)
  if (newest > known) {
    throw new CairnError(
      'GRAPH_TOO_NEW',
      `This graph was written by a newer Cairn (schema ${newest}, this one knows ${known}). Upgrade Cairn, or point CAIRN_HOME or NEO4J_URI at another graph.`,
      { details: { graph: newest, known } }
    )
  }
  // A later step may have replaced what an edited one makes, so all of them are gone through again.
  const edited = Math.min(
    ...steps.filter((step) => isEdited(step, applied)).map((step) => step.number)
  )
  return steps.filter(({ number }) => !numbers.has(number) || number >= edited)
}

function isEdited(step: Migration, applied: readonly AppliedMigration[]): boolean {
  return applied.some(
    ({ number, checksum }) => number === step.number && checksum !== step.checksum
  )
}

/** The number of the last of these steps; numbers may have gaps. */
export function newestOf(steps: readonly Migration[]): number {
  return Math.max(0, ...steps.map((step) => step.number))
}

/** `IF NOT EXISTS` looks at the name alone: an index that is defined anew would stay as it was. */
async function dropDefined(db: Database, statement: string): Promise<void> {
  const [, kind, name] =
    /^\s*CREATE\s+(?:\w+\s+)?(INDEX|CONSTRAINT)\s+(\w+)\s+IF\s+NOT\s+EXISTS\b/i.exec(statement) ??
    []
  if (kind !== undefined && name !== undefined) await db.raw(`DROP ${kind} ${name} IF EXISTS`)
}

/** `upgrading the graph, schema 6, since Cairn 0.1.0: Who may do what` */
function noteOf({ number, since, says }: Migration): string {
  return `upgrading the graph, schema ${number}, since Cairn ${since}: ${says.replace(/\.$/, '')}`
}

/**
 * Before the first statement: an older server does not even speak its language.
 * @throws CairnError GRAPH_REFUSED when the server is too old
 */
export async function requireServer(db: Database): Promise<void> {
  const version = await db.serverVersion()
  const [year = 0, month = 0] = version.split('.').map(Number)
  const tooOld =
    year < oldestServer.year || (year === oldestServer.year && month < oldestServer.month)
  if (tooOld) {
    throw new CairnError(
      'GRAPH_REFUSED',
      `This Neo4j is ${version}; Cairn needs 2026.01 or newer, for vector search that filters inside the index. Upgrade it, or unset NEO4J_URI to use the embedded one.`,
      { details: { version, expected: '2026.01 or newer' } }
    )
  }
}
