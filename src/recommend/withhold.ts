import type { Draft } from './draft.js'

/** With which probability an insight is left out, unless told otherwise. */
export const defaultWithholdShare = 0.1

/** What a lot said of an insight that would have been shown. */
export interface Lot {
  readonly insight: string
  /** The probability with which it was left out. */
  readonly share: number
  /** Its place among the items that would have been shown, from 1. */
  readonly rank: number
  readonly withheld: boolean
}

/** How lots are drawn. */
export interface Drawing {
  /** The probability with which an insight is left out. */
  readonly share: number
  /** An insight's place from 0 up to 1: below the share it is left out. */
  readonly placeOf: (insight: string) => number
}

/** Nothing is left out. */
export const noDrawing: Drawing = { share: 0, placeOf: () => 1 }

interface Shown {
  readonly kept: readonly Draft[]
}

/**
 * Draws a lot for every insight that would be shown, so that answers with and without it differ by chance alone and
 * its effect can be measured. What moves up into the place of one that is left out has its own lot.
 * @param show what is shown without these insights; called again until every insight in it has its lot
 */
export function drawLots<T extends Shown>(
  show: (without: ReadonlySet<string>) => T,
  { share, placeOf }: Drawing
): { readonly shown: T; readonly lots: readonly Lot[] } {
  const lots = new Map<string, Lot>()
  const without = new Set<string>()
  for (;;) {
    const shown = show(without)
    const before = without.size
    shown.kept.forEach(({ node }, i) => {
      if (node.label !== 'Insight' || lots.has(node.id)) return
      const withheld = placeOf(node.id) < share
      if (withheld) without.add(node.id)
      lots.set(node.id, { insight: node.id, share, rank: i + 1, withheld })
    })
    if (without.size === before) return { shown, lots: [...lots.values()] }
  }
}
