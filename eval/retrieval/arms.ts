import { widenings, type Widening } from '../../src/model/widen-question.js'
import { retrievalParts, type RetrievalPart } from '../../src/retrieve/parts.js'

/** What each arm of the measurement does without. */
const base: Readonly<Record<string, readonly RetrievalPart[]>> = {
  fulltext: ['meaning', 'popular', 'companions', 'experience', 'tasks', 'errors', 'learned'],
  vector: ['words', 'names', 'popular', 'companions', 'experience', 'tasks', 'errors', 'learned'],
  hybrid: ['popular', 'companions', 'experience', 'tasks', 'errors', 'learned'],
  graph: ['experience', 'tasks', 'errors'],
  experience: []
}

export const armNames = Object.keys(base)

export interface Arm {
  readonly name: string
  readonly without: readonly RetrievalPart[]
  /** How a chat model asks each question in other words too; needs CAIRN_CHAT_MODEL. */
  readonly widen?: Widening
}

/**
 * An arm by name: one of the five, one of them without a part (`graph-words`, `experience-learned`), or with a
 * chat model's other wordings (`graph+decompose`, `experience+hypothetical`).
 * @throws Error naming what there is
 */
export function armNamed(name: string): Arm {
  const plain = base[name]
  if (plain !== undefined) return { name, without: plain }
  const [widened = '', how = ''] = name.split('+')
  const widen = widenings.find((one) => one === how)
  if (widen !== undefined) return { ...armNamed(widened), name, widen }
  const [of = '', part = ''] = name.split('-')
  const without = base[of]
  const known = retrievalParts.find((p) => p === part)
  if (without !== undefined && known !== undefined)
    return { name, without: [...new Set([...without, known])] }
  throw new Error(
    `--arm is '${name}'; expected ${armNames.join(', ')}, one of them without a part, such as graph-${retrievalParts.join(', graph-')}, or with other wordings, such as graph+${widenings.join(', graph+')}`
  )
}

/** Whether the arm's order is learned. */
export function isLearned(arm: Arm): boolean {
  return !arm.without.includes('learned')
}

export function usesExperience(arm: Arm): boolean {
  return !arm.without.includes('experience')
}
