import { setTimeout as wait } from 'node:timers/promises'
import { ask, type Door } from './client.js'
import { Refused, type Ledger } from './ledger.js'
import { traceNamed } from './traces-to-send.js'

/** Agents that record, ask and report all the while, whatever becomes of Cairn. */
export interface Load {
  /** @returns what was refused that should not have been */
  stop(): Promise<readonly string[]>
}

/** A worker on each door. */
export function startLoad(doors: readonly Door[], ledger: Ledger, name: string): Load {
  const state = { over: false }
  const refused: string[] = []
  const over = () => state.over
  const worker = async (door: Door, own: string) => {
    for (let i = 0; !over(); i += 1) {
      try {
        const trace = await ledger.send('Trace', () => recordTrace(door, `${own}-${i}`), 'safe')
        // Nobody hammers on a door that is shut.
        if (trace === null) await wait(1_000)
        else await askAndReport(door, ledger, `${own}-${i}`)
      } catch (error) {
        if (error instanceof Refused) refused.push(`REFUSED ${error.message}`)
      }
      await wait(50)
    }
  }
  const all = Promise.all(doors.map((door, i) => worker(door, `${name}-${i}`)))
  return {
    stop: async () => {
      state.over = true
      await all
      return refused
    }
  }
}

async function recordTrace(door: Door, name: string): Promise<string | null> {
  const { recordTrace: receipt } = await ask<{
    recordTrace: { status: string; trace: string | null; reason: string | null }
  }>(door, 'mutation ($trace: JSON!) { recordTrace(trace: $trace) { status trace reason } }', {
    trace: traceNamed(name, {
      learned: [
        {
          about: [`station.${name.split('-').slice(0, 2).join('_')}`],
          happens: 'returns the newest row first'
        }
      ]
    })
  })
  if (receipt.status === 'rejected') throw new Refused(`a trace: ${receipt.reason ?? ''}`)
  return receipt.trace
}

async function askAndReport(door: Door, ledger: Ledger, name: string): Promise<void> {
  let number = ''
  const id = await ledger.send('Recommendation', async () => {
    const { recommend } = await ask<{
      recommend: { id: string; citations: readonly { number: number }[] }
    }>(door, 'mutation ($q: String!) { recommend(question: $q) { id citations { number } } }', {
      q: `How do I use part ${name.length} of the station, call station.use_3?`
    })
    number = String(recommend.citations[0]?.number ?? '')
    return recommend.id
  })
  if (id === null || number === '') return
  const input = { recommendation: id, from: 'agent', outcome: 'passed', used: [number], key: name }
  await ledger.send(
    'Feedback',
    async () => {
      const { sendFeedback } = await ask<{ sendFeedback: { feedback: string } }>(
        door,
        'mutation ($input: FeedbackInput!) { sendFeedback(input: $input) { feedback } }',
        { input }
      )
      return sendFeedback.feedback
    },
    'safe'
  )
}
