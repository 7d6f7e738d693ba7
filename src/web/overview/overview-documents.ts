import { effectFields } from '../data/effect-fields.js'
import type { Effect } from '../parts/effect.js'

const figures = 'asked answered attempts problems notes insights gaps'
const share = 'n count share low high'
const ended = 'passed failed unknown'

export const overviewDocument = /* GraphQL */ `
  query Overview($range: OverviewRange!) {
    overview(range: $range) {
      range
      from
      to
      madeAt
      total { ${figures} }
      stretches { from ${figures} ${ended} }
      answered { ${share} }
      helped { ${share} }
      guidance { ${effectFields} }
      sources { source n ${ended} }
      heard { source n lastAt }
      silent
      queue { ready blocked oldestAt }
      gaps { id text asks askers lastAskedAt }
      libraries { held taken }
    }
  }
`

export type Range = 'day' | 'week' | 'month' | 'year'

export interface Share {
  readonly n: number
  readonly count: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Figures {
  readonly asked: number
  readonly answered: number
  readonly attempts: number
  readonly problems: number
  readonly notes: number
  readonly insights: number
  readonly gaps: number
}

interface Ended {
  readonly passed: number
  readonly failed: number
  readonly unknown: number
}

export type Stretch = Figures & Ended & { readonly from: string }

export interface Overview {
  readonly range: Range
  readonly from: string
  readonly to: string
  readonly madeAt: string | null
  readonly total: Figures
  readonly stretches: readonly Stretch[]
  readonly answered: Share
  readonly helped: Share
  readonly guidance: Effect
  readonly sources: readonly (Ended & { readonly source: string; readonly n: number })[]
  readonly heard: readonly {
    readonly source: string
    readonly n: number
    readonly lastAt: string
  }[]
  readonly silent: readonly string[]
  readonly queue: {
    readonly ready: number
    readonly blocked: number
    readonly oldestAt: string | null
  }
  readonly gaps: readonly {
    readonly id: string
    readonly text: string
    readonly asks: number
    readonly askers: number
    readonly lastAskedAt: string
  }[]
  readonly libraries: { readonly held: number; readonly taken: number }
}
