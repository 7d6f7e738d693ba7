import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseEmbedder, type Cairn, type Embedder } from '../src/cairn.js'
import { createLog } from '../src/log.js'
import { dealAttempts, type Arrivals } from './learning/arrivals.js'
import { emptyEpoch, judgeArm, learningArms, type Orders } from './learning/judge-arms.js'
import { learnPlainWeights, learnWeights } from './learning/learn-weights.js'
import { forgettingOf, measureEpoch, type Forgetting, type Measuring } from './learning/measure.js'
import {
  printCurve,
  printForgetting,
  printPoison,
  printRun,
  printWatch,
  type EpochReport
} from './learning/report.js'
import { curatorName } from './learning/rule-curator.js'
import { assertUnseen, runEpoch, type Memory } from './learning/run-epoch.js'
import { splitFamilies, takeFamilies, type Split } from './learning/split.js'
import { onCopy } from './learning/working-copy.js'
import { entryLabels } from './retrieval/labels.js'
import type { Scored } from './retrieval/metrics.js'
import { openEvalGraph } from './retrieval/open-graph.js'
import { readProblems, type Problem } from './retrieval/problems.js'
import { machine } from './support/machine.js'
import { evalConfig } from './support/open-cairn.js'
import { print } from './support/print.js'
import { cachedEmbedder } from './support/vector-cache.js'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    problems: { type: 'string' },
    docs: { type: 'string', multiple: true, default: [] },
    traces: { type: 'string' },
    plain: { type: 'string', default: 'eval/retrieval/plain-questions.jsonl' },
    embedder: { type: 'string', default: 'lexical' },
    home: { type: 'string' },
    vectors: { type: 'string' },
    epochs: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    limit: { type: 'string' },
    json: { type: 'string' }
  }
})
const seed = Number(flags.seed)
const epochCount = Number(flags.epochs)

interface Plan {
  readonly home: string
  readonly problems: readonly Problem[]
  readonly traces: string
  readonly split: Split
  readonly arrivals: Arrivals
  readonly entries: ReadonlySet<string>
}

/**
 * A learning curve: npm run eval:learning -- --problems FILE --docs DIR… --traces FILE --embedder E --home DIR [--vectors FILE]
 * [--epochs 4] [--limit PROBLEMS] [--json FILE]. The home holds the documentation; what is learned goes into copies of it.
 */
async function main(): Promise<void> {
  const plan = await planned()
  const { split, arrivals } = plan
  const families = `${split.heldOut.size} families held out, ${split.epochOf.size} over ${epochCount} epochs`
  print(`${families}; ${arrivals.leftOut} attempts left out: they carry a held-out solution`)
  const making = { embedder: makeEmbedder }
  const orders = await onCopy(plan.home, making, (cairn) => fixedOrders(cairn, plan))
  const by = { orders, entries: plan.entries }
  const weights = orders.unlearned
  const { reports, forgotten } = await onCopy(plan.home, { ...making, weights }, (cairn) =>
    learn(cairn, plan, by)
  )
  printCurve(reports)
  printWatch(reports)
  printForgetting(forgotten)
  printPoison(reports)
  if (flags.json === undefined) return
  const { embedder, traces, limit } = flags
  const manifest = {
    ...machine(),
    embedder,
    traces,
    limit: limit ?? null,
    epochs: epochCount,
    seed
  }
  writeFileSync(flags.json, JSON.stringify({ manifest, epochs: reports, forgotten }, null, 2))
}

async function planned(): Promise<Plan> {
  const { problems: file, traces, home } = flags
  const docs = [...flags.docs, ...positionals]
  if (file === undefined || traces === undefined || home === undefined || docs.length === 0)
    throw new Error('--problems FILE, --docs DIR…, --traces FILE and --home DIR are needed')
  const all = readProblems(file)
  const problems =
    flags.limit === undefined ? all : takeFamilies(all, { limit: Number(flags.limit), seed })
  const families = problems.map(({ family }) => family)
  const split = splitFamilies(families, { epochs: epochCount, seed })
  const arrivals = dealAttempts(traces, problems, { split, seed })
  const cairn = await openEvalGraph({ ...flags, docs, home, vectors: flags.vectors })
  const { Trace = 0, Insight = 0 } = await cairn.nodeCounts()
  await cairn.close()
  if (Trace + Insight > 0)
    throw new Error(`--home ${home} holds experience; name one with documentation only`)
  return { home, problems, traces, split, arrivals, entries: entryLabels(docs) }
}

