import { atLeast, roleIn, type Caller } from '../domain/caller.js'
import { projectHash } from '../domain/project-hash.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  contributionsOf,
  spaces as allSpaces,
  toDelete,
  tracesOfSession
} from '../graph/queries.js'
import { deleteIn, type Deleted, type Deleting } from './delete-in.js'
import { keepTombstones, readTombstones, type Tombstone } from './tombstones.js'

export type { Deleted } from './delete-in.js'

export interface DeletionDeps {
  readonly db: Database
  /** Where deletions are written down beside the graph. */
  readonly tombstones: string
  readonly now?: () => Date
}

export interface DeletionInput {
  /**
   * Of an attempt, a note, an answer or a feedback; of a recorded session, with `session:` before it or without, for all
   * that came of it; `principal:<name>`, `space:<id>` or `project:<remote or path>` for all contributions.
   */
  readonly id: string
  /** Only says what would go. */
  readonly dryRun?: boolean
}

/** In one transaction at most. */
const atOnce = 100

/**
 * Deletes a contribution, or all of a person, a space or a project, with everything that rests on it alone: notes,
 * candidates, embeddings, states, errors, gaps. Citations stay as tombstones; an insight that a person had
 * in hand stays, counted anew and marked. What was deleted is deleted again when an older backup is restored.
 * @throws CairnError NOT_FOUND, FORBIDDEN (no curator of its space; all contributions: no admin)
 */
export async function deleteContribution(
  deps: DeletionDeps,
  input: DeletionInput,
  caller: Caller
): Promise<Deleted> {
  const ids = await idsOf(deps.db, input.id.trim(), caller)
  const at = (deps.now?.() ?? new Date()).toISOString()
  const deleting = { by: caller.name, at, spaces: caller.spaces }
  if (input.dryRun === true) return rehearsed(deps.db, ids, deleting)
  const total = { ids: [] as string[], orphans: 0, marked: new Set<string>() }
  for (let i = 0; i < ids.length; i += atOnce) {
    const part = ids.slice(i, i + atOnce)
    const done = await deps.db.write(async (tx) => {
      const deleted = await deleteIn(tx, part, deleting)
      // Before it counts: what is deleted is never without a tombstone, not even after a crash.
      keepTombstones(
        deps.tombstones,
        deleted.ids.map((id) => ({ id, at, by: caller.name }))
      )
      return deleted
    })
    total.ids.push(...done.ids)
    total.orphans += done.orphans
    for (const id of done.marked) total.marked.add(id)
  }
  return { ids: total.ids, orphans: total.orphans, marked: [...total.marked] }
}

/**
 * Deletes again what was deleted since the backup was taken that this graph was restored from.
 * @returns how many nodes
 */
export async function deleteAgain(db: Database, tombstones: readonly Tombstone[]): Promise<number> {
  let deleted = 0
  const spaces = (await db.run(allSpaces, { ids: [] })).map(({ id }) => id)
  for (let i = 0; i < tombstones.length; i += atOnce) {
    const part = tombstones.slice(i, i + atOnce)
    const [{ by, at } = { by: '', at: '' }] = part
    const ids = part.map(({ id }) => id)
    deleted += (await db.write((tx) => deleteIn(tx, ids, { by, at, spaces }))).ids.length
  }
  return deleted
}

/** As `deleteAgain`, by the file of a home. @throws CairnError BAD_SOURCE */
export function deleteAgainFrom(db: Database, file: string): Promise<number> {
  return deleteAgain(db, readTombstones(file))
}

/** What would be deleted: it is done in a transaction that is undone. */
async function rehearsed(
  db: Database,
  ids: readonly string[],
  deleting: Deleting
): Promise<Deleted> {
  const seen: { deleted: Deleted | null } = { deleted: null }
  const undone = new CairnError('CANCELLED', 'A rehearsal.')
  await db
    .write(async (tx) => {
      seen.deleted = await deleteIn(tx, ids, deleting)
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  if (seen.deleted === null) throw new CairnError('BUG', 'a rehearsal said nothing')
  return seen.deleted
}

/** What is meant, all of it in spaces in which the caller may delete. */
async function idsOf(db: Database, id: string, caller: Caller): Promise<string[]> {
  if (/^(?:principal|space|project):/.test(id)) return contributionsTo(db, id, caller)
  const found = await oneOf(db, id, caller)
  return found === null ? sessionOf(db, id, caller) : [found]
}

/** All that came of a recorded session. */
async function sessionOf(db: Database, id: string, caller: Caller): Promise<string[]> {
  const name = id.replace(/^session:/, '')
  const found = name === '' ? [] : await db.run(tracesOfSession, { name, spaces: caller.spaces })
  if (found.length === 0) throw nothing(id)
  for (const one of found) requireCurator(one, caller)
  return found.map((one) => one.id)
}

async function contributionsTo(db: Database, id: string, caller: Caller): Promise<string[]> {
  requireAdmin(caller, id)
  const { spaces } = caller
  const space = id.startsWith('space:') ? id.slice('space:'.length) : null
  if (space !== null && !spaces.includes(space)) throw nothing(id)
  const principal = id.startsWith('principal:') ? id : null
  const name = principal?.slice('principal:'.length) ?? null
  const project = id.startsWith('project:') ? projectOf(id) : null
  const rows = await db.run(contributionsOf, { principal, name, space, project, spaces })
  if (rows.length === 0) throw nothing(id)
  return rows.map((row) => row.id)
}

/** A project as attempts bear it: by a hash of its Git remote or root, which may be given as well. */
function projectOf(id: string): string {
  return projectHash(id) === id ? id : projectHash(id.slice('project:'.length))
}

/** What an id names by itself; null where that is nothing. */
async function oneOf(db: Database, id: string, caller: Caller): Promise<string | null> {
  const whole = prefixes.some((prefix) => id.startsWith(prefix))
  const wanted = whole ? [id] : prefixes.map((prefix) => `${prefix}${id}`)
  const [found] = await db.run(toDelete, { ids: wanted, spaces: caller.spaces })
  if (found === undefined) return null
  requireCurator(found, caller)
  return found.id
}

function requireCurator(found: { readonly id: string; readonly space: string }, caller: Caller) {
  const role = roleIn(caller, found.space)
  if (atLeast(role, 'curator') && caller.writes.includes(found.space)) return
  throw new CairnError(
    'FORBIDDEN',
    `Deleting in the space '${found.space}' is for its curators; ${caller.name} is ${role} there.`,
    { details: { field: 'id', value: found.id, role, expected: 'curator' } }
  )
}

const prefixes = ['trace:', 'lesson:', 'recommendation:', 'feedback:']

function requireAdmin(caller: Caller, id: string): void {
  if (caller.role === 'admin') return
  throw new CairnError(
    'FORBIDDEN',
    `All contributions of a principal, a space or a project are deleted by an admin; ${caller.name} is ${caller.role}.`,
    { details: { field: 'id', value: id.slice(0, 100), role: caller.role, expected: 'admin' } }
  )
}

function nothing(id: string): CairnError {
  const value = id.slice(0, 100)
  const expected =
    'the id of an attempt, a note, an answer, a feedback or a recorded session, principal:<name>, space:<id> or project:<remote or path>'
  return new CairnError(
    'NOT_FOUND',
    `There is nothing to delete by '${value}'; expected ${expected}.`,
    {
      details: { field: 'id', value, expected }
    }
  )
}
