import {
  differenceOfProportions,
  effectOfStrata,
  type Arm,
  type Stratum
} from '../../src/domain/effect.js'

// Newcombe 1998, table II, method 10; the paper gives four decimals.
test.each([
  [{ n: 70, passed: 56 }, { n: 80, passed: 48 }, 0.2, 0.0524, 0.3339],
  [{ n: 10, passed: 9 }, { n: 10, passed: 3 }, 0.6, 0.1705, 0.809],
  [{ n: 7, passed: 6 }, { n: 7, passed: 2 }, 4 / 7, 0.0582, 0.8062],
  [{ n: 56, passed: 5 }, { n: 29, passed: 0 }, 5 / 56, -0.0381, 0.1926],
  [{ n: 10, passed: 10 }, { n: 10, passed: 0 }, 1, 0.6075, 1]
])('the interval of %j against %j is the published one', (one, other, effect, low, high) => {
  const found = differenceOfProportions(one, other)
  expect(found.effect).toBeCloseTo(effect, 10)
  expect(found.low).toBeCloseTo(low, 4)
  expect(found.high).toBeCloseTo(high, 4)
})

test('there is no effect while nothing went with it, or nothing without', () => {
  const stratum = (shown: Arm, withheld: Arm): Stratum => ({ share: 0.1, shown, withheld })
  const none = { n: 0, passed: 0 }
  const some = { n: 4, passed: 3 }
  for (const strata of [[], [stratum(some, none)], [stratum(none, some)]])
    expect(effectOfStrata(strata)).toMatchObject({ effect: null, low: null, high: null })
  expect(effectOfStrata([stratum(some, none)]).shown).toEqual(some)
})

test('where every answer ended alike the interval still has a width', () => {
  const all = (share: number): Stratum => ({
    share,
    shown: { n: 20, passed: 20 },
    withheld: { n: 5, passed: 5 }
  })
  const { effect, low, high } = effectOfStrata([all(0.1), all(0.2)])
  expect(effect).toBe(0)
  expect(low).toBeLessThan(-0.01)
  expect(high).toBeGreaterThan(0.01)
})

/** Mulberry32: the same seed, the same numbers. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

interface World {
  readonly answers: number
  /** What an insight adds to success. */
  readonly effect: number
  /** Success without it, and the share that is withheld, at a time from 0 to 1. */
  readonly base: (time: number) => number
  readonly share: (time: number) => number
}

/** What was seen in one run of a world. */
function run(world: World, draw: () => number): Stratum[] {
  const strata = new Map<number, Record<'shown' | 'withheld', { n: number; passed: number }>>()
  for (let i = 0; i < world.answers; i += 1) {
    const time = i / world.answers
    const share = world.share(time)
    const stratum = strata.get(share) ?? {
      shown: { n: 0, passed: 0 },
      withheld: { n: 0, passed: 0 }
    }
    strata.set(share, stratum)
    const withheld = draw() < share
    const arm = stratum[withheld ? 'withheld' : 'shown']
    arm.n += 1
    if (draw() < world.base(time) + (withheld ? 0 : world.effect)) arm.passed += 1
  }
  return [...strata].map(([share, arms]) => ({ share, ...arms }))
}

const runs = 2_000
const steady = { base: () => 0.5, share: () => 0.1 }
/** The base rate rises while the share that is withheld falls: pooled, every insight would look good. */
const drifting = {
  base: (time: number) => 0.25 + 0.4 * time,
  share: (time: number) => (time < 0.5 ? 0.4 : 0.1)
}

test.each<[string, World]>([
  ['under a constant share', { answers: 400, effect: 0.15, ...steady }],
  ['with few answers', { answers: 120, effect: 0.2, ...steady }],
  ['without an effect', { answers: 300, effect: 0, ...steady }],
  ['where it does harm', { answers: 400, effect: -0.2, ...steady }],
  ['near certainty', { answers: 400, effect: 0.08, base: () => 0.9, share: () => 0.1 }],
  ['while the base rate drifts', { answers: 400, effect: 0.15, ...drifting, share: () => 0.1 }],
  ['while base rate and share change', { answers: 400, effect: 0.15, ...drifting }],
  ['while both change and there is no effect', { answers: 400, effect: 0, ...drifting }],
  [
    'under many shares',
    {
      answers: 400,
      effect: 0.1,
      base: (time) => 0.25 + 0.4 * time,
      share: (time) => 0.5 - 0.05 * Math.floor(8 * time)
    }
  ]
])('%s the effect is unbiased and its interval holds the truth 95 times in 100', (_, world) => {
  const draw = random(20_261_121)
  let [sum, squares, covered, counted] = [0, 0, 0, 0]
  for (let i = 0; i < runs; i += 1) {
    const { effect, low, high } = effectOfStrata(run(world, draw))
    if (effect === null || low === null || high === null) continue
    counted += 1
    sum += effect
    squares += effect * effect
    if (low <= world.effect && world.effect <= high) covered += 1
  }
  expect(counted).toBeGreaterThan(0.99 * runs)
  const mean = sum / counted
  const error = Math.sqrt((squares / counted - mean * mean) / counted)
  expect(Math.abs(mean - world.effect)).toBeLessThan(4 * error)
  expect(covered / counted).toBeGreaterThanOrEqual(0.93)
  expect(covered / counted).toBeLessThanOrEqual(0.98)
})

test('pooled over changing shares the same answers would mislead, which is why they are not', () => {
  const draw = random(7)
  const add = (a: Arm, b: Arm): Arm => ({ n: a.n + b.n, passed: a.passed + b.passed })
  let [pooled, joined] = [0, 0]
  for (let i = 0; i < 500; i += 1) {
    const strata = run({ answers: 400, effect: 0, ...drifting }, draw)
    const shown = strata.map((one) => one.shown).reduce(add)
    const withheld = strata.map((one) => one.withheld).reduce(add)
    pooled += differenceOfProportions(shown, withheld).effect / 500
    joined += (effectOfStrata(strata).effect ?? 0) / 500
  }
  expect(pooled).toBeGreaterThan(0.04)
  expect(Math.abs(joined)).toBeLessThan(0.015)
})
