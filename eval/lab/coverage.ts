import type { Cairn } from '../../src/cairn.js'
import { recommendationMarkdown } from '../../src/domain/recommendation-markdown.js'
import { tells, type Lab } from './data.js'

/** How many of the facts that the held-out tasks need stand in one answer each. */
export interface Coverage {
  readonly tokens: number
  readonly needed: number
  readonly found: number
  /** Mean length of an answer, characters by four. */
  readonly length: number
  readonly missing: readonly { readonly task: string; readonly fact: string }[]
}

/** Asks `recommend` once for each held-out task, and looks for the facts in the answer as an agent gets it, sources included. */
export async function coverageOf(cairn: Cairn, lab: Lab, tokens: number): Promise<Coverage> {
  const missing: { task: string; fact: string }[] = []
  let [needed, found, characters] = [0, 0, 0]
  for (const { id, task, needs } of lab.tasks) {
    const advice = await cairn.recommend({ text: task, libraries: [lab.library] }, { tokens })
    const text = recommendationMarkdown(advice)
    characters += text.length
    for (const fact of lab.facts.filter((one) => needs.includes(one.id))) {
      needed += 1
      if (tells(text, fact)) found += 1
      else missing.push({ task: id, fact: fact.id })
    }
  }
  return { tokens, needed, found, length: characters / 4 / lab.tasks.length, missing }
}
