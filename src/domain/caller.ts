/**
 * What somebody may do. From agent over analyst and curator to admin each may all that those before it may. A runner
 * may what an agent may, and beside that say what came of a run: that alone nobody else may, an admin neither.
 */
export const roles = ['agent', 'runner', 'analyst', 'curator', 'admin'] as const
export type Role = (typeof roles)[number]

const rank: Readonly<Record<Role, number>> = {
  agent: 0,
  runner: 0,
  analyst: 1,
  curator: 2,
  admin: 3
}

/** Who asks, in which space what comes of it is kept, and what is in sight. */
export interface Caller {
  /** `principal:` and its name. */
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Id of the space in which this request writes and decides. */
  readonly space: string
  /** Ids of all spaces in sight, the one above first. */
  readonly spaces: readonly string[]
  /** Ids of the spaces in which the caller may write. */
  readonly writes: readonly string[]
  /** The role in each space, where that is not the same in all: `role` is then the highest of them. */
  readonly rolesIn?: Readonly<Record<string, Role>>
  /** The session of the host in which it is asked, as that names it. */
  readonly session?: string
}

/** The space that everybody sees. */
export const publicSpace = 'public'

/** Whether a role has at least the rights of another. */
export function atLeast(role: Role, least: Role): boolean {
  return least === 'runner' ? role === 'runner' : rank[role] >= rank[least]
}

/** What somebody may do in a space. */
export function roleIn(caller: Caller, space: string): Role {
  return caller.rolesIn === undefined ? caller.role : (caller.rolesIn[space] ?? 'agent')
}

/** The spaces in sight in which somebody has at least this role. */
export function spacesAs(caller: Caller, least: Role): readonly string[] {
  return caller.spaces.filter((space) => atLeast(roleIn(caller, space), least))
}

/** The same caller as one who sees only where they have at least this role. */
export function seeingAs(caller: Caller, least: Role): Caller {
  const spaces = spacesAs(caller, least)
  return {
    ...caller,
    spaces,
    space: spaces.includes(caller.space) ? caller.space : (spaces[0] ?? caller.space)
  }
}

/** Cairn itself, the demo, the tests and eval: everything, in the public space. */
export const itself: Caller = {
  id: 'principal:cairn',
  name: 'cairn',
  role: 'admin',
  space: publicSpace,
  spaces: [publicSpace],
  writes: [publicSpace]
}

/**
 * Under which name something is written down: an agent's is its principal's whatever it says, for
 * else one could pass as many; who may do everything may speak for others.
 */
export function nameOf(caller: Caller, said?: string | null): string {
  const other = said == null || said.trim() === '' ? null : said
  return caller.role === 'admin' && other !== null ? other : caller.name
}
