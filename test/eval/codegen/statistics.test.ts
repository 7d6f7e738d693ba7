import { cohensKappa, rankCorrelation } from '../../../eval/codegen/statistics/agreement.js'
import { autonomy, autonomyBothWays } from '../../../eval/codegen/statistics/autonomy.js'
import { pairedFamilyDifference } from '../../../eval/codegen/statistics/family-bootstrap.js'
import { familyMean } from '../../../src/domain/families.js'
import { mcnemar } from '../../../eval/codegen/statistics/mcnemar.js'
import { passAtK } from '../../../eval/codegen/statistics/pass-at-k.js'
import { scaleCounts, scaleSummary } from '../../../eval/codegen/statistics/scale.js'
import { speedupSummary } from '../../../eval/codegen/statistics/speedup.js'

describe('the published tables follow from the published counts', () => {
  test('human references under the quality judge: mean 4.28, sd 1.22, 23.2 % at 3 or lower', () => {
    const summary = scaleSummary([31, 129, 72, 63, 705])
    expect(summary.n).toBe(1000)
    expect(summary.mean.toFixed(2)).toBe('4.28')
    expect(summary.sd.toFixed(2)).toBe('1.22')
    expect((100 * summary.threeOrLower).toFixed(1)).toBe('23.2')
    expect(summary.se).toBeCloseTo(summary.sd / Math.sqrt(1000), 12)
  })

  test('helpfulness: 98.2 % in the two best bands', () => {
    expect((100 * scaleSummary([1, 2, 15, 221, 761]).topTwo).toFixed(1)).toBe('98.2')
  })

  // completeness, executability, consistency, autonomy as printed
  const table = [
    ['GPT-Engineer', 0.4824, 0.3583, 0.7887, 0.1363],
    ['MetaGPT', 0.4472, 0.4208, 0.7649, 0.1439],
    ['ChatDev', 0.6131, 0.689, 0.7909, 0.334],
    ['Co-Learning', 0.9497, 0.94, 0.797, 0.71]
  ] as const

  test('autonomy: the product of the means gives three rows of the column to rounding, and shows where the fourth parts', () => {
    const off = table.map(
      ([, completeness, executability, consistency, printed]) =>
        autonomy({ completeness, executability, consistency }) - printed
    )
    expect(off.slice(0, 3).every((by) => Math.abs(by) < 1.5e-4)).toBe(true)
    expect(off[3]).toBeCloseTo(0.0015, 4)
  })

  test('autonomy both ways: they agree where tasks are alike and part where α and β go together', () => {
    const alike = table.slice(3).map(([, completeness, executability, consistency]) => ({
      completeness,
      executability,
      consistency
    }))
    const same = autonomyBothWays([...alike, ...alike])
    expect(same.meanOfProducts).toBeCloseTo(same.productOfMeans, 12)
    const parted = autonomyBothWays([
      { completeness: 1, executability: 1, consistency: 0.8 },
      { completeness: 0, executability: 0, consistency: 0.8 }
    ])
    expect(parted.productOfMeans).toBeCloseTo(0.2, 12)
    expect(parted.meanOfProducts).toBeCloseTo(0.4, 12)
  })
})

test('scores are counted, and what is no score is refused', () => {
  expect(scaleCounts([5, 5, 1, 3])).toEqual([1, 0, 1, 0, 2])
  expect(() => scaleCounts([4.5])).toThrow('expected 1, 2, 3, 4 or 5')
})

test('a speed-up counts only where the program is right, and never below 1 in the geometric mean', () => {
  const summary = speedupSummary([
    { compiled: true, correct: true, speedup: 4 },
    { compiled: true, correct: true, speedup: 0.5 },
    { compiled: true, correct: false, speedup: 100 },
    { compiled: false, correct: false, speedup: 0 }
  ])
  expect(summary.geometricMean).toBeCloseTo(4 ** 0.25, 12)
  expect(summary.arithmeticMean).toBeCloseTo(4.5 / 4, 12)
  expect(summary).toMatchObject({ compiled: 0.75, correct: 0.5, twiceAsFast: 0.25 })
})

describe('pass@k', () => {
  test('is the share of draws of k samples with a pass among them, counted out', () => {
    const [n, c, k] = [6, 2, 3]
    let hits = 0
    let draws = 0
    for (let a = 0; a < n; a += 1)
      for (let b = a + 1; b < n; b += 1)
        for (let d = b + 1; d < n; d += 1) {
          draws += 1
          if (a < c) hits += 1
        }
    expect(passAtK(n, c, k)).toBeCloseTo(hits / draws, 12)
  })

  test('of one is the share that passed; of more than can all fail, certain; of more than there are, refused', () => {
    expect(passAtK(10, 3, 1)).toBeCloseTo(0.3, 12)
    expect(passAtK(5, 3, 3)).toBe(1)
    expect(passAtK(200, 0, 100)).toBe(0)
    expect(() => passAtK(3, 1, 4)).toThrow('expected k from 1 to n')
  })
})

