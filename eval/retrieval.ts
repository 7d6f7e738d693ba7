import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Cairn } from '../src/cairn.js'
import { learnedFrom } from '../src/retrieve/ranking-weights.js'
import { armNamed, armNames, isLearned, usesExperience, type Arm } from './retrieval/arms.js'
import { runErrorTask } from './retrieval/error-task.js'
import { runExperienceTask } from './retrieval/experience-task.js'
import { entryLabels } from './retrieval/labels.js'
import { crossWeights } from '../src/retrieve/ranking/cross-weights.js'
import { learn } from '../src/retrieve/ranking/listwise.js'
import {
  familyHash,
  foldCount,
  foldsOf,
  gatherLessons,
  plainWeight,
  type SpacesOf
} from './retrieval/learning.js'
import { openEvalGraph, recordAttempts, spacesWithout } from './retrieval/open-graph.js'
import { readProblems, type Problem } from './retrieval/problems.js'
import { printArm, reportOf, type ArmReport } from './retrieval/report.js'
import { runArm } from './retrieval/run-arm.js'
import { machine } from './support/machine.js'
import { print } from './support/print.js'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    problems: { type: 'string' },
    docs: { type: 'string', multiple: true, default: [] },
    traces: { type: 'string' },
    'trace-problems': { type: 'string' },
    plain: { type: 'string', default: 'eval/retrieval/plain-questions.jsonl' },
    arm: { type: 'string', multiple: true, default: [] },
    task: { type: 'string', default: 'documentation' },
    embedder: { type: 'string', default: 'lexical' },
    home: { type: 'string' },
    vectors: { type: 'string' },
    json: { type: 'string' }
  }
})

interface Bench {
  readonly cairn: Cairn
  readonly problems: readonly Problem[]
  readonly plain: readonly Problem[]
  readonly entries: ReadonlySet<string>
  readonly folds: ReadonlyMap<string, number>
  readonly spacesOf: SpacesOf
}

/**
 * How well documentation and experience are found: npm run eval:retrieval -- --problems FILE --docs DIR… [--traces FILE
 * --trace-problems FILE] [--arm NAME…] [--task documentation|experience|error] [--embedder E] [--json FILE].
 */
async function main(): Promise<void> {
  if (flags.problems === undefined) throw new Error('--problems FILE is needed')
  const problems = readProblems(flags.problems)
  const traced =
    flags['trace-problems'] === undefined ? problems : readProblems(flags['trace-problems'])
  switch (flags.task) {
    case 'documentation':
      return runDocumentationTask(problems, traced)
    case 'experience':
      return runExperienceTask({ ...flags, problems })
    case 'error':
      return runErrorTask({ ...flags, problems: traced })
    default:
      throw new Error(`--task is '${flags.task}'; expected documentation, experience or error`)
  }
}

async function runDocumentationTask(
  problems: readonly Problem[],
  traced: readonly Problem[]
): Promise<void> {
  const docs = [...flags.docs, ...positionals]
  if (docs.length === 0) throw new Error('--docs DIR… is needed')
  const arms = (flags.arm.length > 0 ? flags.arm : defaultArms()).map(armNamed)
  const folds = foldsOf([...problems, ...traced])
  const cairn = await openEvalGraph({ ...flags, docs, home: flags.home, vectors: flags.vectors })
  await recordTraced(cairn, traced, folds)
  const bench: Bench = {
    cairn,
    problems,
    plain: readProblems(flags.plain),
    entries: entryLabels(docs),
    folds,
    spacesOf: (problem) => spacesWithout(folds.get(problem.family), foldCount)
  }
  const reports: Record<string, ArmReport> = {}
  for (const arm of arms) {
    const report = await measure(bench, arm)
    reports[arm.name] = report
    printArm(arm.name, report)
  }
  await cairn.close()
  if (flags.json === undefined) return
  const manifest = {
    ...machine(),
    embedder: flags.embedder,
    problems: problems.length,
    traces: flags.traces ?? null,
    folds: foldCount,
    seed: 1
  }
  writeFileSync(flags.json, JSON.stringify({ manifest, arms: reports }, null, 2))
}

async function recordTraced(
  cairn: Cairn,
  problems: readonly Problem[],
  folds: ReadonlyMap<string, number>
): Promise<void> {
  if (flags.traces === undefined) return
  const { recorded, leftOut } = await recordAttempts(cairn, {
    file: flags.traces,
    problems,
    folds
  })
  print(
    `${recorded} attempts recorded, ${leftOut} left out: they carry a family's solution elsewhere`
  )
}

function defaultArms(): string[] {
  return armNames.filter((name) => name !== 'experience' || flags.traces !== undefined)
}

/** Questions before anything is counted: Neo4j plans its queries and the compilers warm up. */
const warmUp = 20

async function measure(bench: Bench, arm: Arm): Promise<ArmReport> {
  const { cairn, problems } = bench
  const spacesOf: SpacesOf = usesExperience(arm) ? bench.spacesOf : () => ['public']
  const how = { arm, entries: bench.entries, spacesOf, onProgress: () => undefined }
  const weightsOf = await weightsFor(bench, arm, spacesOf)
  await runArm(cairn, problems.slice(0, warmUp), { ...how, weightsOf })
  return reportOf(await runArm(cairn, problems, { ...how, weightsOf }))
}

/** The shipped weights, or, where they were learned from families that are asked about, ones that were not. */
async function weightsFor(bench: Bench, arm: Arm, spacesOf: SpacesOf) {
  const seen = new Set(learnedFrom)
  const known = bench.problems.some((p) => p.docs.length > 0 && seen.has(familyHash(p.family)))
  if (!isLearned(arm) || !known) return () => undefined
  print(`\n${arm.name}: learning weights without the families that are asked about …`)
  const how = {
    without: arm.without,
    spacesOf,
    entries: bench.entries,
    onProgress: () => undefined
  }
  const lessons = await gatherLessons(bench.cairn, bench.problems, { ...how, weight: 1 })
  const asked = new Set(bench.problems.map((p) => p.family))
  const others = bench.plain.filter((p) => !asked.has(p.family))
  const plain = await gatherLessons(bench.cairn, others, { ...how, weight: plainWeight })
  const cross = await crossWeights(lessons, bench.folds, (others) => learn([...others, ...plain]))
  return (problem: Problem) => {
    const weights = cross(problem.family)
    return { documentation: weights, experience: weights }
  }
}

await main()
