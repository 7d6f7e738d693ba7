import { atLeast, publicSpace, roles, type Caller, type Role } from '../domain/caller.js'
import { CairnError } from '../errors.js'
import type { GraphMap } from '../graph/query.js'

/** A space as one principal sees it. */
export interface SpaceInSight {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly can: 'read' | 'write'
  /** What the principal may do there. */
  readonly role: Role
}

/** Whom a secret belongs to. */
export interface Identity {
  /** Id of the key, session or link. */
  readonly key: string
  /** Id of the key by which it was opened, itself for a key; null where that was not kept. */
  readonly root: string | null
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Where its requests write unless they say otherwise. */
  readonly home: string
  readonly spaces: readonly SpaceInSight[]
}

/**
 * Who a principal is, what it sees and what it may do where: the spaces that it belongs to, that of everybody, and an admin those of all teams.
 * @param shared the space of everybody and those of teams
 */
export function identityOf(
  row: Omit<Identity, 'role' | 'spaces'> & { role: string; spaces: readonly GraphMap[] },
  shared: readonly Omit<SpaceInSight, 'can' | 'role'>[]
): Identity {
  const role = roles.find((one) => one === row.role)
  if (role === undefined) throw new CairnError('BUG', `principal ${row.id} has no role`)
  const { key, root, id, name, home } = row
  const own = row.spaces.map((space) => spaceOf(space, role))
  const others = shared
    .filter((space) => space.id === publicSpace || role === 'admin')
    .filter((space) => !own.some((one) => one.id === space.id))
    .map((space): SpaceInSight => ({ ...space, can: 'write', role: withoutGrant(role) }))
  const spaces = [...own, ...others].sort((a, b) => (a.id < b.id ? -1 : 1))
  const highest = spaces.reduce<Role>(
    (most, space) => (atLeast(most, space.role) ? most : space.role),
    'agent'
  )
  return { key, root, id, name, role: isFixed(role) ? role : highest, home, spaces }
}

/** An admin is that everywhere, and a runner is given nothing more: it only tells of runs. */
function isFixed(role: Role): boolean {
  return role === 'admin' || role === 'runner'
}

/** Deciding for everybody is a grant of its own, whatever somebody is in their team. */
function withoutGrant(role: Role): Role {
  return role === 'curator' ? 'analyst' : role
}

function spaceOf(map: GraphMap, role: Role): SpaceInSight {
  const granted = roles.find((one) => one === map['role'])
  const usual = map['id'] === publicSpace ? withoutGrant(role) : role
  const text = (name: string) => (typeof map[name] === 'string' ? map[name] : '')
  return {
    id: text('id'),
    name: text('name'),
    kind: map['id'] === publicSpace ? 'public' : text('kind'),
    can: map['can'] === 'write' ? 'write' : 'read',
    role: isFixed(role) ? role : (granted ?? usual)
  }
}

/**
 * The caller of one request, who writes in the space that was asked for or in his own.
 * @throws CairnError NOT_FOUND for a space that is not in sight, FORBIDDEN where he may only read
 */
export function callerOf(identity: Identity, wanted?: string): Caller {
  const { id, name, role, home, spaces } = identity
  const own = spaces.some((space) => space.id === home) ? home : (spaces[0]?.id ?? home)
  const space = wanted === undefined || wanted === '' ? own : wanted
  const found = spaces.find((one) => one.id === space)
  if (found === undefined) throw noSpace(space, spaces)
  if (found.can !== 'write' && wanted !== undefined) {
    throw new CairnError(
      'FORBIDDEN',
      `${name} may read the space '${space}' but not write in it. Leave it out; what is in it is found anyway.`,
      { details: { field: 'space', value: space } }
    )
  }
  const ids = spaces.map((one) => one.id)
  return {
    id,
    name,
    role,
    space,
    spaces: [space, ...ids.filter((one) => one !== space)],
    writes: spaces.filter(({ can }) => can === 'write').map((one) => one.id),
    rolesIn: Object.fromEntries(spaces.map((one) => [one.id, one.role]))
  }
}

function noSpace(space: string, spaces: readonly SpaceInSight[]): CairnError {
  const value = space.slice(0, 60)
  const expected = spaces.map(({ id }) => id).join(', ')
  return new CairnError('NOT_FOUND', `There is no space '${value}' here; expected ${expected}.`, {
    details: { field: 'space', value, expected }
  })
}
