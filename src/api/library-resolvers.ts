import type { MutationResolvers, QueryResolvers, Resolvers } from './resolver-types.js'

export const libraryQueries = {
  libraries: (_, __, { cairn }) => cairn.libraries(),
  libraryRemoval: (_, { library, source }, { cairn }) =>
    cairn.plannedRemoval({ library, source: source ?? null }),
  oldVersions: (_, { keep, name }, { cairn }) => cairn.oldVersions({ keep, name: name ?? null })
} satisfies QueryResolvers

export const libraryMutations = {
  removeLibrary: (_, { library, source }, { cairn }) =>
    cairn.removeLibrary({ library, source: source ?? null }),
  pruneLibraries: (_, { keep, name }, { cairn }) =>
    cairn.pruneLibraries({ keep, name: name ?? null })
} satisfies MutationResolvers

export const libraryFields = {
  sources: ({ key }, _, { loaders }) => loaders.sources.load(key)
} satisfies Resolvers['Library']
