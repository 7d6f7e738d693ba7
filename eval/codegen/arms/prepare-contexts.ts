import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CairnError } from '../../../src/errors.js'
import type { Cairn } from '../../../src/cairn.js'
import { openEvalGraph } from '../../retrieval/open-graph.js'
import { familyHash } from '../../retrieval/learning.js'
import { learnedFrom } from '../../../src/retrieve/ranking-weights.js'
import { ingestAll } from '../../support/open-cairn.js'
import { print } from '../../support/print.js'
import { openAppendLog } from '../generate/append-log.js'
import { contextKey } from '../generate/answers.js'
import type { Plan } from '../generate/plan.js'
import { createProgress } from '../generate/progress.js'
import { usesExperience } from './arms.js'
import { buildMemories, type BuiltMemory } from './build-memory.js'
import { refuseLeaks } from './check-memory.js'
import { makeContext, missingContexts, type Context, type ContextSource } from './contexts.js'
import { heldOutOf, memorySpace } from './hold-out.js'
import { sectionsIn, type Section } from './irrelevant.js'
import { createLeakFinder } from './leaks.js'
import {
  documentationReader,
  experienceReader,
  irrelevantSpace,
  irrelevantWriter
} from './memory-callers.js'

/** What is known of the memory that contexts came from. */
export interface MemoryReport {
  readonly embedder: string
  readonly built: readonly BuiltMemory[]
  /** Families under test that the shipped weights of the ranking were learned from: of the order only, no text. */
  readonly rankedBy: number
}

const reportName = 'memory.json'

export interface Prepared {
  readonly contexts: ReadonlyMap<string, Context>
  readonly memory: MemoryReport | null
}

/**
 * Everything that the models will be given, from the folder of the run where it stands there, else from a Cairn that is
 * built for it, checked against the families under test, asked, and closed again before any model is.
 * @throws CairnError CONFLICT where the memory holds what is under test
 */
export async function prepareContexts(plan: Plan): Promise<Prepared> {
  const { out, arms } = plan.flags
  const log = openAppendLog<Context>(join(out, 'contexts.jsonl'))
  try {
    const missing = missingContexts(log, plan.held.tested, arms)
    if (missing.length > 0) {
      const { cairn } = await openMemoryGraph(plan)
      try {
        const memory = await prepareMemory(cairn, plan)
        keepMemoryReport(plan, memory)
        const source = contextSource(cairn, plan)
        const bar = createProgress('contexts', missing.length)
        for (const cell of missing) {
          log.append(await makeContext(cairn, cell, source))
          bar.tick()
        }
        bar.stop()
      } finally {
        await cairn.close()
      }
    }
    const contexts = log.entries.map((one) => [contextKey(one.problem, one.arm), one] as const)
    return { contexts: new Map(contexts), memory: keptMemoryReport(plan) }
  } finally {
    log.close()
  }
}

/** Writes what is known of the memory into the folder of the run. */
export function keepMemoryReport({ flags }: Plan, memory: MemoryReport): void {
  writeFileSync(join(flags.out, reportName), `${JSON.stringify(memory, null, 2)}\n`)
}

/** What the folder of the run says of the memory; null where none was built for it. */
export function keptMemoryReport({ flags }: Plan): MemoryReport | null {
  const file = join(flags.out, reportName)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as MemoryReport) : null
}

/** The graph of this plan's documentation; experience of another plan is never in it. */
export async function openMemoryGraph({
  flags,
  settings
}: Plan): Promise<{ readonly cairn: Cairn; readonly home: string }> {
  const { docs, irrelevant, traces, problems, folds, seed, embedder, content } = settings
  const key = createHash('sha256')
    .update(JSON.stringify([docs, irrelevant, traces, problems, folds, seed, embedder, content]))
    .digest('hex')
    .slice(0, 12)
  const home = flags.home ?? join('.cairn', 'eval', `codegen-${key}`)
  // Vectors are kept there whatever home is named.
  mkdirSync(join('.cairn', 'eval'), { recursive: true })
  print(`Building or opening the memory in ${home} …`)
  const { vectors } = flags
  return { cairn: await openEvalGraph({ ...flags, home, vectors }), home }
}

/**
 * Fills the memory and checks it, so that nothing under test can reach a model.
 * @param withInsights whether they are drawn; left out, where an arm shows them
 * @throws CairnError CONFLICT where the memory holds what is under test
 */
export async function prepareMemory(
  cairn: Cairn,
  plan: Plan,
  { withInsights = plan.flags.arms.includes('insights') }: { readonly withInsights?: boolean } = {}
): Promise<MemoryReport> {
  const { flags, held, problems } = plan
  if (flags.irrelevant.length > 0) await ingestAll(cairn.as(irrelevantWriter()), flags.irrelevant)
  await refuseMixed(cairn)
  const withExperience = flags.arms.some(usesExperience)
  const { traces, seed } = flags
  const built = withExperience
    ? await buildMemories(cairn, { held, problems, traces, seed, withInsights, onProgress: print })
    : []
  for (let fold = 0; fold < held.folds; fold += 1) {
    const reader = withExperience
      ? experienceReader(memorySpace(held, fold), flags.experienceSpaces)
      : documentationReader
    const { spaces } = reader
    const finder = createLeakFinder(heldOutOf(held, fold), problems)
    await refuseLeaks(cairn, { spaces, finder })
  }
  const families = [...held.foldOf.keys()]
  const learned = new Set<string>(learnedFrom)
  return {
    embedder: cairn.about.embedder,
    built,
    rankedBy: families.filter((family) => learned.has(familyHash(family))).length
  }
}

/** Documentation alone is an arm of its own: where everybody sees it, nothing else may stand. */
async function refuseMixed(cairn: Cairn): Promise<void> {
  const { Trace = 0, Lesson = 0, Insight = 0 } = await cairn.nodeCounts()
  if (Trace + Lesson + Insight === 0) return
  throw new CairnError(
    'CONFLICT',
    `The public space of --home holds experience (${Trace} traces, ${Lesson} lessons, ${Insight} insights), so that documentation cannot be asked alone; name a home with documentation only, and experience with --traces or --experience-space.`
  )
}

export function contextSource(cairn: Cairn, { flags, held }: Plan): ContextSource {
  let sections: Promise<readonly Section[]> | undefined
  const space = flags.irrelevant.length > 0 ? irrelevantSpace : 'public'
  const { tokens, seed, experienceSpaces } = flags
  return {
    held,
    tokens,
    seed,
    experienceSpaces,
    sections: () => {
      sections ??= sectionsIn(cairn, space)
      return sections
    }
  }
}
