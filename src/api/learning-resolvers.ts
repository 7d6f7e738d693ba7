import type { MutationResolvers, QueryResolvers } from './resolver-types.js'

export const learningQueries = {} satisfies QueryResolvers

export const learningMutations = {} satisfies MutationResolvers
