import { parseArgs } from 'node:util'
import { openEvalGraph, recordAttempts, spacesWithout } from './retrieval/open-graph.js'
import { entryLabels } from './retrieval/labels.js'
import { familyHash, foldCount, foldsOf, gatherLessons, plainWeight } from './retrieval/learning.js'
import { learn } from '../src/retrieve/ranking/listwise.js'
import { readProblems, type Problem } from './retrieval/problems.js'
import { writeWeights } from './retrieval/write-weights.js'
import { print } from './support/print.js'

const { values: flags } = parseArgs({
  options: {
    problems: { type: 'string' },
    plain: { type: 'string', default: 'eval/retrieval/plain-questions.jsonl' },
    docs: { type: 'string', multiple: true, default: [] },
    traces: { type: 'string' },
    embedder: { type: 'string', default: 'lexical' },
    home: { type: 'string' },
    vectors: { type: 'string' },
    out: { type: 'string', default: 'src/retrieve/ranking-weights.ts' }
  }
})

/**
 * Learns the weights of the ranking and writes them where retrieval reads them: npm run eval:fit-ranking -- --problems FILE
 * --docs DIR… [--traces FILE] --embedder E. Questions of the benchmark and plain one-sentence questions are learned
 * from together, so that neither is served at the cost of the other.
 */
async function main(): Promise<void> {
  if (flags.problems === undefined || flags.docs.length === 0)
    throw new Error('--problems FILE and --docs DIR… are needed')
  const problems = readProblems(flags.problems)
  const plain = readProblems(flags.plain)
  const folds = foldsOf(problems)
  const cairn = await openEvalGraph({ ...flags, home: flags.home, vectors: flags.vectors })
  if (flags.traces !== undefined)
    await recordAttempts(cairn, { file: flags.traces, problems, folds })
  const entries = entryLabels(flags.docs)
  const spacesOf = (problem: Problem) => spacesWithout(folds.get(problem.family), foldCount)
  const gatherAll = async (without: readonly ('experience' | 'tasks' | 'errors')[]) => {
    const how = { without, spacesOf, entries, onProgress: () => undefined }
    return [
      ...(await gatherLessons(cairn, problems, { ...how, weight: 1 })),
      ...(await gatherLessons(cairn, plain, { ...how, weight: plainWeight }))
    ]
  }
  const documentation = await learn(await gatherAll(['experience', 'tasks', 'errors']))
  const experience = flags.traces === undefined ? documentation : await learn(await gatherAll([]))
  await cairn.close()
  const families = [...problems, ...plain].filter((p) => p.docs.length > 0)
  writeWeights(flags.out, {
    weights: { documentation, experience },
    families: [...new Set(families.map((p) => familyHash(p.family)))].sort(),
    command: 'npm run eval:fit-ranking -- --problems FILE --docs DIR… --traces FILE --embedder E'
  })
  print(`${flags.out}: ${documentation.length} features, ${families.length} questions`)
}

await main()
