import type { GateName, GateResult, InsightDraft } from '../../domain/insight.js'
import { instructsReader } from '../../domain/instructing.js'
import { redact } from '../../domain/redact.js'
import { isInForce, type KnownInsight, type KnownInsights } from '../known-insights.js'
import { cosine } from '../cluster/matrix.js'
import { nameInKey } from '../cluster/libraries-of.js'
import { sameCosine } from '../propose.js'
import type { ApiDocs } from '../quotations.js'
import { isClaim, type Source } from '../source.js'
import type { Feature } from '../contrast.js'
import { advisedAgainst } from './advised-against.js'
import { outcomesOf, shareOf, upperShare, type Count } from './evidence-for.js'
import type { Support } from './independence.js'

/** Attempts behind an insight, and agents that made them: two could be luck, one a habit. */
export const leastTraces = 3
export const leastAgents = 2

/** Below it, two insights are about different tasks: what one recommends the other may warn of. */
export const contradictionCosine = 0.4

/** Words that two insights share of all that either has, from which on one is the other retold. */
export const sameWords = 0.8

/** Share that must be within reach of those who follow it, however the others fare: advice that fails two of three is none. */
export const leastPassing = 1 / 3

export interface GateInput {
  readonly draft: InsightDraft
  readonly vector: ArrayLike<number>
  readonly recommended: readonly Feature[]
  readonly avoided: readonly Feature[]
  readonly sources: readonly Source[]
  /** Claims that do not count here. */
  readonly aside: readonly Source[]
  readonly support: Support
  /** Quotations that stand in their sections, by the graph's own word. */
  readonly quotesHeld: number
  /** Documentation of what is recommended. */
  readonly docs: readonly ApiDocs[]
  readonly known: KnownInsights
  /** Insights that the draft may be like: itself, when made anew, and the one that it refines. */
  readonly own: readonly string[]
}

export interface GateResults {
  readonly gates: readonly GateResult[]
  /** Insights in force that say the reverse. */
  readonly contradicts: readonly string[]
}

/** Every gate, in order, each with its reason. */
export function runGates(input: GateInput): GateResults {
  const against = contradictionsOf(input)
  return {
    gates: [
      backed(input),
      supported(input),
      generalises(input),
      effective(input),
      notAntiPattern(input),
      clean(input),
      notDuplicate(input),
      result(
        'not-contradiction',
        against.length === 0,
        against.length === 0
          ? 'No insight in force says the reverse.'
          : `Says the reverse of what is in force: ${against.map(({ title }) => `'${title}'`).join(', ')}.`
      )
    ],
    contradicts: against.map(({ id }) => id).sort()
  }
}

/** Whether a candidate goes to the queue: all gates hold but that against contradictions, which a curator must see. */
export function isQueued(gates: readonly GateResult[]): boolean {
  return gates.every(({ gate, passed }) => passed || gate === 'not-contradiction')
}

function result(gate: GateName, passed: boolean, reason: string): GateResult {
  return { gate, passed, reason }
}

function backed({ draft, quotesHeld }: GateInput): GateResult {
  const said = draft.backedBy.length
  const reason =
    said === 0
      ? 'No documentation here speaks of what it recommends.'
      : `${count(quotesHeld, 'quotation')} of ${String(said)} ${quotesHeld === 1 ? 'stands' : 'stand'} in the documentation named.`
  return result('backed', said > 0 && quotesHeld === said, reason)
}

export function supported({
  support,
  sources,
  aside
}: Pick<GateInput, 'support' | 'sources' | 'aside'>): GateResult {
  const { traces, agents, names } = support
  const posing = names > agents ? ` under ${count(names, 'name')}` : ''
  const passed = traces >= leastTraces && agents >= leastAgents
  return result(
    'supported',
    passed,
    `Rests on ${count(traces, 'attempt')} of ${count(agents, 'independent agent')}${posing}; needed are ${String(leastTraces)} of ${String(leastAgents)}.${ofClaims(sources, aside)}`
  )
}

/** What curators are told of outcomes that nobody but the agents themselves judged. */
function ofClaims(sources: readonly Source[], aside: readonly Source[]): string {
  const claims = sources.filter(isClaim).length
  const only = 'judged only by the agents that made them'
  if (claims > 0) return ` Among them ${count(claims, 'attempt')} ${only}.`
  return aside.length > 0 ? ` Set aside: ${count(aside.length, 'attempt')} ${only}.` : ''
}

