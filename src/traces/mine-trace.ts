import { stateEmbedText, taskEmbedText } from '../domain/embed-text.js'
import { shortcutInstruction } from './chain-of.js'
import type { CanonicalTrace } from './canonical-trace.js'
import type { PreparedTrace, TraceFindings } from './prepare-trace.js'
import { mineShortcuts, stateValue, type Shortcut } from './shortcuts.js'
import { shortestPath, type StateChain, type StateNode } from './states.js'
import { cosine, type TextVectors } from './text-vectors.js'

export interface MinedShortcut extends Shortcut {
  readonly instruction: string
}

/** What a trace's states are worth, and what can be skipped between them. */
export interface Mined {
  /** Value by hash, of the states that have a vector. */
  readonly values: ReadonlyMap<string, number>
  readonly shortcuts: readonly MinedShortcut[]
}

/** Most shortcuts of one trace, as the authors take. */
const cap = 10
/** Longer ways are walked, not mined: all pairs of them would be weighed. */
const longestPath = 60
/** Everything gained is kept; how much a gain must be is decided when it is asked for. */
const anyGain = 1e-6

/**
 * The states whose vectors are needed: those on the way from start to end, of a trace that made more than one; of one that
 * made one only where it failed, because others went on from there.
 */
export function statesToEmbed(
  { states: { chain } }: TraceFindings,
  outcome: CanonicalTrace['outcome']['status']
): StateNode[] {
  if (chain.nodes.size < 3 && outcome !== 'failed') return []
  const path = shortestPath(chain)
  const short = path.length <= longestPath ? path : [...path.slice(0, longestPath - 1), chain.end]
  return short
    .flatMap((hash) => chain.nodes.get(hash) ?? [])
    .filter(({ text }) => text.trim() !== '')
}

/** Values and shortcuts of a trace; the vectors of its task and states must have been learnt. */
export function mineTrace(
  { trace }: PreparedTrace,
  findings: TraceFindings,
  vectors: TextVectors
): Mined {
  const { chain } = findings.states
  const nodes = statesToEmbed(findings, trace.outcome.status)
  const vectorOf = (node: StateNode) => vectors.of(stateEmbedText(node.text))
  const task = vectors.of(taskEmbedText(trace.task.text))
  const end = nodes.find(({ hash }) => hash === chain.end)
  const endVector = end && vectorOf(end)
  const by = {
    toTask: (node: StateNode) => cosine(vectorOf(node), task),
    toEnd: (node: StateNode) => cosine(vectorOf(node), endVector)
  }
  const values = new Map(nodes.map((node) => [node.hash, stateValue(chain, node, by)]))
  return { values, shortcuts: shortcutsOf(chain, values, findings.taint.length > 0) }
}

function shortcutsOf(
  chain: StateChain,
  values: ReadonlyMap<string, number>,
  isTainted: boolean
): MinedShortcut[] {
  const path = shortestPath(chain)
  if (isTainted || path.length > longestPath || path.length < 3) return []
  const value = (hash: string) => values.get(hash) ?? 0
  return mineShortcuts(chain, { value, epsilon: anyGain, cap }).map((shortcut) => {
    const way = path.slice(path.indexOf(shortcut.from), path.indexOf(shortcut.to) + 1)
    return { ...shortcut, instruction: shortcutInstruction(chain, way) }
  })
}
