/** What somebody may do, each with all that those before it may. */
export const roles = ['agent', 'analyst', 'curator', 'admin'] as const
export type Role = (typeof roles)[number]

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
}

/** The space that everybody sees. */
export const publicSpace = 'public'

/** Whether a role has at least the rights of another. */
export function atLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least)
}
