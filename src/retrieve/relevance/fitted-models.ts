import type { RelevanceModel } from './relevance-model.js'

/** Written by `npm run eval:fit-relevance`. */
export const relevanceModels: readonly RelevanceModel[] = [
  {
    embedder: 'lexical:',
    bias: -3.51985,
    weights: {
      similarity: {
        weight: 0.22678,
        mean: 0.25802,
        deviation: 0.12524
      },
      similarityGap: {
        weight: 0.05189,
        mean: -0.17009,
        deviation: 0.11002
      },
      aboveBackground: {
        weight: 0.13253,
        mean: 2.70303,
        deviation: 2.91979
      },
      covered: {
        weight: 0.22795,
        mean: 0.32149,
        deviation: 0.23511
      },
      titled: {
        weight: -0.41477,
        mean: 0.21982,
        deviation: 0.20173
      },
      rarest: {
        weight: 0.15452,
        mean: 0.33617,
        deviation: 0.4724
      },
      bestCovered: {
        weight: -0.17616,
        mean: 0.66933,
        deviation: 0.23625
      },
      bestSimilarity: {
        weight: 0.20578,
        mean: 0.42812,
        deviation: 0.11028
      },
      unheld: {
        weight: -0.23079,
        mean: 0.10401,
        deviation: 0.21377
      },
      bound: {
        weight: 1.20902,
        mean: 0.42626,
        deviation: 0.49453
      },
      rank: {
        weight: -0.03617,
        mean: 2.62933,
        deviation: 0.85942
      },
      score: {
        weight: 0.00269,
        mean: 0.2802,
        deviation: 0.21943
      },
      wordsFirst: {
        weight: 0.11626,
        mean: 0.09501,
        deviation: 0.18823
      },
      namesFirst: {
        weight: 0.12618,
        mean: 0.08594,
        deviation: 0.18895
      },
      exact: {
        weight: 0.10835,
        mean: 0.00098,
        deviation: 0.02883
      },
      named: {
        weight: -0.05607,
        mean: 0.06863,
        deviation: 0.25282
      },
      isSection: {
        weight: -0.03636,
        mean: 0.3556,
        deviation: 0.4787
      },
      isError: {
        weight: 0.14006,
        mean: 0.04818,
        deviation: 0.21415
      },
      words: {
        weight: -0.07507,
        mean: 1.58651,
        deviation: 0.29028
      },
      passage: {
        weight: 0.22116,
        mean: 0.27562,
        deviation: 0.20887
      },
      'passage*similarity': {
        weight: -0.05056,
        mean: 0.08074,
        deviation: 0.08455
      },
      usage: {
        weight: -0.10308,
        mean: 0.071,
        deviation: 0.36347
      },
      mentions: {
        weight: 0.11874,
        mean: 0.15267,
        deviation: 0.52846
      },
      usedParent: {
        weight: -0.01694,
        mean: 0.7111,
        deviation: 1.39541
      },
      apart: {
        weight: -0.17085,
        mean: 0.11317,
        deviation: 0.3168
      },
      isHistory: {
        weight: 0.0089,
        mean: 0.04565,
        deviation: 0.20873
      },
      bySimilarity: {
        weight: 0.02569,
        mean: 2.62933,
        deviation: 0.85942
      },
      byWords: {
        weight: -0.29115,
        mean: 2.62933,
        deviation: 0.85942
      },
      summed: {
        weight: -0.16021,
        mean: 0.08661,
        deviation: 0.1605
      },
      hasSummary: {
        weight: -0.21262,
        mean: 0.41371,
        deviation: 0.4925
      },
      isFunction: {
        weight: -0.10365,
        mean: 0.40237,
        deviation: 0.49038
      },
      isType: {
        weight: -0.19829,
        mean: 0.05112,
        deviation: 0.22024
      },
      isMember: {
        weight: -0.10467,
        mean: 0.1735,
        deviation: 0.37868
      },
      hasExample: {
        weight: -0.04047,
        mean: 0.63387,
        deviation: 0.48175
      },
      length: {
        weight: 0.04951,
        mean: 5.65645,
        deviation: 1.29548
      },
      depth: {
        weight: 0.20936,
        mean: 2.1567,
        deviation: 1.10394
      },
      'covered*similarity': {
        weight: -0.0659,
        mean: 0.09402,
        deviation: 0.09697
      },
      'titled*bound': {
        weight: 0.37938,
        mean: 0.09406,
        deviation: 0.1834
      }
    },
    thresholds: {
      answer: 0.4,
      hook: 0.55
    },
    fitted: {
      questions: 321,
      items: 9879,
      libraries: 30,
      useless: 0.476,
      uselessAtMost: 0.564
    }
  },
  {
    embedder: 'local:bge-small-en-v1.5',
    bias: -3.55982,
    weights: {
      similarity: {
        weight: 0.32546,
        mean: 0.63282,
        deviation: 0.06724
      },
      similarityGap: {
        weight: 0.05278,
        mean: -0.08554,
        deviation: 0.0592
      },
      aboveBackground: {
        weight: 0.40812,
        mean: 2.12866,
        deviation: 3.05818
      },
      covered: {
        weight: 0.14175,
        mean: 0.30815,
        deviation: 0.24147
      },
      titled: {
        weight: -0.37839,
        mean: 0.20039,
        deviation: 0.20841
      },
      rarest: {
        weight: 0.14197,
        mean: 0.33757,
        deviation: 0.47288
      },
      bestCovered: {
        weight: -0.18733,
        mean: 0.67902,
        deviation: 0.23728
      },
      bestSimilarity: {
        weight: 0.3351,
        mean: 0.71836,
        deviation: 0.05598
      },
      unheld: {
        weight: -0.19216,
        mean: 0.10394,
        deviation: 0.21324
      },
      bound: {
        weight: 1.3801,
        mean: 0.42974,
        deviation: 0.49504
      },
      rank: {
        weight: -0.12889,
        mean: 2.67595,
        deviation: 0.86381
      },
      score: {
        weight: -0.12167,
        mean: 0.28261,
        deviation: 0.22107
      },
      wordsFirst: {
        weight: 0.04608,
        mean: 0.08871,
        deviation: 0.18527
      },
      namesFirst: {
        weight: 0.07826,
        mean: 0.08119,
        deviation: 0.18537
      },
      exact: {
        weight: 0.09194,
        mean: 0.00093,
        deviation: 0.02813
      },
      named: {
        weight: -0.07432,
        mean: 0.05056,
        deviation: 0.2191
      },
      isSection: {
        weight: 0.08117,
        mean: 0.36309,
        deviation: 0.48089
      },
      isError: {
        weight: 0.04677,
        mean: 0.04883,
        deviation: 0.21551
      },
      words: {
        weight: -0.05349,
        mean: 1.58693,
        deviation: 0.28779
      },
      passage: {
        weight: 0.19039,
        mean: 0.2593,
        deviation: 0.21426
      },
      'passage*similarity': {
        weight: 0.10928,
        mean: 0.16777,
        deviation: 0.1432
      },
      usage: {
        weight: -0.09362,
        mean: 0.06416,
        deviation: 0.3537
      },
      mentions: {
        weight: 0.21662,
        mean: 0.15735,
        deviation: 0.53789
      },
      usedParent: {
        weight: -0.02563,
        mean: 0.63386,
        deviation: 1.31992
      },
      apart: {
        weight: -0.07071,
        mean: 0.11249,
        deviation: 0.31597
      },
      isHistory: {
        weight: -0.07947,
        mean: 0.07127,
        deviation: 0.25728
      },
      bySimilarity: {
        weight: -0.03806,
        mean: 2.67595,
        deviation: 0.86381
      },
      byWords: {
        weight: -0.20957,
        mean: 2.67595,
        deviation: 0.86381
      },
      summed: {
        weight: -0.15648,
        mean: 0.07328,
        deviation: 0.15306
      },
      hasSummary: {
        weight: -0.21957,
        mean: 0.40056,
        deviation: 0.49001
      },
      isFunction: {
        weight: -0.16325,
        mean: 0.39834,
        deviation: 0.48956
      },
      isType: {
        weight: -0.16076,
        mean: 0.04411,
        deviation: 0.20534
      },
      isMember: {
        weight: -0.06229,
        mean: 0.17538,
        deviation: 0.38029
      },
      hasExample: {
        weight: -0.11123,
        mean: 0.63103,
        deviation: 0.48253
      },
      length: {
        weight: 0.03738,
        mean: 5.65845,
        deviation: 1.28986
      },
      depth: {
        weight: 0.16876,
        mean: 2.12241,
        deviation: 1.05723
      },
      'covered*similarity': {
        weight: -0.01328,
        mean: 0.19968,
        deviation: 0.16314
      },
      'titled*bound': {
        weight: 0.27944,
        mean: 0.08861,
        deviation: 0.18138
      }
    },
    thresholds: {
      answer: 0.27,
      hook: 0.42
    },
    fitted: {
      questions: 321,
      items: 10383,
      libraries: 30,
      useless: 0.487,
      uselessAtMost: 0.565
    }
  }
]
