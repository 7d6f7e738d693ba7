import {
  effectOfClusters,
  studentQuantile,
  type Arm,
  type ClusterArm
} from '../../src/domain/effect.js'
import { clustered, effectOfRows } from '../../src/domain/effect-rows.js'
import { differenceOfProportions } from '../../src/domain/proportions.js'

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

// Student's 97.5 % points of the tables, to three decimals.
test.each([
  [7, 2.365],
  [10, 2.228],
  [30, 2.042],
  [120, 1.98]
])('of %i degrees of freedom the quantile is the published one', (free, quantile) => {
  expect(studentQuantile(free)).toBeCloseTo(quantile, 3)
})

/** So many clusters of one answer each. */
function singles(arm: Arm, of: { shown: boolean; share?: number; name?: string }): ClusterArm[] {
  const { shown, share = 0.1, name = '' } = of
  return Array.from({ length: arm.n }, (_, i) => ({
    cluster: `${name} ${String(shown)} ${String(share)} ${String(i)}`,
    share,
    shown,
    n: 1,
    passed: i < arm.passed ? 1 : 0
  }))
}

test('below eight task sessions on a side nothing is measured, however many answers there are', () => {
  const shown = singles({ n: 40, passed: 30 }, { shown: true })
  const withheld = singles({ n: 8, passed: 2 }, { shown: false })
  const nothing = { effect: null, low: null, high: null }
  for (const arms of [[], shown, withheld]) expect(effectOfClusters(arms)).toMatchObject(nothing)
  expect(effectOfClusters([...shown, ...withheld])).toMatchObject({
    effect: 0.5,
    clusters: { shown: 40, withheld: 8 }
  })
  // The same answers, two of them in one session.
  const [first, second, ...rest] = withheld
  const joined = [first, second].flatMap((one) =>
    one === undefined ? [] : [{ ...one, cluster: 'both' }]
  )
  expect(effectOfClusters([...shown, ...joined, ...rest])).toMatchObject({
    ...nothing,
    withheld: { n: 8, passed: 2 },
    clusters: { shown: 40, withheld: 7 }
  })
})

test('where every answer ended alike the interval still has a width', () => {
  const all = (share: number) => [
    ...singles({ n: 20, passed: 20 }, { shown: true, share }),
    ...singles({ n: 9, passed: 9 }, { shown: false, share })
  ]
  for (const arms of [all(0.1), [...all(0.1), ...all(0.2)]]) {
    const { effect, low, high } = effectOfClusters(arms)
    expect(effect).toBe(0)
    expect(low).toBeLessThan(-0.01)
    expect(high).toBeGreaterThan(0.01)
  }
})

test('the same task and the same session are one cluster, and what is joined by either', () => {
  const row = (task: string, session: string) => ({
    share: 0.1,
    shown: true,
    task,
    session,
    principal: '',
    n: 1,
    passed: 1
  })
  const rows = [
    row('a', ''),
    row('a', 's'),
    row('b', 's'),
    row('c', 't'),
    row('d', ''),
    row('b', 'u')
  ]
  const names = clustered(rows).map(({ cluster }) => cluster)
  expect(new Set([names[0], names[1], names[2], names[5]]).size).toBe(1)
  expect(new Set(names).size).toBe(3)
})

