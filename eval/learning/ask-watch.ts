import type { Cairn } from '../../src/cairn.js'
import { randomFrom } from '../../src/domain/random-from.js'
import type { Arrival } from './arrivals.js'
import { failureOf, namesApi, namesError, type Failure } from './watch-matches.js'

/** Shares of failed attempts, 0 to 1. */
export interface WatchShares {
  readonly api: number
  readonly error: number
  readonly either: number
}

export interface WatchReport extends WatchShares {
  /** Failed attempts at families that were never seen. */
  readonly failed: number
  /** The same answers held against a failed attempt at another family: what matches by chance. */
  readonly chance: WatchShares
  /** Share of the questions whose answer shows an approved insight. */
  readonly insightShown: number
  /** Share of the questions whose answer says anything to watch out for. */
  readonly anyWatch: number
}

/** Asks `recommend` for each held-out problem that was failed at, and compares its warnings with what happened. */
export async function askWatch(
  cairn: Cairn,
  attempts: readonly Arrival[],
  asOf?: number
): Promise<WatchReport> {
  const failed = attempts.filter(({ attempt }) => !attempt.passed)
  const failures = failed.map(({ attempt, problem }) =>
    failureOf(attempt.code, attempt.error, problem.prompt)
  )
  const answers = new Map<string, Answer>()
  for (const { problem } of failed) {
    if (!answers.has(problem.id)) answers.set(problem.id, await ask(cairn, problem.prompt, asOf))
  }
  const texts = failed.map(({ problem }) => answers.get(problem.id)?.watch ?? '')
  const others = ofOtherFamilies(failed).map((at) => failures[at] ?? nothing)
  const all = [...answers.values()]
  return {
    failed: failed.length,
    ...sharesOf(texts, failures),
    chance: sharesOf(texts, others),
    insightShown: all.filter(({ insight }) => insight).length / all.length,
    anyWatch: all.filter(({ watch }) => watch !== '').length / all.length
  }
}

const nothing: Failure = { apis: [], errors: [] }

interface Answer {
  readonly watch: string
  readonly insight: boolean
}

async function ask(cairn: Cairn, text: string, asOf: number | undefined): Promise<Answer> {
  const { items, citations } = await cairn.recommend(
    { text, libraries: [] },
    { withholdShare: 0, ...(asOf === undefined ? {} : { asOf }) }
  )
  const watch = items.filter(({ section }) => section === 'watch')
  return {
    watch: watch.map(({ title, body, code }) => [title, body, code ?? ''].join('\n')).join('\n'),
    insight: citations.some(({ label }) => label === 'Insight')
  }
}

function sharesOf(texts: readonly string[], failures: readonly Failure[]): WatchShares {
  const hits = texts.map((text, i) => {
    const { apis, errors } = failures[i] ?? nothing
    return { api: namesApi(text, apis), error: namesError(text, errors) }
  })
  const share = (of: (hit: { api: boolean; error: boolean }) => boolean) =>
    hits.filter(of).length / hits.length
  return {
    api: share(({ api }) => api),
    error: share(({ error }) => error),
    either: share(({ api, error }) => api || error)
  }
}

/** For each attempt one at another family, drawn by a seed. */
function ofOtherFamilies(failed: readonly Arrival[]): number[] {
  const random = randomFrom(7)
  return failed.map(({ problem }) => {
    const others = failed.flatMap((one, at) => (one.problem.family === problem.family ? [] : [at]))
    return others[Math.floor(random() * others.length)] ?? -1
  })
}
