import type { Cairn, Job } from '../cairn.js'
import type { Context } from './context.js'
import type { SubscriptionResolvers } from './resolver-types.js'
import { whileListened, type Listening } from './stream-life.js'

/** How often it is looked whether something changed, in milliseconds: the graph is where all processes meet. */
const lookEvery = 500
/** Jobs that are watched where no id is given. */
const mostJobs = 50

export const subscriptions = {
  jobChanged: {
    subscribe: async (_, { id }, context) => {
      const { cairn } = context
      // What is not there is told at once; a stream that breaks off tells nothing.
      if (id != null) await cairn.jobs.get(id)
      return whileListened((listening) => jobChanges(watchOf(context, listening), id ?? null))
    }
  },
  queueChanged: {
    subscribe: (_, __, context) =>
      whileListened((listening) => queueChanges(watchOf(context, listening)))
  }
} satisfies SubscriptionResolvers

interface Watch {
  readonly cairn: Cairn
  /** Until the next look. @throws CairnError UNAUTHENTICATED where who listens may not any more */
  readonly rest: () => Promise<void>
}

function watchOf({ cairn, stillKnown }: Context, { pause }: Listening): Watch {
  return {
    cairn,
    rest: async () => {
      await pause(lookEvery)
      await stillKnown()
    }
  }
}

async function* jobChanges(
  watch: Watch,
  id: string | null
): AsyncGenerator<{ jobChanged: Job }, void> {
  const jobs = id === null ? jobsFrom(watch) : jobFrom(watch, id)
  for await (const job of jobs) yield { jobChanged: job }
}

async function* queueChanges({ cairn, rest }: Watch) {
  const look = cairn.watchQueue()
  for (;;) {
    for (const change of await look()) yield { queueChanged: change }
    await rest()
  }
}

async function* jobFrom({ cairn, rest }: Watch, id: string): AsyncGenerator<Job> {
  let last = ''
  for (;;) {
    const job = await cairn.jobs.get(id)
    const seen = standing(job)
    if (seen !== last) yield job
    if (job.finishedAt !== null) return
    last = seen
    await rest()
  }
}

async function* jobsFrom({ cairn, rest }: Watch): AsyncGenerator<Job> {
  let last = new Map<string, string>()
  let first = true
  for (;;) {
    const jobs = await cairn.jobs.list(mostJobs)
    for (const job of jobs.toReversed()) if (!first && last.get(job.id) !== standing(job)) yield job
    last = new Map(jobs.map((job) => [job.id, standing(job)]))
    first = false
    await rest()
  }
}

function standing({ state, done, total }: Job): string {
  return `${state} ${done} ${total}`
}