test('one sender counts no more than all others together, and alone with all there is', () => {
  const rows = (principal: string, tasks: number, passed: number, shown: boolean) =>
    Array.from({ length: tasks }, (_, i) => ({
      share: 0.5,
      shown,
      task: `${principal} ${String(shown)} ${String(i)}`,
      session: '',
      principal,
      n: 1,
      passed
    }))
  const loud = [...rows('loud', 40, 0, true), ...rows('loud', 40, 1, false)]
  const others = [
    ...rows('b', 6, 1, true),
    ...rows('c', 6, 1, true),
    ...rows('b', 6, 0, false),
    ...rows('c', 6, 0, false)
  ]
  const answers = ({ shown, withheld }: ReturnType<typeof effectOfRows>) => shown.n + withheld.n
  expect(answers(effectOfRows(loud))).toBe(80)
  expect(effectOfClusters(clustered([...loud, ...others])).high).toBeLessThan(0)
  const capped = effectOfRows([...loud, ...others])
  expect(answers(capped)).toBe(48)
  expect(capped.high).toBeGreaterThan(0)
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
  readonly sessions: number
  /** Answers of a session: one, or from one up to so many, the larger the rarer. */
  readonly answers?: number
  /** How far sessions lie apart in how often they succeed, on both sides of the base. */
  readonly apart?: number
  /** What an insight adds to success. */
  readonly effect: number
  /** Success without it, and the share that is withheld, at a time from 0 to 1. */
  readonly base: (time: number) => number
  readonly share: (time: number) => number
}

/** What was seen in one run of a world, with each session as one cluster. */
function run(world: World, draw: () => number): ClusterArm[] {
  const { sessions, answers = 1, apart = 0 } = world
  return Array.from({ length: sessions }, (_, i) => {
    const time = i / sessions
    const share = world.share(time)
    const shown = draw() >= share
    const p = world.base(time) + (shown ? world.effect : 0) + (draw() < 0.5 ? apart : -apart)
    const n = 1 + Math.floor(answers * draw() ** 2)
    let passed = 0
    for (let one = 0; one < n; one += 1) if (draw() < p) passed += 1
    return { cluster: String(i), share, shown, n, passed }
  })
}

const runs = 400
const steady = { base: () => 0.5, share: () => 0.1 }
/** The base rate rises while the share that is withheld falls: pooled, every insight would look good. */
const drifting = {
  base: (time: number) => 0.25 + 0.4 * time,
  share: (time: number) => (time < 0.5 ? 0.4 : 0.1)
}
/** Answers of a session are much alike, and some sessions have many. */
const alike = { answers: 12, apart: 0.35 }

interface Covered {
  readonly covered: number
  readonly mean: number
  readonly error: number
}

function simulate(
  world: World,
  read: (arms: ClusterArm[]) => ClusterArm[] = (arms) => arms
): Covered {
  const draw = random(20_261_121)
  let [sum, squares, covered, counted] = [0, 0, 0, 0]
  for (let i = 0; i < runs; i += 1) {
    const { effect, low, high } = effectOfClusters(read(run(world, draw)))
    if (effect === null || low === null || high === null) continue
    counted += 1
    sum += effect
    squares += effect * effect
    if (low <= world.effect && world.effect <= high) covered += 1
  }
  expect(counted).toBeGreaterThan(0.9 * runs)
  const mean = sum / counted
  return {
    covered: covered / counted,
    mean,
    error: Math.sqrt((squares / counted - mean ** 2) / counted)
  }
}

test.each<[string, World]>([
  ['under a constant share', { sessions: 400, effect: 0.15, ...steady }],
  ['with few answers', { sessions: 140, effect: 0.2, ...steady }],
  ['without an effect', { sessions: 300, effect: 0, ...steady }],
  ['where it does harm', { sessions: 400, effect: -0.2, ...steady }],
  ['near certainty', { sessions: 400, effect: 0.08, base: () => 0.9, share: () => 0.1 }],
  ['while the base rate drifts', { sessions: 400, effect: 0.15, ...drifting, share: () => 0.1 }],
  ['while base rate and share change', { sessions: 400, effect: 0.15, ...drifting }],
  ['while both change and there is no effect', { sessions: 400, effect: 0, ...drifting }],
  [
    'under many shares',
    {
      sessions: 400,
      effect: 0.1,
      base: (time) => 0.25 + 0.4 * time,
      share: (time) => 0.5 - 0.05 * Math.floor(8 * time)
    }
  ],
  ['with sessions of many answers', { sessions: 200, effect: 0, ...steady, ...alike }],
  [
    'with few sessions of many answers',
    { sessions: 40, effect: 0, ...alike, base: () => 0.5, share: () => 0.4 }
  ],
  [
    'with sessions under changing shares',
    { sessions: 200, effect: -0.1, ...alike, base: () => 0.55, share: drifting.share }
  ]
])('%s the effect is unbiased and its interval holds the truth 95 times in 100', (_, world) => {
  const { covered, mean, error } = simulate(world)
  expect(Math.abs(mean - world.effect)).toBeLessThan(4 * error)
  // Of 400 runs: by chance alone 95 of 100 becomes less than 92 once in 150 times; the seed is fixed.
  expect(covered).toBeGreaterThanOrEqual(0.92)
  expect(covered).toBeLessThanOrEqual(0.99)
})

test('read as independent answers the same sessions would be far too sure, which is why they are not', () => {
  const apart = (arms: ClusterArm[]) =>
    arms.flatMap(({ n, passed, ...arm }) =>
      Array.from({ length: n }, (_, i) => ({
        ...arm,
        cluster: `${arm.cluster} ${String(i)}`,
        n: 1,
        passed: i < passed ? 1 : 0
      }))
    )
  const world = { sessions: 200, effect: 0, ...steady, ...alike }
  expect(simulate(world, apart).covered).toBeLessThan(0.85)
})

test('pooled over changing shares the same answers would mislead, which is why they are not', () => {
  const draw = random(7)
  const total = (arms: ClusterArm[]): Arm => ({
    n: arms.length,
    passed: arms.reduce((sum, { passed }) => sum + passed, 0)
  })
  let [pooled, joined] = [0, 0]
  for (let i = 0; i < 500; i += 1) {
    const arms = run({ sessions: 400, effect: 0, ...drifting }, draw)
    const shown = total(arms.filter((arm) => arm.shown))
    const withheld = total(arms.filter((arm) => !arm.shown))
    pooled += differenceOfProportions(shown, withheld).effect / 500
    joined += (effectOfClusters(arms).effect ?? 0) / 500
  }
  expect(pooled).toBeGreaterThan(0.04)
  expect(Math.abs(joined)).toBeLessThan(0.015)
})
