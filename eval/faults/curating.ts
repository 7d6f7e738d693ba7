import { ask, type Door } from './client.js'
import type { Activity, Doing } from './doing.js'
import { recordAll } from './record-all.js'
import { sentJob } from './sent-job.js'
import { telling } from './traces-to-send.js'

/** Records attempts that tell of a behaviour, and curates. */
export function curate(at: Doing): Activity {
  const word = `batch${at.cycle}`
  const job = sentJob(at, {
    mutation: 'mutation { runCuration { id } }',
    variables: {},
    field: 'runCuration'
  })
  const record = () => recordAll(at, telling(word))
  let recorded = false
  return {
    name: 'curation',
    go: async () => {
      recorded = await record().then(
        () => true,
        () => false
      )
      await job.go()
    },
    finish: async () => {
      if (!recorded) await record()
      const said = await job.finish(!recorded)
      const found = (await queue(at.door)).filter(({ title }) => title.includes(word))
      if (found.length === 1) return said
      return [
        ...said,
        `${found.length === 0 ? 'LOST' : 'DOUBLED'} ${found.length} candidates for one behaviour (${word})`
      ]
    }
  }
}

interface Waiting {
  readonly id: string
  readonly version: number
  readonly title: string
  readonly state: string
  readonly toAcknowledge: readonly string[]
}

/** What waits for a decision, would once it passed its gates, or was decided on. */
async function queue(door: Door): Promise<readonly Waiting[]> {
  const { reviewQueue } = await ask<{ reviewQueue: { nodes: readonly Waiting[] } }>(
    door,
    `{ reviewQueue(first: 200, filter: {states: ["candidate", "in-review", "needs-work", "approved", "retired"]}) {
         nodes { id version title state toAcknowledge } } }`
  )
  return reviewQueue.nodes
}

/** Takes a candidate into review, approves it, and retires every second one again. */
export function approve(at: Doing): Activity {
  const first = curate(at)
  let insight: string | null = null
  const last: { decided: Acknowledged | null } = { decided: null }
  const decide = async (field: string, version: number, more: Decision): Promise<number> => {
    const id = insight
    if (id === null) return version
    const decision = {
      insight: id,
      version,
      ...(more.reason === undefined ? {} : { reason: more.reason })
    }
    let after = version
    const sent = await at.ledger.send('Review', async () => {
      const answer = await ask<Record<string, Decided>>(
        at.door,
        `mutation ($decision: DecisionInput!${more.ack === undefined ? '' : ', $ack: [String!]!'}) { ${field}(decision: $decision${more.ack === undefined ? '' : ', acknowledge: $ack'}) { id changes { insight after { state version } } } }`,
        { decision, ack: more.ack }
      )
      const [change] = (answer[field]?.changes ?? []).filter((one) => one.insight === id)
      if (change === undefined) throw new Error(`${field} changed nothing`)
      last.decided = { decision: field, after: change.after }
      after = change.after.version
      return answer[field]?.id ?? null
    })
    if (sent === null) throw new Error('not heard of')
    return after
  }
  return {
    name: 'approval',
    go: async () => {
      const found = (await queue(at.door)).find(
        ({ state }) => state === 'candidate' || state === 'in-review'
      )
      if (found === undefined) {
        await first.go()
        return
      }
      insight = found.id
      const claimed = await decide('claimInsight', found.version, {})
      const approved = await decide('approveInsight', claimed, { ack: found.toAcknowledge })
      if (at.cycle % 2 === 0) await decide('retireInsight', approved, { reason: 'a trial' })
    },
    finish: async () => {
      if (insight === null) return first.finish()
      const seen = (await queue(at.door)).find(({ id }) => id === insight)
      return last.decided === null ? [] : lostDecision(insight, last.decided, seen)
    }
  }
}

/** A later decision of which nothing was heard may have been taken: one version more, no other. */
function lostDecision(
  insight: string,
  { decision, after }: Acknowledged,
  seen: Waiting | undefined
): readonly string[] {
  if (seen?.version === after.version && seen.state === after.state) return []
  if (seen?.version === after.version + 1) return []
  const is = seen === undefined ? 'gone' : `${seen.state} ${seen.version}`
  return [`LOST ${decision}: ${insight} was ${after.state} ${after.version}, and is ${is}`]
}

interface Acknowledged {
  readonly decision: string
  readonly after: { readonly state: string; readonly version: number }
}

interface Decision {
  readonly ack?: readonly string[]
  readonly reason?: string
}

interface Decided {
  readonly id: string
  readonly changes: readonly {
    readonly insight: string
    readonly after: { readonly state: string; readonly version: number }
  }[]
}
