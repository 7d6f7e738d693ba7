import type { QueryResolvers } from './resolver-types.js'

/** What the explorer asks; the verbs check the ranges. */
export const exploreQueries = {
  node: (_, { id }, { cairn }) => cairn.open(id),
  neighborhood: (_, question, { cairn }) => cairn.neighborhood(question),
  expand: (_, question, { cairn }) => cairn.expand(question),
  concerning: (_, question, { cairn }) => cairn.concerning(question),
  paths: (_, question, { cairn }) => cairn.paths(question),
  subgraph: (_, { ids }, { cairn }) => cairn.subgraph(ids),
  spaceMap: (_, _args, { cairn }) => cairn.spaceMap(),
  history: (_, { id }, { cairn }) => cairn.history(id)
} satisfies QueryResolvers
