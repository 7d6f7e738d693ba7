import type { QueryResolvers } from './resolver-types.js'

/** The memory at a glance. */
export const overviewQueries = {
  overview: async (_, { space, range }, { cairn, caller }) => ({
    ...(await cairn.overview(range, space ?? null)),
    // Which hosts there are on the machine is for whoever runs it to know.
    silent: caller.role === 'admin' ? cairn.silentHosts().map(({ line }) => line) : []
  })
} satisfies QueryResolvers
