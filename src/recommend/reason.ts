import type { PathStep } from '../domain/recommendation.js'

/** One line: how an item was reached from the question. */
export function reasonOf({ path }: { readonly path: readonly PathStep[] }): string {
  return path
    .map((step, i) => (i === 0 ? `${step.title}: ${step.by}` : `${step.by} ${step.title}`))
    .join(' > ')
}
