import { within } from './within.js'
import type { CurationReport, MutationResolvers, QueryResolvers } from './resolver-types.js'

/** Jobs that are looked through for runs of curation. */
const jobsLookedAt = 200

/** What runs of curation brought. */
export const curationQueries = {
  curationReports: async (_, { limit }, { cairn }) => {
    const most = within('limit', limit, { min: 1, max: 50 })
    const jobs = await cairn.jobs.list(jobsLookedAt)
    return jobs
      .filter(({ kind, state }) => kind === 'curate' && state === 'done')
      .slice(0, most)
      .map(({ id, result }) => ({ ...(JSON.parse(result ?? '{}') as CurationReport), job: id }))
  }
} satisfies QueryResolvers

/** What starts a run of curation. */
export const curationMutations = {
  runCuration: (_, { input }, { cairn }) =>
    cairn.curate({ seed: within('seed', input.seed ?? 1, { min: 0, max: 0x7fffffff }) })
} satisfies MutationResolvers
