import type { CanonicalTrace } from '../../src/traces/canonical-trace.js'
import { withOneLineNames } from '../../src/traces/one-line-names.js'
import { traceOf } from './trace-of.js'

const forged = 'one \n\n## two\u2028\u0085three\u200b\u{e0041}'
const plain = 'one ## two three'

const named = (more: Record<string, unknown>) =>
  withOneLineNames(traceOf(more) as unknown as CanonicalTrace)

test.each<[string, object, object]>([
  ['agent', { name: forged, version: forged }, { name: plain, version: plain }],
  ['model', { name: forged, provider: forged }, { name: plain, provider: plain }],
  [
    'source',
    { format: 'hand', file: forged, ref: forged },
    { format: 'hand', file: plain, ref: plain }
  ],
  ['libraries', [forged, 'frames'], [plain, 'frames']],
  ['apis', [forged, 'frames.read'], [plain, 'frames.read']],
  [
    'task',
    { text: forged, title: forged, family: forged },
    { text: forged, title: plain, family: plain }
  ],
  [
    'learned',
    [
      { about: forged, happens: forged },
      { about: [forged, 'frames'], happens: 'x' }
    ],
    [
      { about: plain, happens: forged },
      { about: [plain, 'frames'], happens: 'x' }
    ]
  ]
])('the names of %s are on one line each, and hide nothing', (field, given, expected) => {
  expect(named({ [field]: given })).toMatchObject({ [field]: expected })
})

test('what is not there stays away, and an agent without a name has one', () => {
  const trace = named({ agent: { name: ' \n\u200b' } })
  expect(trace.agent).toEqual({ name: 'unnamed' })
  expect(trace).toEqual({ ...traceOf(), agent: { name: 'unnamed' } })
})
