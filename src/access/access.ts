import type { Caller } from '../domain/caller.js'
import type { Database } from '../graph/database.js'
import type { Log } from '../log.js'
import { createAuthenticator } from './authenticator.js'
import { callerOf, type Identity } from './identity.js'
import {
  asPrincipal,
  disablePrincipal,
  listPrincipals,
  makeKey,
  makeKeyOfAgent,
  makePrincipal,
  revokeKey,
  sharePrivateSpace,
  type Principal,
  type PrincipalInput
} from './principals.js'
import { endSession, makeLink, openLink, startSession, type Opener } from './sessions.js'
import {
  addMember,
  listSpaces,
  makeSpace,
  removeMember,
  type Space,
  type SpaceGrant
} from './spaces.js'

/** Who may come in, and the keys, sessions and spaces of everybody. */
export interface Access {
  /** Whom a key or session belongs to, null where it opens nothing. */
  identify(secret: string): Promise<Identity | null>
  /** The caller of a request, who writes in that space. @throws CairnError NOT_FOUND, FORBIDDEN */
  callerOf(identity: Identity, space?: string): Caller
  /** A browser's session; the secret goes into its cookie. */
  startSession(opener: Opener): Promise<{ secret: string; expiresAt: number }>
  /** A code that logs one browser in, once. */
  makeLink(opener: Opener): Promise<{ secret: string; expiresAt: number }>
  openLink(code: string): Promise<{ secret: string; expiresAt: number } | null>
  endSession(id: string): Promise<void>
  principals(ids?: readonly string[]): Promise<Principal[]>
  /** The key is shown here and never again. */
  makePrincipal(input: PrincipalInput): Promise<{ principal: Principal; key: string }>
  /**
   * A key for an agent, which is made where there is none of that name.
   * @param input with an owner, it writes in their private space
   * @throws CairnError BAD_INPUT, NOT_FOUND, CONFLICT (it is no agent)
   */
  makeAgentKey(input: {
    name: string
    spaces: readonly string[]
    owner?: { id: string; name: string }
  }): Promise<{ principal: Principal; key: string }>
  makeKey(of: { principal: string; expiresAt: number | null }): Promise<{ id: string; key: string }>
  /** Revokes a key with the sessions that it opened, at once here and within seconds in other processes. */
  revokeKey(id: string): Promise<Principal>
  disablePrincipal(id: string, disabled: boolean): Promise<Principal>
  /** The spaces in a caller's sight. */
  spaces(caller: Caller): Promise<Space[]>
  makeSpace(input: { id: string; name?: string }): Promise<Space>
  addMember(member: SpaceGrant): Promise<Space>
  removeMember(member: { space: string; principal: string }): Promise<Space>
}

export interface AccessDeps {
  readonly db: Database
  readonly log: Log
  /** Milliseconds since 1970; the system's clock unless told. */
  readonly now?: () => number
}

export function createAccess(deps: AccessDeps): Access {
  const { db } = deps
  const now = deps.now ?? Date.now
  const authenticator = createAuthenticator({ ...deps, now })
  /** What changes rights counts from the next request on. */
  const changing = <T>(work: Promise<T>): Promise<T> =>
    work.finally(() => {
      authenticator.forget()
    })
  const one = async (id: string): Promise<Principal> => {
    const [principal] = await listPrincipals(db, [asPrincipal(id)])
    if (principal === undefined) throw new Error(`principal ${id} went`)
    return principal
  }
  return {
    identify: (secret) => authenticator.identify(secret),
    callerOf,
    startSession: (opener) => startSession(db, opener, now()),
    makeLink: (opener) => makeLink(db, opener, now()),
    openLink: (code) => openLink(db, code, now()),
    endSession: (id) => changing(endSession(db, id, now())),
    principals: (ids) => listPrincipals(db, ids),
    makePrincipal: async (input) => {
      const { principal, key } = await changing(db.write((tx) => makePrincipal(tx, input, now())))
      return { principal: await one(principal), key }
    },
    makeAgentKey: async ({ name, spaces, owner }) => {
      const id = asPrincipal(name)
      const [known] = await listPrincipals(db, [id])
      const { key } = await changing(
        db.write(async (tx) => {
          const made =
            known === undefined
              ? await makePrincipal(tx, { name, role: 'agent', spaces }, now())
              : await makeKeyOfAgent(tx, known, now())
          if (owner !== undefined) await sharePrivateSpace(tx, owner, id)
          return made
        })
      )
      return { principal: await one(id), key }
    },
    makeKey: (of) => db.write((tx) => makeKey(tx, of, now())),
    revokeKey: async (id) => one(await changing(db.write((tx) => revokeKey(tx, id, now())))),
    disablePrincipal: async (id, disabled) => {
      await changing(db.write((tx) => disablePrincipal(tx, id, disabled ? now() : null)))
      return one(id)
    },
    spaces: async ({ spaces }) => listSpaces(db, spaces),
    makeSpace: (input) => changing(makeSpace(db, input)),
    addMember: (member) => changing(addMember(db, member)),
    removeMember: (member) => changing(removeMember(db, member))
  }
}