describe("McNemar's exact test", () => {
  const pairs = (onlyFirst: number, onlySecond: number, both: number) => [
    ...Array.from({ length: onlyFirst }, () => [true, false] as const),
    ...Array.from({ length: onlySecond }, () => [false, true] as const),
    ...Array.from({ length: both }, () => [true, true] as const)
  ]

  test('is twice the smaller tail of a fair coin', () => {
    // 1 of 8 discordant: 2 · (1 + 8) / 256
    expect(mcnemar(pairs(1, 7, 30))).toEqual({ onlyFirst: 1, onlySecond: 7, p: 18 / 256 })
  })

  test('says nothing of pairs that agree, and knows no more than certainty', () => {
    expect(mcnemar(pairs(0, 0, 9)).p).toBe(1)
    expect(mcnemar(pairs(5, 5, 0)).p).toBe(1)
  })

  test('holds for samples of thousands', () => {
    expect(mcnemar(pairs(1_000, 2_000, 0)).p).toBeLessThan(1e-60)
    expect(mcnemar(pairs(1_480, 1_520, 0)).p).toBeCloseTo(0.476, 2)
  })
})

describe('intervals over families', () => {
  const spread = Array.from({ length: 40 }, (_, i) => ({ family: `f${i}`, value: i % 2 }))

  test('hold the mean, and are the same for the same seed', () => {
    const one = familyMean(spread)
    expect(one).toMatchObject({ value: 0.5, problems: 40, families: 40 })
    expect(one.low).toBeGreaterThan(0.3)
    expect(one.high).toBeLessThan(0.7)
    expect(familyMean(spread)).toEqual(one)
  })

  test('are not narrowed by more problems of the same families', () => {
    const more = familyMean([...spread, ...spread, ...spread])
    const one = familyMean(spread)
    expect(more.high - more.low).toBeCloseTo(one.high - one.low, 12)
  })

  test('of pairs leave out what both sides share', () => {
    const side = (by: number) =>
      new Map(spread.map((one, i) => [`p${i}`, { ...one, value: one.value + by }]))
    const difference = pairedFamilyDifference(side(0), side(0.25))
    expect([difference.value, difference.low, difference.high]).toEqual([0.25, 0.25, 0.25])
  })

  test('a problem on one side only is no pair', () => {
    expect(() =>
      pairedFamilyDifference(new Map([['a', { family: 'a', value: 1 }]]), new Map())
    ).toThrow('one side only')
  })
})

describe('two judges', () => {
  // Cohen's own kind of table: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no: agreement 0.7, by chance 0.5
  const judged = [
    ...Array.from({ length: 20 }, () => [1, 1]),
    ...Array.from({ length: 5 }, () => [1, 0]),
    ...Array.from({ length: 10 }, () => [0, 1]),
    ...Array.from({ length: 15 }, () => [0, 0])
  ]
  const first = judged.map(([a = 0]) => a)
  const second = judged.map(([, b = 0]) => b)

  test("Cohen's kappa is agreement beyond chance", () => {
    expect(cohensKappa(first, second)).toBeCloseTo(0.4, 12)
    expect(cohensKappa(first, first)).toBe(1)
    expect(cohensKappa([3, 3], [3, 3])).toBeNaN()
  })

  test('with quadratic weights a neighbour on the scale costs less than the other end', () => {
    const scale = [1, 2, 3, 4, 5]
    const near = cohensKappa(scale, [2, 2, 3, 4, 5], 'quadratic')
    expect(near).toBeGreaterThan(cohensKappa(scale, [5, 2, 3, 4, 5], 'quadratic'))
    expect(near).toBeGreaterThan(cohensKappa(scale, [2, 2, 3, 4, 5]))
  })

  test('rank correlation sees order alone, with ties at their mean rank', () => {
    expect(rankCorrelation([1, 2, 3, 4], [10, 20, 30, 1000])).toBeCloseTo(1, 12)
    expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBeCloseTo(-1, 12)
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(0.9486832980505138, 12)
    expect(rankCorrelation([1, 1], [1, 2])).toBeNaN()
    expect(() => rankCorrelation([1], [])).toThrow('as many of both')
  })
})
