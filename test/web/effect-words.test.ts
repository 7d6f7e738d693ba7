import { fewestClusters, type Effect } from '../../src/domain/effect.js'
import { pageModule } from './page-module.js'

const { effectWords } = await pageModule<{
  effectWords: (effect: Partial<Effect> | null) => string
}>('parts/effect-bar.tsx')

test.each<[string, Partial<Effect> | null, string]>([
  ['that nobody looked at', null, 'not measured yet'],
  ['of no task session', { effect: null, clusters: { shown: 0, withheld: 0 } }, 'not measured yet'],
  [
    'of too few task sessions',
    { effect: null, clusters: { shown: 12, withheld: 7 } },
    `not measured yet: 12 task sessions with it, 7 without, ${String(fewestClusters)} of each are needed`
  ],
  ['that was measured', { effect: 0.18, low: -0.07, high: 0.29 }, '+18 points (−7 to 29)']
])('an effect %s is told so on the pages', (_, effect, words) => {
  expect(effectWords(effect)).toBe(words)
})
