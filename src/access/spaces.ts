import { publicSpace, roles, type Role } from '../domain/caller.js'
import { badInput, CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import {
  addMember as addQuery,
  removeMember as removeQuery,
  spaces as spacesQuery,
  writeSpace
} from '../graph/queries.js'
import { asPrincipal, checkName, noPrincipal, noSuchSpace } from './principals.js'

/** Where knowledge is kept apart: what is in a space is seen by those who belong to it, what is public by all. */
export interface Space {
  readonly id: string
  readonly name: string
  /** public, team or private. */
  readonly kind: string
  readonly members: readonly {
    readonly principal: string
    readonly name: string
    readonly can: string
    /** What it may do there, where that is not its own role. */
    readonly role: string | null
  }[]
}

const longestName = 80

/** Makes a team's space. @throws CairnError BAD_INPUT, CONFLICT */
export async function makeSpace(
  db: Database,
  { id, name }: { readonly id: string; readonly name?: string }
): Promise<Space> {
  checkName('id', id)
  if (id === publicSpace || id.startsWith('private-'))
    throw badInput('id', id, "another name; 'public' and 'private-…' are taken")
  const title = (name ?? id).trim()
  if (title === '' || title.length > longestName)
    throw badInput('name', title, `1 to ${longestName} characters`)
  const [row] = await db.run(writeSpace, { id, name: title, kind: 'team' })
  if (row?.fresh !== true)
    throw new CairnError('CONFLICT', `There is a space '${id}' already.`, {
      details: { field: 'id', value: id }
    })
  return { id, name: title, kind: 'team', members: [] }
}

export interface SpaceGrant {
  readonly space: string
  readonly principal: string
  readonly can: string
  /** agent, analyst or curator; the principal's own role where left out. */
  readonly role?: string
}

/**
 * Makes a principal belong to a space, in a role: one of a team, or the public one, where deciding for
 * everybody is a grant of its own.
 * @throws CairnError BAD_INPUT, NOT_FOUND
 */
export async function addMember(db: Database, member: SpaceGrant): Promise<Space> {
  if (member.can !== 'read' && member.can !== 'write')
    throw badInput('can', member.can, 'read or write')
  const role = member.role === undefined ? null : checkGrant(member.role)
  if (member.space === publicSpace)
    await db.run(writeSpace, { id: publicSpace, name: publicSpace, kind: 'public' })
  const space = await sharedSpace(db, member.space)
  const principal = asPrincipal(member.principal)
  const [row] = await db.run(addQuery, { principal, space: space.id, can: member.can, role })
  if (row === undefined) throw noPrincipal(member.principal)
  return spaceById(db, space.id)
}

/** Ends that a principal belongs to a team's space. @throws CairnError NOT_FOUND */
export async function removeMember(
  db: Database,
  member: { readonly space: string; readonly principal: string }
): Promise<Space> {
  const space = await sharedSpace(db, member.space)
  const principal = asPrincipal(member.principal)
  const [row] = await db.run(removeQuery, { principal, space: space.id })
  if ((row?.removed ?? 0) === 0) throw noPrincipal(member.principal)
  return spaceById(db, space.id)
}

/** Who may do everything may so everywhere, and a runner is nothing else: neither is a grant of one space. */
function checkGrant(role: string): Role {
  const found = roles.find((one) => one === role && one !== 'admin' && one !== 'runner')
  if (found !== undefined) return found
  throw badInput('role', role, 'agent, analyst or curator')
}

/** Whom a private space belongs to cannot be changed. */
async function sharedSpace(db: Database, id: string): Promise<Space> {
  const space = await spaceById(db, id)
  if (space.kind === 'team' || space.id === publicSpace) return space
  throw badInput('space', id, 'the space of a team, or public')
}

async function spaceById(db: Database, id: string): Promise<Space> {
  const [space] = await listSpaces(db, [id])
  if (space === undefined) throw noSuchSpace(id)
  return space
}

/** Spaces of these ids, or all of them. */
export async function listSpaces(db: Database, ids: readonly string[] = []): Promise<Space[]> {
  const rows = await db.run(spacesQuery, { ids })
  return rows.map((row) => ({ ...row, members: row.members as unknown as Space['members'] }))
}
