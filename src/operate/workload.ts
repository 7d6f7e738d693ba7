import { Gauge, Registry } from 'prom-client'
import type { Database } from '../graph/database.js'
import { jobsByState, reviewQueueTotal } from '../graph/queries.js'

/** Work that is there, as one sees it to whom only some spaces are in sight. */
export interface Workload {
  /** How many jobs stand how. */
  readonly jobs: Readonly<Record<string, number>>
  /** Insights that wait for a curator. */
  readonly reviewQueue: number
}

/** States in which an insight waits for a curator. */
const awaited = ['candidate', 'in-review', 'needs-work']

/** Counts what is in sight of a caller. */
export async function workloadOf(
  db: Database,
  { space, spaces }: { readonly space: string; readonly spaces: readonly string[] }
): Promise<Workload> {
  const any = { library: null, gap: null, flag: null, words: '', by: null, ready: null }
  const [jobs, [review]] = await Promise.all([
    db.run(jobsByState, { spaces }),
    db.run(reviewQueueTotal, { space, states: awaited, ...any })
  ])
  const byState = jobs.map(({ state, count }): [string, number] => [state, count])
  return { jobs: Object.fromEntries(byState), reviewQueue: review?.total ?? 0 }
}

/** The same as text for Prometheus; made anew for everybody who asks. */
export function workloadText({ jobs, reviewQueue }: Workload): Promise<string> {
  const registry = new Registry()
  const registers = [registry]
  const states = new Gauge({
    name: 'cairn_jobs',
    help: 'Jobs in sight of who asks, by state',
    labelNames: ['state'],
    registers
  })
  for (const [state, count] of Object.entries(jobs)) states.set({ state }, count)
  const waiting = {
    name: 'cairn_job_queue_length',
    help: 'Jobs in sight that are queued',
    registers
  }
  new Gauge(waiting).set(jobs['queued'] ?? 0)
  const review = {
    name: 'cairn_review_queue_length',
    help: 'Insights in sight that wait for a curator',
    registers
  }
  new Gauge(review).set(reviewQueue)
  return registry.metrics()
}
