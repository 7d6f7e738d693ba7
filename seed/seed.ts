import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bestPassage } from '../src/domain/best-passage.js'
import { insights, packages, problems } from './knowledge.js'

/** Asks GraphQL: the same front door that agents use. */
export type Ask = <T>(document: string, variables?: Record<string, unknown>) => Promise<T>

/** Folders of the packages whose documentation is taken in. */
export function packageFolders(root: string): string[] {
  return packages.map((name) => join(root, 'node_modules', name))
}

/** Records the problems, attempts and insights of knowledge.ts; doing it again changes nothing. */
export async function plantKnowledge(
  ask: Ask,
  root: string
): Promise<{ traces: number; insights: number }> {
  const traces = problems.flatMap(({ title, task, attempts }) =>
    attempts.map((attempt) => ({ ...attempt, title, task }))
  )
  const { recordTraces: receipts } = await ask<{ recordTraces: { trace: string }[] }>(
    'mutation ($traces: [TraceInput!]!) { recordTraces(traces: $traces) { trace } }',
    { traces }
  )
  for (const insight of insights) {
    const { backing, from, ...rest } = insight
    const doc = `doc:npm/${backing.package}@${installedVersion(root, backing.package)}/${backing.section}`
    const { node } = await ask<{ node: { properties: { text: string } } }>(
      'query ($id: ID!) { node(id: $id) { properties } }',
      { id: doc }
    )
    const quote = bestPassage(node.properties.text, backing.words)
    const derivedFrom = receipts.flatMap(({ trace }, i) =>
      traces[i]?.title === from ? [trace] : []
    )
    await ask('mutation ($insight: ReviewedInsightInput!) { recordInsight(insight: $insight) }', {
      insight: {
        ...rest,
        backedBy: [{ doc, quote }],
        derivedFrom,
        reviewer: 'the founders of Cairn'
      }
    })
  }
  return { traces: traces.length, insights: insights.length }
}

function installedVersion(root: string, name: string): string {
  const manifest = readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(manifest) as { version: string }).version
}
