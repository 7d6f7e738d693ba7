import { endingsIn } from '../../eval/outcomes/endings.js'
import { judgeMadeUp } from '../../eval/outcomes/judge.js'
import { forms } from '../../eval/outcomes/sessions.js'

test('what came of a session is read from its end, as each form tells it', async () => {
  const endings = endingsIn('endings.jsonl')
  const judged = await judgeMadeUp(endings)
  expect(endings.length).toBeGreaterThan(150)
  expect(judged).toHaveLength(endings.length * forms.length)
  expect(judged.filter(({ truth, read }) => read !== truth)).toEqual([])
})
