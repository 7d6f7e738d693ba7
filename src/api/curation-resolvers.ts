import type { MutationResolvers, QueryResolvers } from './resolver-types.js'

export const curationQueries = {} satisfies QueryResolvers

export const curationMutations = {} satisfies MutationResolvers
