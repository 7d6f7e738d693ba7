import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { tmpdir } from 'node:os'
import { coverageOf, type Coverage } from './lab/coverage.js'
import { exportTasks } from './lab/export-tasks.js'
import { gradeSolutions } from './lab/grade-solutions.js'
import { buildLab, withTraces } from './lab/memory.js'
import { evalConfig, openCairn } from './support/open-cairn.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    embedder: { type: 'string', default: 'lexical' },
    arm: { type: 'string', default: 'cairn' },
    to: { type: 'string' },
    from: { type: 'string' },
    json: { type: 'string' },
    home: { type: 'string' }
  }
})

/**
 * What a memory of an invented library brings to tasks that it has not seen: npm run eval:lab, or
 * eval:lab -- export --arm docs|cairn|ideal --to DIR, then eval:lab -- grade --from DIR.
 */
async function main(): Promise<void> {
  const [verb = 'coverage'] = positionals
  if (verb === 'grade') {
    if (flags.from === undefined)
      throw new Error('--from DIR is needed: a folder with one <task>.py each')
    print(table(['task', 'verdict'], await gradeSolutions(flags.from)))
    return
  }
  const home = flags.home ?? mkdtempSync(join(tmpdir(), 'cairn-lab-'))
  const cairn = await openCairn(evalConfig(home, flags.embedder))
  try {
    await buildLab(cairn)
    const before = [await coverageOf(cairn, 400), await coverageOf(cairn, 800)]
    await withTraces(cairn)
    if (verb === 'export') {
      const to = flags.to ?? join(home, flags.arm)
      mkdirSync(to, { recursive: true })
      await exportTasks(cairn, { arm: flags.arm, to })
      print(`wrote the tasks of arm ${flags.arm} to ${to}`)
      return
    }
    const after = [await coverageOf(cairn, 400), await coverageOf(cairn, 800)]
    report(before, after)
  } finally {
    await cairn.close()
    if (flags.home === undefined) rmSync(home, { recursive: true, force: true })
  }
}

function report(before: readonly Coverage[], after: readonly Coverage[]): void {
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
      ...after.map((one) => row('documentation and 18 traces', one))
    ])
  )
  for (const { task, fact } of after[0]?.missing ?? [])
    print(`missing at ${String(after[0]?.tokens)}: ${fact} (${task})`)
  if (flags.json !== undefined)
    writeFileSync(flags.json, JSON.stringify({ before, after }, null, 2))
}

await main()
