import { setTimeout as pause } from 'node:timers/promises'
import type { Cairn, Job } from '../cairn.js'
import type { SubscriptionResolvers } from './resolver-types.js'

/** How often it is looked whether something changed, in milliseconds: the graph is where all processes meet. */
const lookEvery = 500
/** Jobs that are watched where no id is given. */
const mostJobs = 50

export const subscriptions = {
  jobChanged: {
    subscribe: async (_, { id }, { cairn }) => {
      // What is not there is told at once; a stream that breaks off tells nothing.
      if (id != null) await cairn.jobs.get(id)
      return jobChanges(cairn, id ?? null)
    }
  },
  queueChanged: { subscribe: (_, __, { cairn }) => queueChanges(cairn) }
} satisfies SubscriptionResolvers

async function* jobChanges(cairn: Cairn, id: string | null): AsyncGenerator<{ jobChanged: Job }> {
  const jobs = id === null ? jobsFrom(cairn) : jobFrom(cairn, id)
  for await (const job of jobs) yield { jobChanged: job }
}

async function* queueChanges(cairn: Cairn) {
  const look = cairn.watchQueue()
  for (;;) {
    for (const change of await look()) yield { queueChanged: change }
    await pause(lookEvery)
  }
}

async function* jobFrom(cairn: Cairn, id: string): AsyncGenerator<Job> {
  let last = ''
  for (;;) {
    const job = await cairn.jobs.get(id)
    const seen = standing(job)
    if (seen !== last) yield job
    if (job.finishedAt !== null) return
    last = seen
    await pause(lookEvery)
  }
}

async function* jobsFrom(cairn: Cairn): AsyncGenerator<Job> {
  let last = new Map<string, string>()
  let first = true
  for (;;) {
    const jobs = await cairn.jobs.list(mostJobs)
    for (const job of jobs.toReversed()) if (!first && last.get(job.id) !== standing(job)) yield job
    last = new Map(jobs.map((job) => [job.id, standing(job)]))
    first = false
    await pause(lookEvery)
  }
}

function standing({ state, done, total }: Job): string {
  return `${state} ${done} ${total}`
}
