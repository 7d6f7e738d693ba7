import type { Cairn } from '../cairn.js'
import { queueList, type Place } from '../domain/cursor.js'
import { connectionOf } from './connection.js'
import { within } from './within.js'
import type {
  DecisionInput,
  InsightWordsInput,
  MutationResolvers,
  QueryResolvers,
  ReviewFilter
} from './resolver-types.js'

type Decided = Awaited<ReturnType<Cairn['decide']>>
type Snapshot = Decided['changes'][number]['after']
type Words = Parameters<Cairn['revise']>[0]['into'][number]

const mostChanges = 5_000

/** What curators and operators ask. */
export const reviewQueries = {
  reviewQueue: async (_, { filter, first, after }, { cairn }) => {
    const { insights, total, next } = await cairn.reviewQueue({
      ...filterOf(filter),
      first,
      ...(after == null ? {} : { after })
    })
    const page = connectionOf(insights, { list: queueList, first, after, total }, queuePlace)
    return { ...page, pageInfo: { ...page.pageInfo, hasNextPage: next !== null } }
  },
  insight: async (_, { id }, { cairn }) => {
    const { decisions, ...insight } = await cairn.insight(id)
    const effect = await cairn.effectOf(id)
    return { ...insight, decisions: decisions.map(decisionOf), effect }
  },
  epochs: (_, __, { cairn }) => cairn.epochs(),
  compareEpochs: (_, between, { cairn }) => cairn.compareEpochs(between),
  apiChanges: async (_, { library, added, limit }, { cairn }) => {
    const most = within('limit', limit, { min: 1, max: mostChanges })
    const steps = await cairn.apiChanges({ library, added })
    return steps.map((step) => ({
      ...step,
      changes: step.changes
        .slice(0, most)
        .map((change) => ({ ...change, from: step.from, to: step.to }))
    }))
  },
  health: async (_, __, { cairn, caller }) => ({
    ...(await cairn.graphHealth()),
    silentHosts: silentHosts(caller.role === 'admin' ? cairn.silentHosts() : [])
  })
} satisfies QueryResolvers

/** Which hosts there are on the machine is for whoever runs it to know. */
function silentHosts(found: ReturnType<Cairn['silentHosts']>) {
  return {
    what: 'silent-hosts',
    count: found.length,
    examples: found.map(({ host, line }) => ({ id: host, title: line }))
  }
}

/** What curators decide. */
export const reviewMutations = {
  claimInsight: (_, { decision }, { cairn }) => decide(cairn, 'claim', decision),
  releaseInsight: (_, { decision }, { cairn }) => decide(cairn, 'release', decision),
  approveInsight: async (_, { decision, acknowledge }, { cairn }) =>
    decisionOf(await cairn.decide({ verdict: 'approve', ...seen(decision), acknowledge })),
  rejectInsight: (_, { decision }, { cairn }) => decide(cairn, 'reject', decision),
  sendInsightBack: (_, { decision }, { cairn }) => decide(cairn, 'needs-work', decision),
  retireInsight: (_, { decision }, { cairn }) => decide(cairn, 'retire', decision),
  undoDecision: (_, { decision }, { cairn }) => decide(cairn, 'undo', decision),
  editInsight: async (_, { decision, into }, { cairn }) =>
    decisionOf(await cairn.revise({ kind: 'edit', ...revised(decision), into: [words(into)] })),
  mergeInsights: async (_, { sources, into, by, reason }, { cairn }) => {
    const why = reason == null ? {} : { reason }
    return decisionOf(
      await cairn.revise({ kind: 'merge', sources, into: [words(into)], by: by ?? '', ...why })
    )
  },
  splitInsight: async (_, { decision, into }, { cairn }) =>
    decisionOf(await cairn.revise({ kind: 'split', ...revised(decision), into: into.map(words) })),
  publishInsight: async (_, { decision, into }, { cairn }) =>
    decisionOf(await cairn.publish({ ...seen(decision), into: words(into) })),
  closeEpoch: (_, { by, note }, { cairn }) =>
    cairn.closeEpoch({ by: by ?? '', ...(note == null ? {} : { note }) }),
  rollBackEpoch: (_, { by, ...input }, { cairn }) => cairn.rollBack({ ...input, by: by ?? '' })
} satisfies MutationResolvers

/** The place in the queue, as insight/queue.ts reads it. */
function queuePlace({ place, id }: { place: number; id: string }): Place {
  return [place, id]
}

async function decide(
  cairn: Cairn,
  verdict: Parameters<Cairn['decide']>[0]['verdict'],
  decision: DecisionInput
) {
  return decisionOf(await cairn.decide({ verdict, ...seen(decision) }))
}

function seen({ insight, version, by, reason }: DecisionInput) {
  return { insight, version, by: by ?? '', ...(reason == null ? {} : { reason }) }
}

function revised(decision: DecisionInput) {
  const { insight, version, ...told } = seen(decision)
  return { sources: [{ insight, version }], ...told }
}

function words({ backedBy, code, ...text }: InsightWordsInput): Words {
  return { avoid: '', ...text, code: code ?? null, ...(backedBy == null ? {} : { backedBy }) }
}

function filterOf(filter: ReviewFilter) {
  const { states, library, gap, flag, words, by, ready, order } = filter
  return {
    ...(states == null ? {} : { states }),
    ...(library == null ? {} : { library }),
    ...(gap == null ? {} : { gap }),
    ...(flag == null ? {} : { flag }),
    ...(words == null ? {} : { words }),
    ...(by == null ? {} : { by }),
    ...(ready == null ? {} : { ready }),
    ...(order == null ? {} : { order })
  }
}

function decisionOf(decided: Decided) {
  return {
    ...decided,
    changes: decided.changes.map(({ insight, before, after }) => ({
      insight,
      before: before === null ? null : standingOf(before),
      after: standingOf(after)
    }))
  }
}

function standingOf(snapshot: Snapshot) {
  return { ...snapshot, inForce: snapshot.kind === 'reviewed' }
}
