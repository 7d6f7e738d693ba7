import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cairn } from '../../src/cairn.js'
import { recommendationMarkdown } from '../../src/domain/recommendation-markdown.js'
import type { Lab } from './data.js'

/** What an agent is given beside the task: documentation, one answer of Cairn too, or the facts themselves. */
export const arms = ['docs', 'cairn', 'ideal'] as const

/** Writes a prompt for each held-out task; the solution is expected beside it as <task>.py. */
export async function exportTasks(
  cairn: Cairn,
  lab: Lab,
  { arm, to }: { readonly arm: string; readonly to: string }
): Promise<void> {
  if (!arms.some((one) => one === arm))
    throw new Error(`--arm is ${arm}; expected one of ${arms.join(', ')}`)
  const folder = join(lab.folder, 'docs')
  const docs = readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const facts = new Map(lab.facts.map((fact) => [fact.id, fact.claim]))
  for (const { id, task, needs } of lab.tasks) {
    const beside =
      arm === 'cairn'
        ? recommendationMarkdown(
            await cairn.recommend({ text: task, libraries: [lab.library] }, { tokens: 400 })
          )
        : arm === 'ideal'
          ? needs.map((need) => `- ${facts.get(need) ?? ''}`).join('\n')
          : ''
    const parts = [
      `Task: ${task}`,
      'Answer with one Python module and nothing else.',
      ...docs,
      beside
    ]
    writeFileSync(join(to, `${id}.prompt.md`), parts.filter((part) => part !== '').join('\n\n'))
  }
}
