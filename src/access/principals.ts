import { publicSpace, roles, type Role } from '../domain/caller.js'
import { badInput, CairnError } from '../errors.js'
import type { Transaction } from '../graph/database.js'
import {
  addMember,
  disablePrincipal as disableQuery,
  principals as principalsQuery,
  revokeKey as revokeQuery,
  setHome,
  writeKey,
  writePrincipal,
  writeSpace
} from '../graph/queries.js'
import { hashOf, newKeyId, newSecret } from './secrets.js'

/** Somebody or something that may use Cairn. Times are milliseconds since 1970. */
export interface Principal {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** Where it writes unless a request says otherwise. */
  readonly space: string
  readonly spaces: readonly {
    readonly space: string
    readonly can: string
    readonly role: string | null
  }[]
  readonly keys: readonly KeyRecord[]
  readonly createdAt: number
  readonly disabledAt: number | null
}

/** What is known of a key: never the key. */
export interface KeyRecord {
  readonly id: string
  readonly createdAt: number
  readonly lastUsedAt: number | null
  readonly expiresAt: number | null
  readonly revokedAt: number | null
}

export interface PrincipalInput {
  readonly name: string
  readonly role: string
  /**
   * Ids of team spaces that it may write in; its private space and the public one come by themselves. Named,
   * the public one is a grant: the role holds there too, so a curator decides for everybody.
   */
  readonly spaces?: readonly string[]
  /** Where it writes unless a request says otherwise; the first of `spaces`, else public. */
  readonly space?: string
  /** Milliseconds since 1970 after which its key opens nothing. */
  readonly expiresAt?: number
}

const nameForm = /^[a-z0-9][a-z0-9._-]{0,39}$/
const nameExpected = '1 to 40 of a-z, 0-9, dot, dash and underscore, the first a letter or digit'

export function checkName(field: string, name: string): string {
  if (nameForm.test(name)) return name
  throw badInput(field, name, nameExpected)
}

export function checkRole(role: string): Role {
  const found = roles.find((one) => one === role)
  if (found !== undefined) return found
  throw badInput('role', role, `one of ${roles.join(', ')}`)
}

/** The space that only this principal sees. */
export function privateSpace(name: string): string {
  return `private-${name}`
}

/**
 * Makes a principal with its private space and its first key.
 * @returns the key, which is not kept and cannot be shown again
 * @throws CairnError BAD_INPUT, CONFLICT (the name is taken), NOT_FOUND (a space)
 */
export async function makePrincipal(
  tx: Transaction,
  input: PrincipalInput,
  now: number
): Promise<{ principal: string; key: string }> {
  const name = checkName('name', input.name)
  const role = checkRole(input.role)
  const own = privateSpace(name)
  const teams = [...new Set(input.spaces ?? [])].filter((one) => one !== publicSpace && one !== own)
  const home = input.space ?? teams[0] ?? publicSpace
  if (![publicSpace, own, ...teams].includes(home))
    throw badInput('space', home, [publicSpace, own, ...teams].join(', '))
  const id = `principal:${name}`
  const [written] = await tx.run(writePrincipal, { id, name, role, home, now })
  if (written?.fresh !== true)
    throw new CairnError(
      'CONFLICT',
      `There is a principal '${name}' already; choose another name.`,
      {
        details: { field: 'name', value: name }
      }
    )
  const isNamed = input.spaces?.includes(publicSpace) === true
  await joinSpaces(tx, { id, name, teams, grant: grantOf(role, isNamed) })
  const { key } = await makeKey(tx, { principal: id, expiresAt: input.expiresAt ?? null }, now)
  return { principal: id, key }
}

/** The role that holds in the public space too; none for an admin, whose holds everywhere. */
function grantOf(role: Role, isNamed: boolean): Role | null {
  return isNamed && role !== 'admin' ? role : null
}

/** Its private space, those of its teams and, where it is granted a role there, the public one. @throws CairnError NOT_FOUND */
async function joinSpaces(
  tx: Transaction,
  of: { id: string; name: string; teams: readonly string[]; grant: Role | null }
): Promise<void> {
  const { id, name, teams, grant } = of
  const own = privateSpace(name)
  await tx.run(writeSpace, { id: own, name: `${name} (private)`, kind: 'private' })
  if (grant !== null)
    await tx.run(writeSpace, { id: publicSpace, name: publicSpace, kind: 'public' })
  for (const space of [own, ...teams, ...(grant === null ? [] : [publicSpace])]) {
    const role = space === publicSpace ? grant : null
    const [joined] = await tx.run(addMember, { principal: id, space, can: 'write', role })
    if (joined === undefined) throw noSuchSpace(space)
  }
}

