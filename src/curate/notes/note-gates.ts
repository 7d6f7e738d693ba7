import { upperShare } from '../../domain/upper-share.js'
import type { GateName, GateResult } from '../../domain/insight.js'
import { instructsReader } from '../../domain/instructing.js'
import { redact } from '../../domain/redact.js'
import { advisedAgainst, type ApiDocs } from '../gates/advised-against.js'
import {
  candidateWords,
  isClear,
  sessions,
  type Behaviour,
  type DocSaid
} from './note-candidate.js'
import type { Weighed } from './weigh-claims.js'

/** What the gates look at beside the behaviour itself. */
export interface Around {
  readonly said: DocSaid
  /** Principals that the space knows; with one at most, a single witness is enough and flagged. */
  readonly known: number
  readonly weighed: Weighed
  /** Documentation of what it is about. */
  readonly docs: readonly ApiDocs[]
  /** Title of an insight in force that says the same. */
  readonly duplicate: string | null
  /** Titles of insights in force that say the opposite. */
  readonly against: readonly string[]
}

const docWords: Readonly<Record<DocSaid['stand'], string>> = {
  silent: 'Not in the documentation that is here.',
  agrees: 'The documentation says the same.',
  'says otherwise': 'The documentation says otherwise'
}

/** Every gate of a candidate that is one behaviour, each with its reason. */
export function noteGates(behaviour: Behaviour, around: Around): GateResult[] {
  const { said, duplicate } = around
  return [
    ...(said.stand === 'agrees' ? [result('backed', true, docWords.agrees)] : []),
    observed(behaviour, around),
    result(
      'clear',
      isClear(behaviour),
      isClear(behaviour)
        ? 'It is one claim about one thing.'
        : 'It lists names, tells a change of code or repeats an error.'
    ),
    ...effective(behaviour),
    ...notAntiPattern(behaviour, around),
    clean(behaviour),
    result(
      'not-duplicate',
      duplicate === null,
      duplicate === null
        ? 'No insight in force says the same.'
        : `'${duplicate}' is in force and says the same.`
    ),
    notContradiction(behaviour, around)
  ]
}

/** Whether a candidate goes to the queue: all gates hold but that against contradictions, which a curator must see. */
export function isQueued(gates: readonly GateResult[]): boolean {
  return gates.every(({ gate, passed }) => passed || gate === 'not-contradiction')
}

function result(gate: GateName, passed: boolean, reason: string): GateResult {
  return { gate, passed, reason }
}

function quoteOf({ stand, quote }: DocSaid): string {
  return stand === 'says otherwise' ? `: "${quote ?? ''}"` : ''
}

/**
 * Two principals; on a machine for one person a single session. A run that was observed is no second one: it shows how
 * an attempt ended, not that its words are true.
 */
export function observed(
  { trust }: Behaviour,
  { said, known, weighed }: Pick<Around, 'said' | 'known' | 'weighed'>
): GateResult {
  const { sessions: seen, principals } = weighed
  const passed = principals >= 2 || known <= 1
  const by = principals === 1 ? 'one principal' : `${String(principals)} principals`
  const reason = `Seen in ${sessions(seen)} by ${by} (${trust}). ${docWords[said.stand]}${quoteOf(said)}`
  return result('observed', passed, `${reason}${ofClaims(weighed)}`)
}

/** What curators are told of outcomes that nobody but the agents themselves judged. */
function ofClaims({ claims, setAside }: Weighed): string {
  const only = 'judged only by the agents that made them'
  const attempts = (n: number) => `${String(n)} ${n === 1 ? 'attempt' : 'attempts'}`
  if (setAside.length > 0) return ` Set aside: ${attempts(setAside.length)} ${only}.`
  return claims > 0 ? ` Among them ${attempts(claims)} ${only}.` : ''
}

/** What misleads more than half of those who use it, as far as can be told, is no advice. */
const leastHelped = 0.5

function effective({ helped, misled }: Behaviour): GateResult[] {
  if (helped + misled <= 0) return []
  const passed = upperShare({ passed: helped, failed: misled }) >= leastHelped
  const shown = (n: number) => String(Math.round(n * 10) / 10)
  const reason = `Answers that showed it went well ${shown(helped)} times of ${shown(helped + misled)}.`
  return [result('effective', passed, reason)]
}

/** What it tells to do instead may be what documentation advises against. */
function notAntiPattern({ instead }: Behaviour, { docs }: Around): GateResult[] {
  if (instead === null) return []
  const named = docs.filter(({ name }) => {
    const last = name.split('.').at(-1) ?? name
    return new RegExp(`(?<!\\w)${last.replace(/\W/g, '\\$&')}(?!\\w)`).test(instead)
  })
  const [warning] = advisedAgainst(named)
  const reason =
    warning === undefined
      ? 'Documentation does not advise against what it recommends.'
      : `Documentation advises against ${warning.name}: "${warning.quote}"`
  return [result('not-anti-pattern', warning === undefined, reason)]
}

function clean(behaviour: Behaviour): GateResult {
  const { title, advice } = candidateWords(behaviour)
  const text = [title, advice, behaviour.shownBy ?? ''].join('\n')
  const passed = !instructsReader(text).found && redact(text).redactions.length === 0
  const reason = passed
    ? 'No injected instruction, no secret.'
    : 'Its words try to instruct the reader, or hold a secret.'
  return result('clean', passed, reason)
}

function notContradiction({ opposes }: Behaviour, { said, weighed, against }: Around): GateResult {
  const theirs = opposes.reduce((sum, one) => sum + one.witnesses, 0)
  const isDocumented = said.stand === 'says otherwise'
  const reasons = [
    ...(against.length === 0
      ? []
      : [
          `Says the reverse of what is in force: ${against.map((title) => `'${title}'`).join(', ')}.`
        ]),
    ...(theirs === 0
      ? []
      : [`${sessions(weighed.sessions)} say this, ${sessions(theirs)} the opposite.`]),
    ...(isDocumented ? [`${docWords['says otherwise']}${quoteOf(said)}`] : [])
  ]
  const reason = reasons.length === 0 ? 'Nothing says the opposite.' : reasons.join(' ')
  return result('not-contradiction', reasons.length === 0, reason)
}
