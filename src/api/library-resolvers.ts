import type { MutationResolvers, QueryResolvers, Resolvers } from './resolver-types.js'

export const libraryQueries = {
  libraries: (_, __, { cairn }) => cairn.libraries(),
  libraryRemoval: (_, { library, source }, { cairn }) =>
    cairn.plannedRemoval({ library, source: source ?? null }),
  sourcePreview: (_, { source, reader, name, version }, { cairn }) =>
    cairn.previewSource({
      source,
      reader: reader ?? null,
      name: name ?? null,
      version: version ?? null
    }),
  folders: async (_, { path }, { cairn }) => {
    const listing = await cairn.folders(path ?? null)
    return { ...listing, folders: [...listing.folders] }
  },
  oldVersions: (_, { keep, name }, { cairn }) => cairn.oldVersions({ keep, name: name ?? null })
} satisfies QueryResolvers

export const libraryMutations = {
  pinLibrary: (_, { library, pinned }, { cairn }) => cairn.pinLibrary(library, pinned),
  removeLibrary: (_, { library, source }, { cairn }) =>
    cairn.removeLibrary({ library, source: source ?? null }),
  pruneLibraries: (_, { keep, name }, { cairn }) =>
    cairn.pruneLibraries({ keep, name: name ?? null })
} satisfies MutationResolvers

export const libraryFields = {
  sources: ({ key }, _, { loaders }) => loaders.sources.load(key)
} satisfies Resolvers['Library']
