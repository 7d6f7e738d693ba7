import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dealAttempts } from '../../eval/learning/arrivals.js'
import { pairedDifference, relativeGain } from '../../eval/learning/paired.js'
import { marker, plant, poisonKinds } from '../../eval/learning/poison.js'
import { requiredLine } from '../../eval/learning/report.js'
import { choose } from '../../eval/learning/rule-curator.js'
import { splitFamilies, takeFamilies } from '../../eval/learning/split.js'
import { failureOf, namesApi, namesError } from '../../eval/learning/watch-matches.js'
import type { Scored } from '../../eval/retrieval/metrics.js'
import { prepareTrace, isPrepared } from '../../src/traces/prepare-trace.js'
import { taintOf } from '../../src/traces/taint-of.js'

const families = Array.from({ length: 30 }, (_, i) => `family-${i}`)
const problems = families.flatMap((family) =>
  ['a', 'b'].map((name) => ({
    id: `${family}/${name}`,
    library: 'frames',
    family,
    prompt: `Do ${name} of ${family}`,
    docs: []
  }))
)
const split = splitFamilies(families, { epochs: 4, seed: 1 })

function dealt() {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-deal-'))
  const lines = problems.flatMap(({ id }, i) =>
    [id, problems[(i + 7) % problems.length]?.id].map((origin, at) =>
      JSON.stringify({
        problem: id,
        kind: at === 0 ? 'reference' : 'neighbour',
        solution_of: origin,
        code: `frames.act(${String(i)})`,
        passed: at === 0,
        error: at === 0 ? null : 'KeyError: 1'
      })
    )
  )
  const file = join(folder, 'attempts.jsonl')
  writeFileSync(file, lines.join('\n'))
  const arrivals = dealAttempts(file, problems, { split, seed: 1 })
  rmSync(folder, { recursive: true })
  return arrivals
}

test('a third of the families is held out and each other one arrives in one epoch', () => {
  expect(split.heldOut.size).toBe(10)
  expect(split.epochOf.size).toBe(20)
  expect([...split.epochOf.keys()].filter((family) => split.heldOut.has(family))).toEqual([])
  expect(new Set(split.epochOf.values())).toEqual(new Set([1, 2, 3, 4]))
  expect(splitFamilies([...families].reverse(), { epochs: 4, seed: 1 })).toEqual(split)
  expect(takeFamilies(problems, { limit: 5, seed: 1 })).toHaveLength(6)
})

test('no attempt arrives that tries a held-out family or carries its solution, and none before both families are there', () => {
  const { byEpoch, heldOut, leftOut } = dealt()
  const familyOf = (id = '') => id.slice(0, id.lastIndexOf('/'))
  expect(leftOut).toBeGreaterThan(0)
  expect(heldOut).toHaveLength(40)
  let count = 0
  for (const [epoch, arrivals] of byEpoch) {
    for (const { attempt } of arrivals) {
      count += 1
      for (const id of [attempt.problem, attempt.solution_of])
        expect(split.epochOf.get(familyOf(id)) ?? Infinity).toBeLessThanOrEqual(epoch)
    }
  }
  expect(count + heldOut.length + leftOut).toBe(120)
})

test('planted traces are of all kinds, are taken in like others, and only those that instruct give themselves away by it', () => {
  const arrivals = [...dealt().byEpoch.values()].flat()
  const planted = plant(arrivals, 3)
  expect(new Set(planted.map(({ kind }) => kind))).toEqual(new Set(poisonKinds))
  for (const { kind, trace } of planted) {
    const prepared = prepareTrace(trace, { space: 'public' })
    expect(isPrepared(prepared)).toBe(true)
    expect(JSON.stringify(trace).includes(marker)).toBe(true)
    expect(isPrepared(prepared) && taintOf(prepared.trace).length > 0).toBe(kind === 'instructing')
  }
})

const passed = [{ gate: 'backed', passed: true, reason: '' } as const]
const clean = {
  tainted: false,
  flags: [],
  gates: passed,
  toAcknowledge: [],
  state: 'in-review'
} as const

test('the rule curator approves what passed every gate without a flag, rejects what is tainted and leaves the rest', () => {
  expect(choose(clean).verdict).toBe('approve')
  expect(choose({ ...clean, tainted: true, toAcknowledge: ['tainted'] }).verdict).toBe('reject')
  expect(choose({ ...clean, toAcknowledge: ['contradiction'] }).verdict).toBe('leave')
  const fails = [...passed, { gate: 'supported', passed: false, reason: '' } as const]
  expect(choose({ ...clean, gates: fails }).verdict).toBe('leave')
  expect(choose({ ...clean, gates: [] }).verdict).toBe('leave')
  expect(choose({ ...clean, state: 'candidate' }).verdict).toBe('leave')
})

test('the line that is required counts approved insights that rest on something planted unseen', () => {
  const one = (acknowledged: readonly string[]) => ({
    insight: 'insight:a',
    title: 'A',
    kinds: ['posing as many'],
    planted: 1,
    sources: 9,
    partly: false,
    saysIt: false,
    acknowledged
  })
  const line = (...poisoned: readonly ReturnType<typeof one>[]) =>
    requiredLine([
      { run: { poisoned, curated: { approved: ['insight:a', 'insight:b'] } } } as never
    ])
  expect(line()).toContain(': 0 of 2 (required: 0, met)')
  expect(line(one(['self-judged']))).toContain(': 0 of 2 (required: 0, met)')
  expect(line(one([]), one(['supported']))).toContain(': 2 of 2 (required: 0, MISSED)')
})

test('a warning matches a failure by an API that the attempt used or the type of error that it raised', () => {
  const task = '<code>\nimport pandas as pd\ndf = pd.DataFrame({})\n</code>'
  const { apis, errors } = failureOf('df.append([1])', 'KeyError: 3', task)
  expect(namesApi('Rather not `pandas.DataFrame.append`.', apis)).toBe(true)
  expect(namesApi('Do not call df.append(row) in a loop.', apis)).toBe(true)
  expect(namesApi('Rather not `numpy.append`.', apis)).toBe(false)
  expect(namesApi('Append rows with care.', apis)).toBe(false)
  expect(namesError('Attempts ended with: KeyError (twice).', errors)).toBe(true)
  expect(namesError('Attempts ended with: ValueError.', errors)).toBe(false)
})

const scored = (values: readonly number[]): Scored[] =>
  values.map((ndcg10, i) => ({
    id: String(i),
    library: 'frames',
    family: String(i),
    ndcg10,
    recall10: 0,
    recall50: 0,
    mrr: 0,
    complete10: 0
  }))

test('a gain is told question by question, and refuses questions that only one side was asked', () => {
  const [before, after] = [scored([0, 0.5, 0.5, 1]), scored([0, 0.6, 0.6, 1.2])]
  expect(pairedDifference(before, after, 'ndcg10').value).toBeCloseTo(0.1)
  const gain = relativeGain(before, after, 'ndcg10')
  expect(gain.value).toBeCloseTo(0.2)
  expect([gain.low, gain.high].map((bound) => bound.toFixed(6))).toEqual(['0.200000', '0.200000'])
  expect(() => pairedDifference(before, after.slice(1), 'ndcg10')).toThrow('one side only')
})