function generalises({ sources }: GateInput): GateResult {
  const problems = new Set(sources.map(({ problem }) => problem)).size
  const families = new Set(sources.flatMap(({ family }) => (family === null ? [] : [family])))
  const ofFamilies = families.size === 0 ? '' : ` of ${count(families.size, 'family', 'families')}`
  return result(
    'generalises',
    problems > 1 && families.size !== 1,
    `Seen at ${count(problems, 'problem')}${ofFamilies}; needed is more than one.`
  )
}

function effective(input: GateInput): GateResult {
  const { following, others } = outcomesOf(input.sources, input)
  const hasOthers = others.passed + others.failed > 0
  const bar = Math.max(leastPassing, hasOthers ? shareOf(others) : 0)
  const passed = following.passed > 0 && upperShare(following) >= bar
  const besides = hasOthers ? `, of the others ${shown(others)}` : ''
  return result(
    'effective',
    passed,
    `Of attempts that follow it ${shown(following)} passed${besides}.`
  )
}

function shown(one: Count): string {
  return `${String(Math.round(one.passed * 10) / 10)} of ${String(Math.round((one.passed + one.failed) * 10) / 10)}`
}

function notAntiPattern({ docs }: GateInput): GateResult {
  const [warning] = advisedAgainst(docs)
  const reason =
    warning === undefined
      ? 'Documentation does not advise against what it recommends.'
      : `Documentation advises against ${warning.name}: "${warning.quote}"`
  return result('not-anti-pattern', warning === undefined, reason)
}

function clean({ draft, sources }: GateInput): GateResult {
  const text = [draft.title, draft.applies, draft.advice, draft.avoid, draft.code ?? ''].join('\n')
  const tainted = sources.filter((source) => source.tainted).length
  const faults = [
    ...(tainted > 0
      ? [
          `${count(tainted, 'attempt')} beneath it ${tainted === 1 ? 'tries' : 'try'} to instruct the reader`
        ]
      : []),
    ...(instructsReader(text).found ? ['its words try to instruct the reader'] : []),
    ...(redact(text).redactions.length > 0 ? ['a secret stands in it'] : [])
  ]
  return result(
    'clean',
    faults.length === 0,
    faults.length === 0
      ? 'No injected instruction, no secret, no tainted source.'
      : `${faults.join('; ')}.`
  )
}

function notDuplicate({ draft, vector, known, own }: GateInput): GateResult {
  const words = wordsOf(`${draft.title} ${draft.advice}`)
  const others = [...known.all()].filter((one) => isInForce(one) && !own.includes(one.id))
  const same = others
    .map((insight) => ({
      insight,
      near: cosine(vector, insight.embedding),
      shared: jaccard(words, wordsOf(`${insight.title} ${insight.advice}`))
    }))
    .sort((a, b) => b.near - a.near || (a.insight.id < b.insight.id ? -1 : 1))
    .find(({ near, shared }) => near >= sameCosine || shared >= sameWords)
  return result(
    'not-duplicate',
    same === undefined,
    same === undefined
      ? 'No insight in force says the same.'
      : `'${same.insight.title}' is in force and says the same (cosine ${same.near.toFixed(2)}, ${String(Math.round(same.shared * 100))} % of the words).`
  )
}

function contradictionsOf({
  draft,
  vector,
  recommended,
  avoided,
  known,
  own
}: GateInput): KnownInsight[] {
  const ours = new Set(recommended.map(({ name }) => name))
  const notOurs = new Set(avoided.map(({ name }) => name))
  return [...known.all()].filter(
    (insight) =>
      isInForce(insight) &&
      !own.includes(insight.id) &&
      isOfSameLibrary(insight.library, draft.library) &&
      (insight.avoids.some((name) => ours.has(name) && !insight.recommends.includes(name)) ||
        insight.recommends.some((name) => notOurs.has(name) && !insight.avoids.includes(name))) &&
      cosine(vector, insight.embedding) >= contradictionCosine
  )
}

function isOfSameLibrary(a: string | null, b: string | null): boolean {
  return a === null || b === null || nameInKey(a) === nameInKey(b)
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}_][\p{L}\p{N}_.]+/gu) ?? [])
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both += 1
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${String(n)} ${n === 1 ? one : many}`
}