/** A measurement of quality, not of time: questions too are looked up where their vector is known. */
async function makeEmbedder(): Promise<Embedder> {
  const config = evalConfig(flags.home ?? '', flags.embedder)
  const inner = await chooseEmbedder({ config, remembered: null, log: createLog('warn') })
  const usual = join('.cairn', 'eval', `${inner.id.replace(/\W+/g, '-')}.vectors`)
  return cachedEmbedder(inner, flags.vectors ?? usual, true)
}

/** The order before anything comes in, which Cairn begins with here, and for comparison one learned from labels. */
async function fixedOrders(cairn: Cairn, plan: Plan): Promise<Orders> {
  const { problems, split, traces, entries } = plan
  const seen = problems.filter(({ family }) => !split.heldOut.has(family))
  const plain = readProblems(flags.plain)
  print(`The order before anything comes in: learned from ${plain.length} plain questions …`)
  const unlearned = await learnPlainWeights(cairn, plain, entries)
  print(`For comparison: learned from the labels of ${seen.length} problems not held out …`)
  const labels = await learnWeights(cairn, { problems: seen, plain, traces, entries })
  return { unlearned, labels }
}

async function learn(
  cairn: Cairn,
  plan: Plan,
  by: Measuring
): Promise<{ reports: EpochReport[]; forgotten: Forgetting[] }> {
  const { split, arrivals } = plan
  const memory: Memory = { planted: new Map(), problems: new Set(), approved: new Set() }
  const heldOut = {
    problems: plan.problems.filter(({ family }) => split.heldOut.has(family)),
    attempts: arrivals.heldOut
  }
  await closeEmptyEpoch(cairn)
  const reports: EpochReport[] = []
  const answered: Scored[][] = []
  for (let epoch = 1; epoch <= epochCount; epoch += 1) {
    const come = arrivals.byEpoch.get(epoch) ?? []
    const note = `arrivals of epoch ${epoch}`
    const run = await runEpoch(cairn, come, { seed: seed * 100 + epoch, memory, note })
    printRun(epoch, run)
    await assertUnseen(cairn, memory, split.heldOut)
    const figures = await measureEpoch(cairn, heldOut, by)
    reports.push({ epoch, run, figures })
    printCurve(reports.slice(-1))
    printWatch(reports.slice(-1))
    answered.push(await answersOf(cairn, plan, { ...by, epoch }))
  }
  return { reports, forgotten: await forgetting(cairn, answered, { ...plan, ...by }) }
}

/** Before anything comes in, so that answers can be had as of a time without insights. */
async function closeEmptyEpoch(cairn: Cairn): Promise<void> {
  const { closed, inForce } = await cairn.closeEpoch({ by: curatorName, note: 'nothing yet' })
  if (closed !== emptyEpoch || inForce > 0)
    throw new Error(
      `epoch ${closed} was closed with ${inForce} insights; expected the first, empty`
    )
}

function answersOf(
  cairn: Cairn,
  { problems, split }: Plan,
  by: Measuring & { readonly epoch: number }
): Promise<Scored[]> {
  const own = problems.filter(({ family }) => split.epochOf.get(family) === by.epoch)
  return judgeArm(cairn, own, { ...by, arm: learningArms.insights })
}

/** Each epoch but the last, and all of them together. */
async function forgetting(
  cairn: Cairn,
  answered: readonly (readonly Scored[])[],
  plan: Plan & Measuring
): Promise<Forgetting[]> {
  const forgotten: Forgetting[] = []
  const [then, now]: [Scored[], Scored[]] = [[], []]
  for (const [i, before] of answered.slice(0, -1).entries()) {
    const after = await answersOf(cairn, plan, { ...plan, epoch: i + 1 })
    forgotten.push(forgettingOf(i + 1, before, after))
    then.push(...before)
    now.push(...after)
  }
  return [...forgotten, forgettingOf(0, then, now)]
}

await main()
