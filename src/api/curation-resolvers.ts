import { within } from './within.js'
import type { CurationReport, MutationResolvers, QueryResolvers } from './resolver-types.js'

/** Jobs that are looked through for runs of curation. */
const jobsLookedAt = 200

/** What runs of curation brought, and what was learned of the order of documentation. */
export const curationQueries = {
  curationReports: async (_, { limit }, { cairn }) => {
    const most = within('limit', limit, { min: 1, max: 50 })
    const jobs = await cairn.jobs.list(jobsLookedAt)
    return jobs
      .filter(({ kind, state }) => kind === 'curate' && state === 'done')
      .slice(0, most)
      .map(({ id, result }) => reportOf(id, result ?? '{}'))
  },
  ranking: (_, _args, { cairn }) => cairn.ranking()
} satisfies QueryResolvers

/** A report as its job keeps it. */
type Kept = Omit<CurationReport, 'job' | 'byGate' | 'byReason'> & {
  readonly byGate?: Readonly<Record<string, number>>
  readonly byReason?: Readonly<Record<string, number>>
}

function reportOf(job: string, result: string): CurationReport {
  const { byGate = {}, byReason = {}, ...kept } = JSON.parse(result) as Kept
  return { ...kept, job, byGate: counts(byGate), byReason: counts(byReason) }
}

function counts(by: Readonly<Record<string, number>>): { name: string; count: number }[] {
  return Object.entries(by).map(([name, count]) => ({ name, count }))
}

/** What starts a run of curation or of learning the order, and takes the learned order back. */
export const curationMutations = {
  runCuration: (_, { input }, { cairn }) =>
    cairn.curate({
      seed: within('seed', input.seed ?? 1, { min: 0, max: 0x7fffffff }),
      again: input.again ?? false
    }),
  learnRanking: (_, _args, { cairn }) => cairn.learnRanking(),
  forgetRanking: (_, _args, { cairn }) => cairn.forgetRanking()
} satisfies MutationResolvers
