import { lazy, type ComponentType } from 'react'
import type { Operation } from '../domain/permissions.js'

/** A page of the navigation. */
export interface Place {
  readonly path: string
  /** In the navigation; null for what is reached from another page. */
  readonly name: string | null
  /** Typed after `g` it goes there. */
  readonly letter: string | null
  /** Who asks, explores, decides, or operates. */
  readonly group: 'Use' | 'Curate' | 'Operate'
  /** What one must be allowed to do for it to be offered. */
  readonly needs: Operation
  readonly Page: ComponentType
}

/** Every page, in the order of the navigation; each is loaded when it is opened first. */
export const places: readonly Place[] = [
  {
    path: '/overview',
    name: 'Overview',
    letter: 'o',
    group: 'Use',
    needs: 'overview',
    Page: lazy(async () => ({
      default: (await import('./overview/overview-page.js')).OverviewPage
    }))
  },
  {
    path: '/ask',
    name: 'Ask',
    letter: 'a',
    group: 'Use',
    needs: 'recommend',
    Page: lazy(async () => ({ default: (await import('./ask/ask-page.js')).AskPage }))
  },
  {
    path: '/explore',
    name: 'Explore',
    letter: 'e',
    group: 'Use',
    needs: 'expand',
    Page: lazy(async () => ({ default: (await import('./explore/explore-page.js')).ExplorePage }))
  },
  {
    path: '/review',
    name: 'Review',
    letter: 'r',
    group: 'Curate',
    needs: 'approveInsight',
    Page: lazy(async () => ({ default: (await import('./review/review-page.js')).ReviewPage }))
  },
  {
    path: '/insights',
    name: 'Insights',
    letter: 'i',
    group: 'Curate',
    needs: 'reviewQueue',
    Page: lazy(async () => ({
      default: (await import('./insights/insights-page.js')).InsightsPage
    }))
  },
  {
    path: '/insights/:id',
    name: null,
    letter: null,
    group: 'Curate',
    needs: 'insight',
    Page: lazy(async () => ({ default: (await import('./insights/insight-page.js')).InsightPage }))
  },
  {
    path: '/epochs',
    name: 'Epochs',
    letter: 'p',
    group: 'Curate',
    needs: 'epochs',
    Page: lazy(async () => ({ default: (await import('./epochs/epochs-page.js')).EpochsPage }))
  },
  {
    path: '/gaps',
    name: 'Gaps',
    letter: 'g',
    group: 'Curate',
    needs: 'gaps',
    Page: lazy(async () => ({ default: (await import('./gaps/gaps-page.js')).GapsPage }))
  },
  {
    path: '/graph-health',
    name: 'Health',
    letter: 'h',
    group: 'Operate',
    needs: 'health',
    Page: lazy(async () => ({ default: (await import('./health/health-page.js')).HealthPage }))
  },
  {
    path: '/libraries',
    name: 'Libraries',
    letter: 'l',
    group: 'Operate',
    needs: 'libraries',
    Page: lazy(async () => ({
      default: (await import('./libraries/libraries-page.js')).LibrariesPage
    }))
  },
  {
    path: '/jobs',
    name: 'Jobs',
    letter: 'j',
    group: 'Operate',
    needs: 'jobs',
    Page: lazy(async () => ({ default: (await import('./jobs/jobs-page.js')).JobsPage }))
  },
  {
    path: '/keys',
    name: 'Keys',
    letter: 'k',
    group: 'Operate',
    needs: 'me',
    Page: lazy(async () => ({ default: (await import('./keys/keys-page.js')).KeysPage }))
  }
]
