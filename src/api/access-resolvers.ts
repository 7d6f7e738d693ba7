import type { Principal } from '../cairn.js'
import { CairnError } from '../errors.js'
import type {
  MutationResolvers,
  Principal as GraphPrincipal,
  QueryResolvers
} from './resolver-types.js'

export const accessQueries = {
  me: async (_, __, { cairn, caller }) => {
    const { id, name, role, space } = caller
    return { id, name, role, space, spaces: await cairn.access.spaces(caller) }
  },
  spaces: (_, __, { cairn, caller }) => cairn.access.spaces(caller),
  principals: async (_, __, { cairn }) => (await cairn.access.principals()).map(shown)
} satisfies QueryResolvers

export const accessMutations = {
  makePrincipal: async (_, { input }, { cairn }) => {
    const { name, role, spaces, space, expiresAt } = input
    const made = await cairn.access.makePrincipal({
      name,
      role,
      spaces: spaces ?? [],
      ...(space == null ? {} : { space }),
      ...(expiresAt == null ? {} : { expiresAt: momentOf(expiresAt) })
    })
    return { principal: shown(made.principal), key: made.key }
  },
  makeAgentKey: async (_, { name, spaces, private: isPrivate }, { cairn, caller }) => {
    const { principal, key } = await cairn.access.makeAgentKey({
      name,
      spaces,
      ...(isPrivate ? { owner: { id: caller.id, name: caller.name } } : {})
    })
    return { principal: shown(principal), key }
  },
  makeKey: (_, { principal, expiresAt }, { cairn }) =>
    cairn.access.makeKey({
      principal,
      expiresAt: expiresAt == null ? null : momentOf(expiresAt)
    }),
  revokeKey: async (_, { id }, { cairn }) => shown(await cairn.access.revokeKey(id)),
  disablePrincipal: async (_, { id }, { cairn }) =>
    shown(await cairn.access.disablePrincipal(id, true)),
  enablePrincipal: async (_, { id }, { cairn }) =>
    shown(await cairn.access.disablePrincipal(id, false)),
  makeSpace: (_, { input }, { cairn }) =>
    cairn.access.makeSpace({
      id: input.id,
      ...(input.name == null ? {} : { name: input.name })
    }),
  addMember: (_, { role, ...member }, { cairn }) =>
    cairn.access.addMember({ ...member, ...(role == null ? {} : { role }) }),
  removeMember: (_, member, { cairn }) => cairn.access.removeMember(member),
  makeLoginLink: async (_, __, { cairn, identity }) => {
    const { secret, expiresAt } = await cairn.access.makeLink({
      principal: identity.id,
      root: identity.root
    })
    return { path: `/login?code=${secret}`, expiresAt: said(expiresAt) }
  }
} satisfies MutationResolvers

function shown(principal: Principal): GraphPrincipal {
  const { keys, createdAt, disabledAt, ...rest } = principal
  return {
    ...rest,
    createdAt: said(createdAt),
    disabledAt: saidOrNull(disabledAt),
    keys: keys.map((key) => ({
      id: key.id,
      createdAt: said(key.createdAt),
      lastUsedAt: saidOrNull(key.lastUsedAt),
      expiresAt: saidOrNull(key.expiresAt),
      revokedAt: saidOrNull(key.revokedAt)
    }))
  }
}

function said(moment: number): string {
  return new Date(moment).toISOString()
}

function saidOrNull(moment: number | null): string | null {
  return moment === null ? null : said(moment)
}

/** @throws CairnError BAD_INPUT */
function momentOf(text: string): number {
  const moment = Date.parse(text)
  if (Number.isFinite(moment) && moment > Date.now()) return moment
  const value = text.slice(0, 60)
  const expected = 'a moment to come, as ISO 8601, such as 2030-01-31T00:00:00Z'
  throw new CairnError('BAD_INPUT', `expiresAt is '${value}'; expected ${expected}.`, {
    details: { field: 'expiresAt', value, expected }
  })
}
