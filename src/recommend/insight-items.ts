import type { Effect } from '../domain/effect.js'
import type { Retrieved } from '../retrieve/memory.js'
import type { Assessed, Assessment } from '../retrieve/relevance/assess.js'
import type { Draft } from './draft.js'
import { insightItem } from './experience-items.js'
import { isDocumentation, sureOf, type Needed } from './needed.js'
import { leastNote } from './note-items.js'

const mostInsights = 3

interface InsightsFound {
  readonly assessment: Assessment
  readonly retrieved: Retrieved
  readonly effects: ReadonlyMap<string, Effect>
  readonly threshold: number
  readonly needed: Needed
}

/**
 * Reviewed insights about what the task needs, likeliest first. Pure.
 * @param least how sure a need must be for an insight that fits the question in nothing else
 */
export function insightItems(
  { assessment, retrieved, effects, threshold, needed }: InsightsFound,
  least: number
): Draft[] {
  return insightsFor(assessment, threshold, needed)
    .filter(({ own, probability }) => own >= unrelated || probability >= least)
    .slice(0, mostInsights)
    .map((entry) => insightItem(entry, retrieved, effects.get(entry.memory.id)))
}

/** An insight with how likely it is of use by itself, and by what the task needs. */
interface JudgedInsight extends Assessed {
  readonly own: number
}

/** Of an insight below this neither words nor meaning fit the question. */
const unrelated = 0.05

/** Insights that fit by themselves, and those about what the task needs, however they are worded. */
function insightsFor({ items }: Assessment, threshold: number, { names }: Needed): JudgedInsight[] {
  const needed = new Map(
    items
      .filter(({ memory }) => isDocumentation(memory.label))
      .flatMap(({ memory, api, probability }) => {
        const called = api?.qualifiedName == null ? 0 : sureOf(api.qualifiedName, names)
        const sure = Math.max(probability, called)
        return sure >= Math.min(threshold, leastNote)
          ? [memory.id, api?.id].map((id) => [id ?? '', sure] as const)
          : []
      })
  )
  return (
    items
      .filter(({ memory }) => memory.label === 'Insight')
      .map((entry) => {
        const through = entry.links.reduce(
          (most, { from }) => Math.max(most, needed.get(from) ?? 0),
          0
        )
        return { own: entry.probability, entry, probability: Math.max(entry.probability, through) }
      })
      .filter(({ probability }) => probability >= Math.min(threshold, leastNote))
      // Of those about one needed thing the one that says what is asked comes first.
      .sort((a, b) => b.probability - a.probability || b.own - a.own)
      .map(({ entry, own, probability }) => ({ ...entry, own, probability }))
  )
}

/** The insights that `compose` may speak of: their effects are measured. */
export function insightsToMeasure(
  assessment: Assessment,
  threshold: number,
  needed: Needed
): string[] {
  return insightsFor(assessment, threshold, needed)
    .slice(0, 2 * mostInsights)
    .map(({ memory }) => memory.id)
}