/** Lets an agent write in the private space of its owner, which is made where there is none. */
export async function sharePrivateSpace(
  tx: Transaction,
  owner: { readonly id: string; readonly name: string },
  agent: string
): Promise<void> {
  const space = privateSpace(owner.name)
  await tx.run(writeSpace, { id: space, name: `${owner.name} (private)`, kind: 'private' })
  for (const principal of [owner.id, agent])
    await tx.run(addMember, { principal, space, can: 'write', role: null })
  await tx.run(setHome, { principal: agent, space })
}

export function noSuchSpace(id: string): CairnError {
  const value = id.slice(0, 60)
  return new CairnError(
    'NOT_FOUND',
    `There is no space '${value}'; \`cairn space list\` names them.`,
    {
      details: { field: 'space', value, expected: 'the id of a space' }
    }
  )
}

/** Another key for a principal. @throws CairnError NOT_FOUND */
export async function makeKey(
  tx: Transaction,
  of: { readonly principal: string; readonly expiresAt: number | null },
  now: number
): Promise<{ id: string; key: string }> {
  const principal = asPrincipal(of.principal)
  const key = newSecret('key')
  const id = newKeyId()
  const given = {
    principal,
    id,
    hash: hashOf(key),
    kind: 'key',
    root: null,
    now,
    expiresAt: of.expiresAt
  }
  const [written] = await tx.run(writeKey, given)
  if (written === undefined) throw noPrincipal(of.principal)
  return { id, key }
}

/** Another key for a principal that is an agent. @throws CairnError CONFLICT where it may do more */
export async function makeKeyOfAgent(
  tx: Transaction,
  { id, name, role }: Pick<Principal, 'id' | 'name' | 'role'>,
  now: number
): Promise<{ key: string }> {
  if (role === 'agent') return makeKey(tx, { principal: id, expiresAt: null }, now)
  throw new CairnError(
    'CONFLICT',
    `'${name}' is ${role}, and an agent's key must open no more than an agent may; choose another name.`,
    { details: { field: 'name', value: name, role } }
  )
}

/** Revokes a key, with the sessions that it opened. @throws CairnError NOT_FOUND, CONFLICT (the last one of an admin) */
export async function revokeKey(tx: Transaction, id: string, now: number): Promise<string> {
  const wanted = id.startsWith('key:') ? id : `key:${id}`
  const [row] = await tx.run(revokeQuery, { id: wanted, now })
  if (row?.last === true)
    throw new CairnError(
      'CONFLICT',
      `'${wanted}' is the last key that may do everything. Make another first: \`cairn key add\` with an admin's name. If it is lost or stolen, whoever has this machine replaces it with \`cairn key recover\`, and then revokes it.`,
      { details: { field: 'id', value: wanted } }
    )
  if (row !== undefined) return row.principal
  const value = id.slice(0, 60)
  throw new CairnError('NOT_FOUND', `There is no key '${value}'; \`cairn key list\` names them.`, {
    details: { field: 'id', value, expected: 'the id of a key' }
  })
}

/** Shuts a principal out, or lets it in again. @throws CairnError NOT_FOUND, CONFLICT (nobody else may do everything) */
export async function disablePrincipal(
  tx: Transaction,
  id: string,
  now: number | null
): Promise<void> {
  const [row] = await tx.run(disableQuery, { id: asPrincipal(id), now })
  if (row === undefined) throw noPrincipal(id)
  if (row.others === 0 && now !== null)
    throw new CairnError('CONFLICT', `'${id}' is the only admin left; make another one first.`, {
      details: { field: 'id', value: id.slice(0, 60) }
    })
}

/** Principals by id, or all. */
export async function listPrincipals(
  db: Pick<Transaction, 'run'>,
  ids: readonly string[] = []
): Promise<Principal[]> {
  const rows = await db.run(principalsQuery, { ids })
  return rows.map((row) => ({
    ...row,
    role: checkRole(row.role),
    spaces: row.spaces as unknown as Principal['spaces'],
    keys: row.keys as unknown as readonly KeyRecord[]
  }))
}

export function asPrincipal(id: string): string {
  return id.startsWith('principal:') ? id : `principal:${id}`
}

export function noPrincipal(id: string): CairnError {
  const value = id.slice(0, 60)
  return new CairnError(
    'NOT_FOUND',
    `There is no principal '${value}' who may come in; \`cairn key list\` names them.`,
    { details: { field: 'principal', value, expected: 'the id of a principal' } }
  )
}
