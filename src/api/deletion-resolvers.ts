import type { MutationResolvers } from './resolver-types.js'

export const deletionMutations = {
  deleteContribution: async (_, { id, dryRun }, { cairn }) => {
    const { ids, orphans, marked } = await cairn.deleteContribution({ id, dryRun })
    return { deleted: [...ids], orphans, marked: [...marked] }
  }
} satisfies MutationResolvers
