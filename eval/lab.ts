import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tmpdir } from 'node:os'
import { coverageOf, type Coverage } from './lab/coverage.js'
import { exportTasks } from './lab/export-tasks.js'
import { gradeSolutions } from './lab/grade-solutions.js'
import { readLab, tells, type Lab } from './lab/data.js'
import { buildLab, withTraces } from './lab/memory.js'
import { printCandidates, readCandidates } from './curation/read-candidates.js'
import type { Cairn } from '../src/cairn.js'
import { recommendationMarkdown } from '../src/domain/recommendation-markdown.js'
import { evalConfig, openCairn } from './support/open-cairn.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    embedder: { type: 'string', default: 'lexical' },
    lab: { type: 'string' },
    arm: { type: 'string', default: 'cairn' },
    to: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'string' },
    home: { type: 'string' }
  }
})

/**
 * What a memory of an invented library brings to tasks that it has not seen: npm run eval:lab, or
 * eval:lab -- export --arm docs|cairn|ideal --to DIR, then eval:lab -- grade --from DIR; each with --lab DIR for another
 * lab than the one of this repository.
 */
async function main(): Promise<void> {
  const [verb = 'coverage'] = positionals
  const lab = readLab(flags.lab)
  if (verb === 'grade') {
    if (flags.from === undefined)
      throw new Error('--from DIR is needed: a folder with one <task>.py each')
    print(table(['task', 'verdict'], await gradeSolutions(lab, flags.from)))
    return
  }
  const home = flags.home ?? mkdtempSync(join(tmpdir(), 'cairn-lab-'))
  const cairn = await openCairn(evalConfig(home, flags.embedder))
  try {
    await answer(verb, cairn, lab)
  } finally {
    await cairn.close()
    if (flags.home === undefined) rmSync(home, { recursive: true, force: true })
  }
}

async function answer(verb: string, cairn: Cairn, lab: Lab): Promise<void> {
  await buildLab(cairn, lab)
  const before = await coverages(cairn, lab)
  await withTraces(cairn, lab)
  if (verb === 'coverage') report(before, await coverages(cairn, lab), lab.traces.length)
  else if (verb === 'answers') await showAnswers(cairn, lab)
  else if (verb === 'candidates') await showCandidates(cairn)
  else if (verb === 'export') {
    const to = flags.to ?? mkdtempSync(join(tmpdir(), `cairn-lab-${flags.arm}-`))
    mkdirSync(to, { recursive: true })
    await exportTasks(cairn, lab, { arm: flags.arm, to })
    print(`wrote the tasks of arm ${flags.arm} to ${to}`)
  } else
    throw new Error(`eval:lab ${verb}: expected coverage, answers, candidates, export or grade`)
}

async function coverages(cairn: Cairn, lab: Lab): Promise<Coverage[]> {
  return [await coverageOf(cairn, lab, 400), await coverageOf(cairn, lab, 800)]
}

/** Each held-out task with what `recommend` says to it and the facts that are missing in it. */
async function showAnswers(cairn: Cairn, lab: Lab): Promise<void> {
  for (const { id, task, needs } of lab.tasks) {
    const text = recommendationMarkdown(
      await cairn.recommend({ text: task, libraries: [lab.library] }, { tokens: 400 })
    )
    const missing = lab.facts.filter((fact) => needs.includes(fact.id) && !tells(text, fact))
    print(`\n## ${id}: ${task}`)
    print(`missing: ${missing.map((fact) => fact.claim).join('; ') || 'nothing'}\n\n${text}`)
  }
}

/** What curation proposes of the traces, to be judged as a curator would. */
async function showCandidates(cairn: Cairn): Promise<void> {
  await cairn.curate({})
  await cairn.jobs.idle()
  const candidates = await readCandidates(cairn, 40)
  print(`${String(candidates.length)} candidates`)
  printCandidates(candidates)
}

function report(before: readonly Coverage[], after: readonly Coverage[], traces: number): void {
  const row = (memory: string, one: Coverage) => [
    memory,
    one.tokens,
    `${String(one.found)} of ${String(one.needed)}`,
    one.found / one.needed,
    Math.round(one.length)
  ]
  const head = ['memory', 'tokens', 'facts found', 'share', 'mean length (characters / 4)']
  print(
    table(head, [
      ...before.map((one) => row('documentation', one)),
      ...after.map((one) => row(`documentation and ${String(traces)} traces`, one))
    ])
  )
  for (const { task, fact } of after[0]?.missing ?? [])
    print(`missing at ${String(after[0]?.tokens)}: ${fact} (${task})`)
  if (flags.json !== undefined)
    writeFileSync(flags.json, JSON.stringify({ before, after }, null, 2))
}

await main()
