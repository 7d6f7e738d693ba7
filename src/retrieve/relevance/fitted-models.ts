import type { RelevanceModel } from './relevance-model.js'

/** Written by `npm run eval:fit-relevance`. */
export const relevanceModels: readonly RelevanceModel[] = [
  {
    embedder: 'lexical:',
    bias: -3.07736,
    weights: {
      similarity: {
        weight: 0.19557,
        mean: 0.27656,
        deviation: 0.12553
      },
      similarityGap: {
        weight: 0.06676,
        mean: -0.1713,
        deviation: 0.11052
      },
      aboveBackground: {
        weight: 0.19498,
        mean: 2.65263,
        deviation: 2.97986
      },
      covered: {
        weight: 0.26612,
        mean: 0.34096,
        deviation: 0.23372
      },
      titled: {
        weight: -0.16309,
        mean: 0.24082,
        deviation: 0.20105
      },
      rarest: {
        weight: 0.171,
        mean: 0.35003,
        deviation: 0.47698
      },
      bestCovered: {
        weight: -0.02883,
        mean: 0.6996,
        deviation: 0.22786
      },
      bestSimilarity: {
        weight: 0.15761,
        mean: 0.44785,
        deviation: 0.10895
      },
      unheld: {
        weight: -0.19373,
        mean: 0.07201,
        deviation: 0.18343
      },
      bound: {
        weight: 0.72121,
        mean: 0.2927,
        deviation: 0.455
      },
      rank: {
        weight: 0.01308,
        mean: 2.64587,
        deviation: 0.86026
      },
      score: {
        weight: -0.04795,
        mean: 0.28245,
        deviation: 0.21891
      },
      wordsFirst: {
        weight: 0.12841,
        mean: 0.09409,
        deviation: 0.18711
      },
      namesFirst: {
        weight: 0.14628,
        mean: 0.08483,
        deviation: 0.18789
      },
      exact: {
        weight: 0.07303,
        mean: 0.00077,
        deviation: 0.02555
      },
      named: {
        weight: -0.00671,
        mean: 0.07478,
        deviation: 0.26303
      },
      isSection: {
        weight: -0.1307,
        mean: 0.36679,
        deviation: 0.48193
      },
      isError: {
        weight: 0.03913,
        mean: 0.03808,
        deviation: 0.19139
      },
      words: {
        weight: 0.0436,
        mean: 1.58074,
        deviation: 0.28926
      },
      passage: {
        weight: 0.21869,
        mean: 0.29549,
        deviation: 0.21147
      },
      'passage*similarity': {
        weight: -0.06558,
        mean: 0.09203,
        deviation: 0.09098
      },
      usage: {
        weight: -0.12368,
        mean: 0.06704,
        deviation: 0.34895
      },
      mentions: {
        weight: 0.08587,
        mean: 0.15506,
        deviation: 0.53535
      },
      usedParent: {
        weight: -0.02377,
        mean: 0.69978,
        deviation: 1.38701
      },
      apart: {
        weight: -0.17048,
        mean: 0.11583,
        deviation: 0.32002
      },
      isHistory: {
        weight: -0.00993,
        mean: 0.04353,
        deviation: 0.20405
      },
      bySimilarity: {
        weight: 0.03827,
        mean: 2.64587,
        deviation: 0.86026
      },
      byWords: {
        weight: -0.35383,
        mean: 2.64587,
        deviation: 0.86026
      },
      summed: {
        weight: -0.1822,
        mean: 0.09768,
        deviation: 0.17265
      },
      hasSummary: {
        weight: -0.21714,
        mean: 0.41329,
        deviation: 0.49242
      },
      isFunction: {
        weight: -0.01623,
        mean: 0.40046,
        deviation: 0.48999
      },
      isType: {
        weight: -0.14043,
        mean: 0.04684,
        deviation: 0.2113
      },
      isMember: {
        weight: -0.07734,
        mean: 0.17129,
        deviation: 0.37676
      },
      hasExample: {
        weight: 0.0098,
        mean: 0.63762,
        deviation: 0.48069
      },
      length: {
        weight: 0.01643,
        mean: 5.6712,
        deviation: 1.29588
      },
      depth: {
        weight: 0.07508,
        mean: 2.14735,
        deviation: 1.11344
      },
      'covered*similarity': {
        weight: 0.01559,
        mean: 0.10544,
        deviation: 0.10182
      },
      'titled*bound': {
        weight: 0.0522,
        mean: 0.06464,
        deviation: 0.15788
      }
    },
    thresholds: {
      answer: 0.37,
      hook: 0.52
    },
    fitted: {
      questions: 447,
      items: 14496,
      libraries: 30,
      useless: 0.521,
      uselessAtMost: 0.616
    }
  },
  {
    embedder: 'local:bge-small-en-v1.5',
    bias: -2.92006,
    weights: {
      similarity: {
        weight: 0.26396,
        mean: 0.64076,
        deviation: 0.06713
      },
      similarityGap: {
        weight: -0.02284,
        mean: -0.08726,
        deviation: 0.06058
      },
      aboveBackground: {
        weight: 0.51608,
        mean: 2.11712,
        deviation: 3.1795
      },
      covered: {
        weight: 0.13749,
        mean: 0.32994,
        deviation: 0.2416
      },
      titled: {
        weight: -0.22685,
        mean: 0.21996,
        deviation: 0.21005
      },
      rarest: {
        weight: 0.15833,
        mean: 0.36131,
        deviation: 0.48038
      },
      bestCovered: {
        weight: -0.11062,
        mean: 0.71099,
        deviation: 0.22781
      },
      bestSimilarity: {
        weight: 0.35542,
        mean: 0.72802,
        deviation: 0.05375
      },
      unheld: {
        weight: -0.15451,
        mean: 0.07227,
        deviation: 0.18334
      },
      bound: {
        weight: 0.72318,
        mean: 0.29637,
        deviation: 0.45666
      },
      rank: {
        weight: -0.05583,
        mean: 2.68843,
        deviation: 0.86417
      },
      score: {
        weight: -0.15957,
        mean: 0.28299,
        deviation: 0.22082
      },
      wordsFirst: {
        weight: 0.04989,
        mean: 0.08822,
        deviation: 0.18448
      },
      namesFirst: {
        weight: 0.08944,
        mean: 0.0802,
        deviation: 0.18472
      },
      exact: {
        weight: 0.06199,
        mean: 0.00074,
        deviation: 0.02498
      },
      named: {
        weight: -0.0486,
        mean: 0.05544,
        deviation: 0.22883
      },
      isSection: {
        weight: -0.01597,
        mean: 0.37416,
        deviation: 0.48391
      },
      isError: {
        weight: -0.05538,
        mean: 0.03869,
        deviation: 0.19287
      },
      words: {
        weight: -0.00324,
        mean: 1.58173,
        deviation: 0.28585
      },
      passage: {
        weight: 0.15747,
        mean: 0.28014,
        deviation: 0.21797
      },
      'passage*similarity': {
        weight: 0.14021,
        mean: 0.18345,
        deviation: 0.14825
      },
      usage: {
        weight: -0.08785,
        mean: 0.06044,
        deviation: 0.34194
      },
      mentions: {
        weight: 0.16496,
        mean: 0.16038,
        deviation: 0.54815
      },
      usedParent: {
        weight: -0.04131,
        mean: 0.62955,
        deviation: 1.31612
      },
      apart: {
        weight: -0.0489,
        mean: 0.11009,
        deviation: 0.313
      },
      isHistory: {
        weight: -0.12213,
        mean: 0.06691,
        deviation: 0.24986
      },
      bySimilarity: {
        weight: -0.08203,
        mean: 2.68843,
        deviation: 0.86417
      },
      byWords: {
        weight: -0.25852,
        mean: 2.68843,
        deviation: 0.86417
      },
      summed: {
        weight: -0.18595,
        mean: 0.08453,
        deviation: 0.16635
      },
      hasSummary: {
        weight: -0.2221,
        mean: 0.40415,
        deviation: 0.49073
      },
      isFunction: {
        weight: -0.06416,
        mean: 0.39723,
        deviation: 0.48932
      },
      isType: {
        weight: -0.11856,
        mean: 0.03988,
        deviation: 0.19568
      },
      isMember: {
        weight: -0.076,
        mean: 0.17205,
        deviation: 0.37742
      },
      hasExample: {
        weight: -0.05727,
        mean: 0.63131,
        deviation: 0.48245
      },
      length: {
        weight: 0.02207,
        mean: 5.68597,
        deviation: 1.28827
      },
      depth: {
        weight: 0.05463,
        mean: 2.09954,
        deviation: 1.05241
      },
      'covered*similarity': {
        weight: 0.06224,
        mean: 0.21615,
        deviation: 0.16583
      },
      'titled*bound': {
        weight: 0.05855,
        mean: 0.06113,
        deviation: 0.15586
      }
    },
    thresholds: {
      answer: 0.25,
      hook: 0.4
    },
    fitted: {
      questions: 447,
      items: 15170,
      libraries: 30,
      useless: 0.558,
      uselessAtMost: 0.64
    }
  }
]
