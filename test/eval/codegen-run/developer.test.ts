import { draftAndHint } from '../../../eval/codegen/developer/draft-and-hint.js'
import { givesAway } from '../../../eval/codegen/developer/gives-away.js'
import { hintTrace } from '../../../eval/codegen/developer/hint-trace.js'
import type { Call } from '../../../eval/codegen/generate/calls.js'
import { buildCairn, closeCairns } from '../../support/build-cairn.js'
import { tinyProblems } from './support/tiny-problems.js'

afterEach(closeCairns)

const reference = [
  'import numpy as np',
  'order = np.argsort(weights, kind="stable")',
  'chosen = np.take(boxes, order)',
  'result = np.flip(chosen).reshape(2, -1)'
].join('\n')

test.each([
  ['Write order = np.argsort(weights, kind="stable") first.', 'line'],
  ["Write  order=np.argsort( weights,kind='stable' )  first.", 'line'],
  ['a = np.argsort(w, kind="stable"); b = np.take(c, a); d = np.flip(b)', 'code'],
  ['First argsort, then take the boxes, then flip them and at last reshape.', 'calls']
])('a hint that gives the solution away is refused: %s', (hint, by) => {
  expect(givesAway(hint, reference)?.by).toBe(by)
})

test.each([
  'Ties must keep their order: look for a stable sort.',
  'Have a look at argsort; sorting the boxes themselves loses which weight belongs to which.',
  'The result has two rows. Flip before you reshape, not after.',
  'You import numpy as np already, so import numpy as np need not be written.'
])('a hint that a colleague would give passes: %s', (hint) => {
  expect(givesAway(hint, reference)).toBeNull()
})

test('a synthetic developer hints without the solution, is asked again for a hint that tells it, and what it says comes in by the public door', async () => {
  const [first] = tinyProblems()
  if (first === undefined) throw new Error('the tiny problems are gone')
  const problem = { ...first, reference }
  const calls: Call[] = []
  const ask = (call: Call) => {
    calls.push(call)
    const good = 'Ties must keep their order: look for a stable sort.'
    const bad = 'Write order = np.argsort(weights, kind="stable") first.'
    const said = [
      '```python\nresult = sorted(boxes)\n```',
      JSON.stringify({ hints: [good, bad] }),
      JSON.stringify({ hints: [good, 'Mind in which direction the boxes are asked for.'] })
    ]
    return Promise.resolve({ text: said[calls.length - 1] ?? '' })
  }
  const hinted = await draftAndHint(ask, { problem, model: 'old-model' })
  expect(hinted).toMatchObject({ draft: 'result = sorted(boxes)', fault: null })
  expect(hinted.hints).toHaveLength(2)
  expect(hinted.refused.map(({ why }) => why?.by)).toEqual(['line'])
  const wordsOf = ({ messages }: Call) => messages.map(({ content }) => content).join('\n')
  expect(calls.map((call) => wordsOf(call).includes(reference))).toEqual([false, true, true])
  const trace = hintTrace(hinted, {
    problem,
    model: 'old-model',
    result: { verdict: 'failed', line: 'AssertionError: another order' }
  })
  expect(JSON.stringify(trace)).not.toContain('argsort')
  const cairn = await buildCairn()
  const [receipt] = await cairn.recordTraces([trace])
  expect(receipt?.status).toBe('accepted')
  expect(() =>
    hintTrace(
      { ...hinted, hints: ['Write order = np.argsort(weights, kind="stable") first.'] },
      { problem, model: 'old-model', result: null }
    )
  ).toThrow(/gives the solution away/)
})
