import type { MutationResolvers, QueryResolvers } from './resolver-types.js'

export const reviewQueries = {} satisfies QueryResolvers

export const reviewMutations = {} satisfies MutationResolvers
