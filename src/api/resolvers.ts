import { deletionMutations } from './deletion-resolvers.js'
import { recommendationMarkdown } from '../domain/recommendation-markdown.js'
import type { Context } from './context.js'
import { within } from './within.js'
import type { ReviewedInsight } from '../cairn.js'
import { accessMutations, accessQueries } from './access-resolvers.js'
import { experienceMutations, experienceQueries } from './experience-resolvers.js'
import { curationMutations, curationQueries } from './curation-resolvers.js'
import { exploreQueries } from './explore-resolvers.js'
import { guarded } from './guard.js'
import { learningMutations, learningQueries } from './learning-resolvers.js'
import { libraryFields, libraryMutations, libraryQueries } from './library-resolvers.js'
import { listQueries } from './list-resolvers.js'
import { overviewQueries } from './overview-resolvers.js'
import { reviewMutations, reviewQueries } from './review-resolvers.js'
import { subscriptions } from './subscriptions.js'
import type {
  Job,
  MutationRecommendArgs,
  MutationResolvers,
  QueryResolvers,
  RequireFields,
  Resolvers,
  ReviewedInsightInput
} from './resolver-types.js'

/** Versions by name; of a name that comes twice the last. */
function versionsOf(
  versions: readonly { readonly name: string; readonly version: string }[]
): Record<string, string> {
  return Object.fromEntries(versions.slice(0, 200).map(({ name, version }) => [name, version]))
}

type Asked = RequireFields<MutationRecommendArgs, 'libraries' | 'tokens' | 'versions' | 'unasked'>

function answered(
  _: unknown,
  { question, libraries, tokens, asOf, versions, unasked }: Asked,
  { cairn }: Context
) {
  return cairn.recommend(
    { text: question, libraries, versions: versionsOf(versions) },
    {
      tokens: within('tokens', tokens, { min: 1, max: 100_000 }),
      unasked,
      ...(asOf == null ? {} : { asOf })
    }
  )
}

/** GraphQL to verbs and back; nothing but the range of numbers is decided here. */
export const resolvers: Resolvers = {
  Query: guarded<QueryResolvers>({
    status: (_, __, { cairn }) => cairn.about,
    recommend: answered,
    why: (_, { question, libraries, node }, { cairn }) =>
      cairn.why({ text: question, libraries }, node ?? null),
    search: (_, { question, libraries, limit }, { cairn }) =>
      cairn.search({ text: question, libraries }, limit),
    job: (_, { id }, { cairn }) => cairn.jobs.get(id),
    ...experienceQueries,
    ...learningQueries,
    ...curationQueries,
    ...reviewQueries,
    ...exploreQueries,
    ...listQueries,
    ...overviewQueries,
    ...libraryQueries,
    ...accessQueries
  }),
  Mutation: guarded<MutationResolvers>(
    {
      ingest: (_, { input }, { cairn }) => {
        const { reader, sources, name, version, ecosystem, only, with: sisters, source } = input
        const library = Object.fromEntries(
          Object.entries({ name, version, ecosystem }).filter(([, value]) => value != null)
        )
        return cairn.ingest({
          reader,
          sources,
          library,
          ...(only == null ? {} : { only }),
          ...(sisters == null ? {} : { with: sisters }),
          ...(source == null ? {} : { source })
        })
      },
      recommend: answered,
      ...experienceMutations,
      ...learningMutations,
      ...deletionMutations,
      ...libraryMutations,
      ...curationMutations,
      ...reviewMutations,
      recordInsight: (_, { insight }, { cairn }) => cairn.recordInsight(reviewed(insight)),
      ...accessMutations,
      cancelJob: (_, { id }, { cairn }) => cairn.jobs.cancel(id),
      retryJob: (_, { id }, { cairn, caller }) => cairn.jobs.retry(id, caller.name)
    },
    'changes'
  ),
  Subscription: guarded(subscriptions),
  Recommendation: { markdown: (recommendation) => recommendationMarkdown(recommendation) },
  Citation: { node: ({ id }, _, { loaders }) => loaders.node.load(id) },
  Found: { node: ({ id }, _, { loaders }) => loaders.node.load(id) },
  Insight: {
    uses: async ({ id }, _, { loaders }) => (await loaders.uses.load(id))?.uses ?? 0,
    lastUsedAt: async ({ id }, _, { loaders }) => (await loaders.uses.load(id))?.lastUsedAt ?? null,
    contradictions: async ({ id }, _, { loaders }) =>
      (await loaders.uses.load(id))?.contradictions ?? 0,
    about: async ({ id }, _, { loaders }) => [...((await loaders.glances.load(id))?.about ?? [])],
    quote: async ({ id }, _, { loaders }) => (await loaders.glances.load(id))?.quote ?? null,
    needs: async ({ id }, _, { loaders }) => (await loaders.glances.load(id))?.needs ?? 0
  },
  Library: libraryFields,
  Node: { title: ({ id, properties }) => titleOf(properties) ?? id },
  Job: { result: (job) => parsed(job.result) },
  Status: {
    nodes: async (_, __, { cairn }) => counts(await cairn.nodeCounts()),
    edges: async (_, __, { cairn }) => counts(await cairn.edgeCounts())
  }
}

function reviewed(input: ReviewedInsightInput): ReviewedInsight {
  const { code, reviewer, ...words } = input
  return {
    avoid: '',
    derivedFrom: [],
    about: [],
    ...words,
    code: code ?? null,
    reviewer: reviewer ?? ''
  }
}

function titleOf(properties: Readonly<Record<string, unknown>>): string | undefined {
  return ['title', 'name', 'question', 'label']
    .map((key) => properties[key])
    .find((v) => typeof v === 'string')
}

function parsed(json: string | null): Job['result'] {
  return json === null ? null : (JSON.parse(json) as unknown)
}

function counts(record: Readonly<Record<string, number>>): { name: string; count: number }[] {
  return Object.entries(record).map(([name, count]) => ({ name, count }))
}
